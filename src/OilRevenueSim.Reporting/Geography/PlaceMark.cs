using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>A field, port, refinery, crossing or market in the colour of the likeliest holder of its area.</summary>
/// <param name="Kind">Shape: a circle, a triangle, a diamond, a cross, a square.</param>
/// <param name="X">Middle, layout pixels.</param>
/// <param name="Y">Middle, layout pixels.</param>
/// <param name="Radius">Radius; of a field that of its capacity.</param>
/// <param name="Filled">Radius of what is filled; of a field that of its output.</param>
/// <param name="Fill">Colour.</param>
internal sealed record PlaceMark(MapPlaceKind Kind, double X, double Y, double Radius, double Filled, Fill Fill) : Mark
{
    private const float Outline = 1.1f;

    public override Mark Mirrored(double axis) => this with { X = axis - X };

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        using var shape = Shape(Radius);
        using var paint = new SKPaint { IsAntialias = true, Color = theme.Paper };
        canvas.DrawPath(shape, paint);
        if (Filled > 0)
        {
            using var inner = Shape(Filled);
            Fill.Paint(canvas, inner, theme);
        }

        paint.IsStroke = true;
        paint.StrokeWidth = Outline;
        paint.Color = theme.Ink;
        canvas.DrawPath(shape, paint);
    }

    private SKPath Shape(double radius)
    {
        var path = new SKPath();
        var (x, y, r) = ((float)X, (float)Y, (float)radius);
        switch (Kind)
        {
            case MapPlaceKind.Terminal:
                path.AddPoly([new(x - r, y - (0.8f * r)), new(x + r, y - (0.8f * r)), new(x, y + r)], close: true);
                break;
            case MapPlaceKind.Refinery:
                path.AddPoly([new(x, y - r), new(x + r, y), new(x, y + r), new(x - r, y)], close: true);
                break;
            case MapPlaceKind.Crossing:
                path.AddRect(new SKRect(x - (0.45f * r), y - r, x + (0.45f * r), y + r));
                break;
            case MapPlaceKind.Market:
                path.AddRect(new SKRect(x - (0.8f * r), y - (0.8f * r), x + (0.8f * r), y + (0.8f * r)));
                break;
            default:
                RoundShape.AddCircle(path, X, Y, radius);
                break;
        }

        return path;
    }
}
