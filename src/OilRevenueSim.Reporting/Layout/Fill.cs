using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>
/// Colour of an area and, as a second cue where colours repeat, hatching in the colour of the paper. Grounds too pale to be seen
/// on the paper get a rim that is not.
/// </summary>
/// <param name="Colour">Ground.</param>
/// <param name="HatchDegrees">Angle of the hatching; null for a plain ground.</param>
internal readonly record struct Fill(SKColor Colour, double? HatchDegrees = null)
{
    private const float HatchGap = 7;
    private const float HatchWidth = 1.3f;
    private const float RimWidth = 1;

    /// <summary>Paints a closed shape.</summary>
    /// <param name="canvas">Canvas.</param>
    /// <param name="shape">Shape.</param>
    /// <param name="theme">Paper and rims.</param>
    public void Paint(SKCanvas canvas, SKPath shape, Theme theme)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Colour };
        canvas.DrawPath(shape, paint);
        if (HatchDegrees is { } degrees)
        {
            Hatch(canvas, shape, degrees, theme.Paper);
        }

        if (theme.Rim(Colour) is { } rim)
        {
            Outline(canvas, shape, rim, (float)theme.Stroke(RimWidth));
        }
    }

    // Inside the shape: a shape without height stays without ink.
    private static void Outline(SKCanvas canvas, SKPath shape, SKColor colour, float width)
    {
        using var line = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = colour,
            StrokeWidth = 2 * width,
        };
        canvas.Save();
        canvas.ClipPath(shape, SKClipOperation.Intersect, antialias: true);
        canvas.DrawPath(shape, line);
        canvas.Restore();
    }

    private static void Hatch(SKCanvas canvas, SKPath shape, double degrees, SKColor paper)
    {
        // Lines rather than a pattern: SVG canvases turn patterns into blurred pictures.
        using var line = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = paper.WithAlpha(190),
            StrokeWidth = HatchWidth,
        };
        var box = shape.TightBounds;
        canvas.Save();
        canvas.ClipPath(shape, SKClipOperation.Intersect, antialias: true);
        var slope = (float)Math.Tan(degrees * Math.PI / 180);
        var gap = HatchGap / (float)Math.Cos(degrees * Math.PI / 180);
        var rise = slope * box.Width;
        var from = Math.Min(box.Top, box.Top - rise);
        var to = Math.Max(box.Bottom, box.Bottom - rise);
        using var lines = new SKPath();
        for (var y = MathF.Floor(from / gap) * gap; y <= to + gap; y += gap)
        {
            lines.MoveTo(box.Left, y);
            lines.LineTo(box.Right, y + rise);
        }

        canvas.DrawPath(lines, line);

        canvas.Restore();
    }
}
