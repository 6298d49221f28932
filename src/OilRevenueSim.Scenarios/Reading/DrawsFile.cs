using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>A file of joint draws: a header of <c>ADDRESS [UNIT]</c>, then a line for each draw, cells between commas.</summary>
internal sealed class DrawsFile
{
    private readonly SourceText source;
    private readonly List<int> lines = [];

    private DrawsFile(SourceText source) => this.source = source;

    /// <summary>The columns; those that were not understood (and reported) are left out.</summary>
    public ImmutableArray<DrawColumn> Columns { get; private set; } = [];

    /// <summary>Place of a column's header.</summary>
    public SourceSpan HeaderOf(DrawColumn column) => Cell(1, Place[column.Address]);

    /// <summary>Place of a cell.</summary>
    public SourceSpan CellOf(DrawColumn column, int row) => Cell(lines[row], Place[column.Address]);

    /// <summary>Column of the file, from 0, by address.</summary>
    private Dictionary<string, int> Place { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a file, or reports why it cannot be used.</summary>
    public static DrawsFile? Read(SourceText source, DiagnosticList diagnostics)
    {
        var file = new DrawsFile(source);
        var header = Cut(source.Line(1)).Select(c => c.Text).ToList();
        var columns = new List<(int Place, string Address, string Unit)>();
        for (var i = 0; i < header.Count; i++)
        {
            if (HeaderText.Parse(header[i]) is not var (address, unit))
            {
                diagnostics.Add(
                    DiagnosticTable.DrawsHeader,
                    file.Cell(1, i),
                    header[i].Length == 0 ? "a column has no header" : $"'{header[i]}' is not an address with its unit",
                    header[i].Length == 0
                        ? "write the table without row numbers"
                        : "write for example benchmarks.brent.spot [USD/bbl]; a plain number has no unit"
                );
                return null;
            }

            if (!file.Place.TryAdd(address, i))
            {
                diagnostics.Add(
                    DiagnosticTable.DrawsColumnTwice,
                    file.Cell(1, i),
                    $"two columns have the address '{address}'",
                    "keep one of them"
                );
                return null;
            }

            columns.Add((i, address, unit));
        }

        if (file.Values(header, diagnostics) is not { } values)
        {
            return null;
        }

        file.Columns = [.. columns.Select(c => new DrawColumn(c.Address, c.Unit, values[c.Place].ToImmutable()))];
        return file;
    }

    private ImmutableArray<double>.Builder[]? Values(List<string> header, DiagnosticList diagnostics)
    {
        var values = header.Select(_ => ImmutableArray.CreateBuilder<double>()).ToArray();
        for (var line = 2; line <= source.LineCount; line++)
        {
            var text = source.Line(line);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            lines.Add(line);
            var cells = Cut(text);
            for (var i = 0; i < header.Count; i++)
            {
                var cell = i < cells.Count ? cells[i].Text : "";
                if (
                    cells.Count <= header.Count
                    && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    && double.IsFinite(value)
                )
                {
                    values[i].Add(value);
                    continue;
                }

                ReportCell(header, cells.Count, cell, line, i, diagnostics);
                return null;
            }
        }

        return values;
    }

    private void ReportCell(
        List<string> header,
        int found,
        string cell,
        int line,
        int column,
        DiagnosticList diagnostics
    )
    {
        var row = $"row {lines.Count}";
        diagnostics.Add(
            DiagnosticTable.DrawsCell,
            Cell(line, column),
            found > header.Count ? $"{row} has {found} cells, but the header has {header.Count}"
                : cell.Length == 0 ? $"{row} has nothing in the column '{header[column]}'"
                : $"{row}: '{cell}' in the column '{header[column]}' is no number",
            found > header.Count
                ? "separate cells with commas, and write numbers with a decimal point"
                : "a row is one joint draw: leave out the whole row where a number is missing"
        );
    }

    private SourceSpan Cell(int line, int column)
    {
        var cells = Cut(source.Line(line));
        var start = source.StartOf(line);
        return column < cells.Count
            ? source.SpanAt(start + cells[column].Start, cells[column].Length)
            : source.SpanAt(start, Math.Max(1, source.Line(line).Length));
    }

    /// <summary>Cells of a line, without the quotation marks that spreadsheets and statistics programs put around headers.</summary>
    private static List<(string Text, int Start, int Length)> Cut(string line)
    {
        var cells = new List<(string, int, int)>();
        var start = 0;
        foreach (var part in line.Split(','))
        {
            cells.Add((part.Trim().Trim('"').Trim(), start, part.Length));
            start += part.Length + 1;
        }

        return cells;
    }
}
