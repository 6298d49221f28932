using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.WarWorld;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

public sealed class DamageTests
{
    private static readonly EventLaw Bites = Each("damage", new UniformLaw(0.1, 0.5), HardRange.Share);

    [Theory]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void Attacks_without_repair_leave_c0_times_exp_of_minus_lambda_mean_damage_t(StepLength step)
    {
        var world = OnePort(step) with { Attacks = [Attack("group", ["field"], 9, Bites)] };
        var conditions = LastConditions(world, 40, out var elapsed);
        Statistical(Math.Exp(-9 * 0.3 * elapsed), conditions);
    }

    [Theory]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void Hits_of_every_step_cost_the_owner_the_last_step_too(StepLength step)
    {
        // E[cost · condition lost] = cost·(1 − e^(−λ·E[D]·T)), T the whole horizon: one month here.
        var world = OnePort(step) with
        {
            End = new DateOnly(2020, 1, 31),
            Fields = [Field("field", "desert", "company", 100_000) with { RepairCost = Number("cost", 1e6) }],
            Attacks = [Attack("group", ["field"], 9, Bites)],
        };
        var damage = Ran.For(world, 10_240).Total("company", ReportQuantity.Damage);
        var expected = 1e6 * (1 - Math.Exp(-9 * 0.3 * 31 / 365.25));
        Assert.True(
            Math.Abs(damage.Mean - expected) <= 5 * damage.StandardError,
            $"calculated {damage.Mean:R}, expected {expected:R}, tolerance {5 * damage.StandardError:R} (5 standard errors, false alarm 6e-7), seed 1"
        );
    }

    [Fact]
    public void Damage_by_place_adds_up_to_that_of_the_owner_on_every_path()
    {
        var world = OnePort() with
        {
            Fields = [Field("field", "desert", "company", 100_000) with { RepairCost = Number("cost", 1e6) }],
            Nodes =
            [
                Node("port", "coast", capacity: 300_000) with
                {
                    Owner = "company",
                    RepairCost = Number("port-cost", 7e6),
                },
            ],
            Attacks = [Attack("group", ["field", "port"], 9, Bites)],
        };
        var plan = SimulationPlan.Compile(world);
        double Of(PathStory story, string? place) =>
            story.Value(new SeriesKey("company", place, null, ReportQuantity.Damage), plan.Periods[^1])!.Value;
        var both = 0;
        for (var path = 0; path < 50; path++)
        {
            var story = PathStory.Tell(plan, 1, path);
            var (whole, sum) = (Of(story, null), Of(story, "field") + Of(story, "port"));
            Assert.True(
                Math.Abs(sum - whole) <= 1e-12 * whole,
                $"calculated {sum:R}, expected {whole:R}, tolerance {1e-12 * whole:R}, seed 1, path {path}"
            );
            both += Of(story, "field") > 0.0 && Of(story, "port") > 0.0 ? 1 : 0;
        }

        Assert.True(both > 0, "on no path were both places hit");
    }

    [Fact]
    public void With_each_every_target_has_its_own_clock_else_they_share_one()
    {
        var world = OnePort() with { Attacks = [Attack("group", ["field", "port"], 4, Bites, each: true)] };
        Statistical(Math.Exp(-4 * 0.3 * 335 / 365.25), LastConditions(world, 40, out _));
        var shared = OnePort() with
        {
            Nodes = [Node("port", "coast", capacity: 300_000)],
            Attacks = [Attack("group", ["field", "port"], 4, Bites)],
        };
        // The target is drawn by capacity: 100 kb/d of the field against 300 of the port.
        Statistical(Math.Exp(-4 * 0.25 * 0.3 * 335 / 365.25), LastConditions(shared, 40, out _));
    }

    [Fact]
    public void A_law_of_damage_by_its_parts_is_cut_at_the_whole()
    {
        // Median 50 %, 95 % quantile 95 %: 3.9 % of that lognormal law lies above 1 and is cut (model.md §3).
        var bites = new EventLaw
        {
            Address = "damage",
            Shape = EventLawShape.LogNormalMedianP95,
            Parts = [Number("median", 0.5), Number("p95", 0.95)],
            Range = HardRange.Share,
        };
        var world = OnePort() with { Attacks = [Attack("group", ["field"], 9, bites)] };
        Assert.All(LastConditions(world, 8, out _), c => Assert.InRange(c, 0.0, 1.0));
    }

    [Fact]
    public void Targets_without_any_capacity_are_hit_alike()
    {
        // Each of the two draws half of 8 hits a year: E[c] = e^(−4·0.3·t).
        var world = OnePort() with
        {
            Fields = [Field("field", "desert", "company", 0), Field("pit", "desert", "company", 0)],
            Routes = [Route(["field", "pit"], ["port"], "export")],
            Attacks = [Attack("group", ["field", "pit"], 8, Bites)],
        };
        Statistical(Math.Exp(-4 * 0.3 * 335 / 365.25), LastConditions(world, 40, out _));
    }

    [Fact]
    public void No_one_attacks_what_it_holds_unless_it_says_so()
    {
        var held = OnePort() with { Areas = [Area("coast", "group"), Area("desert", "group")] };
        Assert.All(
            LastConditions(held with { Attacks = [Attack("group", ["field"], 50, Bites)] }, 1, out _),
            c => Assert.Equal(1.0, c)
        );
        Assert.Contains(
            LastConditions(held with { Attacks = [Attack("group", ["field"], 50, Bites, own: true)] }, 1, out _),
            c => c < 1.0
        );
    }

    [Fact]
    public void Repair_without_attacks_is_exact_and_capability_scales_it()
    {
        var world = OnePort(StepLength.Week) with
        {
            Actors = [Actor("company") with { Capability = Number("k", 0.6) }, Actor("group")],
            Fields =
            [
                Field("field", "desert", "company", 100_000, condition: 0.2) with
                {
                    RepairTime = Number("tau", 0.8),
                },
            ],
        };
        var elapsed = 0.0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                Close(1 - (0.8 * Math.Exp(-0.6 * elapsed / 0.8)), block.Conditions[17], 1e-12, step);
                elapsed += plan.Grid.DtYears(step);
            }
        );
    }

    [Fact]
    public void A_holder_who_blocks_the_operator_lets_no_one_repair()
    {
        var world = OnePort() with
        {
            Actors = [Actor("company"), Actor("guards")],
            Focus = [],
            Areas = [Area("coast", "guards"), Area("desert", "guards")],
            Fields =
            [
                Field("field", "desert", "company", 100_000, condition: 0.2) with
                {
                    RepairTime = Number("tau", 0.1),
                },
            ],
        };
        Assert.All(LastConditions(world, 1, out _), c => Assert.Equal(0.2, c));
    }

    [Fact]
    public void Clustered_attacks_come_one_over_one_minus_adds_as_often()
    {
        // Many short steps: the mean number of hits approaches λt/(1 − adds); a hit takes 1 % so that it can be counted.
        var attack = Attack("group", ["field"], 6, Always("damage", 0.01)) with
        {
            Clustering = new AttackClustering(Number("adds", 0.5), Number("fades", 10 / 365.25)),
        };
        var world = OnePort(StepLength.Day) with { Attacks = [attack] };
        var hits = LastConditions(world, 12, out var elapsed).Select(c => Math.Log(c) / Math.Log(0.99)).ToArray();
        // At the end the last cascade is cut short by about adds/(1−adds)·fades·rate hits.
        Statistical(6 * elapsed / 0.5, hits, bias: 0.9);
        Assert.True(hits.Average() > 6 * elapsed * 1.6);
    }

    [Fact]
    public void Decline_is_exact_and_grows_with_neglect_and_shut_in()
    {
        var world = OnePort(StepLength.Week) with
        {
            Actors = [Actor("company") with { Upkeep = Number("u", 0.25) }, Actor("group")],
            Fields =
            [
                Field("field", "desert", "company", 100_000) with
                {
                    Decline = Number("d", 0.07),
                    Neglect = Number("n", 0.4),
                    ShutInLoss = Number("s", 9),
                },
            ],
        };
        var elapsed = 0.0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                Close(Math.Exp(-(0.07 + (0.4 * 0.75)) * elapsed), block.Sustainable[3] / 100_000, 1e-12, step);
                elapsed += plan.Grid.DtYears(step);
            }
        );
        var shut = world with { Areas = [Area("coast", "group"), Area("desert", "company")] };
        Ran.Watch(
            shut,
            (plan, block, step) =>
            {
                var t = (plan.Grid.FirstDays[step].DayNumber - plan.Grid.Start.DayNumber) / 365.25;
                Close(Math.Exp(-(0.07 + 0.3 + 9) * t), block.Sustainable[3] / 100_000, 1e-12, step);
            }
        );
    }

    /// <summary>Condition of asset 0, the field, at the start of the last step, over many blocks; and the time passed.</summary>
    private static double[] LastConditions(Core.Model.Scenario world, int blocks, out double elapsedYears)
    {
        var all = new List<double>();
        var elapsed = 0.0;
        for (var b = 0; b < blocks; b++)
        {
            Ran.Watch(
                world,
                (plan, block, step) =>
                {
                    if (step == plan.Grid.StepCount - 1)
                    {
                        elapsed = (plan.Grid.FirstDays[step].DayNumber - plan.Grid.Start.DayNumber) / 365.25;
                        all.AddRange(block.Conditions[..256]);
                    }
                },
                firstPath: (uint)(b * 256)
            );
        }

        elapsedYears = elapsed;
        return [.. all];
    }

    private static void Close(double expected, double calculated, double tolerance, int step) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, step {step}, seed 1"
        );
}
