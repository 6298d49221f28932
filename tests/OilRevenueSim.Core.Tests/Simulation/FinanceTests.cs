using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Treasury, pay and fighters against closed forms, relative tolerance 1e-12 (model.md §11).</summary>
public sealed class FinanceTests
{
    private const double Year = 365.25;

    [Fact]
    public void A_treasury_that_only_pays_wages_falls_by_them_and_then_is_empty()
    {
        // 1,000 fighters at 1,200 USD a year cost 1.2 MUSD a year; 0.45 MUSD lasts 137 days, into May.
        var seen = Treasury(Group(Funds("group", 1000, 1200, treasury: 0.45e6)));
        var days = 0;
        for (var step = 0; step < 12; step++)
        {
            days += Days(step);
            Close(
                Math.Max(0, 0.45e6 - (1.2e6 * days / Year)),
                seen[step].Treasury,
                $"treasury after step {step}",
                0.45e6
            );
        }

        Close(1.0, seen[3].Pay, "pay while the treasury lasts");
        var before = 0.45e6 - (1.2e6 * (31 + 29 + 31 + 30) / Year); // at the start of May 2020
        Close(before / (1.2e6 * 31 / Year), seen[4].Pay, "pay in the month in which it runs out");
        Close(0.0, seen[6].Pay, "pay of an empty treasury");
    }

    [Fact]
    public void Full_pay_with_recruitment_equal_to_attrition_holds_numbers_exactly()
    {
        var seen = Treasury(Group(Funds("group", 1000, 1200, treasury: 1e9, attrition: 0.7)));
        Assert.All(seen, s => Assert.Equal(1000.0, s.Fighters));
        Assert.All(seen, s => Assert.Equal(1.0, s.Strength));
    }

    [Fact]
    public void Without_any_pay_fighters_leave_at_the_rate_of_attrition_and_strength_is_at_its_floor()
    {
        var seen = Treasury(Group(Funds("group", 1000, 1200, attrition: 0.7)));
        var days = 0;
        for (var step = 0; step < 11; step++)
        {
            days += Days(step);
            Close(1000 * Math.Exp(-0.7 * days / Year), seen[step + 1].Fighters, $"fighters after step {step}");
            Close(0.01, seen[step + 1].Strength, "strength");
        }
    }

    [Fact]
    public void Half_pay_recruits_by_its_elasticity_and_weakens_by_its_own()
    {
        // Other income is half of the wages of 1,000; recruitment 1.4·0.5^2 = 0.35 balances attrition: numbers stay.
        var finance = Funds(
            "group",
            1000,
            1200,
            otherPerYear: 0.6e6,
            attrition: 0.35,
            recruitment: 1.4,
            recruitElasticity: 2,
            strengthElasticity: 3
        );
        var seen = Treasury(Group(finance));
        Assert.All(seen, s => Close(0.5, s.Pay, "pay"));
        Assert.All(seen, s => Close(1000, s.Fighters, "fighters"));
        Close(1.0, seen[0].Strength, "strength at step 0");
        Assert.All(seen.Skip(1), s => Close(0.125, s.Strength, "strength"));
    }

    [Fact]
    public void Fighters_flow_in_by_the_year()
    {
        var seen = Treasury(Group(Funds("group", 1000, 0, inflow: 600)));
        Close(1000 + (600 * 31 / Year), seen[1].Fighters, "fighters after January");
        Close(1.0, seen[5].Pay, "pay where nothing is due");
    }

    [Fact]
    public void Pay_leaves_the_reserve_and_spending_takes_the_rest()
    {
        var world = Group(Funds("group", 1000, 1200, treasury: 3e5, reserve: 2.5e5, spendingPerYear: 1e7));
        var seen = Treasury(world);
        Close((3e5 - 2.5e5) / (1.2e6 * 31 / Year), seen[0].Pay, "pay above the reserve");
        Close(0.0, seen[0].Treasury, "treasury after spending", 3e5);
        var result = Ran.For(world);
        var due = (1.2e6 + 1e7) * 366 / Year;
        Close(due - 3e5, result.Total("group", ReportQuantity.Arrears).Mean, "arrears");
        Close(3e5 * 31 / 366, result.Total("group", ReportQuantity.Treasury).Mean, "treasury, day-weighted");
    }

    [Fact]
    public void Oil_income_and_income_from_areas_fill_the_treasury_and_stay_apart()
    {
        var finance = Funds("group", 0, 0, otherPerYear: 1e6) with
        {
            AreaIncome = [new AreaIncome("coast", Number("a", 5e6)), new AreaIncome("desert", Number("b", 2e6))],
        };
        var world = Group(finance) with { Areas = [Area("coast", "company"), Area("desert", "group")] };
        world = world with
        {
            Routes = [Route(["field"], [], "export")],
            Fields = [Field("field", "desert", "company", 1000, lifting: 10)],
        };
        var seen = Treasury(world);
        Close((1000 * 40 * 31) + (3e6 * 31 / Year), seen[0].Treasury, "treasury after January");
        var result = Ran.For(world);
        Close(3e6 * 366 / Year, result.Total("group", ReportQuantity.OtherIncome).Mean, "other income");
        Close(1000 * 50.0 * 366, result.Total("group", ReportQuantity.Gross).Mean, "gross");
        Close(1000 * 40.0 * 366, result.Total("group", ReportQuantity.Net).Mean, "net");
    }

    [Fact]
    public void A_transfer_is_limited_by_the_treasury_and_money_from_outside_is_not()
    {
        var world = Group(Funds("group", 0, 0, treasury: 1e6));
        world = world with { Transfers = [Transfer("group", "company", 4e6), Transfer("outside", "group", 1e6)] };
        var seen = Treasury(world);
        var outside = 1e6 * 31 / Year;
        Close(1e6 - (4e6 * 31 / Year) + outside, seen[0].Treasury, "treasury after January");
        var result = Ran.For(world);
        var paid = -(result.Total("group", ReportQuantity.Transfers).Mean - (1e6 * 366 / Year));
        Close(paid, result.Total("company", ReportQuantity.Transfers).Mean, "what the other received");
        Assert.InRange(paid, 1e6, 1e6 + (1e6 * 366 / Year));
    }

    [Fact]
    public void A_transfer_counts_the_days_between_its_dates_and_the_months_in_which_its_condition_holds()
    {
        var dated = Transfer("outside", "group", 1e6) with
        {
            FromDate = new DateOnly(2020, 1, 16),
            ToDate = new DateOnly(2020, 3, 10),
        };
        var held = Transfer("outside", "company", 1e6, new HoldsCondition("coast", "company"));
        var never = Transfer("company", "group", 1e6, new HoldsCondition("coast", "group"));
        var result = Ran.For(OnePort() with { Transfers = [never, dated, held] });
        Close(1e6 * 16 / Year, result.In("2020-01", "group", ReportQuantity.Transfers).Mean, "16 to 31 January");
        Close(1e6 * 10 / Year, result.In("2020-03", "group", ReportQuantity.Transfers).Mean, "1 to 10 March");
        Close(1e6 * 55 / Year, result.Total("group", ReportQuantity.Transfers).Mean, "all");
        Close(1e6 * 366 / Year, result.Total("company", ReportQuantity.Transfers).Mean, "while it holds");
    }

    private static int Days(int step) => DateTime.DaysInMonth(2020, step + 1);

    private static Scenario Group(Finances finance) =>
        OnePort() with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true) with { Finance = finance }],
        };

    /// <summary>Treasury and pay after each step; fighters and strength at its start.</summary>
    private static (double Treasury, double Pay, double Fighters, double Strength)[] Treasury(Scenario world)
    {
        var seen = new List<(double, double, double, double)>();
        Ran.Watch(
            world,
            (plan, block, _) =>
            {
                var actor = Array.IndexOf(plan.Actors, "group");
                seen.Add((block.Treasury[7], block.StepPay[7], block.Fighters[7], block.Strength[(actor * 256) + 7]));
            }
        );
        return [.. seen];
    }

    private static void Close(double expected, double calculated, string what, double scale = 0)
    {
        var tolerance = 1e-12 * Math.Max(Math.Abs(expected), scale);
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"{what}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
