using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks areas and phases: changes that lead nowhere or can never happen, streams used twice.</summary>
internal static class ControlChecks
{
    public static void Run(Scenario scenario, SectionValues top, PossibleStates states, ReadingContext context)
    {
        foreach (var area in scenario.Areas)
        {
            Area(area, states, context);
        }

        foreach (
            var section in top.Sections("areas")
                .Where(s => s.Names("neighbours").Contains(s.Identity, StringComparer.Ordinal))
        )
        {
            context.Add(
                DiagnosticTable.NeighbourItself,
                section.Span("neighbours"),
                $"the area '{section.Identity}' is its own neighbour",
                "name the areas that border on it"
            );
        }

        foreach (var theatre in scenario.Theatres)
        {
            Phases(theatre, states, context);
        }

        Streams(scenario, context);
    }

    /// <summary>Address of a theatre's phases.</summary>
    public static string PhasesAddress(string theatre) => theatre == "main" ? "phases" : $"theatres.{theatre}.phases";

    private static void Area(Area area, PossibleStates states, ReadingContext context)
    {
        var reachable = states.Holders(area.Name);
        var understood = area.Holder.Length > 0 && area.Changes.All(c => c.From.Length > 0 && c.To.Length > 0);
        foreach (var change in area.Changes.Where(c => c.From.Length > 0 && c.To.Length > 0))
        {
            var address = $"areas.{area.Name}.changes.{change.Identity}";
            if (change.TakesWith.Contains(area.Name, StringComparer.Ordinal))
            {
                context.Add(
                    DiagnosticTable.TakesItself,
                    context.Places[address + ".takes-with"],
                    $"the change takes '{area.Name}' anyway",
                    "name the other areas that fall with it"
                );
            }

            if (change.From == change.To)
            {
                ToItself(context, address, $"'{change.From}' takes the area '{area.Name}' from itself");
            }
            else if (understood && !reachable.Contains(change.From, StringComparer.Ordinal))
            {
                context.Add(
                    DiagnosticTable.ChangeNeverHappens,
                    context.Places[address + ".from"],
                    $"'{change.From}' can never hold the area '{area.Name}', so this change never happens",
                    $"'{area.Name}' starts with '{area.Holder}'; changes lead to {NearestName.Join(reachable)}"
                );
            }
        }
    }

    private static void Phases(Theatre theatre, PossibleStates states, ReadingContext context)
    {
        if (theatre.StartPhase is null)
        {
            return;
        }

        var reachable = states.Phases(theatre.Name);
        foreach (var change in theatre.Changes.Where(c => c.From.Length > 0 && c.To.Length > 0))
        {
            var address = $"{PhasesAddress(theatre.Name)}.changes.{change.Identity}";
            if (change.From == change.To)
            {
                ToItself(context, address, $"the phase '{change.From}' changes to itself");
            }
            else if (!reachable.Contains(change.From, StringComparer.Ordinal))
            {
                var nearest = NearestName.Find(change.From, reachable);
                context.Add(
                    DiagnosticTable.PhaseNeverRules,
                    context.Places[address + ".from"],
                    $"the phase '{change.From}' can never rule, so this change never happens",
                    nearest is null
                        ? $"phases that can rule: {NearestName.Join(reachable)}"
                        : $"did you mean '{nearest}'?"
                );
            }
        }
    }

    private static void ToItself(ReadingContext context, string address, string message) =>
        context.Add(
            DiagnosticTable.ChangeToItself,
            context.Places[address + ".to"],
            message,
            "from: and to: must differ"
        );

    private static void Streams(Scenario scenario, ReadingContext context)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = scenario
            .Areas.SelectMany(a => a.Changes.Select(c => (c.Stream, Address: $"areas.{a.Name}.changes.{c.Identity}")))
            .Concat(
                scenario.Theatres.SelectMany(t =>
                    t.Changes.Select(c => (c.Stream, Address: $"{PhasesAddress(t.Name)}.changes.{c.Identity}"))
                )
            )
            .Concat(EventStreams(scenario))
            .Concat(PriceChecks.Streams(scenario));
        foreach (var (stream, address) in all)
        {
            if (first.TryAdd(stream, address))
            {
                continue;
            }

            // The one that says stream: is the one to mend.
            var named = context.Places.ContainsKey(address + ".stream") ? address : first[stream];
            context.Add(
                DiagnosticTable.StreamTwice,
                context.PlaceOf(named + ".stream", context.Places[address]),
                $"'{address}' and '{first[stream]}' draw from one random stream, '{stream}'",
                "give each a stream: of its own; without stream: the identity makes one"
            );
        }
    }

    private static IEnumerable<(string Stream, string Address)> EventStreams(Scenario scenario)
    {
        foreach (var blockade in scenario.Blockades)
        {
            yield return (blockade.Stream, $"blockades.{blockade.Identity}");
        }

        foreach (var attack in scenario.Attacks)
        {
            foreach (var stream in PerTarget(attack.Stream, attack.Each, attack.Targets))
            {
                yield return (stream, $"attacks.{attack.Identity}");
            }
        }

        foreach (var intervention in scenario.Interventions)
        {
            yield return (intervention.Stream, $"interventions.{intervention.Name}");
            foreach (var strike in intervention.Effects.OfType<StrikeEffect>())
            {
                foreach (var stream in PerTarget(strike.Stream, strike.Each, strike.Targets))
                {
                    yield return (stream, $"interventions.{intervention.Name}.effects.{strike.Identity}");
                }
            }
        }
    }

    private static IEnumerable<string> PerTarget(string stream, bool each, IReadOnlyList<string> targets) =>
        each && targets.Count > 0 ? targets.Select(t => $"{stream}@{t}") : [stream];
}
