using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Writes one table of a result in another format.</summary>
internal sealed class ExportRun(Terminal terminal)
{
    private static readonly (string Name, TableFormat Format)[] Formats =
    [
        ("parquet", TableFormat.Parquet),
        ("arrow", TableFormat.Arrow),
        ("arrow-stream", TableFormat.ArrowStream),
        ("csv", TableFormat.Csv),
    ];

    /// <summary>Writes and returns the exit code.</summary>
    /// <param name="folder">Folder of the result.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="formatName">Name of the format, or null.</param>
    /// <param name="file">File, or null.</param>
    /// <param name="forExcel">True for a CSV that Excel opens as UTF-8.</param>
    /// <param name="force">True to replace a file.</param>
    /// <exception cref="InputException">It cannot be written as asked.</exception>
    public int Execute(string folder, string table, string? formatName, string? file, bool forExcel, bool force)
    {
        var format = FormatOf(formatName, file, forExcel);
        var path = file ?? table + TableFile.EndingOf(format);
        if (Directory.Exists(path))
        {
            throw new InputException(
                $"--out {path} is a folder\n  hint: name a file, e.g. {Path.Combine(path, table + TableFile.EndingOf(format))}"
            );
        }

        if (File.Exists(path) && !force)
        {
            throw new InputException($"{path} is there already\n  hint: --force replaces it");
        }

        try
        {
            ResultExport.Open(folder).Write(table, path, format);
        }
        catch (ExportException e)
        {
            throw new InputException($"{e.Message}\n  hint: {HintFor(e.Problem, table)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultFolderException.From(e, path);
        }

        terminal.Out.WriteLine($"Wrote {path}");
        return ExitCode.Done;
    }

    private static TableFormat FormatOf(string? name, string? file, bool forExcel)
    {
        var format =
            name is not null ? Named(name)
            : Path.GetExtension(file) is { Length: > 0 } ending ? Ending(ending, forExcel)
            : forExcel ? TableFormat.Csv
            : TableFormat.Parquet;
        return (format, forExcel) switch
        {
            (TableFormat.Csv, true) => TableFormat.ExcelCsv,
            (_, false) => format,
            _ => throw new InputException("--excel goes with --format csv"),
        };
    }

    private static TableFormat Named(string name) =>
        Formats.Any(f => f.Name == name)
            ? Formats.First(f => f.Name == name).Format
            : throw new InputException($"--format {name}: there is {string.Join(", ", Formats.Select(f => f.Name))}");

    private static TableFormat Ending(string ending, bool forExcel) =>
        Formats.Any(f => TableFile.EndingOf(f.Format) == ending)
            ? Formats.First(f => TableFile.EndingOf(f.Format) == ending).Format
            : throw new InputException(
                $"--out: a file that ends in {ending} says no format\n  hint: {(forExcel ? "end it in .csv" : "end it in .parquet, .arrow or .csv (for Excel: .csv and --excel)")}, or add --format"
            );

    private static string HintFor(ExportProblem problem, string table) =>
        problem switch
        {
            ExportProblem.NotAResult => "the folder of a result is e.g. results/sirte-2016/as-it-stands",
            ExportProblem.NoSuchTable when table != ResultExport.Paths =>
                "--table takes one of those it has; a CSV file can be read as it is",
            ExportProblem.NoSuchTable => "run it again with --keep-paths to keep the values of every future",
            _ => "run the scenario again: the same seed gives the same result",
        };
}
