using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>A vertical axis from zero: light gridlines, numbers to the left, the unit in words above.</summary>
internal static class ZeroAxis
{
    private const double TickRoom = 28;

    /// <summary>Most ticks above zero that a height carries.</summary>
    public static int Most(double height) => Math.Clamp((int)(height / TickRoom), 2, 7);

    /// <summary>Width of the numbers and their gap to the data area.</summary>
    public static double Width(IEnumerable<string> texts, Style style) =>
        Math.Ceiling(texts.Max(t => Wording.Width(t, style)) + 8);

    public static void Draw(Sheet sheet, Panel panel, Ticks ticks, Func<int, string> text, Style style)
    {
        for (var i = 0; i <= ticks.Count; i++)
        {
            if (i > 0)
            {
                panel.Gridline(ticks[i], sheet.Theme.Grid);
            }

            var baseline = panel.Y(ticks[i]) + (Face.CapHeight * style.Size / 2);
            sheet.Text(Role.Tick, text(i), style, Anchor.End, panel.Data.Left - 8, baseline);
        }
    }
}
