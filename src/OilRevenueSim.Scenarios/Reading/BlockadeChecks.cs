using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks blockades: whether they can run, and what runs at the start.</summary>
internal sealed class BlockadeChecks(Scenario scenario, PossibleStates states, ReadingContext context)
{
    public void Run(Blockade blockade)
    {
        var address = $"blockades.{blockade.Identity}";
        ConflictChecks.Since(blockade.ActiveSince, address + ".active-since", scenario, context);
        if (!CanRun(blockade))
        {
            context.Add(
                DiagnosticTable.BlockadeNeverRuns,
                context.Places[address],
                $"'{blockade.By}' can never hold a place of the blockade '{blockade.Identity}', which requires it",
                "write requires: presence or none, or let it take the area"
            );
        }
        else if (RunsAtStart(blockade) && !blockade.At.Any(p => Fulfils(blockade, p, HoldsAtStart)))
        {
            context.Add(
                DiagnosticTable.BlockadeNeverRuns,
                context.Places[address],
                $"the blockade '{blockade.Identity}' runs at the start, but '{blockade.By}' does not hold its places then, so it ends at once",
                "write requires: presence or none, or another holder:"
            );
        }

        if (blockade is { ActiveAtStart: true, ActiveSince: null })
        {
            Residual(blockade, address);
        }

        Over(blockade, address);
    }

    /// <summary>True when an author can ever fulfil what a blockade requires.</summary>
    public bool CanRun(Blockade blockade) =>
        blockade.By.Length == 0
        || blockade.At.IsEmpty
        || blockade.At.Any(p => Fulfils(blockade, p, area => states.CanHold(area, blockade.By)));

    private bool HoldsAtStart(string area, string by) => scenario.Areas.Any(a => a.Name == area && a.Holder == by);

    private bool Fulfils(Blockade blockade, string place, Func<string, string, bool> holds) =>
        Fulfils(blockade, place, area => holds(area, blockade.By));

    private bool Fulfils(Blockade blockade, string place, Func<string, bool> holds)
    {
        var area = states.AreaOf(place);
        return blockade.Requires switch
        {
            BlockadeRequirement.None => true,
            BlockadeRequirement.Presence => holds(area)
                || scenario.Areas.Any(a => a.Name == area && a.Neighbours.Any(holds)),
            _ => holds(area),
        };
    }

    private static bool RunsAtStart(Blockade blockade) => blockade.ActiveAtStart || blockade.ActiveSince is not null;

    private void Residual(Blockade blockade, string address)
    {
        var lasts = blockade.Lasts;
        var known =
            lasts.Shape is EventLawShape.Certain or EventLawShape.LogNormalMedianP95 or EventLawShape.Interval
            || lasts.Law is LogNormalLaw or UniformLaw or DiscreteLaw or CertainLaw;
        var place = context.PlaceOf(address + ".active-at-start", context.Places[address]);
        context.Add(
            known ? DiagnosticTable.ResidualAssumed : DiagnosticTable.ResidualUnknown,
            place,
            known
                ? "since when it has run is not said: how long it still lasts is drawn as if it had always been so"
                : $"the rest of a blockade of unknown age is known for a number and for lognormal, uniform and discrete laws, not for '{lasts.Text}'",
            known
                ? "write active-since: with its first day if that is known"
                : "write active-since: with its first day, or lasts: 2 to 12 months"
        );
    }

    private void Over(Blockade blockade, string address)
    {
        if (blockade.ActiveSince is not { } since || since > scenario.Start)
        {
            return;
        }

        var law = blockade.Lasts.Law ?? (blockade.Lasts.Parts is [{ Parameter: null } only] ? only.Law : null);
        var ageYears = (scenario.Start.DayNumber - since.DayNumber) / TimeGrid.DaysPerYear;
        if (law is not null && LawRange.Support(law).High <= ageYears)
        {
            context.Add(
                DiagnosticTable.BlockadeOver,
                context.PlaceOf(address + ".lasts", context.Places[address]),
                $"the running blockade is {Explaining.NumberText.Of(ageYears, Dimension.Duration)} old, longer than any can last ({blockade.Lasts.Text})",
                "give it a law that reaches so far, such as lognormal 3 p95 24 months, or check active-since:"
            );
        }
    }
}
