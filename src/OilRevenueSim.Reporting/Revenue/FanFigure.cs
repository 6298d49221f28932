using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>A monthly series as a fan: bands as tints of one blue, named at the right edge; median solid, mean dashed.</summary>
internal static class FanFigure
{
    public static void Compose(FanChart chart, Sheet sheet)
    {
        double[] values = [.. chart.Bands.SelectMany(b => b.High.Concat(b.Low)), .. chart.Median, .. chart.Mean];
        var (low, high) = (values.Append(0).Min(), values.Append(0).Max());
        var isZero = chart.IsAllZero || !(high - low > 0);
        var given = chart.Unit;
        var unit = isZero ? given : given.For(Math.Max(high, -low));
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));

        var top = UnitLine.Draw(sheet, body, sheet.Words.Unit(unit));
        var words = sheet.Words;
        var entries = isZero
            ? []
            : FanParts.Entries(sheet, chart.Bands, chart.Median, chart.Mean, words.Word("zero"), words.Word("mean"));
        var plotHeight = body.Bottom - top - MonthAxis.Height(sheet.Theme.Tick);
        var ends = (Low: isZero ? 0 : low, High: chart.Top ?? (isZero ? 1 : high));
        var ticks = SignedAxis.Over(ends.Low, ends.High, ZeroAxis.Most(plotHeight));
        var numbers = isZero ? ["0"] : ticks.PlainTexts(sheet.Words, scale);
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - FanParts.Width(sheet, entries),
            body.Bottom - MonthAxis.Height(sheet.Theme.Tick)
        );
        var axis = new MonthAxis(chart.Months);
        var panel = sheet.Add(new Panel(data, MonthAxis.Min, axis.Max, ticks.Low, ticks.High));
        if (isZero)
        {
            DrawNothing(sheet, data, chart.Actor);
        }
        else
        {
            ticks.Draw(sheet, panel, numbers, sheet.Theme.Tick);
            FanParts.DrawBands(sheet, panel, chart.Bands, chart.Median, chart.Mean, axis);
            FanParts.DrawNames(sheet, panel, entries, top);
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
        if (ticks.Below > 0)
        {
            sheet.Line(data.Left, panel.Y(0), data.Right, panel.Y(0), sheet.Theme.Baseline, 1);
        }

        if (!chart.Median.Any(m => m != 0))
        {
            // Over the axis, which would hide it.
            sheet.Line(data.Left, panel.Y(0), data.Right, panel.Y(0), sheet.Theme.Accent, 2.4);
        }
    }

    private static void DrawNothing(Sheet sheet, Box data, string subject)
    {
        Message.DrawOverZero(
            sheet,
            data,
            sheet.Words.Say($"{subject}: zero in every month, on every simulated path."),
            sheet.Words.Word("Bands, median and mean all lie on the zero line.")
        );
    }
}
