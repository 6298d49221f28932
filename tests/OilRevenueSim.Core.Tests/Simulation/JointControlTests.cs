using MathNet.Numerics.LinearAlgebra;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Areas that move together, stabilised areas, several theatres. Statistical facts: 5 standard errors, false alarm 6e-7.</summary>
public sealed class JointControlTests
{
    private const long Paths = 40_960;

    [Theory]
    [InlineData(StepLength.Day)]
    [InlineData(StepLength.Month)]
    public void Areas_joined_by_takes_with_follow_the_matrix_exponential_of_the_joint_chain(StepLength step)
    {
        // x: a→b at 20, b→a at 12; y: a→b at 6, taking x with it; b→a at 9. States (x, y) = aa, ab, ba, bb.
        var world = Scenario(step, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Areas =
            [
                Area("x", "a", Change("x", "a", "b", 20), Change("x", "b", "a", 12)),
                Area("y", "a", Change("y", "a", "b", 6) with { TakesWith = ["x"] }, Change("y", "b", "a", 9)),
            ],
        };
        var generator = Matrix<double>.Build.DenseOfArray(
            new double[,]
            {
                { -26, 0, 20, 6 },
                { 9, -29, 0, 20 },
                { 12, 0, -18, 6 },
                { 0, 12, 9, -21 },
            }
        );
        var expected = Expected(world, p => p[2] + p[3], generator);
        var result = Ran.For(world, Paths);
        Statistical(expected, result.Total("b", ReportQuantity.ProbabilityHolds, "x"));
        expected = Expected(world, p => p[1] + p[3], generator);
        Statistical(expected, result.Total("b", ReportQuantity.ProbabilityHolds, "y"));
    }

    [Fact]
    public void Takes_with_moves_only_what_the_loser_still_holds_and_does_not_cascade()
    {
        // y takes x, x takes z: when y falls at once, x falls with it, but z does not; w is held by another.
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a"), Actor("b"), Actor("c")],
            Areas =
            [
                Area("w", "c"),
                Area("x", "a", Change("x", "a", "b", 0) with { TakesWith = ["z"] }),
                Area("y", "a", Change("y", "a", "b", 1e4) with { TakesWith = ["w", "x"] }),
                Area("z", "a"),
            ],
        };
        var result = Ran.For(world, 4096);
        Assert.Equal(1.0, result.In("2020-02", "b", ReportQuantity.ProbabilityHolds, "x").Min);
        Assert.Equal(1.0, result.In("2020-02", "b", ReportQuantity.ProbabilityHolds, "y").Min);
        Assert.Equal(1.0, result.In("2020-03", "a", ReportQuantity.ProbabilityHolds, "z").Min);
        Assert.Equal(1.0, result.In("2020-03", "c", ReportQuantity.ProbabilityHolds, "w").Min);
    }

    [Theory]
    [InlineData(StepLength.Day, 0.01)]
    [InlineData(StepLength.Month, 0.0)]
    public void A_retaken_area_is_stabilised_for_the_rest_of_the_step_and_the_share_of_later_ones(
        StepLength step,
        double bias
    )
    {
        // x is lost by b to a at once (rate 1e5), which stabilises it for 45 days at ratio 0.25 of the rate 4 back to b.
        var world = Scenario(step, "2020-01-01", "2020-06-30") with
        {
            Actors = [Actor("a"), Actor("b"), Actor("c")],
            Areas =
            [
                Area(
                    "x",
                    "b",
                    Change("x", "b", "a", 1e5) with
                    {
                        StabilisedRatio = Number("ratio", 0.25),
                        StabilisedFor = Number("time", 45 / 365.25),
                    },
                    Change("x", "a", "c", 4)
                ),
            ],
        };
        var grid = SimulationPlan.Compile(world).Grid;
        var hazard = 0.0;
        var expected = 0.0;
        for (var t = 0; t < grid.StepCount; t++)
        {
            expected += (1 - Math.Exp(-hazard)) * grid.Days[t] / 182;
            var start = grid.FirstDays[t].DayNumber - grid.Start.DayNumber;
            var share = Math.Clamp((45.0 - start) / grid.Days[t], 0, 1);
            hazard += 4 * (1 + (share * (0.25 - 1))) * grid.DtYears(t);
        }

        // The loss takes about 1e-5 years, during which nothing else happens; that much is the bias of the day step.
        Statistical(
            expected,
            Ran.For(world, Paths).Total("c", ReportQuantity.ProbabilityHolds, "x"),
            bias * 1e-2 + 1e-5
        );
    }

    [Fact]
    public void Two_stabilising_changes_multiply_and_a_new_firing_restarts_its_own()
    {
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-12-31") with
        {
            Actors = [Actor("a"), Actor("b"), Actor("c")],
            Areas =
            [
                Area(
                    "x",
                    "a",
                    Stabilising("a", "b", 30, 0.5),
                    Stabilising("b", "c", 20, 0.3),
                    Stabilising("c", "a", 25, 0.9)
                ),
            ],
        };
        var seen = 0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                for (var lane = 0; lane < block.Lanes; lane++)
                {
                    var factor = 1.0;
                    for (var s = 0; s < 3; s++)
                    {
                        factor *= block.StabilisedRatio[(s * block.Lanes) + lane];
                    }

                    var rate = block.Rates[lane];
                    Assert.True(
                        Math.Abs(rate - (30 * factor)) < 1e-12,
                        $"calculated {rate:R}, expected {30 * factor:R}, tolerance 1e-12, seed 1"
                    );
                    seen += factor < 0.16 ? 1 : 0;
                }
            }
        );
        Assert.True(seen > 100, $"all three act in {seen} lanes and steps, expected more than 100");

        static ControlChange Stabilising(string from, string to, double rate, double ratio) =>
            Change("x", from, to, rate) with
            {
                StabilisedRatio = Number($"ratio.{from}", ratio),
                StabilisedFor = Number($"time.{from}", 0.2),
            };
    }

    [Fact]
    public void Every_theatre_has_its_own_phases()
    {
        // East goes from war to peace at rate 3, west stays at war; the ratio 0 of war holds in each theatre for itself.
        var world = Scenario(StepLength.Day, "2020-01-01", "2020-12-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Theatres =
            [
                Theatre("war", PhaseChange("war", "peace", 3) with { Stream = "phase/east/war>peace" }) with
                {
                    Name = "east",
                },
                Theatre("calm", PhaseChange("war", "calm", 1) with { Stream = "phase/west/war>calm" }) with
                {
                    Name = "west",
                    StartPhase = "war",
                    Changes = [],
                },
            ],
            Areas = [InTheatre("x", "east"), InTheatre("y", "west")],
        };
        var result = Ran.For(world, Paths);
        Assert.Equal(1.0, result.Total("a", ReportQuantity.ProbabilityHolds, "y").Min);
        // Lost at 5 a year once at peace: P = 1 − (5e^(−3t) − 3e^(−5t))/2; frozen within a day, an error of order 5/365.
        var expected = Mean(world, t => 1 - (((5 * Math.Exp(-3 * t)) - (3 * Math.Exp(-5 * t))) / 2));
        Statistical(expected, result.Total("b", ReportQuantity.ProbabilityHolds, "x"), 0.006);

        static Area InTheatre(string name, string theatre) =>
            Area(
                name,
                "a",
                Change(name, "a", "b", 5) with
                {
                    PhaseRatios = [new PhaseRatio("war", Number($"r.{name}", 0))],
                }
            ) with
            {
                Theatre = theatre,
            };
    }

    [Fact]
    public void Areas_that_move_together_too_often_fail_the_run()
    {
        var world = Scenario(StepLength.Month, "2020-01-01", "2020-03-31") with
        {
            Actors = [Actor("a"), Actor("b")],
            Areas =
            [
                Area("x", "a", Change("x", "a", "b", 3e5) with { TakesWith = ["y"] }),
                Area("y", "a", Change("y", "b", "a", 3e5) with { TakesWith = ["x"] }),
            ],
        };
        var failure = Assert.Throws<SimulationException>(() => Ran.For(world, seed: 9));
        Assert.Equal((9ul, 0, "x"), (failure.Seed, failure.Step, failure.Entity));
    }

    private static double Expected(
        Core.Model.Scenario world,
        Func<Vector<double>, double> probability,
        Matrix<double> generator
    ) => Mean(world, t => probability(ControlTests.Exponential(generator * t).Row(0)));

    private static double Mean(Core.Model.Scenario world, Func<double, double> probability) =>
        ControlTests.Mean(world, probability);

    private static void Statistical(double expected, SeriesStatistics calculated, double bias = 0) =>
        ControlTests.Statistical(expected, calculated, bias);
}
