namespace OilRevenueSim.Cli.Tests;

public sealed class ChartNumbersTests
{
    [Fact]
    public void The_numbers_of_a_fan_are_a_table_and_other_kinds_name_where_theirs_are()
    {
        using var session = new OilsimSession();
        session.Run("--no-charts");
        var folder = session.PathOf("numbers");
        var both = session.Type(
            "chart",
            session.Result,
            "--kind",
            "market-prices,holders",
            "--format",
            "csv,svg",
            "--out",
            folder
        );
        Assert.Equal(ExitCode.Done, both.ExitCode);
        var table = Assert.Single(Directory.GetFiles(folder, "*.csv"));
        Assert.StartsWith("date,unit,p05,p25,p50,p75,p95\n", File.ReadAllText(table), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder, "*.svg").Length);

        var none = session.Type(
            "chart",
            session.Result,
            "--kind",
            "holders",
            "--format",
            "csv",
            "--out",
            session.PathOf("none")
        );
        Assert.Equal(ExitCode.YourInput, none.ExitCode);
        Assert.Contains("holders has no csv of its own: only fans have", none.Error, StringComparison.Ordinal);
        Assert.Contains("hint: oilsim export", none.Error, StringComparison.Ordinal);
    }
}
