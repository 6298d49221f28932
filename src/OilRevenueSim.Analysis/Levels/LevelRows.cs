using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Levels;

/// <summary>The levels of a run with replicates as lines of a summary, for the whole horizon; none of one world.</summary>
internal static class LevelRows
{
    /// <summary>Statistics in their order, with the threshold of those that have one.</summary>
    public static IEnumerable<(string Statistic, Estimate Value, double? Threshold)> Of(SeriesLevels levels)
    {
        // One world shows chance alone: that nothing varies between worlds would be false.
        if (levels.Worlds < 2)
        {
            yield break;
        }

        var estimate = LevelEstimate.Of(levels);
        if (estimate.BetweenShare is { } share)
        {
            yield return (SummaryStatistic.BetweenShare, share, null);
        }

        yield return (SummaryStatistic.BetweenSd, Estimate.Bare(estimate.BetweenSd), null);
        yield return (SummaryStatistic.WithinSd, Estimate.Bare(estimate.WithinSd), null);
        for (var q = 0; q < LevelEstimate.Quantiles.Length; q++)
        {
            var name = SummaryStatistic.WorldMean + LevelEstimate.Quantiles[q].Name;
            yield return (name, Estimate.Bare(estimate.WorldMeans[q]), null);
        }

        for (var q = 0; q < LevelEstimate.Quantiles.Length; q++)
        {
            var name = SummaryStatistic.Within + LevelEstimate.Quantiles[q].Name;
            yield return (name, Estimate.Bare(estimate.Within[q]), null);
        }

        // Rows of one statistic stand together, as summary.json wants them.
        foreach (var level in levels.Exceedance)
        {
            yield return (SummaryStatistic.Reach, Estimate.Bare(level.Probability), level.Amount);
        }

        foreach (var level in levels.Exceedance)
        {
            yield return (SummaryStatistic.Reach + "_p05", Estimate.Bare(level.Low), level.Amount);
        }

        foreach (var level in levels.Exceedance)
        {
            yield return (SummaryStatistic.Reach + "_p50", Estimate.Bare(level.Median), level.Amount);
        }

        foreach (var level in levels.Exceedance)
        {
            yield return (SummaryStatistic.Reach + "_p95", Estimate.Bare(level.High), level.Amount);
        }
    }
}
