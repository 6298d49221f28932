using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of market prices.</summary>
internal static class MarketPriceKeys
{
    private static readonly SectionShape Wander = PriceKeys.Wander(Rules.Number, "0.2");

    private static readonly SectionShape WanderOfDollars = PriceKeys.Wander(Rules.PositivePrice, "2 USD/bbl");

    public static readonly SectionShape MarketPrice = new(
        "market price",
        "How a market's price is made: linked to a benchmark, or local with a level of its own.",
        [
            new(
                "linked",
                new ReferenceKey(EntityKind.Benchmark),
                "Benchmark that sets the price: max(floor, S·(1 − discount) + differential)."
            )
            {
                Group = "rule",
                Example = "brent",
            },
            new(
                "local",
                new QuantityKey(Rules.PositivePrice) { Wander = Wander },
                "Level of a captive market: max(floor, level·(S/reference)^elasticity)."
            )
            {
                Group = "rule",
                Example = "20 to 45 USD/bbl",
            },
            new(
                "discount",
                new QuantityKey(Rules.Share) { Wander = Wander },
                "Share of the benchmark that buyers take off."
            )
            {
                Default = "0%",
                Only = new KeyCondition("linked"),
                Example = "uniform 30% to 50%",
            },
            new(
                "differential",
                new QuantityKey(Rules.PriceDifference) { Wander = WanderOfDollars },
                "Amount above or below the benchmark."
            )
            {
                Default = "0 USD/bbl",
                Only = new KeyCondition("linked"),
                Example = "-1.5 to 0 USD/bbl",
            },
            new(
                "follows",
                new ReferenceKey(EntityKind.Benchmark),
                "Benchmark that a local price follows with its elasticity."
            )
            {
                Only = new KeyCondition("local"),
                Absent = "follows nothing",
                Example = "brent",
            },
            new(
                "elasticity",
                new QuantityKey(Rules.Elasticity),
                "Elasticity of a local price to the benchmark it follows."
            )
            {
                Default = "0",
                Only = new KeyCondition("local"),
                Example = "uniform 0 to 0.3",
            },
            new("reference", new QuantityKey(Rules.PositivePrice), "Benchmark price at which the local level holds.")
            {
                Only = new KeyCondition("follows"),
                Absent = "the benchmark's price on the first day",
                Example = "50 USD/bbl",
            },
            new("floor", new QuantityKey(Rules.Cost), "Lowest price.") { Default = "0 USD/bbl", Example = "5 USD/bbl" },
        ]
    )
    {
        RequiredGroups = ["rule"],
    };
}
