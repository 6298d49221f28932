using System.Globalization;
using MathNet.Numerics.Distributions;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Core.Simulation;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Analysis.Tests.Comparisons;

public sealed class ComparisonFacts
{
    private static readonly PairedResult Three = ContestedDesert.Pair(1.0, 0.4, 2.0);
    private static readonly Comparison Compared = Comparison.From(Three);

    [Fact]
    public void A_course_is_told_by_its_paired_difference_from_the_first()
    {
        var number = Assert.Single(Compared.Focus);
        Assert.Null(number.Courses[0].Difference);
        var series = Three.Series.IndexOf(ContestedDesert.GroupGross);
        for (var k = 1; k < 3; k++)
        {
            var difference = number.Courses[k].Difference!;
            var expected = number.Courses[k].MeanUsd.Value - number.Courses[0].MeanUsd.Value;
            AssertClose(expected, difference.MeanUsd.Value, 1e-9 * Math.Abs(expected), "mean difference");
            var paired = Three.Difference(k, series, Three.Periods.Length - 1).Statistics;
            AssertClose(paired.StandardError, difference.StandardErrorUsd, 0.0, "standard error");
            var sum = difference.ShareBetter.Value + difference.ShareEqual.Value + difference.ShareWorse.Value;
            AssertClose(1.0, sum, 1e-12, "shares of paths");
        }
    }

    [Fact]
    public void Less_money_for_an_armed_group_is_better_and_more_is_worse()
    {
        var number = Compared.Focus[0];
        Assert.True(number.LessIsBetter);
        Assert.Equal(1, number.Best);
        Assert.True(number.Courses[1].Difference!.IsShown);
        Assert.True(number.Courses[1].Difference!.MeanUsd.High < 0.0);
        Assert.True(number.Courses[1].Difference!.ShareBetter.Value > number.Courses[1].Difference!.ShareWorse.Value);
        Assert.True(number.Courses[2].Difference!.ShareWorse.Value > number.Courses[2].Difference!.ShareBetter.Value);
    }

    [Fact]
    public void More_money_for_a_company_is_better()
    {
        var plans = new[] { 1.0, 0.4 }.Select(rate =>
            SimulationPlan.Compile(ContestedDesert.With(rate) with { Focus = ["company"], State = ["company"] })
        );
        var number = Comparison.From(PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 512)).Focus[0];
        Assert.False(number.LessIsBetter);
        Assert.Equal(1, number.Best);
        Assert.True(number.Courses[1].Difference!.ProbabilityMeanBetter > 0.999);
    }

    [Fact]
    public void The_probability_that_the_mean_is_better_is_that_of_a_normal_mean()
    {
        foreach (var k in (int[])[1, 2])
        {
            var difference = Compared.Focus[0].Courses[k].Difference!;
            var expected = Normal.CDF(0, 1, -difference.MeanUsd.Value / difference.StandardErrorUsd);
            AssertClose(expected, difference.ProbabilityMeanBetter!.Value, 1e-9, "probability");
        }
    }

    [Fact]
    public void Regret_is_never_below_the_regret_of_means_and_the_best_mean_regrets_no_mean()
    {
        foreach (var number in Compared.Focus.Concat(Compared.State))
        {
            Assert.Equal(0.0, number.Courses[number.Best].RegretOfMeansUsd);
            foreach (var course in number.Courses)
            {
                Assert.True(
                    course.RegretUsd.Value >= course.RegretOfMeansUsd - 1e-6,
                    $"regret {course.RegretUsd.Value:R} below regret of means {course.RegretOfMeansUsd:R}"
                );
            }

            // Path by path somebody is best.
            Assert.True(number.Courses.Sum(c => c.ShareBest.Value) >= 1.0);
        }
    }

    [Fact]
    public void The_state_loses_less_where_the_group_takes_less()
    {
        var forgone = Compared.State.Single(n => n.Key.Quantity == ReportQuantity.Forgone);
        Assert.Equal("The Company", forgone.Subject);
        Assert.True(forgone.LessIsBetter);
        Assert.True(forgone.Courses[1].Difference!.MeanUsd.High < 0.0);
        Assert.True(forgone.Courses[2].Difference!.MeanUsd.Low > 0.0);
    }

    [Fact]
    public void Pairing_is_worth_many_times_as_many_paths()
    {
        var difference = Compared.Focus[0].Courses[1].Difference!;
        Assert.InRange(difference.VarianceReduction!.Value, 1.2, 1000.0);
        Assert.InRange(difference.Correlation!.Value, 0.2, 1.0);
    }

    [Fact]
    public void The_variance_reduction_stated_is_that_against_independent_seeds()
    {
        // Twenty-four repetitions each way; the variance of the mean difference has 23 degrees of freedom, so the ratio of
        // two such variances lies within a factor 9 of the truth but for 1e-6 (F law). Fixed seeds.
        var plans = new[] { 1.0, 0.4 }.Select(r => SimulationPlan.Compile(ContestedDesert.With(r))).ToArray();
        double Mean(SimulationPlan plan, ulong seed) =>
            Ensemble
                .Run(plan, new RunOptions { Seed = seed, Threads = 1 }, 256)
                .Find(ContestedDesert.GroupGross, plan.Periods[^1])!
                .Mean;
        var paired = new List<double>();
        var independent = new List<double>();
        for (var seed = 1UL; seed <= 24; seed++)
        {
            var first = Mean(plans[0], seed);
            paired.Add(Mean(plans[1], seed) - first);
            independent.Add(Mean(plans[1], seed + 1000) - first);
        }

        static double Variance(List<double> values) => values.Sum(v => Math.Pow(v - values.Average(), 2)) / 23;
        var measured = Variance(independent) / Variance(paired);
        var stated = Compared.Focus[0].Courses[1].Difference!.VarianceReduction!.Value;
        Assert.True(
            measured > stated / 9 && measured < stated * 9,
            $"measured {measured:R}, stated {stated:R}, tolerance a factor 9, seeds 1 to 24"
        );
    }

    [Fact]
    public void Sales_levies_diverted_value_and_other_income_stay_apart()
    {
        SimulationPlan[] plans = [.. new[] { 1.0, 0.4 }.Select(r => SimulationPlan.Compile(ContestedDesert.Rich(r)))];
        var result = PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 512);
        var apart = Comparison.From(result).Apart;
        Assert.Equal(
            ["sales", "levies", "diverted value (not income)", "income beside oil"],
            apart.Select(n => n.What)
        );
        var gross = Comparison.From(result).Focus[0];
        for (var k = 0; k < 2; k++)
        {
            var sum = apart[0].Courses[k].MeanUsd.Value + apart[1].Courses[k].MeanUsd.Value;
            AssertClose(sum, gross.Courses[k].MeanUsd.Value, 1e-9 * sum, "gross is sales and levies");
        }

        Assert.True(apart[2].Courses[1].Difference!.ShareEqual.Value < 1.0);
        using var writer = new StringWriter();
        ComparisonCsv.Write(Comparison.From(result), writer);
        Assert.Contains(",group,diverted_value_usd,USD,difference,", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sales_without_levies_are_the_revenue_and_are_not_said_twice() => Assert.Empty(Compared.Apart);

    [Fact]
    public void Net_revenue_stands_apart_where_tolls_are_paid()
    {
        SimulationPlan[] plans =
        [
            .. new[] { 1.0, 0.4 }.Select(r =>
                SimulationPlan.Compile(ContestedDesert.Rich(r) with { Focus = ["company"] })
            ),
        ];
        var result = PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 512);
        var compared = Comparison.From(result);
        var net = Assert.Single(compared.Apart, a => a.Key.Quantity == ReportQuantity.Net);
        Assert.Equal(("The Company", "net revenue", false), (net.Subject, net.What, net.LessIsBetter));
        for (var k = 0; k < 2; k++)
        {
            // The toll is paid from what the company sells; nothing else lies between gross and net.
            var toll = result
                .Courses[k]
                .Find(new("group", null, null, ReportQuantity.Levies), result.Periods[^1])!
                .Mean;
            var gross = compared.Focus[0].Courses[k].MeanUsd.Value;
            Assert.True(toll > 0.0);
            AssertClose(gross - toll, net.Courses[k].MeanUsd.Value, 1e-9 * gross, "net revenue");
        }
    }

    [Fact]
    public void Others_are_those_whose_net_revenue_changes_with_the_largest_change_first()
    {
        SimulationPlan[] plans =
        [
            .. new[] { 0.0, 1e6, 3e6 }.Select(
                (perYear, k) =>
                    SimulationPlan.Compile(
                        ContestedDesert.With(1.0) with
                        {
                            Actors =
                            [
                                .. ContestedDesert.With(1.0).Actors,
                                Actor("paid"),
                                Actor("payer"),
                                Actor("unmoved"),
                            ],
                            ContentHash = "one",
                            Courses = [new($"course-{k}", "", [])],
                            // What one receives two pay, and one is paid whatever the course.
                            Transfers =
                            [
                                Transfer("payer", "paid", perYear),
                                Transfer("outside", "paid", perYear),
                                Transfer("outside", "unmoved", 5e6),
                            ],
                        },
                        $"course-{k}"
                    )
            ),
        ];
        var compared = Comparison.From(PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 256));
        // The company's revenue and the group's are the same in all courses.
        Assert.Equal(["paid", "payer"], compared.Others.Select(n => n.Key.Actor));
        Assert.All(compared.Others, n => Assert.Equal((ReportQuantity.Net, "net revenue"), (n.Key.Quantity, n.What)));
        const double Years = 366 / 365.25;
        foreach (var (number, share) in compared.Others.Zip((double[])[2.0, -1.0]))
        {
            AssertClose(share * 1e6 * Years, number.Courses[1].Difference!.MeanUsd.Value, 1e-3, "one million a year");
            AssertClose(share * 3e6 * Years, number.Courses[2].Difference!.MeanUsd.Value, 1e-3, "three million a year");
        }

        using var writer = new StringWriter();
        ComparisonCsv.Write(compared, writer);
        Assert.Contains("course-2,payer,net_revenue_usd,USD,difference,", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unmoved", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_pairing_is_worth_is_said_from_the_least_to_the_most()
    {
        var worth = Compared.Focus[0].Courses.Skip(1).Select(c => c.Difference!.VarianceReduction!.Value).ToList();
        Assert.Equal(2, worth.Distinct().Count());
        string Text(double times) => times.ToString(times < 9.95 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
        Assert.Equal(
            $"Pairing is worth {Text(worth.Min())} to {Text(worth.Max())} times as many independent paths",
            ComparisonWords.Pairing(Compared)
        );
        var two = Comparison.From(ContestedDesert.Pair(1.0, 0.4));
        Assert.Equal(
            $"Pairing is worth {Text(worth[0])} times as many independent paths",
            ComparisonWords.Pairing(two)
        );
        Assert.Null(ComparisonWords.Pairing(Comparison.From(ContestedDesert.Pair(256, 1.0, 1.0))));
    }

    [Fact]
    public void Ties_count_in_the_share_of_paths_on_which_no_course_is_better()
    {
        var same = Comparison.From(ContestedDesert.Pair(256, 1.0, 1.0));
        Assert.All(same.Focus[0].Courses, course => Assert.Equal(1.0, course.ShareBest.Value));
        using var writer = new StringWriter();
        ComparisonCsv.Write(same, writer);
        Assert.Contains(
            "course-1,group,gross_revenue_usd,,p_best_or_tied,1,",
            writer.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_course_that_changes_nothing_has_no_probability_of_being_better()
    {
        var same = Comparison.From(ContestedDesert.Pair(256, 1.0, 1.0)).Focus[0].Courses[1].Difference!;
        Assert.Null(same.ProbabilityMeanBetter);
        Assert.False(same.IsShown);
        Assert.Equal(1.0, same.ShareEqual.Value);
        Assert.Equal("equal on every path", ComparisonWords.ProbabilityOfMean(same.ProbabilityMeanBetter));
        Assert.Equal("changes nothing in any future", ComparisonWords.Finding(same));
    }

    [Fact]
    public void The_table_file_has_one_number_a_line()
    {
        using var writer = new StringWriter();
        ComparisonCsv.Write(Compared, writer);
        var lines = writer.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(ComparisonCsv.Header, lines[0]);
        Assert.All(lines, line => Assert.Equal(8, line.Split(',').Length));
        var line = Assert.Single(
            lines,
            l => l.StartsWith("course-1,group,gross_revenue_usd,USD,difference,", StringComparison.Ordinal)
        );
        var value = double.Parse(line.Split(',')[5], CultureInfo.InvariantCulture);
        Assert.Equal(Compared.Focus[0].Courses[1].Difference!.MeanUsd.Value, value);
        Assert.DoesNotContain(lines, l => l.StartsWith("course-0", StringComparison.Ordinal) && l.Contains("p_better"));
    }

    [Fact]
    public void Two_scenarios_are_told_by_their_titles()
    {
        var plans = new[]
        {
            SimulationPlan.Compile(ContestedDesert.With(1.0, "dry")),
            SimulationPlan.Compile(ContestedDesert.With(2.0, "wet")),
        };
        var names = NamedCourse.Of(PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 256));
        Assert.Equal([new NamedCourse("dry", "Desert, dry"), new NamedCourse("wet", "Desert, wet")], names);
    }

    private static void AssertClose(double expected, double calculated, double tolerance, string what) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"{what}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
}
