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
    private readonly int replicates;
    private readonly int most;
    private readonly long[][] numbers; // [numbering column][row]
    private readonly double[][] values; // [column][row]
    private readonly ImmutableArray<Array> cells;
    private int rows;

    /// <summary>Begins a file.</summary>
    /// <param name="path">File.</param>
    /// <param name="format">Format.</param>
    /// <param name="columns">What to keep.</param>
    /// <param name="manifest">Run it comes from; see <see cref="TableFile.Begin"/>.</param>
    /// <param name="replicates">Paths a world.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public PathTable(
        string path,
        TableFormat format,
        ImmutableArray<PathColumn> columns,
        Func<ResultManifest> manifest,
        int replicates = 1
    )
    {
        Columns = columns;
        this.replicates = replicates;
        var shape = PathColumns.ShapeOf(columns, replicates);
        most = RowsOf(shape.Columns.Length);
        numbers = [.. PathColumns.Numbering(replicates).Select(_ => new long[most])];
        values = [.. columns.Select(_ => new double[most])];
        cells = [.. numbers, .. values];
        file = TableFile.Begin(path, format, shape, manifest);
    }

    /// <inheritdoc />
    public ImmutableArray<PathColumn> Columns { get; }

    /// <inheritdoc />
    public void Write(PathValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var done = 0; done < values.Count; )
        {
            var count = Math.Min(values.Count - done, most - rows);
            for (var n = 0; n < numbers.Length; n++)
            {
                for (var i = 0; i < count; i++)
                {
                    numbers[n][rows + i] = PathColumns.Number(n, values.FirstPath + done + i, replicates);
                }
            }

            for (var c = 0; c < this.values.Length; c++)
            {
                values.Column(c).Slice(done, count).CopyTo(this.values[c].AsSpan(rows));
            }

            rows += count;
            done += count;
            if (rows == most)
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
        var step = RowsOf(all.Shape.Columns.Length);
        for (var first = 0; first < all.Rows.Rows; first += step)
        {
            var count = Math.Min(step, all.Rows.Rows - first);
            whole.Write(new TableBlock(count, [.. all.Rows.Cells.Select(cells => Slice(cells, first, count))]));
        }

        whole.Complete();
    }

    /// <summary>The values that an exact run kept, as a table.</summary>
    /// <param name="result">Result.</param>
    /// <param name="columns">What to take; the run must have kept it.</param>
    /// <exception cref="InvalidOperationException">The run kept no values, or not of these series.</exception>
    public static Table Of(EnsembleResult result, ImmutableArray<PathColumn> columns)
    {
        var (paths, perWorld) = (checked((int)result.Manifest.Paths), result.Manifest.Replicates);
        return new Table(
            PathColumns.ShapeOf(columns, perWorld),
            new TableBlock(
                paths,
                [
                    .. PathColumns
                        .Numbering(perWorld)
                        .Select(
                            (_, n) =>
                                Enumerable.Range(0, paths).Select(i => PathColumns.Number(n, i, perWorld)).ToArray()
                        ),
                    .. columns.Select(c =>
                        result.Draws(result.Series.IndexOf(c.Series), result.Periods.IndexOf(c.Period))
                    ),
                ]
            )
        );
    }

    /// <summary>The values that an exact run kept, tidy: a row a path, series and period.</summary>
    /// <inheritdoc cref="Of"/>
    public static Table Tidy(EnsembleResult result, ImmutableArray<PathColumn> columns)
    {
        var wide = Of(result, columns);
        var numbering = PathColumns.Numbering(result.Manifest.Replicates).ToList();
        var tidy = (
            from path in Enumerable.Range(0, wide.Rows.Rows)
            from c in Enumerable.Range(0, columns.Length)
            select (Path: (long)path, Column: columns[c], Value: ((double[])wide.Rows.Cells[numbering.Count + c])[path])
        ).ToList();
        return Table.Of(
            "paths",
            tidy,
            [
                .. numbering.Select(
                    (column, n) =>
                        (
                            column,
                            (Func<(long Path, PathColumn Column, double Value), object?>)(
                                r => PathColumns.Number(n, r.Path, result.Manifest.Replicates)
                            )
                        )
                ),
                (Text("actor", "whose number it is") with { MayMiss = true }, r => r.Column.Series.Actor),
                (Text("place", "area or field") with { MayMiss = true }, r => r.Column.Series.Place),
                (Text("channel", "market") with { MayMiss = true }, r => r.Column.Series.Channel),
                (Text("quantity", "what the number is"), r => r.Column.Series.Quantity.Name),
                (Text("unit", "unit of the quantity"), r => r.Column.Series.Quantity.Unit),
                (Text("period", "month, year or total"), r => r.Column.Period.Label),
                (new TableColumn("value", ColumnType.Number, "see unit", "value on the path"), r => r.Value),
            ]
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
