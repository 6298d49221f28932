using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>A column of prices.</summary>
/// <param name="Index">Place in the line, from 0.</param>
/// <param name="Name">Its header, or <c>column 2</c>.</param>
/// <param name="MaturityYears">Time to delivery; 0 for a spot price.</param>
internal sealed record PriceColumn(int Index, string Name, double MaturityYears);

/// <summary>Which columns of a table hold the dates, the spot prices and the futures, and where the data begin.</summary>
internal sealed partial record PriceColumns
{
    private const int LinesLookedAt = 200;

    public required int Date { get; init; }

    public required PriceColumn Spot { get; init; }

    public required ImmutableArray<PriceColumn> Futures { get; init; }

    /// <summary>True where the file has no spot price and the nearest future stands for it.</summary>
    public required bool SpotIsFuture { get; init; }

    /// <summary>Index of the first line of data in the table.</summary>
    public required int FirstRow { get; init; }

    /// <summary>The line above the data, where it holds no data itself.</summary>
    public required SeparatedRow? Header { get; init; }

    /// <summary>Finds the columns, or says why not.</summary>
    public static PriceColumns? Find(SeparatedText table, string? wanted, DiagnosticList diagnostics)
    {
        if (FirstData(table) is not var (first, date))
        {
            ReportNotPrices(table, diagnostics);
            return null;
        }

        var header = first > 0 && !IsNumbers(table.Rows[first - 1]) ? table.Rows[first - 1] : null;
        var columns = NumberColumns(table, first, date, header);
        if (Choose(table, columns, first, header, wanted, diagnostics) is not { } spot)
        {
            return null;
        }

        return new PriceColumns
        {
            Date = date,
            Spot = spot,
            Futures =
            [
                .. columns
                    .Where(c => c.MaturityYears > 0.0 && c != spot)
                    .DistinctBy(c => c.MaturityYears)
                    .OrderBy(c => c.MaturityYears),
            ],
            SpotIsFuture = spot.MaturityYears > 0.0,
            FirstRow = first,
            Header = header,
        };
    }

    /// <summary>First line with a date and a number, and the column of that date; lines with the date alone that stand before it count.</summary>
    private static (int Row, int Date)? FirstData(SeparatedText table)
    {
        for (var r = 0; r < table.Rows.Length; r++)
        {
            var cells = table.Rows[r].Cells;
            for (var c = 0; c < cells.Length; c++)
            {
                if (DateText.Read(cells[c]) is null || !cells.Where((_, i) => i != c).Any(IsNumber))
                {
                    continue;
                }

                while (r > 0 && DateText.Read(table.Rows[r - 1].Cell(c)) is not null)
                {
                    r--;
                }

                return (r, c);
            }
        }

        return null;
    }

    private static bool IsNumber(string cell) =>
        PriceText.FormOf(cell) == CellForm.Number && DateText.Read(cell) is null;

    private static bool IsNumbers(SeparatedRow row) => row.Cells.Any(IsNumber);

    private static List<PriceColumn> NumberColumns(SeparatedText table, int first, int date, SeparatedRow? header)
    {
        var rows = table.Rows.Skip(first).Take(LinesLookedAt).ToList();
        var found = new List<PriceColumn>();
        for (var c = 0; c < rows.Max(r => r.Cells.Length); c++)
        {
            var name = header?.Cell(c) ?? $"column {c + 1}";
            var forms = rows.Select(r => PriceText.FormOf(r.Cell(c))).Where(f => f != CellForm.Missing).ToList();
            var isIndex =
                header is not null && (name.Length == 0 || name.StartsWith("Unnamed", StringComparison.Ordinal));
            if (c != date && !isIndex && 2 * forms.Count(f => f == CellForm.Number) > forms.Count)
            {
                found.Add(new PriceColumn(c, name, MaturityYears(name)));
            }
        }

        return found;
    }

    private static PriceColumn? Choose(
        SeparatedText table,
        List<PriceColumn> columns,
        int first,
        SeparatedRow? header,
        string? wanted,
        DiagnosticList diagnostics
    )
    {
        var row = header ?? table.Rows[first];
        var spots = columns.Where(c => c.MaturityYears <= 0.0).ToList();
        var names = NearestName.Join([.. columns.Select(c => c.Name)]);
        if (wanted is not null)
        {
            var named = columns.Find(c => c.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (named is null)
            {
                diagnostics.Add(
                    DiagnosticTable.PriceColumnUnknown,
                    table.SpanOf(row, 0),
                    $"there is no column of prices called '{wanted}'",
                    NearestName.Hint(wanted, columns.Select(c => c.Name), "the columns of numbers are")
                );
            }

            return named;
        }

        if (spots.Count > 1)
        {
            diagnostics.Add(
                DiagnosticTable.SeveralPriceColumns,
                table.SpanOf(row, spots[1].Index),
                $"there are {spots.Count} columns of numbers ({names}), and one price is wanted",
                $"name the column with --column \"{spots[0].Name}\", or leave one in the file"
                    + (
                        table.Separator == ',' && header is null
                            ? "; decimal commas need a semicolon between the cells"
                            : ""
                    )
            );
            return null;
        }

        // Without a spot price the nearest future stands for it, as usual since Schwartz (1997).
        return spots.Count == 1 ? spots[0] : columns.MinBy(c => c.MaturityYears);
    }

    /// <summary>Time to delivery that a header names: <c>1 month</c>, <c>12m</c>, <c>2 years</c>, <c>Contract 3</c>; 0 where it names none.</summary>
    private static double MaturityYears(string header)
    {
        if (Maturity().Match(header) is { Success: true } match)
        {
            var number = int.Parse(match.Groups["n"].ValueSpan);
            var isYears = match.Groups["unit"].Value.StartsWith("y", StringComparison.OrdinalIgnoreCase);
            return isYears ? number : number / 12.0;
        }

        return Contract().Match(header) is { Success: true } contract
            ? int.Parse(contract.Groups["n"].ValueSpan) / 12.0
            : 0.0;
    }

    /// <summary>True where maturities come from the numbers of contracts.</summary>
    public bool HasContracts => Futures.Append(Spot).Any(c => c.MaturityYears > 0.0 && !Maturity().IsMatch(c.Name));

    private static void ReportNotPrices(SeparatedText table, DiagnosticList diagnostics)
    {
        var text = table.Source.Text.AsSpan().TrimStart();
        var (rule, message, hint) =
            text.StartsWith("<", StringComparison.Ordinal)
                ? (
                    DiagnosticTable.NotPrices,
                    "this is a web page, not a table of prices",
                    "download the series itself as CSV, for example from FRED with Download, CSV"
                )
            : Section().IsMatch(table.Source.Text)
                ? (
                    DiagnosticTable.ScenarioInsteadOfPrices,
                    "this is a scenario (or another YAML file), not a table of prices",
                    "oilsim run FILE simulates a scenario; prices are lines of a date and a number, such as 2010-01-04,79.05"
                )
            : (
                DiagnosticTable.NotPrices,
                "no line holds a date and a price",
                $"expected lines such as 2010-01-04,79.05; dates may be {DateText.Accepted}"
            );
        var row = table.Rows.FirstOrDefault(r => IsNumbers(r)) ?? table.Rows[0];
        diagnostics.Add(rule, table.Source.SpanAt(table.Source.StartOf(row.Line), 1), message, hint);
    }

    [GeneratedRegex(
        @"(?<![A-Za-z\d.])(?<n>\d{1,3})[ -]?(?<unit>m|mo|mth|mths|month|months|y|yr|yrs|year|years)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Maturity();

    [GeneratedRegex(@"\bcontract[ _-]?(?<n>\d{1,2})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Contract();

    [GeneratedRegex(
        @"^(title|start|horizon|actors|benchmarks|areas|include)\s*:",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Section();
}
