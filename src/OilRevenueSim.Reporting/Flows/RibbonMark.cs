using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Flows;

/// <summary>A band of even thickness from one place to another, level at both ends; thin edges of paper part it from what it crosses.</summary>
internal sealed record RibbonMark(double X1, double Top1, double X2, double Top2, double Thickness, Fill Fill) : Mark
{
    private const double ThinnestWithEdge = 3;
    private const float Edge = 0.8f;
    private const int Halvings = 20;

    /// <summary>Top edge at an x: the Bézier curve whose inner points lie half way between the ends.</summary>
    public static double TopAt(double x1, double top1, double x2, double top2, double x)
    {
        // x(t) = x1 + (x2 − x1)·(1.5t − 1.5t² + t³), which rises; y(t) goes from one top to the other as 3t² − 2t³.
        var (low, high) = (0.0, 1.0);
        var share = Math.Clamp((x - x1) / (x2 - x1), 0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var t = (low + high) / 2;
            var at = (1.5 * t) - (1.5 * t * t) + (t * t * t);
            (low, high) = at < share ? (t, high) : (low, t);
        }

        return top1 + ((top2 - top1) * ((3 * low * low) - (2 * low * low * low)));
    }

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        var middle = (float)((X1 + X2) / 2);
        var (x1, x2, down) = ((float)X1, (float)X2, (float)Thickness);
        var (y1, y2) = ((float)Top1, (float)Top2);
        using var shape = new SKPath();
        shape.MoveTo(x1, y1);
        shape.CubicTo(middle, y1, middle, y2, x2, y2);
        shape.LineTo(x2, y2 + down);
        shape.CubicTo(middle, y2 + down, middle, y1 + down, x1, y1 + down);
        shape.Close();
        Fill.Paint(canvas, shape, theme);
        if (Thickness < ThinnestWithEdge)
        {
            return;
        }

        using var edges = new SKPath();
        edges.MoveTo(x1, y1);
        edges.CubicTo(middle, y1, middle, y2, x2, y2);
        edges.MoveTo(x1, y1 + down);
        edges.CubicTo(middle, y1 + down, middle, y2 + down, x2, y2 + down);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = theme.Paper,
            StrokeWidth = Edge,
        };
        canvas.DrawPath(edges, paint);
    }
}
