using OilRevenueSim.Core.Markets;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Why barrels stayed in the ground (model.md §9).</summary>
internal sealed partial class BlockSimulator<V>
{
    private void SplitShutIn(int f, RoutePlan legal, int days)
    {
        var field = Plan.Fields[f];
        var layout = Plan.Accounts;
        var hasBlockades = Plan.HasBlockades;
        var hasClosures = Plan.HasBlockades || Plan.HasClosures;
        var unblocked = Block.Of(Block.MoneyScratch, 0);
        var open = Block.Of(Block.MoneyScratch, 1);
        var admitted = Block.Of(Block.AnyAdmitted, f);
        if (hasClosures)
        {
            admitted = Block.Of(Block.MoneyScratch, 2);
            FindOpenings(f, unblocked, open, admitted);
        }

        ShutInKernel.Split<V>(
            new ShutInLanes
            {
                Sustainable = Block.Of(Block.Sustainable, f),
                Available = Block.Of(Block.Available, f),
                Left = Block.Of(Block.Left, f),
                Price = Block.Of(Block.MarketPrices, legal.Market),
                Premium = Block.Parameter(field.Premium),
                Transport = Block.Parameter(legal.Transport),
                Unblocked = hasBlockades ? unblocked : [],
                Open = hasClosures ? open : [],
                Admitted = admitted,
                Reach = Block.Of(Block.Reach, f),
                Bound = Block.Of(Block.Bound, f),
                Barrels = Block.Account(layout.BarrelsShutIn + field.Owner),
                Blockade = Cause(field.Owner, ShutInCause.Blockade),
                Closure = Cause(field.Owner, ShutInCause.Closure),
                Passage = Cause(field.Owner, ShutInCause.Passage),
                Restart = Cause(field.Owner, ShutInCause.Restart),
                Capacity = Cause(field.Owner, ShutInCause.Capacity),
                Market = Cause(field.Owner, ShutInCause.Market),
            },
            days
        );
    }

    private Span<double> Cause(int owner, ShutInCause cause) =>
        Block.Account(Plan.Accounts.ShutInBy + ((int)cause * Plan.Actors.Length) + owner);

    /// <summary>The best open share over a field's routes: of its owner's without blockades and without closures, and of all with a seller admitted.</summary>
    private void FindOpenings(int f, Span<double> unblocked, Span<double> open, Span<double> admitted)
    {
        unblocked.Clear();
        open.Clear();
        admitted.Clear();
        var share = Block.Of(Block.MoneyScratch, 3);
        for (var r = 0; r < Plan.Routes.Length; r++)
        {
            var route = Plan.Routes[r];
            var c = CellOf(route, f);
            if (c < 0)
            {
                continue;
            }

            // The loss is the owner's: a way on which only others sell is none of his that could stand open.
            var isOwners = Plan.Markets[route.Market].MaySell[Plan.Fields[f].Owner];
            if (isOwners)
            {
                share.Fill(1.0);
                NarrowByNodes(route, Block.Unblocked, withFactor: false, share);
                ShutInKernel.Best<V>(share, [], unblocked);
            }

            share.Fill(1.0);
            NarrowByNodes(route, Block.Open, withFactor: true, share);
            if (Plan.RouteVaries[r])
            {
                ShutInKernel.Narrow<V>(Block.Of(Block.RouteFactor, r), [], share);
            }

            if (Plan.DemandVaries[route.Market])
            {
                ShutInKernel.Narrow<V>(Block.Of(Block.DemandFactor, route.Market), [], share);
            }

            if (isOwners)
            {
                ShutInKernel.Best<V>(share, [], open);
            }

            ShutInKernel.Best<V>(share, Block.Of(Block.Admitted, route.Cells[c].Carriage), admitted);
        }

        if (Plan.CanClose[f])
        {
            FlowKernel.Multiply<V>(unblocked, Block.Of(Block.Unblocked, f), unblocked);
            FlowKernel.Multiply<V>(open, Block.Of(Block.Open, f), open);
            FlowKernel.Multiply<V>(admitted, Block.Of(Block.Open, f), admitted);
        }
    }

    private void NarrowByNodes(RoutePlan route, double[] shares, bool withFactor, Span<double> open)
    {
        foreach (var node in route.Nodes)
        {
            var asset = Plan.Fields.Length + node;
            var scales = withFactor && Plan.NodeVaries[node];
            if (Plan.CanClose[asset] || scales)
            {
                ShutInKernel.Narrow<V>(Block.Of(shares, asset), scales ? Block.Of(Block.NodeFactor, node) : [], open);
            }
        }
    }

    private static int CellOf(RoutePlan route, int field)
    {
        for (var c = 0; c < route.Cells.Length; c++)
        {
            if (route.Cells[c].Field == field)
            {
                return c;
            }
        }

        return -1;
    }
}
