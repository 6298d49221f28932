using Deedle;
using OilRevenueSim.Analysis.Sweeps;

namespace OilRevenueSim.Analysis.Frames;

/// <summary>The tables of a sweep as Deedle frames; what does not apply is missing.</summary>
public static class SweepFrames
{
    /// <summary>A row a number, columns as in <c>sweep.csv</c>.</summary>
    /// <param name="axes">Axes.</param>
    /// <param name="rows">Rows.</param>
    public static Frame<int, string> Tidy(IReadOnlyList<SweepAxis> axes, IReadOnlyList<SweepRow> rows)
    {
        var columns = new FrameBuilder.Columns<int, string>();
        columns.Add("cell", Of(rows, r => (int?)r.Cell));
        columns.Add("is_file", Of(rows, r => (bool?)r.IsFile));
        for (var a = 0; a < axes.Count; a++)
        {
            var axis = a;
            if (rows.All(r => r.IsFile || r.Values[axis].Number is not null))
            {
                columns.Add(axes[a].Title, Of(rows, r => r.Values[axis].Number));
            }
            else
            {
                columns.Add(axes[a].Title, Texts(rows, r => r.Values[axis].Text));
            }
        }

        columns.Add("course", Texts(rows, r => r.Course));
        columns.Add("actor", Texts(rows, r => r.Actor));
        columns.Add("quantity", Texts(rows, r => r.Quantity));
        columns.Add("unit", Texts(rows, r => r.Unit));
        columns.Add("statistic", Texts(rows, r => r.Statistic));
        columns.Add("value", Of(rows, r => r.Value?.Value));
        columns.Add("low", Of(rows, r => r.Value?.Low));
        columns.Add("high", Of(rows, r => r.Value?.High));
        columns.Add("difference", Of(rows, r => r.Difference?.Value));
        columns.Add("difference_low", Of(rows, r => r.Difference?.Low));
        columns.Add("difference_high", Of(rows, r => r.Difference?.High));
        columns.Add("reason", Texts(rows, r => r.Reason));
        return columns.Frame;
    }

    /// <summary>One number by the levels of two axes; the file as it stands is left out.</summary>
    /// <param name="rows">The number in every cell.</param>
    /// <param name="down">Address of the axis down the side.</param>
    /// <param name="across">Address of the axis along the top.</param>
    /// <exception cref="ArgumentException">A pair of levels stands in several cells.</exception>
    public static Frame<string, string> Pivot(IReadOnlyList<SweepRow> rows, string down, string across)
    {
        var cells = rows.Where(r => !r.IsFile)
            .Select(r => (Down: TextOf(r, down), Across: TextOf(r, across), r.Value))
            .ToList();
        if (cells.GroupBy(c => (c.Down, c.Across)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"{twice.Key.Down} and {twice.Key.Across} stand in {twice.Count()} cells: a table of two axes needs a sweep of these two.",
                nameof(rows)
            );
        }

        var columns = new FrameBuilder.Columns<string, string>();
        foreach (var column in cells.GroupBy(c => c.Across))
        {
            columns.Add(
                column.Key,
                column
                    .Where(c => c.Value is not null)
                    .Select(c => KeyValue.Create(c.Down, c.Value!.Value.Value))
                    .ToSeries()
            );
        }

        return columns.Frame;
    }

    private static string TextOf(SweepRow row, string address) => row.Values.First(v => v.Address == address).Text;

    private static Series<int, T> Of<T>(IReadOnlyList<SweepRow> rows, Func<SweepRow, T?> of)
        where T : struct =>
        Enumerable
            .Range(0, rows.Count)
            .Select(i => (i, value: of(rows[i])))
            .Where(x => x.value is not null)
            .Select(x => KeyValue.Create(x.i, x.value!.Value))
            .ToSeries();

    private static Series<int, string> Texts(IReadOnlyList<SweepRow> rows, Func<SweepRow, string?> of) =>
        Enumerable
            .Range(0, rows.Count)
            .Select(i => (i, text: of(rows[i])))
            .Where(x => x.text is not null)
            .Select(x => KeyValue.Create(x.i, x.text!))
            .ToSeries();
}
