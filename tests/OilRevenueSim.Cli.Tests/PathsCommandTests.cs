namespace OilRevenueSim.Cli.Tests;

public sealed class PathsCommandTests
{
    [Fact]
    public void The_futures_that_precisions_need_are_told_before_the_run()
    {
        using var session = new OilsimSession();

        var result = session.Type(
            "paths",
            session.Scenario,
            "--for",
            "rebels gross_revenue_usd mean 1%",
            "--for",
            "rebels gross_revenue_usd p95 2 MUSD",
            "--for",
            "rebels gross_revenue_usd p05 1%"
        );

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Empty(result.Error);
        Golden.Equal("tests/OilRevenueSim.Cli.Tests/Golden/paths.txt", result.Out);
        Assert.False(Directory.Exists(session.Results));
    }

    [Theory]
    [InlineData("rebels gross_revenue_usd p95", "also a tolerance")]
    [InlineData("rebls gross_revenue_usd p95 1%", "Did you mean 'rebels'?")]
    public void Words_that_are_no_precision_are_told(string target, string message)
    {
        using var session = new OilsimSession();

        var result = session.Type("paths", session.Scenario, "--for", target);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Fact]
    public void A_precision_must_be_asked_for()
    {
        using var session = new OilsimSession();

        var result = session.Type("paths", session.Scenario);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("--for", result.Error, StringComparison.Ordinal);
    }
}
