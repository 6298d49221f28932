using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class CourseChartFacts
{
    private static readonly PairedResult Three = ContestedDesert.Pair(1.0, 0.3, 2.0);
    private static readonly CourseCharts Made = CourseCharts.From(Three);

    [Fact]
    public void Linked_quantiles_are_those_of_the_two_distributions()
    {
        var chart = Assert.Single(Made.LinkedQuantiles).Chart;
        Assert.Equal(2, chart.Panels.Length);
        Assert.Equal("million USD", chart.Unit.ToString());
        var total = Three.Periods[^1];
        for (var k = 1; k < 3; k++)
        {
            var median = chart.Panels[k - 1].Links.Single(l => l.Label == "95 %");
            double Quantile(int course) =>
                QuantileEstimate.Type7(Three.Courses[course].Find(ContestedDesert.GroupGross, total)!.Sample!, 0.95)
                / 1e6;
            Assert.Equal((Quantile(0), Quantile(k)), (median.First, median.Course));
            var mean = chart.Panels[k - 1].Links[^1];
            Assert.Equal(Three.Courses[k].Find(ContestedDesert.GroupGross, total)!.Mean / 1e6, mean.Course);
        }
    }

    [Fact]
    public void The_course_of_the_title_keeps_its_panel_and_its_row()
    {
        var paired = ContestedDesert.Pair(2.0, 0.3, 1.0);
        var chart = MultiplesCharts.ByCourse(paired, "group", most: 2);
        Assert.Equal(2, chart.Panels.Length);
        Assert.StartsWith(
            "The Group: “Course 1” lowers mean oil revenue by ",
            chart.Text.Title,
            StringComparison.Ordinal
        );
        var all = MultiplesCharts.ByCourse(paired, "group");
        Assert.Equal(all.Text.Title, chart.Text.Title);
        Assert.Equal([all.Panels[0].Label, "Course 1"], chart.Panels.Select(p => p.Label));
        Assert.Equal([all.Panels[2].Label], chart.Smaller);
        Assert.EndsWith(
            "Title: over the whole period, against “Course 0”.",
            chart.Text.Subtitle,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_best_of_two_that_the_run_cannot_tell_apart_is_not_called_the_best()
    {
        var near = CourseCharts.From(ContestedDesert.Pair(1.0, 0.3, 0.2999)).Tables[0].Chart;
        var told = near.Told.Max();
        Assert.StartsWith(
            $"No course is shown to deny The Group more than “Course {told}”: it lowers mean oil revenue by",
            near.Text.Title,
            StringComparison.Ordinal
        );
        Assert.InRange(told, 1, 2);
    }

    [Fact]
    public void Where_no_course_changes_anything_every_kind_says_so()
    {
        const string Same = "The Group: oil revenue is the same under every course";
        var paired = ContestedDesert.Pair(1.0, 1.0);
        var charts = CourseCharts.From(paired);
        Assert.Equal(Same, charts.Tables[0].Chart.Text.Title);
        Assert.Equal(Same, charts.LinkedQuantiles[0].Chart.Text.Title);
        Assert.Equal(Same, MultiplesCharts.ByCourse(paired, "group").Text.Title);
    }

    [Fact]
    public void Small_fans_tell_only_a_difference_that_the_pairing_shows()
    {
        // The rates differ by a thousandth: some of 1,024 futures differ, fewer than an interval of 95 % can tell from none.
        var near = ContestedDesert.Pair(1.0, 0.999);
        var difference = Comparison.From(near).Focus[0].Courses[1].Difference!;
        Assert.NotEqual(0.0, difference.MeanUsd.Value);
        Assert.InRange(0.0, difference.MeanUsd.Low!.Value, difference.MeanUsd.High!.Value);
        Assert.Equal(
            "The Group: no course is shown to change mean oil revenue",
            MultiplesCharts.ByCourse(near, "group").Text.Title
        );
        Assert.Equal(Made.LinkedQuantiles[0].Chart.Text.Title, MultiplesCharts.ByCourse(Three, "group").Text.Title);
        Assert.Contains(
            "Mean difference of “Course 2” ",
            MultiplesCharts.ByCourse(Three, "group").Text.Foot.Lines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Small_fans_keep_the_courses_that_differ_most_and_tell_of_bands_only_where_they_are_seen()
    {
        const string Within = "lies within its band";
        const string AtZero = "at least 90 % of futures have nothing, so the bands lie at zero";
        // The first course has a rate of 4, that of the title none to speak of.
        var paired = ContestedDesert.Pair(4.0, 3.9, 1e-9, 1.0);
        var all = MultiplesCharts.ByCourse(paired, "group");
        Assert.Equal(["Course 0", "Course 2", "Course 3", "Course 1"], all.Panels.Select(p => p.Label));
        Assert.Contains(Within, all.Text.Subtitle, StringComparison.Ordinal);
        var few = MultiplesCharts.ByCourse(paired, "group", most: 3);
        Assert.Equal(["Course 1"], few.Smaller);
        var rare = MultiplesCharts.ByCourse(ContestedDesert.Pair(1e-9, 0.01), "group");
        Assert.Contains(AtZero, rare.Text.Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain(Within, rare.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void The_difference_fan_is_that_of_the_paired_differences()
    {
        Assert.Equal(
            ["difference-group-course-1", "difference-group-course-2"],
            Made.DifferenceFans.Select(c => c.Name)
        );
        var chart = Made.DifferenceFans[1].Chart;
        Assert.False(chart.IsAllZero);
        Assert.EndsWith(
            "Below zero: less than under “Course 0”.",
            Made.DifferenceFans[0].Chart.Text.Subtitle,
            StringComparison.Ordinal
        );
        var series = Three.Series.IndexOf(ContestedDesert.GroupGross);
        var factor = chart.Unit.Factor;
        for (var m = 0; m < 12; m++)
        {
            var statistics = Three.Difference(2, series, m).Statistics;
            Assert.Equal(statistics.Mean / factor, chart.Mean[m]);
            Assert.Equal(QuantileEstimate.Type7(statistics.Sample!, 0.95) / factor, chart.Bands[0].High[m]);
            Assert.Equal(QuantileEstimate.Type7(statistics.Sample!, 0.05) / factor, chart.Bands[0].Low[m]);
            Assert.InRange(chart.Mean[m], chart.MeanLow[m], chart.MeanHigh[m]);
        }
    }

    [Fact]
    public void A_difference_in_few_futures_is_said_to_be_one()
    {
        const string Note = "In any one month at least 90 % of futures are the same with it and without it";
        // A hazard of 0.01 a year against none: one future in a hundred differs in the end.
        var rare = CourseCharts.From(ContestedDesert.Pair(1e-9, 0.01)).DifferenceFans[0].Chart;
        Assert.All(rare.Bands, band => Assert.All(band.High, high => Assert.Equal(0.0, high)));
        Assert.False(rare.IsAllZero);
        Assert.Contains(Note, rare.Text.Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain(Note, Made.DifferenceFans[1].Chart.Text.Subtitle, StringComparison.Ordinal);
        var same = CourseCharts.From(ContestedDesert.Pair(256, 1.0, 1.0)).DifferenceFans[0].Chart;
        Assert.DoesNotContain(Note, same.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_futures_in_one_column_have_the_same_decimals()
    {
        // 1,024 futures: none of the shares is known to a tenth of a per cent, where one below ten has one by itself.
        var chart = CourseCharts.From(ContestedDesert.Pair(0.06, 0.03, 1e-9)).Tables[0].Chart;
        var better = chart.Columns.Select(c => c.Title).ToList().IndexOf("better in");
        double[] shares = [.. chart.Rows.Skip(1).Select(r => r.Cells[better].Value!.Value)];
        Assert.All(shares, share => Assert.InRange(share, 0.01, 0.0995));
        Assert.All(chart.Rows.Skip(1), row => Assert.Matches("^[0-9]+ %$", row.Cells[better].Text));
    }

    [Fact]
    public void The_table_colours_what_is_shown_and_names_the_best_course()
    {
        var chart = Assert.Single(Made.Tables).Chart;
        Assert.Equal(3, chart.Rows.Length);
        Assert.All(chart.Rows, row => Assert.Equal(chart.Columns.Length, row.Cells.Length));
        var change = chart.Columns.Select(c => c.Title).ToList().IndexOf("change of the mean");
        Assert.Equal(
            [TableTone.Neutral, TableTone.Better, TableTone.Worse],
            chart.Rows.Select(r => r.Cells[change].Tone)
        );
        Assert.StartsWith("“Course 1” denies The Group most: it lowers mean oil revenue by", chart.Text.Title);
        Assert.Contains(chart.Columns, c => c.Group == "Who pays: The Company");
    }

    [Fact]
    public void Numbers_of_one_actor_have_one_unit_and_who_pays_goes_after_what_matters_less()
    {
        var columns = Made.Tables[0].Chart.Columns;
        foreach (var group in columns.GroupBy(c => c.Group))
        {
            Assert.Single(group.Select(c => c.Unit).Where(u => u.EndsWith("USD", StringComparison.Ordinal)).Distinct());
        }

        int Spare(string title) => columns.Single(c => c.Title == title).Spare;
        Assert.Equal(0, Spare("change of the mean"));
        Assert.InRange(
            columns.Where(c => c.Group.StartsWith("Who pays", StringComparison.Ordinal)).Max(c => c.Spare),
            0,
            Spare("better in") - 1
        );
        Assert.InRange(Spare("better in"), 0, Spare("mean regret") - 1);
    }

    [Fact]
    public void A_row_adds_up_in_the_digits_that_are_shown()
    {
        var chart = CourseCharts.From(ContestedDesert.Pair(1.0, 0.9, 0.5)).Tables[0].Chart;
        var columns = chart.Columns.Select(c => c.Title).ToList();
        var (level, change) = (columns.IndexOf("mean gross revenue"), columns.IndexOf("change of the mean"));
        Assert.Equal("million USD", chart.Columns[level].Unit);
        Assert.Equal("million USD", chart.Columns[change].Unit);
        decimal Number(int row, int column) =>
            decimal.Parse(
                chart.Rows[row].Cells[column].Text.Split(' ')[0].Replace('−', '-'),
                System.Globalization.CultureInfo.InvariantCulture
            );

        // The largest change ends in the digit of the levels; each of three numbers is rounded by half of it at most.
        var last = Scale(Number(2, change));
        Assert.Equal([last, last], [Scale(Number(0, level)), Scale(Number(2, level))]);
        var error = Number(0, level) + Number(2, change) - Number(2, level);
        var one = (decimal)Math.Pow(10.0, -last);
        Assert.InRange(error, -one, one);

        static int Scale(decimal number) => (int)((decimal.GetBits(number)[3] >> 16) & 0xFF);
    }

    [Fact]
    public void Courses_that_all_do_harm_are_told_by_what_they_do()
    {
        Assert.Matches(
            "^Every other course brings The Group more oil revenue: .+ to .+ million USD on average$",
            CourseCharts.From(ContestedDesert.Pair(0.1, 1.0, 3.0)).Tables[0].Chart.Text.Title
        );
        var worse = CourseCharts.From(ContestedDesert.Pair(0.1, 3.0)).Tables[0].Chart;
        Assert.StartsWith(
            "The Group: “Course 1” raises mean oil revenue by ",
            worse.Text.Title,
            StringComparison.Ordinal
        );
        var mixed = CourseCharts.From(ContestedDesert.Pair(0.1, 0.1, 3.0)).Tables[0].Chart;
        Assert.StartsWith(
            "No course is shown to do better than “Course 0” for The Group; “Course 2” raises mean oil revenue by ",
            mixed.Text.Title,
            StringComparison.Ordinal
        );
        Assert.Equal([0, 2], mixed.Told);
    }

    [Fact]
    public void The_words_of_a_large_table_are_short_enough_to_be_heard()
    {
        var rates = Enumerable.Range(0, 12).Select(k => 1.0 + (0.1 * k)).ToArray();
        var text = CourseCharts.From(ContestedDesert.Pair(256, rates)).Tables[0].Chart.Text.AltText;
        Assert.InRange(text.Length, 100, 1_500);
        Assert.EndsWith("The rest is in the table file.", text, StringComparison.Ordinal);
        Assert.Contains("“Course 0”: mean ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The rest",
            CourseCharts.From(ContestedDesert.Pair(256, 1.0, 0.3)).Tables[0].Chart.Text.AltText
        );
    }

    [Fact]
    public void Each_focus_actor_has_a_table_and_the_first_has_the_plain_name()
    {
        var plans = new[] { 1.0, 0.4 }.Select(rate =>
            SimulationPlan.Compile(ContestedDesert.Rich(rate) with { Focus = ["group", "company"] })
        );
        var charts = CourseCharts.From(PairedEnsemble.Run([.. plans], new RunOptions { Threads = 1 }, 512));
        Assert.Equal(["courses", "courses-company"], charts.Tables.Select(c => c.Name));
        foreach (
            var (table, own, other) in (ReadOnlySpan<(int, string, string)>)
                [(0, "The Group", "The Company"), (1, "The Company", "The Group")]
        )
        {
            var chart = charts.Tables[table].Chart;
            Assert.Contains(own, chart.Text.Title, StringComparison.Ordinal);
            Assert.Contains(chart.Columns, c => c.Group == own);
            Assert.DoesNotContain(chart.Columns, c => c.Group == other);
            Assert.Contains(chart.Columns, c => c.Group == "Who pays: The Company");
        }

        var columns = charts.Tables[1].Chart.Columns.Select(c => c.Title).ToList();
        Assert.Contains("change of net revenue", columns);
        Assert.Equal([true, false], charts.LinkedQuantiles.Select(c => c.Chart.LessIsBetter));
    }

    [Fact]
    public void Courses_that_change_nothing_are_said_to()
    {
        var zero = CourseCharts.From(ContestedDesert.Pair(256, 1e-12, 1e-12));
        var never = zero.LinkedQuantiles[0].Chart;
        Assert.True(never.IsAllZero);
        const string Zero = "The Group: oil revenue is zero in all futures of every course";
        Assert.Equal((Zero, Zero), (never.Text.Title, zero.Tables[0].Chart.Text.Title));
        Assert.DoesNotContain("arrow", never.Text.Subtitle, StringComparison.Ordinal);
        var same = CourseCharts.From(ContestedDesert.Pair(256, 1.0, 1.0));
        Assert.True(same.DifferenceFans[0].Chart.IsAllZero);
        Assert.Equal("The Group: “Course 1” changes nothing in any future", same.DifferenceFans[0].Chart.Text.Title);
        Assert.DoesNotContain("band", same.DifferenceFans[0].Chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain("Below zero", same.DifferenceFans[0].Chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.StartsWith(
            "No difference in any future",
            same.DifferenceFans[0].Chart.Text.Foot.Lines[1],
            StringComparison.Ordinal
        );
        Assert.Equal("The Group: oil revenue is the same under every course", same.LinkedQuantiles[0].Chart.Text.Title);
        Assert.StartsWith("The Group: oil revenue is the same", same.Tables[0].Chart.Text.Title);
    }

    [Theory]
    [InlineData(-12e6, 1e6, "lowers mean oil revenue by 12 million USD")]
    [InlineData(12e6, 1e6, "raises mean oil revenue by 12 million USD")]
    [InlineData(-248e3, 26e3, "lowers mean oil revenue by 250 thousand USD")]
    [InlineData(12e6, 10e6, "is not shown to change mean oil revenue")]
    public void Findings_need_an_interval_without_zero(double mean, double standardError, string words)
    {
        var half = 1.96 * standardError;
        var share = Estimate.Bare(0.5);
        var difference = new CourseDifference(
            new Estimate(mean, mean - half, mean + half),
            standardError,
            share,
            share,
            share,
            0.5,
            null,
            null
        );
        Assert.Equal(words, ComparisonWords.Finding(difference));
    }
}
