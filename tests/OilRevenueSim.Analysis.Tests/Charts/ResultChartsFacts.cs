using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Tests.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class ResultChartsFacts
{
    private static readonly double[] Nothing = SummaryTableFacts.Nothing;

    private static SyntheticResult Two(SyntheticResult synthetic) =>
        synthetic
            .Record(
                SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
                SummaryTableFacts.November,
                Nothing,
                Nothing
            )
            .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), Nothing, Nothing, Nothing)
            .RecordMean(new SeriesKey("guards", "sirte", null, ReportQuantity.ProbabilityHolds), 1.0, 0.5, 0.2);

    [Fact]
    public void Every_focus_actor_has_its_charts_under_their_file_names()
    {
        var charts = ResultCharts.From(Two(new SyntheticResult(10)).Build());
        Assert.Equal(["fan-islamic-state"], charts.Fans.Select(c => c.Name));
        Assert.Equal(["exceedance-islamic-state"], charts.Exceedances.Select(c => c.Name));
        Assert.Equal(["sources-islamic-state"], charts.Sources.Select(c => c.Name));
        Assert.Equal("holders", charts.Holders!.Name);
    }

    [Fact]
    public void Without_focus_everyone_with_recorded_revenue_has_charts()
    {
        var scenario = SyntheticResult.Libya() with { Focus = [] };
        var charts = ResultCharts.From(Two(new SyntheticResult(10, scenario)).Build());
        Assert.Equal(["fan-islamic-state", "fan-noc"], charts.Fans.Select(c => c.Name));
    }

    [Fact]
    public void Every_chart_says_something_in_every_text()
    {
        var result = Two(new SyntheticResult(10)).Build();
        var charts = ResultCharts.From(result);
        var texts = charts
            .Fans.Select(c => c.Chart.Text)
            .Concat(charts.Exceedances.Select(c => c.Chart.Text))
            .Concat(charts.Sources.Select(c => c.Chart.Text))
            .Append(charts.Holders!.Chart.Text);
        foreach (var text in texts)
        {
            Assert.NotEmpty(text.Title);
            Assert.NotEmpty(text.Subtitle);
            Assert.NotEmpty(text.AltText);
            Assert.Equal(3, text.Foot.Lines.Length);
            Assert.Equal(ResultManifest.From(result).ShortId, text.Foot.Origin!.ShortId);
            Assert.DoesNotContain("_", text.Title + text.Subtitle + text.AltText, StringComparison.Ordinal);
        }
    }
}
