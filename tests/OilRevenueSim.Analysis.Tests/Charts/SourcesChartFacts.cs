using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class SourcesChartFacts
{
    private const string Group = "islamic-state";

    private static SeriesKey Sales(string field) => new(Group, field, null, ReportQuantity.Sales);

    [Fact]
    public void Sales_by_field_and_levies_stand_in_order_of_size()
    {
        double[] levies = [.. Enumerable.Repeat(4e6, 10)];
        var result = new SyntheticResult(10)
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), levies, levies, levies)
            .RecordMean(Sales("mabruk"), 1e6, 2e6, 3e6)
            .RecordMean(Sales("waha-group"), 10e6, 20e6, 30e6)
            .RecordMean(new SeriesKey(Group, null, "trucks", ReportQuantity.Sales), 11e6, 22e6, 33e6)
            .RecordMean(new SeriesKey("noc", "mabruk", null, ReportQuantity.Sales), 9e9, 9e9, 9e9)
            .Build();
        var chart = SourcesCharts.Of(result, Group);
        Assert.Equal(["Waha Group", "Levies", "Mabruk"], chart.Sources.Select(s => s.Label));
        Assert.Equal("million USD per month", chart.Unit.ToString());
        Assert.Equal([10.0, 20.0, 30.0], chart.Sources[0].Mean);
        Assert.Equal([4.0, 4.0, 4.0], chart.Sources[1].Mean.Select(m => Math.Round(m, 12)));
        Assert.Equal([60.0, 12.0, 6.0], chart.Sources.Select(s => Math.Round(s.Total, 9)));
        Assert.Equal("Islamic State in Libya: 77 % of mean oil revenue comes from Waha Group", chart.Text.Title);
    }

    [Fact]
    public void What_is_tapped_counts_by_the_node_it_is_tapped_from()
    {
        Tap TapAt(string node, string name, string by = Group) =>
            new()
            {
                By = by,
                At = node,
                Identity = name,
                Share = Quantity.Certain("share", 0.1),
                Discount = Quantity.Certain("discount", 0.0),
                Transport = Quantity.Certain("transport", 0.0),
            };
        var scenario = SyntheticResult.Libya() with
        {
            Taps = [TapAt("waha-line", "bold"), TapAt("waha-line", "shy"), TapAt("port", "other", "guards")],
        };
        SeriesKey Tapped(string name, string actor = Group) => new(actor, null, name, ReportQuantity.Sales);
        var result = new SyntheticResult(10, scenario)
            .RecordMean(Sales("mabruk"), 1e6, 2e6, 3e6)
            .RecordMean(Tapped("bold"), 10e6, 20e6, 30e6)
            .RecordMean(Tapped("shy"), 1e6, 1e6, 1e6)
            .RecordMean(Tapped("other", "guards"), 9e9, 9e9, 9e9)
            .Build();
        var chart = SourcesCharts.Of(result, Group);
        Assert.Equal(["Theft at Waha Line", "Mabruk"], chart.Sources.Select(s => s.Label));
        Assert.Equal([11.0, 21.0, 31.0], chart.Sources[0].Mean);
        Assert.Equal(63.0, chart.Sources[0].Total, 1e-9);
        Assert.Equal(
            "Islamic State in Libya: 91 % of mean oil revenue comes from theft at Waha Line",
            chart.Text.Title
        );
    }

    [Fact]
    public void Small_sources_are_joined_and_nothing_is_lost()
    {
        var synthetic = new SyntheticResult(10).RecordMean(Sales("large"), 100e6, 100e6, 100e6);
        for (var i = 1; i <= 9; i++)
        {
            synthetic.RecordMean(Sales($"small-{i}"), i * 1e5, 0.0, 0.0);
        }

        var chart = SourcesCharts.Of(synthetic.Build(), Group);
        Assert.Equal(["Large", "Other"], chart.Sources.Select(s => s.Label));
        Assert.Equal(4.5, chart.Sources[1].Mean[0], 1e-9);
        Assert.Equal(304.5, chart.Sources.Sum(s => s.Total), 1e-9);
    }

    [Fact]
    public void One_small_source_keeps_its_name()
    {
        var result = new SyntheticResult(10)
            .RecordMean(Sales("large"), 100e6, 100e6, 100e6)
            .RecordMean(Sales("small"), 1e6, 0.0, 0.0)
            .Build();
        Assert.Equal(["Large", "Small"], SourcesCharts.Of(result, Group).Sources.Select(s => s.Label));
    }

    [Fact]
    public void Eight_sources_of_one_size_are_six_and_the_others()
    {
        var synthetic = new SyntheticResult(10);
        for (var i = 0; i < 8; i++)
        {
            synthetic.RecordMean(Sales($"field-{i}"), 1e6, 1e6, 1e6);
        }

        var chart = SourcesCharts.Of(synthetic.Build(), Group);
        Assert.Equal(7, chart.Sources.Length);
        Assert.Equal(2.0, chart.Sources[^1].Mean[0], 1e-12);
    }

    [Fact]
    public void An_actor_that_earns_nothing_is_said_to()
    {
        double[] nothing = new double[10];
        var result = new SyntheticResult(10)
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), nothing, nothing, nothing)
            .Build();
        var chart = SourcesCharts.Of(result, Group);
        Assert.True(chart.IsAllZero);
        Assert.Empty(chart.Sources);
        Assert.Equal("Islamic State in Libya: no source brings any oil revenue", chart.Text.Title);
        Assert.EndsWith("January 2017.", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Levies_are_told_apart_from_sales_in_the_title()
    {
        double[] levies = [.. Enumerable.Repeat(4e6, 10)];
        var result = new SyntheticResult(10)
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), levies, levies, levies)
            .Build();
        Assert.Equal(
            "Islamic State in Libya: 100 % of mean oil revenue comes from levies on others' oil",
            SourcesCharts.Of(result, Group).Text.Title
        );
    }
}
