using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>What happened on a path, in sentences.</summary>
internal sealed class EventWords(PathStory story)
{
    private readonly PathNames names = new(story);

    /// <summary>Who holds what at the start.</summary>
    public string Opening()
    {
        var holders = story
            .Areas.Zip(story.StartHolders)
            .GroupBy(x => x.Second, StringComparer.Ordinal)
            .Select(g => $"{names.Actor(g.Key)} held {PathNames.List([.. g.Select(x => Readable.Name(x.First))])}");
        return $"In {Readable.Month(story.Plan.Grid.Start)} {string.Join("; ", holders)}.";
    }

    /// <summary>Events of one month, in order.</summary>
    public IEnumerable<string> Of(IEnumerable<PathEvent> events)
    {
        foreach (var step in events.GroupBy(e => e.Step))
        {
            var when = story.Plan.Grid.Step switch
            {
                StepLength.Week => $"In the week of {Day(step.Key)}, ",
                StepLength.Day => $"On {Day(step.Key)}, ",
                _ => "",
            };
            foreach (var clause in Clauses([.. step]))
            {
                yield return PathNames.Sentence($"{when}{clause}.");
            }
        }
    }

    // What one attack alone has hit lost to it what it lost: both make one sentence.
    private IEnumerable<string> Clauses(IReadOnlyList<PathEvent> step)
    {
        var attacks = step.OfType<AttackCarriedOut>().ToList();
        var lost = step.OfType<AssetDamaged>()
            .Where(hit => attacks.Count(a => a.Targets.Contains(hit.Asset)) == 1)
            .ToDictionary(hit => hit.Asset, StringComparer.Ordinal);
        foreach (var one in step)
        {
            if (one is AttackCarriedOut attack)
            {
                yield return Attack(attack, lost);
            }
            else if (one is not AssetDamaged hit || !lost.ContainsKey(hit.Asset))
            {
                yield return Clause(one);
            }
        }
    }

    private string Attack(AttackCarriedOut attack, Dictionary<string, AssetDamaged> lost)
    {
        var targets = attack.Targets.GroupBy(t => t, StringComparer.Ordinal).ToList();
        var where = PathNames.List([.. targets.Select(t => PathNames.Place(t.Key) + Times(t.Count()))]);
        var rule = attack.Identity.Split('@')[0];
        var what =
            attack.IsStrike ? $"{names.Actor(attack.By)} was struck at {where}"
            : rule == attack.By ? $"{names.Actor(attack.By)} attacked {where}"
            : $"{names.Actor(attack.By)} attacked {where} ({rule})";
        var falls = targets.Where(t => lost.ContainsKey(t.Key)).Select(t => lost[t.Key]).ToList();
        if (falls.Count == 0)
        {
            return what;
        }

        var ofFirst =
            targets.Count == 1 && !attack.IsStrike
                ? "its condition"
                : $"the condition of {PathNames.Place(falls[0].Asset)}";
        return $"{what}: "
            + PathNames.List([
                $"{ofFirst} fell {FromTo(falls[0])}",
                .. falls.Skip(1).Select(fall => $"that of {PathNames.Place(fall.Asset)} {FromTo(fall)}"),
            ]);
    }

    private static string FromTo(AssetDamaged hit)
    {
        var (before, after) = Readable.ProbabilitiesApart(hit.Before, hit.After);
        return $"from {before} to {after}";
    }

    private string Clause(PathEvent one) =>
        one switch
        {
            HolderChanged { To: Core.Model.Actor.Nobody } lost =>
                $"{names.Actor(lost.From)} lost {Readable.Name(lost.Area)}, and nobody held it",
            HolderChanged { IsSet: true } set =>
                $"{Readable.Name(set.Area)} was handed from {names.Actor(set.From)} to {names.Actor(set.To)}",
            HolderChanged taken =>
                $"{names.Actor(taken.To)} took {Readable.Name(taken.Area)} from {names.Actor(taken.From)}",
            HolderReturned back =>
                $"{Readable.Name(back.Area)} changed hands{Times(back.Changes)} and ended with {names.Actor(back.Holder)} again",
            PhaseChanged phase => $"{Politics(phase.Theatre)} turned from {Spaced(phase.From)} to {Spaced(phase.To)}",
            AssetDamaged hit => $"{PathNames.Place(hit.Asset)} was damaged: its condition fell {FromTo(hit)}",
            PlaceClosed { By.IsEmpty: true } shut => $"{PathNames.Place(shut.Place)} was shut",
            PlaceClosed { Step: 0, OpenShare: 0.0 } kept =>
                $"{PathNames.List([.. kept.By.Distinct(StringComparer.Ordinal).Select(names.Actor)])} kept {PathNames.Place(kept.Place)} shut",
            PlaceClosed shut =>
                $"{PathNames.List([.. shut.By.Distinct(StringComparer.Ordinal).Select(names.Actor)])} shut {PathNames.Place(shut.Place)}",
            InterventionBegan began => $"“{Label(began.Intervention)}” began",
            InterventionEnded ended => $"“{Label(ended.Intervention)}” ended",
            PlaceReopened open => $"{PathNames.Place(open.Place)} was fully open again",
            _ => throw new InvalidOperationException($"No words for {one.GetType().Name}."),
        };

    private string Label(string intervention) =>
        story.Plan.Scenario.Interventions.FirstOrDefault(i => i.Name == intervention) is { Label.Length: > 0 } named
            ? named.Label
            : Readable.Name(intervention);

    private string Day(int step) => story.Plan.Grid.FirstDays[step].ToString("d MMMM", CultureInfo.InvariantCulture);

    private static string Politics(string theatre) =>
        theatre == "main" ? "politics" : $"politics in {Readable.Name(theatre)}";

    private static string Spaced(string name) => name.Replace('-', ' ');

    private static string Times(int times) =>
        times switch
        {
            1 => "",
            2 => " twice",
            _ => $" {times} times",
        };
}
