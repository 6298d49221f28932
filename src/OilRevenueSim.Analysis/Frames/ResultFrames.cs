using Deedle;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Frames;

/// <summary>The tables of a result as Deedle frames, for scripts and notebooks; what does not apply is missing.</summary>
/// <remarks>Frames stand at the edge: nothing in the program computes with them (packages.md).</remarks>
public static class ResultFrames
{
    /// <summary>The tidy summary: a row a number, columns as in <c>summary.csv</c>.</summary>
    /// <param name="rows">Rows of <see cref="SummaryTable"/>.</param>
    public static Frame<int, string> Summary(IReadOnlyList<SummaryRow> rows)
    {
        var columns = new FrameBuilder.Columns<int, string>();
        columns.Add("course", Texts(rows, r => r.Course));
        columns.Add("actor", Texts(rows, r => r.Actor));
        columns.Add("place", Texts(rows, r => r.Place));
        columns.Add("channel", Texts(rows, r => r.Channel));
        columns.Add("quantity", Texts(rows, r => r.Quantity));
        columns.Add("unit", Texts(rows, r => r.Unit));
        columns.Add("period", Texts(rows, r => r.Period));
        columns.Add("statistic", Texts(rows, r => r.Statistic));
        columns.Add("threshold", Numbers(rows, r => r.Threshold));
        columns.Add("value", Numbers(rows, r => r.Value));
        columns.Add("low", Numbers(rows, r => r.Low));
        columns.Add("high", Numbers(rows, r => r.High));
        return columns.Frame;
    }

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
    public static Frame<int, string> Headline(Headline headline)
    {
        var rows = HeadlineRow.Of(headline);
        var columns = new FrameBuilder.Columns<int, string>();
        columns.Add("subject", Texts(rows, r => r.Subject));
        columns.Add("label", Texts(rows, r => r.Label));
        columns.Add("text", Texts(rows, r => r.Text));
        return columns.Frame;
    }

    private static bool IsOf(SummaryRow row, SeriesKey series) =>
        row.Actor == series.Actor
        && row.Place == series.Place
        && row.Channel == series.Channel
        && row.Quantity == series.Quantity.Name;

    private static string ColumnOf(SummaryRow row) =>
        row.Threshold is { } threshold ? $"{row.Statistic} {Readable.ExactMoney(threshold)}" : row.Statistic;

    private static Series<int, string> Texts<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string?> textOf) =>
        Enumerable
            .Range(0, rows.Count)
            .Select(i => (i, text: textOf(rows[i])))
            .Where(x => x.text is not null)
            .Select(x => KeyValue.Create(x.i, x.text!))
            .ToSeries();

    private static Series<int, double> Numbers(IReadOnlyList<SummaryRow> rows, Func<SummaryRow, double?> numberOf) =>
        Enumerable
            .Range(0, rows.Count)
            .Select(i => (i, number: numberOf(rows[i])))
            .Where(x => x.number is not null)
            .Select(x => KeyValue.Create(x.i, x.number!.Value))
            .ToSeries();
}
