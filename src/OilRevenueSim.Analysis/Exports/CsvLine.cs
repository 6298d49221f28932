using System.Globalization;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>Cells of a line of comma-separated text (RFC 4180); an empty cell is a missing one.</summary>
internal static class CsvLine
{
    /// <summary>Writes a text, quoted where it must be.</summary>
    public static void WriteText(TextWriter writer, string? text)
    {
        if (text is not null)
        {
            writer.Write(
                text.AsSpan().ContainsAny(",\"\r\n")
                    ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : text
            );
        }
    }

    /// <summary>Writes a text and what ends its cell.</summary>
    public static void WriteText(TextWriter writer, string? text, char end)
    {
        WriteText(writer, text);
        writer.Write(end);
    }

    /// <summary>Writes a number in the shortest form that reads back to the same bits.</summary>
    public static void WriteNumber(TextWriter writer, double? number)
    {
        if (number is { } value)
        {
            writer.Write(Text(value));
        }
    }

    /// <summary>A number in the shortest form that reads back to the same bits; −0 as 0.</summary>
    /// <remarks>The runtime's shortest form of 2^−25 and of 2^−958, alone among the powers of two, reads back to their lower neighbour.</remarks>
    public static string Text(double value)
    {
        value += 0.0;
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value)
            ? shortest
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a number and what ends its cell.</summary>
    public static void WriteNumber(TextWriter writer, double? number, char end)
    {
        WriteNumber(writer, number);
        writer.Write(end);
    }

    /// <summary>A cell's text, or null where it is empty.</summary>
    public static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>A cell's number, or null where it is empty.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public static double? Number(string cell, int line)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"Line {line}: expected a number, found '{cell}'.");
    }

    /// <summary>Cells of a line.</summary>
    /// <exception cref="FormatException">There are more or fewer, or a quote is not closed.</exception>
    public static List<string> Split(string text, int line, int columns)
    {
        var cells = new List<string>(columns);
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

        return cells.Count == columns
            ? cells
            : throw new FormatException($"Line {line}: expected {columns} cells, found {cells.Count}.");
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
