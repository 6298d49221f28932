using System.Runtime.Intrinsics;
using MathNet.Numerics.Statistics;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Median-unbiased speed of mean reversion and its 90 % interval, both by inverting the law of the estimate (Andrews 1993).</summary>
/// <remarks>
/// <para>
/// Least squares pull b = e^(−κΔ) of xₜ = a + b·xₜ₋₁ + e downwards, by about (1 + 3b)/n (Kendall 1954), which near b = 1 is as large
/// as 1 − b itself. The law of b̂ depends on n and b alone. It is drawn here from 1,000 stationary samples
/// (from a fixed start at b = 1) with the same normals at every b; the estimate is the b whose median is the b̂ found, the
/// ends of the interval those whose 95 % and 5 % quantiles are it. Where b̂ exceeds the quantile at b = 1 no such b exists and the speed is 0:
/// the interval of the half-life is open.
/// </para>
/// <para>
/// Speeds count per length of the sample, k = κT, since the law of k̂ hardly depends on n once n is large: longer samples are drawn with
/// 600 steps or 40k̂, whichever is more. Averages of periods use the same law at their maximum-likelihood k̂.
/// Source: D. W. K. Andrews, Econometrica 61 (1993), 139–165.
/// </para>
/// </remarks>
/// <param name="Median">Median-unbiased κT, 0 where the sample allows a random walk at even odds.</param>
/// <param name="Low">Lower end of the 90 % interval of κT, 0 where open.</param>
/// <param name="High">Upper end; 0 where even a random walk would seldom look so persistent.</param>
internal readonly record struct MedianUnbiasedSpeed(double Median, double Low, double High)
{
    private const int Samples = 1000;
    private const int Lanes = 4;
    private const int GridPoints = 14;
    private const int FewestSteps = 600;
    private const double StepsPerSpeed = 40.0;

    /// <summary>
    /// Speeds below it count as 0, half-lives beyond seven samples as infinite: 1,000 samples give the 5 % point of k̂ to about ±0.5, so that such an
    /// end would be a number of the draws and not of the prices.
    /// </summary>
    private const double Slowest = 0.1;

    /// <summary>Inverts the law.</summary>
    /// <param name="estimate">k̂ = −n ln b̂.</param>
    /// <param name="steps">n.</param>
    /// <param name="seed">Seed.</param>
    public static MedianUnbiasedSpeed Of(double estimate, int steps, ulong seed)
    {
        var n = (int)Math.Min(steps, Math.Max(FewestSteps, StepsPerSpeed * estimate));
        var normals = Normals(n, seed);
        var root = Math.Sqrt(Math.Max(estimate, 0.0));
        // √k̂ has a standard deviation of 0.7 and k̂ is about 4 too large: a grid that begins above 0 holds the 5 % end.
        var low = Math.Max(0.0, root - 4.5);
        var grid = Enumerable
            .Range(0, GridPoints)
            .Select(i => Squared(low + ((root + 2.5 - low) * i / (GridPoints - 1))))
            .ToArray();
        var quantiles = grid.Select(k => Quantiles(k, n, normals)).ToArray();
        var slope = Math.Exp(-estimate / n);
        return new(
            Invert(grid, quantiles.Select(q => q.Median), slope),
            Invert(grid, quantiles.Select(q => q.Low), slope),
            Invert(grid, quantiles.Select(q => q.High), slope)
        );
    }

    private static double Squared(double x) => x * x;

    /// <summary>Normals of four samples side by side, <c>[four samples][step]</c>: one chain of dependent steps a sample is six times slower.</summary>
    private static Vector256<double>[][] Normals(int n, ulong seed)
    {
        var normals = new Vector256<double>[Samples / Lanes][];
        for (var group = 0; group < normals.Length; group++)
        {
            var streams = Enumerable
                .Range(group * Lanes, Lanes)
                .Select(s => new NormalStream(seed, "fit/half-life", s))
                .ToArray();
            normals[group] = new Vector256<double>[n + 1];
            for (var t = 0; t <= n; t++)
            {
                normals[group][t] = Vector256.Create(
                    streams[0].Normal(),
                    streams[1].Normal(),
                    streams[2].Normal(),
                    streams[3].Normal()
                );
            }
        }

        return normals;
    }

    private static (double Low, double Median, double High) Quantiles(
        double speed,
        int n,
        Vector256<double>[][] normals
    )
    {
        var b = Math.Exp(-speed / n);
        var start = speed == 0.0 ? 0.0 : 1.0 / Math.Sqrt(1.0 - (b * b));
        var slopes = new double[Samples];
        for (var group = 0; group < normals.Length; group++)
        {
            Slopes(normals[group], Vector256.Create(b), Vector256.Create(start)).CopyTo(slopes, group * Lanes);
        }

        Array.Sort(slopes);
        return (
            SortedArrayStatistics.Quantile(slopes, 0.05),
            SortedArrayStatistics.Median(slopes),
            SortedArrayStatistics.Quantile(slopes, 0.95)
        );
    }

    /// <summary>Least-squares slopes, with intercept, of four drawn samples; no multiplication is fused with an addition, so that the bits are the same everywhere.</summary>
    private static Vector256<double> Slopes(Vector256<double>[] normals, Vector256<double> b, Vector256<double> start)
    {
        var x = start * normals[0];
        var origin = x;
        var (sumX, sumY) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (sumXx, sumXy) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var t = 1; t < normals.Length; t++)
        {
            var y = (b * x) + normals[t];
            var (dx, dy) = (x - origin, y - origin);
            sumX += dx;
            sumY += dy;
            sumXx += dx * dx;
            sumXy += dx * dy;
            x = y;
        }

        var n = Vector256.Create((double)(normals.Length - 1));
        return (sumXy - (sumX * sumY / n)) / (sumXx - (sumX * sumX / n));
    }

    /// <summary>The speed at which a quantile of b̂, falling in the speed, is the slope found; 0 where it is so only beyond b = 1.</summary>
    private static double Invert(double[] grid, IEnumerable<double> quantiles, double slope)
    {
        var values = quantiles.ToArray();
        if (slope >= values[0])
        {
            return 0.0;
        }

        for (var i = 1; i < grid.Length; i++)
        {
            if (slope >= values[i])
            {
                var share = (values[i - 1] - slope) / (values[i - 1] - values[i]);
                var speed = grid[i - 1] + (share * (grid[i] - grid[i - 1]));
                return speed < Slowest ? 0.0 : speed;
            }
        }

        return grid[^1];
    }
}
