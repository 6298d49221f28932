using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>How likely more than an amount is: a falling curve over a logarithmic amount, thresholds written beside.</summary>
internal static class ExceedanceFigure
{
    // Room above the highest gridline for the texts of thresholds at the curve's top, as much as it takes.
    private static readonly (double Headroom, bool IsOnOneLine)[] Attempts =
    [
        (0, false),
        (24, false),
        (48, false),
        (90, false),
        (0, true),
        (24, true),
        (48, true),
        (90, true),
        (140, true),
    ];

    public static void Compose(ExceedanceChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        if (chart.Curve.IsDefaultOrEmpty || chart.ProbabilityOfZero >= 1)
        {
            DrawNothing(sheet, body, chart);
        }
        else
        {
            var told = chart with { Thresholds = [.. Telling(chart.Thresholds)] };
            DrawCurve(sheet, body with { Top = DrawZeroBar(sheet, body, chart.ProbabilityOfZero) }, told);
        }
    }

    // Beyond the first that no future passes a higher one says nothing more and takes the room of the curve.
    private static IEnumerable<ExceedanceThreshold> Telling(IReadOnlyCollection<ExceedanceThreshold> thresholds)
    {
        var passed = thresholds.Where(t => t.Probability > 0);
        return passed.Concat(thresholds.Where(t => t.Probability <= 0).OrderBy(t => t.Amount).Take(1));
    }

    private static double DrawZeroBar(Sheet sheet, Box body, double zero) =>
        ZeroStrip.Draw(
            sheet,
            body,
            zero,
            sheet.Words.Say($"nothing at all in {Percent.Text(zero, sheet.Words)} of futures"),
            sheet.Words.Say($"some money in {Percent.Text(1 - zero, sheet.Words)}: the curve below")
        );

    private static void DrawCurve(Sheet sheet, Box body, ExceedanceChart chart)
    {
        var style = sheet.Theme.Tick;
        var bottom = body.Bottom - LogAxis.Height(style);
        var max = chart.Curve.Select(p => p.Probability).Concat(chart.Thresholds.Select(t => t.High)).Max();
        max = Math.Min(1, max);
        var ticks = Ticks.UpTo(max * 100, ZeroAxis.Most(bottom - body.Top - 60));
        var numbers = Enumerable
            .Range(0, ticks.Count + 1)
            .Select(i => Percent.Of(ticks.Text(i, sheet.Words), sheet.Words))
            .ToArray();
        var top = UnitLine.Draw(sheet, body, sheet.Words.Word("probability of more than the amount below"));
        var data = new Box(body.Left + ZeroAxis.Width(numbers, style), top, body.Right, bottom);
        var (panel, labels) = Fit(sheet, data, chart, ticks);
        sheet.Add(panel);

        ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], style);
        DrawLine(sheet, panel, chart);
        LogAxis.Draw(sheet, panel, chart.Unit, style);
        var scale = LogAxis.Scale(sheet, chart.Unit);
        var strokes = sheet.Words.Word("Thick strokes: 95\u00A0% interval of the simulation");
        LogAxis.DrawNote(sheet, panel, labels.HaveVisibleIntervals ? $"{scale}. {strokes}" : scale, sheet.Theme.Axis);
        labels.Draw();
    }

    // The first attempt that finds a place for every text, else the one that finds most.
    private static (Panel Panel, ThresholdLabels Labels) Fit(Sheet sheet, Box data, ExceedanceChart chart, Ticks ticks)
    {
        (Panel Panel, ThresholdLabels Labels)? best = null;
        foreach (var (headroom, isOnOneLine) in Attempts)
        {
            var room = Math.Min(headroom, data.Height * 0.5);
            var (low, high) = LogAxis.Limits(sheet, chart, data.Width, isOnOneLine);
            var panel = new Panel(data, low, high, 0, ticks.Top * data.Height / (data.Height - room));
            var labels = new ThresholdLabels(sheet, panel, chart.Thresholds, isOnOneLine);
            if (best is null || labels.Unplaced < best.Value.Labels.Unplaced)
            {
                best = (panel, labels);
            }
        }

        return best!.Value;
    }

    private static void DrawLine(Sheet sheet, Panel panel, ExceedanceChart chart)
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

        panel.Area([.. xs], new double[xs.Count], [.. ys], new Fill(sheet.Theme.FanTint(0, 2)));
        panel.Line([.. xs], [.. ys], sheet.Theme.Accent, 2.4);
    }

    // No curve and no axis: a sentence, and what the number of paths can still not rule out.
    private static void DrawNothing(Sheet sheet, Box body, ExceedanceChart chart)
    {
        var statement = sheet.Words.Say($"{chart.Actor}: exactly zero on every simulated path.");
        var y =
            sheet.Paragraph(Role.Message, statement, sheet.Theme.Message, body.Left, body.Top + 8, body.Width, 3) + 6;
        sheet.Add(new RectMark(new Box(body.Left, y, body.Right, y + ZeroStrip.Height), new Fill(sheet.Theme.Nothing)));
        y += ZeroStrip.Height + 26;
        if (chart.Thresholds.IsDefaultOrEmpty)
        {
            return;
        }

        var note = sheet.Words.Word("What this number of paths cannot rule out, as a chance of more than");
        y = sheet.Paragraph(Role.Message, note, sheet.Theme.MessageNote, body.Left, y, body.Width, 2) + 6;
        var column = chart.Thresholds.Max(t => Wording.Width(t.Label, sheet.Theme.Direct)) + 24;
        var rowHeight = sheet.Theme.Strong.LineHeight + 5;
        foreach (var threshold in chart.Thresholds.Take(Math.Max(0, (int)((body.Bottom - y) / rowHeight))))
        {
            var baseline = y + (Face.Ascent * sheet.Theme.Strong.Size);
            sheet.Text(Role.Message, threshold.Label, sheet.Theme.Direct, Anchor.Start, body.Left, baseline);
            var x = body.Left + column;
            sheet.Text(Role.Message, threshold.ProbabilityLabel, sheet.Theme.Strong, Anchor.Start, x, baseline);
            y += rowHeight;
        }
    }
}
