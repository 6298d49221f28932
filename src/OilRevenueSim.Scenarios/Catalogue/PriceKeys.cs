using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of benchmarks.</summary>
internal static class PriceKeys
{
    private static readonly SectionShape Jumps = new(
        "jumps",
        "Jumps of the price at random times; on gbm they leave the mean price where it is, on schwartz they fade with the half-life.",
        [
            .. Rules.HazardKeys,
            new(
                "mean",
                new QuantityKey(Rules.LogAmount),
                "Mean of a jump of the log price: -0.1 is a fall of about 10%."
            )
            {
                Default = "0",
                Example = "-0.1",
            },
            new("sd", new QuantityKey(Rules.LogSpread), "Standard deviation of a jump of the log price.")
            {
                Required = true,
                Example = "0.15",
            },
        ]
    )
    {
        RequiredGroups = [Rules.Hazard],
    };

    private static readonly SectionShape RegimeChange = new(
        "regime change",
        "One way in which the price may pass from one set of parameters to another.",
        [
            new("from", new NameKey(), "Set that ends.") { Required = true, Example = "calm" },
            new("to", new NameKey(), "Set that begins.") { Required = true, Example = "wild" },
            .. Rules.HazardKeys,
            new("name", new NameKey(), "Identity of its own, where two changes share from and to.")
            {
                Absent = "FROM>TO",
            },
            new("stream", new TextKey(), "Keeps the random draws across a renaming.")
            {
                Absent = "price/BENCHMARK/regime/FROM>TO",
            },
        ]
    )
    {
        Identity = IdentityRule.FromTo,
        RequiredGroups = [Rules.Hazard],
    };

    private static readonly SectionShape RegimeSet = new(
        "regime",
        "A set of parameters: with long-run: and half-life: the price reverts as under schwartz, without them it moves as under gbm.",
        [
            new("volatility", new QuantityKey(Rules.Volatility), "Volatility σ, annualised.")
            {
                Required = true,
                Example = "25% to 35%",
            },
            new("drift", new QuantityKey(Rules.Drift), "Drift μ of the price of a set without long run.")
            {
                Group = "trend",
                Absent = "0 per year",
                Example = "2% per year",
            },
            new("long-run", new QuantityKey(Rules.PositivePrice), "Long-run median to which the price returns.")
            {
                Group = "trend",
                Absent = "no long run",
                Example = "40 to 70 USD/bbl",
            },
            new(
                "half-life",
                new QuantityKey(Rules.Duration),
                "Time in which half of a deviation from the long run is gone."
            )
            {
                Required = true,
                Only = new KeyCondition("long-run"),
                Example = "8 to 20 months",
            },
        ]
    );

    private static readonly SectionShape Regimes = new(
        "regimes",
        "Sets of parameters and how the price passes between them.",
        [
            new("start", new NameKey(), "Set on the first day.") { Required = true, Example = "calm" },
            new("sets", new NamedSectionsKey(EntityKind.Regime, RegimeSet), "The sets.")
            {
                Required = true,
                Example = "{ calm: { volatility: 25% } }",
            },
            new("changes", new ItemsKey(RegimeChange), "Possible changes.")
            {
                Absent = "none",
                Example = "[{ from: calm, to: wild, every: 3 years }]",
            },
        ]
    );

    public static readonly SectionShape Benchmark = new(
        "benchmark",
        "A reference price, such as Brent, that markets and hazards follow.",
        [
            new(
                "model",
                new ChoiceKey(["constant", "curve", "gbm", "schwartz", "schwartz-smith", "regimes", "bootstrap"], []),
                "How the price moves: constant; curve (given points); gbm (geometric Brownian motion); schwartz (returns to its long run); schwartz-smith (deviations fade from a level that drifts); regimes (switches between sets of parameters); bootstrap (repeats stretches of a history)."
            )
            {
                Required = true,
                Example = "schwartz",
            },
            new("spot", new QuantityKey(Rules.PositivePrice), "Price on the first day.")
            {
                Required = true,
                Only = new KeyCondition(
                    "model",
                    "constant",
                    "gbm",
                    "schwartz",
                    "schwartz-smith",
                    "regimes",
                    "bootstrap"
                ),
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
            new(
                "drift",
                new QuantityKey(Rules.Drift),
                "Drift μ of the price (gbm) or of the logarithm of its long-term level (schwartz-smith): 3% per year is 0.03."
            )
            {
                Default = "0 per year",
                Only = new KeyCondition("model", "gbm", "schwartz-smith"),
                Example = "2% per year",
            },
            new(
                "volatility",
                new QuantityKey(Rules.Volatility),
                "Volatility σ, annualised; with jumps, that between them."
            )
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
                "Time in which half of a deviation from the long run, or of the short-term deviation, is gone."
            )
            {
                Required = true,
                Only = new KeyCondition("model", "schwartz", "schwartz-smith"),
                Example = "8 to 20 months",
            },
            .. TwoFactorKeys,
            new("jumps", new SectionKey(Jumps), "Jumps of the price.")
            {
                Only = new KeyCondition("model", "gbm", "schwartz"),
                Absent = "none",
                Example = "{ every: 12 months, mean: -0.1, sd: 0.15 }",
            },
            new("regimes", new SectionKey(Regimes), "Sets of parameters and the changes between them.")
            {
                Required = true,
                Only = new KeyCondition("model", "regimes"),
                Example =
                    "{ start: calm, sets: { calm: { volatility: 25% }, wild: { volatility: 60% } }, changes: [{ from: calm, to: wild, every: 3 years }] }",
            },
            new(
                "file",
                new PriceFileKey(),
                "History whose changes are drawn: dated prices with the spacing of step:, in this folder or below."
            )
            {
                Required = true,
                Only = new KeyCondition("model", "bootstrap"),
                Example = "brent-monthly.csv",
            },
            new(
                "block-length",
                new QuantityKey(Rules.Duration),
                "Mean length of the stretches drawn; the longer, the more of the history's memory is kept."
            )
            {
                Required = true,
                Only = new KeyCondition("model", "bootstrap"),
                Example = "9 months",
            },
            new(
                "floor",
                new QuantityKey(Rules.Cost),
                "Lowest price that a policy allows; the process goes on below it."
            )
            {
                Absent = "none",
                Example = "20 USD/bbl",
            },
            new("cap", new QuantityKey(Rules.PositivePrice), "Highest price that a policy allows.")
            {
                Absent = "none",
                Example = "60 USD/bbl",
            },
        ]
    );

    private static IEnumerable<KeyDefinition> TwoFactorKeys =>
        [
            new("short-volatility", new QuantityKey(Rules.Volatility), "Volatility σ_χ of the short-term deviation.")
            {
                Required = true,
                Only = new KeyCondition("model", "schwartz-smith"),
                Example = "25% to 35%",
            },
            new("long-volatility", new QuantityKey(Rules.Volatility), "Volatility σ_ξ of the long-term level.")
            {
                Required = true,
                Only = new KeyCondition("model", "schwartz-smith"),
                Example = "12% to 18%",
            },
            new(
                "short-deviation",
                new QuantityKey(Rules.LogAmount),
                "Short-term deviation χ of the log price on the first day; the long-term level is spot·e^(−χ)."
            )
            {
                Default = "0",
                Only = new KeyCondition("model", "schwartz-smith"),
                Example = "-0.2",
            },
            new("factor-correlation", new QuantityKey(Rules.Correlation), "Correlation ρ of the two factors.")
            {
                Default = "0",
                Only = new KeyCondition("model", "schwartz-smith"),
                Example = "0.3",
            },
        ];

    /// <summary>Keys of <c>wander:</c>.</summary>
    public static SectionShape Wander(QuantityRule spread, string example) =>
        new(
            "wander",
            "Wandering of a number about its median: on the logarithm of a level, the log odds of a discount, a differential itself.",
            [
                new("sd", new QuantityKey(spread), "Standard deviation on that scale, from the first day on.")
                {
                    Required = true,
                    Example = example,
                },
                new("half-life", new QuantityKey(Rules.Duration), "Time in which half of a deviation is gone.")
                {
                    Required = true,
                    Example = "6 months",
                },
            ]
        );

    /// <summary>A long form with <c>wander:</c>.</summary>
    public static SectionShape Wandering(SectionShape longForm, SectionShape wander) =>
        longForm with
        {
            Keys =
            [
                .. longForm.Keys,
                new("wander", new SectionKey(wander), "How it wanders over time.")
                {
                    Absent = "it stays",
                    Example = $"{{ sd: {wander.Keys[0].Example}, half-life: 6 months }}",
                },
            ],
        };
}
