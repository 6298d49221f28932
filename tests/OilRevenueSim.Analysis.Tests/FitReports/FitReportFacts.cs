using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;
using static OilRevenueSim.Analysis.Tests.FitReports.InventedPrices;

namespace OilRevenueSim.Analysis.Tests.FitReports;

public sealed class FitReportFacts
{
    private static readonly ImmutableArray<double> Residuals =
    [
        .. Enumerable.Range(0, 59).Select(i => Math.Sin(1.3 * i * i)),
    ];

    private static readonly PriceModelFit Schwartz = Fit(
        "schwartz",
        100.0,
        residuals: Residuals,
        parameters:
        [
            Parameter("long-run", "USD/bbl", 61.5, 52.25, 72.4),
            Parameter("half-life", "months", 15.6, 7.38, double.PositiveInfinity),
            Parameter("volatility", "per √year", 0.4228, 0.4151, 0.4306),
        ]
    );

    private static readonly PriceModelFit Gbm = Fit(
        "gbm",
        90.0,
        residuals: Residuals,
        parameters:
        [
            Parameter("drift", "per year", -0.02, -0.1004, 0.06),
            Parameter("volatility", "per √year", 0.4, 0.38, 0.42),
        ]
    );

    private static PriceStudy Study(params PriceModelFit[] fits) =>
        new()
        {
            Source = Source,
            Treatments = ["They are as they are."],
            Fits = [.. fits],
            UnitRoot = UnitRootTest.Of([.. Source.History.PricesUsd.Select(Math.Log)]),
        };

    [Fact]
    public void Interval_of_a_parameter_becomes_the_range_of_a_scenario_in_its_unit()
    {
        var block = BenchmarkBlock.Write(Source, Schwartz, "");

        Assert.Contains("    long-run:\n      value: 52.25 to 72.4 USD/bbl\n", block, StringComparison.Ordinal);
        Assert.Contains("    volatility:\n      value: 41.51 to 43.06%\n", block, StringComparison.Ordinal);
        Assert.Contains(
            "value: -0.1004 to 0.06 per year\n",
            BenchmarkBlock.Write(Source, Gbm, ""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Half_life_without_upper_end_ends_at_fifty_years_and_says_so()
    {
        var block = BenchmarkBlock.Write(Source, Schwartz, "");

        Assert.Contains("value: 7.38 to 600 months\n", block, StringComparison.Ordinal);
        Assert.Contains("The sample sets no upper end; 600 months stand for it.", block, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_with_dots_are_nested_once()
    {
        var jumps = Fit(
            "gbm",
            95.0,
            parameters:
            [
                Parameter("volatility", "per √year", 0.26, 0.25, 0.27),
                Parameter("jumps.rate", "per year", 27.0, 18.0, 40.0),
                Parameter("jumps.sd", "", 0.05, 0.04, 0.06),
            ]
        ) with
        {
            Jumps = true,
        };

        var lines = BenchmarkBlock.Write(Source, jumps, "").Split('\n');

        Assert.Single(lines, l => l == "    jumps:");
        Assert.Contains("      rate:", lines);
        Assert.Contains("        value: 18 to 40 per year", lines);
        Assert.Contains("        value: 0.04 to 0.06", lines);
    }

    [Fact]
    public void Regimes_become_a_start_a_list_of_changes_and_sets()
    {
        var regimes = Fit(
            "regimes",
            95.0,
            parameters:
            [
                Parameter("regimes.changes.calm>turbulent.rate", "per year", 2.0, 1.0, 4.0),
                Parameter("regimes.sets.calm.volatility", "per √year", 0.26, 0.25, 0.27),
                Parameter("measurement-error", "", 0.26, 0.25, 0.27) with
                {
                    ObservationsOnly = true,
                },
            ]
        ) with
        {
            EndStates = [Parameter("regimes.start", "P(turbulent)", 0.73, 0.0, 1.0)],
        };

        var block = BenchmarkBlock.Write(Source, regimes, "");

        Assert.Contains(
            "    regimes:\n      start: turbulent # turbulent at the last price with probability 0.73\n      changes:\n",
            block,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "        - from: calm\n          to: turbulent\n          rate:\n            value: 1 to 4 per year\n",
            block,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "      sets:\n        calm:\n          volatility:\n            value: 25 to 27%\n",
            block,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("measurement", block, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimates_that_go_together_are_correlated_by_rank_and_others_are_not()
    {
        var fit = Gbm with { Correlations = [new("drift", "volatility", -0.5)] };
        var block = BenchmarkBlock.Write(Source, fit, "");

        // Rank correlation of normal numbers: 6/π · arcsin(−0.25) = −0.4826.
        Assert.EndsWith(
            "correlations:\n  - [benchmarks.brent.drift, benchmarks.brent.volatility, -0.48]\n",
            block,
            StringComparison.Ordinal
        );
        var weak = BenchmarkBlock.Write(Source, Gbm with { Correlations = [new("drift", "volatility", 0.2)] }, "");
        Assert.DoesNotContain("correlations:", weak, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_names_file_window_and_number_of_prices_with_quotation_marks_escaped()
    {
        var block = BenchmarkBlock.Write(Source, Gbm, "");

        Assert.Contains("benchmarks:\n  brent:\n    model: gbm\n", block, StringComparison.Ordinal);
        Assert.Contains(
            "source: \"Brent monthly.csv, Europe Brent \\\"spot\\\", 2015-01-30 to 2019-12-30, 60 monthly prices\"\n",
            block,
            StringComparison.Ordinal
        );
        Assert.Contains("grade: read\n", block, StringComparison.Ordinal);
        Assert.Contains("date: 2019-12-30\n", block, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DCOILWTICO.csv", "DCOILWTICO", "wti")]
    [InlineData("prices.csv", "Europe Brent Spot Price FOB", "brent")]
    [InlineData("Basrah heavy (2019).csv", "price", "basrah-heavy-2019")]
    [InlineData("2019.csv", "price", "prices-2019")]
    [InlineData("цены.csv", "цена", "prices")]
    public void Benchmark_is_named_after_the_crude_or_the_file(string file, string column, string name) =>
        Assert.Equal(name, (Source with { History = History() with { Name = file }, Column = column }).BenchmarkName);

    [Fact]
    public void Smallest_bic_of_those_that_converged_is_chosen()
    {
        var better = Fit("regimes", 500.0, converged: false);

        Assert.Equal("schwartz", Study(Gbm, Schwartz, better).Chosen!.Model);
        Assert.Equal("gbm", Study(Gbm, Schwartz with { LogLikelihood = 91.0 }).Chosen!.Model);
        Assert.Null(Study(better).Chosen);
    }

    [Fact]
    public void Tidy_table_holds_one_number_a_line_and_nothing_where_there_is_none()
    {
        using var writer = new StringWriter();
        FitCsv.Write(Study(Schwartz), writer);
        var lines = writer.ToString().Split('\n');

        Assert.Equal(FitCsv.Header, lines[0]);
        Assert.Contains("schwartz,half-life,months,estimate,15.6", lines);
        Assert.Contains("schwartz,half-life,months,high_90,", lines);
        Assert.Contains("schwartz,,,log_likelihood,100", lines);
        Assert.Contains("schwartz,,,converged,1", lines);
        Assert.DoesNotContain(lines, l => l.Contains("bootstrap_error", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_says_what_was_read_and_chosen()
    {
        using var stream = new MemoryStream();
        FitJson.Write(Study(Gbm, Schwartz), stream);
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var root = json.RootElement;

        Assert.Equal("schwartz", root.GetProperty("chosen").GetString());
        Assert.Equal("They are as they are.", root.GetProperty("treatments")[0].GetString());
        var halfLife = root.GetProperty("models")[1].GetProperty("parameters")[1];
        Assert.Equal(15.6, halfLife.GetProperty("estimate").GetDouble());
        Assert.Equal(JsonValueKind.Null, halfLife.GetProperty("high_90").ValueKind);
    }

    [Fact]
    public void Mean_reversion_is_told_from_a_random_walk_by_the_test_the_half_life_and_bic()
    {
        // ln L 10 above with one parameter more: BIC 2·10 − ln 59 = 15.9 below.
        var said = FitTables.MeanReversion(Study(Gbm, Schwartz));

        Assert.Matches("Dickey-Fuller", said[0]);
        Assert.Equal(
            "Half-life of schwartz: 15.6 months, 90 % interval 7.38 months to infinity, a random walk.",
            said[1]
        );
        Assert.Equal("BIC supports the mean reversion of schwartz: its BIC is 15.9 below that of gbm.", said[2]);
        Assert.StartsWith(
            "BIC speaks neither",
            FitTables.MeanReversion(Study(Gbm, Schwartz with { LogLikelihood = 92.0 }))[2],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "BIC does not support",
            FitTables.MeanReversion(Study(Gbm, Schwartz with { LogLikelihood = 90.1 }))[2],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Errors_stand_beside_the_uncorrected_estimate_to_which_they_belong()
    {
        var corrected = Parameter("half-life", "months", 15.6, 7.38, 240.0) with
        {
            Uncorrected = 9.5,
            StandardError = 3.1,
            BootstrapError = 4.2,
        };

        var rows = FitTables.Parameters(Study(Fit("schwartz", 100.0, parameters: [corrected], residuals: Residuals)));

        Assert.Equal(["schwartz", "half-life", "15.6", "", "", "7.38 to 240", "months"], rows[1]);
        Assert.Equal(["", "  uncorrected", "9.5", "3.1", "4.2", "", "months"], rows[2]);
        Assert.Contains(
            "estimate 15.6 months, corrected for bias from the maximum at 9.5, standard error 3.1; 90 % interval.",
            BenchmarkBlock.Write(Source, Fit("schwartz", 100.0, parameters: [corrected]), ""),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        double.PositiveInfinity,
        double.PositiveInfinity,
        double.PositiveInfinity,
        "infinite, a random walk: these prices moved away from their mean."
    )]
    [InlineData(12.0, 0.0, double.PositiveInfinity, "not to be found in these prices; see the remarks.")]
    [InlineData(
        double.PositiveInfinity,
        9.0,
        double.PositiveInfinity,
        "infinite, 90 % interval 9 months to infinity, a random walk."
    )]
    [InlineData(12.0, 9.0, 20.0, "12 months, 90 % interval 9 to 20 months.")]
    public void Half_life_is_said_in_words_that_fit_it(double estimate, double low, double high, string words)
    {
        var fit = Fit(
            "schwartz",
            100.0,
            residuals: Residuals,
            parameters: [Parameter("half-life", "months", estimate, low, high)]
        );

        Assert.Equal("Half-life of schwartz: " + words, FitTables.MeanReversion(Study(fit))[1]);
    }

    [Fact]
    public void An_end_beyond_fifty_years_is_cut_and_an_open_one_is_not_called_cut()
    {
        var far = Fit("schwartz", 100.0, parameters: [Parameter("half-life", "months", 14.0, 7.0, 5829.0)]);

        Assert.Contains(
            "Its upper end, 5829 months, is cut to 600.",
            BenchmarkBlock.Write(Source, far, ""),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0.0735, "0.0735")]
    [InlineData(-19286.84, "−19287")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NaN, "–")]
    [InlineData(0.0001582, "0.000158")]
    public void Numbers_have_three_digits_that_matter_and_no_powers(double value, string text) =>
        Assert.Equal(text, FitNumbers.Text(value));

    [Fact]
    public void Blocks_of_the_bootstrap_are_told_in_the_spacing_of_the_prices_and_not_for_weeks()
    {
        var study = Study(Gbm);
        var history = study.Source.History;
        PriceStudy As(PriceSpacing spacing) =>
            study with
            {
                Source = study.Source with { History = history with { Spacing = spacing } },
            };
        var steps = BlockLength.OfLogPrices([.. history.PricesUsd.Select(Math.Log)]);
        var days = (history.Dates[^1].DayNumber - history.Dates[0].DayNumber) / (history.Dates.Length - 1.0);

        Assert.Contains($"block-length: {Math.Ceiling(steps):0} months ", FitTables.Blocks(As(PriceSpacing.Month)));
        Assert.Contains($"block-length: {Math.Ceiling(steps * days):0} days ", FitTables.Blocks(As(PriceSpacing.Day)));
        Assert.Null(FitTables.Blocks(As(PriceSpacing.Week)));
    }
}
