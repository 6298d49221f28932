using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What of a scenario has a place on the map, and what has none.</summary>
internal sealed class MapPlaces
{
    // Room around the outermost places, and the least height of a map: one place alone still has a country around it.
    private const double Margin = 0.12;
    private const double LeastDegrees = 2.5;
    private const double MostLatitude = 85;
    private const double BarrelsPerThousand = 1_000;

    internal MapPlaces(Scenario scenario)
    {
        AreaNames = [.. scenario.Areas.Where(a => PlaceOf(scenario, a.Name) is not null).Select(a => a.Name)];
        Areas = [.. AreaNames.Select(a => new MapArea(Readable.Name(a), PlaceOf(scenario, a)!.Value))];
        var fields = scenario.Fields.Where(f => f.At is not null).ToList();
        var nodes = scenario.Nodes.Where(n => n.At is not null).ToList();
        var markets = scenario.Markets.Where(m => m.At is not null).ToList();
        PlaceNames = [.. fields.Select(f => f.Name), .. nodes.Select(n => n.Name), .. markets.Select(m => m.Name)];
        Places =
        [
            .. fields.Select(f => new MapPlace(
                MapPlaceKind.Field,
                Readable.Name(f.Name),
                f.At!.Value,
                AreaNames.IndexOf(f.Area),
                LawSummary.Of(f.Capacity).Median / BarrelsPerThousand
            )),
            .. nodes.Select(n => new MapPlace(
                KindOf(n.Kind),
                Readable.Name(n.Name),
                n.At!.Value,
                AreaNames.IndexOf(n.Area),
                0
            )),
            .. markets.Select(m => new MapPlace(MapPlaceKind.Market, Readable.Name(m.Name), m.At!.Value, -1, 0)),
        ];
        Lines = [.. LinesOf(scenario)];

        // Pipelines and markets without a place are no gap: a line goes straight, and the world market is nowhere.
        Missing =
        [
            .. scenario.Areas.Select(a => a.Name).Where(a => !AreaNames.Contains(a)),
            .. scenario.Fields.Where(f => f.At is null).Select(f => f.Name),
            .. scenario.Nodes.Where(n => n.At is null && KindOf(n.Kind) != MapPlaceKind.Way).Select(n => n.Name),
        ];
    }

    /// <summary>Names of the areas in the scenario, in the order of <see cref="Areas"/>.</summary>
    internal ImmutableArray<string> AreaNames { get; }

    internal ImmutableArray<MapArea> Areas { get; }

    /// <summary>Names of the places in the scenario, in the order of <see cref="Places"/>.</summary>
    internal ImmutableArray<string> PlaceNames { get; }

    internal ImmutableArray<MapPlace> Places { get; }

    internal ImmutableArray<MapLine> Lines { get; }

    /// <summary>Areas, fields, ports, refineries and crossings without coordinates.</summary>
    internal ImmutableArray<string> Missing { get; }

    /// <summary>All places with a margin, or those of each theatre where theatres lie apart.</summary>
    internal ImmutableArray<MapRegion> Regions(Scenario scenario)
    {
        var theatres = AreaNames.Select(name => scenario.Areas.First(a => a.Name == name).Theatre).ToList();
        ImmutableArray<MapRegion> regions =
        [
            .. theatres
                .Distinct(StringComparer.Ordinal)
                .Select(t => new MapRegion(Readable.Name(t), ExtentOf(PointsOf(i => theatres[i] == t)))),
        ];
        var everything = Areas.Select(a => a.At).Concat(Places.Select(p => p.At)).ToList();
        var areApart = regions.All(r => regions.All(o => r == o || !r.Extent.Overlaps(o.Extent)));
        var showAll = everything.TrueForAll(p => regions.Any(r => r.Extent.Contains(p)));
        return regions.Length > 1 && areApart && showAll ? regions : [new MapRegion("", ExtentOf(everything))];
    }

    private List<GeoPoint> PointsOf(Func<int, bool> isTheirs) =>
        [
            .. Areas.Where((_, i) => isTheirs(i)).Select(a => a.At),
            .. Places.Where(p => isTheirs(p.Area < 0 ? Nearest(p.At) : p.Area)).Select(p => p.At),
        ];

    // What lies in no area, a market say, goes with the nearest.
    private int Nearest(GeoPoint place) =>
        Enumerable
            .Range(0, Areas.Length)
            .MinBy(i =>
                Math.Abs(Areas[i].At.LatitudeDegrees - place.LatitudeDegrees)
                + Math.Abs(Areas[i].At.LongitudeDegrees - place.LongitudeDegrees)
            );

    private static MapExtent ExtentOf(List<GeoPoint> all)
    {
        var (south, north) = Around(all.Select(p => p.LatitudeDegrees), MostLatitude);
        var (west, east) = Around(all.Select(p => p.LongitudeDegrees), 180);
        return new MapExtent(west, east, south, north);
    }

    private static (double Low, double High) Around(IEnumerable<double> degrees, double limit)
    {
        var (low, high) = (degrees.Min(), degrees.Max());
        var half = Math.Max(LeastDegrees / 2, (high - low) * (0.5 + Margin));
        var middle = (low + high) / 2;
        return (Math.Max(-limit, middle - half), Math.Min(limit, middle + half));
    }

    // An area without coordinates lies in the middle of what lies in it.
    private static GeoPoint? PlaceOf(Scenario scenario, string area)
    {
        if (scenario.Areas.First(a => a.Name == area).At is { } at)
        {
            return at;
        }

        var inside = scenario
            .Fields.Where(f => f.Area == area)
            .Select(f => f.At)
            .Concat(scenario.Nodes.Where(n => n.Area == area).Select(n => n.At))
            .OfType<GeoPoint>()
            .ToList();
        return inside.Count == 0
            ? null
            : new GeoPoint(inside.Average(p => p.LatitudeDegrees), inside.Average(p => p.LongitudeDegrees));
    }

    private static MapPlaceKind KindOf(NodeKind kind) =>
        kind switch
        {
            NodeKind.Terminal => MapPlaceKind.Terminal,
            NodeKind.Refinery => MapPlaceKind.Refinery,
            NodeKind.Crossing or NodeKind.Checkpoint => MapPlaceKind.Crossing,
            _ => MapPlaceKind.Way,
        };

    // Between each pair of places once, in the order in which routes name them.
    private IEnumerable<MapLine> LinesOf(Scenario scenario)
    {
        var kinds = scenario.Nodes.ToDictionary(n => n.Name, n => n.Kind, StringComparer.Ordinal);
        var piped = new Dictionary<(int From, int To), bool>();
        foreach (var route in scenario.Routes)
        {
            var isPiped = route.Via.Any(v => kinds[v] is NodeKind.Pipeline or NodeKind.Terminal);
            foreach (var (from, to) in route.Fields.SelectMany(field => Stretches(route, field)))
            {
                var pair = from < to ? (from, to) : (to, from);
                piped[pair] = piped.GetValueOrDefault(pair) || isPiped;
            }
        }

        return piped.Select(p => new MapLine(p.Key.From, p.Key.To, p.Value));
    }

    private IEnumerable<(int From, int To)> Stretches(Route route, string field)
    {
        ImmutableArray<string> stops = [field, .. route.Via, route.To];
        var placed = stops.Select(s => PlaceNames.IndexOf(s)).Where(at => at >= 0).ToList();
        return placed.Zip(placed.Skip(1));
    }
}
