using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Synthetic;

namespace OilRevenueSim.Analysis.Tests.Convergence;

public sealed class ConvergenceFacts
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void The_standard_error_of_a_quantile_tends_to_the_closed_form(double p)
    {
        // Exponential law: density 1 − p at the p-quantile, so √(p/(1 − p)/n). Even strata; whole ranks leave 3 %.
        const int n = 40_000;
        double[] draws = [.. Draws.Even(n).Select(u => -Math.Log(1.0 - u))];

        var error = SeriesEstimates.QuantileStandardError(SyntheticResult.Of(draws), p)!.Value;

        var expected = Math.Sqrt(p / (1.0 - p) / n);
        Assert.InRange(error, expected * 0.97, expected * 1.03);
    }

    [Fact]
    public void Too_few_paths_leave_a_quantile_without_an_error() =>
        Assert.Null(SeriesEstimates.QuantileStandardError(SyntheticResult.Of(Draws.Even(20)), 0.95));

    [Fact]
    public void Shape_is_what_is_worked_out_by_hand()
    {
        // 0, 0, 0, 4: mean 1, m₂ 3, m₃ 6, m₄ 21.
        var shape = SampleShape.Of([0.0, 0.0, 0.0, 4.0]);

        Assert.Equal(1.0, shape.Mean);
        Assert.Equal(2.0, shape.StandardDeviation);
        Assert.Equal(6.0 / Math.Pow(3.0, 1.5), shape.Skewness, 1e-14);
        Assert.Equal(21.0 / 9.0, shape.Kurtosis, 1e-14);
        Assert.Equal(1.0, shape.StandardError);
        Assert.Equal(0.5 * Math.Sqrt(((21.0 / 9.0) - (1.0 / 3.0)) / 4.0), shape.ErrorOfError, 1e-14);
    }

    [Fact]
    public void A_running_mean_ends_with_the_mean_of_all_and_its_interval()
    {
        var draws = Draws.Exponential(10_000, 1);
        var points = RunningMean.Of(draws).Points;
        var all = MeanEstimate.Of(SyntheticResult.Of(draws));

        Assert.Equal(16, points[0].Paths);
        Assert.Equal(10_000, points[^1].Paths);
        Assert.Equal(all.Value, points[^1].Mean, 1e-12);
        Assert.Equal(all.Low!.Value, points[^1].Low, 1e-9);
        Assert.Equal(all.High!.Value, points[^1].High, 1e-9);
        Assert.Equal(points.Select(p => p.Paths).Distinct().Order(), points.Select(p => p.Paths));
        // Eight steps a doubling: 2, 4, … 1,024 times the first, then the last.
        Assert.Contains(points, p => p.Paths == 16 * 512);
        Assert.Equal(draws[..64].Average(), points.Single(p => p.Paths == 64).Mean, 1e-12);
        Assert.Throws<ArgumentException>(() => RunningMean.Of(draws.AsSpan(0, 15)));
    }

    [Fact]
    public void Independent_paths_have_batches_like_the_law()
    {
        // Seed 2. The bands are 95 % ones; 3 times as far from 1 is beyond 4.9 standard deviations.
        var batches = BatchDiagnostics.Of(Draws.Exponential(65_536, 2));

        Assert.Equal([256, 128, 64, 32, 16], batches.Scaling.Select(s => s.Batches));
        Assert.All(
            batches.Scaling,
            s => Assert.InRange(s.Ratio, Math.Max(0.0, 1.0 - (3.0 * (1.0 - s.Low))), 1.0 + (3.0 * (s.High - 1.0)))
        );
        Assert.Equal(batches.Shape.StandardError * Math.Sqrt(batches.Scaling[3].Ratio), batches.ErrorOfBatches, 1e-12);
        Assert.Empty(batches.Warnings);
        Assert.Equal(1.96 / Math.Sqrt(32.0), batches.CorrelationBand, 1e-3);
    }

    [Fact]
    public void Bands_of_the_ratio_are_those_of_chi_square()
    {
        // χ²(31): 2.5 % 17.539, 97.5 % 48.232 (Abramowitz & Stegun, table 26.8, and MathNet.Numerics 5.0).
        var of32 = BatchDiagnostics.Of(Draws.Uniform(1024, 3)).Scaling.Single(s => s.Batches == 32);

        Assert.Equal(17.539 / 31.0, of32.Low, 2e-3);
        Assert.Equal(48.232 / 31.0, of32.High, 2e-3);
    }

    [Fact]
    public void A_drift_along_the_paths_is_noticed()
    {
        var drift = BatchDiagnostics.Of(Draws.Even(4096));

        Assert.Contains("paths are not independent", Assert.Single(drift.Warnings), StringComparison.Ordinal);
        Assert.True(drift.Scaling[0].Ratio > drift.Scaling[0].High);
    }

    [Fact]
    public void A_mean_that_hangs_on_few_paths_is_noticed()
    {
        // Pareto with tail 1.1: its variance does not exist.
        double[] draws = [.. Draws.Uniform(4096, 4).Select(u => Math.Pow(u, -1.0 / 1.1))];
        var batches = BatchDiagnostics.Of(draws);

        Assert.True(batches.HalfOfSum < 100 || batches.Shape.ErrorOfError > 0.1);
        Assert.Contains(batches.Warnings, w => w.Contains("heavy", StringComparison.Ordinal));
        double[] one = [1.0, .. new double[4095]];
        Assert.Equal(1, BatchDiagnostics.Of(one).HalfOfSum);
        Assert.Contains(
            BatchDiagnostics.Of(one).Warnings,
            w => w.Contains("1 of 4096 make half", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_never_varies_raises_no_warning()
    {
        var still = BatchDiagnostics.Of([.. Enumerable.Repeat(3.0, 512)]);

        Assert.Empty(still.Warnings);
        Assert.Equal(0.0, still.ErrorOfBatches);
        Assert.Throws<ArgumentException>(() => BatchDiagnostics.Of(new double[255]));
    }
}
