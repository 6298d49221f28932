using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class ProductionChartFacts
{
    private static SeriesKey Output(string field) => new(null, field, null, ReportQuantity.Output);

    // Two fields of 1,000 barrels a day; 30, 31 and 31 days.
    private static SyntheticResult World() =>
        new SyntheticResult(10)
            .RecordMean(Output("mabruk"), 0.2, 0.3, 0.4)
            .RecordMean(Output("waha-group"), 1.0, 0.5, 0.0)
            .RecordMean(new SeriesKey("noc", null, null, ReportQuantity.BarrelsShutIn), 3_000, 6_200, 0);

    [Fact]
    public void Produced_shut_in_and_lost_add_up_to_the_capacity_of_the_first_day()
    {
        var chart = ProductionCharts.Of(World().Build());
        Assert.Equal(2.0, chart.Capacity, 1e-12);
        Assert.Equal([1.2, 0.8, 0.4], Assert.Single(chart.Output).Mean.Select(v => Math.Round(v, 12)));
        Assert.Equal([0.1, 0.2, 0.0], chart.ShutIn.Mean.Select(v => Math.Round(v, 12)));
        Assert.Equal([0.7, 1.0, 1.6], chart.Lost.Mean.Select(v => Math.Round(v, 12)));
        Assert.Equal(("0.40", "0", "1.60"), (chart.Output[0].Note, chart.ShutIn.Note, chart.Lost.Note));
        Assert.Empty(chart.Low);
        Assert.Equal("0.4 of 2 thousand barrels a day are produced in January 2017, on average", chart.Text.Title);
        Assert.Contains("begins at 1.20 and ends at 0.40", chart.Text.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_and_areas_add_up_to_the_whole()
    {
        var byField = ProductionCharts.Of(World().Build(), ProductionBy.Field);
        Assert.Equal(["Waha Group", "Mabruk"], byField.Output.Select(b => b.Label));
        var byArea = ProductionCharts.Of(World().Build(), ProductionBy.Area);
        Assert.Equal(["Oil Crescent", "Sirte"], byArea.Output.Select(b => b.Label));
        Assert.Equal(byField.Output.Select(b => b.Mean.Sum()), byArea.Output.Select(b => b.Mean.Sum()));
    }

    [Fact]
    public void More_output_than_the_capacity_of_the_first_day_leaves_nothing_lost()
    {
        var result = new SyntheticResult(10)
            .RecordMean(Output("mabruk"), 3, 3, 3)
            .RecordMean(Output("waha-group"), 0, 0, 0)
            .Build();
        Assert.Equal([0.0, 0.0, 0.0], ProductionCharts.Of(result).Lost.Mean);
    }

    [Fact]
    public void Fields_that_produce_nothing_are_said_to()
    {
        var result = new SyntheticResult(10)
            .RecordMean(Output("mabruk"), 0, 0, 0)
            .RecordMean(Output("waha-group"), 0, 0, 0)
            .Build();
        var chart = ProductionCharts.Of(result);
        Assert.True(chart.IsAllZero);
        Assert.DoesNotContain("Dashed", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Equal("No field produces anything in any future", chart.Text.Title);
    }

    [Fact]
    public void A_mean_without_closed_form_is_integrated()
    {
        // E[1/(1+e^(−Z))] of a standard normal Z is one half by symmetry.
        var share = Quantity.Certain("share", 0.5) with
        {
            Law = new LogitNormalLaw(0.0, 1.0),
        };
        Assert.Equal(0.5, ProductionCharts.MeanOf(share), 1e-9);
    }
}
