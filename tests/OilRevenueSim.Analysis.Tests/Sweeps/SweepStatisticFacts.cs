using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Tests.Convergence;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Sweeps;

public sealed class SweepStatisticFacts
{
    private static readonly double[] Values = [0.0, 3.0, 1.0, 0.0, 6.0];

    [Theory]
    [InlineData("mean", 2.0)]
    [InlineData("p_any", 0.6)]
    [InlineData("mean_if_any", 10.0 / 3.0)]
    [InlineData("p50", 1.0)]
    [InlineData("p75", 3.0)]
    [InlineData("p87.5", 4.5)]
    [InlineData("p_over:2", 0.4)]
    [InlineData("p_over:3 USD", 0.2)]
    [InlineData("p_over:0.002 kUSD", 0.4)]
    [InlineData("sd", 2.5495097567963922)] // √(26/4)
    public void Values_by_hand(string statistic, double expected) =>
        Assert.Equal(expected, SweepStatistic.Parse(statistic).Of(Statistics(Values))!.Value.Value, 12);

    [Theory]
    [InlineData("p_over:100MUSD", "p_over:100 MUSD")]
    [InlineData(" mean ", "mean")]
    [InlineData("p99.5", "p99.5")]
    public void Names_are_kept_as_written_with_single_spaces(string text, string name) =>
        Assert.Equal(name, SweepStatistic.Parse(text).Name);

    [Theory]
    [InlineData("meen", "Did you mean mean?")]
    [InlineData("p0", "between p0 and p100")]
    [InlineData("p100", "between p0 and p100")]
    [InlineData("p_over:", "write p_over:100 MUSD")]
    [InlineData("p_over:100 musd", "Did you mean p_over:100 MUSD?")]
    [InlineData("p_over:much", "write p_over:100 MUSD")]
    [InlineData("", "is no statistic of a sweep")]
    public void What_is_no_statistic_says_what_would_have_worked(string text, string words)
    {
        var wrong = Assert.Throws<FormatException>(() => SweepStatistic.Parse(text));

        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_difference_of_means_and_of_probabilities_is_paired()
    {
        double[] file = [0.0, 1.0, 1.0, 0.0, 2.0];

        // Differences 0 2 0 0 4: mean 1.2, variance (1.44·3 + 0.64 + 7.84)/4 = 3.2; t(4) = 2.776445105.
        var mean = SweepStatistic.Mean.Difference(Values, file)!.Value;
        Assert.Equal(1.2, mean.Value, 12);
        Assert.Equal(1.2 + (2.776445105 * Math.Sqrt(3.2 / 5.0)), mean.High!.Value, 9);

        // Above 1.5: 0 1 0 0 1 against 0 0 0 0 1.
        Assert.Equal(0.2, SweepStatistic.Parse("p_over:1.5").Difference(Values, file)!.Value.Value, 12);
        // Five paths have no rank above their 95 % quantile: the difference, 5.4 − 1.8, has no interval.
        var quantile = SweepStatistic.Parse("p95").Difference(Values, file)!.Value;
        Assert.Equal(3.6, quantile.Value, 12);
        Assert.Null(quantile.Low);
        Assert.Null(SweepStatistic.Parse("sd").Difference(Values, file));
    }

    [Fact]
    public void The_difference_of_quantiles_is_paired_and_covers_what_it_estimates()
    {
        // y = e^z and x = 1.1·e^(z + 0.05·w): under common z the 90 % quantiles differ by 1.1·e^(1.2816·√1.0025) − e^1.2816.
        const int Repetitions = 1_000;
        const int Paths = 1_000;
        var draws = Draws.Uniform(2 * Repetitions * Paths, seed: 11);
        var next = 0;
        double Normal() => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, draws[next++]);
        var u = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.9);
        var expected = (1.1 * Math.Exp(u * Math.Sqrt(1.0025))) - Math.Exp(u);
        var (covered, widths, unpaired) = (0, 0.0, 0.0);
        var (x, y) = (new double[Paths], new double[Paths]);
        var p90 = SweepStatistic.Parse("p90");
        for (var r = 0; r < Repetitions; r++)
        {
            for (var i = 0; i < Paths; i++)
            {
                var z = Normal();
                (x[i], y[i]) = (1.1 * Math.Exp(z + (0.05 * Normal())), Math.Exp(z));
            }

            var found = p90.Difference(x, y)!.Value;
            covered += found.Low <= expected && expected <= found.High ? 1 : 0;
            widths += found.HalfWidth!.Value;
            unpaired += p90.Of(Statistics(x))!.Value.HalfWidth!.Value;
        }

        // 95 % ± 4.9 standard deviations of a share of 1,000 (false alarm 1e-6), and 1 % for 1/f from two ranks of 1,000.
        var share = covered / (double)Repetitions;
        var band = 0.01 + (4.9 * Math.Sqrt(0.95 * 0.05 / Repetitions));
        Assert.True(
            Math.Abs(share - 0.95) <= band,
            $"covered {share:0.000}, expected 0.95 within {band:0.000}, seed 11"
        );
        Assert.True(
            widths < 0.5 * unpaired,
            $"paired {widths / Repetitions:0.000}, alone {unpaired / Repetitions:0.000}"
        );
    }

    [Fact]
    public void Quantiles_that_are_equal_on_every_path_differ_by_exactly_nothing()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i * i % 211 * 1.0)];
        Assert.Equal(new Estimate(0.0, 0.0, 0.0), SweepStatistic.Parse("p75").Difference(values, values));
        Assert.Throws<ArgumentException>(() => SweepStatistic.Parse("p75").Difference(values, [1.0]));
    }

    [Fact]
    public void Only_paths_of_equal_number_can_be_paired()
    {
        Assert.Throws<ArgumentException>(() => PairedMean.Difference(Values, [1.0]));
        Assert.Throws<ArgumentException>(() => PairedMean.Difference([], []));
        Assert.Null(PairedMean.Difference([1.0], [3.0]).Low);
    }

    [Fact]
    public void An_ordered_sample_counts_strictly_above()
    {
        var sample = new OrderedValues(Values);

        Assert.Equal([0.0, 0.0, 1.0, 3.0, 6.0], Enumerable.Range(1, 5).Select(r => sample.Value(r)));
        Assert.Equal([3, 2, 1, 0, 5], new[] { 0.0, 1.0, 3.0, 6.0, -1.0 }.Select(t => (int)sample.CountAbove(t)));
        Assert.Throws<ArgumentOutOfRangeException>(() => sample.Value(6));
        Assert.Throws<ArgumentException>(() => new OrderedValues([]));
    }

    private static SeriesStatistics Statistics(double[] values)
    {
        var (mean, positive) = (values.Average(), values.Where(v => v > 0.0).ToArray());
        return new SeriesStatistics
        {
            Count = values.Length,
            Mean = mean,
            M2 = values.Sum(v => (v - mean) * (v - mean)),
            PositiveCount = positive.Length,
            PositiveMean = positive.Average(),
            PositiveM2 = positive.Sum(v => (v - positive.Average()) * (v - positive.Average())),
            Min = values.Min(),
            Max = values.Max(),
            Sample = new OrderedValues(values),
        };
    }
}
