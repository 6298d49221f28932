using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>What happened on a path, in sentences.</summary>
internal sealed class EventWords(PathStory story, Language words)
{
    private readonly PathNames names = new(story, words);

    /// <summary>Who holds what at the start.</summary>
    public string Opening()
    {
        var holders = story
            .Areas.Zip(story.StartHolders)
            .GroupBy(x => x.Second, StringComparer.Ordinal)
            .Select(g =>
                words.Say($"{names.Actor(g.Key)} held {words.List([.. g.Select(x => Readable.Name(x.First))])}")
            );
        return words.Say($"In {words.Month(story.Plan.Grid.Start)} {string.Join(words.Word("; "), holders)}.");
    }

    /// <summary>Events of one month, in order.</summary>
    public IEnumerable<string> Of(IEnumerable<PathEvent> events)
    {
        foreach (var step in events.GroupBy(e => e.Step))
        {
            foreach (var clause in Clauses([.. step]))
            {
                yield return Language.Sentence(
                    story.Plan.Grid.Step switch
                    {
                        StepLength.Week => words.Say($"In the week of {Day(step.Key)}, {clause}."),
                        StepLength.Day => words.Say($"On {Day(step.Key)}, {clause}."),
                        _ => $"{clause}.",
                    }
                );
            }
        }
    }

    /// <summary>
    /// Events of the whole path, a sentence for each month that has any, in which attacks are counted; months are told until so many
    /// events are.
    /// </summary>
    /// <param name="most">Number of events from which on a month is told no more.</param>
    public IEnumerable<string> ByMonth(int most)
    {
        var told = 0;
        var months = story
            .Events.GroupBy(e => MonthOf(e.Step))
            .Select(month => (month.Key, Clauses: InShort([.. month])))
            .Where(month => month.Clauses.Count > 0)
            .ToList();
        foreach (var (month, clauses) in months.TakeWhile(_ => told < most))
        {
            told += clauses.Count;
            yield return Language.Sentence(
                words.Say($"{words.Month(month)}: {string.Join(words.Word("; "), clauses)}.")
            );
        }

        var left = months.Sum(month => month.Clauses.Count) - told;
        if (left > 0)
        {
            yield return left == 1 ? words.Word("One more event follows.") : words.Say($"{left} more events follow.");
        }
    }

    private List<string> InShort(IReadOnlyList<PathEvent> month)
    {
        var clauses = month.Where(e => e is not (AttackCarriedOut or AssetDamaged)).Select(Clause).ToList();
        var attacks = month.Count(e => e is AttackCarriedOut);
        if (attacks > 0)
        {
            clauses.Add(
                attacks == 1 ? words.Word("one attack or strike") : words.Say($"{attacks} attacks and strikes")
            );
        }

        return clauses;
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
        var where = words.List([.. targets.Select(t => Times(names.Place(t.Key), t.Count()))]);
        var rule = attack.Identity.Split('@')[0];
        var by = names.Actor(attack.By);
        var what =
            attack.IsStrike ? words.Say($"{by} was struck at {where}")
            : rule == attack.By ? words.Say($"{by} attacked {where}")
            : words.Say($"{by} attacked {where} ({Spaced(rule)})");
        var falls = targets.Where(t => lost.ContainsKey(t.Key)).Select(t => lost[t.Key]).ToList();
        if (falls.Count == 0)
        {
            return what;
        }

        var told = falls
            .Select((fall, i) => Fall(fall, i, isPlain: i == 0 && targets.Count == 1 && !attack.IsStrike))
            .ToList();
        return words.Say($"{what}: {words.List(told)}");
    }

    private string Fall(AssetDamaged hit, int index, bool isPlain)
    {
        var (before, after) = words.ProbabilitiesApart(hit.Before, hit.After);
        return isPlain ? words.Say($"its condition fell from {before} to {after}")
            : index == 0 ? words.Say($"the condition of {names.Place(hit.Asset)} fell from {before} to {after}")
            : words.Say($"that of {names.Place(hit.Asset)} from {before} to {after}");
    }

    private string Clause(PathEvent one) =>
        one switch
        {
            HolderChanged { To: Core.Model.Actor.Nobody } lost => words.Say(
                $"{names.Actor(lost.From)} lost {Readable.Name(lost.Area)}, and nobody held it"
            ),
            HolderChanged { IsSet: true } set => words.Say(
                $"{Readable.Name(set.Area)} was handed from {names.Actor(set.From)} to {names.Actor(set.To)}"
            ),
            HolderChanged taken => words.Say(
                $"{names.Actor(taken.To)} took {Readable.Name(taken.Area)} from {names.Actor(taken.From)}"
            ),
            HolderReturned { Changes: 2 } twice => words.Say(
                $"{Readable.Name(twice.Area)} changed hands twice and ended with {names.Actor(twice.Holder)} again"
            ),
            HolderReturned back => words.Say(
                $"{Readable.Name(back.Area)} changed hands {back.Changes} times and ended with {names.Actor(back.Holder)} again"
            ),
            PhaseChanged { Theatre: "main" } phase => words.Say(
                $"politics turned from {Spaced(phase.From)} to {Spaced(phase.To)}"
            ),
            PhaseChanged phase => words.Say(
                $"politics in {Readable.Name(phase.Theatre)} turned from {Spaced(phase.From)} to {Spaced(phase.To)}"
            ),
            AssetDamaged hit => Damage(hit),
            PlaceClosed { By.IsEmpty: true } shut => words.Say($"{names.Place(shut.Place)} was shut"),
            PlaceClosed { Step: 0, OpenShare: 0.0 } kept => words.Say(
                $"{names.Actors(kept.By)} kept {names.Place(kept.Place)} shut"
            ),
            PlaceClosed shut => words.Say($"{names.Actors(shut.By)} shut {names.Place(shut.Place)}"),
            InterventionBegan began => words.Say($"“{Label(began.Intervention)}” began"),
            InterventionEnded ended => words.Say($"“{Label(ended.Intervention)}” ended"),
            PlaceReopened open => words.Say($"{names.Place(open.Place)} was fully open again"),
            _ => throw new InvalidOperationException($"No words for {one.GetType().Name}."),
        };

    private string Damage(AssetDamaged hit)
    {
        var (before, after) = words.ProbabilitiesApart(hit.Before, hit.After);
        return words.Say($"{names.Place(hit.Asset)} was damaged: its condition fell from {before} to {after}");
    }

    private string Label(string intervention) =>
        story.Plan.Scenario.Interventions.FirstOrDefault(i => i.Name == intervention) is { Label.Length: > 0 } named
            ? named.Label
            : Readable.Name(intervention);

    private DateOnly MonthOf(int step) =>
        new(story.Plan.Grid.FirstDays[step].Year, story.Plan.Grid.FirstDays[step].Month, 1);

    private string Day(int step) => words.DayOfMonth(story.Plan.Grid.FirstDays[step]);

    private static string Spaced(string name) => name.Replace('-', ' ');

    private string Times(string place, int times) =>
        times switch
        {
            1 => place,
            2 => words.Say($"{place} twice"),
            _ => words.Say($"{place} {times} times"),
        };
}
