using System.Collections.Immutable;
using Deedle;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Frames;

/// <summary>The tables of a result as Deedle frames, for scripts and notebooks; what does not apply is missing.</summary>
/// <remarks>Frames stand at the edge: nothing in the program computes with them (packages.md).</remarks>
public static class ResultFrames
{
    /// <summary>The tidy summary: a row a number, columns as in <c>summary.csv</c>.</summary>
    /// <param name="rows">Rows of <see cref="SummaryTable"/>.</param>
    public static Frame<int, string> Summary(IReadOnlyCollection<SummaryRow> rows) => Of(ResultTables.Summary(rows));

    /// <summary>The tidy summary of a result.</summary>
    public static Frame<int, string> Summary(EnsembleResult result) => Summary(SummaryTable.From(result));

    /// <summary>One series: a row a period, a column a statistic; <c>p_over</c> has its threshold behind it.</summary>
    /// <param name="result">Result.</param>
    /// <param name="series">Series of the result.</param>
    /// <param name="kind">Length of the periods.</param>
    /// <exception cref="ArgumentException">The series is not recorded.</exception>
    public static Frame<string, string> Wide(
        EnsembleResult result,
        SeriesKey series,
        PeriodKind kind = PeriodKind.Month
    )
    {
        if (!result.Series.Contains(series))
        {
            throw new ArgumentException($"{series} is not recorded.", nameof(series));
        }

        var periods = result.Periods.Where(p => p.Kind == kind).Select(p => p.Label).ToHashSet();
        var rows = SummaryTable.From(result).Where(r => IsOf(r, series) && periods.Contains(r.Period));
        var columns = new FrameBuilder.Columns<string, string>();
        foreach (var column in rows.GroupBy(ColumnOf))
        {
            columns.Add(column.Key, column.Select(r => KeyValue.Create(r.Period, r.Value)).ToSeries());
        }

        return columns.Frame;
    }

    /// <summary>The headline as it is printed: a row a line.</summary>
    public static Frame<int, string> Headline(Headline headline) => Of(ResultTables.Headline(headline));

    /// <summary>A comparison: a row a number, columns as in <c>comparison.csv</c>.</summary>
    public static Frame<int, string> Comparison(Comparison comparison) =>
        Of(ResultTables.Comparison(ComparedRow.Of(comparison)));

    /// <summary>Who got what and what was lost: a row an actor and quantity.</summary>
    public static Frame<int, string> Money(MoneyTable money) => Of(ResultTables.Money(money));

    /// <summary>Who got what and what was lost: a row an actor, a column a quantity, cells are means.</summary>
    public static Frame<string, string> MoneyWide(MoneyTable money)
    {
        var columns = new FrameBuilder.Columns<string, string>();
        for (var c = 0; c < money.Columns.Length; c++)
        {
            columns.Add(
                money.Columns[c].Quantity.Name,
                money
                    .Rows.Where(row => row.Cells[c] is not null)
                    .Select(row => KeyValue.Create(row.Actor.Label, row.Cells[c]!.Value.MeanUsd))
                    .ToSeries()
            );
        }

        return columns.Frame;
    }

    /// <summary>One statistic of every series: a row a period, a column a series, named as in <see cref="PathColumns.NameOf(PathColumn)"/>.</summary>
    /// <param name="result">Result.</param>
    /// <param name="kind">Length of the periods.</param>
    /// <param name="statistic">One of <see cref="SummaryStatistic"/>, but not <c>p_over</c>, of which there are several.</param>
    /// <exception cref="ArgumentException">No series has such a statistic.</exception>
    public static Frame<string, string> ByPeriod(
        EnsembleResult result,
        PeriodKind kind = PeriodKind.Month,
        string statistic = SummaryStatistic.Mean
    )
    {
        var rows = SummaryTable.From(result).Where(r => r.Statistic == statistic && r.Threshold is null).ToList();
        if (rows.Count == 0)
        {
            throw new ArgumentException(
                $"No series has the statistic '{statistic}'; there are "
                    + string.Join(
                        ", ",
                        SummaryTable.From(result).Select(r => r.Statistic).Distinct(StringComparer.Ordinal)
                    ),
                nameof(statistic)
            );
        }

        var periods = result.Periods.Where(p => p.Kind == kind).Select(p => p.Label).ToHashSet(StringComparer.Ordinal);
        var columns = new FrameBuilder.Columns<string, string>();
        foreach (
            var series in rows.Where(r => periods.Contains(r.Period))
                .GroupBy(r => PathColumns.NameOf(r.Actor, r.Place, r.Channel, r.Quantity))
        )
        {
            columns.Add(series.Key, series.Select(r => KeyValue.Create(r.Period, r.Value)).ToSeries());
        }

        return columns.Frame;
    }

    /// <summary>The values of an exact run: a row a path, a column a series in a period.</summary>
    /// <param name="result">Result.</param>
    /// <param name="columns">What to take; the totals of every series with values by default.</param>
    /// <exception cref="InvalidOperationException">The run kept no values, or not of these series.</exception>
    public static Frame<long, string> Paths(EnsembleResult result, ImmutableArray<PathColumn> columns = default)
    {
        var table = PathTable.Of(result, columns.IsDefault ? PathColumns.Totals(result) : columns);
        var paths = (long[])table.Rows.Cells[0];
        var frame = new FrameBuilder.Columns<long, string>();
        for (var c = 1; c < table.Shape.Columns.Length; c++)
        {
            var cells = table.Rows.Cells[c];
            frame.Add(
                table.Shape.Columns[c].Name,
                cells is long[] numbers
                    ? new Series<long, long>(paths, numbers)
                    : new Series<long, double>(paths, (double[])cells)
            );
        }

        return frame.Frame;
    }

    /// <summary>The values of an exact run: a row a path, series and period.</summary>
    /// <param name="result">Result.</param>
    /// <param name="columns">What to take; the totals of every series with values by default.</param>
    /// <exception cref="InvalidOperationException">The run kept no values, or not of these series.</exception>
    public static Frame<int, string> PathsTidy(EnsembleResult result, ImmutableArray<PathColumn> columns = default) =>
        Of(PathTable.Tidy(result, columns.IsDefault ? PathColumns.Totals(result) : columns));

    /// <summary>Any table as a frame, rows numbered from 0.</summary>
    public static Frame<int, string> Of(Table table)
    {
        var columns = new FrameBuilder.Columns<int, string>();
        for (var c = 0; c < table.Shape.Columns.Length; c++)
        {
            columns.Add(table.Shape.Columns[c].Name, SeriesOf(table.Rows.Cells[c]));
        }

        return columns.Frame;
    }

    private static bool IsOf(SummaryRow row, SeriesKey series) =>
        row.Actor == series.Actor
        && row.Place == series.Place
        && row.Channel == series.Channel
        && row.Quantity == series.Quantity.Name;

    private static string ColumnOf(SummaryRow row) =>
        row.Threshold is { } threshold ? $"{row.Statistic} {Readable.ExactMoney(threshold)}" : row.Statistic;

    private static ISeries<int> SeriesOf(Array cells) =>
        cells switch
        {
            string?[] texts => Present(texts, text => text is not null)
                .Select(i => KeyValue.Create(i, texts[i]!))
                .ToSeries(),
            double[] numbers => Present(numbers, number => !double.IsNaN(number))
                .Select(i => KeyValue.Create(i, numbers[i]))
                .ToSeries(),
            _ => ((long[])cells).Select((number, i) => KeyValue.Create(i, number)).ToSeries(),
        };

    private static IEnumerable<int> Present<TCell>(TCell[] cells, Func<TCell, bool> isThere) =>
        Enumerable.Range(0, cells.Length).Where(i => isThere(cells[i]));
}
