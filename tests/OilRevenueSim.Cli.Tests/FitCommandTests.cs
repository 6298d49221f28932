using System.Text.Json;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Cli.Tests;

public sealed partial class FitCommandTests
{
    [Fact]
    public void Fit_says_how_prices_were_read_what_was_fitted_and_writes_tables_blocks_and_charts()
    {
        using var session = new OilsimSession();
        var result = Fit(session);

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.Contains("prices.csv: 3,912 daily prices, 2010-01-04 to 2024-12-31", result.Out);
        Assert.Contains("How the prices were read\n  The prices are daily", result.Out);
        Assert.Matches(@"schwartz +long-run +[0-9.]+ +[0-9.]+ +[0-9.]+ to [0-9.]+ +USD/bbl", result.Out);
        Assert.Matches(@"gbm +2 +[0-9.−]+ +[0-9.−]+ +[0-9.−]+ \*? +yes", result.Out);
        foreach (
            var file in (string[])
                [
                    "fit.csv",
                    "fit.json",
                    "prices.yaml",
                    "prices-gbm.yaml",
                    "prices.yaml",
                    "charts/fan.png",
                    "charts/fan.svg",
                    "charts/returns.png",
                    "charts/residuals.svg",
                    "charts/squares.png",
                    "manifest.json",
                ]
        )
        {
            Assert.True(File.Exists(Written(session, file)), file);
        }

        Assert.Contains(File.ReadAllText(Written(session, "prices.yaml")).ReplaceLineEndings("\n"), result.Out);
    }

    [Theory]
    [InlineData("gbm")]
    [InlineData("schwartz")]
    public void Block_of_a_fit_replaces_the_benchmarks_of_a_scenario_which_then_runs(string model)
    {
        using var session = new OilsimSession();
        Assert.Equal(ExitCode.Done, Fit(session, "--no-charts").ExitCode);

        Paste(session, File.ReadAllText(Written(session, $"prices-{model}.yaml")), "prices");
        var validated = session.Type("validate", session.Scenario);
        var run = session.Run();

        Assert.Equal((ExitCode.Done, ""), (validated.ExitCode, validated.Error));
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains("prices.csv, price_usd_bbl, 2010-01-04 to 2024-12-31", session.ResultText("manifest.json"));
    }

    [Fact]
    public void Fan_of_the_chosen_model_leaves_from_the_last_price_and_holds_its_spread()
    {
        const string block = """
            benchmarks:
              oil: { model: gbm, spot: 50 USD/bbl, volatility: 30% }
            """;
        var (fan, problem) = Runs.PriceFan.Of(block, "oil", new DateOnly(2020, 3, 17), 1, CancellationToken.None);

        Assert.Null(problem);
        Assert.Equal((new DateOnly(2020, 4, 1), new DateOnly(2022, 4, 1)), (fan!.Months[0], fan.Months[^1]));
        Assert.All(fan.QuantilesUsd, q => Assert.Equal(50.0, q[0], 1e-9));
        // ln S has standard deviation 0.3·√2 after two years; the 5 % quantile of 10,000 paths lies within 5 standard errors,
        // √(0.05·0.95/10,000)/φ(1.645) = 0.0211 of it; false alarm 6e-7.
        var expected = Math.Log(50.0) - 0.09 - (1.6449 * 0.3 * Math.Sqrt(2.0));
        Assert.Equal(expected, Math.Log(fan.QuantilesUsd[0][^1]), 5.0 * 0.0211 * 0.3 * Math.Sqrt(2.0));
    }

    [Fact]
    public void Same_seed_gives_the_same_files()
    {
        using var session = new OilsimSession();
        string[] rest = ["--no-charts", "--model", "gbm,schwartz"];
        Fit(session, rest);
        var first = File.ReadAllText(Written(session, "fit.json"));
        Fit(session, rest);

        Assert.Equal(first, File.ReadAllText(Written(session, "fit.json")));
        Assert.Equal(first, File.ReadAllText(Written(session, "previous/fit.json")));
    }

    [Fact]
    public void Json_is_printed_alone_and_quiet_prints_nothing()
    {
        using var session = new OilsimSession();
        var json = Fit(session, "--json", "--no-charts", "--model", "gbm");
        using var parsed = JsonDocument.Parse(json.Out);

        Assert.Equal("gbm", parsed.RootElement.GetProperty("chosen").GetString());
        Assert.Equal(
            new SessionResult(ExitCode.Done, "", ""),
            Fit(session, "--quiet", "--no-charts", "--model", "gbm")
        );
    }

    [Fact]
    public void Window_is_taken_and_said()
    {
        using var session = new OilsimSession();
        var result = Fit(session, "--from", "2015", "--to", "2016-06", "--no-charts", "--model", "gbm");

        Assert.Contains("391 daily prices, 2015-01-01 to 2016-06-30", result.Out);
        Assert.Contains("The window takes 391 of 3,912 prices", result.Out);
    }

    [Fact]
    public void Charts_in_another_language_cite_the_prices_in_it()
    {
        using var session = new OilsimSession();
        Fit(session, "--model", "gbm", "--lang", "fr", "--format", "svg");

        var drawn = File.ReadAllText(Written(session, "charts/returns.svg")).Split("</metadata>")[1];
        Assert.Matches(
            "prices.csv, price_usd_bbl, 2010-01-04 à 2024-12-31, 3\\s912 prix quotidiens · modèle gbm",
            drawn
        );
        Assert.DoesNotContain("daily", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_blocks_that_were_written_are_named()
    {
        var history = new PriceHistory
        {
            Name = "invented.csv",
            Dates = [.. Enumerable.Range(0, 60).Select(i => new DateOnly(2015, 1, 30).AddMonths(i))],
            PricesUsd = [.. Enumerable.Range(0, 60).Select(i => 60.0 * Math.Exp(0.1 * Math.Sin(1.7 * i)))],
            Spacing = PriceSpacing.Month,
            Meaning = PriceMeaning.Point,
        };
        var study = PriceStudy.Of(
            new FitSource(history, "price", "0.1.0"),
            [],
            [FitModel.All[0]],
            new PriceFitOptions()
        );
        var open = study with { Fits = [study.Fits[0] with { Converged = false }] };
        var none = study with
        {
            Fits =
            [
                open.Fits[0] with
                {
                    Parameters = [.. open.Fits[0].Parameters.Select(p => p with { Estimate = double.NaN })],
                },
            ],
        };

        Assert.Equal(
            [$"{Path.Combine("p", "prices.yaml")} (the one above); of each model: prices-MODEL.yaml"],
            Runs.FitRun.Blocks(study, "p")
        );
        Assert.Equal(
            [$"{Path.Combine("p", "prices-MODEL.yaml")} of each model, none of which has converged"],
            Runs.FitRun.Blocks(open, "p")
        );
        Assert.Empty(Runs.FitRun.Blocks(none, "p"));
    }

    [Fact]
    public void Bootstrap_adds_its_standard_errors()
    {
        using var session = new OilsimSession();
        var result = Fit(session, "--from", "2023", "--bootstrap", "20", "--no-charts", "--model", "gbm");

        Assert.Matches("model +parameter +estimate +std. error +bootstrap +90 % interval", result.Out);
        Assert.Contains("gbm,volatility,per √year,bootstrap_error,0.", File.ReadAllText(Written(session, "fit.csv")));
    }

    [Fact]
    public void Interrupted_fit_writes_nothing()
    {
        using var session = new OilsimSession();
        using var interrupt = new CancellationTokenSource();
        session.Type("fit", "--example", session.PathOf("prices.csv"));
        interrupt.Cancel();

        var result = session.Type(interrupt.Token, "fit", session.PathOf("prices.csv"), "--out", session.Results);

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.False(Directory.Exists(session.Results));
    }

    [Theory]
    [InlineData("no-such.csv", "ORS1001")]
    [InlineData(".", "ORS1002")]
    [InlineData("minimal.yaml", "ORS7002")]
    public void Wrong_file_is_said_with_its_code_and_a_hint(string file, string code)
    {
        using var session = new OilsimSession();
        var result = session.Type("fit", session.PathOf(file), "--out", session.Results);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains($"error {code}", result.Error);
        Assert.Contains("hint:", result.Error);
        Assert.False(Directory.Exists(session.Results));
    }

    [Theory]
    [InlineData("give a file of prices")]
    [InlineData("give a file of prices", "a.csv", "--example", "b.csv")]
    [InlineData("belong together", "--futures", "85")]
    [InlineData("belong together", "--futures", "85", "--days", "70")]
    [InlineData("--futures: -5", "--futures", "-5", "--days", "70", "--implied-vol", "35%")]
    [InlineData("such as 35%", "--futures", "85", "--days", "70", "--implied-vol", "35")]
    [InlineData("there is no 'garch'", "a.csv", "--model", "garch")]
    [InlineData("point or average", "a.csv", "--values", "mean")]
    [InlineData("a date such as", "a.csv", "--from", "01/02/2010")]
    [InlineData("--from 2024-01-01 lies after --to 2020-12-31", "a.csv", "--from", "2024", "--to", "2020")]
    [InlineData("--bootstrap takes a whole number", "a.csv", "--bootstrap", "many")]
    [InlineData("from 20", "a.csv", "--bootstrap", "5")]
    public void Wrong_options_are_said(string says, params string[] given)
    {
        using var session = new OilsimSession();
        var result = session.Type(["fit", .. given]);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(says, result.Error);
    }

    [Fact]
    public void Band_that_options_imply_is_that_of_the_us_eia()
    {
        using var session = new OilsimSession();
        var result = session.Type("fit", "--futures", "85", "--implied-vol", "35%", "--days", "70");

        // 85·exp(±1.9600·0.35·√(70/365)) and 85·exp(±1.6449·0.35·√(70/365)).
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.Contains("95 %         62.9 to 115", result.Out);
        Assert.Contains("66.1 to 109 USD/bbl", result.Out);
    }

    [Fact]
    public void Scores_are_printed_by_horizon_and_model()
    {
        using var session = new OilsimSession();
        var result = Fit(session, "--from", "2018", "--score", "--no-charts", "--model", "gbm");

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"252 days +gbm +0\.\d{4} +0\.\d{4} +−?0\.\d{4} \(0\.\d{4}\)", result.Out);
        Assert.DoesNotContain("regimes", result.Out);
    }

    [Fact]
    public void Example_leaves_a_file_that_exists_as_it_is()
    {
        using var session = new OilsimSession();
        var result = session.Type("fit", "--example", session.Scenario);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("exists already", result.Error);
    }

    [Fact]
    public void Daily_brent_of_the_us_eia_is_fitted_and_its_block_runs()
    {
        var folder = Environment.GetEnvironmentVariable("OILREVENUESIM_DATA");
        Assert.SkipWhen(folder is null, "OILREVENUESIM_DATA names no folder with brent-daily.csv");
        using var session = new OilsimSession();
        var result = session.Type(
            "fit",
            Path.Combine(folder, "brent-daily.csv"),
            "--from",
            "2010",
            "--out",
            session.Results,
            "--no-charts"
        );
        Assert.Equal(ExitCode.Done, result.ExitCode);

        Paste(session, File.ReadAllText(session.PathOf("results/fit/brent-daily/prices.yaml")), "brent");
        var run = session.Run();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
    }

    private static SessionResult Fit(OilsimSession session, params string[] more)
    {
        var prices = session.PathOf("prices.csv");
        if (!File.Exists(prices))
        {
            Assert.Equal(ExitCode.Done, session.Type("fit", "--example", prices).ExitCode);
        }

        string[] models = more.Contains("--model") ? [] : ["--model", "gbm,schwartz"];
        return session.Type(["fit", prices, "--out", session.Results, .. models, .. more]);
    }

    private static string Written(OilsimSession session, string file) => session.PathOf($"results/fit/prices/{file}");

    /// <summary>Puts a block in place of the scenario's benchmarks, and links its market to the benchmark.</summary>
    private static void Paste(OilsimSession session, string block, string benchmark)
    {
        var text = File.ReadAllText(session.Scenario).ReplaceLineEndings("\n");
        var pasted = Benchmarks().Replace(text, block + "\n", 1);
        Assert.NotEqual(text, pasted);
        File.WriteAllText(
            session.Scenario,
            pasted.Replace("linked: brent", $"linked: {benchmark}", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(
        @"^benchmarks:.*?\n(?=\S)",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Benchmarks();
}
