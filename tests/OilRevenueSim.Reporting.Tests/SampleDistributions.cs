using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts of distributions with invented numbers.</summary>
internal static class SampleDistributions
{
    /// <summary>A lognormal beside a mass at zero.</summary>
    public static HistogramChart Histogram(
        double zero = 0.2,
        double scale = 1,
        bool isLogarithmic = false,
        int count = 30,
        string outside = ""
    )
    {
        double Edge(int i) => isLogarithmic ? 1e5 * scale * Math.Pow(10, i * 4.0 / count) : scale * 60 * i / count;
        double Shape(int i) => Math.Exp(-Math.Pow((i - (0.4 * count)) / (0.16 * count), 2));
        var whole = Enumerable.Range(0, count).Sum(Shape);
        HistogramMark Mark(string name, double at, bool isMean = false)
        {
            var amount = isLogarithmic ? Edge(0) * Math.Pow(10, at * 4) : Edge(count) * at;
            return new HistogramMark(name, amount, $"{amount:0.##} {(isLogarithmic ? "USD" : "million USD")}", isMean);
        }

        return new HistogramChart(
            Text("Islamic State in Libya: oil revenue is zero in 20 % of futures"),
            "Islamic State in Libya",
            isLogarithmic ? "USD" : "million USD",
            isLogarithmic,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new HistogramBin(Edge(i), Edge(i + 1), (1 - zero) * Shape(i) / whole)),
            ],
            zero,
            $"{100 * zero:0.#} %",
            [
                Mark("5 % quantile", zero > 0 ? 0 : 0.21) with
                {
                    Amount = zero > 0.05 ? 0 : scale,
                },
                Mark("median", 0.37),
                Mark("mean", 0.4, isMean: true),
                Mark("95 % quantile", 0.62),
            ],
            outside
        );
    }

    public static HistogramChart ZeroHistogram() => Histogram(1) with { Bins = [], Marks = [] };

    /// <summary>A total that may be a loss.</summary>
    public static HistogramChart Losses()
    {
        var gains = Histogram(0);
        return gains with
        {
            Bins = [.. gains.Bins.Select(b => new HistogramBin(b.Low - 24, b.High - 24, b.Probability))],
            Marks = [.. gains.Marks.Select(m => m with { Amount = m.Amount - 24 })],
        };
    }

    public static DotsChart Dots(
        int count = 20,
        int zeros = 6,
        double scale = 1,
        double threshold = 30,
        bool isLogarithmic = false
    )
    {
        ImmutableArray<double> dots =
        [
            .. Enumerable
                .Range(0, count - zeros)
                .Select(i => (i + 0.5) / (count - zeros))
                .Select(p => scale * (isLogarithmic ? 1e6 * Math.Pow(10, 3 * p) : 12 + (40 * p * p))),
        ];
        var above = dots.Count(d => d > threshold * scale);
        return new DotsChart(
            Text($"Islamic State in Libya: about {above} in {count} futures bring more than 30 million USD"),
            "Islamic State in Libya",
            isLogarithmic ? "USD" : "million USD",
            isLogarithmic,
            dots,
            zeros,
            threshold * scale,
            threshold == 0 ? "anything at all" : $"more than {threshold * scale} million USD",
            above
        );
    }

    /// <summary>Every future brings the same.</summary>
    public static DotsChart OneStack() => Dots(20, 0) with { Dots = [.. Enumerable.Repeat(40.0, 20)], Above = 20 };

    public static TornadoChart Tornado(int count = 5, double scale = 1, bool isLong = false, bool isStill = false)
    {
        var most = 12 * scale;
        TornadoBar Bar(int i)
        {
            var reach = isStill ? 0 : most * Math.Pow(0.6, i);
            TornadoEnd End(double value, string level) =>
                new(
                    level,
                    value,
                    $"{value:0.#}",
                    value - (isStill ? 0 : 0.3 * scale),
                    value + (isStill ? 0 : 0.3 * scale)
                );
            return new TornadoBar(
                isLong
                    ? $"{SampleCharts.Actors[i % SampleCharts.Actors.Length]} to {SampleCharts.Actors[0]}, chance"
                    : $"Field {i}, capacity",
                End((20 * scale) - reach, isLong ? $"uniform {i} to {i + 20} USD/bbl" : "20 kb/d"),
                End((20 * scale) + (1.4 * reach), isLong ? $"lognormal {i} to {i + 90} USD/bbl" : "45 kb/d"),
                IsWithinNoise: isStill || i > 4
            );
        }

        return new TornadoChart(
            Text("Islamic State in Libya: mean gross revenue: Brent, spot price moves it most"),
            "million USD",
            20 * scale,
            $"{20 * scale:0.##}",
            [.. Enumerable.Range(0, count).Select(Bar)],
            isLong ? ["Brent, volatility"] : []
        );
    }

    public static MultiplesChart Multiples(
        int count = 6,
        int months = 23,
        bool isShared = true,
        double scale = 1,
        bool isMeanOnly = false
    )
    {
        MultiplesPanel Panel(int i)
        {
            var fan = SampleCharts.Fan(months, scale / (i + 1));
            var zero = SampleCharts.Series(months, _ => 0);
            return i == count - 1 && count > 2
                ? new MultiplesPanel(
                    Name(i),
                    [.. fan.Bands.Select(b => b with { Low = zero, High = zero })],
                    zero,
                    zero
                )
                : new MultiplesPanel(Name(i), isMeanOnly ? [] : fan.Bands, isMeanOnly ? [] : fan.Median, fan.Mean);
        }

        return new MultiplesChart(
            Text("Oil revenue by actor: the most goes to Petroleum Facilities Guard"),
            "million USD per month",
            SampleCharts.Months(months),
            [.. Enumerable.Range(0, count).Select(Panel)],
            isShared,
            [],
            []
        );
    }

    /// <summary>Panels that each have a unit of their own.</summary>
    public static MultiplesChart MultiplesOfUnits()
    {
        var chart = Multiples(8, 23, isShared: false, isMeanOnly: true);
        return chart with
        {
            Unit = "",
            Panels = [.. chart.Panels.Select(p => p with { Unit = "thousand barrels per day" })],
        };
    }

    /// <summary>Money that flows both ways.</summary>
    public static MultiplesChart Signed() =>
        Multiples(3) with
        {
            Panels =
            [
                .. Multiples(3)
                    .Panels.Select(p =>
                        p with
                        {
                            Bands = [.. p.Bands.Select(b => b with { Low = [.. b.Low.Select(v => v - 12)] })],
                        }
                    ),
            ],
        };

    private static string Name(int i) => SampleCharts.Actors[i % SampleCharts.Actors.Length];

    private static ChartText Text(string title) =>
        new(
            title,
            "Gross oil revenue (sales and levies) over the whole period, February 2016 to December 2017. Invented numbers.",
            SampleCharts.Foot,
            "Invented numbers."
        );
}
