using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Several plans on the same paths: nothing of a single run changes, and differences are those of the paths.</summary>
public sealed class PairedEnsembleTests
{
    private static readonly Scenario Contested = SameBitsTests.Contest();
    private static readonly SeriesKey GroupGross = new("group", null, null, ReportQuantity.Gross);

    internal static Scenario WithLossRate(double perYear) =>
        Contested with
        {
            Areas = Contested.Areas.Replace(
                a => a.Name == "desert",
                Contested.Areas.Single(a => a.Name == "desert") with
                {
                    Changes = [Change("desert", "company", "group", perYear), Change("desert", "group", "company", 2)],
                }
            ),
        };

    private static PairedResult Pair(
        IEnumerable<Scenario> scenarios,
        long paths = 1_000,
        int threads = 1,
        int block = 256
    ) =>
        PairedEnsemble.Run(
            [.. scenarios.Select(s => SimulationPlan.Compile(s))],
            new RunOptions { Threads = threads, BlockPaths = block },
            paths
        );

    /// <summary>Every number about differences and regrets.</summary>
    internal static IEnumerable<long> Bits(PairedResult result)
    {
        var cells =
            from course in Enumerable.Range(1, result.Courses.Length - 1)
            from series in Enumerable.Range(0, result.Series.Length)
            from period in Enumerable.Range(0, result.Periods.Length)
            select result.Difference(course, series, period);
        foreach (var cell in cells)
        {
            var x = cell.Statistics;
            foreach (var value in (double[])[x.Mean, x.M2, x.Min, x.Max, x.PositiveMean, cell.CourseVariance])
            {
                yield return BitConverter.DoubleToInt64Bits(value);
            }

            yield return cell.LessCount;
            yield return cell.GreaterCount;
            for (var rank = 1L; rank <= x.Count; rank += Math.Max(1, x.Count / 16))
            {
                yield return BitConverter.DoubleToInt64Bits(x.Sample!.Value(rank));
            }
        }

        for (var series = 0; series < result.Series.Length; series++)
        {
            for (var course = 0; course < result.Courses.Length; course++)
            {
                yield return BitConverter.DoubleToInt64Bits(result.Regret(course, series, lessIsBetter: true).M2);
                yield return BitConverter.DoubleToInt64Bits(result.Regret(course, series, lessIsBetter: false).Mean);
            }
        }
    }

    /// <summary>Total of a series on each of the first 256 paths, straight from the block.</summary>
    private static double[] Totals(Scenario scenario, SeriesKey key)
    {
        var plan = SimulationPlan.Compile(scenario);
        var keep = new KeepTotals(plan.Series.IndexOf(key), plan.Periods.Length - 1);
        BlockSimulator.Create(plan, 1, 256).Run(0, keep);
        return keep.Values;
    }

    [Theory]
    [InlineData(1, 256)]
    [InlineData(2, 512)]
    [InlineData(2, 768)]
    public void Each_course_has_the_bits_of_its_own_run(int threads, int block)
    {
        Scenario[] scenarios = [Contested, WithLossRate(2), WithLossRate(0)];
        var paired = Pair(scenarios, 5_000, threads, block);
        for (var k = 0; k < scenarios.Length; k++)
        {
            Assert.Equal(Ran.For(scenarios[k], 5_000).Bits(), paired.Courses[k].Bits());
        }
    }

    [Theory]
    [InlineData(2, 256)]
    [InlineData(1, 768)]
    [InlineData(2, 2048)]
    public void Threads_and_block_size_change_no_bit_of_a_difference(int threads, int block)
    {
        Scenario[] scenarios = [Contested, WithLossRate(2), WithLossRate(0)];
        var expected = Bits(Pair(scenarios, 5_000)).ToList();
        Assert.Equal(expected, Bits(Pair(scenarios, 5_000, threads, block)));
        Assert.Contains(expected, b => b != 0);
    }

    [Fact]
    public void Extending_equals_running_at_once()
    {
        var plans = (SimulationPlan[])[SimulationPlan.Compile(Contested), SimulationPlan.Compile(WithLossRate(2))];
        using var grown = new PairedEnsemble([.. plans], new RunOptions { Threads = 2 });
        grown.ExtendTo(1024);
        grown.Look();
        grown.ExtendTo(3000);
        var direct = PairedEnsemble.Run([.. plans], new RunOptions { BlockPaths = 512 }, 3000);
        Assert.Equal(Bits(direct), Bits(grown.Look()));
    }

    [Fact]
    public void A_course_differs_from_itself_by_exactly_nothing()
    {
        var paired = Pair([Contested, Contested with { Name = "again" }]);
        for (var s = 0; s < paired.Series.Length; s++)
        {
            for (var p = 0; p < paired.Periods.Length; p++)
            {
                var difference = paired.Difference(1, s, p);
                Assert.Equal((0.0, 0.0), (difference.Statistics.Min, difference.Statistics.Max));
                Assert.Equal(1_000, difference.EqualCount);
            }

            Assert.Equal(0.0, paired.Regret(1, s, lessIsBetter: true).Max);
        }
    }

    [Fact]
    public void Differences_and_regrets_are_those_of_the_paths()
    {
        Scenario[] scenarios = [Contested, WithLossRate(3), WithLossRate(0.2)];
        var totals = scenarios.Select(s => Totals(s, GroupGross)).ToArray();
        var paired = Pair(scenarios, 256);
        var series = paired.Series.IndexOf(GroupGross);
        var total = paired.Periods.Length - 1;
        for (var k = 1; k < 3; k++)
        {
            double[] expected = [.. totals[k].Zip(totals[0], (a, b) => a - b)];
            var difference = paired.Difference(k, series, total);
            Assert.Equal(expected.Count(d => d < 0), difference.LessCount);
            Assert.Equal(expected.Count(d => d > 0), difference.GreaterCount);
            Assert.Equal(expected.Count(d => d == 0), difference.EqualCount);
            Assert.True(difference.LessCount + difference.GreaterCount > 50);
            Assert.Equal(
                expected.Order(),
                Enumerable.Range(1, 256).Select(r => difference.Statistics.Sample!.Value(r))
            );
            Close(expected.Average(), difference.Statistics.Mean, 1e-9 * totals[0].Max(), "mean difference");
        }

        for (var k = 0; k < 3; k++)
        {
            double[] above = [.. Enumerable.Range(0, 256).Select(i => totals[k][i] - totals.Min(t => t[i]))];
            double[] below = [.. Enumerable.Range(0, 256).Select(i => totals.Max(t => t[i]) - totals[k][i])];
            var low = paired.Regret(k, series, lessIsBetter: true);
            var high = paired.Regret(k, series, lessIsBetter: false);
            Close(above.Average(), low.Mean, 1e-9 * totals[0].Max(), "regret above the smallest");
            Close(below.Average(), high.Mean, 1e-9 * totals[0].Max(), "regret below the largest");
            Assert.Equal((above.Max(), below.Max()), (low.Max, high.Max));
        }
    }

    [Fact]
    public void A_price_cut_by_a_fifth_makes_pairing_worth_forty_one_times_as_many_paths()
    {
        // Sales are 50·barrels and 40·barrels on every path: (1 + 0.8²) / (1 − 0.8)² = 41, correlation 1.
        var cheap = Contested with
        {
            Markets = [Local("export", 40, sellers: ["company"])],
            Routes = [Contested.Routes[0]],
        };
        var dear = cheap with { Markets = [Local("export", 50, sellers: ["company"])] };
        var paired = Pair([dear, cheap]);
        var gross = paired.Series.IndexOf(new SeriesKey("company", null, null, ReportQuantity.Sales));
        var difference = paired.Difference(1, gross, paired.Periods.Length - 1);
        Close(41.0, difference.VarianceReduction!.Value, 41.0 * 1e-9, "variance reduction");
        Close(1.0, difference.Correlation!.Value, 1e-9, "correlation");
    }

    [Fact]
    public void A_flow_that_a_course_does_not_record_is_zero_there()
    {
        var tolled = Contested;
        var free = Contested with { Passage = [] };
        var paired = Pair([free, tolled]);
        var levies = new SeriesKey("group", null, null, ReportQuantity.Levies);
        Assert.DoesNotContain(levies, paired.Courses[0].Series);
        var series = paired.Series.IndexOf(levies);
        var total = paired.Periods.Length - 1;
        Assert.Equal(0.0, paired.Level(0, series, total).Max);
        var own = paired.Courses[1].Total("group", ReportQuantity.Levies);
        Assert.True(own.Mean > 0.0);
        Assert.Equal(own.Mean, paired.Difference(1, series, total).Statistics.Mean);
        Assert.Equal(own.M2, paired.Difference(1, series, total).Statistics.M2);
    }

    [Fact]
    public void What_the_state_forgoes_is_the_sum_over_its_owners()
    {
        Scenario WithTwoOwners(Scenario s) =>
            s with
            {
                Actors = [.. s.Actors, Actor("second")],
                Fields = [.. s.Fields, Field("other", "desert", "second", 50_000)],
                Routes = [.. s.Routes, Route(["other"], ["port"], "export")],
                Markets = s.Markets.Replace(
                    m => m.Name == "export",
                    Linked("export", "brent", sellers: ["company", "second"])
                ),
            };
        Scenario[] scenarios = [WithTwoOwners(Contested), WithTwoOwners(WithLossRate(3))];
        var paired = Pair(scenarios, 256);
        var state = paired.Series.IndexOf(new SeriesKey(null, null, null, ReportQuantity.Forgone));
        var total = paired.Periods.Length - 1;
        var byOwner = scenarios
            .Select(s =>
                Totals(s, new SeriesKey("company", null, null, ReportQuantity.Forgone))
                    .Zip(Totals(s, new SeriesKey("second", null, null, ReportQuantity.Forgone)), (a, b) => a + b)
                    .ToArray()
            )
            .ToArray();
        var scale = byOwner[0].Max();
        Close(byOwner[0].Average(), paired.Level(0, state, total).Mean, 1e-9 * scale, "forgone");
        var expected = byOwner[1].Zip(byOwner[0], (a, b) => a - b).Average();
        Close(expected, paired.Difference(1, state, total).Statistics.Mean, 1e-9 * scale, "difference forgone");
        Assert.True(expected > 1e6, $"difference {expected}");
    }

    [Fact]
    public void Courses_of_one_scenario_differ_by_their_interventions_only()
    {
        var scenario = Contested with
        {
            Interventions =
            [
                InterventionTests.Dated(
                    "pressure",
                    "2020-03-01",
                    "2020-12-31",
                    InterventionTests.Ratio(Core.Interventions.HazardScope.ChangesTo, "group", 0.25)
                ),
            ],
            Courses = [new("wait", "", []), new("press", "", ["pressure"]), new("rest", "", [])],
        };
        SimulationPlan[] plans = [.. scenario.Courses.Select(c => SimulationPlan.Compile(scenario, c.Name))];
        var paired = PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 2_048);
        var gross = paired.Series.IndexOf(GroupGross);
        var total = paired.Periods.Length - 1;
        var press = paired.Difference(1, gross, total);
        Assert.True(
            press.Statistics.Mean + (5 * press.Statistics.StandardError) < 0.0,
            $"{press.Statistics.Mean:R}, seed 1"
        );
        Assert.True(press.VarianceReduction > 1.0, $"variance reduction {press.VarianceReduction}");
        // Before the intervention begins, the paths are the same to the bit.
        Assert.Equal(2_048, paired.Difference(1, gross, 0).EqualCount);
        Assert.Equal(2_048, paired.Difference(1, gross, 1).EqualCount);
        Assert.Equal(paired.Courses[0].Bits(), paired.Courses[2].Bits());
        Assert.Equal(["wait", "press", "rest"], paired.Courses.Select(c => c.Manifest.Course));
    }

    [Fact]
    public void Plans_over_other_months_are_refused()
    {
        var longer = Contested with { End = Contested.End.AddMonths(1) };
        var refused = Assert.Throws<ArgumentException>(() => Pair([Contested, longer]));
        Assert.Contains("same periods", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Monthly_steps_may_be_compared_with_weekly_ones()
    {
        var paired = Pair([OnePort(StepLength.Month), OnePort(StepLength.Week)], 256);
        var sales = paired.Series.IndexOf(new SeriesKey("company", null, null, ReportQuantity.Sales));
        Close(0.0, paired.Difference(1, sales, paired.Periods.Length - 1).Statistics.Max, 1e-3, "sales");
    }

    private static void Close(double expected, double calculated, double tolerance, string what) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"{what}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );

    private sealed class KeepTotals(int series, int period) : IPeriodRecorder
    {
        public double[] Values { get; private set; } = [];

        public void Record(int recorded, int at, ReadOnlySpan<double> values)
        {
            if (recorded == series && at == period)
            {
                Values = values.ToArray();
            }
        }
    }
}
