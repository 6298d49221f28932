using System.Collections.Immutable;
using OilRevenueSim.Analysis.Exports;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>The tidy text form of a comparison, <c>comparison.csv</c>: one number a line, RFC 4180 with line feeds.</summary>
public static class ComparisonCsv
{
    /// <summary>First line of the file.</summary>
    public const string Header = "course,actor,quantity,unit,statistic,value,low,high";

    private const int Columns = 8;

    /// <summary>Writes a comparison.</summary>
    public static void Write(Comparison comparison, TextWriter writer)
    {
        writer.Write(Header);
        writer.Write('\n');
        foreach (var row in ComparedRow.Of(comparison))
        {
            CsvLine.WriteText(writer, row.Course, ',');
            CsvLine.WriteText(writer, row.Actor, ',');
            CsvLine.WriteText(writer, row.Quantity, ',');
            CsvLine.WriteText(writer, row.Unit, ',');
            CsvLine.WriteText(writer, row.Statistic, ',');
            CsvLine.WriteNumber(writer, row.Value, ',');
            CsvLine.WriteNumber(writer, row.Low, ',');
            CsvLine.WriteNumber(writer, row.High, '\n');
        }
    }

    /// <summary>Reads rows written by <see cref="Write"/>.</summary>
    /// <exception cref="FormatException">The text is not such a table; the message names the line.</exception>
    public static ImmutableArray<ComparedRow> Read(TextReader reader)
    {
        if (reader.ReadLine() is not Header)
        {
            throw new FormatException($"Line 1: expected the header {Header}.");
        }

        var rows = ImmutableArray.CreateBuilder<ComparedRow>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = CsvLine.Split(text, line, Columns);
            rows.Add(
                new ComparedRow(
                    cells[0],
                    CsvLine.OrNull(cells[1]),
                    cells[2],
                    CsvLine.OrNull(cells[3]),
                    cells[4],
                    CsvLine.Number(cells[5], line) ?? throw new FormatException($"Line {line}: the value is missing."),
                    CsvLine.Number(cells[6], line),
                    CsvLine.Number(cells[7], line)
                )
            );
        }

        return rows.ToImmutable();
    }
}
