using System.Security.Cryptography;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>A result that was written, and its tables in other formats.</summary>
public sealed class ResultExport
{
    /// <summary>Name of the table of path values; its file is there where the run kept them.</summary>
    public const string Paths = "paths";

    /// <summary>Name of the file of path values.</summary>
    public const string PathsFile = "paths.parquet";

    /// <summary>Name of the tidy summary.</summary>
    public const string Summary = "summary";

    /// <summary>Name of the table of a comparison.</summary>
    public const string Comparison = "comparison";

    /// <summary>Name of the file of a comparison.</summary>
    public const string ComparisonFile = "comparison.csv";

    private static readonly (string Table, string File)[] Files =
    [
        (Summary, ResultFolder.SummaryCsvName),
        (Comparison, ComparisonFile),
        (Paths, PathsFile),
    ];

    private readonly string folder;

    private ResultExport(string folder, ResultManifest manifest)
    {
        this.folder = folder;
        Manifest = manifest;
    }

    /// <summary>What determines the result.</summary>
    public ResultManifest Manifest { get; }

    /// <summary>Tables that the result has.</summary>
    public IEnumerable<string> Tables =>
        Files.Where(t => Manifest.Outputs.Any(o => o.Path == t.File)).Select(t => t.Table);

    /// <summary>Opens a result.</summary>
    /// <param name="folder">Its folder, e.g. <c>results/sirte-2016/as-it-stands</c>.</param>
    /// <exception cref="ExportException">The folder holds no result, or its manifest cannot be read.</exception>
    public static ResultExport Open(string folder)
    {
        try
        {
            return ResultFolder.ReadManifest(folder) is { } manifest
                ? new ResultExport(folder, manifest)
                : throw new ExportException(
                    ExportProblem.NotAResult,
                    folder,
                    Directory.Exists(folder)
                        ? $"{folder} holds no {ResultFolder.ManifestName}, so it is no result"
                        : $"{folder} does not exist"
                );
        }
        catch (FormatException e)
        {
            throw new ExportException(
                ExportProblem.Altered,
                folder,
                $"the manifest of {folder} is damaged: {e.Message}",
                e
            );
        }
    }

    /// <summary>Writes a table in another format, with units and the manifest of its run.</summary>
    /// <param name="table">Table, one of <see cref="Tables"/>.</param>
    /// <param name="path">File; an earlier one is replaced.</param>
    /// <param name="format">Format.</param>
    /// <exception cref="ExportException">The result has no such table, or its file is missing or not as the run wrote it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string table, string path, TableFormat format)
    {
        if (!Tables.Contains(table, StringComparer.Ordinal))
        {
            throw new ExportException(
                ExportProblem.NoSuchTable,
                folder,
                table == Paths ? $"the run in {folder} kept no values of paths"
                    : Tables.Any()
                        ? $"the result in {folder} has no table '{table}'; it has {string.Join(", ", Tables)}"
                    : $"the result in {folder} has no table to export; its tables are {string.Join(", ", Manifest.Outputs.Select(o => o.Path).Where(p => p.EndsWith(".csv", StringComparison.Ordinal)))}"
            );
        }

        switch (table)
        {
            case Paths:
                WritePaths(Checked(PathsFile), path, format);
                break;
            case Comparison:
                TableFile.Write(
                    path,
                    format,
                    Read(ComparisonFile, r => ResultTables.Comparison(ComparisonCsv.Read(r))),
                    Manifest
                );
                break;
            default:
                TableFile.Write(
                    path,
                    format,
                    Read(ResultFolder.SummaryCsvName, r => ResultTables.Summary(SummaryCsv.Read(r))),
                    Manifest
                );
                break;
        }
    }

    private static void WritePaths(string from, string path, TableFormat format)
    {
        using var source = new ParquetTable(from);
        using var file = TableFile.Begin(path, format, source.Shape, () => source.Manifest);
        for (var block = 0; block < source.BlockCount; block++)
        {
            file.Write(source.Read(block));
        }

        file.Complete();
    }

    private Table Read(string file, Func<TextReader, Table> read)
    {
        using var reader = new StreamReader(Checked(file));
        return read(reader);
    }

    /// <summary>Path of a file of the result, when it is as the run wrote it.</summary>
    private string Checked(string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new ExportException(
                ExportProblem.Incomplete,
                path,
                $"{path} is missing, though the manifest names it: the result is incomplete"
            );
        }

        using var stream = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        var expected = Manifest.Outputs.Single(o => o.Path == file).Sha256;
        return hash == expected
            ? path
            : throw new ExportException(
                ExportProblem.Altered,
                path,
                $"{path} is not as the run wrote it: its SHA-256 is {hash[..12]}…, the manifest says {expected[..12]}…"
            );
    }
}

/// <summary>Why a result cannot be exported.</summary>
public enum ExportProblem
{
    /// <summary>The folder holds no result.</summary>
    NotAResult,

    /// <summary>A file of the result is missing.</summary>
    Incomplete,

    /// <summary>A file of the result is not as the run wrote it.</summary>
    Altered,

    /// <summary>The result has no such table.</summary>
    NoSuchTable,
}

/// <summary>A result that cannot be exported.</summary>
public sealed class ExportException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ExportException(ExportProblem problem, string path, string message, Exception? inner = null)
        : base(message, inner)
    {
        Problem = problem;
        Path = path;
    }

    /// <summary>Creates an exception without details.</summary>
    public ExportException()
        : this(ExportProblem.NotAResult, "", "The result cannot be exported.") { }

    /// <summary>Creates an exception with a message.</summary>
    public ExportException(string message)
        : this(ExportProblem.NotAResult, "", message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public ExportException(string message, Exception innerException)
        : this(ExportProblem.NotAResult, "", message, innerException) { }

    /// <summary>What is wrong.</summary>
    public ExportProblem Problem { get; }

    /// <summary>Folder or file.</summary>
    public string Path { get; } = "";
}
