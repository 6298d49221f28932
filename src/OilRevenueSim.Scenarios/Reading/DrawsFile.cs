using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>A file of joint draws: a header of <c>ADDRESS [UNIT]</c>, then a line for each draw.</summary>
internal sealed class DrawsFile
{
    private readonly SeparatedText table;

    private DrawsFile(SeparatedText table) => this.table = table;

    /// <summary>The columns; those that were not understood (and reported) are left out.</summary>
    public ImmutableArray<DrawColumn> Columns { get; private set; } = [];

    /// <summary>Place of a column's header.</summary>
    public SourceSpan HeaderOf(DrawColumn column) => Cell(0, Place[column.Address]);

    /// <summary>Place of a cell.</summary>
    public SourceSpan CellOf(DrawColumn column, int row) => Cell(row + 1, Place[column.Address]);

    /// <summary>Column of the file, from 0, by address.</summary>
    private Dictionary<string, int> Place { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a file, or reports why it cannot be used.</summary>
    public static DrawsFile? Read(SourceText source, DiagnosticList diagnostics)
    {
        var file = new DrawsFile(SeparatedText.Read(source));
        var header = file.table.Rows.IsEmpty ? [""] : file.table.Rows[0].Cells;
        var columns = new List<(int Place, string Address, string Unit)>();
        for (var i = 0; i < header.Length; i++)
        {
            if (HeaderText.Parse(header[i]) is not var (address, unit))
            {
                diagnostics.Add(
                    DiagnosticTable.DrawsHeader,
                    file.Cell(0, i),
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
                    file.Cell(0, i),
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

    private ImmutableArray<double>.Builder[]? Values(ImmutableArray<string> header, DiagnosticList diagnostics)
    {
        var values = header.Select(_ => ImmutableArray.CreateBuilder<double>()).ToArray();
        for (var row = 1; row < table.Rows.Length; row++)
        {
            for (var i = 0; i < header.Length; i++)
            {
                var cell = table.Rows[row].Cell(i);
                if (
                    table.Rows[row].Cells.Length <= header.Length
                    && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    && double.IsFinite(value)
                )
                {
                    values[i].Add(value);
                    continue;
                }

                ReportCell(header, row, i, diagnostics);
                return null;
            }
        }

        return values;
    }

    private void ReportCell(ImmutableArray<string> header, int row, int column, DiagnosticList diagnostics)
    {
        var cell = table.Rows[row].Cell(column);
        var found = table.Rows[row].Cells.Length;
        var hint =
            found > header.Length || cell.Contains(',', StringComparison.Ordinal)
                ? "separate cells with commas, and write numbers with a decimal point"
                : "a row is one joint draw: leave out the whole row where a number is missing";
        diagnostics.Add(
            DiagnosticTable.DrawsCell,
            Cell(row, column),
            found > header.Length ? $"row {row} has {found} cells, but the header has {header.Length}"
                : cell.Length == 0 ? $"row {row} has nothing in the column '{header[column]}'"
                : $"row {row}: '{cell}' in the column '{header[column]}' is no number",
            hint
        );
    }

    private SourceSpan Cell(int row, int column) =>
        table.Rows.IsEmpty ? table.Source.SpanAt(0, 1) : table.SpanOf(table.Rows[row], column);
}
