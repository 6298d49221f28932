using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>A line of a file of prices that was understood.</summary>
/// <param name="Date">Day; the first of the month where the file names a month.</param>
/// <param name="PriceUsd">Spot price, USD per barrel.</param>
/// <param name="FuturesUsd">Prices of the futures, NaN where there is none.</param>
/// <param name="Row">The line.</param>
internal sealed record PriceLine(DateOnly Date, double PriceUsd, ImmutableArray<double> FuturesUsd, SeparatedRow Row);

/// <summary>Turns the lines of a table into dates and prices.</summary>
internal sealed class PriceLines(
    SeparatedText table,
    PriceColumns columns,
    DiagnosticList diagnostics,
    List<string> treatments
)
{
    private readonly ImmutableArray<SeparatedRow> rows = [.. table.Rows.Skip(columns.FirstRow)];

    /// <summary>Lines with a date and a price, in the order of the file; null where one cannot be read.</summary>
    public IReadOnlyList<PriceLine>? Read()
    {
        if (!CheckCells() || ReadDates() is not var (dates, dayFirst) || ReadStyle() is not { } style)
        {
            return null;
        }

        var lines = new List<PriceLine>();
        SeparatedRow? firstMissing = null;
        var missing = 0;
        foreach (var (row, date) in dates)
        {
            var cell = row.Cell(columns.Spot.Index);
            switch (PriceText.FormOf(cell))
            {
                case CellForm.Missing:
                    missing++;
                    firstMissing ??= row;
                    break;
                case CellForm.Number when style.Parse(cell) is var price && double.IsFinite(price):
                    lines.Add(new PriceLine(date.ToDate(dayFirst)!.Value, price, Futures(row, style), row));
                    break;
                default:
                    diagnostics.Add(
                        DiagnosticTable.PriceUnreadable,
                        table.SpanOf(row, columns.Spot.Index),
                        $"'{cell}' is no price",
                        "a price is a number such as 79.05; leave the cell empty where there is none"
                    );
                    return null;
            }
        }

        if (firstMissing is not null)
        {
            var sign = firstMissing.Cell(columns.Spot.Index) is { Length: > 0 } text ? $"“{text}”" : "an empty cell";
            treatments.Add(
                $"{Said.Count(missing, "date")} without a price ({sign}, first in line {firstMissing.Line}) "
                    + $"{(missing == 1 ? "is" : "are")} left out; nothing is filled in."
            );
        }

        return lines;
    }

    private ImmutableArray<double> Futures(SeparatedRow row, NumberStyle style) =>
        [
            .. columns.Futures.Select(column =>
                PriceText.FormOf(row.Cell(column.Index)) == CellForm.Number
                && style.Parse(row.Cell(column.Index)) is > 0.0 and var price
                    ? price
                    : double.NaN
            ),
        ];

    private bool CheckCells()
    {
        if (rows.FirstOrDefault(r => r.Cells.Any(c => c.Contains('\n'))) is { } broken)
        {
            diagnostics.Add(
                DiagnosticTable.QuoteNotClosed,
                table.SpanOf(broken, broken.Cells.Length - 1),
                "a quotation mark is opened here and not closed on its line",
                "put \" at the end of the cell"
            );
            return false;
        }

        var width = columns.Header?.Cells.Length ?? int.MaxValue;
        if (rows.FirstOrDefault(r => r.Cells.Skip(width).Any(c => c.Length > 0)) is not { } wide)
        {
            return true;
        }

        diagnostics.Add(
            DiagnosticTable.CellsTooMany,
            table.SpanOf(wide, width),
            $"this line has {wide.Cells.Length} cells, the header in line {columns.Header!.Line} has {width}",
            table.Separator == ','
                ? "a decimal comma needs a semicolon between the cells, or quotation marks: 2010-01-04;79,05"
                : "give every column a header, or remove the cell"
        );
        return false;
    }

    /// <summary>The lines with a date and whether day stands before month; lines of notes after the last date are left out.</summary>
    private (IReadOnlyList<(SeparatedRow Row, WrittenDate Date)> Dates, bool DayFirst)? ReadDates()
    {
        var last = rows.Length;
        while (DateText.Read(rows[last - 1].Cell(columns.Date)) is null && !HasPrice(rows[last - 1]))
        {
            last--;
        }

        if (last < rows.Length)
        {
            treatments.Add(
                $"{Said.Count(rows.Length - last, "line")} of notes after the last price {(rows.Length - last == 1 ? "is" : "are")} left out."
            );
        }

        var dates = new List<(SeparatedRow, WrittenDate)>(last);
        foreach (var row in rows.Take(last))
        {
            if (DateText.Read(row.Cell(columns.Date)) is not { } date)
            {
                ReportDate(row);
                return null;
            }

            dates.Add((row, date));
        }

        return DayFirst([.. dates.Where(d => d.Item2.IsNumeric)]) is { } dayFirst ? (dates, dayFirst) : null;
    }

    private bool HasPrice(SeparatedRow row) => PriceText.FormOf(row.Cell(columns.Spot.Index)) == CellForm.Number;

    private void ReportDate(SeparatedRow row)
    {
        var cell = row.Cell(columns.Date);
        diagnostics.Add(
            DiagnosticTable.DateUnreadable,
            table.SpanOf(row, columns.Date),
            cell.Length == 0 ? "this line has no date" : $"'{cell}' is no date that can be read here",
            $"write dates as {DateText.Accepted}; names of months are English, years have four digits"
        );
    }

    /// <summary>
    /// Whether the day stands before the month in dates of numbers: a number above 12 is a day; else the day comes first where points
    /// stand between, as in 02.01.2010; else a number that is 1 throughout while the other runs is the day of a monthly series.
    /// </summary>
    private bool? DayFirst(List<(SeparatedRow Row, WrittenDate Date)> numeric)
    {
        if (numeric.Count == 0)
        {
            return false;
        }

        var dayFirst = numeric.FindIndex(d => d.Date.First > 12);
        var monthFirst = numeric.FindIndex(d => d.Date.Second > 12);
        if (dayFirst >= 0 && monthFirst >= 0)
        {
            ReportOrder(
                numeric[Math.Max(dayFirst, monthFirst)].Row,
                $"here the {(dayFirst > monthFirst ? "first" : "second")} number is the day, in line {numeric[Math.Min(dayFirst, monthFirst)].Row.Line} the other one"
            );
            return null;
        }

        var firstIsOne = numeric.TrueForAll(d => d.Date.First == 1);
        var secondIsOne = numeric.TrueForAll(d => d.Date.Second == 1);
        var hasPoints = numeric.TrueForAll(d => d.Row.Cell(columns.Date).Contains('.'));
        if (dayFirst < 0 && monthFirst < 0 && !hasPoints && firstIsOne == secondIsOne)
        {
            ReportOrder(numeric[0].Row, "no date has a number above 12 that shows which is the day");
            return null;
        }

        var isDayFirst = dayFirst >= 0 || (monthFirst < 0 && (hasPoints || firstIsOne));
        var (shown, reason) =
            dayFirst >= 0 ? (dayFirst, "")
            : monthFirst >= 0 ? (monthFirst, "")
            : (0, hasPoints ? ", as points stand between" : ", since it is 1 in every line");
        treatments.Add(
            $"In dates such as {numeric[shown].Row.Cell(columns.Date)} the {(isDayFirst ? "first" : "second")} number is taken as the day{reason}."
        );
        return isDayFirst;
    }

    private void ReportOrder(SeparatedRow row, string reason) =>
        diagnostics.Add(
            DiagnosticTable.DayMonthUnclear,
            table.SpanOf(row, columns.Date),
            $"day and month cannot be told apart: {reason}",
            "write dates as year-month-day, e.g. 2010-01-31"
        );

    private NumberStyle? ReadStyle()
    {
        PriceColumn[] prices = [columns.Spot, .. columns.Futures];
        var cells = (
            from row in rows
            from column in prices
            let text = row.Cell(column.Index)
            where PriceText.FormOf(text) == CellForm.Number
            select (Row: row, Column: column, Text: text)
        ).ToList();
        var foreign = cells.Find(c => PriceText.OtherCurrency(c.Text) is not null);
        if (foreign.Text is not null)
        {
            diagnostics.Add(
                DiagnosticTable.OtherCurrency,
                table.SpanOf(foreign.Row, foreign.Column.Index),
                $"'{foreign.Text}' is in {PriceText.OtherCurrency(foreign.Text)}, prices are in US dollars a barrel",
                "convert the prices to dollars of their day before, or take a series in dollars"
            );
            return null;
        }

        var (style, culprit) = PriceText.StyleOf([.. cells.Select(c => c.Text)]);
        if (style is null)
        {
            var (row, column, text) = cells[culprit];
            diagnostics.Add(
                DiagnosticTable.DecimalMarkUnclear,
                table.SpanOf(row, column.Index),
                $"'{text}' leaves open, or contradicts other lines, whether its mark is decimal or for thousands",
                "write all prices with a decimal point and without thousands separators, e.g. 79.05"
            );
            return null;
        }

        SayStyle(style.Value, [.. cells.Select(c => c.Text)]);
        return style;
    }

    private void SayStyle(NumberStyle style, List<string> cells)
    {
        if (cells.Exists(c => PriceText.Bare(c, out var had).Length > 0 && had))
        {
            treatments.Add("Dollar signs are taken off.");
        }

        var thousands = style.DecimalMark == '.' ? ',' : '.';
        if (style.DecimalMark == ',')
        {
            treatments.Add("Commas are decimal commas.");
        }

        if (cells.Find(c => c.Contains(thousands)) is { } example)
        {
            treatments.Add($"The {(thousands == ',' ? "comma" : "point")} in {example} separates thousands.");
        }
    }
}
