using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.WarWorld;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Closed forms and limits of model.md §11 that concern the whole chain. Fixed seed, 5 standard errors, false alarm 6e-7.</summary>
public sealed class ClosedFormTests
{
    [Theory]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void Gross_revenue_of_one_field_is_capacity_times_days_held_times_the_mean_price(StepLength step)
    {
        // E[gross] = capacity · Σ_t days[t] · e^(−λt) · S_0·e^(μt).
        var world = Held(1.5, step);
        var expected = ExpectedGross(new TimeGrid(world.Start, world.End, step));
        var gross = Ran.For(world, 20_480).Total("group", ReportQuantity.Gross);
        Assert.True(
            Math.Abs(gross.Mean - expected) <= 5 * gross.StandardError,
            $"calculated {gross.Mean:R}, expected {expected:R}, tolerance {5 * gross.StandardError:R} (5 standard errors), seed 1"
        );
    }

    [Theory]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void Halving_the_steps_moves_a_mean_by_the_difference_of_the_two_closed_forms(StepLength step)
    {
        var world = Held(1.5, step);
        using var both = new PairedEnsemble(
            [SimulationPlan.Compile(world), SimulationPlan.Compile(world, halveSteps: true)],
            new RunOptions()
        );
        both.ExtendTo(20_480);
        var result = both.Look();
        var gross = result.Series.IndexOf(new SeriesKey("group", null, null, ReportQuantity.Gross));
        var change = result.Difference(1, gross, result.Periods.Length - 1).Statistics;
        var expected =
            ExpectedGross(new TimeGrid(world.Start, world.End, step, isHalved: true))
            - ExpectedGross(new TimeGrid(world.Start, world.End, step));
        Assert.True(
            Math.Abs(change.Mean - expected) <= 5 * change.StandardError,
            $"calculated {change.Mean:R}, expected {expected:R}, tolerance {5 * change.StandardError:R} (5 standard errors), seed 1"
        );
    }

    [Fact]
    public void Halved_steps_spend_the_same_clocks()
    {
        // At a constant price the holder of a step's start earns for all of it: a loss is noticed no later in halved steps.
        var world = Held(1.5, StepLength.Month) with
        {
            Benchmarks = [new ConstantBenchmark { Name = "brent", Spot = Number("spot", 40) }],
        };
        var (written, halved) = (Gross(world), Gross(world, halveSteps: true));
        Assert.All(
            written.Zip(halved),
            pair => Assert.InRange(pair.First - pair.Second, -1e-6, (16 * 100_000 * 40.0) + 1e-6)
        );
        Assert.Contains(written.Zip(halved), pair => pair.First - pair.Second > 1);
        Assert.Contains(written.Zip(halved), pair => Math.Abs(pair.First - pair.Second) <= 1e-6);
    }

    [Fact]
    public void A_higher_hazard_of_loss_never_raises_the_holders_revenue_on_any_path()
    {
        // No way back: the clock that fires at E fires no later at the higher hazard, and prices are the same.
        var slow = Gross(Held(1.5, StepLength.Week));
        var fast = Gross(Held(2.5, StepLength.Week));
        Assert.All(slow.Zip(fast), pair => Assert.True(pair.Second <= pair.First, $"{pair.Second:R} > {pair.First:R}"));
        Assert.Contains(slow.Zip(fast), pair => pair.Second < pair.First);
    }

    [Fact]
    public void Without_attacks_and_repair_conditions_stay_as_they_are()
    {
        var world = OnePort(StepLength.Week) with
        {
            Fields = [Field("field", "desert", "company", 100_000, condition: 0.37)],
            Attacks = [Attack("group", ["field"], 0, Always("damage", 0.5))],
        };
        Ran.Watch(world, (_, block, _) => Assert.All(block.Conditions[..256], c => Assert.Equal(0.37, c)));
    }

    [Fact]
    public void An_operator_without_any_capability_never_repairs()
    {
        var world = OnePort(StepLength.Week) with
        {
            Actors = [Actor("company") with { Capability = Number("k", 0) }, Actor("group")],
            Fields =
            [
                Field("field", "desert", "company", 100_000, condition: 0.37) with
                {
                    RepairTime = Number("t", 0.1),
                },
            ],
        };
        Ran.Watch(world, (_, block, _) => Assert.All(block.Conditions[..256], c => Assert.Equal(0.37, c)));
    }

    /// <summary>capacity · Σ_t days[t] · e^(−λt) · S_0·e^(μt).</summary>
    private static double ExpectedGross(TimeGrid grid)
    {
        var expected = 0.0;
        for (var t = 0; t < grid.StepCount; t++)
        {
            var elapsed = (grid.FirstDays[t].DayNumber - grid.Start.DayNumber) / TimeGrid.DaysPerYear;
            expected += 100_000 * grid.Days[t] * Math.Exp(-1.5 * elapsed) * 40 * Math.Exp(0.1 * elapsed);
        }

        return expected;
    }

    /// <summary>A group that holds a field and its market road, and loses it for good at a constant rate.</summary>
    private static Scenario Held(double ratePerYear, StepLength step) =>
        OnePort(step) with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true)],
            Areas =
            [
                Area("coast", "group"),
                Area("desert", "group", Change("desert", "group", "company", ratePerYear)),
            ],
            Benchmarks =
            [
                new GbmBenchmark
                {
                    Name = "brent",
                    Spot = Number("spot", 40),
                    Drift = Number("drift", 0.1),
                    Volatility = Number("volatility", 0.3),
                },
            ],
            Markets = [Linked("export", "brent")],
            Routes = [Route(["field"], [], "export")],
        };

    private static double[] Gross(Scenario world, bool halveSteps = false)
    {
        var plan = SimulationPlan.Compile(world, halveSteps: halveSteps);
        return
        [
            .. Enumerable
                .Range(0, 64)
                .Select(path =>
                    PathStory
                        .Tell(plan, 1, path)
                        .Value(new SeriesKey("group", null, null, ReportQuantity.Gross), plan.Periods[^1])!
                        .Value
                ),
        ];
    }
}
