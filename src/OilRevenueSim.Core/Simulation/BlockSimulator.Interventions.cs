namespace OilRevenueSim.Core.Simulation;

internal sealed partial class BlockSimulator<V>
{
    private ReadOnlySpan<double> LogPriceUsed(int benchmark) => Block.Of(Block.LogPrices, benchmark);

    private void ApplyHazardEffect(HazardEffectPlan effect, Span<double> rates, int step) { }
}
