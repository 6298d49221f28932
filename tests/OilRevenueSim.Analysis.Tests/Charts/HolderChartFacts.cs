using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class HolderChartFacts
{
    private static SeriesKey Holds(string actor, string area) =>
        new(actor, area, null, ReportQuantity.ProbabilityHolds);

    private static SyntheticResult Contested() =>
        new SyntheticResult(10)
            .RecordMean(Holds("guards", "oil-crescent"), 1.0, 0.8, 0.6)
            .RecordMean(Holds("islamic-state", "oil-crescent"), 0.0, 0.2, 0.4)
            .RecordMean(Holds("guards", "sirte"), 0.0, 0.1, 0.3)
            .RecordMean(Holds("islamic-state", "sirte"), 1.0, 0.9, 0.65);

    [Fact]
    public void A_panel_an_area_with_the_probabilities_of_each_holder()
    {
        var chart = HolderCharts.Of(Contested().Build())!;
        Assert.Equal(["Oil Crescent", "Sirte"], chart.Areas.Select(a => a.Area));
        Assert.Equal([0.0, 0.2, 0.4], chart.Areas[0].Probability[0]);
        Assert.Equal([1.0, 0.8, 0.6], chart.Areas[0].Probability[1]);
    }

    [Fact]
    public void The_focus_comes_first_and_nobody_last()
    {
        var chart = HolderCharts.Of(Contested().Build())!;
        Assert.Equal(
            ["Islamic State in Libya", "Petroleum Facilities Guard", "Nobody"],
            chart.Actors.Select(a => a.Label)
        );
        Assert.Equal([0, 1, -1], chart.Actors.Select(a => a.Colour));
    }

    [Fact]
    public void What_no_actor_holds_is_nobodys_and_every_month_adds_up_to_one()
    {
        var chart = HolderCharts.Of(Contested().Build())!;
        Assert.Equal(0.05, chart.Areas[1].Probability[2][2], 1e-12);
        foreach (var area in chart.Areas)
        {
            for (var month = 0; month < 3; month++)
            {
                Assert.Equal(1.0, area.Probability.Sum(p => p[month]), 1e-12);
            }
        }
    }

    [Fact]
    public void The_title_tells_how_the_focus_fares_where_it_is_strongest() =>
        Assert.Equal(
            "Sirte held by Islamic State in Libya in 65 % of futures in January 2017",
            HolderCharts.Of(Contested().Build())!.Text.Title
        );

    [Fact]
    public void The_title_says_no_more_digits_than_the_map_which_the_error_leaves()
    {
        var result = new SyntheticResult(4_000)
            .RecordMean(Holds("islamic-state", "sirte"), 1.0, 0.999, 0.99571)
            .RecordMean(Holds("guards", "sirte"), 0.0, 0.001, 0.00429)
            .Build();
        Assert.Equal(
            "Sirte held by Islamic State in Libya in 99.6 % of futures in January 2017",
            HolderCharts.Of(result)!.Text.Title
        );
    }

    [Fact]
    public void Without_focus_the_title_tells_the_largest_change()
    {
        var scenario = SyntheticResult.Libya() with { Focus = [] };
        var result = new SyntheticResult(10, scenario)
            .RecordMean(Holds("guards", "oil-crescent"), 1.0, 0.9, 0.8)
            .RecordMean(Holds("noc", "sirte"), 0.0, 0.2, 0.5)
            .Build();
        Assert.Equal(
            "Sirte held by National Oil Corporation in 50 % of futures in January 2017",
            HolderCharts.Of(result)!.Text.Title
        );
    }

    [Fact]
    public void An_area_that_only_one_actor_can_hold_is_named_not_drawn()
    {
        var result = new SyntheticResult(10)
            .RecordMean(Holds("guards", "oil-crescent"), 1.0, 1.0, 1.0)
            .RecordMean(Holds("islamic-state", "sirte"), 1.0, 1.0, 1.0)
            .RecordMean(Holds("guards", "sirte"), 0.0, 0.0, 0.0)
            .Build();
        var chart = HolderCharts.Of(result)!;
        Assert.Equal(["Sirte"], chart.Areas.Select(a => a.Area));
        Assert.EndsWith(
            "Never changing hands: Oil Crescent (Petroleum Facilities Guard).",
            chart.Text.Subtitle,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(3, "A, B and C (Petroleum Facilities Guard); Oil Crescent (National Oil Corporation).")]
    [InlineData(26, " (Petroleum Facilities Guard) and 9 more.")]
    public void Areas_that_never_change_hands_stand_before_their_holder_as_many_as_fit(int many, string expected)
    {
        var names = Enumerable.Range(0, many).Select(i => many < 4 ? $"{(char)('a' + i)}" : $"ab-{(char)('a' + i)}");
        var scenario = SyntheticResult.Libya();
        scenario = scenario with
        {
            Areas = [.. names.Select(n => scenario.Areas[0] with { Name = n }), .. scenario.Areas],
        };
        var result = new SyntheticResult(10, scenario)
            .RecordMean(Holds("islamic-state", "sirte"), 1.0, 0.9, 0.8)
            .RecordMean(Holds("guards", "sirte"), 0.0, 0.1, 0.2)
            .RecordMean(Holds("noc", "oil-crescent"), 1.0, 1.0, 1.0);
        foreach (var name in names)
        {
            result = result.RecordMean(Holds("guards", name), 1.0, 1.0, 1.0);
        }

        var subtitle = HolderCharts.Of(result.Build())!.Text.Subtitle;
        Assert.EndsWith(expected, subtitle, StringComparison.Ordinal);
        Assert.InRange(subtitle.Length, 1, 330);
    }

    [Fact]
    public void Where_nothing_changes_hands_all_areas_are_drawn()
    {
        var result = new SyntheticResult(10).RecordMean(Holds("guards", "oil-crescent"), 1.0, 1.0, 1.0).Build();
        var chart = HolderCharts.Of(result)!;
        Assert.Single(chart.Areas);
        Assert.Equal("No area changes hands", chart.Text.Title);
    }

    [Fact]
    public void Without_recorded_holding_there_is_no_chart() =>
        Assert.Null(
            HolderCharts.Of(
                new SyntheticResult(10)
                    .Record(
                        SyntheticResult.Money("noc", ReportQuantity.Gross),
                        new double[10],
                        new double[10],
                        new double[10]
                    )
                    .Build()
            )
        );

    [Fact]
    public void The_alt_text_tells_who_is_likeliest_at_the_start_and_at_the_end() =>
        Assert.EndsWith(
            "Sirte: Islamic State in Libya (100 %, then 65 %).",
            HolderCharts.Of(Contested().Build())!.Text.AltText,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_alt_text_names_both_where_the_run_does_not_tell_them_apart() =>
        Assert.Contains(
            "Oil Crescent: Petroleum Facilities Guard (100 %), then Petroleum Facilities Guard or Islamic State in Libya, not told apart (50 %).",
            HolderCharts
                .Of(
                    new SyntheticResult(1_000)
                        .RecordMean(Holds("guards", "oil-crescent"), 1.0, 0.8, 0.502)
                        .RecordMean(Holds("islamic-state", "oil-crescent"), 0.0, 0.2, 0.498)
                        .Build()
                )!
                .Text.AltText,
            StringComparison.Ordinal
        );
}
