using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Round numbers along the bottom, negative ones too.</summary>
internal static class NumberAxis
{
    private const double Room = 64;

    /// <summary>Height that numbers and note take below the data area.</summary>
    public static double Height(Style style) => 7 + (2 * style.LineHeight) + 4;

    /// <summary>Draws the line, the numbers, and below them what they count.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="panel">Data area.</param>
    /// <param name="scale">What a value is multiplied with to be written.</param>
    /// <param name="unit">What the numbers count.</param>
    /// <param name="style">Type.</param>
    public static void Draw(Sheet sheet, Panel panel, double scale, string unit, Style style)
    {
        var data = panel.Data;
        sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, sheet.Theme.Baseline, 1);
        var most = Math.Max(2, (int)(data.Width / Room));
        var ticks = Ticks.UpTo((panel.XMax - panel.XMin) * scale, most);
        var step = ticks.Step;
        var row = data.Bottom + 7 + (Face.Ascent * style.Size);
        for (var i = (int)Math.Ceiling(panel.XMin * scale / step); i * step / scale <= panel.XMax; i++)
        {
            var x = panel.X(i * step / scale);
            sheet.Line(x, data.Bottom, x, data.Bottom + 4, sheet.Theme.Baseline, 1);
            sheet.Text(Role.Tick, ticks.Text(i, sheet.Words), style, Anchor.Middle, x, row);
        }

        unit = Wording.Shorten(unit, style, sheet.Canvas.Right - Theme.MarginX - data.Left);
        sheet.Text(Role.Axis, unit, style, Anchor.Start, data.Left, row + style.LineHeight + 4);
    }
}
