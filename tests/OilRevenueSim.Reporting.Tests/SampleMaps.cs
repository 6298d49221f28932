using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Maps made from formulas.</summary>
internal static class SampleMaps
{
    /// <summary>Areas on a spiral about a point, each with a field, a line and a port.</summary>
    public static MapChart Map(
        int areas = 7,
        int actors = 3,
        int periods = 1,
        double latitude = 30,
        double longitude = 18,
        double spreadDegrees = 4,
        string name = "Gulf Area",
        double capacityKbd = 150
    )
    {
        GeoPoint Spot(int i, double shift) =>
            new(
                latitude + (spreadDegrees * Math.Sin(2.4 * (i + shift)) * Math.Sqrt((i + 1.0) / areas) * 0.6),
                longitude + (spreadDegrees * Math.Cos(2.4 * (i + shift)) * Math.Sqrt((i + 1.0) / areas))
            );
        ImmutableArray<MapPlace> places =
        [
            .. Enumerable
                .Range(0, areas)
                .SelectMany(i =>
                    (MapPlace[])
                        [
                            new(MapPlaceKind.Field, $"Field {i + 1}", Spot(i, 0), i, capacityKbd / (1 + i)),
                            new(MapPlaceKind.Way, $"Line {i + 1}", Spot(i, 0.1), i, 0),
                            new((MapPlaceKind)(1 + (i % 3)), $"Port {i + 1}", Spot(i, 0.25), i, 0),
                        ]
                ),
        ];
        return new MapChart(
            new ChartText(
                "December 2017: Islamic State in Libya most likely holds 2 of 7 areas",
                "Letter and colour: likeliest holder of each area. Ring and per cent: its probability.",
                SampleCharts.Foot,
                "Map of the likeliest holders in December 2017."
            ),
            [
                new MapRegion(
                    "",
                    new MapExtent(
                        longitude - (1.1 * Math.Max(1.5, spreadDegrees)),
                        longitude + (1.1 * Math.Max(1.5, spreadDegrees)),
                        latitude - (0.8 * Math.Max(1.5, spreadDegrees)),
                        latitude + (0.8 * Math.Max(1.5, spreadDegrees))
                    )
                ),
            ],
            [.. Enumerable.Range(0, actors).Select(i => new ChartActor(SampleCharts.Actors[i], i))],
            [.. Enumerable.Range(0, areas).Select(i => new MapArea($"{name} {i + 1}", Spot(i, 0)))],
            places,
            [
                .. Enumerable
                    .Range(0, areas)
                    .SelectMany(i =>
                        (MapLine[])[new(3 * i, (3 * i) + 1, i % 2 == 0), new((3 * i) + 1, (3 * i) + 2, i % 2 == 0)]
                    ),
            ],
            [
                .. Enumerable
                    .Range(0, periods)
                    .Select(p => new MapPeriod(
                        $"{SampleCharts.Months(24)[p * 7]:MMMM yyyy}",
                        [
                            .. Enumerable
                                .Range(0, areas)
                                .Select(i =>
                                    actors == 1
                                        ? new MapHolding(0, 1, -1, 0)
                                        : new MapHolding(
                                            (i + p) % actors,
                                            0.9 - (0.05 * (i % 7)),
                                            (i + p + 1) % actors,
                                            0.08
                                        )
                                ),
                        ],
                        [.. places.Select(place => place.CapacityKbd * 0.6)]
                    )),
            ]
        );
    }

    /// <summary>One area alone, nothing else.</summary>
    public static MapChart OneArea() =>
        Map(1, 1) with
        {
            Places = [],
            Lines = [],
            Periods = [new MapPeriod("December 2017", [new MapHolding(0, 1, -1, 0)], [])],
        };
}
