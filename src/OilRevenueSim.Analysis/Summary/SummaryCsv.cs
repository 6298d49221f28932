using System.Collections.Immutable;
using System.Globalization;

namespace OilRevenueSim.Analysis.Summary;

/// <summary>The tidy text form of a summary, <c>summary.csv</c>.</summary>
/// <remarks>
/// RFC 4180 with line feeds; numbers in the shortest form that reads back to the same bits; empty cells where nothing applies.
/// </remarks>
public static class SummaryCsv
{
    /// <summary>First line of the file.</summary>
    public const string Header = "course,actor,place,channel,quantity,unit,period,statistic,threshold,value,low,high";

    private const int Columns = 12;

    /// <summary>Writes rows with the header.</summary>
    public static void Write(IEnumerable<SummaryRow> rows, TextWriter writer)
    {
        writer.Write(Header);
        writer.Write('\n');
        foreach (var row in rows)
        {
            WriteText(writer, row.Course, ',');
            WriteText(writer, row.Actor, ',');
            WriteText(writer, row.Place, ',');
            WriteText(writer, row.Channel, ',');
            WriteText(writer, row.Quantity, ',');
            WriteText(writer, row.Unit, ',');
            WriteText(writer, row.Period, ',');
            WriteText(writer, row.Statistic, ',');
            WriteNumber(writer, row.Threshold, ',');
            WriteNumber(writer, row.Value, ',');
            WriteNumber(writer, row.Low, ',');
            WriteNumber(writer, row.High, '\n');
        }
    }

    /// <summary>Reads rows written by <see cref="Write"/>.</summary>
    /// <exception cref="FormatException">The text is not such a table; the message names the line.</exception>
    public static ImmutableArray<SummaryRow> Read(TextReader reader)
    {
        if (reader.ReadLine() is not Header)
        {
            throw new FormatException($"Line 1: expected the header {Header}.");
        }

        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var line = 1;
        while (reader.ReadLine() is { } text)
        {
            line++;
            rows.Add(ReadRow(text, line));
        }

        return rows.ToImmutable();
    }

    private static void WriteText(TextWriter writer, string? text, char end)
    {
        if (text is not null)
        {
            writer.Write(
                text.AsSpan().ContainsAny(",\"\r\n")
                    ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : text
            );
        }

        writer.Write(end);
    }

    private static void WriteNumber(TextWriter writer, double? number, char end)
    {
        if (number is { } value)
        {
            // Adding zero turns −0 into 0.
            writer.Write((value + 0.0).ToString("R", CultureInfo.InvariantCulture));
        }

        writer.Write(end);
    }

    private static SummaryRow ReadRow(string text, int line)
    {
        var cells = SplitCells(text, line);
        return new SummaryRow(
            cells[0],
            OrNull(cells[1]),
            OrNull(cells[2]),
            OrNull(cells[3]),
            cells[4],
            cells[5],
            cells[6],
            cells[7],
            ReadNumber(cells[8], line),
            ReadNumber(cells[9], line) ?? throw new FormatException($"Line {line}: the value is missing."),
            ReadNumber(cells[10], line),
            ReadNumber(cells[11], line)
        );
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static double? ReadNumber(string cell, int line)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"Line {line}: expected a number, found '{cell}'.");
    }

    private static List<string> SplitCells(string text, int line)
    {
        var cells = new List<string>(Columns);
        var start = 0;
        while (start <= text.Length)
        {
            if (start < text.Length && text[start] == '"')
            {
                var end = ClosingQuote(text, start, line);
                cells.Add(text[(start + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
                start = end + 2;
            }
            else
            {
                var comma = text.IndexOf(',', start);
                var end = comma < 0 ? text.Length : comma;
                cells.Add(text[start..end]);
                start = end + 1;
            }
        }

        return cells.Count == Columns
            ? cells
            : throw new FormatException($"Line {line}: expected {Columns} cells, found {cells.Count}.");
    }

    private static int ClosingQuote(string text, int start, int line)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }

            return i;
        }

        throw new FormatException($"Line {line}: a quote is not closed.");
    }
}
