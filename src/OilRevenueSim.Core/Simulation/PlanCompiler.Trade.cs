using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Fields, nodes, markets and routes.</summary>
internal sealed partial class PlanCompiler
{
    private readonly Dictionary<(int Area, int Owner), int> groupIndex = [];
    private readonly List<SellerGroupPlan> groups = [];

    private void CompileNodesAndMarkets()
    {
        var nodes = scenario.Nodes.OrderBy(n => n.Name, StringComparer.Ordinal).ToArray();
        plan.Nodes =
        [
            .. nodes.Select(n => new NodePlan(
                n.Name,
                Index(areaChain, n.Area, "area"),
                parameters.AddOptional(n.Capacity),
                parameters.Add(n.Condition)
            )),
        ];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodeIndex.Add(nodes[i].Name, i);
        }

        var markets = scenario.Markets.OrderBy(m => m.Name, StringComparer.Ordinal).ToArray();
        plan.Markets = [.. markets.Select(CompileMarket)];
        for (var i = 0; i < markets.Length; i++)
        {
            marketIndex.Add(markets[i].Name, i);
        }
    }

    private MarketPlan CompileMarket(Market market)
    {
        bool[] maySell =
        [
            .. plan.Actors.Select((a, i) => i > 0 && (market.Sellers.Length == 0 || market.Sellers.Contains(a))),
        ];
        var demand = parameters.AddOptional(market.Demand);
        ProceedsPlan[] proceeds =
        [
            .. market
                .Proceeds.OrderBy(p => p.Actor, StringComparer.Ordinal)
                .Select(p => new ProceedsPlan(Index(actorIndex, p.Actor, "actor"), parameters.Add(p.Share))),
        ];
        return market.Price switch
        {
            LinkedPrice linked => new MarketPlan(
                market.Name,
                Index(benchmarkIndex, linked.Benchmark, "benchmark"),
                true,
                parameters.Add(linked.Discount),
                parameters.Add(linked.Differential),
                -1,
                parameters.Add(linked.Floor),
                maySell,
                demand,
                proceeds
            ),
            LocalPrice local => new MarketPlan(
                market.Name,
                local.Follows is null ? -1 : Index(benchmarkIndex, local.Follows, "benchmark"),
                false,
                parameters.Add(local.Level),
                parameters.Add(local.Elasticity),
                parameters.AddOptional(local.Reference),
                parameters.Add(local.Floor),
                maySell,
                demand,
                proceeds
            ),
            _ => throw new ArgumentException(
                $"Market '{market.Name}' has a price rule that is not known.",
                nameof(market)
            ),
        };
    }

    private void CompileFields()
    {
        var fields = scenario.Fields.OrderBy(f => f.Name, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < fields.Length; i++)
        {
            fieldIndex.Add(fields[i].Name, i);
        }

        var pairs = fields.Select(f => (f.Area, f.Owner)).Distinct().OrderBy(p => p.Area, StringComparer.Ordinal);
        foreach (var (areaName, ownerName) in pairs.ThenBy(p => p.Owner, StringComparer.Ordinal))
        {
            var area = Index(areaChain, areaName, "area");
            var owner = Index(actorIndex, ownerName, "actor");
            int[] sellers =
            [
                .. ReachableHolders(area).Select(h => plan.SellsOnOwnAccount[h] ? h : owner).Distinct().Order(),
            ];
            var named = fields.Any(f => f.Area == areaName && f.Owner == ownerName && f.Workforce is not null);
            var usesWorkforce =
                named
                || sellers.Any(s =>
                    !IsCertainly(plan.Crafts[s].Skill, 1.0) || !IsCertainly(plan.Crafts[s].Retention, 1.0)
                );
            groupIndex.Add((area, owner), groups.Count);
            groups.Add(new SellerGroupPlan(area, owner, sellers, usesWorkforce));
        }

        plan.Groups = [.. groups];
        plan.Fields =
        [
            .. fields.Select(f =>
            {
                var owner = Index(actorIndex, f.Owner, "actor");
                return new FieldPlan(
                    f.Name,
                    groupIndex[(Index(areaChain, f.Area, "area"), owner)],
                    owner,
                    parameters.Add(f.Capacity),
                    parameters.Add(f.Condition),
                    parameters.AddOptional(f.Workforce),
                    parameters.Add(f.Premium),
                    parameters.Add(f.LiftingCost),
                    LegalRoute(f.Name, owner)
                );
            }),
        ];
    }

    private int LegalRoute(string field, int owner)
    {
        for (var r = 0; r < scenario.Routes.Length; r++)
        {
            var route = scenario.Routes[r];
            if (route.Fields.Contains(field) && plan.Markets[Index(marketIndex, route.To, "market")].MaySell[owner])
            {
                return r;
            }
        }

        return -1;
    }

    private bool IsCertainly(int slot, double value) =>
        slot >= 0 && parameters.IsCertain(slot, out var certain) && certain == value;

    private SortedSet<int> ReachableHolders(int area)
    {
        var reachable = new SortedSet<int> { plan.Chains[area].Start };
        for (var grew = true; grew; )
        {
            grew = false;
            foreach (var change in plan.Chains[area].Changes)
            {
                grew |= reachable.Contains(change.From) && reachable.Add(change.To);
            }

            foreach (var (from, to) in plan.Chains[area].Imposed)
            {
                grew |= (from < 0 || reachable.Contains(from)) && reachable.Add(to);
            }
        }

        return reachable;
    }

    private void CompilePassage()
    {
        // A rule with a phase is about the phase of the theatre in which the node lies.
        var sorted = scenario with
        {
            Nodes = [.. scenario.Nodes.OrderBy(n => n.Name, StringComparer.Ordinal)],
        };
        string[][] phases =
        [
            .. plan.Nodes.Select(n => PhasesAt(n.Area)),
            .. plan.Fields.Select(f => PhasesAt(plan.Groups[f.Group].Area)),
        ];
        plan.Passage = PassageTable.Build(sorted, plan.Actors, phases, parameters);
    }

    private string[] PhasesAt(int area) =>
        plan.Chains[area].Theatre < 0 ? [] : plan.Chains[plan.Chains[area].Theatre].Phases;

    private void CompileRoutes()
    {
        var carriages = new List<CarriagePlan>();
        var salesAccounts = new List<SalesAccountPlan>();
        var fieldAccounts = new List<FieldSalesAccountPlan>();
        var routes = new List<RoutePlan>();
        for (var r = 0; r < scenario.Routes.Length; r++)
        {
            var route = scenario.Routes[r];
            var market = Index(marketIndex, route.To, "market");
            int[] nodes = [.. route.Via.Select(v => Index(nodeIndex, v, "node"))];
            var carriageOf = new Dictionary<int, int>();
            var cells = new List<CellPlan>();
            foreach (var name in route.Fields.Order(StringComparer.Ordinal))
            {
                var field = Index(fieldIndex, name, "field");
                var group = plan.Fields[field].Group;
                if (!carriageOf.TryGetValue(group, out var carriage))
                {
                    carriage = carriages.Count;
                    carriageOf.Add(group, carriage);
                    var collectors = Collectors(nodes, groups[group]);
                    carriages.Add(
                        new CarriagePlan(r, group, collectors, collectors.Length == 0 ? -1 : plan.TollLaneCount)
                    );
                    plan.TollLaneCount += collectors.Length == 0 ? 0 : 3 + (2 * collectors.Length);
                }

                var sellers = groups[group].Sellers;
                cells.Add(
                    new CellPlan(
                        field,
                        carriage,
                        [
                            .. sellers.Select(s =>
                                plan.Markets[market].MaySell[s]
                                    ? Account(salesAccounts, new SalesAccountPlan(market, s))
                                    : -1
                            ),
                        ],
                        [
                            .. sellers.Select(s =>
                                plan.Markets[market].MaySell[s]
                                    ? Account(fieldAccounts, new FieldSalesAccountPlan(field, s))
                                    : -1
                            ),
                        ]
                    )
                );
            }

            routes.Add(
                new RoutePlan(
                    route.Identity,
                    [.. cells],
                    nodes,
                    market,
                    parameters.Add(route.Transport),
                    parameters.AddOptional(route.Capacity)
                )
            );
        }

        SortAccounts(salesAccounts, routes);
        plan.Carriages = [.. carriages];
        plan.Routes = [.. routes];
        for (var f = 0; f < plan.Fields.Length; f++)
        {
            if (plan.Fields[f].LegalRoute >= 0)
            {
                plan.Fields[f].LegalCell = Array.FindIndex(routes[plan.Fields[f].LegalRoute].Cells, c => c.Field == f);
            }
        }

        plan.SalesAccounts = [.. salesAccounts];
        plan.FieldSalesAccounts = [.. fieldAccounts];
    }

    /// <summary>Accounts in order of market, then seller, so that what flows where changes the order of no sum.</summary>
    private static void SortAccounts(List<SalesAccountPlan> accounts, List<RoutePlan> routes)
    {
        SalesAccountPlan[] sorted = [.. accounts.OrderBy(a => a.Market).ThenBy(a => a.Seller)];
        int[] position = [.. accounts.Select(a => Array.IndexOf(sorted, a))];
        foreach (var cell in routes.SelectMany(r => r.Cells))
        {
            for (var s = 0; s < cell.Sales.Length; s++)
            {
                cell.Sales[s] = cell.Sales[s] < 0 ? -1 : position[cell.Sales[s]];
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
        }
    }
}
