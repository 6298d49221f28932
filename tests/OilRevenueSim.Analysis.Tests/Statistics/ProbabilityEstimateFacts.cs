using CsCheck;
using MathNet.Numerics.Distributions;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class ProbabilityEstimateFacts
{
    // Newcombe (1998), Statistics in Medicine 17, 857-872, Table I, method 3 (score, without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_Newcombes_published_intervals(long hits, long paths, double low, double high)
    {
        var estimate = ProbabilityEstimate.Wilson(hits, paths);
        Assert.Equal(low, estimate.Low!.Value, 4);
        Assert.Equal(high, estimate.High!.Value, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(10_000)]
    [InlineData(100_000_000)]
    public void Bound_when_never_seen_leaves_five_percent_of_seeing_nothing(long paths)
    {
        var bound = ProbabilityEstimate.Of(0, paths).High!.Value;
        var nothing = Math.Exp(paths * Math.Log(1.0 - bound));
        Assert.True(
            Math.Abs(nothing - 0.05) < 1e-7,
            $"calculated {nothing:R}, expected 0.05, tolerance 1e-7, n = {paths}, bound {bound:R}"
        );
    }

    [Fact]
    public void Bound_when_never_seen_is_the_rule_of_three() =>
        Assert.Equal(2.9953e-4, ProbabilityEstimate.BoundWhenNeverSeen(10_000), 1e-8);

    [Fact]
    public void Seen_in_every_path_mirrors_never_seen()
    {
        var never = ProbabilityEstimate.Of(0, 500);
        var always = ProbabilityEstimate.Of(500, 500);
        Assert.Equal(1.0, always.Value);
        Assert.Equal(1.0, always.High);
        Assert.Equal(1.0 - never.High!.Value, always.Low!.Value, 15);
    }

    [Fact]
    public void Interval_holds_its_estimate_and_stays_a_probability() =>
        Gen.Long[1, 1_000_000]
            .SelectMany(n => Gen.Long[0, n].Select(k => (k, n)))
            .SampleFixed(
                x =>
                {
                    var e = ProbabilityEstimate.Of(x.k, x.n);
                    return e.Low >= 0.0 && e.Low <= e.Value && e.Value <= e.High && e.High <= 1.0;
                },
                seed: "0000AnalysisW1",
                iter: 2000
            );

    // Exact by summing the binomial law: no random numbers, no false alarm. Wilson's coverage swings around 95 %; for n = 2000
    // and p ≥ 0.5 % Brown, Cai & DasGupta (2001) bound the swing well inside ±2.5 points.
    [Theory]
    [InlineData(0.005)]
    [InlineData(0.03)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void Interval_covers_the_truth_about_95_times_in_100(double p)
    {
        const int n = 2000;
        var law = new Binomial(p, n);
        var coverage = Enumerable
            .Range(0, n + 1)
            .Where(k => ProbabilityEstimate.Of(k, n) is var e && e.Low <= p && p <= e.High)
            .Sum(k => law.Probability(k));
        Assert.True(
            Math.Abs(coverage - 0.95) < 0.025,
            $"calculated {coverage:R}, expected 0.95, tolerance 0.025, p = {p}"
        );
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Impossible_counts_are_refused(long hits, long paths) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProbabilityEstimate.Of(hits, paths));
}
