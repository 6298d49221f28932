using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Synthetic;

/// <summary>All values of a sample in order; a sketch of stated error can be imitated.</summary>
internal sealed class ExactSample(IEnumerable<double> values, double relativeError = 0.0) : IOrderStatistics
{
    private readonly double[] sorted = [.. values.Order()];

    public long Count => sorted.Length;

    public double RelativeError => relativeError;

    public double Value(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, Count);
        return sorted[rank - 1];
    }

    public long CountAbove(double threshold) => sorted.Count(v => v > threshold);
}
