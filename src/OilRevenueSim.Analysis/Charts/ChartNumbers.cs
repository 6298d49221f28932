using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The numbers that a fan is drawn from, as a table: what a band shows of prices and places is in no other table.</summary>
/// <param name="Columns">Names of the columns: <c>date</c>, <c>unit</c>, then <c>observed</c>, quantiles such as <c>p05</c>, <c>mean</c>.</param>
/// <param name="Rows">Cells of each row; empty where there is no number.</param>
public sealed record ChartNumbers(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    // In units shown and back: no more digits than that leaves.
    private const int Digits = 12;

    private const string Day = "yyyy-MM-dd";

    /// <summary>Numbers of a fan, a row a month.</summary>
    /// <param name="chart">Chart.</param>
    public static ChartNumbers Of(FanChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Make(
            chart.Months,
            chart.Unit.Rest,
            chart.Unit.Factor,
            [.. OfBands(chart.Bands, chart.Median), ("mean", chart.Mean)]
        );
    }

    /// <summary>Numbers of a fan of differences, a row a month; the 95 % interval of the mean beside it.</summary>
    /// <param name="chart">Chart.</param>
    public static ChartNumbers Of(DifferenceFanChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Make(
            chart.Months,
            chart.Unit.Rest,
            chart.Unit.Factor,
            [
                .. OfBands(chart.Bands, chart.Median),
                ("mean", chart.Mean),
                ("mean_low", chart.MeanLow),
                ("mean_high", chart.MeanHigh),
            ]
        );
    }

    /// <summary>Numbers of a fan of prices: observations, then a row a day ahead.</summary>
    /// <param name="chart">Chart.</param>
    public static ChartNumbers Of(PriceFanChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var ahead = Make(chart.Ahead, "USD per barrel", 1.0, OfBands(chart.Bands, chart.MedianUsd));
        if (chart.Dates.IsEmpty)
        {
            return ahead;
        }

        var none = Enumerable.Repeat("", ahead.Columns.Length - 2);
        return new ChartNumbers(
            ahead.Columns.Insert(2, "observed"),
            [
                .. chart.Dates.Zip(
                    chart.PricesUsd,
                    (day, price) => (ImmutableArray<string>)[Text(day), "USD per barrel", Text(price), .. none]
                ),
                .. ahead.Rows.Select(row => row.Insert(2, "")),
            ]
        );
    }

    /// <summary>Writes it as comma-separated text (RFC 4180), names first.</summary>
    /// <param name="writer">Receives the text.</param>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var row in Rows.Prepend(Columns))
        {
            for (var c = 0; c < row.Length; c++)
            {
                CsvLine.WriteText(writer, row[c], c == row.Length - 1 ? '\n' : ',');
            }
        }
    }

    // From low to high: lower edges from the widest band, the median, upper edges from the narrowest.
    private static (string Name, ImmutableArray<double> Values)[] OfBands(
        ImmutableArray<FanBand> bands,
        ImmutableArray<double> median
    ) =>
        [
            .. bands.Select(b => (Quantile((1.0 - b.Probability) / 2.0), b.Low)),
            ("p50", median),
            .. bands.Reverse().Select(b => (Quantile((1.0 + b.Probability) / 2.0), b.High)),
        ];

    private static string Quantile(double probability) =>
        probability <= 0.0 ? "min"
        : probability >= 1.0 ? "max"
        : "p" + Math.Round(100.0 * probability, 9).ToString("00.#########", CultureInfo.InvariantCulture);

    private static ChartNumbers Make(
        ImmutableArray<DateOnly> days,
        string unit,
        double factor,
        (string Name, ImmutableArray<double> Values)[] columns
    ) =>
        new(
            ["date", "unit", .. columns.Select(c => c.Name)],
            [
                .. days.Select(
                    (day, i) =>
                        (ImmutableArray<string>)
                            [
                                Text(day),
                                unit,
                                .. columns.Select(c => Text(SignificantDigits.Round(c.Values[i] * factor, Digits))),
                            ]
                ),
            ]
        );

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static string Text(double value) => CsvLine.Text(value);
}
