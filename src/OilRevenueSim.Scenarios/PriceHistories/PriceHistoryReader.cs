using System.Text;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>
/// Reads dated oil prices from the files people have: the US EIA's and FRED's downloads, and any text of dates and prices separated by
/// commas, semicolons or tabs. Whatever is done to them is said.
/// </summary>
public static class PriceHistoryReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">File to read; messages name it as given here.</param>
    /// <param name="options">Window, meaning and column; the whole file by default.</param>
    public static PriceHistoryReading Read(string path, PriceHistoryOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (bytes, rule, problem) = new DiskFiles().Load(path, Path.GetFileName(path));
        if (bytes is not null)
        {
            return Read(bytes, path, options ?? new());
        }

        var diagnostics = new DiagnosticList();
        diagnostics.Add(rule!, new SourceText(path, "").SpanAt(0, 1), problem!, Hint(rule!, path));
        return Nothing(diagnostics);
    }

    /// <summary>Reads a text from memory.</summary>
    /// <param name="text">Text of the file.</param>
    /// <param name="fileName">Name that messages use.</param>
    /// <param name="options">Window, meaning and column; the whole file by default.</param>
    public static PriceHistoryReading ReadText(string text, string fileName, PriceHistoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return Read(Encoding.UTF8.GetBytes(text), fileName, options ?? new());
    }

    /// <summary>Reads the bytes of a file that was loaded elsewhere.</summary>
    internal static PriceHistoryReading Read(byte[] bytes, string displayName, PriceHistoryOptions options)
    {
        var diagnostics = new DiagnosticList();
        var treatments = new List<string>();
        if (
            PriceFileText.Decode(bytes, displayName, diagnostics, treatments) is not { } source
            || !HasTable(source, diagnostics)
        )
        {
            return Nothing(diagnostics);
        }

        var table = SeparatedText.Read(source);
        if (
            PriceColumns.Find(table, options.Column, diagnostics) is not { } columns
            || new PriceLines(table, columns, diagnostics, treatments).Read() is not { } lines
        )
        {
            return Nothing(diagnostics);
        }

        var history = new PriceLineChecks(table, columns, options, diagnostics, treatments).Check(lines);
        return new PriceHistoryReading
        {
            History = diagnostics.HasErrors ? null : history,
            Diagnostics = diagnostics.ToImmutable(),
            Treatments = [.. treatments],
            PriceColumn = columns.Spot.Name,
        };
    }

    private static string Hint(DiagnosticRule rule, string path)
    {
        if (rule == DiagnosticTable.FileTooLarge)
        {
            return "a file of prices holds a date and a price a line; forty years of days are 0.2 MB";
        }

        if (rule == DiagnosticTable.FileUnreadable)
        {
            return "check that you may read the file and that no other program holds it open";
        }

        var folder = rule == DiagnosticTable.PathIsFolder ? path : Path.GetDirectoryName(path);
        var names = NamesIn(string.IsNullOrEmpty(folder) ? "." : folder);
        return NearestName.Find(Path.GetFileName(path), names) is { } near && rule == DiagnosticTable.FileNotFound
                ? $"did you mean {near}?"
            : NearestName.Join([.. names.Where(n => Path.GetExtension(n) is ".csv" or ".txt" or ".tsv")], 8)
                is { Length: > 0 } files
                ? $"there is {files}"
            : "check the path; `oilsim fit --example prices.csv` writes a file to try with";
    }

    private static List<string> NamesIn(string folder)
    {
        const int Most = 1000;
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Take(Most)
                    .Select(f => Path.GetFileName(f))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static bool HasTable(SourceText source, DiagnosticList diagnostics)
    {
        if (!string.IsNullOrWhiteSpace(source.Text))
        {
            return true;
        }

        diagnostics.Add(
            DiagnosticTable.FileEmpty,
            source.SpanAt(0, 1),
            "the file is empty",
            "expected lines of a date and a price, such as 2010-01-04,79.05"
        );
        return false;
    }

    private static PriceHistoryReading Nothing(DiagnosticList diagnostics) =>
        new()
        {
            History = null,
            Diagnostics = diagnostics.ToImmutable(),
            Treatments = [],
            PriceColumn = "",
        };
}
