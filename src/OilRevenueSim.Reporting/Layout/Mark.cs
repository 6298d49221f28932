using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>Small ink outside the data areas: ticks, leaders, swatches, dots.</summary>
internal abstract record Mark
{
    public abstract void Draw(SKCanvas canvas, Theme theme);

    /// <summary>As seen in a mirror that stands at half of <paramref name="axis"/>; marks that never stand in keys and tables stay.</summary>
    public virtual Mark Mirrored(double axis) => this;
}

/// <summary>A straight line, dashed when told.</summary>
internal sealed record LineMark(double X1, double Y1, double X2, double Y2, SKColor Colour, double Width, bool IsDashed)
    : Mark
{
    public override Mark Mirrored(double axis) => this with { X1 = axis - X1, X2 = axis - X2 };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var effect = IsDashed ? SKPathEffect.CreateDash(Theme.Dash, 0) : null;
        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = Colour,
            StrokeWidth = (float)theme.Stroke(Width),
            PathEffect = effect,
        };
        canvas.DrawLine((float)X1, (float)Y1, (float)X2, (float)Y2, paint);
    }
}

/// <summary>A filled rectangle, hatched when told.</summary>
internal sealed record RectMark(Box Box, Fill Fill) : Mark
{
    public override Mark Mirrored(double axis) =>
        this with
        {
            Box = Box with { Left = axis - Box.Right, Right = axis - Box.Left },
        };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var path = new SKPath();
        path.AddRect(new SKRect((float)Box.Left, (float)Box.Top, (float)Box.Right, (float)Box.Bottom));
        Fill.Paint(canvas, path, theme);
    }
}

/// <summary>A round dot with a white rim.</summary>
internal sealed record DotMark(double X, double Y, double Radius, SKColor Colour) : Mark
{
    public override Mark Mirrored(double axis) => this with { X = axis - X };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = theme.Paper };
        canvas.DrawCircle((float)X, (float)Y, (float)(Radius + 1.5), paint);
        paint.Color = Colour;
        canvas.DrawCircle((float)X, (float)Y, (float)Radius, paint);
    }
}

/// <summary>An arrow from one point to another; its head ends at the second.</summary>
internal sealed record ArrowMark(double X1, double Y1, double X2, double Y2, SKColor Colour, double Width) : Mark
{
    private const double HeadLength = 8;
    private const double HeadHalf = 4;

    public override Mark Mirrored(double axis) => this with { X1 = axis - X1, X2 = axis - X2 };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        var length = Math.Sqrt(((X2 - X1) * (X2 - X1)) + ((Y2 - Y1) * (Y2 - Y1)));
        if (!(length > 0))
        {
            return;
        }

        var (dx, dy) = ((X2 - X1) / length, (Y2 - Y1) / length);
        var head = Math.Min(HeadLength, length);
        var (bx, by) = (X2 - (dx * head), Y2 - (dy * head));
        using var line = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = Colour,
            StrokeWidth = (float)theme.Stroke(Width),
        };
        canvas.DrawLine((float)X1, (float)Y1, (float)bx, (float)by, line);
        using var path = new SKPath();
        path.MoveTo((float)X2, (float)Y2);
        path.LineTo((float)(bx - (dy * HeadHalf)), (float)(by + (dx * HeadHalf)));
        path.LineTo((float)(bx + (dy * HeadHalf)), (float)(by - (dx * HeadHalf)));
        path.Close();
        using var fill = new SKPaint { IsAntialias = true, Color = Colour };
        canvas.DrawPath(path, fill);
    }
}

/// <summary>A picture in a box.</summary>
internal sealed record PictureMark(Box Box, SKImage Picture) : Mark
{
    public override void Draw(SKCanvas canvas, Theme theme)
    {
        var box = new SKRect((float)Box.Left, (float)Box.Top, (float)Box.Right, (float)Box.Bottom);
        canvas.DrawImage(Picture, box, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}

/// <summary>A round disc with a rim of its own colour.</summary>
internal sealed record DiscMark(double X, double Y, double Radius, SKColor Colour, SKColor Rim) : Mark
{
    private const double RimWidth = 1.4;

    public override Mark Mirrored(double axis) => this with { X = axis - X };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Rim };
        canvas.DrawCircle((float)X, (float)Y, (float)Radius, paint);
        paint.Color = Colour;
        canvas.DrawCircle((float)X, (float)Y, (float)Math.Max(Radius - RimWidth, 0), paint);
    }
}
