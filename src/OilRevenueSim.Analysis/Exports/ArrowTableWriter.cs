using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>A table as Arrow IPC, file or stream: a record batch a block, uncompressed so that readers may map it into memory.</summary>
internal sealed class ArrowTableWriter : ITableWriter
{
    private readonly Schema schema;
    private readonly ArrowStreamWriter writer;

    /// <param name="shape">Name and columns.</param>
    /// <param name="metadata">Metadata of the file; it comes first.</param>
    /// <param name="stream">Stream; stays open.</param>
    /// <param name="isStream">True for the streaming format, false for the file format.</param>
    public ArrowTableWriter(
        TableShape shape,
        IEnumerable<KeyValuePair<string, string>> metadata,
        Stream stream,
        bool isStream
    )
    {
        schema = ArrowSchema.Of(shape, metadata);
        writer = isStream
            ? new ArrowStreamWriter(stream, schema, leaveOpen: true)
            : new ArrowFileWriter(stream, schema, leaveOpen: true);
        writer.WriteStart();
    }

    /// <inheritdoc />
    public void Write(TableBlock block)
    {
        using var batch = new RecordBatch(schema, block.Cells.Select(cells => ArrayOf(cells, block.Rows)), block.Rows);
        writer.WriteRecordBatch(batch);
    }

    /// <inheritdoc />
    public void Complete() => writer.WriteEnd();

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    private static IArrowArray ArrayOf(System.Array cells, int rows) =>
        cells switch
        {
            string?[] texts => Texts(texts, rows),
            double[] numbers => Numbers(numbers, rows),
            _ => new Int64Array.Builder().Append(((long[])cells).AsSpan(0, rows)).Build(),
        };

    private static StringArray Texts(string?[] texts, int rows)
    {
        var builder = new StringArray.Builder();
        foreach (var text in texts.AsSpan(0, rows))
        {
            builder.Append(text);
        }

        return builder.Build();
    }

    private static DoubleArray Numbers(double[] numbers, int rows)
    {
        var builder = new DoubleArray.Builder().Reserve(rows);
        foreach (var number in numbers.AsSpan(0, rows))
        {
            _ = double.IsNaN(number) ? builder.AppendNull() : builder.Append(number);
        }

        return builder.Build();
    }
}

/// <summary>The Arrow schema of a table, with unit and description of each column.</summary>
internal static class ArrowSchema
{
    /// <summary>Key under which Parquet files carry an Arrow schema; Arrow's readers take the metadata of columns from it.</summary>
    public const string ParquetKey = "ARROW:schema";

    public static Schema Of(TableShape shape, IEnumerable<KeyValuePair<string, string>>? metadata) =>
        new(shape.Columns.Select(c => new Field(c.Name, TypeOf(c.Type), c.MayMiss, Provenance.Of(c))), metadata);

    /// <summary>The schema as an encapsulated message in base 64.</summary>
    public static string ToBase64(TableShape shape)
    {
        using var stream = new MemoryStream();
        using var writer = new ArrowStreamWriter(stream, Of(shape, metadata: null), leaveOpen: true);
        writer.WriteStart();
        return Convert.ToBase64String(stream.ToArray());
    }

    private static IArrowType TypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Text => StringType.Default,
            ColumnType.Number => DoubleType.Default,
            _ => Int64Type.Default,
        };
}
