using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Benchmarks, and what of market prices wanders: one call a block and step.</summary>
internal sealed partial class BlockSimulator<V>
{
    private double[] priceRows = [];
    private double[][] wanderRows = [];

    private PriceLanes PriceLanes =>
        new(Seed, Block.FirstPath, Block.Lanes, Block.Parameters, priceRows, Block.LogPrices, Block.Prices);

    private void InitialisePrices()
    {
        priceRows = LaneStore.Allocate(Plan.Prices.RowCount * Block.Lanes);
        wanderRows = [.. Plan.Wanders.Select(w => LaneStore.Allocate(w.RowCount * Block.Lanes))];
    }

    private void PreparePrices()
    {
        Plan.Prices.Prepare(PriceLanes);
        Block.LogPrices.CopyTo(Block.StartLogPrices, 0);
        for (var w = 0; w < wanderRows.Length; w++)
        {
            Plan.Wanders[w].Prepare(Seed, Block.FirstPath, Block.Lanes, Block.Parameters, wanderRows[w]);
        }
    }

    private void AdvancePrices(int step)
    {
        Plan.Prices.Advance(step, PriceLanes);
        for (var w = 0; w < wanderRows.Length; w++)
        {
            Plan.Wanders[w].Advance(step, Seed, Block.FirstPath, Block.Lanes, Block.Parameters, wanderRows[w]);
        }
    }

    /// <summary>Discount of a linked price or level of a local one at the step's start.</summary>
    private ReadOnlySpan<double> LevelOf(int market) =>
        Plan.Markets[market].LevelWander is var wander and >= 0
            ? Wandering(wander)
            : Block.Parameter(Plan.Markets[market].Level);

    private ReadOnlySpan<double> Wandering(int wander) => WanderProcess.ValueOf(Block.Lanes, wanderRows[wander]);
}
