using MathNet.Numerics;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Ranks whose values enclose a quantile with at least 95 % confidence, whatever the law.</summary>
/// <remarks>
/// With B ~ Bin(n, p) the interval [X(l), X(u)] misses the p-quantile with probability at most P(B &lt; l) + P(B ≥ u). l is the
/// largest rank with P(B &lt; l) ≤ 2.5 %, u the smallest with P(B ≥ u) ≤ 2.5 %. Exact: no normal approximation. Either rank
/// may not exist (l = 0 or u = n + 1): then there is no interval. Hahn &amp; Meeker, Statistical Intervals, §5.2.
/// </remarks>
/// <param name="Low">Rank l of the lower end, from 1.</param>
/// <param name="High">Rank u of the upper end, at most n.</param>
public readonly record struct QuantileRanks(long Low, long High)
{
    /// <summary>Ranks for a sample size and a probability, or null where one of them does not exist.</summary>
    /// <param name="count">Sample size n ≥ 1.</param>
    /// <param name="probability">Probability p of the quantile, inside (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">n &lt; 1, or p outside (0, 1).</exception>
    public static QuantileRanks? Of(long count, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!(probability > 0.0 && probability < 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                probability,
                "The probability must lie inside (0, 1)."
            );
        }

        var low = LargestRankBelow(count, probability);
        var high = SmallestRankAbove(count, probability);
        return low < 1 || high > count ? null : new QuantileRanks(low, high);
    }

    private static long LargestRankBelow(long n, double p)
    {
        // P(B < 0) = 0 always satisfies, P(B < n + 1) = 1 never does.
        long fits = 0;
        var misses = n + 1;
        while (misses - fits > 1)
        {
            var middle = fits + ((misses - fits) / 2);
            if (1.0 - AtLeast(middle, n, p) <= Confidence.Tail)
            {
                fits = middle;
            }
            else
            {
                misses = middle;
            }
        }

        return fits;
    }

    private static long SmallestRankAbove(long n, double p)
    {
        // P(B ≥ n + 1) = 0 always satisfies, P(B ≥ 0) = 1 never does.
        long misses = 0;
        var fits = n + 1;
        while (fits - misses > 1)
        {
            var middle = misses + ((fits - misses) / 2);
            if (AtLeast(middle, n, p) <= Confidence.Tail)
            {
                fits = middle;
            }
            else
            {
                misses = middle;
            }
        }

        return fits;
    }

    // P(B ≥ k) = I_p(k, n − k + 1) for 1 ≤ k ≤ n.
    private static double AtLeast(long k, long n, double p) => SpecialFunctions.BetaRegularized(k, n - k + 1, p);
}
