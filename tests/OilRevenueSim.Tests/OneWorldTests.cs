using Xunit;

namespace OilRevenueSim.Tests;

public sealed class OneWorldTests
{
    [Fact]
    public void One_world_is_not_taken_for_a_world_without_ignorance()
    {
        var run = SmallWorld.Load().Run(paths: 64, replicates: 64);
        var levels = Assert.Throws<InvalidOperationException>(() =>
            run.Series("gross_revenue_usd", actor: "company").Levels
        );
        Assert.Contains("two worlds or more", levels.Message, StringComparison.Ordinal);
        Assert.Contains(
            "two worlds or more",
            Assert.Throws<InvalidOperationException>(() => run.Levels("company")).Message,
            StringComparison.Ordinal
        );
    }
}
