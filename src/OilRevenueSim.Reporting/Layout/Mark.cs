using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>Small ink outside the data areas: ticks, leaders, swatches, dots.</summary>
internal abstract record Mark
{
    public abstract void Draw(SKCanvas canvas);
}

/// <summary>A straight line, dashed when told.</summary>
internal sealed record LineMark(double X1, double Y1, double X2, double Y2, SKColor Colour, double Width, bool IsDashed)
    : Mark
{
    public override void Draw(SKCanvas canvas)
    {
        using var effect = IsDashed ? SKPathEffect.CreateDash(Theme.Dash, 0) : null;
        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = Colour,
            StrokeWidth = (float)Width,
            PathEffect = effect,
        };
        canvas.DrawLine((float)X1, (float)Y1, (float)X2, (float)Y2, paint);
    }
}

/// <summary>A filled rectangle, hatched when told.</summary>
internal sealed record RectMark(Box Box, Fill Fill) : Mark
{
    public override void Draw(SKCanvas canvas)
    {
        using var path = new SKPath();
        path.AddRect(new SKRect((float)Box.Left, (float)Box.Top, (float)Box.Right, (float)Box.Bottom));
        Fill.Paint(canvas, path);
    }
}

/// <summary>A round dot with a white rim.</summary>
internal sealed record DotMark(double X, double Y, double Radius, SKColor Colour) : Mark
{
    public override void Draw(SKCanvas canvas)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Theme.Paper };
        canvas.DrawCircle((float)X, (float)Y, (float)(Radius + 1.5), paint);
        paint.Color = Colour;
        canvas.DrawCircle((float)X, (float)Y, (float)Radius, paint);
    }
}
