using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Attacks, blockades, theft and payments in sentences.</summary>
internal sealed class ConflictProse(Scenario scenario, WorldProse world, DriverProse drivers)
{
    public IEnumerable<string> Attacks() =>
        scenario.Attacks.Select(a =>
        {
            var each =
                a.Each ? "each of "
                : a.Targets.Length > 1 ? "one of "
                : "";
            var own = a.Own ? ", even what it holds itself," : "";
            var clustering = a.Clustering is null
                ? ""
                : $"; each hit brings {QuantityText.Of(a.Clustering.Adds)} more on average, an effect that fades over {QuantityText.Of(a.Clustering.Fades)}";
            return $"{world.Label(a.By)} attacks {each}{Targets(a.Targets)}{own} {QuantityText.Hazard(a.Rate)}; {Hit(a.Damage, a.Shuts)}{clustering}{drivers.Of(a.Drivers)}.";
        });

    public IEnumerable<string> Blockades() =>
        scenario.Blockades.Select(b =>
        {
            var requires = b.Requires switch
            {
                BlockadeRequirement.Holds => "While it holds the place, ",
                BlockadeRequirement.Presence => "While it holds the place or a neighbouring area, ",
                _ => "Wherever it is, ",
            };
            var running =
                b.ActiveSince is { } since ? $" One has been running since {since:yyyy-MM-dd}."
                : b.ActiveAtStart ? " One is running at the start, since an unknown day."
                : "";
            return $"{requires}{world.Label(b.By)} shuts {WorldProse.And(b.At)} {QuantityText.Hazard(b.Rate)}, for {EventLawText.Of(b.Lasts)} each time{drivers.Of(b.Drivers)}.{running}";
        });

    public IEnumerable<string> Taps() =>
        scenario.Taps.Select(t =>
            $"{world.Label(t.By)} takes {QuantityText.Of(t.Share)} of what flows through {t.At} and sells it{Discount(t)}{Transport(t)}{Condition(t.While)}."
        );

    public IEnumerable<string> Transfers() =>
        scenario.Transfers.Select(t =>
        {
            var from = t.FromDate is { } first ? $" from {first:yyyy-MM-dd}" : "";
            var to = t.ToDate is { } last ? $" to {last:yyyy-MM-dd}" : "";
            return $"{Payer(t.From)} pays {world.Label(t.To)} {QuantityText.Of(t.Amount)}{from}{to}{Condition(t.While)}.";
        });

    /// <summary>What a hit does.</summary>
    public static string Hit(EventLaw damage, EventLaw? shuts)
    {
        var destroys = EventLawText.IsNothing(damage)
            ? ""
            : $"a hit destroys {EventLawText.Of(damage)} of what is intact";
        var closes = shuts is null
            ? ""
            : $"{(destroys.Length == 0 ? "a hit" : " and")} shuts for {EventLawText.Of(shuts)}";
        return destroys.Length + closes.Length == 0 ? "a hit does nothing" : destroys + closes;
    }

    /// <summary>Places and tanks.</summary>
    public static string Targets(IEnumerable<string> targets) =>
        WorldProse.And(
            targets.Select(t =>
                t.EndsWith(".tanks", StringComparison.Ordinal) ? $"the tanks of {t[..^".tanks".Length]}" : t
            )
        );

    /// <summary>Who pays; money from outside the scenario is said so.</summary>
    public string Payer(string actor) => actor == Transfer.Outside ? "Someone outside" : world.Label(actor);

    private string Condition(System.Collections.Immutable.ImmutableArray<StateCondition> conditions) =>
        conditions.IsEmpty ? "" : $", while {drivers.While(conditions)}";

    private static string Discount(Tap tap) =>
        tap.Discount.Law is CertainLaw { Value: 0.0 }
            ? ""
            : $" at {QuantityText.Of(tap.Discount)} off the route's price";

    private static string Transport(Tap tap) =>
        tap.Transport.Law is CertainLaw { Value: 0.0 } ? "" : $", after {QuantityText.Of(tap.Transport)} of transport";
}
