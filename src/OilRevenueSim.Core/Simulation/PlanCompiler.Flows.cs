using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Taps, refineries, seizures and tanks.</summary>
internal sealed partial class PlanCompiler
{
    private readonly List<SeizurePlan> seizures = [];

    private NodePlan CompileNode(Node node) =>
        new(
            node.Name,
            Index(areaChain, node.Area, "area"),
            parameters.AddOptional(node.Capacity),
            parameters.Add(node.Condition)
        )
        {
            Owner = Index(actorIndex, node.Owner, "actor"),
            Yield = parameters.AddOptional(node.Yield),
            Uplift = parameters.AddOptional(node.Uplift),
            Fee = parameters.AddOptional(node.Fee),
        };

    private void CompileTaps()
    {
        var taps = scenario.Taps.OrderBy(t => t.Identity, StringComparer.Ordinal).ToArray();
        plan.Taps =
        [
            .. taps.Select(t => new TapPlan(
                t.Identity,
                Index(actorIndex, t.By, "actor"),
                Index(nodeIndex, t.At, "node"),
                parameters.Add(t.Share),
                parameters.Add(t.Discount),
                parameters.Add(t.Transport),
                [.. t.While.Select(CompileCondition)]
            )),
        ];
        for (var n = 0; n < plan.Nodes.Length; n++)
        {
            plan.Nodes[n].Taps = [.. Enumerable.Range(0, taps.Length).Where(t => plan.Taps[t].Node == n)];
        }
    }

    /// <summary>Whose the stock in each tank can be.</summary>
    private void CompileTanks()
    {
        for (var t = 0; t < plan.Tanks.Length; t++)
        {
            var tank = plan.Tanks[t];
            var node = plan.Nodes[tank.Node];
            node.Tank = t;
            tank.Area = node.Area;
            tank.LegalOwner = node.Owner;
            tank.Owners =
            [
                .. ReachableHolders(node.Area)
                    .Select(h => plan.SellsOnOwnAccount[h] ? h : node.Owner)
                    .Where(o => o > 0)
                    .Distinct()
                    .Order(),
            ];
        }
    }

    /// <summary>Taps, refineries and seizures on a route; null where it has none.</summary>
    private FlowPlan? CompileFlow(int r, Route route, int[] nodes)
    {
        var own = new List<int>();
        void Seize(string by, int share)
        {
            own.Add(seizures.Count);
            seizures.Add(new SeizurePlan(r, Index(actorIndex, by, "actor"), share));
        }

        if (route.Seizure is not null)
        {
            Seize(route.SeizedBy, parameters.Add(route.Seizure));
        }

        var seizers = scenario
            .Interventions.SelectMany(i => i.Effects.OfType<SeizeEffect>())
            .Where(e => e.Object == route.Identity || e.Object == route.To)
            .Select(e => e.By)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        foreach (var by in seizers)
        {
            if (route.Seizure is null || route.SeizedBy != by)
            {
                Seize(by, -1);
            }
        }

        var entries = nodes.Select(n => plan.Nodes[n]).ToArray();
        if (own.Count == 0 && entries.All(n => n.Taps.Length == 0 && n.Yield < 0 && n.Uplift < 0))
        {
            return null;
        }

        var moves = seizers.Length > 0 || entries.Any(n => n.Taps.Any(t => plan.Taps[t].While.Length > 0));
        var flow = new FlowPlan(plan.ArrivalLaneCount, plan.UpliftLaneCount, [.. own], moves);
        plan.ArrivalLaneCount += nodes.Length + FlowPlan.ArrivalsBeyondNodes;
        plan.UpliftLaneCount += nodes.Length + 1;
        return flow;
    }

    private LoadingPlan? CompileLoading(int[] nodes, int market, List<SalesAccountPlan> accounts)
    {
        var tank = nodes.Length == 0 ? -1 : plan.Nodes[nodes[^1]].Tank;
        return tank < 0
            ? null
            : new LoadingPlan(
                tank,
                plan.LoadingCount++,
                [
                    .. plan.Tanks[tank]
                        .Owners.Select(o =>
                            plan.Markets[market].MaySell[o] ? Account(accounts, new SalesAccountPlan(market, o)) : -1
                        ),
                ]
            );
    }

    /// <summary>Once effects are known: what interventions add to which seizure.</summary>
    private void LinkSeizures()
    {
        for (var a = 0; a < plan.AddedSeizures.Length; a++)
        {
            var added = plan.AddedSeizures[a];
            Array.Find(plan.Seizures, s => s.Route == added.Route && s.Actor == added.Actor)!.Added = a;
        }
    }

    /// <summary>Once routes are known: which carriages a tap moves, which routes empty a tank.</summary>
    private void LinkFlows()
    {
        plan.Seizures = [.. seizures];
        foreach (var tap in plan.Taps)
        {
            tap.Carriages =
            [
                .. Enumerable
                    .Range(0, plan.Carriages.Length)
                    .Where(c =>
                        plan.Carriages[c].Collectors.Length > 0
                        && plan.Routes[plan.Carriages[c].Route].Nodes.Contains(tap.Node)
                    ),
            ];
        }

        for (var t = 0; t < plan.Tanks.Length; t++)
        {
            plan.Tanks[t].Collectors =
            [
                .. ReachableHolders(plan.Tanks[t].Area).Where(h => MayCharge(plan.Tanks[t], h)),
            ];
            plan.Tanks[t].Routes =
            [
                .. Enumerable.Range(0, plan.Routes.Length).Where(r => plan.Routes[r].Loading?.Tank == t),
            ];
        }
    }

    private bool MayCharge(TankPlan tank, int holder)
    {
        var owner = plan.SellsOnOwnAccount[holder] ? holder : tank.LegalOwner;
        if (holder == 0 || owner == 0 || holder == owner)
        {
            return false;
        }

        var phaseCount = Math.Max(1, PhasesAt(tank.Area).Length);
        return plan.Nodes[tank.Node].Fee >= 0
            || MayOverrideToll(holder, [owner])
            || Enumerable.Range(0, phaseCount).Any(p => plan.Passage.Decide(tank.Node, p, holder, owner) >= 0);
    }
}
