using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Tests;

public sealed class CourseCommandTests
{
    private static readonly Terminal Silent = new() { Out = TextWriter.Null, Error = TextWriter.Null };

    [Fact]
    public void Comparing_one_course_is_told_to_make_no_sense()
    {
        using var session = new OilsimSession();
        var result = session.Type("compare", session.Scenario, "--out", session.Results, "--paths", "256");
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("only the course 'base' is to be compared", result.Error, StringComparison.Ordinal);
        Assert.Contains("at least two of courses:", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    [Fact]
    public void An_unknown_course_is_named_with_those_that_exist()
    {
        using var session = new OilsimSession();
        var result = session.Run("--courses", "strikes");
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("has no course 'strikes'", result.Error, StringComparison.Ordinal);
        Assert.Contains("it has base", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_all_courses_of_a_file_without_courses_runs_base_as_before()
    {
        using var session = new OilsimSession();
        Assert.Equal(ExitCode.Done, session.Run().ExitCode);
        var before = session.ResultText("summary.csv");
        Assert.Equal(ExitCode.Done, session.Run("--courses", "all").ExitCode);
        Assert.Equal(before, session.ResultText("summary.csv"));
    }

    [Fact]
    public void A_comparison_writes_tables_and_charts_of_all_courses_and_reports_them()
    {
        using var session = new OilsimSession();
        using var output = new StringWriter();
        var scenario = ScenarioReader.Read(session.Scenario, []).Scenario! with
        {
            // Without interventions the two are equal on every path.
            Courses = [new Course("wait", "Wait and see", []), new Course("hope", "Hope", [])],
        };
        var request = new RunRequest
        {
            ScenarioPath = session.Scenario,
            Paths = 256,
            Out = session.Results,
        };
        var code = new ComparisonRun(Silent with { Out = output }, request).Compare(scenario);
        Assert.Equal(ExitCode.Done, code);
        var folder = Path.Combine(session.Results, "minimal", ComparisonRun.Folder);
        Assert.Equal(
            ["charts", "comparison.csv", "manifest.json", "run-log.json", "scenario", "summary.csv", "summary.json"],
            Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["courses.png", "difference-rebels-hope.png", "quantiles-rebels.png"],
            Directory
                .EnumerateFiles(Path.Combine(folder, "charts"), "*.png")
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("Wait and see", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("equal on every path", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Who pays: Oil company", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("on the same 256 paths, seed 1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("counts Monte Carlo error only", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Others", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pairing", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_are_not_in_focus_are_told_by_their_net_revenue()
    {
        using var session = new OilsimSession();
        var scenario = Checkout.PathOf("scenarios/niger-delta.yaml");
        var result = session.Type(
            "compare",
            scenario,
            "--courses",
            "as-it-stands,amnesty",
            "--paths",
            "256",
            "--no-charts",
            "--out",
            session.Results
        );
        Assert.Equal(ExitCode.Done, result.ExitCode);
        var others = result.Out[result.Out.IndexOf("Others, net revenue", StringComparison.Ordinal)..];
        Assert.Matches(@"\n  MEND +0 USD +\+\d+ \(\d+ to \d+\) million USD\n", others);
        Assert.Matches(@"\n  Federal and state governments +[\d.]+ ± ", others);
        Assert.Matches(@"\nPairing is worth [\d.]+ to [\d.]+ times as many independent paths\.\n", others);
        var table = File.ReadAllText(
            Path.Combine(session.Results, "niger-delta", ComparisonRun.Folder, ComparisonRun.TableName)
        );
        Assert.Contains("\namnesty,militants,net_revenue_usd,USD,difference,", table, StringComparison.Ordinal);
        Assert.Contains("\namnesty,thieves,net_revenue_usd,USD,difference,", table, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_than_six_others_are_told_and_the_rest_is_counted()
    {
        using var session = new OilsimSession();
        using var output = new StringWriter();
        var scenario = ScenarioReader.Read(session.Scenario, []).Scenario! with
        {
            Courses = [new Course("wait", "", []), new Course("hope", "", [])],
        };
        var plans = scenario.Courses.Select(course => SimulationPlan.Compile(scenario, course.Name));
        var comparison = Comparison.From(PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 256));
        var many = Enumerable.Range(1, 8).Select(n => comparison.Focus[0] with { Subject = $"Number {n}" });
        ComparisonReport.Print(Silent with { Out = output }, scenario, comparison with { Others = [.. many] });
        Assert.Contains("\n  Number 6", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Number 7", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n  and 2 more in comparison.csv", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_are_told_apart_by_assumptions_and_headline()
    {
        using var session = new OilsimSession();
        var other = session.PathOf("other.yaml");
        File.WriteAllText(
            other,
            File.ReadAllText(session.Scenario)
                .Replace("30% within 12 months", "60% within 12 months", StringComparison.Ordinal)
        );
        var result = session.Type("diff", session.Scenario, other, "--paths", "512", "--quiet");
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("1 assumption differs", result.Out, StringComparison.Ordinal);
        Assert.Contains("30% within 12 months", result.Out, StringComparison.Ordinal);
        Assert.Contains("60% within 12 months", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"mean over all paths .*\(.* to .*\) (thousand|million) USD", result.Out);
    }

    [Fact]
    public void Two_written_results_are_told_apart()
    {
        using var session = new OilsimSession();
        session.Run("--seed", "1");
        session.Run("--seed", "2");
        var result = session.Type("diff", Path.Combine(session.Result, "previous"), session.Result);
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("no assumptions differ", result.Out, StringComparison.Ordinal);
        Assert.Contains("part of every difference is chance", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_and_a_folder_cannot_be_told_apart()
    {
        using var session = new OilsimSession();
        var mixed = session.Type("diff", session.Scenario, session.Folder);
        Assert.Equal(ExitCode.YourInput, mixed.ExitCode);
        Assert.Contains("give two scenario files, or two folders", mixed.Error, StringComparison.Ordinal);
        var empty = session.Type("diff", session.Folder, session.Folder);
        Assert.Equal(ExitCode.YourInput, empty.ExitCode);
        Assert.Contains("holds no result", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worst_path_is_told_with_the_largest_revenue_of_the_run()
    {
        using var session = new OilsimSession();
        var result = session.Type("replay", session.Scenario, "--worst", "--paths", "512", "--out", session.Results);
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("the highest of 512 by the revenue of Rebels", result.Out, StringComparison.Ordinal);
        Assert.Contains("January 2020", result.Out, StringComparison.Ordinal);
        Assert.Contains("Rebels took Coast from Army.", result.Out, StringComparison.Ordinal);
        var files = Directory.EnumerateFiles(Path.Combine(session.Results, "minimal")).Select(Path.GetExtension);
        Assert.Equal([".png", ".svg", ".txt", ".txt"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_time_line_of_a_path_is_written_as_the_figures_of_a_run_are()
    {
        using var session = new OilsimSession();
        string[] line = ["replay", session.Scenario, "--worst", "--paths", "64", "--out", session.Results];
        var result = session.Type([.. line, "--format", "svg,pdf", "--size", "640x480", "--lang", "fr"]);

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.EndsWith(".svg, .pdf, .alt.txt, .txt\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("the highest of 64 by the revenue of Rebels", result.Out, StringComparison.Ordinal);
        var files = Directory.GetFiles(Path.Combine(session.Results, "minimal"));
        Assert.Equal(
            [".pdf", ".svg", ".txt", ".txt"],
            files.Select(f => Path.GetExtension(f)).Order(StringComparer.Ordinal)
        );
        var svg = Array.Find(files, f => f.EndsWith(".svg", StringComparison.Ordinal))!;
        var text = File.ReadAllText(svg);
        Assert.Contains("width=\"640\" height=\"480\"", text, StringComparison.Ordinal);
        Assert.Contains("la plus haute de 64 selon les recettes", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "--lang fr --format svg --size 640x480",
            Reporting.Figure.ReadProof(svg).Origin!.Commands[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_path_by_its_number_reads_the_same_each_time()
    {
        using var session = new OilsimSession();
        string Tell() =>
            session.Type("replay", session.Scenario, "--path", "17", "--no-charts", "--out", session.Results).Out;
        var told = Tell();
        Assert.Contains("path 17", told, StringComparison.Ordinal);
        Assert.Equal(told, Tell());
    }

    [Fact]
    public void A_quantile_may_be_a_share_or_a_percentage()
    {
        using var session = new OilsimSession();
        string Tell(string quantile) =>
            session
                .Type([
                    "replay",
                    session.Scenario,
                    "--quantile",
                    quantile,
                    "--paths",
                    "256",
                    "--no-charts",
                    "--out",
                    session.Results,
                ])
                .Out;
        Assert.Contains("the 95 % quantile of 256", Tell("95%"), StringComparison.Ordinal);
        Assert.Equal(Tell("0.95"), Tell("95%"));
    }

    [Fact]
    public void A_file_where_a_story_should_go_is_refused_before_anything_is_simulated()
    {
        using var session = new OilsimSession();
        File.WriteAllText(session.Results, "notes");
        var result = session.Type("replay", session.Scenario, "--path", "1", "--out", session.Results);
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("--out takes the name of a folder", result.Error, StringComparison.Ordinal);
        Assert.Equal("notes", File.ReadAllText(session.Results));
    }

    [Theory]
    [InlineData("give one of --path, --worst and --quantile")]
    [InlineData("give one of --path, --worst and --quantile", "--worst", "--path", "1")]
    [InlineData("--quantile takes a number from 0 to 1", "--quantile", "95")]
    [InlineData("from 0% to 100%, not '101%'", "--quantile", "101%")]
    [InlineData("--path 500 is not among the futures of --paths 500", "--path", "500", "--paths", "500")]
    [InlineData("--path takes a whole number", "--path", "many", "--paths", "500")]
    [InlineData("--actor takes", "--worst", "--actor", "nobody-known")]
    public void What_cannot_be_replayed_is_said(string message, params string[] options)
    {
        using var session = new OilsimSession();
        var result = session.Type(["replay", session.Scenario, "--out", session.Results, .. options]);
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
