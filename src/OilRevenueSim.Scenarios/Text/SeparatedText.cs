using System.Collections.Immutable;
using CsvHelper;

namespace OilRevenueSim.Scenarios.Text;

/// <summary>A line of a table: its number in the file and its cells without surrounding spaces.</summary>
internal sealed record SeparatedRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>A cell, empty where the line is shorter.</summary>
    public string Cell(int column) => column < Cells.Length ? Cells[column] : "";
}

/// <summary>The lines of a text that is separated by commas, semicolons or tabs.</summary>
internal sealed class SeparatedText
{
    /// <summary>Separators that do not stand inside dates and numbers, so that most lines hold one only where they separate.</summary>
    private static readonly char[] LessUsual = ['\t', ';'];

    private SeparatedText(SourceText source, char separator, ImmutableArray<SeparatedRow> rows)
    {
        Source = source;
        Separator = separator;
        Rows = rows;
    }

    public SourceText Source { get; }

    public char Separator { get; }

    /// <summary>Lines that hold something, in the order of the file.</summary>
    public ImmutableArray<SeparatedRow> Rows { get; }

    /// <summary>Separates a text. A tab or a semicolon separates where most lines hold one, otherwise a comma does.</summary>
    public static SeparatedText Read(SourceText source)
    {
        var separator = SeparatorOf(source);
        using var reader = CsvReader.FromText(
            source.Text,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrimWhitespace = true,
                TrimInsideQuotes = true,
                TrackLineNumbers = true,
            }
        );
        var rows = ImmutableArray.CreateBuilder<SeparatedRow>();
        foreach (var row in reader)
        {
            var cells = row.ToArray();
            if (Array.Exists(cells, c => c.Length > 0))
            {
                rows.Add(new SeparatedRow((int)reader.LineNumber, [.. cells]));
            }
        }

        return new SeparatedText(source, separator, rows.ToImmutable());
    }

    /// <summary>Place of a cell.</summary>
    public SourceSpan SpanOf(SeparatedRow row, int column)
    {
        var line = Source.Line(row.Line);
        var at = 0;
        for (var i = 0; i <= column && i < row.Cells.Length; i++)
        {
            var found = line.IndexOf(row.Cells[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            if (i == column)
            {
                return Source.SpanAt(Source.StartOf(row.Line) + found, row.Cells[i].Length);
            }

            var next = line.IndexOf(Separator, found + row.Cells[i].Length);
            at = next < 0 ? found + row.Cells[i].Length : next + 1;
        }

        return Source.SpanAt(Source.StartOf(row.Line) + Math.Min(at, line.Length), 1);
    }

    private static char SeparatorOf(SourceText source)
    {
        const int Most = 2000;
        var lines = Enumerable
            .Range(1, Math.Min(Most, source.LineCount))
            .Select(source.Line)
            .Where(line => line.Length > 0)
            .ToList();
        return LessUsual.FirstOrDefault(mark => 2 * lines.Count(l => l.Contains(mark)) > lines.Count, ',');
    }
}
