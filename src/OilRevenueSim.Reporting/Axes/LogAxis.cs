using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>A logarithmic money axis along the bottom, its decades in words; x is the power of ten.</summary>
internal static class LogAxis
{
    private const double MostDecades = 7;

    // From 1 to 5: two numbers stand on it at least.
    private const double LeastDecades = 0.7;
    private const double Air = 0.03;
    private const double LeftTail = 0.005;
    private const double Gap = 16;
    private const double TickGap = 9;

    /// <summary>Height that numbers and note take below the data area.</summary>
    public static double Height(Style style) => TickGap + (2 * style.LineHeight) + 5;

    /// <summary>Where a falling curve is seen to fall: the first amount that one in 200 of what lies on it, or more, does not exceed.</summary>
    /// <param name="curve">Amounts, ascending, and the probability of more than each.</param>
    public static double Beginning(IReadOnlyList<(double Amount, double Probability)> curve)
    {
        var level = (1 - LeftTail) * curve[0].Probability;
        return curve.Where(p => p.Probability <= level).Append(curve[^1]).Min(p => p.Amount);
    }

    /// <summary>Limits that show all thresholds with their texts and as much of the curve as fits into seven decades.</summary>
    public static (double Low, double High) Limits(Sheet sheet, ExceedanceChart chart, double width, bool isOnOneLine)
    {
        var thresholds = chart.Thresholds.Where(t => t.Amount > 0).ToList();
        var points = chart.Curve.Where(p => p.Amount > 0).Select(p => (p.Amount, p.Probability)).ToList();
        var begins = points.Count > 0 ? Beginning(points) : 0;
        var curve = points.Where(p => p.Amount >= begins).Select(p => Math.Log10(p.Amount)).ToList();
        var marks = thresholds.Select(t => Math.Log10(t.Amount)).ToList();
        var high = curve.Concat(marks).DefaultIfEmpty(9).Max() + 0.1;
        var low = Math.Max(curve.Concat(marks).DefaultIfEmpty(6).Min(), high - MostDecades);
        low = Math.Min(low, marks.DefaultIfEmpty(low).Min());
        high = Math.Max(high, low + LeastDecades);
        low -= Air * (high - low);
        foreach (var threshold in thresholds)
        {
            var text = Math.Min(ThresholdLabels.Width(sheet, threshold, isOnOneLine), width * 0.7);
            high = Math.Max(high, low + ((Math.Log10(threshold.Amount) - low) * width / (width - text)));
        }

        return (low, high);
    }

    public static void Draw(Sheet sheet, Panel panel, ChartUnit unit, Style style)
    {
        var data = panel.Data;
        sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, sheet.Theme.Baseline, 1);
        // Fewer than three decades: 2 and 5 are named too.
        int[] named = panel.XMax - panel.XMin <= 2.5 ? [1, 2, 5] : [1];
        foreach (var (decade, digit) in Ticks(panel))
        {
            var x = panel.X(decade + Math.Log10(digit));
            var isNamed = named.Contains(digit);
            sheet.Line(x, data.Bottom, x, data.Bottom + (isNamed ? 6 : 3), sheet.Theme.Baseline, isNamed ? 1 : 0.6);
        }

        // Whole decades first, so that none gives way to a number between them.
        var row = data.Bottom + TickGap + (Face.Ascent * style.Size);
        var taken = new List<(double Left, double Right)>();
        foreach (var (decade, digit) in named.SelectMany(d => Ticks(panel).Where(t => t.Digit == d)))
        {
            var x = panel.X(decade + Math.Log10(digit));
            var text = sheet.Words.InWords(digit * Math.Pow(10, decade), unit);
            var half = Wording.Width(text, style) / 2;
            var isOnPage = x - half >= Theme.MarginX && x + half <= sheet.Canvas.Right - Theme.MarginX;
            if (isOnPage && !taken.Exists(t => x - half < t.Right + Gap && x + half > t.Left - Gap))
            {
                sheet.Text(Role.Tick, text, style, Anchor.Middle, x, row);
                taken.Add((x - half, x + half));
            }
        }
    }

    private static IEnumerable<(int Decade, int Digit)> Ticks(Panel panel) =>
        from decade in Enumerable.Range(
            (int)Math.Floor(panel.XMin),
            Math.Max(0, (int)Math.Floor(panel.XMax) - (int)Math.Floor(panel.XMin) + 1)
        )
        from digit in Enumerable.Range(1, 9)
        let power = decade + Math.Log10(digit)
        where power >= panel.XMin && power <= panel.XMax
        select (decade, digit);

    /// <summary>What the axis counts, e.g. <c>USD, logarithmic scale</c>.</summary>
    public static string Scale(Sheet sheet, ChartUnit unit) =>
        sheet.Words.Say($"{sheet.Words.Word(unit.Rest)}, logarithmic scale");

    /// <summary>Writes what the axis counts, below its numbers.</summary>
    public static void DrawNote(Sheet sheet, Panel panel, string text, Style style)
    {
        var baseline = panel.Data.Bottom + TickGap + style.LineHeight + 5 + (Face.Ascent * style.Size);
        text = Wording.Shorten(text, style, sheet.Canvas.Right - Theme.MarginX - panel.Data.Left);
        sheet.Text(Role.Axis, text, style, Anchor.Start, panel.Data.Left, baseline);
    }
}
