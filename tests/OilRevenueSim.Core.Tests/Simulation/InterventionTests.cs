using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>When interventions act. Statistical facts: fixed seed, 5 standard errors, false alarm 6e-7.</summary>
public sealed class InterventionTests
{
    private const long Paths = 40_960;

    [Fact]
    public void A_hazard_ratio_that_covers_part_of_a_step_counts_for_that_share_exactly()
    {
        // 11 to 25 January is 15 of 31 days; February whole; March until the 10th.
        var world = With(
            Contest(2),
            Dated("raid", "2020-01-11", "2020-01-25", Ratio(HazardScope.ChangesFrom, "company", 4)),
            Dated("siege", "2020-02-01", "2020-03-10", Ratio(HazardScope.ChangesTo, "group", 0.25))
        );
        var rates = Rates(world, "coast/company>group");
        Assert.Equal(2 * (1 + (15.0 / 31 * 3)), rates[0][0]);
        Assert.Equal(2 * 0.25, rates[1][0]);
        Assert.Equal(2 * (1 + (10.0 / 31 * -0.75)), rates[2][0]);
        Assert.Equal(2.0, rates[3][0]);
    }

    [Fact]
    public void Ratios_of_several_interventions_multiply_on_the_changes_they_name()
    {
        var world = With(
            Contest(2),
            Dated("a", "2020-01-01", "2020-12-31", Ratio(HazardScope.Change, "coast/company>group", 3)),
            Dated("b", "2020-01-01", "2020-12-31", Ratio(HazardScope.ChangesFrom, "company", 5)),
            Dated("c", "2020-01-01", "2020-12-31", Ratio(HazardScope.ChangesFrom, "group", 7))
        );
        Assert.Equal(30.0, Rates(world, "coast/company>group")[0][0]);
        Assert.Equal(28.0, Rates(world, "coast/group>company")[0][0]);
    }

    [Fact]
    public void What_never_succeeds_changes_no_bit()
    {
        var world = Contest(2);
        var never = With(world, Everything() with { Succeeds = Number("interventions.all.succeeds", 0) });
        var series = SimulationPlan.Compile(world).Series;
        Assert.Equal(Ran.For(world, 2048).Bits(), Ran.For(never, 2048).Bits(series.Contains));
        var always = With(world, Everything());
        Assert.NotEqual(Ran.For(world, 2048).Bits(), Ran.For(always, 2048).Bits(series.Contains));
    }

    [Fact]
    public void An_empty_course_equals_a_scenario_without_interventions_bit_for_bit()
    {
        var world = Contest(2);
        var courses = With(world, Everything()) with
        {
            Courses = [new Course("nothing", "Nothing", []), new Course("all", "All", ["all"])],
        };
        Assert.Equal(Ran.For(world, 2048).Bits(), Ran.For(courses, 2048).Bits());
        Assert.Equal("nothing", SimulationPlan.Compile(courses).Course);
        Assert.Single(SimulationPlan.Compile(courses, "all").Interventions);
    }

    [Fact]
    public void An_unknown_course_is_refused_and_the_known_ones_are_named()
    {
        var courses = Contest(2) with { Courses = [new Course("x", "X", []), new Course("y", "Y", [])] };
        var error = Assert.Throws<ArgumentException>(() => SimulationPlan.Compile(courses, "z"));
        Assert.Contains("x, y", error.Message);
        Assert.Throws<ArgumentException>(() => SimulationPlan.Compile(courses, "base"));
        Assert.Equal("base", SimulationPlan.Compile(Contest(2)).Course);
    }

    [Fact]
    public void Success_is_one_draw_a_path_with_its_probability()
    {
        var deal = Dated("deal", "2020-03-01", "2020-12-31", Holder("coast", "group")) with
        {
            Succeeds = Number("interventions.deal.succeeds", 0.3),
        };
        var result = Ran.For(With(Contest(0), deal), Paths);
        ControlTests.Statistical(0.3, result.In("2020-03", "group", ReportQuantity.ProbabilityHolds, "coast"));
        Assert.Equal(0.0, result.In("2020-02", "group", ReportQuantity.ProbabilityHolds, "coast").Max);
        Assert.Equal(
            result.In("2020-03", "group", ReportQuantity.ProbabilityHolds, "coast").Mean,
            result.In("2020-12", "group", ReportQuantity.ProbabilityHolds, "coast").Mean
        );
    }

    [Fact]
    public void A_delay_moves_the_start_by_its_law_and_not_the_end()
    {
        // Uniform 0 to 10 months from 1 January, daily steps; the end is 30 June: later starts never act.
        var deal = Dated("deal", "2020-01-01", "2020-06-30", Holder("coast", "group")) with
        {
            Delay = Months(0, 10),
        };
        var world = With(Contest(0, StepLength.Day), deal);
        var result = Ran.For(world, Paths);
        var length = 10 / 12.0 * 365.25;
        // A start within a day takes hold at the next day's start.
        ControlTests.Statistical(
            Enumerable.Range(59, 31).Average(day => day / length),
            result.In("2020-03", "group", ReportQuantity.ProbabilityHolds, "coast"),
            1 / length
        );
        ControlTests.Statistical(182 / length, result.In("2020-12", "group", ReportQuantity.ProbabilityHolds, "coast"));
    }

    [Fact]
    public void A_holder_set_at_the_start_comes_before_anything_else_and_keeps_the_workforce()
    {
        var world = Contest(0) with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true, skill: 0.4, retention: 0.1)],
        };
        var taken = Dated("coup", "2019-06-01", "2020-12-31", Holder("coast", "group"), Holder("desert", "group"));
        Ran.Watch(
            With(world, taken),
            (_, block, step) =>
            {
                if (step == 0)
                {
                    Assert.Equal(0.4, block.Workforce[0]); // without retention
                    Assert.Equal(1.0, block.Admitted[0]);
                }
            }
        );
        // Set in February instead, the take-over costs nine tenths of the workforce.
        var later = Dated("coup", "2020-02-01", "2020-12-31", Holder("coast", "group"), Holder("desert", "group"));
        Ran.Watch(
            With(world, later),
            (_, block, step) =>
            {
                if (step == 1)
                {
                    Assert.Equal(0.1, block.Workforce[0]);
                }
            }
        );
    }

    [Fact]
    public void A_trigger_fires_once_and_with_repeat_again_when_its_condition_has_been_false()
    {
        var when = new HoldsCondition("coast", "group");
        var retake = Dated("retake", "2020-01-01", "2020-12-31", Holder("coast", "company")) with { When = [when] };
        // The group takes the coast at once in every step; the intervention hands it back at the next step's start.
        var world = Contest(1e5) with
        {
            Areas = [Area("coast", "company", Change("coast", "company", "group", 1e5)), Area("desert", "company")],
        };
        var once = Ran.For(With(world, retake), 256);
        Assert.Equal(1.0, once.In("2020-01", "company", ReportQuantity.ProbabilityHolds, "coast").Min);
        Assert.Equal(1.0, once.In("2020-02", "company", ReportQuantity.ProbabilityHolds, "coast").Min);
        Assert.Equal(0.0, once.In("2020-03", "company", ReportQuantity.ProbabilityHolds, "coast").Max);
        // Read before it acts: the condition is true at every reading, so that repeat does not fire again either.
        var always = Ran.For(With(world, retake with { Repeat = true }), 256);
        Assert.Equal(0.0, always.In("2020-03", "company", ReportQuantity.ProbabilityHolds, "coast").Max);
        // A price that falls below 50 in January, May and September fires three times.
        var price = new CurveBenchmark_(40, 60, 60, 60, 40, 60, 60, 60, 40, 60, 60, 60);
        var cheap = retake with { When = [new PriceCondition("brent", Above: false, Number("level", 50))] };
        var firings = new uint[2];
        foreach (var repeat in new[] { false, true })
        {
            Ran.Watch(
                With(world with { Benchmarks = [price.Benchmark] }, cheap with { Repeat = repeat }),
                (_, block, _) => firings[repeat ? 1 : 0] = block.Firings[0]
            );
        }

        Assert.Equal((1u, 3u), (firings[0], firings[1]));
    }

    [Fact]
    public void A_trigger_on_revenue_reads_the_gross_revenue_of_the_step_before_as_a_rate()
    {
        // The group sells 100 kb/d at 50 USD: 5 MUSD a day, 1.826 bnUSD a year, from January on.
        var world = Contest(0) with
        {
            Areas = [Area("coast", "group"), Area("desert", "group")],
        };
        Intervention Above(double usdPerYear) =>
            Dated("strike-back", "2020-01-01", "2020-12-31", Holder("desert", "company")) with
            {
                When = [new RevenueCondition("group", Number("above", usdPerYear))],
            };
        var rate = 100_000 * 50 * 365.25;
        var fires = Ran.For(With(world, Above(rate * 0.999)), 256);
        Assert.Equal(1.0, fires.In("2020-01", "group", ReportQuantity.ProbabilityHolds, "desert").Min);
        Assert.Equal(0.0, fires.In("2020-02", "group", ReportQuantity.ProbabilityHolds, "desert").Max);
        var not = Ran.For(With(world, Above(rate * 1.001)), 256);
        Assert.Equal(1.0, not.Total("group", ReportQuantity.ProbabilityHolds, "desert").Min);
    }

    [Fact]
    public void A_phase_that_is_held_does_not_move_until_the_end_and_one_that_is_set_runs_on()
    {
        Intervention Deal(bool hold) =>
            Dated(
                "deal",
                "2020-02-01",
                "2020-06-30",
                new PhaseEffect("main", "peace", hold) { Identity = "phase/peace" }
            );
        var world = Contest(0) with { Theatres = [Theatre("war", PhaseChange("peace", "war", 1e4))] };
        int Peace(bool hold, int month)
        {
            var count = 0;
            Ran.Watch(
                With(world, Deal(hold)),
                (plan, block, step) => count += step == month ? block.States.Take(256).Count(s => s == 0.0) : 0
            );
            return count;
        }

        Assert.Equal(256, Peace(hold: true, 5)); // June: held since February
        Assert.Equal(256, Peace(hold: true, 6)); // July's start: nothing moved in June
        Assert.Equal(0, Peace(hold: true, 7)); // moved within July
        Assert.Equal(256, Peace(hold: false, 1));
        Assert.Equal(0, Peace(hold: false, 2));
    }

    private sealed class CurveBenchmark_(params double[] prices)
    {
        public Core.Prices.Benchmark Benchmark { get; } =
            new Core.Prices.CurveBenchmark
            {
                Name = "brent",
                Points =
                [
                    .. prices.Select(
                        (p, m) => new Core.Prices.CurvePoint(new DateOnly(2020, m + 1, 1), Number($"p{m}", p))
                    ),
                ],
            };
    }

    internal static Scenario With(Scenario world, params Intervention[] interventions) =>
        world with
        {
            Interventions = [.. interventions],
        };

    internal static Intervention Dated(string name, string from, string to, params Effect[] effects) =>
        new()
        {
            Name = name,
            Label = name,
            Stream = $"intervention/{name}",
            From = DateOnly.ParseExact(from, "yyyy-MM-dd"),
            To = DateOnly.ParseExact(to, "yyyy-MM-dd"),
            HasEnd = true,
            Effects = [.. effects],
        };

    internal static HazardEffect Ratio(HazardScope scope, string target, double ratio) =>
        new(scope, target, Number($"ratio.{scope}.{target}", ratio)) { Identity = $"{scope}/{target}" };

    internal static HolderEffect Holder(string area, string actor) => new(area, actor) { Identity = $"holder/{area}" };

    internal static EventLaw Months(double low, double high) =>
        new()
        {
            Address = "delay",
            Shape = EventLawShape.Fixed,
            Law = new UniformLaw(low / 12, high / 12),
        };

    /// <summary>Two areas; the coast is lost at a rate per year and retaken at 4.</summary>
    internal static Scenario Contest(double rate, StepLength step = StepLength.Month) =>
        OnePort(step) with
        {
            Areas =
            [
                Area(
                    "coast",
                    "company",
                    Change("coast", "company", "group", rate),
                    Change("coast", "group", "company", rate * 2)
                ),
                Area("desert", "company"),
            ],
        };

    /// <summary>Every kind of effect that this part computes, from March to September.</summary>
    private static Intervention Everything() =>
        Dated(
            "all",
            "2020-03-10",
            "2020-09-20",
            Ratio(HazardScope.ChangesFrom, "company", 3),
            Holder("desert", "group"),
            new PassageEffect("group", "company", PassagePolicy.Toll, Number("toll", 7), null)
            {
                Identity = "passage/group>company",
            },
            new PriceEffect("export", Number("factor", 0.5), null, null, null) { Identity = "price/export" }
        );

    private static List<double[]> Rates(Scenario world, string hazard)
    {
        var rates = new List<double[]>();
        Ran.Watch(
            world,
            (plan, block, _) =>
                rates.Add(block.Of(block.Rates, plan.Hazards.Single(h => h.Spec.Identity == hazard).Clock).ToArray())
        );
        return rates;
    }
}
