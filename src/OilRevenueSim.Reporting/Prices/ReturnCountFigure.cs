using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Prices;

/// <summary>Changes of the log price by size on a logarithmic count: dots for what was seen, a line for the normal law.</summary>
internal static class ReturnCountFigure
{
    private const double Dot = 3;

    // A class with one change stands clear of the axis.
    private const double LeastCount = 0.4;

    public static void Compose(ReturnCountChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        sheet.FromStart(body, () => DrawKey(sheet, body));
        var top = body.Top + sheet.Theme.Key.LineHeight + 8;
        top = UnitLine.Draw(sheet, body with { Top = top }, sheet.Words.Word("number of changes"));
        var max = Math.Max(chart.Observed.Max(o => o.Count), chart.Normal.Max(o => o.Count));
        var decades = (int)Math.Floor(Math.Log10(max));
        var numbers = Enumerable
            .Range(0, decades + 1)
            .Select(d => sheet.Words.Number(Math.Pow(10, d), "#,0"))
            .ToArray();
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - 8,
            body.Bottom - NumberAxis.Height(sheet.Theme.Tick)
        );
        var (low, high) = (
            chart.Observed[0].Change - chart.BinWidth,
            Math.Max(chart.Observed[^1].Change, chart.Normal[^1].Change) + chart.BinWidth
        );
        low = Math.Min(low, chart.Normal[0].Change - chart.BinWidth);
        var panel = sheet.Add(new Panel(data, low, high, Math.Log10(LeastCount), Math.Log10(max * 1.3)));
        for (var d = 0; d <= decades; d++)
        {
            panel.Gridline(d, sheet.Theme.Grid);
            var baseline = panel.Y(d) + (Face.CapHeight * sheet.Theme.Tick.Size / 2);
            sheet.Text(Role.Tick, numbers[d], sheet.Theme.Tick, Anchor.End, data.Left - 8, baseline);
        }

        var shown = chart.Normal.Where(n => n.Count >= LeastCount).ToList();
        panel.Line(
            [.. shown.Select(n => n.Change)],
            [.. shown.Select(n => Math.Log10(n.Count))],
            sheet.Theme.Second,
            2
        );
        foreach (var (change, count) in chart.Observed)
        {
            sheet.Add(new DotMark(panel.X(change), panel.Y(Math.Log10(count)), Dot, sheet.Theme.Accent));
        }

        NumberAxis.Draw(sheet, panel, 100, sheet.Words.Word("change of the log price, %"), sheet.Theme.Tick);
    }

    private static void DrawKey(Sheet sheet, Box body)
    {
        var style = sheet.Theme.Key;
        var baseline = body.Top + (Face.Ascent * style.Size);
        var middle = baseline - (Face.CapHeight * style.Size / 2);
        sheet.Add(new DotMark(body.Left + 5, middle, Dot, sheet.Theme.Accent));
        var seen = sheet.Text(Role.Key, sheet.Words.Word("seen"), style, Anchor.Start, body.Left + 14, baseline);
        var x = seen.Box.Right + 22;
        sheet.Line(x, middle, x + 22, middle, sheet.Theme.Second, 2);
        sheet.Text(
            Role.Key,
            sheet.Words.Word("normal law with the same standard deviation"),
            style,
            Anchor.Start,
            x + 30,
            baseline
        );
    }
}
