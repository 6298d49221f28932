using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>A point in degrees, or in layout pixels once projected.</summary>
internal readonly record struct MapPoint(double X, double Y);

/// <summary>A country: closed rings of longitude and latitude.</summary>
internal sealed record Country(string Name, ImmutableArray<ImmutableArray<MapPoint>> Rings);

/// <summary>Land, coasts, borders and countries of the world at 1:50 million, read from the program itself.</summary>
/// <remarks>
/// The file is TopoJSON (github.com/topojson/topojson-specification): arcs of differences on a grid, shared by the two sides of a
/// border; a ring lists its arcs, ~i for arc i walked backwards.
/// </remarks>
internal sealed class WorldAtlas
{
    private const string Resource = "countries-50m.json.gz";
    private static readonly Lazy<WorldAtlas> Read = new(() => new WorldAtlas());

    private WorldAtlas()
    {
        using var packed =
            typeof(WorldAtlas).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The borders {Resource} are missing from the program.");
        using var json = new GZipStream(packed, CompressionMode.Decompress);
        using var file = JsonDocument.Parse(json);
        var topology = file.RootElement;
        var arcs = Arcs(topology);
        var uses = new int[arcs.Length];
        var countries = new List<Country>();
        foreach (var country in Geometries(topology, "countries"))
        {
            var rings = RingsOf(country);
            foreach (var arc in rings.SelectMany(ring => ring))
            {
                uses[arc < 0 ? ~arc : arc]++;
            }

            var name = country.GetProperty("properties").GetProperty("name").GetString()!;
            countries.Add(
                new Country(name == "S. Sudan" ? "South Sudan" : name, [.. rings.Select(ring => Joined(ring, arcs))])
            );
        }

        Countries = [.. countries];
        Land = [.. Geometries(topology, "land").SelectMany(RingsOf).Select(ring => Joined(ring, arcs))];
        Coasts = [.. arcs.Where((_, i) => uses[i] == 1).Select(arc => Unbroken(arc))];
        Borders = [.. arcs.Where((_, i) => uses[i] > 1).Select(arc => Unbroken(arc))];
    }

    /// <summary>The atlas, read when it is first asked for.</summary>
    public static WorldAtlas World => Read.Value;

    /// <summary>Rings of all land; where a ring runs the other way it is a hole.</summary>
    public ImmutableArray<ImmutableArray<MapPoint>> Land { get; }

    /// <summary>Lines between land and water.</summary>
    public ImmutableArray<ImmutableArray<MapPoint>> Coasts { get; }

    /// <summary>Lines between two countries.</summary>
    public ImmutableArray<ImmutableArray<MapPoint>> Borders { get; }

    public ImmutableArray<Country> Countries { get; }

    private static ImmutableArray<MapPoint>[] Arcs(JsonElement topology)
    {
        var transform = topology.GetProperty("transform");
        var (scaleX, scaleY) = Pair(transform.GetProperty("scale"));
        var (originX, originY) = Pair(transform.GetProperty("translate"));
        return
        [
            .. topology
                .GetProperty("arcs")
                .EnumerateArray()
                .Select(arc =>
                {
                    var (x, y) = (0.0, 0.0);
                    var points = ImmutableArray.CreateBuilder<MapPoint>(arc.GetArrayLength());
                    foreach (var step in arc.EnumerateArray())
                    {
                        var (dx, dy) = Pair(step);
                        (x, y) = (x + dx, y + dy);
                        points.Add(new MapPoint(originX + (x * scaleX), originY + (y * scaleY)));
                    }

                    return points.MoveToImmutable();
                }),
        ];
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());

    private static IEnumerable<JsonElement> Geometries(JsonElement topology, string name) =>
        topology.GetProperty("objects").GetProperty(name).GetProperty("geometries").EnumerateArray();

    private static List<int[]> RingsOf(JsonElement geometry)
    {
        static int[] Ring(JsonElement ring) => [.. ring.EnumerateArray().Select(arc => arc.GetInt32())];
        var arcs = geometry.GetProperty("arcs").EnumerateArray();
        return geometry.GetProperty("type").GetString() == "Polygon"
            ? [.. arcs.Select(Ring)]
            : [.. arcs.SelectMany(polygon => polygon.EnumerateArray()).Select(Ring)];
    }

    // The last point of an arc is the first of the next. A ring about a pole is closed along it.
    private static ImmutableArray<MapPoint> Joined(int[] ring, ImmutableArray<MapPoint>[] arcs)
    {
        var points = Unbroken(ring.SelectMany(arc => (arc < 0 ? arcs[~arc].Reverse() : arcs[arc]).Skip(1)));
        if (Math.Abs(points[^1].X - points[0].X) < 180)
        {
            return points;
        }

        var pole = points[0].Y < 0 ? -90 : 90;
        return [.. points, new MapPoint(points[^1].X, pole), new MapPoint(points[0].X, pole)];
    }

    // Across the 180th meridian the longitude goes on, beyond ±180, instead of jumping back.
    private static ImmutableArray<MapPoint> Unbroken(IEnumerable<MapPoint> points)
    {
        var unbroken = ImmutableArray.CreateBuilder<MapPoint>();
        foreach (var point in points)
        {
            var turns = unbroken.Count == 0 ? 0 : Math.Round((unbroken[^1].X - point.X) / 360);
            unbroken.Add(point with { X = point.X + (360 * turns) });
        }

        return unbroken.DrainToImmutable();
    }
}
