using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>An area: a disc in the colour of its likeliest holder in a ring of shares; what the two likeliest leave is blank.</summary>
internal sealed record AreaMark(
    double X,
    double Y,
    double Radius,
    Fill First,
    double Share,
    Fill Second,
    double SecondShare
) : Mark
{
    private const double RingWidth = 0.24;
    private const double Gap = 0.12;
    private const double LeastShare = 0.005;

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var paper = new SKPaint { IsAntialias = true, Color = theme.Paper };
        canvas.DrawCircle((float)X, (float)Y, (float)Radius + 1, paper);
        DrawArc(canvas, theme, 0, Share, First);
        DrawArc(canvas, theme, Share, SecondShare, Second);
        new DiscMark(X, Y, Radius * (1 - RingWidth - Gap), First).Draw(canvas, theme);
        using var rim = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = theme.Quiet,
            StrokeWidth = 0.8f,
        };
        canvas.DrawCircle((float)X, (float)Y, (float)Radius, rim);
    }

    // From the top, clockwise.
    private void DrawArc(SKCanvas canvas, Theme theme, double from, double share, Fill fill)
    {
        if (share < LeastShare)
        {
            return;
        }

        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        var inner = Radius * (1 - RingWidth);
        if (share > 1 - LeastShare)
        {
            RoundShape.AddCircle(path, X, Y, Radius);
            RoundShape.AddCircle(path, X, Y, inner);
        }
        else
        {
            RoundShape.AddSector(path, X, Y, Radius, inner, 2 * Math.PI * (from - 0.25), 2 * Math.PI * share);
        }

        fill.Paint(canvas, path, theme);
    }
}

/// <summary>A disc in the colour of a holder.</summary>
internal sealed record DiscMark(double X, double Y, double Radius, Fill Fill) : Mark
{
    public override Mark Mirrored(double axis) => this with { X = axis - X };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var disc = new SKPath();
        RoundShape.AddCircle(disc, X, Y, Radius);
        Fill.Paint(canvas, disc, theme);
    }
}
