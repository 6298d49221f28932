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
        var grid = new TimeGrid(world.Start, world.End, step);
        var expected = 0.0;
        for (var t = 0; t < grid.StepCount; t++)
        {
            var elapsed = (grid.FirstDays[t].DayNumber - grid.Start.DayNumber) / TimeGrid.DaysPerYear;
            expected += 100_000 * grid.Days[t] * Math.Exp(-1.5 * elapsed) * 40 * Math.Exp(0.1 * elapsed);
        }

        var gross = Ran.For(world, 20_480).Total("group", ReportQuantity.Gross);
        Assert.True(
            Math.Abs(gross.Mean - expected) <= 5 * gross.StandardError,
            $"calculated {gross.Mean:R}, expected {expected:R}, tolerance {5 * gross.StandardError:R} (5 standard errors), seed 1"
        );
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

    private static double[] Gross(Scenario world)
    {
        var plan = SimulationPlan.Compile(world);
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
