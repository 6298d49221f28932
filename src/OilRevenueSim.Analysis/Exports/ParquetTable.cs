using System.Collections.Immutable;
using System.Text.Json;
using OilRevenueSim.Analysis.Manifests;
using Parquet;
using Parquet.Schema;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>A Parquet file of this program, read block by block.</summary>
internal sealed class ParquetTable : IDisposable
{
    private readonly FileStream stream;
    private readonly ParquetReader reader;

    /// <summary>Opens a file.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public ParquetTable(string path)
    {
        stream = File.OpenRead(path);
        try
        {
            reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
            Shape = ReadShape(reader);
            Manifest = Provenance.ReadManifest(reader.CustomMetadata[Provenance.ManifestKey]);
        }
        catch (Exception e) when (e is not FormatException and not OutOfMemoryException)
        {
            Dispose();
            throw new FormatException($"{path} is not a table that oilsim has written: {e.Message}", e);
        }
    }

    /// <summary>Name and columns.</summary>
    public TableShape Shape { get; }

    /// <summary>Manifest of the run it comes from.</summary>
    public ResultManifest Manifest { get; }

    /// <summary>Number of blocks.</summary>
    public int BlockCount => reader.RowGroupCount;

    /// <summary>Reads a block.</summary>
    public TableBlock Read(int block)
    {
        using var group = reader.OpenRowGroupReader(block);
        var rows = checked((int)group.RowCount);
        return new TableBlock(
            rows,
            [.. Shape.Columns.Select((column, c) => Read(group, reader.Schema.DataFields[c], column, rows))]
        );
    }

    /// <inheritdoc />
    public void Dispose()
    {
        reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        stream.Dispose();
    }

    private static Array Read(ParquetRowGroupReader group, DataField field, TableColumn column, int rows)
    {
        switch (column)
        {
            case { Type: ColumnType.Text }:
                var texts = new string?[rows];
                group.ReadAsync(field, texts.AsMemory()!, null).AsTask().GetAwaiter().GetResult();
                return texts;
            case { Type: ColumnType.WholeNumber }:
                var whole = new long[rows];
                group.ReadAsync(field, whole.AsMemory()).AsTask().GetAwaiter().GetResult();
                return whole;
            case { MayMiss: true }:
                var optional = new double?[rows];
                group.ReadAsync(field, optional.AsMemory()).AsTask().GetAwaiter().GetResult();
                return Array.ConvertAll(optional, n => n ?? double.NaN);
            default:
                var numbers = new double[rows];
                group.ReadAsync(field, numbers.AsMemory()).AsTask().GetAwaiter().GetResult();
                return numbers;
        }
    }

    private static TableShape ReadShape(ParquetReader reader)
    {
        using var described = JsonDocument.Parse(reader.CustomMetadata[Provenance.ColumnsKey]);
        return new TableShape(
            reader.CustomMetadata[Provenance.TableKey],
            [.. reader.Schema.DataFields.Zip(described.RootElement.EnumerateArray(), ColumnOf)]
        );
    }

    private static TableColumn ColumnOf(DataField field, JsonElement described)
    {
        var texts = described
            .EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
        if (texts["name"] != field.Name)
        {
            throw new FormatException($"Column {field.Name} is described as {texts["name"]}.");
        }

        return new TableColumn(
            field.Name,
            field.ClrType == typeof(string) ? ColumnType.Text
                : field.ClrType == typeof(long) ? ColumnType.WholeNumber
                : ColumnType.Number,
            texts.GetValueOrDefault("unit", ""),
            texts["description"]
        )
        {
            MayMiss = field.IsNullable,
            About =
            [
                .. described
                    .EnumerateObject()
                    .Where(p => p.Name is not ("name" or "unit" or "description"))
                    .Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!)),
            ],
        };
    }
}
