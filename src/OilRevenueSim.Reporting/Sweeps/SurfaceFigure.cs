using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Sweeps;

/// <summary>One number over two varied values: rectangles in tints of one blue with their numbers inside; no number is hatched grey.</summary>
internal static class SurfaceFigure
{
    private const double Rim = 1;
    private const double MostLabel = 150;
    private static readonly double[] Sizes = [12, 11, 10, 9, 8];

    public static void Compose(SurfaceChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var top = UnitLine.Draw(sheet, body, sheet.Words.Say($"Up: {chart.YAxis}"));
        var left = chart.YLabels.Max(l => Math.Min(MostLabel, Wording.Width(l, sheet.Theme.Tick))) + 10;
        var bottom = body.Bottom - NumberAxis.Height(sheet.Theme.Tick);
        var data = new Box(body.Left + left, top, body.Right, bottom);
        sheet.Add(new Panel(data, 0, chart.XLabels.Length, 0, chart.YLabels.Length));
        var (wide, high) = (data.Width / chart.XLabels.Length, data.Height / chart.YLabels.Length);
        var style = Fitting(sheet, chart, wide - (2 * Rim), high - (2 * Rim));
        for (var y = 0; y < chart.YLabels.Length; y++)
        {
            for (var x = 0; x < chart.XLabels.Length; x++)
            {
                var boxTop = data.Bottom - ((y + 1) * high);
                var box = new Box(data.Left + (x * wide), boxTop, data.Left + ((x + 1) * wide), boxTop + high);
                DrawCell(sheet, chart.Cells[y][x], box.Inset(0, 0, Rim, Rim), style);
            }
        }

        DrawLevels(sheet, chart, data, wide, high);
    }

    private static void DrawCell(Sheet sheet, SurfaceCell cell, Box box, Style? style)
    {
        var ground = cell.Value is null ? sheet.Theme.Nothing : Tint(sheet, cell.Shade);
        sheet.Add(new RectMark(box, new Fill(ground, cell.Value is null ? 45 : null)));
        if (style is { } fitting)
        {
            var baseline = box.CentreY + (Face.CapHeight * fitting.Size / 2);
            var ink = fitting with { Colour = sheet.Theme.InkOn(ground) };
            sheet.Text(Role.Direct, cell.Label, ink, Anchor.Middle, box.CentreX, baseline);
        }
    }

    // Lightness rises steadily with the number, so the order is seen without colour too.
    private static SKColor Tint(Sheet sheet, double shade) =>
        Theme.Mix(sheet.Theme.Paper, sheet.Theme.Accent, 0.10 + (0.90 * shade));

    // The largest type in which every number fits its cell, or none: then the tint alone speaks.
    private static Style? Fitting(Sheet sheet, SurfaceChart chart, double width, double height)
    {
        foreach (var size in Sizes)
        {
            var style = new Style(sheet.Theme.Semibold, size, sheet.Theme.Ink);
            if (
                style.LineHeight <= height
                && chart.Cells.All(row => row.All(c => Wording.Width(c.Label, style) + 6 <= width))
            )
            {
                return style;
            }
        }

        return null;
    }

    private static void DrawLevels(Sheet sheet, SurfaceChart chart, Box data, double wide, double high)
    {
        var free = double.PositiveInfinity;
        for (var y = 0; y < chart.YLabels.Length; y++)
        {
            var middle = data.Bottom - ((y + 0.5) * high);
            if (middle + (sheet.Theme.Tick.LineHeight / 2) <= free)
            {
                var text = Wording.Shorten(chart.YLabels[y], sheet.Theme.Tick, MostLabel);
                var baseline = middle + (Face.CapHeight * sheet.Theme.Tick.Size / 2);
                sheet.Text(Role.Tick, text, sheet.Theme.Tick, Anchor.End, data.Left - 8, baseline);
                free = middle - (sheet.Theme.Tick.LineHeight / 2);
            }
        }

        var row = data.Bottom + 7 + (Face.Ascent * sheet.Theme.Tick.Size);
        var taken = double.NegativeInfinity;
        for (var x = 0; x < chart.XLabels.Length; x++)
        {
            var text = Wording.Shorten(chart.XLabels[x], sheet.Theme.Tick, MostLabel);
            var half = Wording.Width(text, sheet.Theme.Tick) / 2;
            var middle = Math.Min(data.Left + ((x + 0.5) * wide), sheet.Canvas.Right - Theme.MarginX - half);
            if (middle - half >= taken)
            {
                sheet.Text(Role.Tick, text, sheet.Theme.Tick, Anchor.Middle, middle, row);
                taken = middle + half + 8;
            }
        }

        var note = Wording.Shorten(
            sheet.Words.Say($"To the right: {chart.XAxis}"),
            sheet.Theme.Tick,
            sheet.Canvas.Width - (2 * Theme.MarginX)
        );
        sheet.Text(
            Role.Axis,
            note,
            sheet.Theme.Tick,
            Anchor.Start,
            Theme.MarginX,
            row + sheet.Theme.Tick.LineHeight + 4
        );
    }
}
