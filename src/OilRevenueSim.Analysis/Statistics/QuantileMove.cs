using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Whether a quantile of two courses under the same random numbers is shown to differ, from what a comparison keeps.</summary>
/// <remarks>
/// With q between the two quantiles and p their probability, the course whose quantile is lower has P(X ≤ q) = p + d₁ and the other
/// P(Y ≤ q) = p − d₂. Were the quantiles equal, D = 1[X ≤ q] − 1[Y ≤ q] would have the mean 0; d = 2 min(d₁, d₂), the smaller as a value
/// that many futures share can make the other large. The difference is shown where d &gt; 1.96 √(v/n). Futures are not kept in pairs, so v
/// is the least of what the variance of D cannot exceed: the share of futures in which the courses differ at all; d + 2 min(P(X &lt; Y), P(Y &lt; X)), as
/// D is only other than 0 where they differ in its direction; and, where they go together, the variances of both indicators.
/// </remarks>
internal static class QuantileMove
{
    /// <summary>True where the quantiles differ beyond their 95 % Monte Carlo error.</summary>
    /// <param name="first">Statistics of the first course, with its sample.</param>
    /// <param name="course">Statistics of the course, with its sample.</param>
    /// <param name="difference">The paired difference.</param>
    /// <param name="probability">Probability of the quantile, inside (0, 1).</param>
    public static bool IsShown(
        SeriesStatistics first,
        SeriesStatistics course,
        PairedDifference difference,
        double probability
    )
    {
        var (one, other) = (Quantile(first, probability), Quantile(course, probability));
        if (one == other)
        {
            return false;
        }

        var (lower, upper) = one < other ? (first, course) : (course, first);
        var between = (one + other) / 2.0;
        var (below, beyond) = (Below(lower, between), Below(upper, between));
        var shift = 2.0 * Math.Min(below - probability, probability - beyond);
        return shift > HalfWidth(lower, upper, difference, between, shift);
    }

    private static double HalfWidth(
        SeriesStatistics lower,
        SeriesStatistics upper,
        PairedDifference difference,
        double between,
        double shift
    )
    {
        if (lower.Parts is { } parts)
        {
            // Futures of one world are not independent: the errors of both shares add up at most.
            return
                parts.Count > 1 && parts.BelowError(between) is { } one && upper.Parts?.BelowError(between) is { } other
                ? Confidence.StudentQuantile(parts.Count - 1) * (one + other)
                : double.PositiveInfinity;
        }

        double n = lower.Count;
        var (below, beyond) = (Below(lower, between), Below(upper, between));
        var unequal = 1.0 - (difference.EqualCount / n);
        var against = Math.Min(difference.LessCount, difference.GreaterCount) / n;
        var variance = Math.Min(unequal, Math.Max(shift, 0.0) + (2.0 * against));
        if (difference.Correlation is >= 0.0)
        {
            variance = Math.Min(variance, (below * (1.0 - below)) + (beyond * (1.0 - beyond)));
        }

        return Confidence.NormalQuantile * Math.Sqrt(variance / n);
    }

    private static double Quantile(SeriesStatistics statistics, double probability) =>
        QuantileEstimate.Type7(SeriesEstimates.SampleOf(statistics), probability);

    private static double Below(SeriesStatistics statistics, double amount) =>
        1.0 - (SeriesEstimates.SampleOf(statistics).CountAbove(amount) / (double)statistics.Count);
}
