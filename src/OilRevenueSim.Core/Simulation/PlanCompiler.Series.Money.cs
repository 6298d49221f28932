using OilRevenueSim.Core.Markets;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Series beside sales, levies and transfers: the five quantities of model.md §9 stay apart to the last table.</summary>
internal sealed partial class PlanCompiler
{
    /// <summary>Accounts that add up to an actor's money.</summary>
    private MoneyTerms TermsOf(int actor)
    {
        var layout = plan.Accounts;
        int[] accounts =
        [
            .. Enumerable
                .Range(0, plan.SalesAccounts.Length)
                .Where(i => plan.SalesAccounts[i].Seller == actor)
                .OrderBy(i => plan.SalesAccounts[i].Market),
        ];
        int[] taps = [.. Enumerable.Range(0, plan.Taps.Length).Where(t => plan.Taps[t].Actor == actor)];
        var canLevy =
            plan.Carriages.Any(c => c.Collectors.Contains(actor)) || plan.Tanks.Any(t => t.Collectors.Contains(actor));
        var canTransfer =
            plan.Markets.Any(m => m.Proceeds.Any(p => p.Actor == actor))
            || accounts.Any(i => plan.Markets[plan.SalesAccounts[i].Market].Proceeds.Length > 0)
            || plan.Transfers.Any(t => t.From == actor || t.To == actor);
        return new MoneyTerms(accounts, taps)
        {
            Sales =
            [
                .. accounts.Select(i => new SeriesTerm(layout.Sales + i, 1.0)),
                .. taps.Select(t => new SeriesTerm(layout.TheftSales + t, 1.0)),
            ],
            Barrels =
            [
                .. accounts.Select(i => new SeriesTerm(layout.Barrels + i, 1.0)),
                .. taps.Select(t => new SeriesTerm(layout.TheftBarrels + t, 1.0)),
            ],
            Retained =
            [
                .. accounts.Select(i => new SeriesTerm(layout.Retained + i, 1.0)),
                .. taps.Select(t => new SeriesTerm(layout.TheftSales + t, 1.0)),
                .. taps.Select(t => new SeriesTerm(layout.TheftCosts + t, -1.0)),
            ],
            Levies = canLevy ? [new SeriesTerm(layout.Levies + actor, 1.0)] : [],
            Received = canTransfer ? [new SeriesTerm(layout.TransfersIn + actor, 1.0)] : [],
            PaidOut = canTransfer ? [new SeriesTerm(layout.TransfersOut + actor, -1.0)] : [],
            Paid = plan.Transfers.Any(t => t.From == actor) ? [new SeriesTerm(layout.Paid + actor, -1.0)] : [],
        };
    }

    /// <summary>Barrels sold, by theft too; what was taken from others' oil at market price.</summary>
    private void CompileBarrels(int actor, MoneyTerms terms)
    {
        var layout = plan.Accounts;
        var name = plan.Actors[actor];
        AddMean(new SeriesKey(name, null, null, ReportQuantity.BarrelsSold), terms.Barrels);
        foreach (var t in terms.Taps)
        {
            AddMean(
                new SeriesKey(name, null, plan.Taps[t].Identity, ReportQuantity.Sales),
                [new SeriesTerm(layout.TheftSales + t, 1.0)]
            );
        }

        for (var t = 0; t < plan.Tanks.Length; t++)
        {
            if (plan.Tanks[t].Owners.Contains(actor) && plan.Tanks[t].Routes.Length > 0)
            {
                AddMean(
                    new SeriesKey(name, plan.Nodes[plan.Tanks[t].Node].Name, null, ReportQuantity.Sales),
                    [new SeriesTerm(layout.StockSales + (t * plan.Actors.Length) + actor, 1.0)]
                );
            }
        }
    }

    private void CompileDiverted()
    {
        for (var actor = 0; actor < plan.Actors.Length; actor++)
        {
            if (plan.Taps.Any(t => t.Actor == actor) || plan.Seizures.Any(s => s.Actor == actor))
            {
                AddFlow(
                    plan.Actors[actor],
                    ReportQuantity.Diverted,
                    [new SeriesTerm(plan.Accounts.Diverted + actor, 1.0)],
                    always: false
                );
            }
        }
    }

    private void CompileShutIn(int owner)
    {
        var layout = plan.Accounts;
        var name = plan.Actors[owner];
        AddMean(
            new SeriesKey(name, null, null, ReportQuantity.BarrelsShutIn),
            [new SeriesTerm(layout.BarrelsShutIn + owner, 1.0)]
        );
        foreach (var cause in Enum.GetValues<ShutInCause>())
        {
            var possible = cause switch
            {
                ShutInCause.Blockade => plan.HasBlockades,
                ShutInCause.Closure => plan.HasClosures,
                ShutInCause.Capacity => plan
                    .Routes.Select((route, r) => (Route: route, IsLimited: route.Capacity >= 0 || plan.RouteVaries[r]))
                    .Any(r =>
                        r.Route.Cells.Any(c => plan.Fields[c.Field].Owner == owner)
                        && (r.IsLimited || r.Route.Nodes.Any(n => plan.IsLimited[n]))
                    ),
                _ => true,
            };
            if (possible)
            {
                AddMean(
                    new SeriesKey(name, null, ChannelOf(cause), ReportQuantity.ShutIn),
                    [new SeriesTerm(layout.ShutInBy + ((int)cause * plan.Actors.Length) + owner, 1.0)]
                );
            }
        }
    }

    private static string ChannelOf(ShutInCause cause) =>
        cause switch
        {
            ShutInCause.Blockade => "blockade",
            ShutInCause.Closure => "closure",
            ShutInCause.Passage => "passage",
            ShutInCause.Restart => "restart",
            ShutInCause.Capacity => "capacity",
            _ => "market",
        };

    /// <summary>Damage to all that an owner has, then by place.</summary>
    private void CompileDamage(int owner)
    {
        var name = plan.Actors[owner];
        SeriesTerm TermOf(int asset) => new(plan.Accounts.Damage + asset, 1.0);
        int[] assets =
        [
            .. Enumerable
                .Range(0, plan.HasDamageCosts ? plan.Assets.Length : 0)
                .Where(a => plan.Assets[a].Owner == owner && plan.Assets[a].RepairCost >= 0),
        ];
        AddMean(new SeriesKey(name, null, null, ReportQuantity.Damage), [.. assets.Select(TermOf)]);
        foreach (var asset in assets)
        {
            AddMean(new SeriesKey(name, plan.Assets[asset].Name, null, ReportQuantity.Damage), [TermOf(asset)]);
        }
    }

    private void CompileFinanceSeries(int actor)
    {
        var i = plan.FinanceOf[actor];
        if (i < 0)
        {
            return;
        }

        var name = plan.Actors[actor];
        var layout = plan.Accounts;
        AddFlow(name, ReportQuantity.OtherIncome, [new SeriesTerm(layout.OtherIncome + i, 1.0)], always: false);
        AddMean(new SeriesKey(name, null, null, ReportQuantity.Arrears), [new SeriesTerm(layout.Arrears + i, 1.0)]);
        AddState(new SeriesKey(name, null, null, ReportQuantity.Treasury), layout.TreasuryDays + i, 1.0);
        AddState(new SeriesKey(name, null, null, ReportQuantity.PayRatio), layout.PayDays + i, 1.0);
        AddState(new SeriesKey(name, null, null, ReportQuantity.Fighters), layout.FighterDays + i, 1.0);
    }

    /// <summary>Condition of what attacks or repair can change.</summary>
    private void CompileConditionSeries()
    {
        var accounts = new List<(int Asset, int Account)>();
        for (var a = 0; a < plan.Assets.Length && plan.HasDamage; a++)
        {
            if (plan.Assets[a].RepairTime >= 0 || plan.Attacks.Any(x => x.Targets.Contains(a)))
            {
                var account = plan.Accounts.ConditionDays + accounts.Count;
                accounts.Add((a, account));
                AddState(new SeriesKey(null, plan.Assets[a].Name, null, ReportQuantity.Condition), account, 1.0);
            }
        }

        plan.ConditionAccounts = [.. accounts];
    }

    private void AddMean(SeriesKey key, SeriesTerm[] terms)
    {
        if (terms.Length > 0)
        {
            series.Add(new SeriesPlan(key, terms, false, false, false));
        }
    }

    /// <summary>Accounts of an actor's money, with their signs.</summary>
    /// <param name="Accounts">Sales accounts, by market.</param>
    /// <param name="Taps">Taps.</param>
    private sealed record MoneyTerms(int[] Accounts, int[] Taps)
    {
        public required SeriesTerm[] Sales { get; init; }

        public required SeriesTerm[] Barrels { get; init; }

        public required SeriesTerm[] Retained { get; init; }

        public required SeriesTerm[] Levies { get; init; }

        public required SeriesTerm[] Received { get; init; }

        public required SeriesTerm[] PaidOut { get; init; }

        /// <summary>Transfers paid that are not proceeds, which <see cref="Retained"/> already lacks.</summary>
        public required SeriesTerm[] Paid { get; init; }

        public SeriesTerm[] Gross => [.. Sales, .. Levies];

        public SeriesTerm[] Net => [.. Retained, .. Levies, .. Received, .. Paid];
    }
}
