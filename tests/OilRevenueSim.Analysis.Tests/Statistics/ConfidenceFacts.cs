using MathNet.Numerics.Distributions;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class ConfidenceFacts
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(45)]
    [InlineData(400)]
    [InlineData(1_000_000)]
    public void Student_quantile_has_the_tail_of_MathNet(long degreesOfFreedom)
    {
        var t = Confidence.StudentQuantile(degreesOfFreedom);
        var tail = StudentT.CDF(0.0, 1.0, degreesOfFreedom, -t);
        Assert.True(
            Math.Abs(tail - 0.025) < 1e-8,
            $"calculated tail {tail:R}, expected 0.025, tolerance 1e-8, ν = {degreesOfFreedom}"
        );
    }

    [Fact]
    public void Student_quantile_falls_to_the_normal_one_without_a_jump_between_table_and_expansion()
    {
        var previous = double.PositiveInfinity;
        for (var n = 1; n < 2000; n++)
        {
            var t = Confidence.StudentQuantile(n);
            Assert.True(t < previous && t > Confidence.NormalQuantile, $"ν = {n}: {t:R} after {previous:R}");
            previous = t;
        }
    }

    [Fact]
    public void Student_quantile_needs_a_degree_of_freedom() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Confidence.StudentQuantile(0));
}
