using System.Collections.Immutable;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Places of a scenario on the map, and who most likely holds each area: one map a period and region.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Regions">What the maps show at least: all places, or each theatre where theatres lie apart.</param>
/// <param name="Holders">Actors that are likeliest or second anywhere, in the order of their colours.</param>
/// <param name="Areas">Areas that have a place; <see cref="MapPlace.Area"/> counts them.</param>
/// <param name="Places">Fields, nodes and markets that have a place.</param>
/// <param name="Lines">Ways of the oil between places.</param>
/// <param name="Periods">One map each.</param>
public sealed record MapChart(
    ChartText Text,
    ImmutableArray<MapRegion> Regions,
    ImmutableArray<ChartActor> Holders,
    ImmutableArray<MapArea> Areas,
    ImmutableArray<MapPlace> Places,
    ImmutableArray<MapLine> Lines,
    ImmutableArray<MapPeriod> Periods
);

/// <summary>A part of the world with a map of its own.</summary>
/// <param name="Label">Name of its theatre for readers; empty where one map shows all.</param>
/// <param name="Extent">What the map shows at least; regions do not overlap.</param>
public sealed record MapRegion(string Label, MapExtent Extent);

/// <summary>A rectangle of latitudes and longitudes.</summary>
/// <param name="WestDegrees">Western edge, degrees east, −180 to 180.</param>
/// <param name="EastDegrees">Eastern edge, degrees east, −180 to 180.</param>
/// <param name="SouthDegrees">Southern edge, degrees north, −90 to 90.</param>
/// <param name="NorthDegrees">Northern edge, degrees north, −90 to 90.</param>
public readonly record struct MapExtent(
    double WestDegrees,
    double EastDegrees,
    double SouthDegrees,
    double NorthDegrees
)
{
    /// <summary>Kilometres of a degree of latitude, on a sphere of 6,371 km.</summary>
    public const double KmPerDegree = 111.195;

    /// <summary>Latitude in the middle, where the projection is true to scale, degrees.</summary>
    public double ParallelDegrees => (SouthDegrees + NorthDegrees) / 2;

    /// <summary>Longitude in the middle, degrees.</summary>
    public double MeridianDegrees => (WestDegrees + EastDegrees) / 2;

    /// <summary>True for a place inside, or on the edge.</summary>
    public bool Contains(GeoPoint place) =>
        place.LongitudeDegrees >= WestDegrees
        && place.LongitudeDegrees <= EastDegrees
        && place.LatitudeDegrees >= SouthDegrees
        && place.LatitudeDegrees <= NorthDegrees;

    /// <summary>True where two rectangles share a place.</summary>
    public bool Overlaps(MapExtent other) =>
        WestDegrees <= other.EastDegrees
        && other.WestDegrees <= EastDegrees
        && SouthDegrees <= other.NorthDegrees
        && other.SouthDegrees <= NorthDegrees;
}

/// <summary>An area.</summary>
/// <param name="Label">Name for readers.</param>
/// <param name="At">Its place, or the middle of the fields and nodes in it.</param>
public sealed record MapArea(string Label, GeoPoint At);

/// <summary>What a place is.</summary>
public enum MapPlaceKind
{
    /// <summary>Field.</summary>
    Field,

    /// <summary>Export terminal.</summary>
    Terminal,

    /// <summary>Refinery.</summary>
    Refinery,

    /// <summary>Border crossing or checkpoint.</summary>
    Crossing,

    /// <summary>Pipeline or fleet: a bend of a line, with its name.</summary>
    Way,

    /// <summary>Market.</summary>
    Market,
}

/// <summary>A field, a node or a market.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Name for readers.</param>
/// <param name="At">Place.</param>
/// <param name="Area">Area it lies in, an index of <see cref="MapChart.Areas"/>; −1 where it lies in none on the map.</param>
/// <param name="CapacityKbd">Median capacity of a field, thousand barrels per day; 0 otherwise.</param>
public sealed record MapPlace(MapPlaceKind Kind, string Label, GeoPoint At, int Area, double CapacityKbd);

/// <summary>A way of the oil between two places.</summary>
/// <param name="From">Index of <see cref="MapChart.Places"/>.</param>
/// <param name="To">Index of <see cref="MapChart.Places"/>.</param>
/// <param name="IsPiped">True where a route over it passes a pipeline or a terminal; false for trucks and tracks.</param>
public readonly record struct MapLine(int From, int To, bool IsPiped);

/// <summary>Who holds what in one period.</summary>
/// <param name="Label">Period in words, e.g. <c>December 2017</c>.</param>
/// <param name="Holdings">Holders of each area, in the order of <see cref="MapChart.Areas"/>.</param>
/// <param name="OutputKbd">Mean output of each place, thousand barrels per day, in the order of <see cref="MapChart.Places"/>.</param>
public sealed record MapPeriod(string Label, ImmutableArray<MapHolding> Holdings, ImmutableArray<double> OutputKbd);

/// <summary>The two likeliest holders of an area.</summary>
/// <param name="Likeliest">Index of <see cref="MapChart.Holders"/>.</param>
/// <param name="Probability">Its probability, share of futures and of the period's days.</param>
/// <param name="Second">Index of the second likeliest, or −1 where there is none.</param>
/// <param name="SecondProbability">Its probability.</param>
public readonly record struct MapHolding(int Likeliest, double Probability, int Second, double SecondProbability)
{
    /// <summary>Standard error of the probabilities, the largest of the area; 0 where it is not known.</summary>
    public double Error { get; init; }

    /// <summary>True where the run does not show which of the two is likelier: they differ by no more than the halves of both 95 % intervals.</summary>
    public bool IsEven { get; init; }
}
