using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts of a fitted price from plain formulas.</summary>
internal static class SamplePriceCharts
{
    private static ChartText Text(string title) =>
        new(
            title,
            "USD per barrel and other units, as the axes say. A subtitle of ordinary length follows here.",
            SampleCharts.Foot,
            "A chart of prices."
        );

    public static PriceFanChart Fan(int days = 4000, double level = 70)
    {
        var start = new DateOnly(2010, 1, 4);
        var last = start.AddDays(days - 1);
        var months = Enumerable
            .Range(0, 25)
            .Select(i => new DateOnly(last.Year, last.Month, 1).AddMonths(i + 1))
            .ToImmutableArray();
        ImmutableArray<double> Quantile(double z) =>
            [.. Enumerable.Range(0, 25).Select(i => level * Math.Exp(0.4 * z * Math.Sqrt(i / 12.0)))];
        return new PriceFanChart(
            Text("brent-daily: nine futures in ten lie between 21 and 169 USD a barrel in January 2028"),
            [.. Enumerable.Range(0, days).Select(start.AddDays)],
            [.. Enumerable.Range(0, days).Select(i => level * (1 + (0.4 * Math.Sin(i / 300.0))))],
            months,
            [
                new FanBand(0.9, "90 % of futures", Quantile(-1.645), Quantile(1.645)),
                new FanBand(0.5, "50 % of futures", Quantile(-0.674), Quantile(0.674)),
            ],
            Quantile(0)
        );
    }

    /// <summary>A fan alone, as of a benchmark that no file of prices stands behind.</summary>
    public static PriceFanChart Ahead(int months = 23)
    {
        var fan = Fan();
        ImmutableArray<double> First(ImmutableArray<double> values) => values[1..(months + 1)];
        return fan with
        {
            Dates = [],
            PricesUsd = [],
            Ahead = [.. Enumerable.Range(0, months).Select(i => new DateOnly(2016, 2, 15).AddMonths(i))],
            Bands = [.. fan.Bands.Select(b => b with { Low = First(b.Low), High = First(b.High) })],
            MedianUsd = First(fan.MedianUsd),
        };
    }

    /// <summary>A price that the scenario gives, the same in every future: its bands have no width.</summary>
    public static PriceFanChart Known()
    {
        var fan = Ahead();
        return fan with { Bands = [.. fan.Bands.Select(b => b with { Low = fan.MedianUsd, High = fan.MedianUsd })] };
    }

    public static ReturnCountChart Returns(double deviation = 0.026, double largest = 20, double count = 4000)
    {
        double Expected(double z) => count * 0.5 * Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        var observed = Enumerable
            .Range(-8, 17)
            .Select(i => new ReturnCount(0.5 * i * deviation, Math.Max(1, Math.Round(Expected(0.5 * i)))))
            .Append(new ReturnCount(largest * deviation, 1));
        return new ReturnCountChart(
            Text("brent-daily: changes beyond 4 standard deviations: 18 seen, 0.26 expected of a normal law"),
            0.5 * deviation,
            [.. observed],
            [.. Enumerable.Range(-45, 91).Select(i => new ReturnCount(0.1 * i * deviation, Expected(0.1 * i)))]
        );
    }

    public static ResidualQuantileChart Residuals(double tail = 24) =>
        new(
            Text(
                "brent-daily, model gbm: residuals run from −24.2 to 15.5 standard deviations, the normal law expects −3.7 to 3.7"
            ),
            [
                .. Enumerable
                    .Range(-35, 71)
                    .Select(i => 0.1 * i)
                    .Select(z => new ResidualQuantile(
                        z,
                        z * (1 + ((tail / 3.5 - 1) * Math.Pow(Math.Abs(z) / 3.5, 6))),
                        z - 0.05 - (0.02 * z * z),
                        z + 0.05 + (0.02 * z * z)
                    )),
            ]
        );

    public static SquaresChart Squares(double first = 0.37, int lags = 24) =>
        new(
            Text("brent-daily, model gbm: stormy times last: squared residuals are correlated at 24 of 24 lags"),
            "trading days",
            [.. Enumerable.Range(0, lags).Select(i => first * Math.Cos(i) / (i + 1))],
            0.031
        );
}
