using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Proceeds, transfers, pay and what stayed in the ground; records of the month.</summary>
internal sealed partial class BlockSimulator<V>
{
    /// <summary>Proceeds are passed on, accounts are kept, what stayed in the ground is valued.</summary>
    private void Settle(int days)
    {
        for (var a = 0; a < Plan.SalesAccounts.Length; a++)
        {
            var account = Plan.SalesAccounts[a];
            var sales = Block.Of(Block.StepSales, a);
            var costs = Block.Of(Block.StepCosts, a);
            var retained = Block.Of(Block.Scratch, 1);
            MoneyKernel.Subtract<V>(sales, costs, retained);
            foreach (var proceeds in Plan.Markets[account.Market].Proceeds)
            {
                if (proceeds.Actor != account.Seller)
                {
                    MoneyKernel.Proceed<V>(
                        sales,
                        costs,
                        Block.Parameter(proceeds.Share),
                        retained,
                        Block.Account(Plan.Accounts.TransfersOut + account.Seller),
                        Block.Account(Plan.Accounts.TransfersIn + proceeds.Actor)
                    );
                }
            }

            if (Plan.RouteBook is not null)
            {
                BookProceeds(a, sales, costs);
            }

            MoneyKernel.Add<V>(Block.Account(Plan.Accounts.Retained + a), retained);
            MoneyKernel.Add<V>(Block.Account(Plan.Accounts.Sales + a), sales);
            MoneyKernel.Add<V>(Block.Account(Plan.Accounts.Costs + a), costs);
        }

        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            if (Plan.AccountRows.Reads(Plan.Accounts.Produced + f))
            {
                MoneyKernel.Produce<V>(
                    Block.Of(Block.Available, f),
                    Block.Of(Block.Left, f),
                    days,
                    Block.Account(Plan.Accounts.Produced + f)
                );
            }

            if (Plan.Fields[f].LegalRoute >= 0)
            {
                ValueLosses(f, days);
            }
            else if (Plan.ReadsCauses)
            {
                ShutInKernel.Count<V>(
                    Block.Of(Block.Sustainable, f),
                    Block.Of(Block.Available, f),
                    Block.Of(Block.Left, f),
                    days,
                    Block.Account(Plan.Accounts.BarrelsShutIn + Plan.Fields[f].Owner)
                );
            }
        }
    }

    /// <summary>What a field left in the ground, and what it would have sold undisturbed, at the prices of its owner's first legal route.</summary>
    private void ValueLosses(int f, int days)
    {
        var field = Plan.Fields[f];
        var route = Plan.Routes[field.LegalRoute];
        if (Plan.ReadsLosses[f])
        {
            MoneyKernel.Forgo<V>(
                LanesOf(route, route.Cells[field.LegalCell]),
                Block.Of(Block.Sustainable, f),
                Block.Of(Block.Available, f),
                Block.Of(Block.Left, f),
                Block.Of(Block.Undisturbed, f),
                days,
                Block.Account(Plan.Accounts.ShutIn + field.Owner),
                Block.Account(Plan.Accounts.Undisturbed + field.Owner)
            );
        }

        if (Plan.ReadsCauses)
        {
            SplitShutIn(f, route, days);
        }
    }

    private void RecordStates(int days)
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            if (Plan.AccountRows.Reads(Plan.Accounts.PriceDays + m))
            {
                MoneyKernel.AddScaled<V>(
                    Block.Account(Plan.Accounts.PriceDays + m),
                    Block.Of(Block.MarketPrices, m),
                    days
                );
            }
        }

        foreach (var (asset, account) in Plan.ConditionAccounts)
        {
            MoneyKernel.AddScaled<V>(Block.Account(account), Block.Of(Block.Conditions, asset), days);
        }

        foreach (var (chain, actor, account) in Plan.HeldAccounts)
        {
            MoneyKernel.Hold<V>(Block.Of(Block.States, chain), actor, days, Block.Account(account));
        }
    }

    /// <summary>Hands the month, and the year and the total where they end, to the recorder.</summary>
    private void RecordMonth(int month, bool isLast, IPeriodRecorder recorder)
    {
        var grid = Plan.Grid;
        var year = grid.Years.IndexOf(grid.Months[month].Year);
        var months = Plan.Shortest == PeriodKind.Month ? grid.Months.Length : 0; // those among the periods
        var onlyTotals = Plan.Shortest == PeriodKind.Total;
        var endsYear = isLast || grid.Months[month + 1].Year != grid.Months[month].Year;
        var values = Block.Of(Block.Scratch, 0);
        for (var s = 0; s < Plan.SeriesPlans.Length; s++)
        {
            var plan = Plan.SeriesPlans[s];
            var yearSum = Block.Of(Block.YearSums, s);
            var totalSum = Block.Of(Block.TotalSums, s);
            SeriesKernel.Sum<V>(
                Block.Accounts,
                Plan.AccountRows,
                plan.Terms,
                values,
                onlyTotals ? totalSum : yearSum,
                onlyTotals || year == 0 ? [] : totalSum
            );
            if (months > 0)
            {
                Hand(s, month, values);
            }

            if (endsYear && !onlyTotals)
            {
                if (year == 0)
                {
                    yearSum.CopyTo(totalSum); // until here the two were the same
                }

                Hand(s, months + year, yearSum);
                yearSum.Clear();
            }

            if (isLast)
            {
                Hand(s, Plan.Periods.Length - 1, totalSum);
            }
        }

        Array.Clear(Block.Accounts);

        void Hand(int series, int period, ReadOnlySpan<double> sums)
        {
            var lanes = sums;
            if (Plan.SeriesPlans[series].IsState)
            {
                var into = Block.Of(Block.Scratch, 1);
                MoneyKernel.DivideBy<V>(sums, Plan.Periods[period].Days, into);
                lanes = into;
            }

            recorder.Record(series, period, lanes);
        }
    }
}
