using System.Globalization;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>Failing examples for benchmarks and market prices.</summary>
internal static class PriceDiagnosticExamples
{
    private const string Schwartz = "brent:\n    model: schwartz\n";

    private const string Regimes =
        "  heavy:\n    model: regimes\n    spot: 30 USD/bbl\n    regimes:\n      start: calm\n"
        + "      sets: { calm: { volatility: 20% }, wild: { volatility: 60% } }\n"
        + "      changes: [{ from: calm, to: wild, every: 2 years }]\n";

    private const string TwoFactors =
        "  urals: { model: schwartz-smith, spot: 30 USD/bbl, half-life: 6 months, short-volatility: 28%, long-volatility: 15% }\n";

    private const string Light =
        "  light: { model: bootstrap, spot: 30 USD/bbl, file: prices.csv, block-length: 6 months }\n";

    public static IReadOnlyList<DiagnosticExample> All { get; } =
    [.. ModelExamples(), .. RegimeExamples(), .. CorrelationExamples(), .. HistoryExamples(), .. WanderExamples()];

    /// <summary>The small example with more benchmarks, and what stands at the end of the file.</summary>
    private static DiagnosticExample With(string code, string benchmarks, string says, string end = "") =>
        new(code, ExampleFiles.With("benchmarks:\n", "benchmarks:\n" + benchmarks) + end, says);

    private static DiagnosticExample Changed(string code, string find, string replace, string says) =>
        new(code, ExampleFiles.With(find, replace), says);

    private static IEnumerable<DiagnosticExample> ModelExamples() =>
        [
            Changed("ORS2009", Schwartz, "brent:\n    model: schwarz\n", "did you mean 'schwartz'?"),
            With(
                "ORS2007",
                TwoFactors.Replace(" }", ", volatility: 30% }", StringComparison.Ordinal),
                "gbm or schwartz"
            ),
            With(
                "ORS2002",
                TwoFactors.Replace("half-life: 6 months, ", "", StringComparison.Ordinal),
                "add half-life:"
            ),
            With(
                "ORS2007",
                TwoFactors.Replace(" }", ", jumps: { every: 1 year, sd: 0.1 } }", StringComparison.Ordinal),
                "jumps: belongs with model: gbm or schwartz, but here model is schwartz-smith"
            ),
            Changed("ORS2002", Schwartz, Schwartz + "    jumps: { every: 1 year }\n", "add sd:"),
            Changed("ORS2006", Schwartz, Schwartz + "    jumps: { sd: 0.1 }\n", "every:, rate:, chance:"),
            Changed("ORS5021", Schwartz, Schwartz + "    jumps: { rate: 2000 per day, sd: 0.1 }\n", "check the unit"),
            Changed(
                "ORS5063",
                Schwartz,
                Schwartz + "    floor: 60 USD/bbl\n    cap: 20 USD/bbl\n",
                "lies above its cap"
            ),
            With(
                "ORS3007",
                TwoFactors.Replace(" }", ", factor-correlation: 1.2 }", StringComparison.Ordinal),
                "a correlation lies between -1 and 1"
            ),
            With(
                "ORS3009",
                TwoFactors.Replace(" }", ", factor-correlation: 0.7 to 0.99 }", StringComparison.Ordinal),
                "write a narrower interval, or uniform 0.7 to 0.99"
            ),
        ];

    private static IEnumerable<DiagnosticExample> RegimeExamples() =>
        [
            With("ORS2002", "  heavy: { model: regimes, spot: 30 USD/bbl }\n", "add regimes:"),
            With("ORS2002", Regimes.Replace("      start: calm\n", "", StringComparison.Ordinal), "add start:"),
            With("ORS2002", Regimes.Replace("sets: {", "states: {", StringComparison.Ordinal), "add sets:"),
            With(
                "ORS2008",
                Regimes.Replace(
                    "sets: { calm: { volatility: 20% }, wild: { volatility: 60% } }",
                    "sets: {}",
                    StringComparison.Ordinal
                ),
                "sets: is empty"
            ),
            With(
                "ORS4021",
                Regimes.Replace("start: calm", "start: clam", StringComparison.Ordinal),
                "did you mean 'calm'?"
            ),
            With("ORS4021", Regimes.Replace("to: wild", "to: stormy", StringComparison.Ordinal), "calm, wild"),
            With("ORS5014", Regimes.Replace("to: wild", "to: calm", StringComparison.Ordinal), "must differ"),
            With(
                "ORS2002",
                Regimes.Replace("calm: { vol", "calm: { long-run: 40 USD/bbl, vol", StringComparison.Ordinal),
                "add half-life:"
            ),
            With(
                "ORS2005",
                Regimes.Replace(
                    "calm: { vol",
                    "calm: { drift: 1% per year, long-run: 40 USD/bbl, half-life: 1 year, vol",
                    StringComparison.Ordinal
                ),
                "keep one of drift:, long-run:"
            ),
            With(
                "ORS2017",
                Regimes.Replace(
                    "every: 2 years",
                    "every: 2 years, stream: control/oil-crescent/guards>lna",
                    StringComparison.Ordinal
                ),
                "stream: of its own"
            ),
        ];

    private static IEnumerable<DiagnosticExample> CorrelationExamples()
    {
        const string Gbm = "  {0}: {{ model: gbm, spot: 30 USD/bbl, volatility: 30% }}\n";
        var three =
            string.Format(CultureInfo.InvariantCulture, Gbm, "dubai")
            + string.Format(CultureInfo.InvariantCulture, Gbm, "wti");
        static string Pairs(params string[] pairs) =>
            "price-correlations:\n" + string.Concat(pairs.Select(p => $"  - [{p}]\n"));
        return
        [
            With("ORS2004", three, "write - [brent, dubai, 0.9]", Pairs("brent, dubai")),
            With("ORS4006", three, "did you mean 'dubai'?", Pairs("brent, duabi, 0.9")),
            With("ORS3007", three, "between -1 and 1", Pairs("brent, dubai, 1.9")),
            With("ORS5010", three, "name two different benchmarks", Pairs("brent, brent, 0.9")),
            With("ORS5010", three, "already stands at line", Pairs("brent, dubai, 0.9", "dubai, brent, 0.8")),
            With("ORS5010", TwoFactors, "factor-correlation:", Pairs("urals.short, urals.long, 0.9")),
            With("ORS5061", TwoFactors, "write urals.short or urals.long", Pairs("brent, urals, 0.9")),
            With("ORS5061", TwoFactors, "write brent", Pairs("brent.long, urals.long, 0.9")),
            With("ORS5061", Regimes, "gbm, schwartz and schwartz-smith", Pairs("brent, heavy, 0.9")),
            With("ORS5061", Light, "move together by themselves", Pairs("brent, light, 0.9")) with
            {
                Included = new() { ["prices.csv"] = Monthly(60) },
            },
            With("ORS5062", three, "brent ~ dubai 1", Pairs("brent, dubai, 1")),
            With(
                "ORS5062",
                three,
                "brent ~ dubai 0.95, brent ~ wti 0.95",
                Pairs("brent, dubai, 0.95", "brent, wti, 0.95")
            ),
            With(
                "ORS5062",
                three,
                "brent ~ dubai 0.9, brent ~ wti 0.9, dubai ~ wti -0.9",
                Pairs("brent, dubai, 0.9", "brent, wti, 0.9", "dubai, wti, -0.9")
            ),
            With(
                "ORS3012",
                three,
                "must be one number",
                Pairs("brent, dubai, 0.5 to 0.7", "brent, wti, 0.6", "dubai, wti, 0.6")
            ),
        ];
    }

    private static IEnumerable<DiagnosticExample> HistoryExamples()
    {
        var monthly = ExampleFiles.Small.Replace("step: week", "step: month", StringComparison.Ordinal);
        DiagnosticExample History(string code, string says, string prices, string light = Light, string text = "") =>
            new(
                code,
                (text.Length == 0 ? monthly : text).Replace(
                    "benchmarks:\n",
                    "benchmarks:\n" + light,
                    StringComparison.Ordinal
                ),
                says
            )
            {
                Included = new() { ["prices.csv"] = prices, ["other.csv"] = Monthly(50) },
            };
        return
        [
            History(
                "ORS1020",
                "no such file",
                Monthly(60),
                Light.Replace("prices.csv", "price.csv", StringComparison.Ordinal)
            ),
            History(
                "ORS1021",
                "outside",
                Monthly(60),
                Light.Replace("prices.csv", "../prices.csv", StringComparison.Ordinal)
            ),
            History("ORS7001", "no line holds a date and a price", "not prices\n"),
            History("ORS5064", "no history has that spacing", Monthly(60), text: ExampleFiles.Small),
            History("ORS5064", "are daily, but the step is a month", Daily(60)),
            History("ORS5064", "has no price between", Monthly(60, without: 30)),
            History(
                "ORS5064",
                "write start: 2016-02",
                Monthly(60),
                text: monthly.Replace("start: 2016-02", "start: 2016-02-15", StringComparison.Ordinal)
            ),
            History(
                "ORS5065",
                "write at least 1 month",
                Monthly(60),
                Light.Replace("6 months", "2 weeks", StringComparison.Ordinal)
            ),
            History(
                "ORS5066",
                "different days",
                Monthly(60),
                Light
                    + Light
                        .Replace("light", "other", StringComparison.Ordinal)
                        .Replace("prices", "other", StringComparison.Ordinal)
            ),
            History(
                "ORS5066",
                "block lengths",
                Monthly(60),
                Light
                    + Light
                        .Replace("light", "other", StringComparison.Ordinal)
                        .Replace("6 m", "7 m", StringComparison.Ordinal)
            ),
        ];
    }

    private static IEnumerable<DiagnosticExample> WanderExamples() =>
        [
            Changed(
                "ORS5067",
                "price: { linked: brent,",
                "price: { linked: brent, discount: { value: 0%, wander: { sd: 0.2, half-life: 1 month } },",
                "cannot wander"
            ),
            Changed(
                "ORS2001",
                "capacity: 360 kb/d",
                "capacity: { value: 360 kb/d, wander: { sd: 0.2, half-life: 1 month } }",
                "no key 'wander'"
            ),
            Changed(
                "ORS2002",
                "price: { linked: brent,",
                "price: { linked: brent, discount: { value: 10%, wander: { sd: 0.2 } },",
                "add half-life:"
            ),
        ];

    private static string Monthly(int count, int without = -1) =>
        "Date,Price\n"
        + string.Concat(
            Enumerable
                .Range(0, count)
                .Where(i => i != without)
                .Select(i =>
                    string.Create(CultureInfo.InvariantCulture, $"{2000 + (i / 12)}-{1 + (i % 12):00},{50 + (i % 7)}\n")
                )
        );

    private static string Daily(int count) =>
        "Date,Price\n"
        + string.Concat(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{new DateOnly(2010, 1, 1).AddDays(i):yyyy-MM-dd},{50 + (i % 7)}\n"
                    )
                )
        );
}
