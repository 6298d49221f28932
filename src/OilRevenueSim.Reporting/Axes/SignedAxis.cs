using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Round numbers on a vertical axis through zero that ends at its values, with room below zero where they are negative.</summary>
/// <param name="Ticks">Ticks above zero.</param>
/// <param name="Below">Ticks below zero.</param>
/// <param name="Low">Lower end, at or below the last tick.</param>
/// <param name="High">Upper end, at or above the last tick.</param>
internal readonly record struct SignedAxis(Ticks Ticks, int Below, double Low, double High)
{
    /// <summary>Ticks between both ends.</summary>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value.</param>
    /// <param name="most">Most ticks that have room.</param>
    public static SignedAxis Over(double low, double high, int most)
    {
        var (down, up) = (Math.Max(0, -low), Math.Max(0, high));
        for (var count = most; ; count--)
        {
            var step = Ticks.Within(down + up, Math.Max(count, 1)).Step;
            var (below, above) = (Ticks.Reached(down, step), Ticks.Reached(up, step));
            if (below + above <= most || count <= 1)
            {
                return new SignedAxis(new Ticks(step, above), below, -Ticks.End(down, step), Ticks.End(up, step));
            }
        }
    }

    /// <summary>Numbers of differences: a sign on either side of zero.</summary>
    public string[] Texts(Language words, double scale)
    {
        var ticks = Ticks;
        return
        [
            .. Enumerable
                .Range(-Below, Below + Ticks.Count + 1)
                .Select(i =>
                    i < 0 ? "−" + ticks.Text(-i, words, scale)
                    : i > 0 ? "+" + ticks.Text(i, words, scale)
                    : "0"
                ),
        ];
    }

    /// <summary>Numbers of amounts: a sign only below zero.</summary>
    public string[] PlainTexts(Language words, double scale) => [.. Texts(words, scale).Select(t => t.TrimStart('+'))];

    public void Draw(Sheet sheet, Panel panel, string[] texts, Style style)
    {
        for (var i = -Below; i <= Ticks.Count; i++)
        {
            var value = Ticks.Step * i;
            if (i != 0)
            {
                panel.Gridline(value, sheet.Theme.Grid);
            }

            var baseline = panel.Y(value) + (Face.CapHeight * style.Size / 2);
            sheet.Text(Role.Tick, texts[i + Below], style, Anchor.End, panel.Data.Left - 8, baseline);
        }
    }
}
