using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks areas and phases: changes that lead nowhere or can never happen.</summary>
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
}
