using System.Collections.Immutable;
using System.Numerics;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>Writes the values of paths to a file while a run goes on: memory holds one block of rows, however many paths there are.</summary>
/// <remarks>Blocks have a size that the number of columns sets, so threads and the run's own blocks leave no trace in the file.</remarks>
public sealed class PathTable : IPathSink, IDisposable
{
    private const int MostValues = 1 << 22; // 32 MiB
    private const int MostRows = 1 << 17;
    private const int FewestRows = 1 << 10;

    private readonly TableFile file;
    private readonly long[] paths;
    private readonly double[][] values; // [column][row]
    private readonly ImmutableArray<Array> cells;
    private int rows;

    /// <summary>Begins a file.</summary>
    /// <param name="path">File.</param>
    /// <param name="format">Format.</param>
    /// <param name="columns">What to keep.</param>
    /// <param name="manifest">Run it comes from; see <see cref="TableFile.Begin"/>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public PathTable(string path, TableFormat format, ImmutableArray<PathColumn> columns, Func<ResultManifest> manifest)
    {
        Columns = columns;
        var most = RowsOf(columns.Length + 1);
        paths = new long[most];
        values = [.. columns.Select(_ => new double[most])];
        cells = [paths, .. values];
        file = TableFile.Begin(path, format, PathColumns.ShapeOf(columns), manifest);
    }

    /// <inheritdoc />
    public ImmutableArray<PathColumn> Columns { get; }

    /// <inheritdoc />
    public void Write(PathValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var done = 0; done < values.Count; )
        {
            var count = Math.Min(values.Count - done, paths.Length - rows);
            for (var i = 0; i < count; i++)
            {
                paths[rows + i] = values.FirstPath + done + i;
            }

            for (var c = 0; c < this.values.Length; c++)
            {
                values.Column(c).Slice(done, count).CopyTo(this.values[c].AsSpan(rows));
            }

            rows += count;
            done += count;
            if (rows == paths.Length)
            {
                WriteRows();
            }
        }
    }

    /// <summary>Ends the file and gives it its name.</summary>
    public void Complete()
    {
        if (rows > 0)
        {
            WriteRows();
        }

        file.Complete();
    }

    /// <summary>Removes the file if it is not whole.</summary>
    public void Dispose() => file.Dispose();

    /// <summary>Rows of a block: a power of two from 2^10 to 2^17 that keeps a block within 2^22 cells.</summary>
    internal static int RowsOf(int columns) =>
        Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)((MostValues / columns) + 1)) / 2, FewestRows, MostRows);

    /// <summary>Writes the values that an exact run kept.</summary>
    /// <param name="result">Result.</param>
    /// <param name="columns">What to write; the run must have kept it.</param>
    /// <param name="path">File.</param>
    /// <param name="format">Format.</param>
    /// <exception cref="InvalidOperationException">The run kept no values, or not of these series.</exception>
    public static void Write(EnsembleResult result, ImmutableArray<PathColumn> columns, string path, TableFormat format)
    {
        var all = Of(result, columns);
        using var whole = TableFile.Begin(path, format, all.Shape, () => ResultManifest.From(result));
        var most = RowsOf(columns.Length + 1);
        for (var first = 0; first < all.Rows.Rows; first += most)
        {
            var count = Math.Min(most, all.Rows.Rows - first);
            whole.Write(new TableBlock(count, [.. all.Rows.Cells.Select(cells => Slice(cells, first, count))]));
        }

        whole.Complete();
    }

    /// <summary>The values that an exact run kept, as a table.</summary>
    /// <param name="result">Result.</param>
    /// <param name="columns">What to take; the run must have kept it.</param>
    /// <exception cref="InvalidOperationException">The run kept no values, or not of these series.</exception>
    public static Table Of(EnsembleResult result, ImmutableArray<PathColumn> columns) =>
        new(
            PathColumns.ShapeOf(columns),
            new TableBlock(
                checked((int)result.Manifest.Paths),
                [
                    Enumerable.Range(0, checked((int)result.Manifest.Paths)).Select(i => (long)i).ToArray(),
                    .. columns.Select(c =>
                        result.Draws(result.Series.IndexOf(c.Series), result.Periods.IndexOf(c.Period))
                    ),
                ]
            )
        );

    /// <summary>The values that an exact run kept, tidy: a row a path, series and period.</summary>
    /// <inheritdoc cref="Of"/>
    public static Table Tidy(EnsembleResult result, ImmutableArray<PathColumn> columns)
    {
        var wide = Of(result, columns);
        var tidy = (
            from path in Enumerable.Range(0, wide.Rows.Rows)
            from c in Enumerable.Range(0, columns.Length)
            select (Path: (long)path, Column: columns[c], Value: ((double[])wide.Rows.Cells[c + 1])[path])
        ).ToList();
        return Table.Of(
            "paths",
            tidy,
            (wide.Shape.Columns[0], r => r.Path),
            (Text("actor", "whose number it is") with { MayMiss = true }, r => r.Column.Series.Actor),
            (Text("place", "area or field") with { MayMiss = true }, r => r.Column.Series.Place),
            (Text("channel", "market") with { MayMiss = true }, r => r.Column.Series.Channel),
            (Text("quantity", "what the number is"), r => r.Column.Series.Quantity.Name),
            (Text("unit", "unit of the quantity"), r => r.Column.Series.Quantity.Unit),
            (Text("period", "month, year or total"), r => r.Column.Period.Label),
            (new TableColumn("value", ColumnType.Number, "see unit", "value on the path"), r => r.Value)
        );
    }

    private static TableColumn Text(string name, string description) => new(name, ColumnType.Text, "", description);

    private static Array Slice(Array cells, int first, int count) =>
        cells is long[] whole ? whole[first..(first + count)] : ((double[])cells)[first..(first + count)];

    private void WriteRows()
    {
        file.Write(new TableBlock(rows, cells));
        rows = 0;
    }
}
