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
        diagnostics.Add(rule!, new SourceText(path, "").SpanAt(0, 1), problem!, "a file of prices is a small CSV text");
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

        var table = PriceTable.Read(source);
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
