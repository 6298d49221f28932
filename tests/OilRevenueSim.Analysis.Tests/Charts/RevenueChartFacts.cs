using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class RevenueChartFacts
{
    private const string Group = "islamic-state";

    private static readonly SeriesKey Gross = SyntheticResult.Money(Group, ReportQuantity.Gross);

    private static EnsembleResult Of(params double[][] byMonth) =>
        new SyntheticResult(byMonth[0].Length).Record(Gross, byMonth).Build();

    private static EnsembleResult Rare() =>
        Of(SummaryTableFacts.November, SummaryTableFacts.Nothing, SummaryTableFacts.Nothing);

    private static EnsembleResult Never() =>
        Of(SummaryTableFacts.Nothing, SummaryTableFacts.Nothing, SummaryTableFacts.Nothing);

    [Fact]
    public void The_fan_has_the_quantiles_of_each_month_in_a_unit_one_can_say()
    {
        double[] ladder = [.. Enumerable.Range(0, 101).Select(i => i * 1e6)];
        double[] doubled = [.. ladder.Select(v => 2.0 * v)];
        var chart = FanCharts.Of(Of(ladder, doubled, new double[101]), Group);
        Assert.Equal("million USD per month", chart.Unit.ToString());
        Assert.Equal([new(2016, 11, 1), new(2016, 12, 1), new(2017, 1, 1)], chart.Months);
        Assert.Equal([0.9, 0.5], chart.Bands.Select(b => b.Probability));
        Near([5.0, 10.0, 0.0], chart.Bands[0].Low);
        Near([95.0, 190.0, 0.0], chart.Bands[0].High);
        Near([25.0, 50.0, 0.0], chart.Bands[1].Low);
        Near([75.0, 150.0, 0.0], chart.Bands[1].High);
        Near([50.0, 100.0, 0.0], chart.Median);
        Near([50.0, 100.0, 0.0], chart.Mean);
        Assert.False(chart.IsAllZero);
        Assert.Equal(
            "Islamic State in Libya: oil revenue totals 15 to 285 million USD in 90 % of futures",
            chart.Text.Title
        );
    }

    [Fact]
    public void A_rare_source_of_money_is_said_to_be_zero_most_often()
    {
        var chart = FanCharts.Of(Rare(), Group);
        Assert.Equal("Islamic State in Libya: oil revenue is zero in 70 % of futures", chart.Text.Title);
        Near([14.5, 0.0, 0.0], chart.Mean);
        Assert.Contains(
            "starts at its highest, 15 million USD, and ends at 0 USD",
            chart.Text.AltText,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "In the last month at least 90 % of futures have 0 USD.",
            chart.Text.AltText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_fan_that_shows_its_mean_alone_says_why_and_where_the_rest_is()
    {
        var futures = new double[100];
        futures[17] = 50e6;
        var chart = FanCharts.Of(Of(futures, new double[100], new double[100]), Group);
        Assert.All(chart.Bands, band => Assert.All(band.High, high => Assert.Equal(0.0, high)));
        const string Note =
            "In any one month at least 95 % of futures bring nothing, so the bands lie at zero. The mean, 500 thousand USD over "
            + "the whole period, comes from the few that bring something; how much they bring is in the exceedance chart.";
        Assert.EndsWith(Note, chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Contains(Note, chart.Text.AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("In any one month", FanCharts.Of(Rare(), Group).Text.Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain("In any one month", FanCharts.Of(Never(), Group).Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_never_seen_is_said_plainly()
    {
        var fan = FanCharts.Of(Never(), Group);
        Assert.True(fan.IsAllZero);
        Assert.Equal("million USD per month", fan.Unit.ToString());
        Assert.Equal("Islamic State in Libya: oil revenue is zero in all 10 simulated futures", fan.Text.Title);
        var curve = ExceedanceCharts.Of(Never(), Group);
        Assert.Empty(curve.Curve);
        Assert.Equal(1.0, curve.ProbabilityOfZero);
        Assert.Equal(fan.Text.Title, curve.Text.Title);
        Assert.Equal(fan.Text.Title, DotsCharts.Of(Never(), Group).Text.Title);
        Assert.Equal(fan.Text.Title, HistogramCharts.Of(Never(), Group).Text.Title);
        // There are no bands, and no curve has a height.
        Assert.EndsWith("January 2017.", fan.Text.Subtitle, StringComparison.Ordinal);
        Assert.EndsWith("January 2017.", curve.Text.Subtitle, StringComparison.Ordinal);
        Assert.StartsWith(
            "Any oil revenue of Islamic State in Libya in fewer than 30 % of futures · ",
            fan.Text.Foot.Lines[1],
            StringComparison.Ordinal
        );
        Assert.Equal("below 30 %", curve.Thresholds[0].ProbabilityLabel);
    }

    // Seven futures of nothing, 5, 20 and 120 million: Student's t of 9 degrees, 2.262, times √(12,722.5/9/10) million.
    [Fact]
    public void The_foot_says_what_was_run_and_where_the_numbers_come_from() =>
        Assert.Equal(
            [
                "Libya, small · course base · 10 paths · seed 7",
                $"Mean 15 ± 27 million USD (95 % Monte Carlo interval) · dated sources to February 2016 · OilRevenueSim 0.1.0 · id {ResultManifest.From(Rare()).ShortId}",
                "Sources: NOC annual report 2012; EIA, Europe Brent spot FOB; 1 of 5 numbers are assumptions.",
            ],
            FanCharts.Of(Rare(), Group).Text.Foot.Lines
        );

    [Fact]
    public void The_exceedance_curve_is_the_staircase_of_the_sample()
    {
        var chart = ExceedanceCharts.Of(Rare(), Group);
        Assert.Equal("USD", chart.Unit.ToString());
        Assert.Equal(0.7, chart.ProbabilityOfZero, 1e-15);
        Assert.Equal(
            [
                new(5e6, 0.3),
                new(5e6, 0.2),
                new(20e6, 0.2),
                new(20e6, 0.1),
                new(120e6, 0.1),
                new ExceedancePoint(120e6, 0.0),
            ],
            chart.Curve
        );
    }

    [Fact]
    public void Thresholds_carry_their_probabilities_and_intervals()
    {
        var chart = ExceedanceCharts.Of(Rare(), Group);
        Assert.Equal(["10 million USD", "100 million USD"], chart.Thresholds.Select(t => t.Label));
        Assert.Equal(["20 %", "10 %"], chart.Thresholds.Select(t => t.ProbabilityLabel));
        var wilson = ProbabilityEstimate.Wilson(1, 10);
        Assert.Equal((wilson.Low, wilson.High), (chart.Thresholds[1].Low, chart.Thresholds[1].High));
        Assert.Equal(
            "Islamic State in Libya: more than 10 million USD of oil revenue in 20 % of futures",
            chart.Text.Title
        );
    }

    [Theory]
    [InlineData(0, 0.4, 0.1)]
    [InlineData(1, 0.9, 0.6, 0.3)]
    [InlineData(2, 0.99, 0.9, 0.3, 0.01)]
    [InlineData(1, 1.0, 1.0, 0.0)] // the largest that all pass
    [InlineData(0, 0.0, 0.0)]
    [InlineData(1, 0.17, 0.17, 0.02)]
    public void The_threshold_told_is_the_one_passed_in_about_half_of_the_futures(int told, params double[] above) =>
        Assert.Equal(told, ToldThreshold.Index([.. above.Select(Estimate.Bare)]));

    [Fact]
    public void Thresholds_of_an_actor_outside_the_focus_are_counted_from_its_sample()
    {
        var noc = SyntheticResult.Money("noc", ReportQuantity.Gross);
        var result = new SyntheticResult(10)
            .Record(noc, SummaryTableFacts.November, SummaryTableFacts.Nothing, SummaryTableFacts.Nothing)
            .Build();
        Assert.Equal([0.2, 0.1], ExceedanceCharts.Of(result, "noc").Thresholds.Select(t => t.Probability));
    }

    [Theory]
    // 1,001 even futures about 154 billion, 100 on each side: quantiles at a quarter, the half and nine tenths, to 20 billion.
    [InlineData(54e9, 254e9, "100 billion USD", "160 billion USD", "240 billion USD")]
    // Close together: to 0.2 billion.
    [InlineData(153e9, 155e9, "153.6 billion USD", "154 billion USD", "154.8 billion USD")]
    public void An_actor_of_whom_the_thresholds_of_the_file_say_nothing_has_round_ones_of_its_own(
        double low,
        double high,
        params string[] labels
    )
    {
        var noc = SyntheticResult.Money("noc", ReportQuantity.Gross);
        double[] values = [.. Enumerable.Range(0, 1_001).Select(i => low + ((high - low) * i / 1_000.0))];
        var result = new SyntheticResult(1_001).Record(noc, values, new double[1_001], new double[1_001]).Build();
        var chart = ExceedanceCharts.Of(result, "noc");

        Assert.Equal(labels, chart.Thresholds.Select(t => t.Label));
        Assert.All(chart.Thresholds, t => Assert.InRange(t.Probability, 0.02, 0.98));
        Assert.StartsWith(
            $"National Oil Corporation: more than {labels[1]} of oil revenue in ",
            chart.Text.Title,
            StringComparison.Ordinal
        );
        Assert.EndsWith("the file names none for it.", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_futures_that_bring_anything_are_told_before_own_amounts()
    {
        var noc = SyntheticResult.Money("noc", ReportQuantity.Gross);
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i < 80 ? 0.0 : i * 1e3)];
        var result = new SyntheticResult(100).Record(noc, values, new double[100], new double[100]).Build();

        Assert.Equal(
            "National Oil Corporation: any oil revenue at all in 20 % of futures",
            ExceedanceCharts.Of(result, "noc").Text.Title
        );
        Assert.Equal(0.0, DotsCharts.Of(result, "noc").Threshold);
    }

    [Fact]
    public void A_large_sample_gives_few_points_that_lie_on_its_curve_with_the_far_tail()
    {
        // 100,000 paths, 40,000 above zero at 1, 2, …, 40,000.
        const int n = 100_000;
        double[] values = [.. Enumerable.Range(0, n).Select(i => Math.Max(0.0, i - 59_999.0))];
        var curve = ExceedanceCharts.Of(Of(values, new double[n], new double[n]), Group).Curve;
        Assert.InRange(curve.Length, 200, 402);
        Assert.Equal(new ExceedancePoint(1.0, 0.4), curve[0]);
        Assert.Equal(new ExceedancePoint(40_000.0, 0.0), curve[^1]);
        Assert.Contains(curve, p => p.Probability == 1e-5);
        Assert.All(curve.Skip(1), p => Assert.Equal((40_000.0 - p.Amount) / n, p.Probability, 1e-12));
        Assert.All(
            curve.Zip(curve.Skip(1)),
            x => Assert.True(x.First.Amount <= x.Second.Amount && x.First.Probability > x.Second.Probability)
        );
    }

    [Fact]
    public void Where_many_paths_share_one_amount_the_curve_drops_there()
    {
        // Half the paths earn exactly 7, the others 1 to 1,000 evenly.
        const int n = 2000;
        double[] values = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 7.0 : (i + 1) / 2.0)];
        var curve = ExceedanceCharts.Of(Of(values, new double[n], new double[n]), Group).Curve;
        Assert.Contains(new ExceedancePoint(7.0, 1994.0 / n), curve); // all but the six below
        Assert.Contains(new ExceedancePoint(7.0, 993.0 / n), curve);
    }

    [Fact]
    public void An_actor_without_recorded_revenue_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => FanCharts.Of(Rare(), "guards"));
        Assert.Throws<ArgumentException>(() => ExceedanceCharts.Of(Rare(), "guards"));
    }

    private static void Near(double[] expected, IReadOnlyList<double> calculated)
    {
        Assert.Equal(expected.Length, calculated.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - calculated[i]) < 1e-9,
                $"[{i}] calculated {calculated[i]:R}, expected {expected[i]:R}, tolerance 1e-9"
            );
        }
    }
}
