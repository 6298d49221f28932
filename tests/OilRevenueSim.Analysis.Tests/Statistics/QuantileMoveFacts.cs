using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Convergence;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class QuantileMoveFacts
{
    private static bool IsShown(double[] first, double[] course, double probability)
    {
        var (one, other) = (SyntheticResult.Of(first), SyntheticResult.Of(course));
        var difference = SyntheticResult.Of([.. course.Zip(first, (c, f) => c - f)]);
        var less = first.Zip(course).LongCount(p => p.Second < p.First);
        return QuantileMove.IsShown(
            one,
            other,
            new PairedDifference(difference, less, one.Variance, other.Variance),
            probability
        );
    }

    [Fact]
    public void Medians_that_are_equal_are_shown_to_differ_in_no_more_than_5_of_100_runs()
    {
        // x uniform, y = x + 0.3 (v − 1/2): both have the median 1/2. Of 400 runs B(400, 0.05) are shown at most; above 46 with
        // probability below 1e-6.
        const int Runs = 400;
        var shown = 0;
        for (var run = 0; run < Runs; run++)
        {
            var x = Draws.Uniform(1_000, (ulong)(2 * run) + 1);
            var v = Draws.Uniform(1_000, (ulong)(2 * run) + 2);
            shown += IsShown(x, [.. x.Zip(v, (a, b) => a + (0.3 * (b - 0.5)))], 0.5) ? 1 : 0;
        }

        Assert.True(shown <= 46, $"{shown} of {Runs} shown, expected 46 at most (seeds 1 to {2 * Runs})");
    }

    [Theory]
    // Of 1,000 even futures: z² = 3.84 futures lie between two quantiles where every future moves one way.
    [InlineData(0.003, false)]
    [InlineData(0.006, true)]
    [InlineData(-0.006, true)]
    public void A_move_that_all_futures_make_is_shown_from_four_futures_on(double by, bool isShown)
    {
        var x = Draws.Even(1_000);

        Assert.Equal(isShown, IsShown(x, [.. x.Select(v => v + by)], 0.5));
    }

    [Fact]
    public void Many_futures_at_one_value_do_not_show_that_a_quantile_left_it()
    {
        // 10 % of futures at zero in one course, 4.9 % in the other: the 5 % quantile leaves zero, by one future in a thousand.
        double[] first = [.. Enumerable.Range(0, 1_000).Select(i => i < 100 ? 0.0 : 1.0 + i)];
        double[] Course(int zeros) => [.. Enumerable.Range(0, 1_000).Select(i => i < zeros ? 0.0 : 1.0 + i)];

        Assert.False(IsShown(first, Course(49), 0.05));
        Assert.True(IsShown(first, Course(20), 0.05));
        Assert.False(IsShown(first, first, 0.05));
    }
}
