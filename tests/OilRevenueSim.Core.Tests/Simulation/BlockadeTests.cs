using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.WarWorld;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

public sealed class BlockadeTests
{
    private const int Port = 1; // asset: fields first

    [Theory]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void Alternating_blockades_close_for_mean_duration_over_mean_cycle(StepLength step)
    {
        // Uniform 5 to 25 days, 20 a year: long-run share 15/(15 + 365.25/20).
        var world = OnePort(step) with
        {
            End = new DateOnly(2021, 12, 31),
            Blockades = [Blockade("group", ["port"], 20, Each("lasts", new UniformLaw(5 / 365.25, 25 / 365.25)))],
        };
        var closed = new List<double>();
        for (uint b = 0; b < 12; b++)
        {
            var sum = new double[256];
            Ran.Watch(world, (plan, block, t) => Accumulate(plan, block, t, sum), firstPath: b * 256);
            closed.AddRange(sum);
        }

        Statistical(15 / (15 + (365.25 / 20)), closed, bias: 0.002);

        static void Accumulate(SimulationPlan plan, PathBlock block, int t, double[] sum)
        {
            // The first year settles; the second is measured.
            for (var lane = 0; lane < 256 && plan.Grid.FirstDays[t].Year == 2021; lane++)
            {
                sum[lane] += (1 - block.Open[(Port * 256) + lane]) * plan.Grid.Days[t] / 365.0;
            }
        }
    }

    [Fact]
    public void One_that_runs_since_a_date_lasts_by_the_conditional_law()
    {
        // Lognormal with median 90 days; age 60 days: P(still closed after t) = S(60 + t)/S(60).
        var law = new LogNormalLaw(Math.Log(90 / 365.25), 0.7);
        var world = OnePort(StepLength.Day) with
        {
            Blockades = [Blockade("group", ["port"], 0, Each("lasts", law), activeSince: new DateOnly(2019, 11, 2))],
        };
        var open = new double[256];
        var day50 = new List<double>();
        for (uint b = 0; b < 20; b++)
        {
            Ran.Watch(
                world,
                (plan, block, t) =>
                {
                    if (t == 50)
                    {
                        day50.AddRange(block.Open.Skip(Port * 256).Take(256).Select(x => x < 1 ? 1.0 : 0.0));
                    }
                },
                firstPath: b * 256
            );
        }

        double Survival(double days) =>
            1 - MathNet.Numerics.Distributions.Normal.CDF(Math.Log(90), 0.7, Math.Log(days));
        Statistical(Survival(60 + 50) / Survival(60), day50);
    }

    [Fact]
    public void Open_share_is_exact_to_the_day_and_overlaps_count_once()
    {
        // Both run from day 0: one for 10 days, one for 17 days: the port is closed 17 of January's 31 days.
        var first = Blockade("group", ["port"], 0, Always("a", 1e-9), activeSince: new DateOnly(2019, 12, 22)) with
        {
            Lasts = Always("a", 20 / 365.25),
        };
        var second = Blockade("tribe", ["port"], 0, Always("b", 1e-9), activeSince: new DateOnly(2019, 12, 22)) with
        {
            Lasts = Always("b", 27 / 365.25),
        };
        var world = OnePort() with
        {
            Actors = [Actor("company"), Actor("group"), Actor("tribe")],
            Blockades = [first, second],
        };
        Ran.Watch(world, (_, block, step) => Close(step == 0 ? 14 / 31.0 : 1.0, block.Open[(Port * 256) + 9], step));
        var january = Ran.For(world).In("2020-01", "company", ReportQuantity.Sales).Mean;
        Assert.True(january < 100_000 * 14 * 50.0 * (1 + 1e-12), "what is sold in January fits into the 14 open days");
    }

    [Fact]
    public void It_ends_where_its_author_loses_the_place_and_earns_him_nothing()
    {
        var world = OnePort(StepLength.Week) with
        {
            Actors = [Actor("company"), Actor("guards", aligned: ["company"])],
            Focus = ["guards"],
            Areas = [Area("coast", "guards", Change("coast", "guards", "company", 3)), Area("desert", "company")],
            Blockades = [Blockade("guards", ["port"], 100, Always("lasts", 50), BlockadeRequirement.Holds)],
        };
        var company = 1.0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                for (var lane = 0; lane < 256; lane++)
                {
                    var held = block.States[lane] != company;
                    Assert.True(held || block.Open[(Port * 256) + lane] == 1.0);
                    Assert.True(!held || step < 8 || block.Open[(Port * 256) + lane] < 1.0);
                }
            }
        );
        var result = Ran.For(world, 1024);
        Assert.Equal(
            (0.0, 0.0),
            (result.Total("guards", ReportQuantity.Gross).Min, result.Total("guards", ReportQuantity.Gross).Max)
        );
        Assert.True(result.Total("company", ReportQuantity.Forgone).Mean > 1e8);
    }

    [Fact]
    public void A_hit_that_shuts_closes_its_target_from_the_next_step_on()
    {
        var attack = Attack("group", ["port"], 1e-9, Always("damage", 0)) with
        {
            Shuts = Always("shuts", 10 / 365.25),
            Rate = Rate("r", 5),
        };
        var world = OnePort(StepLength.Day) with { Attacks = [attack] };
        var share = new double[256];
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                for (var lane = 0; lane < 256; lane++)
                {
                    share[lane] += (1 - block.Open[(Port * 256) + lane]) / 366.0;
                    Assert.Equal(1.0, block.Conditions[(Port * 256) + lane]);
                }
            }
        );
        // Renewal without restarts while shut: hits at 5 a year, each shutting 10 days: 1 − e^(−5·10/365.25) of the time.
        Statistical(1 - Math.Exp(-50 / 365.25), share, bias: 0.01);
    }

    [Fact]
    public void Restart_takes_a_share_of_the_outage_exactly()
    {
        // Closed from 22 December 2018 on for a year and 20 days; restart share 0.12: τ = 0.12·L, at least two days.
        var field = Field("field", "desert", "company", 100_000) with
        {
            Restart = Number("restart", 0.12),
        };
        var lasts = (385 + 14) / 365.25;
        var world = OnePort(StepLength.Day) with
        {
            Fields = [field],
            Blockades =
            [
                Blockade("group", ["port"], 0, Always("lasts", lasts), activeSince: new DateOnly(2018, 12, 12)),
            ],
        };
        // 2018-12-12 to 2020-01-01 is 385 days; it ends 14 days after the start.
        var r = 0.0;
        var outage = 385.0;
        var tau = 2.0;
        var previous = 0.0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                var a = step < 14 ? 0.0 : 1.0;
                r = Math.Min(r, a);
                tau = a > previous + 1e-9 ? Math.Max(2, 0.12 * outage) : tau;
                var mean = Math.Min(a, 1 - ((1 - r) * tau * (1 - Math.Exp(-1 / tau))));
                Close(mean, block.Available[5] / 100_000, step, 1e-12);
                r = Math.Min(a, 1 - ((1 - r) * Math.Exp(-1 / tau)));
                outage =
                    r >= 0.99 ? 0
                    : a < 0.5 ? outage + (1 - a)
                    : outage;
                previous = a;
            }
        );
        Assert.True(r > 0.99);
    }

    [Fact]
    public void The_rest_of_one_that_runs_is_the_same_by_a_law_and_by_its_parts()
    {
        // Normal 40 sd 40 days cut at 0: what is cut counts in the age too.
        var parts = new EventLaw
        {
            Address = "lasts",
            Shape = EventLawShape.NormalMeanSd,
            Parts = [Number("mean", 40 / 365.25), Number("sd", 40 / 365.25)],
        };
        var whole = Each("lasts", new NormalLaw(40 / 365.25, 40 / 365.25));
        Scenario With(EventLaw lasts) =>
            OnePort() with
            {
                Blockades = [Blockade("group", ["port"], 0, lasts, activeSince: new DateOnly(2019, 12, 2))],
            };
        var expected = new List<double>();
        Ran.Watch(With(whole), (_, block, _) => expected.AddRange(block.Open));
        Ran.Watch(
            With(parts),
            (_, block, step) =>
            {
                for (var i = 0; i < 256; i++)
                {
                    var at = (Port * 256) + i;
                    Close(expected[(step * block.Open.Length) + at], block.Open[at], step);
                }
            }
        );
    }

    [Fact]
    public void What_is_imposed_and_what_runs_close_a_place_for_the_union_of_their_times()
    {
        // One runs until 10 January, one is imposed from the 6th to the 15th, another from the 21st to the 25th: 20 of 31 days.
        var world = OnePort() with
        {
            Blockades =
            [
                Blockade("group", ["port"], 0, Always("lasts", 20 / 365.25), activeSince: new DateOnly(2019, 12, 22)),
            ],
        };
        var imposed = InterventionTests.With(
            world,
            InterventionTests.Dated("a", "2020-01-06", "2020-01-15", Impose("port", "group")),
            InterventionTests.Dated("b", "2020-01-21", "2020-01-25", Impose("port", "company"))
        );
        Ran.Watch(imposed, (_, block, step) => Close(step == 0 ? 11 / 31.0 : 1.0, block.Open[(Port * 256) + 9], step));
    }

    [Fact]
    public void No_one_repairs_what_its_holder_has_been_made_to_close()
    {
        // c = 1 − 0.5·e^(−open days/365.25): 10 of 31 days of January are open to repair; another's blockade hinders nobody.
        Scenario Closed(string by) =>
            InterventionTests.With(
                OnePort() with
                {
                    Nodes =
                    [
                        Node("port", "coast") with
                        {
                            Owner = "company",
                            Condition = Number("c", 0.5),
                            RepairTime = Number("t", 1),
                        },
                    ],
                },
                InterventionTests.Dated("shut", "2020-01-11", "2020-01-31", Impose("port", by))
            );
        Ran.Watch(Closed("company"), (_, block, step) => CheckRepair(block, step, 10));
        Ran.Watch(Closed("group"), (_, block, step) => CheckRepair(block, step, 31));

        static void CheckRepair(PathBlock block, int step, double days)
        {
            if (step == 1)
            {
                Close(1 - (0.5 * Math.Exp(-days / 365.25)), block.Conditions[(Port * 256) + 3], step);
            }
        }
    }

    [Fact]
    public void A_lift_ends_what_was_imposed_and_what_is_imposed_before_the_lifts_end_does_not_begin()
    {
        // Imposed from January on and again from 15 May and from 10 July; lifted at places from March to June.
        var lift = new LiftBlockadeEffect("port") { Identity = "lift-blockade/port" };
        var world = InterventionTests.With(
            OnePort(),
            InterventionTests.Dated("a", "2020-01-01", "2020-12-31", Impose("port", "group")),
            InterventionTests.Dated("deal", "2020-03-01", "2020-06-30", lift),
            InterventionTests.Dated("late", "2020-05-15", "2020-12-31", Impose("port", "group")),
            InterventionTests.Dated("later", "2020-07-11", "2020-12-31", Impose("port", "group"))
        );
        double[] expected = [0, 0, 1, 1, 1, 1, 10 / 31.0, 0, 0, 0, 0, 0];
        Ran.Watch(world, (_, block, step) => Close(expected[step], block.Open[(Port * 256) + 9], step));
    }

    private static ImposeBlockadeEffect Impose(string place, string by) =>
        new(place, by) { Identity = $"blockade/{place}" };

    private static void Close(double expected, double calculated, int step, double tolerance = 1e-9) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, step {step}, seed 1"
        );
}
