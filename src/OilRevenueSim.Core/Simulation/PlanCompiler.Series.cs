using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What is recorded: scenario-format.md, "What a run writes".</summary>
internal sealed partial class PlanCompiler
{
    private readonly List<SeriesPlan> series = [];

    private void CompileSeries()
    {
        CompileRouteBook();
        plan.Accounts = AccountLayout.Of(plan);
        plan.BookAll();
        for (var actor = 1; actor < plan.Actors.Length; actor++)
        {
            CompileMoney(actor);
        }

        CompileDiverted();
        plan.NetTerms = [.. plan.Finances.Select(f => TermsOf(f.Actor).Net)];
        CompileConditionSeries();
        CompileControl();
        for (var field = 0; field < plan.Fields.Length; field++)
        {
            // Produced barrels / days / 1000 is thousand barrels per day.
            AddState(
                new SeriesKey(null, plan.Fields[field].Name, null, ReportQuantity.Output),
                plan.Accounts.Produced + field,
                1e-3
            );
        }

        for (var market = 0; market < plan.Markets.Length; market++)
        {
            AddState(
                new SeriesKey(null, null, plan.Markets[market].Name, ReportQuantity.Price),
                plan.Accounts.PriceDays + market,
                1.0
            );
        }

        CompileRouteSeries();
        plan.SeriesPlans =
        [
            .. series.Select(s =>
                s with
                {
                    KeepsSample =
                        s.KeepsSample
                        || (
                            scenario.Record.Contains(s.Key.Quantity.Name)
                            && !ReportQuantity.OfRoutes.Contains(s.Key.Quantity)
                        ),
                }
            ),
        ];
        CompileGross();
        plan.Series = [.. series.Select(s => s.Key)];
        plan.Periods = CompilePeriods();
    }

    private void CompileMoney(int actor)
    {
        var layout = plan.Accounts;
        var name = plan.Actors[actor];
        var terms = TermsOf(actor);
        var accounts = terms.Accounts;
        var isFocus = scenario.Focus.Contains(name);
        AddFlow(name, ReportQuantity.Sales, terms.Sales, always: false);
        AddFlow(name, ReportQuantity.Levies, terms.Levies, always: false);
        AddFlow(name, ReportQuantity.Transfers, [.. terms.Received, .. terms.PaidOut], always: false);
        AddFlow(name, ReportQuantity.Gross, terms.Gross, always: isFocus, hasThresholds: isFocus);
        AddFlow(name, ReportQuantity.Net, terms.Net, always: isFocus);
        if (plan.Fields.Any(f => f.Owner == actor))
        {
            AddFlow(name, ReportQuantity.ShutIn, [new SeriesTerm(layout.ShutIn + actor, 1.0)], always: true);
            SeriesTerm[] forgone =
            [
                new SeriesTerm(layout.Undisturbed + actor, 1.0),
                .. terms.Sales.Select(s => new SeriesTerm(s.Account, -1.0)),
            ];
            AddFlow(name, ReportQuantity.Forgone, forgone, always: true);
            CompileShutIn(actor);
        }

        CompileDamage(actor);
        CompileFinanceSeries(actor);
        CompileBarrels(actor, terms);

        foreach (var account in accounts)
        {
            var market = plan.Markets[plan.SalesAccounts[account].Market].Name;
            series.Add(
                new SeriesPlan(
                    new SeriesKey(name, null, market, ReportQuantity.Sales),
                    [new SeriesTerm(layout.Sales + account, 1.0)],
                    false,
                    false,
                    false
                )
            );
        }

        var fieldAccounts = Enumerable
            .Range(0, plan.FieldSalesAccounts.Length)
            .Where(i => plan.FieldSalesAccounts[i].Seller == actor);
        foreach (var account in fieldAccounts.OrderBy(i => plan.FieldSalesAccounts[i].Field))
        {
            var field = plan.Fields[plan.FieldSalesAccounts[account].Field].Name;
            series.Add(
                new SeriesPlan(
                    new SeriesKey(name, field, null, ReportQuantity.Sales),
                    [new SeriesTerm(layout.FieldSales + account, 1.0)],
                    false,
                    false,
                    false
                )
            );
        }
    }

    /// <summary>Gross revenue as conditions read it is what the series of gross revenue sums up.</summary>
    private void CompileGross() =>
        plan.GrossAccounts = [
            .. plan.Actors.Select(actor =>
                series
                    .Where(s => s.Key.Actor == actor && s.Key.Quantity == ReportQuantity.Gross)
                    .SelectMany(s => s.Terms.Select(t => t.Account))
                    .ToArray()
            ),
        ];

    private void CompileControl()
    {
        var held = new List<(int Chain, int Actor, int Account)>();
        for (var chain = plan.TheatreCount; chain < plan.Chains.Length; chain++)
        {
            foreach (var holder in ReachableHolders(chain))
            {
                var account = plan.Accounts.HeldDays + ((chain - plan.TheatreCount) * plan.Actors.Length) + holder;
                AddState(
                    new SeriesKey(plan.Actors[holder], plan.Chains[chain].Name, null, ReportQuantity.ProbabilityHolds),
                    account,
                    1.0
                );
                held.Add((chain, holder, account));
            }
        }

        plan.HeldAccounts = [.. held];
    }

    private void AddFlow(
        string actor,
        ReportQuantity quantity,
        SeriesTerm[] terms,
        bool always,
        bool hasThresholds = false
    )
    {
        if (terms.Length > 0 || always)
        {
            series.Add(new SeriesPlan(new SeriesKey(actor, null, null, quantity), terms, false, true, hasThresholds));
        }
    }

    private void AddState(SeriesKey key, int account, double factor) =>
        series.Add(new SeriesPlan(key, [new SeriesTerm(account, factor)], true, false, false));

    private ImmutableArray<Period> CompilePeriods()
    {
        var grid = plan.Grid;
        DateOnly Clip(DateOnly day) =>
            day < grid.Start ? grid.Start
            : day > grid.End ? grid.End
            : day;
        return
        [
            .. grid.Months.Select(m => new Period(PeriodKind.Month, m.ToString(), Clip(m.FirstDay), Clip(m.LastDay))),
            .. grid.Years.Select(y => new Period(
                PeriodKind.Year,
                $"{y:D4}",
                Clip(new DateOnly(y, 1, 1)),
                Clip(new DateOnly(y, 12, 31))
            )),
            new Period(PeriodKind.Total, "total", grid.Start, grid.End),
        ];
    }
}
