namespace OilRevenueSim.Tests;

public sealed class ScenarioFileTests
{
    [Fact]
    public void A_text_that_is_no_scenario_throws_with_every_finding()
    {
        var exception = Assert.Throws<ScenarioException>(() =>
            ScenarioFile.Parse("schema: 1\ntitel: x\nstart: never\n")
        );

        Assert.True(exception.Diagnostics.Length > 1);
        Assert.All(exception.Diagnostics, d => Assert.Contains(d.Code, exception.Message, StringComparison.Ordinal));
    }
}
