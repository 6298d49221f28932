using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>One series of a cell over the whole horizon: the engine's moments and the value of every path.</summary>
internal sealed class CellSample
{
    /// <summary>Puts moments and values together.</summary>
    /// <param name="moments">Moments as the engine gave them.</param>
    /// <param name="values">[path] values.</param>
    public CellSample(SeriesStatistics moments, double[] values)
    {
        Values = values;
        Statistics = moments with { Sample = new OrderedValues(values), AboveThreshold = [] };
    }

    /// <summary>[path] values.</summary>
    public double[] Values { get; }

    /// <summary>Moments with the ordered sample.</summary>
    public SeriesStatistics Statistics { get; }

    /// <summary>A series that a course does not record: zero on every path.</summary>
    public static CellSample Zero(long paths) => new(SeriesStatistics.Constant(0.0, paths), new double[paths]);
}
