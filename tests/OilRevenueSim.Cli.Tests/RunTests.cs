using System.Text.Json;

namespace OilRevenueSim.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public void A_run_says_the_answer_and_where_it_is()
    {
        using var session = new OilsimSession();

        var result = session.Run();

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.StartsWith(
            "A first scenario\nWhat would the port earn the rebels",
            result.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("\nRebels: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("chance of more than 10 million USD", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "512 paths, seed 1.\nIn brackets: 95 % Monte Carlo interval; behind ±: half of it.\n",
            result.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("FOLDER/results/minimal/base/summary.csv", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["manifest.json", "run-log.json", "scenario", "summary.csv", "summary.json"],
            Directory.EnumerateFileSystemEntries(session.Result).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_headline_says_that_its_amount_is_what_half_of_the_futures_pass()
    {
        using var session = new OilsimSession();
        session.Edit("focus: [rebels]", "focus: [company]");
        var told = session.Run("--no-charts").Out.ReplaceLineEndings(" ");
        const string Before = "half of the futures bring more than ";
        Assert.Contains(Before, told, StringComparison.Ordinal);
        var half = told.Split(Before)[1].Split("; nine in ten bring ")[0];
        var median = told.Split(" median ")[1].TrimStart();
        Assert.StartsWith(half.Split(' ')[0] + " ", median, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_draws_every_chart_as_png_and_svg()
    {
        using var session = new OilsimSession();

        var result = session.Type("run", session.Scenario, "--out", session.Results, "--paths", "512");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        string[] charts = ["exceedance-rebels", "fan-rebels", "holders", "money", "sources-rebels"];
        var files = Directory.EnumerateFiles(Path.Combine(session.Result, "charts"));
        Assert.Equal(
            charts.SelectMany(c => new[] { $"{c}.alt.txt", $"{c}.png", $"{c}.svg" }),
            files.Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(charts, chart => Assert.Contains(chart, result.Out, StringComparison.Ordinal));
        var png = File.ReadAllBytes(Path.Combine(session.Result, "charts/fan-rebels.png"));
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
    }

    [Fact]
    public void Pictures_have_the_size_that_was_asked_for()
    {
        using var session = new OilsimSession();
        string[] size = ["--size", "800x500", "--out", session.Results];

        session.Type(["run", session.Scenario, "--paths", "512", .. size]);
        session.Type(["replay", session.Scenario, "--path", "17", .. size]);

        var pictures = Directory.GetFiles(session.Results, "*.png", SearchOption.AllDirectories);
        Assert.Equal(6, pictures.Length);
        foreach (var picture in pictures)
        {
            // After the signature and the head of its first chunk: width and height, four bytes each.
            var png = File.ReadAllBytes(picture);
            Assert.Equal([0, 0, 800 / 256, 800 % 256, 0, 0, 500 / 256, 500 % 256], png[16..24]);
        }
    }

    [Fact]
    public void A_run_keeps_levies_sales_and_what_is_nobodys_apart()
    {
        using var session = new OilsimSession();
        string[] Table(SessionResult result)
        {
            var lines = result.Out.Split('\n').SkipWhile(l => !l.StartsWith("Who gets", StringComparison.Ordinal));
            return [.. lines.TakeWhile(l => l.Length > 0)];
        }

        var toll = Table(session.Run());
        session.Edit("policy: toll", "policy: block");
        File.WriteAllLines(
            session.Scenario,
            File.ReadAllLines(session.Scenario).Where(l => !l.StartsWith("    toll:", StringComparison.Ordinal))
        );
        var block = Table(session.Run());

        Assert.Matches(
            "^Who gets, and what nobody gets: means in [mb]illion USD ± half of their 95 % interval, never to be added up$",
            toll[0]
        );
        Assert.Matches("^ +receipts$", toll[1]);
        Assert.Matches("^ +sales +levies$", toll[2]);
        Assert.Matches("^  Rebels +– +[0-9.]+ ± [0-9.]+$", toll[3]);
        Assert.Matches("^  Oil company +[0-9,.]+ ± [0-9.]+ +–$", toll[4]);
        Assert.Equal(5, toll.Length);
        Assert.Matches("^ +receipts +nobody's income$", block[1]);
        Assert.Matches("^ +sales +revenue forgone$", block[2]);
        Assert.Matches("^  Oil company +[0-9,.]+ ± [0-9.]+ +[0-9,.]+ ± [0-9.]+$", block[3]);
        Assert.Equal(4, block.Length);
    }

    [Fact]
    public void Where_there_is_one_kind_of_money_no_table_says_it_again()
    {
        using var session = new OilsimSession();
        session.Edit(
            "holder: army\n    neighbours: [desert]\n    changes:",
            "holder: army\n    neighbours: [desert]\n    unused:"
        );
        var text = File.ReadAllText(session.Scenario);
        var (cut, on) = (
            text.IndexOf("    unused:", StringComparison.Ordinal),
            text.IndexOf("fields:\n", StringComparison.Ordinal)
        );
        File.WriteAllText(session.Scenario, text[..cut] + text[on..text.IndexOf("passage:", StringComparison.Ordinal)]);

        var result = session.Run();

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.DoesNotContain("Who gets", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_all_that_comes_out()
    {
        using var session = new OilsimSession();

        var result = session.Run("--json");

        Assert.Equal(session.ResultText("summary.json").TrimEnd(), result.Out.TrimEnd());
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(ExitCode.Done, result.ExitCode);
    }

    [Fact]
    public void Quiet_says_nothing()
    {
        using var session = new OilsimSession();

        Assert.Equal(new SessionResult(ExitCode.Done, "", ""), session.Run("--quiet"));
        Assert.True(File.Exists(Path.Combine(session.Result, "summary.csv")));
    }

    [Fact]
    public void A_rerun_keeps_the_earlier_result_and_shows_both_headlines()
    {
        using var session = new OilsimSession();
        session.Run();
        var before = session.ResultText("summary.csv");

        var result = session.Run("--set", "areas.coast.changes.army>rebels.chance=80% within 12 months");

        Assert.Equal(before, session.ResultText("previous/summary.csv"));
        Assert.NotEqual(before, session.ResultText("summary.csv"));
        Assert.Matches(@"\n +now +before\n", result.Out);
        Assert.Contains("The run before: 512 paths, seed 1, with nothing set.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_set_on_the_command_line_is_said_wherever_the_result_is_shown()
    {
        using var session = new OilsimSession();
        string[] run = ["run", session.Scenario, "--out", session.Results, "--paths", "512"];
        string[] set = ["--set", "benchmarks.brent.spot=50 USD/bbl"];

        var result = session.Type([.. run, .. set]);
        var again = session.Type(run);

        Assert.Contains("\nwith benchmarks.brent.spot = 50 USD/bbl\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("seed 1, with benchmarks.brent.spot = 50 USD/bbl", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\nwith ", again.Out, StringComparison.Ordinal);
        Assert.Contains("= 50 USD/bbl", session.ResultText("previous/charts/fan-rebels.svg"), StringComparison.Ordinal);
        Assert.DoesNotContain("= 50 USD/bbl", session.ResultText("charts/fan-rebels.svg"), StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(session.ResultText("previous/manifest.json"));
        Assert.Equal(
            ["benchmarks.brent.spot=50 USD/bbl"],
            manifest.RootElement.GetProperty("overrides").EnumerateArray().Select(o => o.GetString())
        );
        var source = manifest
            .RootElement.GetProperty("sources")
            .EnumerateArray()
            .Single(s => s.TryGetProperty("source", out var text) && text.GetString() == "set on the command line");
        Assert.Equal("benchmarks.brent.spot", source.GetProperty("addresses")[0].GetString());
        Assert.Contains(
            "with benchmarks.brent.spot = 50 USD/bbl",
            session.Type(["validate", session.Scenario, .. set]).Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "with benchmarks.brent.spot = 50 USD/bbl",
            session.Type(["explain", session.Scenario, .. set]).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rerun_of_a_changed_file_says_so()
    {
        using var session = new OilsimSession();
        session.Run();
        session.Edit("holder: army\n    neighbours: [coast]", "holder: rebels\n    neighbours: [coast]");

        var result = session.Run();

        Assert.Contains("seed 1, from another version of the file.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rerun_of_the_same_says_that_the_numbers_are_the_same()
    {
        using var session = new OilsimSession();
        session.Run();

        var result = session.Run();

        Assert.Contains("The same numbers as in the run before", result.Out, StringComparison.Ordinal);
        Assert.Equal(session.ResultText("previous/summary.csv"), session.ResultText("summary.csv"));
        Assert.Equal(session.ResultText("previous/manifest.json"), session.ResultText("manifest.json"));
    }

    [Fact]
    public void A_number_that_stands_in_a_correlation_can_be_made_certain()
    {
        using var session = new OilsimSession();
        File.AppendAllText(
            session.Scenario,
            "\ncorrelations:\n  - [benchmarks.brent.volatility, fields.oilfield.capacity, 0.9]\n"
        );

        Assert.Equal(ExitCode.Done, session.Run().ExitCode);
        Assert.Equal(ExitCode.Done, session.Run("--set", "benchmarks.brent.volatility=30%").ExitCode);
        Assert.NotEqual(session.ResultText("previous/summary.csv"), session.ResultText("summary.csv"));
    }

    [Theory]
    [InlineData("--threads", "1")]
    [InlineData("--threads", "3")]
    public void Threads_change_no_byte(string option, string value)
    {
        using var session = new OilsimSession();
        session.Run("--paths", "2000");
        session.Run("--paths", "2000", option, value);

        Assert.Equal(session.ResultText("previous/summary.csv"), session.ResultText("summary.csv"));
        Assert.Equal(session.ResultText("previous/manifest.json"), session.ResultText("manifest.json"));
    }

    [Fact]
    public void A_run_of_one_path_claims_nothing_about_others()
    {
        using var session = new OilsimSession();

        var result = session.Run("--paths", "1");

        Assert.Contains("in the one future simulated\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("1 path, seed 1.", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("±", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("above 0 %", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("below 100 %", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seed_gives_another_result()
    {
        using var session = new OilsimSession();
        session.Run();
        session.Run("--seed", "2");

        Assert.NotEqual(session.ResultText("previous/summary.csv"), session.ResultText("summary.csv"));
    }

    [Fact]
    public void A_run_until_a_precision_equals_a_run_with_as_many_paths_bit_for_bit()
    {
        using var session = new OilsimSession();
        string[] run = ["run", session.Scenario, "--out", session.Results, "--no-charts"];

        var until = session.Type([.. run, "--until", "rebels gross_revenue_usd mean 5%"]);
        using var manifest = JsonDocument.Parse(session.ResultText("manifest.json"));
        var paths = manifest.RootElement.GetProperty("paths").GetInt64();
        var plain = session.Type([.. run, "--paths", $"{paths}"]);

        Assert.Equal(ExitCode.Done, until.ExitCode);
        Assert.Equal(ExitCode.Done, plain.ExitCode);
        Assert.Contains("Precision reached after", until.Error, StringComparison.Ordinal);
        Assert.True(paths >= 8192, $"{paths} paths: two looks in a row need at least 8192");
        Assert.Equal(session.ResultText("previous/summary.csv"), session.ResultText("summary.csv"));
        Assert.Equal(session.ResultText("previous/manifest.json"), session.ResultText("manifest.json"));
    }

    [Theory]
    [InlineData]
    [InlineData("--quiet")]
    [InlineData("--json")]
    public void A_precision_out_of_reach_is_said(params string[] more)
    {
        using var session = new OilsimSession();

        var result = session.Type([
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--no-charts",
            "--until",
            "rebels gross_revenue_usd mean 0.01%",
            "--max-paths",
            "8192",
            .. more,
        ]);

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("warning: Precision NOT reached after 8,192 paths", result.Error, StringComparison.Ordinal);
        Assert.Contains("raise --max-paths", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_leaves_the_earlier_result_untouched()
    {
        using var session = new OilsimSession();
        session.Run();
        var before = session.ResultText("manifest.json");
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();

        var result = session.Type(
            interrupt.Token,
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--paths",
            "4294967296"
        );

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.Contains(
            "interrupted; nothing was written, earlier results are as they were",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(before, session.ResultText("manifest.json"));
        Assert.False(Directory.Exists(Path.Combine(session.Result, "previous")));
        Assert.Equal(
            ["base"],
            Directory.EnumerateFileSystemEntries(session.PathOf("results/minimal")).Select(Path.GetFileName)
        );
    }
}
