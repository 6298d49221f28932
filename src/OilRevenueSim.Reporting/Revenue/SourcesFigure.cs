using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Mean monthly revenue stacked by source, channel, actor or theatre; what is below zero hangs below it.</summary>
internal static class SourcesFigure
{
    private const double Least = 1e-3;

    public static void Compose(SourcesChart chart, Sheet sheet)
    {
        var months = chart.Months.Length;
        StackBand[] bands =
        [
            .. chart.Sources.Select((s, i) => new StackBand(s.Label, s.Note, s.Mean, FillOf(sheet, s, i))),
        ];
        var (low, high) = StackParts.Range(bands, months);
        // What is too small to be seen opens no axis of its own.
        low = -low < Least * high ? 0 : low;
        high = high < -Least * low ? 0 : high;
        var isZero = chart.IsAllZero || !(high - low > 0);
        var given = chart.Unit;
        var unit = isZero ? given : given.For(Math.Max(high, -low));
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));

        var top = UnitLine.Draw(sheet, body, sheet.Words.Unit(unit));
        var plotHeight = body.Bottom - top - MonthAxis.Height(sheet.Theme.Tick);
        var ticks = SignedAxis.Over(isZero ? 0 : low, isZero ? 1 : high, ZeroAxis.Most(plotHeight));
        var numbers = isZero ? ["0"] : ticks.PlainTexts(sheet.Words, scale);
        var keys = isZero ? [] : StackParts.Keys(sheet, bands, body.Width * 0.34, plotHeight);
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - StackParts.Width(keys),
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
            StackParts.Draw(sheet, panel, bands, months, axis);
            StackParts.DrawKeys(sheet, panel, keys);
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
        if (ticks.Below > 0)
        {
            sheet.Line(data.Left, panel.Y(0), data.Right, panel.Y(0), sheet.Theme.Baseline, 1);
        }
    }

    private static void DrawNothing(Sheet sheet, Box data, string subject)
    {
        Message.DrawOverZero(
            sheet,
            data,
            sheet.Words.Say($"{subject}: no oil revenue in any month, on any simulated path."),
            sheet.Words.Word("No source of barrels and no levy brings anything.")
        );
    }

    private static Fill FillOf(Sheet sheet, SourceBand source, int index) =>
        source.IsOther ? new Fill(sheet.Theme.Nothing)
        : source.Actor is { } actor ? sheet.Theme.Of(actor)
        : sheet.Theme.Category(source.Category ?? index);
}
