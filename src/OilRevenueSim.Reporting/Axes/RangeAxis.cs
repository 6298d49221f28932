using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Round numbers on a vertical axis of places, not of lengths: it begins at zero only where that leaves its values room.</summary>
/// <param name="Step">Distance between ticks.</param>
/// <param name="First">Lowest tick, in steps from zero.</param>
/// <param name="Last">Highest tick, in steps from zero.</param>
internal readonly record struct RangeAxis(double Step, int First, int Last)
{
    // Values that fill less of an axis from zero are flat on it.
    private const double LeastFilled = 0.5;

    /// <summary>Lower end.</summary>
    public double Low => Step * First;

    /// <summary>Upper end.</summary>
    public double High => Step * Last;

    /// <summary>True where zero lies beyond an end.</summary>
    public bool IsCut => First > 0 || Last < 0;

    /// <summary>Ticks about all values.</summary>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value, above the smallest.</param>
    /// <param name="most">Most ticks that have room.</param>
    public static RangeAxis Over(double low, double high, int most)
    {
        var isFar = high - low < LeastFilled * Math.Max(Math.Abs(low), Math.Abs(high));
        var (from, to) = isFar ? (low, high) : (Math.Min(low, 0), Math.Max(high, 0));
        for (var count = Math.Max(most - 1, 1); ; count--)
        {
            var step = Ticks.UpTo(to - from, count).Step;
            var (first, last) = ((int)Math.Floor(from / step * (1 + 1e-9)), (int)Math.Ceiling(to / step * (1 - 1e-9)));
            if (last - first <= most || count == 1)
            {
                return new RangeAxis(step, first, last);
            }
        }
    }

    /// <summary>Numbers from the lowest tick to the highest, all with the same decimals.</summary>
    public string[] Texts(Language words, double scale)
    {
        var ticks = new Ticks(Step, Last);
        return [.. Enumerable.Range(First, Last - First + 1).Select(i => ticks.Text(i, words, scale))];
    }

    public void Draw(Sheet sheet, Panel panel, string[] texts, Style style)
    {
        for (var i = First; i <= Last; i++)
        {
            if (i != 0)
            {
                panel.Gridline(Step * i, sheet.Theme.Grid);
            }

            var baseline = panel.Y(Step * i) + (Face.CapHeight * style.Size / 2);
            sheet.Text(Role.Tick, texts[i - First], style, Anchor.End, panel.Data.Left - 8, baseline);
        }
    }
}
