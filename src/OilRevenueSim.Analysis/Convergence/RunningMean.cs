using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Convergence;

/// <summary>The mean of the first N paths with its 95 % interval, at N evenly spaced on a logarithmic scale.</summary>
/// <param name="Points">Points in order of N; the last is of all paths.</param>
public sealed record RunningMean(ImmutableArray<RunningMeanPoint> Points)
{
    /// <summary>Fewest paths of a point: below, Student's interval says little.</summary>
    public const int FewestPaths = 16;

    // Steps of a doubling.
    private const int Steps = 8;

    /// <summary>Running mean of values by path.</summary>
    /// <param name="draws">Values in the order of paths, at least 16.</param>
    /// <exception cref="ArgumentException">There are fewer than 16 values.</exception>
    public static RunningMean Of(ReadOnlySpan<double> draws)
    {
        if (draws.Length < FewestPaths)
        {
            throw new ArgumentException(
                $"A running mean needs at least {FewestPaths} paths; there are {draws.Length}.",
                nameof(draws)
            );
        }

        var points = ImmutableArray.CreateBuilder<RunningMeanPoint>();
        var (mean, m2, step) = (0.0, 0.0, 0);
        for (var i = 0; i < draws.Length; i++)
        {
            var d = draws[i] - mean;
            mean += d / (i + 1);
            m2 += d * (draws[i] - mean);
            var n = i + 1;
            if (n != draws.Length && n < At(step))
            {
                continue;
            }

            var half = Confidence.StudentQuantile(n - 1) * Math.Sqrt(m2 / (n - 1) / n);
            points.Add(new RunningMeanPoint(n, mean, mean - half, mean + half));
            while (At(step) <= n)
            {
                step++;
            }
        }

        return new RunningMean(points.ToImmutable());
    }

    private static double At(int step) => FewestPaths * Math.Pow(2.0, step / (double)Steps);
}

/// <summary>Mean of the first paths.</summary>
/// <param name="Paths">Paths N.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
public readonly record struct RunningMeanPoint(long Paths, double Mean, double Low, double High);
