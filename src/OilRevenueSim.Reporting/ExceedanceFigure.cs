using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting;

/// <summary>How likely more than an amount is: a falling curve over a logarithmic amount, thresholds written beside.</summary>
internal static class ExceedanceFigure
{
    private const double ZeroBarHeight = 12;

    // Room above the highest gridline for the text of a threshold at the curve's top.
    private const double Headroom = 44;

    public static Sheet Compose(ExceedanceChart chart, double width, double height)
    {
        var sheet = new Sheet(width, height);
        var body = SheetFrame.Draw(sheet, chart.Text);
        var unit = MoneyUnit.Parse(chart.Unit);
        var top = DrawZeroBar(sheet, body, chart.ProbabilityOfZero);
        var bottom = body.Bottom - 9 - (2 * Theme.Tick.LineHeight) - 4;

        var isZero = chart.Curve.IsDefaultOrEmpty || chart.ProbabilityOfZero >= 1;
        var max = isZero ? 0 : Math.Min(1, chart.Curve.Max(p => p.Probability));
        var ticks = Ticks.UpTo(max > 0 ? max * 100 : 1, ZeroAxis.Most(bottom - top - Headroom));
        var numbers = Enumerable
            .Range(0, ticks.Count + 1)
            .Select(i => ticks.Text(i) + "\u00A0%")
            .Take(isZero ? 1 : int.MaxValue)
            .ToArray();
        var data = new Box(body.Left + ZeroAxis.Width(numbers, Theme.Tick), top, body.Right, bottom);

        var axis = LogAxis.For([.. chart.Curve.Select(p => p.Amount)], [.. chart.Thresholds.Select(t => t.Amount)]);
        foreach (var threshold in chart.Thresholds)
        {
            axis = axis.WithRoom(threshold.Amount, ThresholdLabels.Width(threshold), data.Width);
        }

        var yMax = ticks.Top * data.Height / (data.Height - Headroom);
        var panel = sheet.Add(new Panel(data, axis.Low, axis.High, 0, yMax));
        if (isZero)
        {
            DrawNothing(sheet, panel, chart);
        }
        else
        {
            ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], Theme.Tick);
            DrawCurve(panel, chart, axis);
            var title = sheet.Text(
                Role.Axis,
                "probability of more than the amount",
                Theme.Axis,
                Anchor.Start,
                body.Left,
                panel.Y(ticks.Top) - 12,
                hasHalo: true
            );
            ThresholdLabels.Draw(sheet, panel, chart.Thresholds, title.Box);
        }

        axis.Draw(sheet, panel, unit, Theme.Tick);
        sheet.Text(
            Role.Axis,
            unit.Rest + ", logarithmic scale",
            Theme.Axis,
            Anchor.Start,
            data.Left,
            data.Bottom + 9 + Theme.Tick.LineHeight + 3 + (Face.Ascent * Theme.Axis.Size)
        );
        return sheet;
    }

    private static double DrawZeroBar(Sheet sheet, Box body, double zero)
    {
        if (zero <= 0)
        {
            return body.Top;
        }

        var style = Theme.Direct;
        var baseline = body.Top + (Face.Ascent * style.Size);
        var none = zero >= 1 ? "nothing in all futures" : $"nothing in {Percent.Text(zero)} of futures";
        sheet.Text(Role.Direct, none, Theme.Direct, Anchor.Start, body.Left, baseline);
        var barTop = body.Top + style.LineHeight + 2;
        var split = body.Left + (body.Width * Math.Min(zero, 1));
        sheet.Add(new RectMark(new Box(body.Left, barTop, split, barTop + ZeroBarHeight), new Fill(Theme.Nothing)));
        if (zero < 1)
        {
            var some = $"something in {Percent.Text(1 - zero)}: the curve below";
            sheet.Text(Role.Direct, some, Theme.Direct, Anchor.End, body.Right, baseline);
            // At least a sliver, so that a small chance is seen at all.
            var left = Math.Min(split + 1, body.Right - 1.5);
            sheet.Add(new RectMark(new Box(left, barTop, body.Right, barTop + ZeroBarHeight), new Fill(Theme.Accent)));
        }

        return barTop + ZeroBarHeight + 18;
    }

    private static void DrawCurve(Panel panel, ExceedanceChart chart, LogAxis axis)
    {
        var points = chart.Curve.Where(p => p.Amount > 0).ToList();
        var xs = new List<double> { Math.Min(axis.Low, Math.Log10(points[0].Amount)) };
        var ys = new List<double> { 100 * points[0].Probability };
        foreach (var point in points)
        {
            xs.Add(Math.Log10(point.Amount));
            ys.Add(100 * point.Probability);
        }

        if (ys[^1] > 0)
        {
            xs.Add(xs[^1]);
            ys.Add(0);
        }

        panel.Area([.. xs], new double[xs.Count], [.. ys], new Fill(Theme.FanTint(0, 2)));
        panel.Line([.. xs], [.. ys], Theme.Accent, 2.4);
    }

    private static void DrawNothing(Sheet sheet, Panel panel, ExceedanceChart chart)
    {
        var note = string.Join("; ", chart.Thresholds.Select(t => $"more than {t.Label}: {t.ProbabilityLabel}"));
        foreach (var threshold in chart.Thresholds)
        {
            var x = panel.X(Math.Log10(threshold.Amount));
            sheet.Line(x, panel.Data.Bottom - 8, x, panel.Data.Bottom, Theme.Second, 1);
        }

        Message.Draw(sheet, panel.Data, $"{chart.Actor}: exactly zero on every simulated path.", note);
    }
}
