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
        UpdateIntact();
        UpdateNodeRoom();
        UpdateDemandRoom();
        UpdateFlows();
        UpdatePotential(step);
        Array.Clear(Block.TankServed);
        Array.Clear(Block.Bound);
        Array.Clear(Block.AnyAdmitted);
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

    private void UpdateDemandRoom()
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            if (Plan.Markets[m].Demand >= 0)
            {
                var room = Block.Of(Block.DemandRoom, m);
                Block.Parameter(Plan.Markets[m].Demand).CopyTo(room);
                if (Plan.DemandVaries[m])
                {
                    FlowKernel.Multiply<V>(room, Block.Of(Block.DemandFactor, m), room);
                }
            }
        }
    }

    /// <summary>Room of every node at the step's start: capacity · c · φ · factor.</summary>
    private void UpdateNodeRoom()
    {
        for (var node = 0; node < Plan.Nodes.Length; node++)
        {
            var room = Block.Of(Block.NodeRoom, node);
            var capacity = Block.Of(Block.NodeCapacity, node);
            if (Plan.HasDamage && Plan.Nodes[node].Capacity >= 0)
            {
                WorkforceKernel.Multiply<V>(
                    Block.Parameter(Plan.Nodes[node].Capacity),
                    Block.Of(Block.Conditions, Plan.Fields.Length + node),
                    capacity
                );
            }

            if (Plan.IsLimited[node] && Plan.Nodes[node].Capacity < 0)
            {
                CapUnlimited(node, capacity);
            }

            capacity.CopyTo(room);
            if (Plan.CanClose[Plan.Fields.Length + node])
            {
                WorkforceKernel.Multiply<V>(room, Block.OpenOfNode(node), room);
            }

            if (Plan.NodeVaries[node])
            {
                WorkforceKernel.Multiply<V>(room, Block.Of(Block.NodeFactor, node), room);
            }
        }
    }

    /// <summary>A node without a capacity of its own carries at most all that the fields behind it can give; closing it closes that.</summary>
    private void CapUnlimited(int node, Span<double> capacity)
    {
        capacity.Clear();
        foreach (var field in Plan.FieldsBehind[node])
        {
            MoneyKernel.Add<V>(capacity, Block.Of(Block.Intact, field));
        }
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
