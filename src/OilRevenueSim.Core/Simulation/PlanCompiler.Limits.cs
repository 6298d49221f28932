namespace OilRevenueSim.Core.Simulation;

/// <summary>What limits flows, and the most that can come to what has no limit of its own (docs/adr/0006).</summary>
internal sealed partial class PlanCompiler
{
    private void CompileLimits()
    {
        plan.IsLimited = [.. plan.Nodes.Select((n, i) => n.Capacity >= 0 || CanNarrow(i))];
        plan.NodeSources =
        [
            .. plan.Nodes.Select(
                (n, i) => n.Capacity < 0 && plan.IsLimited[i] ? Sources(r => Array.IndexOf(r.Nodes, i), i) : []
            ),
        ];
        plan.IsDemandLimited = [.. plan.Markets.Select((m, i) => m.Demand >= 0 || plan.DemandVaries[i])];
        plan.MarketSources =
        [
            .. plan.Markets.Select(
                (m, i) =>
                    m.Demand < 0 && plan.DemandVaries[i]
                        ? Sources(r => r.Market == i ? r.Nodes.Length + 1 : -1, node: -1)
                        : []
            ),
        ];
    }

    /// <summary>True when a node may at times be open or intact for a part only.</summary>
    private bool CanNarrow(int node)
    {
        var asset = plan.Fields.Length + node;
        return plan.CanClose[asset]
            || plan.NodeVaries[node]
            || plan.Attacks.Any(a => a.Targets.Contains(asset))
            || !parameters.IsCertain(plan.Nodes[node].Condition, out var condition)
            || condition < 1.0;
    }

    /// <summary>Fields, and tanks whose stock is loaded, on routes that come to a place.</summary>
    /// <param name="arrival">Position of a route's arrival there, or −1 where it does not come.</param>
    /// <param name="node">The node, or −1 for a market: stock comes from the terminal of the node itself, or of any route.</param>
    private SourcePlan[] Sources(Func<RoutePlan, int> arrival, int node)
    {
        (int Route, RoutePlan Plan)[] through =
        [
            .. plan.Routes.Select((route, r) => (r, route)).Where(x => arrival(x.route) >= 0),
        ];
        var fields = Enumerable
            .Range(0, plan.Fields.Length)
            .Select(f => new SourcePlan(
                f,
                -1,
                [.. through.Where(x => x.Plan.Cells.Any(c => c.Field == f)).Select(x => (x.Route, arrival(x.Plan)))]
            ));
        var tanks = Enumerable
            .Range(0, plan.Tanks.Length)
            .Select(t => new SourcePlan(
                -1,
                t,
                [
                    .. through
                        .Where(x => x.Plan.Loading?.Tank == t && (node < 0 || node == x.Plan.Nodes[^1]))
                        .Select(x => (x.Route, node < 0 ? x.Plan.Nodes.Length + 2 : -1)),
                ]
            ));
        return [.. fields.Concat(tanks).Where(s => s.Ways.Length > 0)];
    }
}
