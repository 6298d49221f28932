using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>
/// Thresholds of a falling curve: a thin vertical up to the curve and the probability written right of it. Right and
/// above of a falling curve is free, so only other thresholds can be in the way: later ones are placed first, earlier
/// ones move up until they are clear.
/// </summary>
internal static class ThresholdLabels
{
    private const double Indent = 6;
    private const double Clear = 5;

    /// <summary>Width that a threshold's text takes right of its vertical.</summary>
    public static double Width(ExceedanceThreshold threshold) =>
        Indent
        + Math.Max(
            Wording.Width(threshold.ProbabilityLabel, Theme.Strong),
            Wording.Width(Amount(threshold), Theme.Axis)
        );

    public static void Draw(Sheet sheet, Panel panel, IReadOnlyList<ExceedanceThreshold> thresholds, Box axisTitle)
    {
        var obstacles = new List<Box> { axisTitle.Grow(Clear) };
        foreach (var threshold in thresholds.OrderByDescending(t => t.Amount))
        {
            var x = panel.X(System.Math.Log10(threshold.Amount));
            var y = panel.Y(100 * threshold.Probability);
            var block = Place(panel, obstacles, x, y, Width(threshold));
            var lineTop = y;
            if (block is { } box)
            {
                lineTop = Math.Min(y, box.Top);
                obstacles.Add(box.Grow(2));
                Write(sheet, threshold, box);
            }

            obstacles.Add(new Box(x - 3, lineTop, x + 3, panel.Data.Bottom));
            sheet.Line(x, panel.Data.Bottom, x, lineTop, Theme.Second, 1);
            var (low, high) = (panel.Y(100 * threshold.Low), panel.Y(100 * threshold.High));
            sheet.Line(x, low, x, high, Theme.Second, 3);
            sheet.Add(new DotMark(x, y, 3.5, Theme.Second));
        }
    }

    private static string Amount(ExceedanceThreshold threshold) => "more than " + threshold.Label;

    private static Box? Place(Panel panel, List<Box> obstacles, double x, double y, double width)
    {
        var height = Theme.Strong.LineHeight + Theme.Axis.LineHeight;
        var box = new Box(x, y - Clear - height, x + width, y - Clear);
        for (var tries = 0; tries <= obstacles.Count; tries++)
        {
            var hit = obstacles.FindIndex(box.Overlaps);
            if (hit < 0)
            {
                return box.Top >= panel.Data.Top - Clear ? box : null;
            }

            var bottom = obstacles[hit].Top - 1;
            box = box with { Top = bottom - height, Bottom = bottom };
        }

        return null;
    }

    private static void Write(Sheet sheet, ExceedanceThreshold threshold, Box box)
    {
        var x = box.Left + Indent;
        var first = box.Top + (Face.Ascent * Theme.Strong.Size);
        sheet.Text(Role.Direct, threshold.ProbabilityLabel, Theme.Strong, Anchor.Start, x, first, hasHalo: true);
        var second = box.Top + Theme.Strong.LineHeight + (Face.Ascent * Theme.Axis.Size);
        sheet.Text(Role.Direct, Amount(threshold), Theme.Axis, Anchor.Start, x, second, hasHalo: true);
    }
}
