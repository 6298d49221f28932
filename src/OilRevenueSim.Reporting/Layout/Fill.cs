using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>Colour of an area and, as a second cue where colours repeat, hatching in the colour of the paper.</summary>
/// <param name="Colour">Ground.</param>
/// <param name="HatchDegrees">Angle of the hatching; null for a plain ground.</param>
internal readonly record struct Fill(SKColor Colour, double? HatchDegrees = null)
{
    private const float HatchGap = 7;
    private const float HatchWidth = 1.3f;

    /// <summary>Paints a closed shape.</summary>
    /// <param name="canvas">Canvas.</param>
    /// <param name="shape">Shape.</param>
    /// <param name="paper">Colour of the hatching.</param>
    public void Paint(SKCanvas canvas, SKPath shape, SKColor paper)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Colour };
        canvas.DrawPath(shape, paint);
        if (HatchDegrees is not { } degrees)
        {
            return;
        }

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
