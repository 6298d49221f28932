using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of benchmarks and of market prices.</summary>
internal static class PriceKeys
{
    public static readonly SectionShape Benchmark = new(
        "benchmark",
        "A reference price, such as Brent, that markets and hazards follow.",
        [
            new(
                "model",
                new ChoiceKey(["constant", "curve", "gbm", "schwartz"], ["schwartz-smith", "regimes", "bootstrap"]),
                "How the price moves: constant; curve (given points); gbm (geometric Brownian motion); schwartz (returns to its long run)."
            )
            {
                Required = true,
                Example = "schwartz",
            },
            new("spot", new QuantityKey(Rules.PositivePrice), "Price on the first day.")
            {
                Required = true,
                Only = new KeyCondition("model", "constant", "gbm", "schwartz"),
                Example = "32.45 USD/bbl",
            },
            new(
                "points",
                new QuantityMapKey(null, Rules.PositivePrice),
                "Dated prices, log-linear in days between them and flat beyond."
            )
            {
                Required = true,
                Only = new KeyCondition("model", "curve"),
                Example = "{ 2016-02: 32 USD/bbl, 2017-01: 55 USD/bbl }",
            },
            new("drift", new QuantityKey(Rules.Drift), "Drift μ of the price: 3% per year is 0.03.")
            {
                Default = "0 per year",
                Only = new KeyCondition("model", "gbm"),
                Example = "2% per year",
            },
            new("volatility", new QuantityKey(Rules.Volatility), "Volatility σ, annualised.")
            {
                Required = true,
                Only = new KeyCondition("model", "gbm", "schwartz"),
                Example = "30% to 42%",
            },
            new("long-run", new QuantityKey(Rules.PositivePrice), "Long-run median to which the price returns.")
            {
                Required = true,
                Only = new KeyCondition("model", "schwartz"),
                Example = "40 to 70 USD/bbl",
            },
            new(
                "half-life",
                new QuantityKey(Rules.Duration),
                "Time in which half of a deviation from the long run is gone."
            )
            {
                Required = true,
                Only = new KeyCondition("model", "schwartz"),
                Example = "8 to 20 months",
            },
            KeyDefinition.Later("short-volatility", "Volatility of the short-term factor (schwartz-smith)."),
            KeyDefinition.Later("long-volatility", "Volatility of the long-term factor (schwartz-smith)."),
            KeyDefinition.Later("short-deviation", "Short-term deviation at the start (schwartz-smith)."),
            KeyDefinition.Later("factor-correlation", "Correlation of the two factors (schwartz-smith)."),
            KeyDefinition.Later("jumps", "Jumps under gbm or schwartz."),
            KeyDefinition.Later("regimes", "Switching between sets of parameters."),
            KeyDefinition.Later("file", "History for the bootstrap."),
            KeyDefinition.Later("block-length", "Mean block length of the bootstrap."),
            KeyDefinition.Later("floor", "Lowest price a policy allows."),
            KeyDefinition.Later("cap", "Highest price a policy allows."),
        ]
    );

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
                new QuantityKey(Rules.PositivePrice),
                "Level of a captive market: max(floor, level·(S/reference)^elasticity)."
            )
            {
                Group = "rule",
                Example = "20 to 45 USD/bbl",
            },
            new("discount", new QuantityKey(Rules.Share), "Share of the benchmark that buyers take off.")
            {
                Default = "0%",
                Only = new KeyCondition("linked"),
                Example = "uniform 30% to 50%",
            },
            new("differential", new QuantityKey(Rules.PriceDifference), "Amount above or below the benchmark.")
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
