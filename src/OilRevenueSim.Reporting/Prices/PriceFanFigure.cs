using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using OilRevenueSim.Reporting.Revenue;

namespace OilRevenueSim.Reporting.Prices;

/// <summary>Observed prices as a line, and the months after them as a fan.</summary>
internal static class PriceFanFigure
{
    public static void Compose(PriceFanChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var top = UnitLine.Draw(sheet, body, sheet.Words.Word("USD per barrel"));
        var bottom = body.Bottom - MonthAxis.Height(sheet.Theme.Tick);
        var max = chart.PricesUsd.Concat(chart.Bands[0].High).Append(double.Epsilon).Max();
        var ticks = Ticks.Within(max, ZeroAxis.Most(bottom - top));
        var numbers = Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i, sheet.Words)).ToArray();
        var names = FanParts.Entries(sheet, chart.Bands, chart.MedianUsd, [], sheet.Words.Word("zero"), "");
        var right = FanParts.Width(sheet, names);
        var hasHistory = !chart.Dates.IsEmpty;
        var months = hasHistory ? Years(chart.Dates[0], chart.Ahead[^1]) : Months(chart.Ahead[0], chart.Ahead[^1]);
        var axis = new MonthAxis(months);
        var data = new Box(body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick), top, body.Right - right, bottom);
        var panel = sheet.Add(new Panel(data, MonthAxis.Min, axis.Max, 0, Ticks.End(max, ticks.Step)));
        ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], sheet.Theme.Tick);
        var ahead = Positions(chart.Ahead, months[0]);
        for (var i = 0; i < chart.Bands.Length; i++)
        {
            var band = chart.Bands[i];
            panel.Area(ahead, [.. band.Low], [.. band.High], new Fill(sheet.Theme.FanTint(i, chart.Bands.Length)));
        }

        if (ahead.Length == 1)
        {
            // One month alone has no line: it gets the width of its month.
            DrawMonth(sheet, panel, chart, ahead[0]);
        }

        if (hasHistory)
        {
            panel.Line(Positions(chart.Dates, months[0]), [.. chart.PricesUsd], sheet.Theme.Ink, 1);
        }

        panel.Line(ahead, [.. chart.MedianUsd], sheet.Theme.Accent, 2.4);
        axis.Draw(sheet, panel, sheet.Theme.Tick);
        FanParts.DrawNames(sheet, panel, names, top);
    }

    // Whole years, so that the axis names Januaries.
    private static ImmutableArray<DateOnly> Years(DateOnly first, DateOnly last) =>
        Months(new DateOnly(first.Year, 1, 1), last);

    private static ImmutableArray<DateOnly> Months(DateOnly first, DateOnly last)
    {
        var start = new DateOnly(first.Year, first.Month, 1);
        var count = ((last.Year - start.Year) * 12) + last.Month - start.Month + 1;
        return [.. Enumerable.Range(0, count).Select(start.AddMonths)];
    }

    private static void DrawMonth(Sheet sheet, Panel panel, PriceFanChart chart, double at)
    {
        double[] xs = [at - 0.4, at + 0.4];
        for (var i = 0; i < chart.Bands.Length; i++)
        {
            var (low, high) = (chart.Bands[i].Low[0], chart.Bands[i].High[0]);
            var fill = new Fill(sheet.Theme.FanTint(i, chart.Bands.Length));
            panel.Area(xs, [low, low], [high, high], fill);
        }

        panel.Line(xs, [chart.MedianUsd[0], chart.MedianUsd[0]], sheet.Theme.Accent, 2.4);
    }

    private static double[] Positions(ImmutableArray<DateOnly> dates, DateOnly start) =>
        [
            .. dates.Select(d =>
                ((d.Year - start.Year) * 12)
                + (d.Month - start.Month)
                + ((d.Day - 1.0) / DateTime.DaysInMonth(d.Year, d.Month))
            ),
        ];
}
