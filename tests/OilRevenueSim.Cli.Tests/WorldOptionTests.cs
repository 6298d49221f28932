namespace OilRevenueSim.Cli.Tests;

/// <summary>Replicates and sampling on the command line.</summary>
public sealed class WorldOptionTests
{
    [Fact]
    public void A_run_with_replicates_says_what_is_not_known_and_draws_it()
    {
        using var session = new OilsimSession();

        var result = session.Type([
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--paths",
            "512",
            "--replicates",
            "8",
        ]);

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("of its variance, what we do not know", result.Out, StringComparison.Ordinal);
        Assert.Contains("512 paths (64 worlds of 8), seed 1.", result.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(session.Result, "charts/levels-rebels.png")));
        Assert.Contains(",between_share,", session.ResultText("summary.csv"), StringComparison.Ordinal);
        Assert.Contains("\"replicates\": 8", session.ResultText("manifest.json"), StringComparison.Ordinal);
        Assert.Contains("\"sampling\": \"random\"", session.ResultText("manifest.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sobol", "Sobol' sampling")]
    [InlineData("lhs", "Latin hypercube sampling")]
    public void Any_number_of_paths_that_is_not_given_is_made_to_fit(string sampling, string words)
    {
        using var session = new OilsimSession();

        var result = session.Type([
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--no-charts",
            "--sampling",
            sampling,
            "--replicates",
            "7",
        ]);

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains($"10,080 paths (1,440 worlds of 7), {words}, seed 1.", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "give a multiple of 112, e.g. 448 or 560",
        "--replicates",
        "7",
        "--sampling",
        "sobol",
        "--paths",
        "500"
    )]
    [InlineData("give a multiple of 16, e.g. 16", "--sampling", "lhs", "--paths", "5")]
    [InlineData("--sampling takes random, sobol or lhs, not 'halton'", "--sampling", "halton")]
    [InlineData("--replicates takes a whole number from 1 to 65,536, not '0'", "--replicates", "0")]
    [InlineData(
        "give --replicates a power of two up to 256",
        "--replicates",
        "7",
        "--sampling",
        "sobol",
        "--until",
        "rebels gross_revenue_usd mean 1%"
    )]
    [InlineData("use --sampling sobol", "--sampling", "lhs", "--until", "rebels gross_revenue_usd mean 1%")]
    public void What_does_not_go_together_is_refused_with_what_would(string expected, params string[] arguments)
    {
        using var session = new OilsimSession();

        var result = session.Type(["run", session.Scenario, "--out", session.Results, .. arguments]);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    [Fact]
    public void A_precision_takes_replicates_that_divide_its_looks()
    {
        using var session = new OilsimSession();

        var reached = session.Run("--replicates", "4", "--paths", "4096");
        var until = session.Type(
            "run",
            session.Scenario,
            "--out",
            session.PathOf("until"),
            "--no-charts",
            "--replicates",
            "4",
            "--max-paths",
            "4096",
            "--until",
            "rebels gross_revenue_usd mean 50%"
        );

        Assert.Equal(ExitCode.Done, reached.ExitCode);
        Assert.Equal(
            session.ResultText("summary.csv"),
            File.ReadAllText(session.PathOf("until/minimal/base/summary.csv"))
        );
        Assert.Equal(ExitCode.Done, until.ExitCode);
    }

    [Fact]
    public void A_replay_tells_the_path_as_the_run_had_it()
    {
        using var session = new OilsimSession();
        string[] replay = ["replay", session.Scenario, "--out", session.Results, "--no-charts"];

        var worst = session.Type([.. replay, "--worst", "--paths", "512", "--replicates", "4", "--sampling", "lhs"]);
        var needs = session.Type([.. replay, "--path", "20000", "--sampling", "lhs"]);

        Assert.Equal(ExitCode.Done, worst.ExitCode);
        Assert.Equal(ExitCode.YourInput, needs.ExitCode);
        Assert.Contains("--sampling lhs needs the --paths of the run", needs.Error, StringComparison.Ordinal);
    }
}
