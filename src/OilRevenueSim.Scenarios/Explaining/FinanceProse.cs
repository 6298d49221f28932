using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Upkeep, repair, treasury and fighters of actors in words.</summary>
internal static class FinanceProse
{
    /// <summary>Sentences about an actor, or nothing.</summary>
    public static IEnumerable<string> Of(Actor actor)
    {
        if (actor.Upkeep is { } upkeep)
        {
            yield return $"    It does {QuantityText.Of(upkeep)} of the upkeep of what it operates.";
        }

        if (actor.Capability is { } capability)
        {
            yield return $"    It repairs at {QuantityText.Of(capability)} of the usual speed.";
        }

        if (actor.Finance is not { } finance)
        {
            yield break;
        }

        yield return $"    It has {QuantityText.Of(finance.Fighters)} fighters at {QuantityText.Of(finance.Wage)} each, and {QuantityText.Of(finance.Treasury)} in its treasury{Reserve(finance)}.";
        var income = Income(finance).ToList();
        if (income.Count > 0)
        {
            yield return $"    Beside oil it has {WorldProse.And(income)}.";
        }

        if (!IsZero(finance.Spending))
        {
            yield return $"    It spends {QuantityText.Of(finance.Spending)} beside wages.";
        }

        yield return $"    Its ranks lose {QuantityText.Yearly(finance.Attrition)} and, fully paid, recruit {(finance.Recruitment is null ? "as many" : QuantityText.Yearly(finance.Recruitment))}, with an elasticity of {QuantityText.Of(finance.RecruitElasticity)} to pay{Inflow(finance)}."
            + $" Its strength has an elasticity of {QuantityText.Of(finance.StrengthElasticity)} to pay.";
    }

    private static string Reserve(Finances finance) =>
        IsZero(finance.Reserve) ? "" : $", of which wages do not touch {QuantityText.Of(finance.Reserve)}";

    private static string Inflow(Finances finance) =>
        IsZero(finance.Inflow) ? "" : $"; {QuantityText.Of(finance.Inflow)} more arrive whatever the pay";

    private static IEnumerable<string> Income(Finances finance)
    {
        var one = finance.AreaIncome.Select(i => i.AmountPerYear.Address).Distinct(StringComparer.Ordinal).Count() == 1;
        if (one && finance.AreaIncome.Length > 1)
        {
            yield return $"{QuantityText.Of(finance.AreaIncome[0].AmountPerYear)} from each area it holds";
        }
        else
        {
            foreach (var area in finance.AreaIncome)
            {
                yield return $"{QuantityText.Of(area.AmountPerYear)} while it holds {area.Area}";
            }
        }

        if (!IsZero(finance.OtherIncome))
        {
            yield return $"{QuantityText.Of(finance.OtherIncome)} of other income";
        }
    }

    private static bool IsZero(Quantity quantity) => quantity.Law is CertainLaw { Value: 0.0 };
}
