using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Running mean with its interval over a logarithmic number of futures, and the mean of all as a dashed line.</summary>
internal static class ConvergenceFigure
{
    private const double TickGap = 7;
    private const double NumberGap = 14;

    public static void Compose(ConvergenceChart chart, Sheet sheet)
    {
        var points = chart.Points;
        // The interval of the first few futures says too little to set the scale: it may leave the picture, no mean does.
        var shown = points.Where(p => p.Paths >= Math.Min(64, points[^1].Paths)).ToList();
        var (low, high) = (
            Math.Min(shown.Min(p => p.Low), points.Min(p => p.Mean)),
            Math.Max(shown.Max(p => p.High), points.Max(p => p.Mean))
        );
        var isFlat = !(high > low);
        var given = chart.Unit;
        var unit = isFlat ? given : given.For(Math.Max(Math.Abs(low), Math.Abs(high)));
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));
        var bottom = body.Bottom - NumberAxis.Height(sheet.Theme.Tick);
        var axis = isFlat ? RangeAxis.Over(0, 1, 1) : RangeAxis.Over(low, high, ZeroAxis.Most(bottom - body.Top));
        var named = sheet.Words.Unit(unit);
        var top = UnitLine.Draw(
            sheet,
            body,
            axis.IsCut
                ? sheet.Words.Say($"mean, {named}; the axis does not begin at zero")
                : sheet.Words.Say($"mean, {named}")
        );
        var texts = axis.Texts(sheet.Words, given.Factor / unit.Factor);
        var names = sheet.Words.Say($"all {points[^1].Paths}");
        var right = 10 + Wording.Width(names, sheet.Theme.Direct);
        var data = new Box(body.Left + ZeroAxis.Width(texts, sheet.Theme.Tick), top, body.Right - right, bottom);
        var panel = sheet.Add(
            new Panel(data, Math.Log10(points[0].Paths), Math.Log10(points[^1].Paths), axis.Low, axis.High)
        );
        if (isFlat)
        {
            Message.DrawOverZero(
                sheet,
                data,
                sheet.Words.Word("Zero in every simulated future."),
                sheet.Words.Word("Mean and interval lie on the zero line.")
            );
        }
        else
        {
            axis.Draw(sheet, panel, texts, sheet.Theme.Tick);
        }

        double[] xs = [.. points.Select(p => Math.Log10(p.Paths))];
        panel.Area(
            xs,
            [.. points.Select(p => p.Low)],
            [.. points.Select(p => p.High)],
            new Fill(sheet.Theme.FanTint(0, 2))
        );
        panel.Line([xs[0], xs[^1]], [points[^1].Mean, points[^1].Mean], sheet.Theme.Second, 1.6, isDashed: true);
        panel.Line(xs, [.. points.Select(p => p.Mean)], sheet.Theme.Accent, 2.4);
        if (!axis.IsCut)
        {
            panel.Line([xs[0], xs[^1]], [0, 0], sheet.Theme.Baseline, 1);
        }

        var baseline = panel.Y(points[^1].Mean) + (Face.CapHeight * sheet.Theme.Direct.Size / 2);
        sheet.Text(Role.Direct, names, sheet.Theme.Direct, Anchor.Start, data.Right + 8, baseline);
        var cut = points
            .Where(p => p.Low < axis.Low || p.High > axis.High)
            .Select(p => p.Paths)
            .DefaultIfEmpty(0)
            .Max();
        DrawPaths(sheet, panel, cut);
    }

    private static void DrawPaths(Sheet sheet, Panel panel, long cut)
    {
        var data = panel.Data;
        sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, sheet.Theme.Baseline, 1);
        var row = data.Bottom + TickGap + (Face.Ascent * sheet.Theme.Tick.Size);
        var free = data.Left - NumberGap;
        for (var decade = (int)Math.Floor(panel.XMin); decade <= panel.XMax; decade++)
        {
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var paths = digit * Math.Pow(10, decade);
                if (Math.Log10(paths) < panel.XMin - 1e-9 || Math.Log10(paths) > panel.XMax + 1e-9)
                {
                    continue;
                }

                var x = panel.X(Math.Log10(paths));
                sheet.Line(x, data.Bottom, x, data.Bottom + 4, sheet.Theme.Baseline, 1);
                var text = sheet.Words.Number(paths, "#,0");
                var half = Wording.Width(text, sheet.Theme.Tick) / 2;
                if (x - half >= free)
                {
                    sheet.Text(Role.Tick, text, sheet.Theme.Tick, Anchor.Middle, x, row);
                    free = x + half + NumberGap;
                }
            }
        }

        sheet.Text(
            Role.Axis,
            sheet.Words.Word("futures, logarithmic scale")
                + (cut > 0 ? sheet.Words.Say($"; the interval of the first {cut} reaches beyond the picture") : ""),
            sheet.Theme.Tick,
            Anchor.Start,
            data.Left,
            row + sheet.Theme.Tick.LineHeight + 4
        );
    }
}
