using System.Collections.Immutable;
using OilRevenueSim.Analysis.Manifests;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>A table being written to a file, block by block; the file appears under its name when it is whole.</summary>
/// <remarks>The same table and manifest give the same bytes: no date, no machine, no order of threads.</remarks>
public sealed class TableFile : IDisposable
{
    private readonly string path;
    private readonly string partial;
    private readonly TableFormat format;
    private readonly TableShape shape;
    private readonly Func<ResultManifest?> manifest;
    private readonly ITableWriter writer;
    private readonly FileStream stream;
    private bool isComplete;

    private TableFile(string path, TableFormat format, TableShape shape, Func<ResultManifest?> manifest)
    {
        this.path = path;
        this.format = format;
        this.shape = shape;
        this.manifest = manifest;
        partial = path + ".partial";
        stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            writer = WriterOf(format, shape, () => Provenance.Of(shape, manifest()), stream);
        }
        catch
        {
            stream.Dispose();
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Ending of the names of files of a format, with its point.</summary>
    public static string EndingOf(TableFormat format) =>
        format switch
        {
            TableFormat.Parquet => ".parquet",
            TableFormat.Arrow => ".arrow",
            TableFormat.ArrowStream => ".arrows",
            _ => ".csv",
        };

    /// <summary>File beside a CSV that holds its units and provenance, in the form of the W3C's "CSV on the Web".</summary>
    public static string MetadataPathOf(string csvPath) => csvPath + "-metadata.json";

    /// <summary>Begins a file; an earlier one of that name stands until the new one is whole.</summary>
    /// <param name="path">File.</param>
    /// <param name="format">Format.</param>
    /// <param name="shape">Name and columns of the table.</param>
    /// <param name="manifest">Run it comes from; Parquet asks at the end, Arrow at the beginning. Null for none.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static TableFile Begin(string path, TableFormat format, TableShape shape, Func<ResultManifest?> manifest) =>
        new(path, format, shape, manifest);

    /// <summary>Writes a table.</summary>
    /// <inheritdoc cref="Begin"/>
    public static void Write(string path, TableFormat format, Table table, ResultManifest? manifest)
    {
        using var file = Begin(path, format, table.Shape, () => manifest);
        if (table.Rows.Rows > 0)
        {
            file.Write(table.Rows);
        }

        file.Complete();
    }

    /// <summary>Writes the next rows.</summary>
    public void Write(TableBlock block) => writer.Write(block);

    /// <summary>Ends the file and gives it its name.</summary>
    public void Complete()
    {
        writer.Complete();
        writer.Dispose();
        stream.Dispose();
        if (format is TableFormat.Csv or TableFormat.ExcelCsv)
        {
            File.WriteAllText(
                MetadataPathOf(path),
                CsvMetadata.Of(Path.GetFileName(path), shape, Provenance.Of(shape, manifest()))
            );
        }

        File.Move(partial, path, overwrite: true);
        isComplete = true;
    }

    /// <summary>Removes the file if it is not whole.</summary>
    public void Dispose()
    {
        if (!isComplete)
        {
            stream.Dispose();
            File.Delete(partial);
        }
    }

    private static ITableWriter WriterOf(
        TableFormat format,
        TableShape shape,
        Func<ImmutableArray<KeyValuePair<string, string>>> metadata,
        Stream stream
    ) =>
        format switch
        {
            TableFormat.Parquet => new ParquetTableWriter(shape, () => metadata(), stream),
            TableFormat.Arrow => new ArrowTableWriter(shape, metadata(), stream, isStream: false),
            TableFormat.ArrowStream => new ArrowTableWriter(shape, metadata(), stream, isStream: true),
            _ => new CsvTableWriter(shape, stream, forExcel: format == TableFormat.ExcelCsv),
        };
}
