using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.FitReports;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class PriceChartFacts
{
    private static PriceCharts Charts(ImmutableArray<double> residuals = default) =>
        new(
            InventedPrices.History(),
            InventedPrices.Fit("schwartz", 1.0, residuals: residuals),
            new ChartFoot(["prices.csv"])
        );

    [Fact]
    public void Fan_keeps_the_history_and_says_where_nine_futures_in_ten_end()
    {
        ImmutableArray<DateOnly> ahead = [new(2020, 1, 1), new(2020, 2, 1)];
        ImmutableArray<double>[] quantiles =
        [
            [60, 41.4],
            [60, 52],
            [60, 61],
            [60, 70],
            [60, 88.6],
        ];

        var chart = Charts().Fan(ahead, quantiles, 10_000);

        Assert.Equal(60, chart.PricesUsd.Length);
        Assert.Contains("between 41 and 89 USD a barrel in February 2020", chart.Text.Title, StringComparison.Ordinal);
        Assert.Equal(quantiles[0], chart.Bands[0].Low[1..]);
        Assert.Equal(quantiles[4], chart.Bands[0].High[1..]);
        Assert.Equal(quantiles[1], chart.Bands[1].Low[1..]);
        Assert.Equal(quantiles[3], chart.Bands[1].High[1..]);
        Assert.Equal(quantiles[2], chart.MedianUsd[1..]);
        Assert.Equal((chart.Dates[^1], chart.PricesUsd[^1]), (chart.Ahead[0], chart.MedianUsd[0]));
    }

    [Fact]
    public void Every_change_is_counted_once_in_the_class_that_holds_it()
    {
        var chart = Charts().Returns();
        var history = InventedPrices.History();
        var changes = Enumerable
            .Range(1, 59)
            .Select(i => Math.Log(history.PricesUsd[i] / history.PricesUsd[i - 1]))
            .ToList();

        Assert.Equal(59.0, chart.Observed.Sum(o => o.Count));
        Assert.All(
            chart.Observed,
            o => Assert.Equal(o.Count, changes.Count(c => Math.Abs(c - o.Change) <= 0.5 * chart.BinWidth * (1 + 1e-9)))
        );
    }

    [Fact]
    public void Normal_line_counts_what_the_normal_law_expects_in_a_class()
    {
        var chart = Charts().Returns();
        // Over all classes the normal law expects all 59 changes: sum of the line times its spacing over the width of a class.
        var spacing = chart.Normal[1].Change - chart.Normal[0].Change;
        Assert.Equal(59.0, chart.Normal.Sum(n => n.Count) * spacing / chart.BinWidth, 0.01);
    }

    [Fact]
    public void Residuals_stand_at_the_normal_quantiles_of_their_ranks_with_the_band_of_order_statistics()
    {
        var points = Charts([0.5, -1.0, 2.0, 0.0, -0.25]).Residuals().Points;

        Assert.Equal([-1.0, -0.25, 0.0, 0.5, 2.0], points.Select(p => p.Residual));
        Assert.Equal(Normal.InvCDF(0.0, 1.0, 0.1), points[0].Normal, 1e-12);
        // The smallest of five lies below u with probability 1 − (1 − u)^5.
        Assert.Equal(Normal.InvCDF(0.0, 1.0, 1.0 - Math.Pow(0.975, 0.2)), points[0].Low, 1e-6);
        Assert.Equal(Normal.InvCDF(0.0, 1.0, 1.0 - Math.Pow(0.025, 0.2)), points[0].High, 1e-6);
        Assert.Equal(points[0].Low, -points[4].High, 1e-6);
    }

    [Fact]
    public void Many_residuals_are_thinned_between_the_tails_only()
    {
        ImmutableArray<double> residuals =
        [
            .. Enumerable.Range(0, 4000).Select(i => Normal.InvCDF(0.0, 1.0, (i + 0.5) / 4000)),
        ];

        var chart = Charts(residuals).Residuals();

        Assert.InRange(chart.Points.Length, 60, 160);
        Assert.Equal(residuals[..12], chart.Points[..12].Select(p => p.Residual));
        Assert.Equal(residuals[^12..], chart.Points[^12..].Select(p => p.Residual));
        Assert.Contains("follow the normal law", chart.Text.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Autocorrelation_is_that_of_the_definition()
    {
        // 1, 2, 3, 4 about their mean 2.5: Σd² = 5, Σd_t·d_{t−1} = 1.25, Σd_t·d_{t−2} = −1.5.
        var correlations = PriceCharts.Autocorrelations([1.0, 2.0, 3.0, 4.0], 2);

        Assert.Equal(0.25, correlations[0], 1e-12);
        Assert.Equal(-0.3, correlations[1], 1e-12);
    }

    [Fact]
    public void Squares_of_a_storm_are_told_from_squares_without_memory()
    {
        ImmutableArray<double> storm =
        [
            .. Enumerable.Range(0, 400).Select(i => (i / 100 % 2 == 0 ? 0.5 : 2.0) * (i % 2 == 0 ? 1 : -1)),
        ];
        var chart = Charts(storm).Squares();

        Assert.Equal(24, chart.Correlations.Length);
        Assert.Equal(1.959963984540054 / 20.0, chart.Band, 1e-12);
        Assert.StartsWith(
            "Brent monthly, model schwartz: stormy times last",
            chart.Text.Title,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_chart_has_its_numbers_in_words()
    {
        ImmutableArray<double>[] quantiles =
        [
            [1],
            [2],
            [3],
            [4],
            [5],
        ];
        var charts = Charts([.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))]);
        foreach (
            var text in new[]
            {
                charts.Fan([new(2020, 1, 1)], quantiles, 100).Text,
                charts.Returns().Text,
                charts.Residuals().Text,
                charts.Squares().Text,
            }
        )
        {
            Assert.Equal(["prices.csv"], text.Foot.Lines);
            Assert.Matches("[0-9]", text.AltText);
        }
    }
}
