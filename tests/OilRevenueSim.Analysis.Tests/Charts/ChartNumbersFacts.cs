using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class ChartNumbersFacts
{
    // 0, 1 … 100 times a unit: the p-th quantile of type 7 is exactly p hundred units.
    private static double[] Ramp(double unit) => [.. Enumerable.Range(0, 101).Select(i => i * unit)];

    private static string Text(ChartNumbers numbers)
    {
        using var writer = new StringWriter();
        numbers.Write(writer);
        return writer.ToString();
    }

    [Fact]
    public void A_fan_gives_its_quantiles_in_the_unit_itself_a_row_a_month()
    {
        var key = new SeriesKey("islamic-state", null, null, ReportQuantity.Treasury);
        var result = new SyntheticResult(101).Record(key, Ramp(1e6), Ramp(2e6), Ramp(3e6)).Build();

        Assert.Equal(
            "date,unit,p05,p25,p50,p75,p95,mean\n"
                + "2016-11-01,USD,5000000,25000000,50000000,75000000,95000000,50000000\n"
                + "2016-12-01,USD,10000000,50000000,100000000,150000000,190000000,100000000\n"
                + "2017-01-01,USD,15000000,75000000,150000000,225000000,285000000,150000000\n",
            Text(ChartNumbers.Of(SeriesFanCharts.Of(result, key)))
        );
    }

    [Fact]
    public void A_fan_of_prices_has_its_observations_in_front()
    {
        var chart = new PriceFanChart(
            new ChartText("", "", new ChartFoot([]), ""),
            [new DateOnly(2016, 1, 31)],
            [34.5],
            [new DateOnly(2016, 2, 15)],
            [new FanBand(0.9, "", [30], [40])],
            [35]
        );

        Assert.Equal(
            "date,unit,observed,p05,p50,p95\n2016-01-31,USD per barrel,34.5,,,\n2016-02-15,USD per barrel,,30,35,40\n",
            Text(ChartNumbers.Of(chart))
        );
    }

    [Fact]
    public void What_is_the_same_in_every_future_has_ends_and_no_quantiles()
    {
        var key = new SeriesKey("islamic-state", null, null, ReportQuantity.Treasury);
        double[] same = [.. Enumerable.Repeat(5e6, 101)];
        var result = new SyntheticResult(101).Record(key, same, same, same).Build();

        Assert.StartsWith(
            "date,unit,min,p50,max,mean\n2016-11-01,USD,5000000,5000000,5000000,5000000\n",
            Text(ChartNumbers.Of(SeriesFanCharts.Of(result, key))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_fan_of_differences_has_the_interval_of_its_mean()
    {
        var chart = CourseCharts.From(ContestedDesert.Pair(256, 1.0, 0.3)).DifferenceFans[0].Chart;
        var numbers = ChartNumbers.Of(chart);

        Assert.Equal(
            ["date", "unit", "p05", "p25", "p50", "p75", "p95", "mean", "mean_low", "mean_high"],
            numbers.Columns
        );
        Assert.Equal(12, numbers.Rows.Length);
        Assert.All(numbers.Rows, row => Assert.Equal(numbers.Columns.Length, row.Length));
    }
}
