namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Probability of an event seen in k of n independent paths.</summary>
/// <remarks>
/// Wilson's interval (Wilson 1927) for 0 &lt; k &lt; n: with p = k/n and z = 1.96,
/// (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). At k = 0 and k = n the exact one-sided 95 % bound: an event seen in no
/// path has a probability below 1 − 0.05^(1/n), about 3/n.
/// </remarks>
public static class ProbabilityEstimate
{
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
        var p = hits / n;
        const double z = Confidence.NormalQuantile;
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
