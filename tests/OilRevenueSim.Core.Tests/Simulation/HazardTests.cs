using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Every driver of a hazard, read off the rates of a step.</summary>
public sealed class HazardTests
{
    [Fact]
    public void Strength_drives_a_change_by_the_ratio_of_taker_to_holder_held_within_bounds()
    {
        var drivers = HazardDrivers.None with { StrengthElasticity = Number("e", 1.5) };
        var world = TwoSides(Change("x", "a", "b", 2) with { Drivers = drivers });
        var rates = RatesAfter(
            world,
            (block, lane) =>
            {
                block.Fighters[lane] = lane == 0 ? 500 : 1e12; // of 1,000 at step 0
                block.Fighters[block.Lanes + lane] = lane == 0 ? 4000 : 1e-6;
            }
        );
        AssertClose(2 * Math.Pow(4.0 / 0.5, 1.5), rates[0]);
        AssertClose(2 * Math.Pow(0.01 / 100.0, 1.5), rates[1]);
    }

    [Fact]
    public void Actors_without_finance_always_have_the_strength_of_step_0()
    {
        var drivers = HazardDrivers.None with { StrengthElasticity = Number("e", 1.5) };
        var world = TwoSides(Change("x", "a", "b", 2) with { Drivers = drivers }) with
        {
            Actors = [Actor("a"), Actor("b")],
        };
        var plan = SimulationPlan.Compile(world);
        Assert.Empty(plan.FoldedHazards);
        Assert.Equal(2.0, RatesAfter(world, (_, _) => { })[0]);
    }

    [Fact]
    public void Dependencies_multiply_by_strength_pay_and_what_an_actor_holds()
    {
        var drivers = HazardDrivers.None with
        {
            Depends =
            [
                new HoldsDependency("y", "b", Number("h", 3)),
                new StrengthDependency("a", Number("s", -0.5)),
                new PayDependency("b", Number("p", 2)),
            ],
        };
        var rates = RatesAfter(
            TwoSides(Change("x", "a", "b", 2) with { Drivers = drivers }),
            (block, lane) =>
            {
                block.Fighters[lane] = 4000; // of 1,000 at step 0
                block.StepPay[block.Lanes + lane] = lane == 0 ? 0.5 : 0.0;
            }
        );
        AssertClose(2.0 * 3.0 * 0.5 * 0.25, rates[0]);
        AssertClose(2.0 * 3.0 * 0.5 * 1e-4, rates[1]); // pay is held in [0.01, 1]
    }

    [Theory]
    [InlineData("a", 2.0)]
    [InlineData("b", 6.0)]
    public void A_dependency_on_a_holder_follows_the_holder_step_by_step(string holder, double expected)
    {
        var drivers = HazardDrivers.None with { Depends = [new HoldsDependency("y", "b", Number("h", 3))] };
        var world = TwoSides(Change("x", "a", "b", 2) with { Drivers = drivers });
        // y changes hands at once within January; from February on the rate is the other one.
        var other = holder == "a" ? "b" : "a";
        var moved = world with { Areas = [world.Areas[0], Area("y", other, Change("y", other, holder, 1e5))] };
        Assert.Equal(expected, RatesAfter(moved, (_, _) => { })[0]);
    }

    [Fact]
    public void A_hazard_is_zero_outside_its_conditions()
    {
        var drivers = HazardDrivers.None with
        {
            While = [new HoldsCondition("y", "b"), new PhaseCondition("main", "war")],
        };
        var world = TwoSides(Change("x", "a", "b", 2) with { Drivers = drivers }) with
        {
            Theatres = [Theatre("war", PhaseChange("war", "peace", 0))],
        };
        Assert.Equal(2.0, RatesAfter(world, (_, _) => { }, "x/a>b")[0]);
        var peace = world with { Theatres = [Theatre("peace", PhaseChange("war", "peace", 0))] };
        Assert.Equal(0.0, RatesAfter(peace, (_, _) => { }, "x/a>b")[0]);
        var lost = world with { Areas = [world.Areas[0], Area("y", "a")] };
        Assert.Equal(0.0, RatesAfter(lost, (_, _) => { }, "x/a>b")[0]);
    }

    [Fact]
    public void A_phase_change_may_depend_on_what_another_theatre_holds()
    {
        var change = PhaseChange("war", "peace", 0.5) with
        {
            Depends = [new HoldsDependency("y", "b", Number("h", 4))],
        };
        var world = TwoSides(Change("x", "a", "b", 0)) with { Theatres = [Theatre("war", change)] };
        Assert.Equal(2.0, RatesAfter(world, (_, _) => { }, "main/war>peace")[0]);
    }

    private static Core.Model.Scenario TwoSides(ControlChange change) =>
        Scenario(StepLength.Month, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a") with { Finance = Money("a") }, Actor("b") with { Finance = Money("b") }],
            Areas = [Area("x", "a", change), Area("y", "b")],
        };

    internal static Finances Money(string actor) =>
        new()
        {
            Fighters = Number($"actors.{actor}.finance.fighters", 1000),
            Wage = Number($"actors.{actor}.finance.wage", 0),
            Treasury = Number($"actors.{actor}.finance.treasury", 0),
            OtherIncome = Number($"actors.{actor}.finance.other-income", 0),
            Spending = Number($"actors.{actor}.finance.spending", 0),
            Reserve = Number($"actors.{actor}.finance.reserve", 0),
            Attrition = Number($"actors.{actor}.finance.attrition", 0),
            RecruitElasticity = Number($"actors.{actor}.finance.recruit-elasticity", 1),
            StrengthElasticity = Number($"actors.{actor}.finance.strength-elasticity", 1),
            Inflow = Number($"actors.{actor}.finance.inflow", 0),
        };

    /// <summary>Rates of the second step, [lane], after the state of the first was set by hand.</summary>
    private static double[] RatesAfter(Core.Model.Scenario world, Action<PathBlock, int> set, string hazard = "x/a>b")
    {
        double[] rates = [];
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                if (step == 0)
                {
                    for (var lane = 0; lane < block.Lanes; lane++)
                    {
                        set(block, lane);
                    }
                }
                else if (step == 1)
                {
                    var clock = plan.Hazards.Single(h => h.Spec.Identity == hazard).Clock;
                    rates = block.Of(block.Rates, clock).ToArray();
                }
            }
        );
        return rates;
    }

    private static void AssertClose(double expected, double calculated)
    {
        var tolerance = 1e-12 * Math.Max(1, Math.Abs(expected));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
