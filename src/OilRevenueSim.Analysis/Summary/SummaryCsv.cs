using System.Collections.Immutable;
using OilRevenueSim.Analysis.Exports;

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
            CsvLine.WriteText(writer, row.Course, ',');
            CsvLine.WriteText(writer, row.Actor, ',');
            CsvLine.WriteText(writer, row.Place, ',');
            CsvLine.WriteText(writer, row.Channel, ',');
            CsvLine.WriteText(writer, row.Quantity, ',');
            CsvLine.WriteText(writer, row.Unit, ',');
            CsvLine.WriteText(writer, row.Period, ',');
            CsvLine.WriteText(writer, row.Statistic, ',');
            CsvLine.WriteNumber(writer, row.Threshold, ',');
            CsvLine.WriteNumber(writer, row.Value, ',');
            CsvLine.WriteNumber(writer, row.Low, ',');
            CsvLine.WriteNumber(writer, row.High, '\n');
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

    private static SummaryRow ReadRow(string text, int line)
    {
        var cells = CsvLine.Split(text, line, Columns);
        return new SummaryRow(
            cells[0],
            CsvLine.OrNull(cells[1]),
            CsvLine.OrNull(cells[2]),
            CsvLine.OrNull(cells[3]),
            cells[4],
            cells[5],
            cells[6],
            cells[7],
            CsvLine.Number(cells[8], line),
            CsvLine.Number(cells[9], line) ?? throw new FormatException($"Line {line}: the value is missing."),
            CsvLine.Number(cells[10], line),
            CsvLine.Number(cells[11], line)
        );
    }
}
