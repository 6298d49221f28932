using System.Text;

namespace OilRevenueSim.Cli.Tests;

/// <summary>Keeping the values of paths, and tables in other formats.</summary>
public sealed class ExportTests
{
    [Fact]
    public void A_run_keeps_the_values_of_paths_where_it_is_asked_to()
    {
        using var session = new OilsimSession();
        var result = session.Run("--no-charts", "--keep-paths", "rebels gross_revenue_usd by month");
        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("summary.json, paths.parquet", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"path\": \"paths.parquet\"", session.ResultText("manifest.json"), StringComparison.Ordinal);

        var exported = session.Type("export", session.Result, "--table", "paths", "--out", session.PathOf("p.csv"));
        Assert.Equal(ExitCode.Done, exported.ExitCode);
        var lines = File.ReadAllLines(session.PathOf("p.csv"));
        Assert.Equal(513, lines.Length);
        Assert.StartsWith("path,rebels__gross_revenue_usd__2", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("511,", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_choice_the_totals_are_kept()
    {
        using var session = new OilsimSession();
        Assert.Equal(ExitCode.Done, session.Run("--no-charts", "--keep-paths").ExitCode);
        session.Type("export", session.Result, "--table", "paths", "--out", session.PathOf("p.csv"));
        var header = File.ReadLines(session.PathOf("p.csv")).First().Split(',');
        Assert.Contains("rebels__gross_revenue_usd__total", header);
        Assert.All(header.Skip(1), name => Assert.EndsWith("__total", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("minimal.yaml")]
    [InlineData("minimal.yml")]
    public void A_scenario_taken_for_the_names_of_series_is_told(string file)
    {
        using var session = new OilsimSession();
        var result = session.Type("run", "--keep-paths", file);
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains($"--keep-paths took '{file}'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_that_means_nothing_says_what_would_and_writes_nothing()
    {
        using var session = new OilsimSession();
        var result = session.Run("--keep-paths", "rebels gros_revenue_usd");
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("did you mean 'gross_revenue_usd'?", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Result));
    }

    [Fact]
    public void The_format_is_taken_from_the_name_of_the_file_or_from_the_option()
    {
        using var session = new OilsimSession();
        session.Run("--no-charts");
        (string[] Args, string File, byte[] Head)[] cases =
        [
            ([], "s.parquet", "PAR1"u8.ToArray()),
            ([], "s.arrow", "ARROW1"u8.ToArray()),
            (["--format", "parquet"], "s.pq", "PAR1"u8.ToArray()),
            (["--format", "arrow-stream"], "s.x", [0xFF, 0xFF, 0xFF, 0xFF]),
            (["--excel"], "e.csv", [0xEF, 0xBB, 0xBF, .. "course,actor"u8]),
            ([], "s.csv", "course,actor"u8.ToArray()),
        ];
        foreach (var (args, file, head) in cases)
        {
            var result = session.Type(["export", session.Result, "--out", session.PathOf(file), .. args]);
            Assert.Equal(ExitCode.Done, result.ExitCode);
            Assert.Equal($"Wrote FOLDER/{file}", result.Out.Trim());
            Assert.Equal(head, File.ReadAllBytes(session.PathOf(file))[..head.Length]);
        }

        Assert.Equal(session.ResultText("summary.csv"), File.ReadAllText(session.PathOf("s.csv"), Encoding.UTF8));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_by_force_only()
    {
        using var session = new OilsimSession();
        session.Run("--no-charts");
        File.WriteAllText(session.PathOf("s.csv"), "mine");
        string[] args = ["export", session.Result, "--out", session.PathOf("s.csv")];
        var refused = session.Type(args);
        Assert.Equal(ExitCode.YourInput, refused.ExitCode);
        Assert.Contains("s.csv is there already\n  hint: --force replaces it", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(session.PathOf("s.csv")));
        Assert.Equal(ExitCode.Done, session.Type([.. args, "--force"]).ExitCode);
        Assert.StartsWith("course,", File.ReadAllText(session.PathOf("s.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_input_is_said_with_what_would_work()
    {
        using var session = new OilsimSession();
        session.Run("--no-charts");
        var summary = Path.Combine(session.Result, "summary.csv");
        (string[] Args, string Said)[] cases =
        [
            ([session.Folder], "manifest.json"),
            ([session.Result, "--table", "paths"], "--keep-paths"),
            ([session.Result, "--table", "sumary"], "--table takes one of those it has"),
            ([session.Result, "--format", "xlsx"], "there is parquet, arrow, arrow-stream, csv"),
            ([session.Result, "--out", session.PathOf("s.xlsx")], "for Excel: .csv and --excel"),
            ([session.Result, "--out", Path.Combine(summary, "s.csv")], "is a file; a folder is needed there"),
            ([session.Result, "--out", session.Folder], "is a folder"),
            ([session.Result, "--excel", "--format", "arrow"], "--excel goes with --format csv"),
        ];
        foreach (var (args, said) in cases)
        {
            var result = session.Type(["export", .. args]);
            Assert.Equal(ExitCode.YourInput, result.ExitCode);
            Assert.Contains(said, result.Error, StringComparison.Ordinal);
        }

        File.AppendAllText(summary, "x");
        var altered = session.Type("export", session.Result, "--out", session.PathOf("a.csv"));
        Assert.Equal(ExitCode.YourInput, altered.ExitCode);
        Assert.Contains("not as the run wrote it", altered.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(session.PathOf("a.csv")));
    }
}
