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
        plan.Nodes = [.. nodes.Select(CompileNode)];
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
            )
            {
                LevelWander = CompileWander(
                    market,
                    "discount",
                    linked.DiscountWander,
                    WanderScale.Logit,
                    linked.Discount
                ),
                SlopeWander = CompileWander(
                    market,
                    "differential",
                    linked.DifferentialWander,
                    WanderScale.Additive,
                    linked.Differential
                ),
            },
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
            )
            {
                LevelWander = CompileWander(market, "level", local.LevelWander, WanderScale.Log, local.Level),
            },
            _ => throw new ArgumentException(
                $"Market '{market.Name}' has a price rule that is not known.",
                nameof(market)
            ),
        };
    }

    /// <summary>Index of a wandering part of a market's price, or −1 where it stays.</summary>
    private int CompileWander(Market market, string part, Wander? wander, WanderScale scale, Quantity middle)
    {
        if (wander is null)
        {
            return -1;
        }

        var stream = $"wander/{market.Name}.{part}";
        RegisterStream(stream);
        RegisterStream(WanderProcess.StartOf(stream));
        WanderProcess Compile(Func<Quantity, int> rowOf) => new(wander, scale, middle, stream, plan.Grid, rowOf);
        Compile(parameters.Add); // only to learn which quantities it asks for
        wanders.Add(() => Compile(q => parameters.LaneOf(parameters.Add(q))));
        return wanders.Count - 1;
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
            var flow = CompileFlow(r, route, nodes);
            var loading = CompileLoading(nodes, market, salesAccounts);
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
                    carriages.Add(CompileCarriage(r, group, collectors, loading is not null));
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
                {
                    Index = r,
                    Flow = flow,
                    Loading = loading,
                }
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
}
