using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using OilRevenueSim.Reporting.Revenue;

namespace OilRevenueSim.Reporting.Courses;

/// <summary>Monthly paired difference as a fan around zero: bands named at the right edge; median solid, mean dashed.</summary>
internal static class DifferenceFanFigure
{
    public static void Compose(DifferenceFanChart chart, Sheet sheet)
    {
        var all = chart
            .Bands.SelectMany(b => b.Low.Concat(b.High))
            .Concat(chart.Median)
            .Concat(chart.MeanLow)
            .Concat(chart.MeanHigh)
            .ToList();
        var (low, high) = (all.DefaultIfEmpty(0).Min(), all.DefaultIfEmpty(0).Max());
        var isZero = chart.IsAllZero || !(high - Math.Min(low, 0) > 0);
        var given = chart.Unit;
        var unit = isZero ? given : given.For(Math.Max(-low, high));
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));
        var top = UnitLine.Draw(sheet, body, sheet.Words.Say($"change, {sheet.Words.Unit(unit)}"));
        var entries = isZero
            ? []
            : FanParts.Entries(
                sheet,
                chart.Bands,
                chart.Median,
                chart.Mean,
                sheet.Words.Word("no change"),
                sheet.Words.Word("mean and its 95 % interval")
            );
        var bottom = body.Bottom - MonthAxis.Height(sheet.Theme.Tick);
        var signed = isZero
            ? new SignedAxis(new Ticks(1, 1), 0, 0, 1)
            : SignedAxis.Over(low, high, ZeroAxis.Most(bottom - top));
        var texts = isZero ? ["0"] : signed.Texts(sheet.Words, scale);
        var data = new Box(
            body.Left + ZeroAxis.Width(texts, sheet.Theme.Tick),
            top,
            body.Right - FanParts.Width(sheet, entries),
            bottom
        );
        var axis = new MonthAxis(chart.Months);
        var panel = sheet.Add(new Panel(data, MonthAxis.Min, axis.Max, signed.Low, signed.High));
        if (isZero)
        {
            Message.DrawOverZero(
                sheet,
                data,
                sheet.Words.Say($"{chart.Actor}: the course changes nothing on any simulated path."),
                sheet.Words.Word("Every future brings the same money with it and without it.")
            );
        }
        else
        {
            signed.Draw(sheet, panel, texts, sheet.Theme.Tick);
            FanParts.DrawBands(sheet, panel, chart.Bands, chart.Median, chart.Mean, axis);
            panel.Line(axis.Positions(), MonthAxis.Values(chart.MeanLow), sheet.Theme.Second, 0.7);
            panel.Line(axis.Positions(), MonthAxis.Values(chart.MeanHigh), sheet.Theme.Second, 0.7);
            FanParts.DrawNames(sheet, panel, entries, top);
            sheet.Line(data.Left, panel.Y(0), data.Right, panel.Y(0), sheet.Theme.Baseline, 1);
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
    }
}
