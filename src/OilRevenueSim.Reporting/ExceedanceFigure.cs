using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting;

/// <summary>How likely more than an amount is: a falling curve over a logarithmic amount, thresholds written beside.</summary>
internal static class ExceedanceFigure
{
    private const double ZeroBarHeight = 12;

    // Room above the highest gridline for the texts of thresholds at the curve's top, as much as it takes.
    private static readonly (double Headroom, bool IsOnOneLine)[] Attempts =
    [
        (24, false),
        (50, false),
        (90, false),
        (24, true),
        (50, true),
        (90, true),
        (130, true),
    ];

    public static Sheet Compose(ExceedanceChart chart, double width, double height)
    {
        var sheet = new Sheet(width, height);
        var body = SheetFrame.Draw(sheet, chart.Text);
        body = body with { Top = DrawZeroBar(sheet, body, chart.ProbabilityOfZero) };
        if (chart.Curve.IsDefaultOrEmpty || chart.ProbabilityOfZero >= 1)
        {
            DrawNothing(sheet, body, chart);
        }
        else
        {
            DrawCurve(sheet, body, chart);
        }

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
        var none = zero >= 1 ? "nothing at all in every future" : $"nothing at all in {Percent.Text(zero)} of futures";
        sheet.Text(Role.Direct, none, style, Anchor.Start, body.Left, baseline);
        var barTop = body.Top + style.LineHeight + 2;
        var split = body.Left + (body.Width * Math.Min(zero, 1));
        sheet.Add(new RectMark(new Box(body.Left, barTop, split, barTop + ZeroBarHeight), new Fill(Theme.Nothing)));
        if (zero < 1)
        {
            var some = $"some money in {Percent.Text(1 - zero)}: the curve below";
            sheet.Text(Role.Direct, some, style, Anchor.End, body.Right, baseline);
            // At least a sliver, so that a small chance is seen at all.
            var left = Math.Min(split + 1, body.Right - 1.5);
            sheet.Add(new RectMark(new Box(left, barTop, body.Right, barTop + ZeroBarHeight), new Fill(Theme.Accent)));
        }

        return barTop + ZeroBarHeight + 16;
    }

    private static void DrawCurve(Sheet sheet, Box body, ExceedanceChart chart)
    {
        var style = Theme.Tick;
        var bottom = body.Bottom - LogAxis.Height(style);
        var max = Math.Min(1, chart.Curve.Max(p => p.Probability));
        var ticks = Ticks.UpTo(max * 100, ZeroAxis.Most(bottom - body.Top - Attempts[0].Headroom));
        var numbers = Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i) + "\u00A0%").ToArray();
        var data = new Box(body.Left + ZeroAxis.Width(numbers, style), body.Top, body.Right, bottom);
        var (panel, labels, title) = Fit(data, chart, ticks);
        sheet.Add(panel);

        ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], style);
        DrawLine(panel, chart);
        sheet.Add(title);
        labels.Draw(sheet);
        var unit = MoneyUnit.Parse(chart.Unit);
        LogAxis.Draw(sheet, panel, unit, style);
        LogAxis.DrawNote(
            sheet,
            panel,
            unit.Rest + ", logarithmic scale. Thick strokes: 95\u00A0% interval of the simulation.",
            Theme.Axis
        );
    }

    // The first attempt that finds a place for every text, else the one that finds most.
    private static (Panel Panel, ThresholdLabels Labels, Label Title) Fit(Box data, ExceedanceChart chart, Ticks ticks)
    {
        (Panel, ThresholdLabels Labels, Label)? best = null;
        foreach (var (headroom, isOnOneLine) in Attempts)
        {
            var room = Math.Min(headroom, data.Height * 0.45);
            var (low, high) = LogAxis.Limits(chart, data.Width, isOnOneLine);
            var panel = new Panel(data, low, high, 0, ticks.Top * data.Height / (data.Height - room));
            var title = Sheet.Measure(
                Role.Axis,
                "probability of more than the amount below",
                Theme.Axis,
                Anchor.Start,
                Theme.MarginX,
                panel.Y(ticks.Top) - 12,
                hasHalo: true
            );
            var labels = new ThresholdLabels(panel, chart.Thresholds, title.Box, isOnOneLine);
            if (best is null || labels.Unplaced < best.Value.Labels.Unplaced)
            {
                best = (panel, labels, title);
            }

            if (labels.Unplaced == 0)
            {
                break;
            }
        }

        return best!.Value;
    }

    private static void DrawLine(Panel panel, ExceedanceChart chart)
    {
        var points = chart.Curve.Where(p => p.Amount > 0).ToList();
        var xs = new List<double> { Math.Min(panel.XMin, Math.Log10(points[0].Amount)) };
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

    // No curve and no axis: a sentence, and what the number of paths can still not rule out.
    private static void DrawNothing(Sheet sheet, Box body, ExceedanceChart chart)
    {
        var y = body.Top + 20;
        y = sheet.Paragraph(
            Role.Message,
            $"{chart.Actor}: exactly zero on every simulated path.",
            Theme.Message,
            body.Left,
            y,
            body.Width,
            3
        );
        y += 10;
        var column = chart
            .Thresholds.Select(t => Wording.Width(t.ProbabilityLabel, Theme.Strong))
            .DefaultIfEmpty(0)
            .Max();
        foreach (var threshold in chart.Thresholds)
        {
            if (y + Theme.Strong.LineHeight > body.Bottom)
            {
                break;
            }

            var baseline = y + (Face.Ascent * Theme.Strong.Size);
            sheet.Text(Role.Message, threshold.ProbabilityLabel, Theme.Strong, Anchor.Start, body.Left, baseline);
            sheet.Text(
                Role.Message,
                "chance of more than " + threshold.Label,
                Theme.MessageNote,
                Anchor.Start,
                body.Left + column + 12,
                baseline
            );
            y += Theme.Strong.LineHeight + 4;
        }
    }
}
