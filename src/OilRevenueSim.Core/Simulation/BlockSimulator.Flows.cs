using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Taps, refineries and seizures; conditions on the state at a step's start.</summary>
internal sealed partial class BlockSimulator<V>
{
    private ReadOnlySpan<double> ArrivalOf(RoutePlan route, int position) =>
        Block.Of(Block.Arrivals, route.Flow!.FirstArrival + position);

    private ReadOnlySpan<double> DeliveredOf(RoutePlan route) => ArrivalOf(route, route.Nodes.Length + 1);

    private ReadOnlySpan<double> UpliftOf(RoutePlan route, int position) =>
        Block.Of(Block.Uplift, route.Flow!.FirstUplift + position);

    /// <summary>active = 1 where all conditions hold, else 0.</summary>
    private void Evaluate(ConditionPlan[] conditions, Span<double> active)
    {
        active.Fill(1.0);
        foreach (var condition in conditions)
        {
            Keep(active, condition);
        }
    }

    private void PrepareFlows()
    {
        Array.Fill(Block.Unblocked, 1.0);
        ShareTaps();
        Block.TapShares.CopyTo(Block.FormerTapShares, 0);
        for (var r = 0; r < Plan.Routes.Length; r++)
        {
            if (Plan.Routes[r].Flow is { } flow)
            {
                UpdateFlow(Plan.Routes[r], flow);
            }
        }
    }

    /// <summary>Taps and seizures of this step, and the tolls per entering barrel that change with them.</summary>
    private void UpdateFlows()
    {
        var anyMoves = false;
        foreach (var route in Plan.Routes)
        {
            anyMoves |= route.Flow is { Moves: true };
        }

        if (!anyMoves)
        {
            return;
        }

        ShareTaps();
        foreach (var route in Plan.Routes)
        {
            if (route.Flow is { Moves: true } flow)
            {
                UpdateFlow(route, flow);
            }
        }

        for (var t = 0; t < Plan.Taps.Length; t++)
        {
            var tap = Plan.Taps[t];
            if (tap.Carriages.Length == 0)
            {
                continue;
            }

            var former = Block.Of(Block.FormerTapShares, t);
            var shares = Block.Of(Block.TapShares, t);
            for (var lane = 0; lane < shares.Length; lane++)
            {
                if (shares[lane] != former[lane])
                {
                    foreach (var carriage in tap.Carriages)
                    {
                        UpdatePassage(carriage, lane);
                    }
                }
            }
        }

        Block.TapShares.CopyTo(Block.FormerTapShares, 0);
    }

    private void ShareTaps()
    {
        for (var t = 0; t < Plan.Taps.Length; t++)
        {
            var share = Block.Of(Block.TapShares, t);
            Evaluate(Plan.Taps[t].While, share);
            FlowKernel.Multiply<V>(Block.Parameter(Plan.Taps[t].Share), share, share);
        }

        var sum = Block.Of(Block.MoneyScratch, 0);
        foreach (var node in Plan.Nodes)
        {
            if (node.Taps.Length > 1)
            {
                sum.Clear();
                foreach (var tap in node.Taps)
                {
                    MoneyKernel.Add<V>(sum, Block.Of(Block.TapShares, tap));
                }

                foreach (var tap in node.Taps)
                {
                    FlowKernel.Normalise<V>(sum, Block.Of(Block.TapShares, tap));
                }
            }
        }
    }

    /// <summary>Recomputes what of a barrel reaches each node, is delivered, seized, and what it is then worth.</summary>
    private void UpdateFlow(RoutePlan route, FlowPlan flow)
    {
        var count = route.Nodes.Length;
        Block.Of(Block.Arrivals, flow.FirstArrival).Fill(1.0);
        Block.Of(Block.Uplift, flow.FirstUplift).Fill(1.0);
        var tail = Block.Of(Block.Arrivals, flow.FirstArrival + count + 2);
        tail.Fill(1.0);
        for (var p = 0; p < count; p++)
        {
            var node = Plan.Nodes[route.Nodes[p]];
            var next = Block.Of(Block.Arrivals, flow.FirstArrival + p + 1);
            Pass(node, Block.Of(Block.Arrivals, flow.FirstArrival + p), next);
            var worth = Block.Of(Block.Uplift, flow.FirstUplift + p + 1);
            Block.Of(Block.Uplift, flow.FirstUplift + p).CopyTo(worth);
            if (node.Uplift >= 0)
            {
                FlowKernel.Raise<V>(worth, Block.Parameter(node.Uplift), worth);
            }

            if (p == count - 1)
            {
                Pass(node, tail, tail);
            }
        }

        var seized = SeizedShare(flow, Block.Of(Block.Arrivals, flow.FirstArrival + count + 3));
        FlowKernel.Lose<V>(
            Block.Of(Block.Arrivals, flow.FirstArrival + count),
            seized,
            Block.Of(Block.Arrivals, flow.FirstArrival + count + 1)
        );
        FlowKernel.Lose<V>(tail, seized, tail);
    }

    /// <summary>after = before·(1 − tapped)·yield.</summary>
    private void Pass(NodePlan node, ReadOnlySpan<double> before, Span<double> after)
    {
        if (node.Taps.Length > 0)
        {
            FlowKernel.Lose<V>(before, TappedShare(node), after);
        }
        else
        {
            before.CopyTo(after);
        }

        if (node.Yield >= 0)
        {
            FlowKernel.Multiply<V>(after, Block.Parameter(node.Yield), after);
        }
    }

    private Span<double> TappedShare(NodePlan node)
    {
        var sum = Block.Of(Block.MoneyScratch, 7);
        sum.Clear();
        foreach (var tap in node.Taps)
        {
            MoneyKernel.Add<V>(sum, Block.Of(Block.TapShares, tap));
        }

        return sum;
    }

    private Span<double> SeizedShare(FlowPlan flow, Span<double> sum)
    {
        sum.Clear();
        foreach (var s in flow.Seizures)
        {
            var share = Block.Of(Block.SeizureShares, s);
            if (Plan.Seizures[s].Added >= 0)
            {
                Block.Of(Block.AddedSeizure, Plan.Seizures[s].Added).CopyTo(share);
            }
            else
            {
                share.Clear();
            }

            if (Plan.Seizures[s].Share >= 0)
            {
                MoneyKernel.Add<V>(share, Block.Parameter(Plan.Seizures[s].Share));
            }

            MoneyKernel.Add<V>(sum, share);
        }

        foreach (var s in flow.Seizures)
        {
            FlowKernel.Normalise<V>(sum, Block.Of(Block.SeizureShares, s));
        }

        FlowKernel.Normalise<V>(sum, sum);
        return sum;
    }

    /// <summary>Money and barrels of taps and seizures on one field's flow.</summary>
    /// <param name="route">Route.</param>
    /// <param name="way">What lies on it.</param>
    /// <param name="lanes">Prices.</param>
    /// <param name="entering">Flow that enters the route, b/d.</param>
    /// <param name="flow">The part of it that goes on board where the route ends at tanks, else all of it.</param>
    /// <param name="days">Days of the step.</param>
    private void DivertCell(
        RoutePlan route,
        FlowPlan way,
        in CellLanes lanes,
        ReadOnlySpan<double> entering,
        ReadOnlySpan<double> flow,
        int days
    )
    {
        for (var p = 0; p < route.Nodes.Length; p++)
        {
            var isLast = p == route.Nodes.Length - 1;
            DivertAt(route, p, ArrivalOf(route, p), lanes, isLast ? flow : entering, days);
        }

        DivertSeized(route, way, ArrivalOf(route, route.Nodes.Length), lanes, flow, days);
    }

    /// <summary>Books what taps and refineries of one node take of a flow.</summary>
    private void DivertAt(
        RoutePlan route,
        int position,
        ReadOnlySpan<double> reach,
        in CellLanes lanes,
        ReadOnlySpan<double> flow,
        int days
    )
    {
        var layout = Plan.Accounts;
        var node = Plan.Nodes[route.Nodes[position]];
        var value = Block.Of(Block.MoneyScratch, 6);
        foreach (var t in node.Taps)
        {
            var tap = Plan.Taps[t];
            var share = Block.Of(Block.TapShares, t);
            FlowKernel.Divert<V>(
                lanes,
                flow,
                reach,
                share,
                UpliftOf(route, position),
                days,
                Block.Account(layout.Diverted + tap.Actor),
                value
            );
            FlowKernel.Lose<V>(value, Block.Parameter(tap.Discount), value);
            MoneyKernel.Add<V>(Block.Account(layout.TheftSales + t), value);
            value.Clear();
            FlowKernel.Count<V>(flow, reach, share, days, value);
            MoneyKernel.Add<V>(Block.Account(layout.TheftBarrels + t), value);
            FlowKernel.Multiply<V>(value, Block.Parameter(tap.Transport), value);
            MoneyKernel.Add<V>(Block.Account(layout.TheftCosts + t), value);
        }

        if (node.Yield >= 0)
        {
            var passed = Block.Of(Block.MoneyScratch, 5);
            Pass(node, reach, passed);
            FlowKernel.Lost<V>(flow, reach, TappedShare(node), passed, days, Block.Account(layout.RefineryLoss));
        }

        if (Plan.RouteBook is not null)
        {
            BookTakings(route, position, reach, flow, days);
        }
    }

    private void DivertSeized(
        RoutePlan route,
        FlowPlan way,
        ReadOnlySpan<double> reach,
        in CellLanes lanes,
        ReadOnlySpan<double> flow,
        int days
    )
    {
        foreach (var s in way.Seizures)
        {
            var share = Block.Of(Block.SeizureShares, s);
            FlowKernel.Divert<V>(
                lanes,
                flow,
                reach,
                share,
                UpliftOf(route, route.Nodes.Length),
                days,
                Block.Account(Plan.Accounts.Diverted + Plan.Seizures[s].Actor),
                Block.Of(Block.MoneyScratch, 6)
            );
            FlowKernel.Count<V>(flow, reach, share, days, Block.Account(Plan.Accounts.SeizedBarrels));
        }

        if (Plan.RouteBook is not null)
        {
            BookSeized(route, way, reach, flow, days);
        }
    }
}
