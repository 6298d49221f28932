using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Probability of an event seen in k of n independent paths.</summary>
/// <remarks>
/// Wilson's interval (Wilson 1927) for 0 &lt; k &lt; n: with p = k/n and z = 1.96,
/// (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). At k = 0 and k = n the exact one-sided 95 % bound: an event seen in no
/// path has a probability below 1 − 0.05^(1/n), about 3/n. Where paths are not independent (replicates, sampling designs) Wilson's interval
/// is that of p(1 − p)/se² paths with Student's t in place of z, se from independent parts (Korn and Graubard 1998; Dean and Pagano
/// 2015), and n in the bound is the number of worlds: whatever varies within them, it holds. Where all parts have the same share, se is 0 and
/// says nothing: the interval is then that of as many independent paths, with t.
/// </remarks>
public static class ProbabilityEstimate
{
    /// <summary>Probability of a value above zero.</summary>
    public static Estimate AboveZero(SeriesStatistics statistics) =>
        Of(statistics.PositiveCount, statistics.Count, statistics.Parts?.PositiveShareError, statistics.Parts);

    /// <summary>Probability of a value above a threshold of the scenario.</summary>
    /// <param name="statistics">Statistics that count the thresholds.</param>
    /// <param name="threshold">Index of the threshold.</param>
    public static Estimate Above(SeriesStatistics statistics, int threshold) =>
        Of(
            statistics.AboveThreshold[threshold],
            statistics.Count,
            statistics.Parts?.AboveErrors[threshold],
            statistics.Parts
        );

    /// <summary>Estimate from counts and an error from independent parts, where there are parts.</summary>
    /// <param name="hits">Paths in which it happened, k.</param>
    /// <param name="paths">Paths, n ≥ 1.</param>
    /// <param name="error">Standard error of the share of paths; null where it is not known.</param>
    /// <param name="parts">Independent parts, or null where every path is independent.</param>
    public static Estimate Of(long hits, long paths, double? error, IndependentParts? parts)
    {
        if (parts is null)
        {
            return Of(hits, paths);
        }

        var share = hits / (double)paths;
        var bound = BoundWhenNeverSeen(parts.Worlds);
        return (hits, error) switch
        {
            (0, _) => new Estimate(0.0, 0.0, bound),
            _ when hits == paths => new Estimate(1.0, 1.0 - bound, 1.0),
            (_, null) => Estimate.Bare(share),
            _ when parts.Count < 2 => Estimate.Bare(share),
            (_, { } se) => Wilson(
                share,
                se > 0.0 ? share * (1.0 - share) / (se * se) : paths,
                Confidence.StudentQuantile(parts.Count - 1)
            ),
        };
    }

    /// <summary>Estimate from counts.</summary>
    /// <param name="hits">Paths in which it happened, k.</param>
    /// <param name="paths">Paths, n ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">n &lt; 1, or k outside 0 to n.</exception>
    public static Estimate Of(long hits, long paths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, paths);
        if (hits == 0)
        {
            return new Estimate(0.0, 0.0, BoundWhenNeverSeen(paths));
        }

        return hits == paths ? new Estimate(1.0, 1.0 - BoundWhenNeverSeen(paths), 1.0) : Wilson(hits, paths);
    }

    /// <summary>Wilson's interval for any k, also 0 and n.</summary>
    /// <param name="hits">Paths in which it happened, k.</param>
    /// <param name="paths">Paths, n ≥ 1.</param>
    public static Estimate Wilson(long hits, long paths)
    {
        double n = paths;
        return Wilson(hits / n, n, Confidence.NormalQuantile);
    }

    private static Estimate Wilson(double p, double n, double z)
    {
        var denominator = 1.0 + (z * z / n);
        var centre = (p + (z * z / (2.0 * n))) / denominator;
        var half = z * Math.Sqrt((p * (1.0 - p) / n) + (z * z / (4.0 * n * n))) / denominator;
        return new Estimate(p, Math.Max(0.0, centre - half), Math.Min(1.0, centre + half));
    }

    /// <summary>Exact one-sided 95 % upper bound for an event seen in none of n paths, 1 − 0.05^(1/n).</summary>
    /// <param name="paths">Paths, n ≥ 1.</param>
    public static double BoundWhenNeverSeen(long paths)
    {
        // 1 − e^x without cancellation, −2·e^(x/2)·sinh(x/2); rounded so that another C library's last bit is not seen.
        var half = Math.Log(1.0 - Confidence.Level) / paths / 2.0;
        return SignificantDigits.Round(-2.0 * Math.Exp(half) * Math.Sinh(half), 12);
    }
}
