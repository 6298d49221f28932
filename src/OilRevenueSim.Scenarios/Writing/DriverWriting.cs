using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Drivers of hazards, dependencies and conditions.</summary>
internal sealed class DriverWriting(Scenario scenario)
{
    private const string Ratio = ".hazard-ratio";
    private readonly bool theatresDiffer = scenario.Theatres.Length > 1;

    /// <summary>Writes the drivers of a hazard whose conditions mean <paramref name="by"/> where they name no actor.</summary>
    public void Write(SectionDraft draft, HazardDrivers drivers, string by)
    {
        var whilePhase = drivers.PhaseRatios.FirstOrDefault(p => IsOfWhile(p.Ratio));
        var whileHolds = drivers.Depends.OfType<HoldsDependency>().FirstOrDefault(d => IsOfWhile(d.Ratio));
        draft
            .Map("phases", drivers.PhaseRatios.Where(p => p != whilePhase).Select(p => (p.Phase, p.Ratio)))
            .Quantity("per-neighbour", drivers.PerNeighbour)
            .Quantity("price-elasticity", drivers.PriceElasticity)
            .Text("follows", drivers.Follows)
            .Quantity("strength-elasticity", drivers.StrengthElasticity);
        Depends(draft, drivers.Depends.Where(d => d != whileHolds), by);
        Conditions(draft, "while", drivers.While, by);
        if (whilePhase is not null)
        {
            draft
                .Put("while", draft.Variant("while", "phase").Text("phase", whilePhase.Phase).Node)
                .Quantity("hazard-ratio", whilePhase.Ratio);
        }
        else if (whileHolds is not null)
        {
            draft
                .Put("while", Holds(draft.Variant("while", "holds"), whileHolds.Area, whileHolds.By, by).Node)
                .Quantity("hazard-ratio", whileHolds.Ratio);
        }
    }

    /// <summary>Writes dependencies.</summary>
    public static void Depends(SectionDraft draft, IEnumerable<HazardDependency> depends, string? by) =>
        draft.OneOrItems("depends", [.. depends.Select(d => Dependency(draft, d, by))]);

    /// <summary>Writes conditions under <c>while:</c> or <c>when:</c>.</summary>
    public void Conditions(SectionDraft draft, string key, IEnumerable<StateCondition> conditions, string? by)
    {
        var items = conditions.Select(c => Condition(draft, key, c, by)).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.Where(i => !taken.Add(i.OwnIdentity)))
        {
            item.Text("name", $"{item.OwnIdentity}-{taken.Count + 1}");
            taken.Add(item.OwnIdentity);
        }

        draft.OneOrItems(key, items);
    }

    /// <summary>True for the ratio of <c>while:</c>, which stands beside it and not in a dependency.</summary>
    private static bool IsOfWhile(Quantity ratio) =>
        ratio.Address.EndsWith(Ratio, StringComparison.Ordinal)
        && !ratio.Address.Contains(".depends.", StringComparison.Ordinal);

    private static SectionDraft Dependency(SectionDraft draft, HazardDependency dependency, string? by)
    {
        var (item, quantity) = dependency switch
        {
            HoldsDependency d => (
                Holds(draft.Variant("depends", "holds"), d.Area, d.By, by).Quantity("hazard-ratio", d.Ratio),
                d.Ratio
            ),
            StrengthDependency d => (
                draft
                    .Variant("depends", "strength-of")
                    .Text("strength-of", d.Actor)
                    .Quantity("elasticity", d.Elasticity),
                d.Elasticity
            ),
            PayDependency d => (
                draft.Variant("depends", "pay-of").Text("pay-of", d.Actor).Quantity("elasticity", d.Elasticity),
                d.Elasticity
            ),
            _ => throw new InvalidOperationException($"No text for {dependency.GetType().Name}."),
        };
        return item.Identity(ItemOf(quantity.Address, ".depends."));
    }

    private SectionDraft Condition(SectionDraft draft, string key, StateCondition condition, string? by) =>
        condition switch
        {
            HoldsCondition c => Holds(draft.Variant(key, "holds"), c.Area, c.By, by),
            PhaseCondition c => draft
                .Variant(key, "phase")
                .Text("phase", c.Phase)
                .Text("theatre", theatresDiffer ? c.Theatre : null),
            PriceCondition c => draft
                .Variant(key, "price")
                .Text("price", c.Benchmark)
                .Quantity(c.Above ? "above" : "below", c.Price)
                .Identity(ItemOf(c.Price.Address, ".when.")),
            RevenueCondition c => draft
                .Variant(key, "revenue")
                .Text("revenue", c.Actor)
                .Quantity("above", c.Above)
                .Identity(ItemOf(c.Above.Address, ".when.")),
            _ => throw new InvalidOperationException($"No text for {condition.GetType().Name}."),
        };

    private static SectionDraft Holds(SectionDraft draft, string area, string actor, string? by) =>
        draft.Text("holds", area).Text("by", actor, by);

    /// <summary>The item of a list in whose address a quantity lies, or "".</summary>
    private static string ItemOf(string address, string list)
    {
        var start = address.LastIndexOf(list, StringComparison.Ordinal);
        var end = address.LastIndexOf('.');
        return start < 0 || start + list.Length > end ? "" : address[(start + list.Length)..end];
    }
}
