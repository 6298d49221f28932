using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Degrees to layout pixels: equirectangular, true to scale at the middle parallel, the extent centred in the frame.</summary>
/// <remarks>x = s (λ − λ0) cos φ0, y = −s (φ − φ0), with s pixels a degree of latitude (Snyder, Map Projections, 1987, p. 90).</remarks>
internal sealed class MapView
{
    // Nearer points of a coast are one to the eye.
    private const double Finest = 0.5;

    // What lies beyond the 180th meridian comes in from the other side.
    private static readonly double[] Turns = [-360, 0, 360];

    private readonly MapExtent extent;
    private readonly double shrink;

    public MapView(MapExtent extent, Box frame)
    {
        this.extent = extent;
        Frame = frame;
        shrink = Math.Cos(extent.ParallelDegrees * Math.PI / 180);
        PixelsPerDegree = Math.Min(
            frame.Width / ((extent.EastDegrees - extent.WestDegrees) * shrink),
            frame.Height / (extent.NorthDegrees - extent.SouthDegrees)
        );
    }

    public Box Frame { get; }

    /// <summary>Pixels a degree of latitude.</summary>
    public double PixelsPerDegree { get; }

    public double PixelsPerKm => PixelsPerDegree / MapExtent.KmPerDegree;

    public MapPoint At(GeoPoint place) => At(new MapPoint(place.LongitudeDegrees, place.LatitudeDegrees));

    public MapPoint At(MapPoint degrees) =>
        new(
            Frame.CentreX + ((degrees.X - extent.MeridianDegrees) * shrink * PixelsPerDegree),
            Frame.CentreY - ((degrees.Y - extent.ParallelDegrees) * PixelsPerDegree)
        );

    /// <summary>What of a ring lies inside the frame, in pixels.</summary>
    /// <remarks>Sutherland and Hodgman, Communications of the ACM 17, 1974: one edge of the frame after the other.</remarks>
    public IEnumerable<List<MapPoint>> Rings(IReadOnlyCollection<MapPoint> degrees) =>
        Turns.Select(turn => Ring(degrees.Select(p => At(p with { X = p.X + turn })).ToList())).Where(r => r.Count > 2);

    private List<MapPoint> Ring(List<MapPoint> points)
    {
        points = Cut(points, p => p.X - Frame.Left);
        points = Cut(points, p => Frame.Right - p.X);
        points = Cut(points, p => p.Y - Frame.Top);
        points = Cut(points, p => Frame.Bottom - p.Y);
        return Thinned(points);
    }

    /// <summary>The parts of a line inside the frame, in pixels.</summary>
    public IEnumerable<List<MapPoint>> Lines(IReadOnlyCollection<MapPoint> degrees) =>
        Turns.SelectMany(turn => Line(degrees.Select(p => At(p with { X = p.X + turn }))));

    private IEnumerable<List<MapPoint>> Line(IEnumerable<MapPoint> points)
    {
        var parts = new List<List<MapPoint>>();
        List<MapPoint>? part = null;
        MapPoint? last = null;
        foreach (var point in points)
        {
            if (last is { } from && Inside(from, point) is var (a, b))
            {
                if (part is null)
                {
                    part = [a];
                    parts.Add(part);
                }

                part.Add(b);
                part = b == point ? part : null;
            }
            else
            {
                part = null;
            }

            last = point;
        }

        return parts.Select(Thinned).Where(p => p.Count > 1);
    }

    // The part of a stretch inside the frame (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
    private (MapPoint A, MapPoint B)? Inside(MapPoint a, MapPoint b)
    {
        var (from, to) = (0.0, 1.0);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        Span<(double Room, double Step)> edges =
        [
            (a.X - Frame.Left, -dx),
            (Frame.Right - a.X, dx),
            (a.Y - Frame.Top, -dy),
            (Frame.Bottom - a.Y, dy),
        ];
        foreach (var (room, step) in edges)
        {
            if (step == 0 && room < 0)
            {
                return null;
            }

            if (step > 0)
            {
                to = Math.Min(to, room / step);
            }
            else if (step < 0)
            {
                from = Math.Max(from, room / step);
            }
        }

        MapPoint Along(double t) => new(a.X + (t * dx), a.Y + (t * dy));
        return from > to ? null : (from == 0 ? a : Along(from), to == 1 ? b : Along(to));
    }

    private static List<MapPoint> Cut(List<MapPoint> points, Func<MapPoint, double> inside)
    {
        var kept = new List<MapPoint>(points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Count]);
            var (da, db) = (inside(a), inside(b));
            if (da >= 0)
            {
                kept.Add(a);
            }

            if (da >= 0 != db >= 0)
            {
                var t = da / (da - db);
                kept.Add(new MapPoint(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y))));
            }
        }

        return kept;
    }

    private static List<MapPoint> Thinned(List<MapPoint> points)
    {
        var kept = new List<MapPoint>(points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            var isFar =
                kept.Count == 0 || Math.Abs(points[i].X - kept[^1].X) + Math.Abs(points[i].Y - kept[^1].Y) >= Finest;
            if (isFar || i == points.Count - 1)
            {
                kept.Add(points[i]);
            }
        }

        return kept;
    }
}
