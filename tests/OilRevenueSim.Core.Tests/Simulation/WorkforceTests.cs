using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

public sealed class WorkforceTests
{
    [Fact]
    public void Output_under_a_lasting_operator_relaxes_to_his_skill_exactly()
    {
        // w(t) = skill + (w0 − skill)·e^(−t/τ), to 1e-12.
        var world = OnePort(StepLength.Week) with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true, skill: 0.25, retrainYears: 0.7)],
            Areas = [Area("coast", "group"), Area("desert", "group")],
            Fields = [Field("field", "desert", "company", 100_000) with { Workforce = Number("w", 0.9) }],
        };
        var elapsed = 0.0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                var expected = 0.25 + (0.65 * Math.Exp(-elapsed / 0.7));
                Close(expected, block.Sustainable[17] / 100_000, step);
                elapsed += plan.Grid.DtYears(step);
            }
        );
    }

    [Fact]
    public void An_operator_who_is_back_by_an_intervention_at_the_steps_start_has_lost_nobody()
    {
        // model.md §1: the operator is compared with that of step t − 1, after dated effects.
        var world = OnePort() with
        {
            Actors = [Actor("company", retention: 0.5), Actor("group", ownAccount: true, skill: 0.3, retention: 0.5)],
            Areas = [Area("coast", "company"), Area("desert", "company", Change("desert", "company", "group", 12))],
        };
        var relieved = world with
        {
            Interventions =
            [
                new Intervention
                {
                    Name = "relief",
                    Label = "relief",
                    Stream = "intervention/relief",
                    From = new(2020, 2, 1),
                    To = world.End,
                    Effects = [new HolderEffect("desert", "company") { Identity = "holder/desert" }],
                },
            ],
        };
        var lost = new bool[256];
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                for (var lane = 0; step == 1 && lane < 256; lane++)
                {
                    lost[lane] = block.Sellers[lane] != Array.IndexOf(plan.Actors, "company");
                }
            }
        );
        Assert.Contains(true, lost);
        Ran.Watch(
            relieved,
            (_, block, step) =>
            {
                if (step == 1)
                {
                    Assert.All(block.Workforce, w => Assert.Equal(1.0, w));
                }
            }
        );
    }

    [Fact]
    public void A_taker_keeps_his_retention_of_the_workforce_and_then_trains_it_to_his_skill()
    {
        var world = OnePort(StepLength.Day) with
        {
            Actors =
            [
                Actor("company"),
                Actor("group", ownAccount: true, skill: 0.3, retention: 0.5, retrainYears: 0.2),
            ],
            Areas = [Area("coast", "company"), Area("desert", "company", Change("desert", "company", "group", 6))],
        };
        var workforce = new double[256];
        Array.Fill(workforce, 1.0);
        var before = new double[256];
        var falls = 0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                var company = Array.IndexOf(plan.Actors, "company");
                for (var lane = 0; lane < 256; lane++)
                {
                    var seller = block.Sellers[lane];
                    if (step > 0)
                    {
                        var dt = plan.Grid.DtYears(step - 1);
                        workforce[lane] =
                            before[lane] == company
                                ? workforce[lane]
                                : 0.3 + ((workforce[lane] - 0.3) * Math.Exp(-dt / 0.2));
                        if (seller != before[lane])
                        {
                            workforce[lane] *= 0.5;
                            falls++;
                        }
                    }

                    before[lane] = seller;
                    Close(workforce[lane], block.Sustainable[lane] / 100_000, step);
                }
            }
        );
        Assert.InRange(falls, 200, 256); // 1 − e^(−6) of 256 paths change hands in the year
    }

    [Fact]
    public void What_a_captor_with_less_skill_fails_to_lift_is_forgone_by_the_owner_in_full()
    {
        var world = OnePort() with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true, skill: 0.25)],
            Areas = [Area("coast", "group"), Area("desert", "group")],
        };
        var result = Ran.For(world);
        var full = 100_000.0 * 366 * 50;
        Close(0.25, result.Total("group", ReportQuantity.Sales).Mean / full, 0);
        Close(1, result.Total("company", ReportQuantity.Forgone).Mean / full, 0);
    }

    [Fact]
    public void An_owner_whom_nothing_disturbs_forgoes_nothing_whatever_his_transport_and_workforce()
    {
        var world = OnePort(StepLength.Week) with
        {
            Actors = [Actor("company", skill: 0.9, retrainYears: 0.5), Actor("group")],
            Fields = [Field("field", "desert", "company", 100_000) with { Workforce = Number("w", 0.4) }],
            Routes = [Route(["field"], ["port"], "export", transport: 5)],
        };
        var result = Ran.For(world);
        var sales = result.Total("company", ReportQuantity.Sales).Mean;
        Close(0, result.Total("company", ReportQuantity.Forgone).Mean / sales, 0);
        Assert.True(sales > 1e8);
    }

    private static void Close(double expected, double calculated, int step) =>
        Assert.True(
            Math.Abs(calculated - expected) <= 1e-12,
            $"calculated {calculated:R}, expected {expected:R}, tolerance 1e-12, step {step}, seed 1"
        );
}
