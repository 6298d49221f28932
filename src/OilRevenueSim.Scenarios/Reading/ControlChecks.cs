using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks areas and phases: changes that lead nowhere or can never happen, streams used twice.</summary>
internal static class ControlChecks
{
    public static void Run(Scenario scenario, SectionValues top, ReadingContext context)
    {
        foreach (var area in scenario.Areas)
        {
            Area(area, context);
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
            Phases(theatre, context);
        }

        Streams(scenario, context);
    }

    /// <summary>What can be reached from a start along changes.</summary>
    private static HashSet<string> Reachable(string start, IReadOnlyCollection<(string From, string To)> changes)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { start };
        while (changes.Any(c => reached.Contains(c.From) && reached.Add(c.To)))
        {
            // Each pass adds one; the set is at most as large as the list of changes.
        }

        return reached;
    }

    private static void Area(Area area, ReadingContext context)
    {
        var reachable = Reachable(area.Holder, [.. area.Changes.Select(c => (c.From, c.To))]);
        var understood = area.Holder.Length > 0 && area.Changes.All(c => c.From.Length > 0 && c.To.Length > 0);
        foreach (var change in area.Changes.Where(c => c.From.Length > 0 && c.To.Length > 0))
        {
            var address = $"areas.{area.Name}.changes.{change.Identity}";
            if (change.From == change.To)
            {
                ToItself(context, address, $"'{change.From}' takes the area '{area.Name}' from itself");
            }
            else if (understood && !reachable.Contains(change.From))
            {
                context.Add(
                    DiagnosticTable.ChangeNeverHappens,
                    context.Places[address + ".from"],
                    $"'{change.From}' can never hold the area '{area.Name}', so this change never happens",
                    $"'{area.Name}' starts with '{area.Holder}'; changes lead to {NearestName.Join([.. reachable.Order(StringComparer.Ordinal)])}"
                );
            }
        }
    }

    private static void Phases(Theatre theatre, ReadingContext context)
    {
        if (theatre.StartPhase is not { } start)
        {
            return;
        }

        var reachable = Reachable(start, [.. theatre.Changes.Select(c => (c.From, c.To))]);
        foreach (var change in theatre.Changes.Where(c => c.From.Length > 0 && c.To.Length > 0))
        {
            var address = $"phases.changes.{change.Identity}";
            if (change.From == change.To)
            {
                ToItself(context, address, $"the phase '{change.From}' changes to itself");
            }
            else if (!reachable.Contains(change.From))
            {
                var nearest = NearestName.Find(change.From, reachable);
                context.Add(
                    DiagnosticTable.PhaseNeverRules,
                    context.Places[address + ".from"],
                    $"the phase '{change.From}' can never rule, so this change never happens",
                    nearest is null
                        ? $"phases that can rule: {NearestName.Join([.. reachable.Order(StringComparer.Ordinal)])}"
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
                    t.Changes.Select(c => (c.Stream, Address: $"phases.changes.{c.Identity}"))
                )
            );
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
}
