using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Rooms of nodes and markets at the step's start, before any route is filled (model.md §8).</summary>
internal sealed partial class BlockSimulator<V>
{
    private void UpdateDemandRoom(int days)
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            if (!Plan.IsDemandLimited[m])
            {
                continue;
            }

            var room = Block.Of(Block.DemandRoom, m);
            if (Plan.Markets[m].Demand < 0)
            {
                MostThatComes(Plan.MarketSources[m], days, room);
                FlowKernel.OpenShare<V>(Block.Of(Block.DemandFactor, m), room, room);
                continue;
            }

            Block.Parameter(Plan.Markets[m].Demand).CopyTo(room);
            if (Plan.DemandVaries[m])
            {
                FlowKernel.Multiply<V>(room, Block.Of(Block.DemandFactor, m), room);
            }
        }
    }

    /// <summary>capacity · c · φ · factor of every node.</summary>
    private void UpdateNodeRoom(int days)
    {
        for (var node = 0; node < Plan.Nodes.Length; node++)
        {
            if (!Plan.IsLimited[node])
            {
                continue;
            }

            var room = Block.Of(Block.NodeRoom, node);
            var asset = Plan.Fields.Length + node;
            if (Plan.Nodes[node].Capacity >= 0)
            {
                WorkforceKernel.Multiply<V>(
                    Block.Parameter(Plan.Nodes[node].Capacity),
                    Block.Of(Block.Conditions, asset),
                    room
                );
                Narrow(node, asset, room);
                continue;
            }

            var share = Block.Of(Block.Scratch, 1);
            Block.Of(Block.Conditions, asset).CopyTo(share);
            Narrow(node, asset, share);
            MostThatComes(Plan.NodeSources[node], days, room);
            FlowKernel.OpenShare<V>(share, room, room);
        }
    }

    /// <summary>Multiplies by φ and by the factor of interventions.</summary>
    private void Narrow(int node, int asset, Span<double> room)
    {
        if (Plan.CanClose[asset])
        {
            WorkforceKernel.Multiply<V>(room, Block.OpenOfNode(node), room);
        }

        if (Plan.NodeVaries[node])
        {
            WorkforceKernel.Multiply<V>(room, Block.Of(Block.NodeFactor, node), room);
        }
    }

    /// <summary>Σ over what can come of q*, or of stock a day, times the share of a barrel that arrives on its best way.</summary>
    private void MostThatComes(SourcePlan[] sources, int days, Span<double> most)
    {
        most.Clear();
        var amount = Block.Of(Block.Scratch, 2);
        var share = Block.Of(Block.Scratch, 3);
        foreach (var source in sources)
        {
            if (source.Field >= 0)
            {
                Block.Of(Block.Sustainable, source.Field).CopyTo(amount);
            }
            else
            {
                MoneyKernel.DivideBy<V>(Block.Of(Block.Stock, source.Tank), days, amount);
            }

            share.Clear();
            foreach (var (r, arrival) in source.Ways)
            {
                var route = Plan.Routes[r];
                FlowKernel.Larger<V>(
                    share,
                    route.Flow is null || arrival < 0 ? Block.Parameter(Plan.One) : ArrivalOf(route, arrival)
                );
            }

            FlowKernel.Multiply<V>(amount, share, amount);
            MoneyKernel.Add<V>(most, amount);
        }
    }
}
