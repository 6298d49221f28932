using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>
/// Thresholds of a falling curve: a thin vertical up to the curve and the probability written right of it. Right and
/// above of a falling curve is free, so only other thresholds can be in the way: later ones are placed first, earlier
/// ones move up until they are clear.
/// </summary>
internal sealed class ThresholdLabels
{
    private const double Indent = 6;
    private const double Clear = 5;
    private const double DotRadius = 3.5;

    private readonly List<(ExceedanceThreshold Threshold, Box? Block)> blocks = [];
    private readonly Sheet sheet;
    private readonly Panel panel;
    private readonly bool isOnOneLine;

    /// <summary>Finds places.</summary>
    /// <param name="sheet">Sheet that they stand on.</param>
    /// <param name="panel">Data area; x is the power of ten, y per cent.</param>
    /// <param name="thresholds">Thresholds.</param>
    /// <param name="isOnOneLine">True to write probability and amount on one line.</param>
    public ThresholdLabels(Sheet sheet, Panel panel, IEnumerable<ExceedanceThreshold> thresholds, bool isOnOneLine)
    {
        this.sheet = sheet;
        this.panel = panel;
        this.isOnOneLine = isOnOneLine;
        var obstacles = new List<Box>();
        foreach (var threshold in thresholds.OrderByDescending(t => t.Amount))
        {
            var (x, y) = Point(threshold);
            var block = Place(obstacles, x, y, Width(sheet, threshold, isOnOneLine));
            blocks.Add((threshold, block));
            if (block is { } box)
            {
                obstacles.Add(box.Grow(2));
            }

            obstacles.Add(new Box(x - 3, Math.Min(y, block?.Top ?? y), x + 3, panel.Data.Bottom));
        }
    }

    /// <summary>Thresholds whose text found no place.</summary>
    public int Unplaced => blocks.Count(b => b.Block is null);

    /// <summary>True when a Monte Carlo interval is taller than its dot.</summary>
    public bool HaveVisibleIntervals =>
        blocks.Exists(b => panel.Y(100 * b.Threshold.Low) - panel.Y(100 * b.Threshold.High) > 4 * DotRadius);

    /// <summary>Width that a threshold's text takes right of its vertical.</summary>
    public static double Width(Sheet sheet, ExceedanceThreshold threshold, bool isOnOneLine)
    {
        var probability = Wording.Width(threshold.ProbabilityLabel, sheet.Theme.Strong);
        var amount = Wording.Width(Amount(sheet, threshold), sheet.Theme.Axis);
        return Indent + (isOnOneLine ? probability + Indent + amount : Math.Max(probability, amount));
    }

    public void Draw()
    {
        // Lines first, all of them: a dot must not lie under its neighbour's line.
        foreach (var (threshold, block) in blocks)
        {
            var (x, y) = Point(threshold);
            sheet.Line(x, panel.Data.Bottom, x, Math.Min(y, block?.Top ?? y), sheet.Theme.Second, 1);
            var (low, high) = (Math.Max(threshold.Low, 0), Math.Min(threshold.High, 1));
            sheet.Line(x, panel.Y(100 * low), x, panel.Y(100 * high), sheet.Theme.Second, 3);
        }

        foreach (var (threshold, block) in blocks)
        {
            var (x, y) = Point(threshold);
            sheet.Add(new DotMark(x, y, DotRadius, sheet.Theme.Second));
            if (block is { } box)
            {
                Write(threshold, box);
            }
        }
    }

    private static string Amount(Sheet sheet, ExceedanceThreshold threshold) =>
        sheet.Words.Say($"more than {threshold.Label}");

    private (double X, double Y) Point(ExceedanceThreshold threshold) =>
        (panel.X(Math.Log10(threshold.Amount)), panel.Y(100 * threshold.Probability));

    private Box? Place(List<Box> obstacles, double x, double y, double width)
    {
        var height = sheet.Theme.Strong.LineHeight + (isOnOneLine ? 0 : sheet.Theme.Axis.LineHeight);
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

    private void Write(ExceedanceThreshold threshold, Box box)
    {
        var x = box.Left + Indent;
        var baseline = box.Top + (Face.Ascent * sheet.Theme.Strong.Size);
        var first = sheet.Text(
            Role.Direct,
            threshold.ProbabilityLabel,
            sheet.Theme.Strong,
            Anchor.Start,
            x,
            baseline,
            hasHalo: true
        );
        (x, baseline) = isOnOneLine
            ? (x + first.Width + Indent, baseline)
            : (x, box.Top + sheet.Theme.Strong.LineHeight + (Face.Ascent * sheet.Theme.Axis.Size));
        sheet.Text(Role.Direct, Amount(sheet, threshold), sheet.Theme.Axis, Anchor.Start, x, baseline, hasHalo: true);
    }
}
