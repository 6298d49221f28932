namespace OilRevenueSim.Core.Simulation;

/// <summary>Turns moments, counts and samples into the statistics of a result.</summary>
internal static class EnsembleStatistics
{
    /// <summary>Builds [series · periods + period].</summary>
    public static SeriesStatistics[] Build(
        RecordLayout layout,
        MomentNode[] nodes,
        long[] above,
        Func<int, double, double, IOrderStatistics> sampleFor,
        Func<int, Range, int, IndependentParts?> partsFor
    )
    {
        var statistics = new SeriesStatistics[layout.CellCount];
        Parallel.For(
            0,
            layout.CellCount,
            cell =>
            {
                var series = cell / layout.PeriodCount;
                var period = cell % layout.PeriodCount;
                var node = nodes[cell];
                var sample = layout.SampleOfSeries[series];
                var thresholds = layout.ThresholdCellOfSeries[series];
                var isTotal = period == layout.PeriodCount - 1;
                var counted =
                    thresholds >= 0 && isTotal
                        ? (thresholds * layout.Thresholds.Length)..((thresholds + 1) * layout.Thresholds.Length)
                        : 0..0;
                var sampled = sample < 0 ? -1 : (sample * layout.PeriodCount) + period;
                statistics[cell] = new SeriesStatistics
                {
                    Count = node.Count,
                    Mean = node.Mean,
                    M2 = node.M2,
                    PositiveCount = node.PositiveCount,
                    PositiveMean = node.PositiveMean,
                    PositiveM2 = node.PositiveM2,
                    Min = node.Min,
                    Max = node.Max,
                    AboveThreshold = above[counted],
                    Sample = sampled < 0 ? null : sampleFor(sampled, node.Min, node.Max),
                    Parts = partsFor(cell, counted, sampled),
                };
            }
        );
        return statistics;
    }
}
