using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class QuantileDigitsTests
{
    [Fact]
    public void A_quantile_has_the_digits_of_its_smallest_move_in_every_panel()
    {
        var chart = SampleCourseCharts.Linked(2) with
        {
            Unit = ChartUnit.Usd(1e9),
            Panels =
            [
                new LinkedQuantilesPanel(
                    "Strikes",
                    [new QuantileLink("95 %", 1.92, 0.93), new QuantileLink("mean", 1.19, 0.6)]
                ),
                new LinkedQuantilesPanel(
                    "A deal",
                    [new QuantileLink("95 %", 1.92, 1.3), new QuantileLink("mean", 1.19, 1.118)]
                ),
            ],
        };
        string[] texts = [.. Figure.From(chart).Lay().Labels.Where(l => l.Role == Role.Direct).Select(l => l.Text)];
        Assert.Equal(["1.9 to 0.9", "1.19 to 0.60", "1.9 to 1.3", "1.19 to 1.12"], texts);
    }
}
