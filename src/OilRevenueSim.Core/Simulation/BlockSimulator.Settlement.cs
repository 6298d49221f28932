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
                        Block.Of(Block.Accounts, Plan.Accounts.TransfersOut + account.Seller),
                        Block.Of(Block.Accounts, Plan.Accounts.TransfersIn + proceeds.Actor)
                    );
                }
            }

            if (Plan.RouteBook is not null)
            {
                BookProceeds(a, sales, costs);
            }

            MoneyKernel.Add<V>(Block.Of(Block.Accounts, Plan.Accounts.Retained + a), retained);
            MoneyKernel.Add<V>(Block.Of(Block.Accounts, Plan.Accounts.Sales + a), sales);
            MoneyKernel.Add<V>(Block.Of(Block.Accounts, Plan.Accounts.Costs + a), costs);
        }

        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            var field = Plan.Fields[f];
            var sustainable = Block.Of(Block.Sustainable, f);
            var left = Block.Of(Block.Left, f);
            MoneyKernel.Produce<V>(
                Block.Of(Block.Available, f),
                left,
                days,
                Block.Of(Block.Accounts, Plan.Accounts.Produced + f)
            );
            if (field.LegalRoute >= 0)
            {
                var route = Plan.Routes[field.LegalRoute];
                MoneyKernel.Forgo<V>(
                    LanesOf(route, route.Cells[field.LegalCell]),
                    sustainable,
                    Block.Of(Block.Available, f),
                    left,
                    Block.Of(Block.Undisturbed, f),
                    days,
                    Block.Of(Block.Accounts, Plan.Accounts.ShutIn + field.Owner),
                    Block.Of(Block.Accounts, Plan.Accounts.Undisturbed + field.Owner)
                );
                SplitShutIn(f, route, days);
            }
            else
            {
                ShutInKernel.Count<V>(
                    sustainable,
                    Block.Of(Block.Available, f),
                    left,
                    days,
                    Block.Of(Block.Accounts, Plan.Accounts.BarrelsShutIn + field.Owner)
                );
            }
        }
    }

    private void RecordStates(int days)
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            MoneyKernel.AddScaled<V>(
                Block.Of(Block.Accounts, Plan.Accounts.PriceDays + m),
                Block.Of(Block.MarketPrices, m),
                days
            );
        }

        foreach (var (asset, account) in Plan.ConditionAccounts)
        {
            MoneyKernel.AddScaled<V>(Block.Of(Block.Accounts, account), Block.Of(Block.Conditions, asset), days);
        }

        foreach (var (chain, actor, account) in Plan.HeldAccounts)
        {
            MoneyKernel.Hold<V>(Block.Of(Block.States, chain), actor, days, Block.Of(Block.Accounts, account));
        }
    }

    /// <summary>Hands the month, and the year and the total where they end, to the recorder.</summary>
    private void RecordMonth(int month, bool isLast, IPeriodRecorder recorder)
    {
        var grid = Plan.Grid;
        var year = grid.Years.IndexOf(grid.Months[month].Year);
        var endsYear = isLast || grid.Months[month + 1].Year != grid.Months[month].Year;
        var values = Block.Of(Block.Scratch, 0);
        for (var s = 0; s < Plan.SeriesPlans.Length; s++)
        {
            var plan = Plan.SeriesPlans[s];
            var yearSum = Block.Of(Block.YearSums, s);
            var totalSum = Block.Of(Block.TotalSums, s);
            SeriesKernel.Sum<V>(Block.Accounts, plan.Terms, values, yearSum, year == 0 ? [] : totalSum);
            Hand(s, month, values);
            if (endsYear)
            {
                if (year == 0)
                {
                    yearSum.CopyTo(totalSum); // until here the two were the same
                }

                Hand(s, grid.Months.Length + year, yearSum);
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
