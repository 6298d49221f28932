using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Parts (1) to (3) of a step: output, routing, money.</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareMarkets()
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            var market = Plan.Markets[m];
            if (market.IsLinked || market.Benchmark < 0)
            {
                continue;
            }

            var reference = Block.Of(Block.LocalReference, m);
            if (market.Reference < 0)
            {
                Block.Of(Block.StartLogPrices, market.Benchmark).CopyTo(reference);
            }
            else
            {
                LaneMath.Log(Block.Parameter(market.Reference), reference);
            }
        }
    }

    private void Trade(int step)
    {
        var days = Plan.Grid.Days[step];
        RememberNet();
        PriceMarkets();
        UpdateSustainable();
        UpdateFlows();
        UpdateNodeRoom(days);
        UpdateDemandRoom(days);
        UpdatePotential(step);
        Array.Clear(Block.TankServed);
        if (Plan.ReadsCauses)
        {
            Array.Clear(Block.Bound);
            Array.Clear(Block.AnyAdmitted);
        }

        Array.Clear(Block.StepSales);
        Array.Clear(Block.StepCosts);
        for (var r = 0; r < Plan.Routes.Length; r++)
        {
            if (Fill(Plan.Routes[r], r, days))
            {
                Sell(Plan.Routes[r], days);
            }
        }

        Settle(days);
        PayTransfers(step, days);
        KeepNet();
        PayFighters(days);
    }

    private void PriceMarkets()
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            var market = Plan.Markets[m];
            var price = Block.Of(Block.MarketPrices, m);
            var level = LevelOf(m);
            var slope = market.SlopeWander < 0 ? Block.Parameter(market.Slope) : Wandering(market.SlopeWander);
            var floor = Block.Parameter(market.Floor);
            if (market.IsLinked)
            {
                MarketPriceKernel.Linked<V>(PriceUsed(market.Benchmark), DiscountOf(m), slope, floor, price);
            }
            else if (market.Benchmark >= 0)
            {
                MarketPriceKernel.Local<V>(
                    LogPriceUsed(market.Benchmark),
                    Block.Of(Block.LocalReference, m),
                    level,
                    slope,
                    floor,
                    price
                );
            }
            else
            {
                MarketPriceKernel.Level<V>(level, floor, price);
            }

            if (Plan.MarketEffects.Length > 0)
            {
                ApplyPriceEffects(Plan.MarketEffects[m], price);
            }
        }
    }
}
