using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Means with their intervals, mean ± t·se.</summary>
/// <remarks>Where paths are not independent (replicates, sampling designs), se and its degrees of freedom are those of independent parts.</remarks>
public static class MeanEstimate
{
    /// <summary>Mean over all paths; no interval for a single path.</summary>
    public static Estimate Of(SeriesStatistics statistics) =>
        statistics.Parts is { } parts
            ? Around(statistics.Mean, parts.MeanError, parts.Count)
            : Of(statistics.Mean, statistics.M2, statistics.Count);

    /// <summary>
    /// Mean over the paths strictly above zero (<c>mean_if_any</c>), or null where there is none; no interval where there is
    /// only one such path, or all of them lie in one independent part.
    /// </summary>
    public static Estimate? IfAny(SeriesStatistics statistics) =>
        statistics.PositiveCount == 0 ? null
        : statistics.Parts is { } parts
            ? parts.PositiveMeanError is { } error ? Around(statistics.PositiveMean, error, parts.Count)
                : Estimate.Bare(statistics.PositiveMean)
        : Of(statistics.PositiveMean, statistics.PositiveM2, statistics.PositiveCount);

    /// <summary>
    /// Standard error of <c>mean_if_any</c>, √(M2/(k−1)/k) over the k paths above zero, from independent parts where paths are not
    /// independent; null for k &lt; 2.
    /// </summary>
    public static double? StandardErrorIfAny(SeriesStatistics statistics)
    {
        var k = statistics.PositiveCount;
        return k < 2 ? null
            : statistics.Parts is { } parts ? parts.PositiveMeanError
            : Math.Sqrt(statistics.PositiveM2 / (k - 1) / k);
    }

    private static Estimate Of(double mean, double m2, long count)
    {
        if (count < 2)
        {
            return Estimate.Bare(mean);
        }

        return Around(mean, Math.Sqrt(m2 / (count - 1) / count), count);
    }

    private static Estimate Around(double mean, double error, long count)
    {
        if (count < 2)
        {
            return Estimate.Bare(mean);
        }

        var halfWidth = Confidence.StudentQuantile(count - 1) * error;
        return new Estimate(mean, mean - halfWidth, mean + halfWidth);
    }
}
