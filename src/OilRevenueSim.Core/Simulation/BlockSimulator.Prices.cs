using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Benchmarks: one call a block and step.</summary>
internal sealed partial class BlockSimulator<V>
{
    private double[][] coefficients = [];

    private void InitialisePrices() =>
        coefficients = [.. Plan.Prices.Select(p => new double[p.CoefficientRows * Block.Lanes])];

    private void PreparePrices()
    {
        for (var b = 0; b < Plan.Prices.Length; b++)
        {
            Plan.Prices[b].Prepare(PriceBlockOf(b));
        }

        Block.LogPrices.CopyTo(Block.StartLogPrices, 0);
    }

    private void AdvancePrices(int step)
    {
        for (var b = 0; b < Plan.Prices.Length; b++)
        {
            Plan.Prices[b].Advance(step, Seed, Block.FirstPath, PriceBlockOf(b));
        }
    }

    private PriceBlock PriceBlockOf(int b) =>
        new(Block.Lanes, Block.Parameters, coefficients[b], Block.Of(Block.LogPrices, b), Block.Of(Block.Prices, b));
}
