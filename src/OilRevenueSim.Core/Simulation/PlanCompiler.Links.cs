namespace OilRevenueSim.Core.Simulation;

/// <summary>Accounts, collectors of tolls, and what depends on the state of a chain.</summary>
internal sealed partial class PlanCompiler
{
    private CarriagePlan CompileCarriage(int route, int group, int[] collectors, bool mayStore)
    {
        var lanes = collectors.Length == 0 ? 0 : 3 + (2 * collectors.Length);
        var first = lanes == 0 ? -1 : plan.TollLaneCount;
        var store = lanes == 0 || !mayStore ? -1 : plan.TollLaneCount + lanes;
        plan.TollLaneCount += mayStore ? 2 * lanes : lanes;
        return new CarriagePlan(route, group, collectors, first, store);
    }

    /// <summary>Accounts in order of market, then seller, so that what flows where changes the order of no sum.</summary>
    private static void SortAccounts(List<SalesAccountPlan> accounts, List<RoutePlan> routes)
    {
        SalesAccountPlan[] sorted = [.. accounts.OrderBy(a => a.Market).ThenBy(a => a.Seller)];
        int[] position = [.. accounts.Select(a => Array.IndexOf(sorted, a))];
        var indices = routes.SelectMany(r => r.Cells).Select(c => c.Sales);
        foreach (var sales in indices.Concat(routes.Select(r => r.Loading?.Sales ?? [])))
        {
            for (var s = 0; s < sales.Length; s++)
            {
                sales[s] = sales[s] < 0 ? -1 : position[sales[s]];
            }
        }

        accounts.Clear();
        accounts.AddRange(sorted);
    }

    private static int Account<T>(List<T> accounts, T account)
        where T : notnull
    {
        var index = accounts.IndexOf(account);
        if (index < 0)
        {
            index = accounts.Count;
            accounts.Add(account);
        }

        return index;
    }

    private int[] Collectors(int[] nodes, SellerGroupPlan group)
    {
        var collectors = new SortedSet<int>();
        foreach (var node in nodes)
        {
            foreach (var holder in ReachableHolders(plan.Nodes[node].Area))
            {
                if (MayOverrideToll(holder, group.Sellers))
                {
                    collectors.Add(holder);
                }

                if (plan.Nodes[node].Fee >= 0 && holder != 0 && group.Sellers.Any(s => s != holder))
                {
                    collectors.Add(holder);
                }

                for (var phase = 0; phase < Math.Max(1, PhasesAt(plan.Nodes[node].Area).Length); phase++)
                {
                    if (group.Sellers.Any(s => plan.Passage.Decide(node, phase, holder, s) >= 0))
                    {
                        collectors.Add(holder);
                    }
                }
            }
        }

        return [.. collectors];
    }

    /// <summary>Place of an asset in the passage table: nodes, then fields; tanks stand at their node.</summary>
    private int PlaceOf(int asset) =>
        plan.Assets[asset].Node >= 0 ? plan.Assets[asset].Node : plan.Nodes.Length + plan.Assets[asset].Index;

    private void CompileDependents()
    {
        for (var chain = 0; chain < plan.Chains.Length; chain++)
        {
            var c = chain;
            var entry = plan.Chains[chain];
            entry.DependentBlockades =
            [
                .. Enumerable
                    .Range(0, plan.Blockades.Length)
                    .Where(b =>
                        plan.Blockades[b]
                            .Places.Select(p => plan.Assets[p].Area)
                            .Any(area => area == c || plan.Chains[area].Neighbours.Contains(c))
                    ),
            ];
            entry.DependentAttacks =
            [
                .. Enumerable
                    .Range(0, plan.Attacks.Length)
                    .Where(a => plan.Attacks[a].Targets.Any(t => plan.Assets[t].Area == c)),
            ];
            entry.DependentAssets = plan.HasDamage
                ?
                [
                    .. Enumerable
                        .Range(0, plan.Assets.Length)
                        .Where(a =>
                            plan.Assets[a].Area == c
                            || (
                                plan.Chains[plan.Assets[a].Area].Theatre == c && plan.Passage.DependsOnPhase[PlaceOf(a)]
                            )
                        ),
                ]
                : [];
            entry.DependentGroups = [.. Enumerable.Range(0, groups.Count).Where(g => groups[g].Area == c)];
            entry.DependentCarriages =
            [
                .. Enumerable
                    .Range(0, plan.Carriages.Length)
                    .Where(i =>
                    {
                        var carriage = plan.Carriages[i];
                        return groups[carriage.Group].Area == c
                            || plan.Routes[carriage.Route].Nodes.Any(n => plan.Nodes[n].Area == c)
                            || (
                                c < plan.TheatreCount
                                && plan.Routes[carriage.Route]
                                    .Nodes.Any(n =>
                                        plan.Passage.DependsOnPhase[n] && plan.Chains[plan.Nodes[n].Area].Theatre == c
                                    )
                            );
                    }),
            ];
            entry.DependentTanks =
            [
                .. Enumerable
                    .Range(0, plan.Tanks.Length)
                    .Where(t =>
                        plan.Tanks[t].Area == c
                        || (
                            plan.Chains[plan.Tanks[t].Area].Theatre == c
                            && plan.Passage.DependsOnPhase[plan.Tanks[t].Node]
                        )
                    ),
            ];
        }
    }
}
