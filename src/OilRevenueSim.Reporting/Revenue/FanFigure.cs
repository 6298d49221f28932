using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Monthly money as a fan: bands as tints of one blue, named at the right edge; median solid, mean dashed.</summary>
internal static class FanFigure
{
    public static void Compose(FanChart chart, Sheet sheet)
    {
        var max = chart.Bands.SelectMany(b => b.High).Concat(chart.Median).Concat(chart.Mean).DefaultIfEmpty(0).Max();
        var isZero = chart.IsAllZero || !(max > 0);
        var given = chart.Unit;
        var unit = isZero ? given : given.For(max);
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));

        var top = UnitLine.Draw(sheet, body, sheet.Words.Unit(unit));
        var entries = isZero
            ? []
            : FanParts.Entries(
                sheet,
                chart.Bands,
                chart.Median,
                chart.Mean,
                sheet.Words.Word("zero"),
                sheet.Words.Word("mean")
            );
        var plotHeight = body.Bottom - top - MonthAxis.Height(sheet.Theme.Tick);
        var ticks = Ticks.UpTo(isZero ? 1 : max, ZeroAxis.Most(plotHeight));
        var numbers = isZero
            ? ["0"]
            : Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i, sheet.Words, scale)).ToArray();
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - FanParts.Width(sheet, entries),
            body.Bottom - MonthAxis.Height(sheet.Theme.Tick)
        );
        var axis = new MonthAxis(chart.Months, isForBars: false);
        var panel = sheet.Add(new Panel(data, axis.Min, axis.Max, 0, ticks.Top));
        if (isZero)
        {
            sheet.Text(
                Role.Tick,
                "0",
                sheet.Theme.Tick,
                Anchor.End,
                data.Left - 8,
                data.Bottom + (Face.CapHeight * sheet.Theme.Tick.Size / 2)
            );
            Message.Draw(
                sheet,
                data,
                sheet.Words.Say($"{chart.Actor}: zero in every month, on every simulated path."),
                sheet.Words.Word("Bands, median and mean all lie on the zero line.")
            );
        }
        else
        {
            ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], sheet.Theme.Tick);
            FanParts.DrawBands(sheet, panel, chart.Bands, chart.Median, chart.Mean, axis);
            FanParts.DrawNames(sheet, panel, entries, top);
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
        if (!chart.Median.Any(m => m > 0))
        {
            // Over the axis, which would hide it.
            sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, sheet.Theme.Accent, 2.4);
        }
    }
}
