using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Convergence;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class PairedQuantileFacts
{
    [Fact]
    public void A_shift_of_every_path_is_known_without_error()
    {
        double[] file = [.. Enumerable.Range(0, 1_000).Select(i => (double)(i * i % 997))];
        var difference = PairedQuantile.Difference([.. file.Select(x => x + 8.0)], file, 0.9);

        Assert.Equal(8.0, difference.Value, 9);
        Assert.Equal(8.0, difference.Low!.Value, 5);
        Assert.Equal(8.0, difference.High!.Value, 5);
    }

    [Fact]
    public void The_interval_of_a_difference_of_medians_covers_it_in_95_of_100_runs()
    {
        // x uniform, y = x + 0.3 (v − 1/2): both have the median 1/2. Of 400 intervals B(400, 0.95) cover; outside 354 to 398 with
        // probability below 1e-6. Intervals of two runs that share nothing would be five times as wide and cover always.
        const int Runs = 400;
        var covered = 0;
        for (var run = 0; run < Runs; run++)
        {
            var x = Draws.Uniform(1_000, (ulong)(2 * run) + 1);
            var v = Draws.Uniform(1_000, (ulong)(2 * run) + 2);
            var difference = PairedQuantile.Difference([.. x.Zip(v, (a, b) => a + (0.3 * (b - 0.5)))], x, 0.5);
            covered += difference.Low <= 0.0 && 0.0 <= difference.High ? 1 : 0;
        }

        Assert.True(
            covered is >= 354 and <= 398,
            $"{covered} of {Runs} cover, expected 354 to 398 (seeds 1 to {2 * Runs})"
        );
    }

    [Fact]
    public void Runs_of_different_length_cannot_be_paired() =>
        Assert.Throws<ArgumentException>(() => PairedQuantile.Difference([1.0, 2.0], [1.0], 0.5));
}
