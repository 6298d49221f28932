using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Interventions and courses in sentences.</summary>
internal sealed class InterventionProse(
    Scenario scenario,
    WorldProse world,
    DriverProse drivers,
    ConflictProse conflict
)
{
    public IEnumerable<string> Interventions()
    {
        foreach (var intervention in scenario.Interventions)
        {
            var label = intervention.Label == intervention.Name ? "" : $" ({intervention.Label})";
            yield return $"{intervention.Name}{label}: {When(intervention)}{Delay(intervention)}{Success(intervention)}.";
            foreach (var effect in intervention.Effects)
            {
                yield return $"    {Of(effect)}.";
            }
        }
    }

    public IEnumerable<string> Courses()
    {
        if (scenario.Courses.IsEmpty)
        {
            return scenario.Interventions.IsEmpty ? [] : ["base: every intervention."];
        }

        return scenario.Courses.Select(
            (c, i) =>
                $"{c.Name}: {(c.Interventions.IsEmpty ? "no intervention" : WorldProse.And(c.Interventions))}{(i == 0 ? " (run by default)" : "")}."
        );
    }

    private string When(Intervention intervention)
    {
        var from = $"{intervention.From:yyyy-MM-dd}";
        var to = intervention.HasEnd ? $"{intervention.To:yyyy-MM-dd}" : "the end";
        return intervention.When.IsEmpty
            ? $"from {from} to {to}"
            : $"{(intervention.Repeat ? "each time that" : "once")} {drivers.While(intervention.When)}, between {from} and {to}";
    }

    private static string Delay(Intervention intervention) =>
        intervention.Delay is null ? "" : $", after a delay of {EventLawText.Of(intervention.Delay)}";

    private static string Success(Intervention intervention) =>
        intervention.Succeeds is null ? "" : $"; it succeeds with a chance of {QuantityText.Of(intervention.Succeeds)}";

    private string Of(Effect effect) =>
        effect switch
        {
            HazardEffect e => Hazards(e),
            StrikeEffect e => Strikes(e),
            PhaseEffect e =>
                $"{e.Phase} begins to rule in {e.Theatre}{(e.Hold ? " and stays while the intervention acts" : "")}",
            HolderEffect e => $"{world.Label(e.Actor)} comes to hold {e.Area}",
            LiftBlockadeEffect e => $"What blocks {e.Object} ends",
            ImposeBlockadeEffect e => $"{world.Label(e.By)} shuts {e.Place}",
            CapacityEffect e =>
                $"{e.Object} keeps {QuantityText.Of(e.Factor)} of its capacity or demand{(e.Open ? ", in place of any closure" : "")}",
            PassageEffect e => $"{world.Label(e.Through)} {Passage(e)} the oil of {world.Label(e.Of)}",
            SeizeEffect e =>
                $"{QuantityText.Of(e.Share)} of the barrels of {e.Object} are seized{(e.By == Actor.Nobody ? "" : $" by {world.Label(e.By)}")}",
            PriceEffect e => $"The price of {e.Object} is {Price(e)}",
            DiscountEffect e => $"The discount of {e.Market} shifts by {QuantityText.Of(e.Shift)}",
            FinanceEffect e =>
                $"{What(e.Scope)} of {world.Label(e.Actor)} is {QuantityText.Of(e.Factor)} times what it was",
            TransferEffect e => $"{conflict.Payer(e.From)} pays {world.Label(e.To)} {QuantityText.Of(e.AmountPerYear)}",
            _ => effect.Identity,
        };

    private string Hazards(HazardEffect effect)
    {
        var ratio = QuantityText.Ratio(effect.Ratio);
        return effect.Scope switch
        {
            HazardScope.ChangesFrom => $"{world.Label(effect.Object)} is {ratio} to lose an area",
            HazardScope.ChangesTo => $"{world.Label(effect.Object)} is {ratio} to take an area",
            HazardScope.Change => $"The change {effect.Object} is {ratio}",
            HazardScope.AttacksBy => $"Attacks by {world.Label(effect.Object)} are {ratio}",
            _ => $"Blockades by {world.Label(effect.Object)} are {ratio}",
        };
    }

    private string Strikes(StrikeEffect effect)
    {
        var which = effect.Targets.IsEmpty ? "" : $", of {ConflictProse.Targets(effect.Targets)},";
        return $"Strikes on what {world.Label(effect.On)} holds{which} hit {(effect.Each ? "each of it" : "one place")} {QuantityText.Hazard(effect.Rate)}; {ConflictProse.Hit(effect.Damage, effect.Shuts)}";
    }

    private static string Passage(PassageEffect effect) =>
        (effect.Policy, effect.TollPerBarrel, effect.TollShare) switch
        {
            (PassagePolicy.Toll, { } toll, _) => $"lets pass for {QuantityText.Of(toll)}",
            (PassagePolicy.Toll, _, { } share) => $"lets pass for {QuantityText.Of(share)} of its value",
            (PassagePolicy.Block, _, _) => "stops",
            _ => "lets pass free",
        };

    private static string Price(PriceEffect effect)
    {
        string?[] parts =
        [
            Part(effect.Factor, "{0} times what it was"),
            Part(effect.Shift, "shifted by {0}"),
            Part(effect.Floor, "at least {0}"),
            Part(effect.Cap, "at most {0}"),
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }

    private static string? Part(Quantity? quantity, string form) =>
        quantity is null ? null : form.Replace("{0}", QuantityText.Of(quantity), StringComparison.Ordinal);

    private static string What(FinanceScope scope) =>
        scope switch
        {
            FinanceScope.Pay => "The wage",
            FinanceScope.Recruitment => "The recruitment",
            FinanceScope.Inflow => "The inflow of fighters",
            FinanceScope.Attrition => "The attrition",
            FinanceScope.OtherIncome => "The other income",
            _ => "The income from areas",
        };
}
