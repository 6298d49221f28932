using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Benchmarks and bands that the tests of prices share.</summary>
internal static class PriceFacts
{
    public const ulong Seed = 8128;
    public const double Ln2 = 0.69314718055994531;

    /// <summary>Steps of each length that end on 1 April and 1 October 2016: 91 and 274 days from the start.</summary>
    public static TheoryData<StepLength, int, int> AprilAndOctober =>
        new()
        {
            { StepLength.Month, 3, 9 },
            { StepLength.Week, 14, 45 },
            { StepLength.Day, 91, 274 },
        };

    public static GbmBenchmark Gbm { get; } =
        new()
        {
            Name = "gbm",
            Spot = Certain(63.7),
            Drift = Certain(0.08),
            Volatility = Certain(0.32),
        };

    public static SchwartzBenchmark Schwartz { get; } =
        new()
        {
            Name = "brent",
            Spot = Certain(112.3),
            LongRun = Certain(64),
            HalfLife = Certain(0.75),
            Volatility = Certain(0.36),
        };

    /// <summary>Schwartz and Smith (2000), oil futures 1990 to 1995: κ 1.49, σ_χ 28.6 %, μ_ξ −1.25 %, σ_ξ 14.5 %, ρ 0.300.</summary>
    public static SchwartzSmithBenchmark SchwartzSmith { get; } =
        new()
        {
            Name = "crude",
            Spot = Certain(21.5),
            ShortDeviation = Certain(0.119),
            HalfLife = Certain(Ln2 / 1.49),
            ShortVolatility = Certain(0.286),
            LongVolatility = Certain(0.145),
            Drift = Certain(-0.0125),
            FactorCorrelation = Certain(0.300),
        };

    public static Quantity Certain(double value) => Quantity.Certain("q", value);

    public static PriceJumps Jumps(double perYear, double mean, double deviation) =>
        new()
        {
            Rate = Certain(perYear),
            Mean = Certain(mean),
            StandardDeviation = Certain(deviation),
        };

    public static TimeGrid Grid(StepLength length) => new(new DateOnly(2016, 1, 1), new DateOnly(2016, 12, 31), length);

    public static double Normal(double u) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u);

    public static (double First, double Second) Uniforms(string stream, uint path, uint draw)
    {
        Philox4x32.Draw(Seed, path, draw, StreamName.Hash(stream), out var first, out var second);
        return (first, second);
    }

    /// <summary>The uniform of a step of a process that takes one a step: half t mod 2 of block t div 2.</summary>
    public static double StepUniform(string stream, uint path, uint step)
    {
        var (first, second) = Uniforms(stream, path, step / 2);
        return step % 2 == 0 ? first : second;
    }

    public static double[] Squares(double[] values, double mean) => [.. values.Select(v => (v - mean) * (v - mean))];

    public static double[] Products(double[] a, double meanA, double[] b, double meanB) =>
        [.. a.Zip(b, (x, y) => (x - meanA) * (y - meanB))];

    /// <summary>Mean, variance and covariance with an earlier time.</summary>
    public static void AssertGaussian(
        double[][] x,
        (double Early, double Late) means,
        (double Early, double Late) variances,
        double covariance
    )
    {
        AssertMean("E[x early]", x[0], means.Early);
        AssertMean("E[x late]", x[1], means.Late);
        AssertMean("Var[x early]", Squares(x[0], means.Early), variances.Early);
        AssertMean("Var[x late]", Squares(x[1], means.Late), variances.Late);
        AssertMean("Cov[x early, x late]", Products(x[0], means.Early, x[1], means.Late), covariance);
    }

    /// <summary>Within 5 standard errors of the mean: false alarm 6e-7.</summary>
    public static void AssertMean(string name, double[] values, double expected)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length / values.Length);
        Assert.True(
            Math.Abs(mean - expected) <= 5 * error,
            $"{name}: calculated {mean:R}, expected {expected:R}, tolerance {5 * error:R} (5 standard errors), seed {Seed}"
        );
    }
}
