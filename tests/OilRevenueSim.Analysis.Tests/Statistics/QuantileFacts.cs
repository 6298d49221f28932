using CsCheck;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class QuantileFacts
{
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.25, 1.75)] // h = 3 · 0.25 + 1 = 1.75 → 1 + 0.75 · (2 − 1)
    [InlineData(0.5, 3.0)] // h = 2.5 → 2 + 0.5 · (4 − 2)
    [InlineData(0.95, 7.4)] // h = 3.85 → 4 + 0.85 · (8 − 4)
    [InlineData(1.0, 8.0)]
    public void Type_7_interpolates_as_by_hand(double probability, double expected) =>
        Assert.Equal(expected, QuantileEstimate.Type7(new ExactSample([8.0, 1.0, 4.0, 2.0]), probability), 12);

    [Fact]
    public void Type_7_equals_MathNets_excel_definition() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 60], Gen.Double[0.0, 1.0])
            .SampleFixed(
                x =>
                {
                    var ours = QuantileEstimate.Type7(new ExactSample(x.Item1), x.Item2);
                    var reference = x.Item1.QuantileCustom(x.Item2, QuantileDefinition.R7);
                    return Math.Abs(ours - reference) <= 1e-8 * (1.0 + Math.Abs(reference));
                },
                seed: "0000AnalysisQ1",
                iter: 1000
            );

    // Hahn & Meeker give ranks for the median; n = 10, conservative 95 %: 2 and 9 (coverage 97.85 %).
    [Fact]
    public void Ranks_of_the_median_of_ten_are_two_and_nine() =>
        Assert.Equal(new QuantileRanks(2, 9), QuantileRanks.Of(10, 0.5));

    [Theory]
    [InlineData(5, 0.5)] // 2 · 0.5^5 = 6.25 % > 5 %
    [InlineData(50, 0.95)]
    [InlineData(50, 0.05)]
    [InlineData(1, 0.5)]
    public void No_interval_where_a_rank_does_not_exist(long count, double probability) =>
        Assert.Null(QuantileRanks.Of(count, probability));

    [Fact]
    public void The_median_of_six_lies_between_the_smallest_and_the_largest() =>
        Assert.Equal(new QuantileRanks(1, 6), QuantileRanks.Of(6, 0.5)); // 0.5^6 = 1.56 % a side

    // 0.95^72 = 2.49 % is the first below 2.5 %.
    [Theory]
    [InlineData(71, false)]
    [InlineData(72, true)]
    public void The_95_percent_quantile_has_an_upper_rank_from_72_paths(long count, bool exists) =>
        Assert.Equal(exists, QuantileRanks.Of(count, 0.95) is not null);

    [Theory]
    [InlineData(100, 0.05)]
    [InlineData(999, 0.25)]
    [InlineData(4096, 0.5)]
    [InlineData(10_000, 0.95)]
    [InlineData(250_000, 0.75)]
    public void Ranks_are_the_tightest_with_at_most_two_and_a_half_percent_a_side(int n, double p)
    {
        var law = new Binomial(p, n);
        var ranks = QuantileRanks.Of(n, p)!.Value;
        Assert.True(law.CumulativeDistribution(ranks.Low - 1) <= 0.025);
        Assert.True(law.CumulativeDistribution(ranks.Low) > 0.025);
        Assert.True(1.0 - law.CumulativeDistribution(ranks.High - 1) <= 0.025);
        Assert.True(1.0 - law.CumulativeDistribution(ranks.High - 2) > 0.025);
    }

    [Theory]
    [InlineData(1L << 24)]
    [InlineData(1L << 32)]
    public void Ranks_of_very_many_paths_agree_with_the_normal_law(long n)
    {
        const double p = 0.95;
        var ranks = QuantileRanks.Of(n, p)!.Value;
        var spread = Confidence.NormalQuantile * Math.Sqrt(n * p * (1.0 - p));
        Assert.True(
            Math.Abs(ranks.Low - ((n * p) - spread)) < 3.0,
            $"calculated {ranks.Low}, expected {(n * p) - spread:R} ± 3"
        );
        Assert.True(
            Math.Abs(ranks.High - ((n * p) + spread)) < 3.0,
            $"calculated {ranks.High}, expected {(n * p) + spread:R} ± 3"
        );
    }

    // Exact, for a continuous law: the interval [X(l), X(u)] covers iff l ≤ B < u with B ~ Bin(n, p).
    [Theory]
    [InlineData(10, 0.5)]
    [InlineData(200, 0.05)]
    [InlineData(1000, 0.95)]
    public void Interval_covers_the_quantile_in_at_least_95_of_100_samples(int n, double p)
    {
        var law = new Binomial(p, n);
        var ranks = QuantileRanks.Of(n, p)!.Value;
        var coverage = law.CumulativeDistribution(ranks.High - 1) - law.CumulativeDistribution(ranks.Low - 1);
        Assert.True(coverage is >= 0.95 and < 0.99, $"calculated coverage {coverage:R}, expected 0.95 to 0.99");
    }

    [Fact]
    public void Interval_is_read_from_the_sample_at_its_ranks()
    {
        var sample = new ExactSample(Enumerable.Range(1, 10).Select(i => (double)i));
        Assert.Equal(new Estimate(5.5, 2.0, 9.0), new QuantileEstimate(10, 0.5).Of(sample, 0));
    }

    [Fact]
    public void A_sketch_widens_the_interval_by_its_relative_error()
    {
        var sample = new ExactSample(Enumerable.Range(1, 10).Select(i => (double)i), relativeError: 0.01);
        var estimate = new QuantileEstimate(10, 0.5).Of(sample, 0);
        Assert.Equal(1.98, estimate.Low!.Value, 12);
        Assert.Equal(9.09, estimate.High!.Value, 12);
    }

    [Fact]
    public void Ranks_prepared_for_another_number_of_paths_are_refused() =>
        Assert.Throws<ArgumentException>(() => new QuantileEstimate(10, 0.5).Of(new ExactSample([1.0]), 0));
}
