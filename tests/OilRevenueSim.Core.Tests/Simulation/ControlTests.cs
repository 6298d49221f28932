using MathNet.Numerics.LinearAlgebra;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Statistical facts: fixed seed, band of 5 standard errors, false alarm 6e-7 a comparison (model.md §11).</summary>
public sealed class ControlTests
{
    private const long Paths = 40_960;

    [Theory]
    [InlineData(StepLength.Day)]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void A_chain_with_many_jumps_a_step_follows_the_matrix_exponential(StepLength step)
    {
        // Rates up to 40 a year: several jumps in a month. P(t) = P(0)·exp(Qt) at the start of each month.
        var world = Scenario(step, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a"), Actor("b"), Actor("c")],
            Areas =
            [
                Area(
                    "x",
                    "a",
                    Change("x", "a", "b", 40),
                    Change("x", "a", "c", 3),
                    Change("x", "b", "c", 17),
                    Change("x", "c", "a", 25)
                ),
            ],
        };
        var held = new double[3];
        var generator = Matrix<double>.Build.DenseOfArray(
            new double[,]
            {
                { -43, 40, 3 },
                { 0, -17, 17 },
                { 25, 0, -25 },
            }
        );
        var last = new DateOnly(2020, 3, 31);
        var result = Ran.For(world with { End = last }, Paths);
        var plan = SimulationPlan.Compile(world);
        var total = plan.Grid.Days.Sum();
        var elapsed = 0.0;
        for (var t = 0; t < plan.Grid.StepCount; t++)
        {
            var p = Exponential(generator * elapsed).Row(0);
            for (var i = 0; i < 3; i++)
            {
                held[i] += p[i] * plan.Grid.Days[t] / total;
            }

            elapsed += plan.Grid.DtYears(t);
        }

        foreach (var (name, i) in new[] { ("a", 0), ("b", 1), ("c", 2) })
        {
            Statistical(held[i], result.Total(name, ReportQuantity.ProbabilityHolds, "x"));
        }
    }

    [Fact]
    public void Phases_are_a_chain_and_a_phase_ratio_scales_a_hazard()
    {
        // Phase war → peace at 2 a year; hazard 1 a year, times 0 in war: nothing is lost before peace.
        var change = Change("x", "a", "b", 1) with
        {
            PhaseRatios = [new PhaseRatio("war", Number("r", 0))],
        };
        var world = Scenario(StepLength.Day, "2020-01-01", "2020-12-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Theatres = [Theatre("war", PhaseChange("war", "peace", 2))],
            Areas = [Area("x", "a", change)],
        };
        // P(b at t) = 1 − 2e^(−t) + e^(−2t) for rates 2 then 1; frozen within a day, an error of order dt = 1/365.
        var result = Ran.For(world, Paths);
        var expected = Mean(world, t => 1 - (2 * Math.Exp(-t)) + Math.Exp(-2 * t));
        Statistical(expected, result.Total("b", ReportQuantity.ProbabilityHolds, "x"), bias: 0.002);
    }

    [Theory]
    [InlineData("b", 3.0)]
    [InlineData("a", 1.0)]
    public void A_neighbour_held_by_the_taker_multiplies_the_hazard(string neighbourHolder, double factor)
    {
        var change = Change("x", "a", "b", 0.5) with { PerNeighbour = Number("n", 3) };
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-12-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Areas =
            [
                Area("x", "a", change) with
                {
                    Neighbours = ["y"],
                },
                Area("y", neighbourHolder) with
                {
                    Neighbours = ["x"],
                },
            ],
        };
        var expected = Mean(world, t => 1 - Math.Exp(-0.5 * factor * t));
        Statistical(expected, Ran.For(world, Paths).Total("b", ReportQuantity.ProbabilityHolds, "x"));
    }

    [Fact]
    public void Contagion_raises_the_hazard_only_from_the_next_step_on()
    {
        var change = Change("x", "a", "b", 1) with { PerNeighbour = Number("n", 1e6) };
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Areas =
            [
                Area("x", "a", change with { BaseRate = Rate("r", 1e-3) }) with
                {
                    Neighbours = ["y"],
                },
                Area("y", "a", Change("y", "a", "b", 1e3)) with
                {
                    Neighbours = ["x"],
                },
            ],
        };
        var result = Ran.For(world, 4096);
        Assert.True(result.In("2020-02", "b", ReportQuantity.ProbabilityHolds, "x").Mean < 0.01);
        Assert.True(result.In("2020-03", "b", ReportQuantity.ProbabilityHolds, "x").Mean > 0.999);
        Assert.Equal(1.0, result.In("2020-02", "b", ReportQuantity.ProbabilityHolds, "y").Mean);
    }

    [Fact]
    public void A_price_elasticity_scales_the_hazard_by_the_price_at_the_step_start()
    {
        var curve = new CurveBenchmark
        {
            Name = "brent",
            Points =
            [
                new CurvePoint(new DateOnly(2020, 1, 1), Number("p0", 40)),
                new CurvePoint(new DateOnly(2020, 12, 1), Number("p1", 160)),
            ],
        };
        var change = Change("x", "a", "b", 0.7) with { PriceElasticity = Number("e", 1.5), Follows = "brent" };
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-12-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Benchmarks = [curve],
            Areas = [Area("x", "a", change)],
        };
        var grid = SimulationPlan.Compile(world).Grid;
        var hazard = 0.0;
        var expected = 0.0;
        for (var t = 0; t < grid.StepCount; t++)
        {
            expected += (1 - Math.Exp(-hazard)) * grid.Days[t] / 366;
            var days = grid.FirstDays[t].DayNumber - new DateOnly(2020, 1, 1).DayNumber;
            var price = 40 * Math.Pow(4, days / 335.0); // log-linear from 40 to 160 in 335 days
            hazard += 0.7 * Math.Pow(price / 40, 1.5) * grid.DtYears(t);
        }

        Statistical(expected, Ran.For(world, Paths).Total("b", ReportQuantity.ProbabilityHolds, "x"));
    }

    [Fact]
    public void A_hazard_of_zero_never_fires()
    {
        var world = Scenario(StepLength.Month, "2020-01-01", "2029-12-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Areas = [Area("x", "a", Change("x", "a", "b", 0))],
        };
        Assert.Equal(1.0, Ran.For(world, 4096).Total("a", ReportQuantity.ProbabilityHolds, "x").Min);
    }

    [Fact]
    public void A_hazard_too_high_for_the_step_fails_with_the_path_that_failed()
    {
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Areas = [Area("x", "a", Change("x", "a", "b", 1e6), Change("x", "b", "a", 1e6))],
        };
        var failure = Assert.Throws<SimulationException>(() => Ran.For(world, seed: 9));
        Assert.Equal((9ul, 0, "x"), (failure.Seed, failure.Step, failure.Entity));
        Assert.Contains("path", failure.Message);
    }

    [Fact]
    public void A_slightly_higher_hazard_never_lets_the_holder_stay_longer()
    {
        var world = Scenario(StepLength.Week, "2020-01-01", "2021-12-31") with { Actors = [Actor("a"), Actor("b")] };
        var low = HeldDays(world with { Areas = [Area("x", "a", Change("x", "a", "b", 0.5))] });
        var high = HeldDays(world with { Areas = [Area("x", "a", Change("x", "a", "b", 0.5005))] });
        Assert.All(low.Zip(high), pair => Assert.True(pair.Second <= pair.First));
        Assert.True(
            low.Zip(high).Count(pair => pair.Second == pair.First) > 200,
            "a small change must leave most paths as they are"
        );

        static double[] HeldDays(Core.Model.Scenario scenario)
        {
            var days = new double[256];
            Ran.Watch(
                scenario,
                (plan, block, step) =>
                {
                    for (var lane = 0; lane < 256; lane++)
                    {
                        days[lane] += block.States[lane] == Array.IndexOf(plan.Actors, "a") ? plan.Grid.Days[step] : 0;
                    }
                }
            );
            return days;
        }
    }

    internal static double Mean(Core.Model.Scenario scenario, Func<double, double> probability)
    {
        var grid = SimulationPlan.Compile(scenario).Grid;
        var sum = 0.0;
        var elapsed = 0.0;
        for (var t = 0; t < grid.StepCount; t++)
        {
            sum += probability(elapsed) * grid.Days[t];
            elapsed += grid.DtYears(t);
        }

        return sum / grid.Days.Sum();
    }

    internal static Matrix<double> Exponential(Matrix<double> a)
    {
        // Scaling and squaring with a Taylor series: plain, and independent of the engine.
        var scaled = a / 1024;
        var result = Matrix<double>.Build.DenseIdentity(a.RowCount);
        var term = result;
        for (var k = 1; k < 20; k++)
        {
            term = term * scaled / k;
            result += term;
        }

        for (var k = 0; k < 10; k++)
        {
            result *= result;
        }

        return result;
    }

    internal static void Statistical(double expected, SeriesStatistics calculated, double bias = 0)
    {
        var tolerance = (5 * calculated.StandardError) + bias + 1e-12;
        Assert.True(
            Math.Abs(calculated.Mean - expected) <= tolerance,
            $"calculated {calculated.Mean:R}, expected {expected:R}, tolerance {tolerance:R} (5 standard errors, false alarm 6e-7), seed 1"
        );
    }
}
