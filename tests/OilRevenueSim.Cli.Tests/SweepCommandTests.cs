namespace OilRevenueSim.Cli.Tests;

public sealed class SweepCommandTests
{
    private const string Spot = "benchmarks.brent.spot";

    [Fact]
    public void A_small_sweep_reads_as_agreed()
    {
        using var session = new OilsimSession();

        var result = Sweep(
            session,
            "--vary",
            "areas.coast.changes.army>rebels.chance=10:50:20",
            "--statistic",
            "mean,p_over:1 MUSD"
        );

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Golden.Equal("tests/OilRevenueSim.Cli.Tests/Golden/sweep.txt", result.Out);
    }

    [Fact]
    public void One_axis_gives_a_line_two_a_surface_and_three_none()
    {
        using var session = new OilsimSession();
        string[] levels = ["--vary", $"{Spot}=40|80", "--vary", "areas.coast.changes.army>rebels.chance=10|50"];

        Assert.Equal(["line-rebels.alt.txt", "line-rebels.png", "line-rebels.svg"], Charts(session, levels[..2]));
        Assert.Equal(["surface-rebels.alt.txt", "surface-rebels.png", "surface-rebels.svg"], Charts(session, levels));
        Assert.Empty(Charts(session, [.. levels, "--vary", "fields.oilfield.capacity=30|40"]));
    }

    [Fact]
    public void The_same_command_again_computes_nothing_and_writes_the_same_table()
    {
        using var session = new OilsimSession();
        var first = Sweep(session, "--vary", $"{Spot}=45:85:10");
        var table = Table(session);

        var again = Sweep(session, "--vary", $"{Spot}=45:85:10");

        Assert.Contains("none from the cache", first.Out, StringComparison.Ordinal);
        Assert.Contains("6 from the cache", again.Out, StringComparison.Ordinal);
        Assert.Equal(table, Table(session));
    }

    [Fact]
    public void A_sweep_that_is_exported_names_its_table_instead()
    {
        using var session = new OilsimSession();
        Sweep(session, "--vary", $"{Spot}=40|80", "--paths", "16", "--no-charts");
        var folder = Directory.GetParent(
            Directory.GetFiles(session.Folder, "sweep.csv", SearchOption.AllDirectories)[0]
        );

        var result = session.Type("export", folder!.FullName, "--out", session.PathOf("s.parquet"));

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("has no table to export; its tables are sweep.csv\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("a CSV file can be read as it is", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_sweep_shows_its_ends_and_writes_all()
    {
        using var session = new OilsimSession();

        var result = Sweep(session, "--vary", $"{Spot}=21:80:1", "--paths", "16");

        Assert.Contains("The file, the 5 lowest and the 5 highest of 61 cells", result.Out, StringComparison.Ordinal);
        Assert.Equal(62, Table(session).TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void A_cell_without_a_number_is_told_and_the_others_are_there()
    {
        using var session = new OilsimSession();

        var result = Sweep(session, "--vary", "areas.coast.changes.army>rebels.chance=50|150");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("1 cell without a number:\n  cell 2: ORS", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "2,false,150,base,rebels,gross_revenue_usd,USD,mean,,,,,,,",
            Table(session),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_sweep_that_was_interrupted_leaves_no_result()
    {
        using var session = new OilsimSession();
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();

        var result = session.Type(interrupted.Token, Words(session, ["--vary", $"{Spot}=40|80"]));

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.Contains("interrupted before a cell was finished", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(session.PathOf("results/minimal/values_varied/sweep.csv")));
    }

    [Theory]
    [InlineData("oilsim: say what is varied")]
    [InlineData("near it: benchmarks.brent.spot", "--vary", "benchmarks.brent.spt=40|80 USD/bbl")]
    [InlineData("does not measure a price per barrel", "--vary", "benchmarks.brent.spot=40|80 kb/d")]
    [InlineData("the smaller number first: 20:80", "--vary", "benchmarks.brent.spot=80:20:10")]
    [InlineData("a step above zero", "--vary", "benchmarks.brent.spot=20:80:0")]
    [InlineData("write FROM:TO:STEP", "--vary", "benchmarks.brent.spot=20:80")]
    [InlineData("is varied twice", "--vary", "benchmarks.brent.spot=20|80", "--vary", "benchmarks.brent.spot=30|40")]
    [InlineData("more than the 3 allowed", "--vary", "benchmarks.brent.spot=20:80:10", "--most-cells", "3")]
    [InlineData("--paths takes a whole number from 1", "--vary", "benchmarks.brent.spot=20|80", "--paths", "0")]
    [InlineData("--points goes with --design lhs or sobol", "--vary", "benchmarks.brent.spot=20|80", "--points", "8")]
    [InlineData("--design takes factorial, one-at-a-time, lhs, sobol", "--vary", "a=1|2", "--design", "grid")]
    [InlineData("has no course 'strikes'", "--vary", "benchmarks.brent.spot=20|80", "--courses", "strikes")]
    [InlineData("Did you mean 'rebels'?", "--vary", "benchmarks.brent.spot=20|80", "--actor", "rebel")]
    [InlineData("is no statistic of a sweep", "--vary", "benchmarks.brent.spot=20|80", "--statistic", "median")]
    [InlineData(
        "--vary \"benchmarks.brent.spot=20:80:10 USD/bbl\"",
        "--vary",
        "benchmarks.brent.spot=20:80:10",
        "USD/bbl"
    )]
    public void What_cannot_be_swept_is_told_and_nothing_is_written(string words, params string[] more)
    {
        using var session = new OilsimSession();

        var result = session.Type(["sweep", session.Scenario, "--out", session.Results, .. more]);

        Assert.Equal((ExitCode.YourInput, ""), (result.ExitCode, result.Out));
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.PathOf("results/minimal/values_varied")));
    }

    [Fact]
    public void A_cache_that_is_a_file_is_told()
    {
        using var session = new OilsimSession();

        var result = Sweep(session, "--vary", $"{Spot}=40|80", "--cache", session.Scenario);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("the cache FOLDER/minimal.yaml cannot be written", result.Error, StringComparison.Ordinal);
    }

    private static string[] Charts(OilsimSession session, string[] more)
    {
        Assert.Equal(
            ExitCode.Done,
            session.Type(["sweep", session.Scenario, "--out", session.Results, "--paths", "64", .. more]).ExitCode
        );
        var folder = session.PathOf("results/minimal/values_varied/charts");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)]
            : [];
    }

    private static string Table(OilsimSession session) =>
        File.ReadAllText(session.PathOf("results/minimal/values_varied/sweep.csv"));

    private static SessionResult Sweep(OilsimSession session, params string[] more) =>
        session.Type(Words(session, more));

    private static string[] Words(OilsimSession session, string[] more)
    {
        string[] paths = more.Contains("--paths") ? [] : ["--paths", "512"];
        return ["sweep", session.Scenario, "--out", session.Results, "--no-charts", .. paths, .. more];
    }
}
