using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class MultiplesChartFacts
{
    private static readonly double[] Ladder = [.. Enumerable.Range(0, 101).Select(i => i * 1e6)];
    private static readonly double[] Nothing = new double[101];

    private static EnsembleResult ThreeActors() =>
        new SyntheticResult(101)
            .Record(SyntheticResult.Money("guards", ReportQuantity.Gross), Nothing, Nothing, Nothing)
            .Record(SyntheticResult.Money("islamic-state", ReportQuantity.Gross), Ladder, Nothing, Nothing)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), Ladder, Ladder, Ladder)
            .Build();

    [Fact]
    public void Actors_stand_largest_first_in_one_unit_and_those_with_nothing_are_named_only()
    {
        var chart = MultiplesCharts.ByActor(ThreeActors());

        Assert.Equal(["National Oil Corporation", "Islamic State in Libya"], chart.Panels.Select(p => p.Label));
        Assert.Equal("million USD per month", chart.Unit);
        Assert.True(chart.IsShared);
        Assert.Equal(["Petroleum Facilities Guard"], chart.Nothing);
        Assert.Empty(chart.Smaller);
        Near([5, 0, 0], chart.Panels[1].Bands[0].Low);
        Near([95, 0, 0], chart.Panels[1].Bands[0].High);
        Near([25, 0, 0], chart.Panels[1].Bands[1].Low);
        Near([50, 0, 0], chart.Panels[1].Median);
        Near([50, 0, 0], chart.Panels[1].Mean);
        Assert.Equal("Most oil revenue: National Oil Corporation, 50 million USD a month on average", chart.Text.Title);
        Assert.Contains(
            "National Oil Corporation: 50 million USD a month on average.",
            chart.Text.AltText,
            StringComparison.Ordinal
        );
    }

    [Theory]
    // A ladder of 0 to 100 million over 101 futures: its mean of 50 million is known to ± 5.8 million.
    [InlineData(
        0.9,
        "Most oil revenue: National Oil Corporation and Islamic State in Libya, not told apart, each 45 to 50 million USD a month on average"
    )]
    [InlineData(0.7, "Most oil revenue: National Oil Corporation, 50 million USD a month on average")]
    public void Who_is_not_shown_to_have_less_is_named_too(double share, string title)
    {
        double[] less = [.. Ladder.Select(v => share * v)];
        var result = new SyntheticResult(101)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), Ladder, Ladder, Ladder)
            .Record(SyntheticResult.Money("islamic-state", ReportQuantity.Gross), less, less, less)
            .Build();

        Assert.Equal(title, MultiplesCharts.ByActor(result).Text.Title);
    }

    [Fact]
    public void One_panel_alone_has_no_scale_to_share()
    {
        var chart = MultiplesCharts.ByActor(
            new SyntheticResult(101)
                .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), Ladder, Ladder, Ladder)
                .Build()
        );

        Assert.Single(chart.Panels);
        Assert.DoesNotContain("panel", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_panel_would_be_flat_on_the_scale_of_the_largest_each_has_its_own_and_it_is_said()
    {
        EnsembleResult Of(double small) =>
            new SyntheticResult(101)
                .Record(
                    SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
                    [.. Ladder.Select(v => small * v)],
                    Nothing,
                    Nothing
                )
                .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), Ladder, Ladder, Ladder)
                .Build();
        const string own = "Every panel has its own scale, the largest first.";
        Assert.True(MultiplesCharts.ByActor(Of(0.051)).IsShared);
        var flat = MultiplesCharts.ByActor(Of(0.05));
        Assert.False(flat.IsShared);
        Assert.Equal(["million USD per month", "million USD per month"], flat.Panels.Select(p => p.Unit));
        var tiny = MultiplesCharts.ByActor(Of(1e-4)).Panels[1];
        Assert.Equal("thousand USD per month", tiny.Unit);
        Near([9.5, 0, 0], tiny.Bands[0].High);
        Assert.Contains(own, flat.Text.Subtitle, StringComparison.Ordinal);
        var told = MultiplesCharts.ByActor(Of(0.05), isShared: true);
        Assert.True(told.IsShared);
        Assert.DoesNotContain(own, told.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_counted_and_named()
    {
        var chart = MultiplesCharts.ByActor(ThreeActors(), most: 1);

        Assert.Equal("National Oil Corporation", Assert.Single(chart.Panels).Label);
        Assert.Equal(["Islamic State in Libya"], chart.Smaller);
        Assert.EndsWith(
            "And 1 more: Islamic State in Libya; nothing in any future: Petroleum Facilities Guard.",
            chart.Text.AltText,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiplesCharts.ByActor(ThreeActors(), most: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiplesCharts.ByActor(ThreeActors(), most: 17));
    }

    [Fact]
    public void A_quantity_that_no_actor_has_recorded_is_refused_and_nothing_at_all_is_said()
    {
        Assert.Throws<ArgumentException>(() => MultiplesCharts.ByActor(ThreeActors(), ReportQuantity.Treasury));
        var none = MultiplesCharts.ByActor(
            new SyntheticResult(101)
                .Record(SyntheticResult.Money("guards", ReportQuantity.Gross), Nothing, Nothing, Nothing)
                .Build()
        );
        Assert.Empty(none.Panels);
        Assert.Equal("Oil revenue by actor: none, in any of 101 simulated futures", none.Text.Title);
    }

    [Fact]
    public void Areas_add_the_mean_output_of_their_fields()
    {
        var scenario = SyntheticResult.Libya() with
        {
            Fields =
            [
                SyntheticResult.FieldOf("amal", "oil-crescent"),
                SyntheticResult.FieldOf("mabruk", "sirte"),
                SyntheticResult.FieldOf("waha-group", "oil-crescent"),
            ],
        };
        SeriesKey Output(string field) => new(null, field, null, ReportQuantity.Output);
        var result = new SyntheticResult(10, scenario)
            .RecordMean(Output("amal"), 10, 20, 30)
            .RecordMean(Output("mabruk"), 5, 5, 5)
            .RecordMean(Output("waha-group"), 1, 2, 3)
            .Build();
        var chart = MultiplesCharts.ByArea(result);

        Assert.Equal(["Oil Crescent", "Sirte"], chart.Panels.Select(p => p.Label));
        Near([11, 22, 33], chart.Panels[0].Mean);
        Assert.Empty(chart.Panels[0].Bands);
        Assert.Equal("thousand barrels per day", chart.Unit);
        Assert.Throws<ArgumentException>(() => MultiplesCharts.ByArea(ThreeActors()));
    }

    private static void Near(double[] expected, IEnumerable<double> calculated) =>
        Assert.Equal(expected, calculated.Select(v => Math.Round(v, 9)));
}
