using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Means with their intervals, mean ± t·se.</summary>
public static class MeanEstimate
{
    /// <summary>Mean over all paths; no interval for a single path.</summary>
    public static Estimate Of(SeriesStatistics statistics) => Of(statistics.Mean, statistics.M2, statistics.Count);

    /// <summary>
    /// Mean over the paths strictly above zero (<c>mean_if_any</c>), or null where there is none; no interval where there is
    /// only one such path.
    /// </summary>
    public static Estimate? IfAny(SeriesStatistics statistics) =>
        statistics.PositiveCount == 0
            ? null
            : Of(statistics.PositiveMean, statistics.PositiveM2, statistics.PositiveCount);

    /// <summary>Standard error of <c>mean_if_any</c>, √(M2/(k−1)/k) over the k paths above zero; null for k &lt; 2.</summary>
    public static double? StandardErrorIfAny(SeriesStatistics statistics)
    {
        var k = statistics.PositiveCount;
        return k < 2 ? null : Math.Sqrt(statistics.PositiveM2 / (k - 1) / k);
    }

    private static Estimate Of(double mean, double m2, long count)
    {
        if (count < 2)
        {
            return Estimate.Bare(mean);
        }

        var halfWidth = Confidence.StudentQuantile(count - 1) * Math.Sqrt(m2 / (count - 1) / count);
        return new Estimate(mean, mean - halfWidth, mean + halfWidth);
    }
}
