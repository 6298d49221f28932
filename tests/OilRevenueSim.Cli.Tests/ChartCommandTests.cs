using System.Text;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Tests;

/// <summary>Charts of results that were written.</summary>
public sealed class ChartCommandTests
{
    [Fact]
    public void A_chart_of_a_saved_result_is_the_one_that_the_run_drew()
    {
        using var session = new OilsimSession();
        session.Type("run", session.Scenario, "--out", session.Results, "--paths", "512", "--size", "960x540");

        var result = Chart(session, "--kind", "all", "--format", "svg", "--out", "FOLDER");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        string[] drawn = [.. Directory.GetFiles(Path.Combine(session.Result, "charts"), "*.svg")];
        Assert.Contains(Path.Combine(session.Result, "charts", "fan-rebels.svg"), drawn);
        Assert.All(drawn, file => Assert.Equal(Drawing(file), Drawing(session.PathOf(Path.GetFileName(file)))));

        // The proof inside tells another command: the one that draws the file.
        static string Drawing(string file)
        {
            var svg = File.ReadAllText(file);
            var (start, end) = (
                svg.IndexOf("<metadata", StringComparison.Ordinal),
                svg.IndexOf("</metadata>", StringComparison.Ordinal)
            );
            Assert.True(start > 0 && end > start);
            return svg[..start] + svg[end..];
        }
    }

    [Fact]
    public void Every_format_is_written_with_its_words_beside_it()
    {
        using var session = new OilsimSession();
        session.Run();

        var result = Chart(
            session,
            "--kind",
            "fan",
            "--format",
            "pdf,svg,png",
            "--outline-text",
            "--dpi",
            "96",
            "--size",
            "640x480",
            "--out",
            "FOLDER/new"
        );

        Assert.Equal("Wrote FOLDER/new/fan-rebels.pdf, .svg, .png, .alt.txt", result.Out.Trim());
        Assert.StartsWith("%PDF", File.ReadAllText(session.PathOf("new/fan-rebels.pdf")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<text",
            File.ReadAllText(session.PathOf("new/fan-rebels.svg")),
            StringComparison.Ordinal
        );
        Assert.Equal(0x89, File.ReadAllBytes(session.PathOf("new/fan-rebels.png"))[0]);
        Assert.Contains("Rebels", File.ReadAllText(session.PathOf("new/fan-rebels.alt.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_set_on_the_command_line_is_in_the_charts_of_the_saved_result()
    {
        using var session = new OilsimSession();
        session.Run("--set", "benchmarks.brent.spot=90 USD/bbl", "--seed", "3", "--record", "output_kbd");

        var result = Chart(session, "--kind", "exceedance", "--format", "svg", "--out", "FOLDER");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        var svg = File.ReadAllText(session.PathOf("exceedance-rebels.svg"));
        Assert.Contains("seed 3", svg, StringComparison.Ordinal);
        Assert.Contains("90 USD/bbl", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_course_of_a_comparison_and_what_is_between_them_can_be_drawn()
    {
        using var session = new OilsimSession();
        var scenario = Checkout.PathOf("scenarios/libya-ports-2013.yaml");
        session.Type("compare", scenario, "--out", session.Results, "--paths", "256", "--no-charts");
        var compared = session.PathOf("results/libya-ports-2013/courses_compared");

        var list = session.Type("chart", compared, "--list").Out;
        var difference = session.Type(
            "chart",
            compared,
            "--kind",
            "difference",
            "--actor",
            "guards",
            "--out",
            session.Folder
        );
        var fan = session.Type("chart", compared, "--kind", "money", "--course", "deal", "--out", session.Folder);

        Assert.Contains("  difference     what a course changes", list, StringComparison.Ordinal);
        Assert.Equal("", difference.Error + fan.Error);
        Assert.All(
            difference.Out.Trim().Split('\n'),
            line => Assert.StartsWith("Wrote FOLDER/difference-guards-", line)
        );
        Assert.Equal("Wrote FOLDER/money-deal.png, .alt.txt", fan.Out.Trim());
    }

    [Fact]
    public void A_sweep_is_drawn_again()
    {
        using var session = new OilsimSession();
        session.Type(
            "sweep",
            session.Scenario,
            "--out",
            session.Results,
            "--paths",
            "256",
            "--no-charts",
            "--vary",
            "benchmarks.brent.spot=40:80:20",
            "--statistic",
            "mean,p_over:10 MUSD"
        );

        var result = session.Type(
            "chart",
            session.PathOf("results/minimal/values_varied"),
            "--kind",
            "line",
            "--out",
            session.Folder
        );

        Assert.Equal("", result.Error);
        Assert.Equal(
            ["Wrote FOLDER/line-rebels-mean.png, .alt.txt", "Wrote FOLDER/line-rebels-p_over-10-MUSD.png, .alt.txt"],
            result.Out.Trim().Split('\n')
        );
    }

    [Fact]
    public void Joined_shards_and_a_large_run_carry_what_spares_simulating_again()
    {
        using var session = new OilsimSession();
        session.Type("run", session.Scenario, "--paths", "300000", "--no-charts", "--out", session.PathOf("large"));
        foreach (var shard in (string[])["1/2", "2/2"])
        {
            session.Type(
                "run",
                session.Scenario,
                "--paths",
                "300000",
                "--shard",
                shard,
                "--out",
                session.PathOf("parts"),
                "--quiet"
            );
        }

        session.Type("merge", session.PathOf("parts"), "--out", session.Results, "--no-charts");

        var (large, joined) = (
            session.PathOf("large/minimal/base/statistics.bin"),
            Path.Combine(session.Result, "statistics.bin")
        );
        Assert.Equal(File.ReadAllBytes(large), File.ReadAllBytes(joined));
        Assert.InRange(new FileInfo(large).Length, 1, 1_000_000);
        var result = Chart(session, "--kind", "fan", "--out", "FOLDER");
        Assert.Equal("Wrote FOLDER/fan-rebels.png, .alt.txt", result.Out.Trim());
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void What_is_there_is_not_replaced_unless_told()
    {
        using var session = new OilsimSession();
        session.Run();
        File.WriteAllText(session.PathOf("fan-rebels.png"), "mine");

        var refused = Chart(session, "--kind", "fan", "--out", "FOLDER");
        Assert.Equal(ExitCode.YourInput, refused.ExitCode);
        Assert.Contains(
            "FOLDER/fan-rebels.png is there already\n  hint: --force",
            refused.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("mine", File.ReadAllText(session.PathOf("fan-rebels.png")));

        Assert.Equal(ExitCode.Done, Chart(session, "--kind", "fan", "--out", "FOLDER", "--force").ExitCode);
        Assert.Equal(0x89, File.ReadAllBytes(session.PathOf("fan-rebels.png"))[0]);
        Assert.Empty(Directory.GetFiles(session.Folder, "*.partial"));
    }

    [Fact]
    public void One_file_takes_one_figure_in_the_format_of_its_name()
    {
        using var session = new OilsimSession();
        session.Run();

        Assert.Equal(
            "Wrote FOLDER/f.svg, .alt.txt",
            Chart(session, "--kind", "fan", "--out", "FOLDER/f.svg").Out.Trim()
        );
        Assert.Contains("<svg", File.ReadAllText(session.PathOf("f.svg"), Encoding.UTF8));
        AssertRefused(session, "and 2 are to be written", "--kind", "fan,money", "--out", "FOLDER/g.svg");
        AssertRefused(
            session,
            "ends in .svg, and --format is png",
            "--kind",
            "fan",
            "--format",
            "png",
            "--out",
            "FOLDER/g.svg"
        );
        AssertRefused(session, "--format jpg: there is png, svg, pdf", "--kind", "fan", "--format", "jpg");
    }

    [Fact]
    public void Title_and_marking_are_those_given()
    {
        using var session = new OilsimSession();
        session.Run();

        Chart(session, "--kind", "money", "--out", "FOLDER/m.svg", "--title", "Who is paid", "--marking", "EXERCISE");

        var svg = File.ReadAllText(session.PathOf("m.svg"));
        Assert.Contains(">Who is paid<", svg, StringComparison.Ordinal);
        Assert.Contains(">EXERCISE<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_name_nothing_are_told_what_is_near()
    {
        using var session = new OilsimSession();
        session.Run();

        AssertRefused(session, "no kind of chart 'fann'. Did you mean 'fan'?", "--kind", "fann");
        AssertRefused(session, "no actor 'rebel'. Did you mean 'rebels'?", "--kind", "fan", "--actor", "rebel");
        AssertRefused(
            session,
            "no quantity 'grosss'. Did you mean 'gross_revenue_usd'?",
            "--kind",
            "fan",
            "--quantity",
            "grosss"
        );
        AssertRefused(session, "no place 'oilfeild'. Did you mean", "--kind", "place", "--place", "oilfeild");
        AssertRefused(session, "no market 'exprot'. Did you mean", "--kind", "market-prices", "--market", "exprot");
        AssertRefused(session, "no period '2099'. It has: ", "--kind", "flows", "--period", "2099");
        AssertRefused(session, "hint: did you mean png?", "--kind", "fan", "--format", "pgn");
        AssertRefused(session, "hint: did you mean print?", "--kind", "fan", "--theme", "prnt");
        AssertRefused(session, "not 'rf'; did you mean fr?", "--kind", "fan", "--lang", "rf");
        AssertRefused(session, "The chart 'money' takes no --actor", "--kind", "money", "--actor", "rebels");
        AssertRefused(session, "minimal has no chart 'surface': it is made of a sweep", "--kind", "surface");
        AssertRefused(session, "say which chart: --kind fan");
        AssertRefused(session, "--title and --subtitle go with one figure", "--kind", "fan,money", "--title", "Mine");
        AssertRefused(session, "--lang takes en, fr, ar, not 'de'", "--kind", "fan", "--lang", "de");
    }

    [Fact]
    public void A_result_that_is_not_as_it_was_written_says_so()
    {
        using var session = new OilsimSession();
        AssertRefused(session, "FOLDER/results/minimal/base does not exist", "--list");
        session.Run();
        Assert.Contains(
            "hint: results lie in FOLDER/results/minimal/base",
            session.Type("chart", session.PathOf("results/minimal"), "--list").Error,
            StringComparison.Ordinal
        );

        foreach (var elsewhere in (string[])["results", "results/minimal/base/scenario", "results/minimal/bsae"])
        {
            var error = session.Type("chart", session.PathOf(elsewhere), "--list").Error;
            Assert.Contains("FOLDER/results/minimal/base", error.Split("hint:")[^1], StringComparison.Ordinal);
        }

        Spoil(
            "manifest.json",
            text => text[..(text.Length / 2)],
            "manifest.json cannot be read: The manifest is cut off"
        );
        Spoil("manifest.json", _ => "", "manifest.json cannot be read: The manifest is cut off or damaged in line 1.");
        Spoil(
            "manifest.json",
            _ => "<html>",
            "manifest.json cannot be read: The manifest is cut off or damaged in line"
        );
        Spoil("manifest.json", _ => "{\"format\": 1}", "manifest.json cannot be read: The manifest");
        Spoil(
            "summary.csv",
            text => text.Replace("0.5", "0.6", StringComparison.Ordinal),
            "was altered after the run: summary.csv"
        );
        Spoil("scenario/minimal.yaml", text => text + "\n", "was altered after the run: scenario/minimal.yaml");
        Spoil(
            "summary.json",
            text => text + "\n",
            "hint: make it again: oilsim run minimal.yaml --courses base --paths 512 --seed 1 gives"
        );
        Spoil(
            "manifest.json",
            text => text.Replace("\"format\": 1", "\"format\": 9", StringComparison.Ordinal),
            "has form 9"
        );
        Spoil(
            "manifest.json",
            text =>
                text.Replace(
                    $"\"engineVersion\": \"{Ensemble.EngineVersion}\"",
                    "\"engineVersion\": \"0.0.1\"",
                    StringComparison.Ordinal
                ),
            "was made by version 0.0.1"
        );
        Spoil(
            "manifest.json",
            text => text.Replace("scenario/minimal.yaml", "scenario/other.yaml", StringComparison.Ordinal),
            "holds no scenario to simulate again"
        );
        // Numbers and their hash altered together: simulating again tells.
        Spoil(
            "manifest.json",
            text => text.Replace("\"seed\": 1", "\"seed\": 2", StringComparison.Ordinal),
            "gives other numbers than were written"
        );
        File.Delete(Path.Combine(session.Result, "summary.json"));
        AssertRefused(session, "is incomplete: summary.json is missing", "--kind", "fan");

        void Spoil(string file, Func<string, string> change, string message)
        {
            var path = Path.Combine(session.Result, file);
            var text = File.ReadAllText(path);
            Assert.NotEqual(text, change(text));
            File.WriteAllText(path, change(text));
            AssertRefused(session, message, "--kind", "fan", "--out", "FOLDER");
            File.WriteAllText(path, text);
        }
    }

    [Fact]
    public void Interrupted_it_writes_nothing()
    {
        using var session = new OilsimSession();
        session.Run();

        var result = session.Type(
            new CancellationToken(canceled: true),
            "chart",
            session.Result,
            "--kind",
            "fan",
            "--out",
            session.PathOf("figures")
        );

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.False(Directory.Exists(session.PathOf("figures")));
    }

    private static SessionResult Chart(OilsimSession session, params string[] more) =>
        session.Type([
            "chart",
            session.Result,
            .. more.Select(w => w.Replace("FOLDER", session.Folder, StringComparison.Ordinal)),
        ]);

    private static void AssertRefused(OilsimSession session, string message, params string[] more)
    {
        var result = Chart(session, more);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(session.Folder, "*.png"));
    }
}
