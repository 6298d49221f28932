namespace OilRevenueSim.Core.Simulation;

/// <summary>What routes carry, where a scenario records it.</summary>
internal sealed partial class PlanCompiler
{
    private void CompileRouteBook()
    {
        if (!ReportQuantity.OfRoutes.Any(q => scenario.Record.Contains(q.Name)))
        {
            return;
        }

        var hauls = new List<HaulPlan>();
        var levies = new List<HaulPlan>();
        var takings = new List<TakingPlan>();
        var proceeds = new List<ProceedsAccountPlan>();
        int[] HaulOf(int route, string source, IEnumerable<(int Actor, bool MaySell)> sellers) =>
            [.. sellers.Select(s => s.MaySell ? Add(hauls, new HaulPlan(route, source, s.Actor)) : -1)];
        int LevyOf(int route, string source, int[] collectors)
        {
            var first = levies.Count;
            levies.AddRange(collectors.Select(c => new HaulPlan(route, source, c)));
            return first;
        }

        int TakingAt(int route, NodePlan node, int index)
        {
            var first = takings.Count;
            takings.AddRange(node.Taps.Select(t => new TakingPlan(route, index, plan.Taps[t].Actor)));
            if (node.Yield >= 0)
            {
                takings.Add(new TakingPlan(route, index, -1));
            }

            return first;
        }

        int SeizureOf(int route)
        {
            var first = takings.Count;
            int[] own = plan.Routes[route].Flow?.Seizures ?? [];
            takings.AddRange(own.Select(s => new TakingPlan(route, -1, plan.Seizures[s].Actor)));
            return first;
        }

        int ProceedsOf(int account)
        {
            var first = proceeds.Count;
            var market = plan.Markets[plan.SalesAccounts[account].Market];
            proceeds.AddRange(market.Proceeds.Select(p => new ProceedsAccountPlan(account, p.Actor)));
            return first;
        }

        var routes = plan.Routes.Select((route, r) => (Route: route, Index: r)).ToArray();
        TankPlan TankOf(RoutePlan route) => plan.Tanks[route.Loading!.Tank];
        string TerminalOf(RoutePlan route) => plan.Nodes[route.Nodes[^1]].Name;
        plan.RouteBook = new RouteBook
        {
            HaulOfCell =
            [
                .. routes.Select(r =>
                    r.Route.Cells.Select(c =>
                            HaulOf(
                                r.Index,
                                plan.Fields[c.Field].Name,
                                plan.Groups[plan.Fields[c.Field].Group].Sellers.Zip(c.Sales, (s, a) => (s, a >= 0))
                            )
                        )
                        .ToArray()
                ),
            ],
            HaulOfStock =
            [
                .. routes.Select(r =>
                    r.Route.Loading is null
                        ? []
                        : HaulOf(
                            r.Index,
                            TerminalOf(r.Route),
                            TankOf(r.Route).Owners.Zip(r.Route.Loading.Sales, (o, a) => (o, a >= 0))
                        )
                ),
            ],
            LevyOfCell =
            [
                .. routes.Select(r =>
                    r.Route.Cells.Select(c =>
                            LevyOf(r.Index, plan.Fields[c.Field].Name, plan.Carriages[c.Carriage].Collectors)
                        )
                        .ToArray()
                ),
            ],
            LevyOfStock =
            [
                .. routes.Select(r =>
                    r.Route.Loading is null ? -1 : LevyOf(r.Index, TerminalOf(r.Route), TankOf(r.Route).Collectors)
                ),
            ],
            TakingAt =
            [
                .. routes.Select(r => r.Route.Nodes.Select(n => TakingAt(r.Index, plan.Nodes[n], n)).ToArray()),
            ],
            SeizureOf = [.. routes.Select(r => SeizureOf(r.Index))],
            ProceedsOf = [.. Enumerable.Range(0, plan.SalesAccounts.Length).Select(ProceedsOf)],
            Hauls = [.. hauls],
            Levies = [.. levies],
            Takings = [.. takings],
            Proceeds = [.. proceeds],
        };

        static int Add<T>(List<T> list, T item)
        {
            list.Add(item);
            return list.Count - 1;
        }
    }

    /// <summary>Series of what routes carry, in the order of routes; only those that the scenario records.</summary>
    private void CompileRouteSeries()
    {
        if (plan.RouteBook is not { } book)
        {
            return;
        }

        var layout = plan.Accounts;
        AddHauls(ReportQuantity.Sent, book.Hauls, layout.Sent);
        AddHauls(ReportQuantity.Delivered, book.Hauls, layout.Delivered);
        AddHauls(ReportQuantity.Stored, book.Hauls, layout.Stored);
        AddGroups(
            ReportQuantity.Taken,
            book.Takings.Select(t => new RouteKey(
                ActorOf(t.Actor),
                t.Node < 0 ? null : plan.Nodes[t.Node].Name,
                plan.Routes[t.Route].Name
            )),
            layout.Taken
        );
        AddHauls(ReportQuantity.DeliveredValue, book.Hauls, layout.DeliveredValue);
        AddHauls(ReportQuantity.Levied, book.Levies, layout.Levied);
        AddGroups(
            ReportQuantity.Proceeds,
            book.Proceeds.Select(p =>
            {
                var account = plan.SalesAccounts[p.SalesAccount];
                var channel = $"{plan.Actors[account.Seller]}>{plan.Markets[account.Market].Name}";
                return p.Receiver == account.Seller ? null : new RouteKey(ActorOf(p.Receiver), null, channel);
            }),
            layout.Proceeds
        );
    }

    private string? ActorOf(int actor) => actor < 0 ? null : plan.Actors[actor];

    private void AddHauls(ReportQuantity quantity, HaulPlan[] hauls, int firstAccount) =>
        AddGroups(
            quantity,
            hauls.Select(h => new RouteKey(ActorOf(h.Actor), h.Source, plan.Routes[h.Route].Name)),
            firstAccount
        );

    /// <summary>A series for each key, none for null; accounts that share one, such as two taps of an actor at a node, are added up.</summary>
    private void AddGroups(ReportQuantity quantity, IEnumerable<RouteKey?> keys, int firstAccount)
    {
        if (!scenario.Record.Contains(quantity.Name))
        {
            return;
        }

        var isRate = quantity.Unit == "kb/d"; // barrels / days / 1000 is thousand barrels per day
        var byKey = keys.Select((key, i) => (Key: key, Term: new SeriesTerm(firstAccount + i, isRate ? 1e-3 : 1.0)));
        foreach (var group in byKey.Where(k => k.Key is not null).GroupBy(k => k.Key!, k => k.Term))
        {
            var key = new SeriesKey(group.Key.Actor, group.Key.Place, group.Key.Channel, quantity);
            series.Add(new SeriesPlan(key, [.. group], isRate, KeepsSample: false, HasThresholds: false));
        }
    }

    private sealed record RouteKey(string? Actor, string? Place, string? Channel);
}
