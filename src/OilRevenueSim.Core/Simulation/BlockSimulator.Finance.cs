using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Transfers, treasuries, pay and fighters; damage booked to owners (model.md §9).</summary>
internal sealed partial class BlockSimulator<V>
{
    /// <summary>Books the cost of damage where it was done; its legal owner bears it.</summary>
    /// <param name="asset">Asset that was hit.</param>
    /// <param name="lane">Lane.</param>
    /// <param name="usd">Repair cost times condition lost, USD.</param>
    private void BookDamage(int asset, int lane, double usd)
    {
        if (Plan.HasDamageCosts)
        {
            Block.Account(Plan.Accounts.Damage + asset)[lane] += usd;
        }
    }

    private void PrepareFinances()
    {
        for (var i = 0; i < Plan.Finances.Length; i++)
        {
            var finance = Plan.Finances[i];
            Block.Parameter(finance.Treasury).CopyTo(Block.Of(Block.Treasury, i));
            Block.Parameter(finance.Fighters).CopyTo(Block.Of(Block.Fighters, i));
        }
    }

    /// <summary>Before a step's trade: what the month has brought so far.</summary>
    private void RememberNet()
    {
        for (var i = 0; i < Plan.Finances.Length; i++)
        {
            SumTerms(Plan.NetTerms[i], Block.Of(Block.StepNet, i));
        }
    }

    /// <summary>After a step's trade and transfers: what the step has brought.</summary>
    private void KeepNet()
    {
        var now = Block.Of(Block.MoneyScratch, 0);
        for (var i = 0; i < Plan.Finances.Length; i++)
        {
            SumTerms(Plan.NetTerms[i], now);
            MoneyKernel.Subtract<V>(now, Block.Of(Block.StepNet, i), Block.Of(Block.StepNet, i));
        }
    }

    private void SumTerms(SeriesTerm[] terms, Span<double> sum)
    {
        sum.Clear();
        foreach (var term in terms)
        {
            MoneyKernel.AddScaled<V>(sum, Block.Account(term.Account), term.Factor);
        }
    }

    /// <summary>Payments between actors and from outside; a payer with a treasury pays at most what was in it at the step's start.</summary>
    private void PayTransfers(int step, int days)
    {
        if (Plan.Transfers.Length == 0)
        {
            return;
        }

        var years = days / TimeGrid.DaysPerYear;
        var active = Block.Of(Block.MoneyScratch, 0);
        var amount = Block.Of(Block.MoneyScratch, 1);
        Block.Treasury.CopyTo(Block.TransferLimits, 0);
        for (var t = 0; t < Plan.Transfers.Length; t++)
        {
            var transfer = Plan.Transfers[t];
            var share = transfer.StepShares.Length == 0 ? 1.0 : transfer.StepShares[step];
            if (share == 0.0)
            {
                continue;
            }

            if (transfer.Intervention >= 0)
            {
                if (!ActsIn(transfer.Intervention))
                {
                    continue;
                }

                Block.Of(Block.EffectShare, transfer.Intervention).CopyTo(active);
            }
            else
            {
                Evaluate(transfer.While, active);
            }

            var payer = transfer.From < 0 ? -1 : Plan.FinanceOf[transfer.From];
            FinanceKernel.Transfer<V>(
                Block.Parameter(transfer.Amount),
                active,
                years * share,
                payer < 0 ? [] : Block.Of(Block.TransferLimits, payer),
                amount
            );
            MoneyKernel.Add<V>(Block.Account(Plan.Accounts.TransfersIn + transfer.To), amount);
            if (transfer.From >= 0)
            {
                MoneyKernel.Add<V>(Block.Account(Plan.Accounts.TransfersOut + transfer.From), amount);
                MoneyKernel.Add<V>(Block.Account(Plan.Accounts.Paid + transfer.From), amount);
            }
        }
    }

    private void PayFighters(int days)
    {
        var years = days / TimeGrid.DaysPerYear;
        var layout = Plan.Accounts;
        for (var i = 0; i < Plan.Finances.Length; i++)
        {
            var finance = Plan.Finances[i];
            var treasury = Block.Of(Block.Treasury, i);
            var fighters = Block.Of(Block.Fighters, i);
            MoneyKernel.AddScaled<V>(Block.Account(layout.TreasuryDays + i), treasury, days);
            MoneyKernel.AddScaled<V>(Block.Account(layout.FighterDays + i), fighters, days);
            var other = Block.Of(Block.MoneyScratch, 0);
            SumOtherIncome(finance, years, other);
            MoneyKernel.Add<V>(Block.Account(layout.OtherIncome + i), other);
            FinanceKernel.Pay<V>(
                new PayLanes
                {
                    Treasury = treasury,
                    PayRatio = Block.Of(Block.StepPay, i),
                    Arrears = Block.Account(layout.Arrears + i),
                    Net = Block.Of(Block.StepNet, i),
                    Other = other,
                    Fighters = fighters,
                    Wage = Scaled(finance.Wage, FinanceScope.Pay, finance.Actor, 1),
                    Reserve = Block.Parameter(finance.Reserve),
                    Spending = Block.Parameter(finance.Spending),
                },
                years
            );
            MoneyKernel.AddScaled<V>(Block.Account(layout.PayDays + i), Block.Of(Block.StepPay, i), days);
        }
    }

    private void SumOtherIncome(FinancePlan finance, double years, Span<double> other)
    {
        other.Clear();
        MoneyKernel.AddScaled<V>(other, Scaled(finance.OtherIncome, FinanceScope.OtherIncome, finance.Actor, 1), years);
        foreach (var (chain, slot) in finance.AreaIncome)
        {
            FinanceKernel.AddWhereState<V>(
                other,
                Block.Of(Block.States, chain),
                finance.Actor,
                Scaled(slot, FinanceScope.AreaIncome, finance.Actor, 1),
                years
            );
        }
    }

    /// <summary>End of part (4): fighters and strength of the next step, from this step's pay.</summary>
    private void AdvanceFinances(double dtYears)
    {
        for (var i = 0; i < Plan.Finances.Length; i++)
        {
            var finance = Plan.Finances[i];
            var pay = Block.Of(Block.StepPay, i);
            FinanceKernel.Recruit<V>(
                new RecruitLanes
                {
                    Fighters = Block.Of(Block.Fighters, i),
                    Strength = Block.Of(Block.Strength, finance.Actor),
                    StartFighters = Block.Parameter(finance.Fighters),
                    PayRatio = pay,
                    Recruitment = Scaled(finance.Recruitment, FinanceScope.Recruitment, finance.Actor, 0),
                    RecruitElasticity = Block.Parameter(finance.RecruitElasticity),
                    Attrition = Scaled(finance.Attrition, FinanceScope.Attrition, finance.Actor, 1),
                    Inflow = Scaled(finance.Inflow, FinanceScope.Inflow, finance.Actor, 2),
                    StrengthElasticity = Block.Parameter(finance.StrengthElasticity),
                },
                dtYears
            );
            pay.CopyTo(Block.Of(Block.PayRatio, finance.Actor));
        }
    }

    /// <summary>A finance quantity times the factor of interventions, where one may act.</summary>
    private ReadOnlySpan<double> Scaled(int slot, FinanceScope scope, int actor, int scratch)
    {
        var index = ((int)scope * Plan.Actors.Length) + actor;
        if (!Plan.FinanceVaries[index])
        {
            return Block.Parameter(slot);
        }

        var scaled = Block.Of(Block.MoneyScratch, 3 + scratch);
        FlowKernel.Multiply<V>(Block.Parameter(slot), Block.Of(Block.FinanceFactor, index), scaled);
        return scaled;
    }
}
