using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Transfers and finance.</summary>
internal sealed partial class PlanCompiler
{
    private void CompileTransfers()
    {
        var transfers = new List<TransferPlan>();
        foreach (var transfer in scenario.Transfers.OrderBy(t => t.Identity, StringComparer.Ordinal))
        {
            transfers.Add(
                new TransferPlan(
                    transfer.Identity,
                    Payer(transfer.From),
                    Index(actorIndex, transfer.To, "actor"),
                    parameters.Add(transfer.Amount),
                    [.. transfer.While.Select(CompileCondition)],
                    StepShares(transfer.FromDate, transfer.ToDate),
                    -1
                )
            );
        }

        foreach (var effect in plan.TransferEffects)
        {
            transfers.Add(
                new TransferPlan(effect.Identity, effect.From, effect.To, effect.Amount, [], [], effect.Intervention)
            );
        }

        plan.Transfers = [.. transfers];
    }

    private int Payer(string name) => name == Transfer.Outside ? -1 : Index(actorIndex, name, "actor");

    /// <summary>[step] days of a step from one date to another, inclusive, as a share of its days.</summary>
    private double[] StepShares(DateOnly? from, DateOnly? to)
    {
        if (from is null && to is null)
        {
            return [];
        }

        var grid = plan.Grid;
        var first = (from ?? grid.Start).DayNumber;
        var end = (to ?? grid.End).DayNumber + 1;
        return
        [
            .. Enumerable
                .Range(0, grid.StepCount)
                .Select(step =>
                {
                    var start = grid.FirstDays[step].DayNumber;
                    var covered = Math.Min(end, start + grid.Days[step]) - Math.Max(first, start);
                    return Math.Max(0, covered) / (double)grid.Days[step];
                }),
        ];
    }

    private void CompileFinances()
    {
        plan.FinanceOf = [.. plan.Actors.Select(_ => -1)];
        var finances = new List<FinancePlan>();
        foreach (var actor in scenario.Actors.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            if (actor.Finance is { } finance)
            {
                var index = Index(actorIndex, actor.Name, "actor");
                plan.FinanceOf[index] = finances.Count;
                finances.Add(CompileFinance(index, finance));
            }
        }

        plan.Finances = [.. finances];
    }

    private FinancePlan CompileFinance(int actor, Finances finance)
    {
        int Slot(Quantity quantity) => parameters.Add(quantity);
        return new FinancePlan(
            actor,
            [
                .. finance
                    .AreaIncome.OrderBy(a => a.Area, StringComparer.Ordinal)
                    .Select(a => (Index(areaChain, a.Area, "area"), Slot(a.AmountPerYear))),
            ]
        )
        {
            Fighters = Slot(finance.Fighters),
            Wage = Slot(finance.Wage),
            Treasury = Slot(finance.Treasury),
            OtherIncome = Slot(finance.OtherIncome),
            Spending = Slot(finance.Spending),
            Reserve = Slot(finance.Reserve),
            Attrition = Slot(finance.Attrition),
            Recruitment = Slot(finance.Recruitment ?? finance.Attrition),
            RecruitElasticity = Slot(finance.RecruitElasticity),
            StrengthElasticity = Slot(finance.StrengthElasticity),
            Inflow = Slot(finance.Inflow),
        };
    }
}
