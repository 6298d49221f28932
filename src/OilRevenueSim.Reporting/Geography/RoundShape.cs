using SkiaSharp;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Circles and arcs of a few cubic curves: those of Skia take sixty pieces each in an SVG.</summary>
/// <remarks>A quarter of a circle by one cubic is true to 0.03 % of the radius (Goldapp 1991).</remarks>
internal static class RoundShape
{
    private const double Quarter = Math.PI / 2;

    /// <summary>A closed circle.</summary>
    public static void AddCircle(SKPath path, double x, double y, double radius)
    {
        path.MoveTo(Point(x, y, radius, 0));
        AddArc(path, x, y, radius, 0, 2 * Math.PI);
        path.Close();
    }

    /// <summary>A closed piece of a ring.</summary>
    public static void AddSector(SKPath path, double x, double y, double outer, double inner, double from, double sweep)
    {
        path.MoveTo(Point(x, y, outer, from));
        AddArc(path, x, y, outer, from, sweep);
        path.LineTo(Point(x, y, inner, from + sweep));
        AddArc(path, x, y, inner, from + sweep, -sweep);
        path.Close();
    }

    // Angles in radians from the right, clockwise.
    private static void AddArc(SKPath path, double x, double y, double radius, double from, double sweep)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(sweep) / Quarter));
        var step = sweep / pieces;
        var handle = radius * 4 / 3 * Math.Tan(step / 4);
        for (var i = 0; i < pieces; i++)
        {
            var (a, b) = (from + (i * step), from + ((i + 1) * step));
            var (start, end) = (Point(x, y, radius, a), Point(x, y, radius, b));
            path.CubicTo(
                new SKPoint(start.X - (float)(handle * Math.Sin(a)), start.Y + (float)(handle * Math.Cos(a))),
                new SKPoint(end.X + (float)(handle * Math.Sin(b)), end.Y - (float)(handle * Math.Cos(b))),
                end
            );
        }
    }

    private static SKPoint Point(double x, double y, double radius, double angle) =>
        new((float)(x + (radius * Math.Cos(angle))), (float)(y + (radius * Math.Sin(angle))));
}
