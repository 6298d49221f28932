using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Benchmarks;

/// <summary>Takes what a block records and keeps nothing: the cost of simulating without that of statistics.</summary>
internal sealed class Forget : IPeriodRecorder
{
    public void Record(int series, int period, ReadOnlySpan<double> values) { }
}
