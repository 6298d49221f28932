using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Tests.Comparisons;

public sealed class StepCheckFacts
{
    [Theory]
    [InlineData(-0.5, 0.5, StepVerdict.Within)]
    [InlineData(-1.0, 1.0, StepVerdict.Within)]
    [InlineData(0.5, 1.5, StepVerdict.Unknown)]
    [InlineData(-3.0, 3.0, StepVerdict.Unknown)]
    [InlineData(1.1, 1.5, StepVerdict.Moves)]
    [InlineData(-1.5, -1.1, StepVerdict.Moves)]
    public void A_change_is_judged_by_where_its_whole_interval_lies(double low, double high, StepVerdict expected) =>
        Assert.Equal(expected, StepCheckNumber.Judge(new Estimate((low + high) / 2, low, high), 1.0));

    [Fact]
    public void A_change_without_an_interval_is_known_exactly()
    {
        Assert.Equal(StepVerdict.Within, StepCheckNumber.Judge(Estimate.Bare(0.0), 0.0));
        Assert.Equal(StepVerdict.Moves, StepCheckNumber.Judge(Estimate.Bare(-2.0), 1.0));
    }
}
