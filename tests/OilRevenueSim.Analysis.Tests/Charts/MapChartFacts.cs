using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class MapChartFacts
{
    private static SeriesKey Holds(string actor, string area) =>
        new(actor, area, null, ReportQuantity.ProbabilityHolds);

    private static Scenario Coast()
    {
        var scenario = SyntheticResult.Libya();
        return scenario with
        {
            Areas = [scenario.Areas[0] with { At = new GeoPoint(30.5, 18.5) }, scenario.Areas[1]],
            Fields =
            [
                scenario.Fields[0] with
                {
                    At = new GeoPoint(29, 17),
                },
                SyntheticResult.FieldOf("dahra", "sirte") with
                {
                    At = new GeoPoint(31, 16),
                    Capacity = Quantity.Certain("capacity", 60_000),
                },
                scenario.Fields[1],
            ],
            Nodes =
            [
                new Node
                {
                    Name = "line",
                    Kind = NodeKind.Pipeline,
                    Area = "sirte",
                },
                new Node
                {
                    Name = "es-sider",
                    Kind = NodeKind.Terminal,
                    Area = "oil-crescent",
                    At = new GeoPoint(30.6, 18.4),
                },
            ],
            Markets =
            [
                new Market
                {
                    Name = "export",
                    Price = new LinkedPrice { Benchmark = "brent" },
                },
                new Market
                {
                    Name = "bazaar",
                    Price = new LinkedPrice { Benchmark = "brent" },
                    At = new GeoPoint(28, 14),
                },
            ],
            Routes =
            [
                new Route
                {
                    Fields = ["mabruk", "dahra"],
                    Via = ["line", "es-sider"],
                    To = "export",
                },
                new Route { Fields = ["mabruk"], To = "bazaar" },
            ],
        };
    }

    private static SyntheticResult Contested(Scenario scenario) =>
        new SyntheticResult(10, scenario)
            .RecordMean(Holds("guards", "oil-crescent"), 1.0, 0.8, 0.3)
            .RecordMean(Holds("islamic-state", "oil-crescent"), 0.0, 0.2, 0.6)
            .RecordMean(Holds("guards", "sirte"), 0.0, 0.1, 0.3)
            .RecordMean(Holds("islamic-state", "sirte"), 1.0, 0.9, 0.65)
            .RecordMean(new SeriesKey(null, "dahra", null, ReportQuantity.Output), 50, 40, 20);

    private static MapChart Map(params string[] periods) => MapCharts.Of(Contested(Coast()).Build(), periods)!;

    [Fact]
    public void The_last_month_is_shown_unless_told_with_the_likeliest_and_the_second_of_each_area()
    {
        var map = Map();

        Assert.Equal(["Islamic State in Libya", "Petroleum Facilities Guard"], map.Holders.Select(h => h.Label));
        var period = Assert.Single(map.Periods);
        Assert.Equal("January 2017", period.Label);
        Assert.Equal(new MapHolding(0, 0.6, 1, 0.3), period.Holdings[0] with { Error = 0 });
        Assert.Equal(new MapHolding(0, 0.65, 1, 0.3), period.Holdings[1] with { Error = 0 });
        // RecordMean spreads 10 futures by a tenth of their mean: √(0.06²/9).
        Assert.Equal(0.06 / 3, period.Holdings[0].Error, 1e-12);
        Assert.Equal([0, 20, 0, 0], period.OutputKbd);
    }

    [Fact]
    public void Start_middle_end_whole_and_a_month_are_periods_in_the_order_asked()
    {
        var map = Map("start", "2016-12", "whole");

        Assert.Equal(
            ["November 2016", "December 2016", "November 2016 to January 2017"],
            map.Periods.Select(p => p.Label)
        );
        Assert.Equal(new MapHolding(1, 1, -1, 0), map.Periods[0].Holdings[0] with { Error = 0 });
        Assert.Equal(0.8, map.Periods[1].Holdings[0].Probability);
        Assert.Equal(0.7, map.Periods[2].Holdings[0].Probability, 1e-12);
        Assert.Equal(Map("middle").Periods[0].Label, map.Periods[1].Label);
    }

    [Theory]
    [InlineData(
        "2018-01",
        "'2018-01' is no period of libya-small: start, middle, end, whole, or a month from 2016-11 to 2017-01"
    )]
    [InlineData("begin", "'begin' is no period")]
    public void A_period_that_does_not_exist_is_named_with_those_that_do(string word, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Map(word)).Message, StringComparison.Ordinal);

    [Fact]
    public void Five_periods_are_too_many() =>
        Assert.Contains(
            "at most 4",
            Assert.Throws<ArgumentException>(() => Map("start", "end", "start", "end", "whole")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_area_without_coordinates_lies_in_the_middle_of_its_fields_and_what_has_no_place_is_named()
    {
        var map = Map();

        Assert.Equal(new GeoPoint(30, 16.5), map.Areas[1].At);
        Assert.Equal(["Mabruk", "Dahra", "Es Sider", "Bazaar"], map.Places.Select(p => p.Label));
        Assert.Equal([1, 1, 0, -1], map.Places.Select(p => p.Area));
        Assert.Equal([1, 60, 0, 0], map.Places.Select(p => p.CapacityKbd));
        Assert.EndsWith(
            "Without a place (at:) and not drawn: Waha Group.",
            map.Text.Subtitle,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lines_join_the_places_of_each_route_once_and_skip_what_has_none() =>
        Assert.Equal([new(0, 2, true), new(1, 2, true), new MapLine(0, 3, false)], Map().Lines);

    [Fact]
    public void The_extent_holds_all_places_with_an_eighth_to_spare()
    {
        var region = Assert.Single(Map().Regions);
        var extent = region.Extent;
        Assert.Equal("", region.Label);

        // 14 to 18.5 degrees east and 28 to 31 north, wider by 12 % of that on each side.
        Assert.Equal(14 - (0.12 * 4.5), extent.WestDegrees, 1e-12);
        Assert.Equal(18.5 + (0.12 * 4.5), extent.EastDegrees, 1e-12);
        Assert.Equal(28 - 0.36, extent.SouthDegrees, 1e-12);
        Assert.Equal(31 + 0.36, extent.NorthDegrees, 1e-12);
        Assert.Equal(29.5, extent.ParallelDegrees, 1e-12);
    }

    [Fact]
    public void Theatres_that_lie_apart_have_a_map_each_and_those_that_touch_share_one()
    {
        var scenario = Coast();
        ImmutableArray<MapRegion> Regions(string theatre, GeoPoint at) =>
            new MapPlaces(
                scenario with
                {
                    Areas = [.. scenario.Areas, scenario.Areas[0] with { Name = "raqqa", Theatre = theatre, At = at }],
                }
            ).Regions(
                scenario with
                {
                    Areas = [.. scenario.Areas, scenario.Areas[0] with { Name = "raqqa", Theatre = theatre, At = at }],
                }
            );

        var apart = Regions("syria-iraq", new GeoPoint(36, 39));
        Assert.Equal(["Main", "Syria Iraq"], apart.Select(r => r.Label));
        Assert.True(apart[1].Extent.Contains(new GeoPoint(36, 39)));
        Assert.False(apart[0].Extent.Contains(new GeoPoint(36, 39)));
        Assert.Single(Regions("syria-iraq", new GeoPoint(30, 18)));
        Assert.Single(Regions(scenario.Areas[0].Theatre, new GeoPoint(36, 39)));
    }

    [Theory]
    // RecordMean of 500 futures: half of the 95 % interval is 0.88 % of a mean. 50.3 and 49.7 % are as likely as each other.
    [InlineData(
        0.503,
        0.497,
        0.3,
        0.65,
        "Oil Crescent about as likely with Petroleum Facilities Guard as with Islamic State in Libya (50 %)",
        "guards"
    )]
    [InlineData(
        0.503,
        0.497,
        0.3,
        0.65,
        "Sirte most likely with Islamic State in Libya (65 %), Oil Crescent about as likely with another",
        "islamic-state"
    )]
    [InlineData(
        0.503,
        0.497,
        0.498,
        0.502,
        "Oil Crescent and Sirte about as likely with Islamic State in Libya as with another (50 %)",
        "islamic-state"
    )]
    [InlineData(0.51, 0.49, 0.3, 0.65, "Oil Crescent most likely with Petroleum Facilities Guard (51 %)", "guards")]
    public void Two_holders_that_are_not_told_apart_are_as_likely_as_each_other(
        double guards,
        double state,
        double guardsInSirte,
        double stateInSirte,
        string title,
        string focus
    )
    {
        var map = MapCharts.Of(
            new SyntheticResult(500, Coast() with { Focus = [focus] })
                .RecordMean(Holds("guards", "oil-crescent"), 1.0, 0.8, guards)
                .RecordMean(Holds("islamic-state", "oil-crescent"), 0.0, 0.2, state)
                .RecordMean(Holds("guards", "sirte"), 0.0, 0.1, guardsInSirte)
                .RecordMean(Holds("islamic-state", "sirte"), 1.0, 0.9, stateInSirte)
                .Build()
        )!;

        Assert.Equal($"January 2017: {title}", map.Text.Title);
        var isEven = guards < 0.505;
        Assert.Equal(isEven, map.Periods[0].Holdings[0].IsEven);
        Assert.Equal(
            isEven,
            map.Text.AltText.Contains(
                "Oil Crescent: Petroleum Facilities Guard 50 % and Islamic State in Libya 50 %, not told apart",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            isEven,
            map.Text.Subtitle.Contains(
                "Not shown to be likelier than the second: the holder of Oil Crescent",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void Title_and_alt_text_tell_what_the_focus_holds_with_its_probabilities()
    {
        var text = Map().Text;

        Assert.Equal(
            "January 2017: Oil Crescent and Sirte most likely with Islamic State in Libya (60 % to 65 %)",
            text.Title
        );
        Assert.Contains(
            "Oil Crescent: Islamic State in Libya 60 %, Petroleum Facilities Guard 30 %; Sirte: Islamic State in Libya 65 %",
            text.AltText,
            StringComparison.Ordinal
        );
        Assert.Contains(
            text.Foot.Lines,
            line =>
                line.Contains(
                    "imply no judgement. Equirectangular projection, true to scale at 30° N",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Title_is_of_the_actor_in_focus_where_it_holds_nothing_too()
    {
        var result = new SyntheticResult(10, Coast())
            .RecordMean(Holds("guards", "oil-crescent"), 1.0, 1.0, 1.0)
            .RecordMean(Holds("guards", "sirte"), 1.0, 1.0, 1.0)
            .RecordMean(Holds("islamic-state", "sirte"), 0.0, 0.0, 0.0)
            .Build();
        Assert.Equal("January 2017: no area most likely with Islamic State in Libya", MapCharts.Of(result)!.Text.Title);
    }

    [Fact]
    public void What_no_actor_holds_is_nobodys()
    {
        var result = new SyntheticResult(10, Coast()).RecordMean(Holds("guards", "sirte"), 1.0, 0.5, 0.2).Build();
        var map = MapCharts.Of(result)!;

        Assert.Equal(["Petroleum Facilities Guard", "Nobody"], map.Holders.Select(h => h.Label));
        Assert.Equal(1, map.Periods[0].Holdings[1].Likeliest);
        Assert.Equal(0.8, map.Periods[0].Holdings[1].Probability, 1e-12);
    }

    [Fact]
    public void Without_places_there_is_no_map()
    {
        Assert.False(MapCharts.HasPlaces(SyntheticResult.Libya()));
        Assert.True(MapCharts.HasPlaces(Coast()));
        Assert.Null(MapCharts.Of(Contested(SyntheticResult.Libya()).Build()));
    }

    [Fact]
    public void French_and_Arabic_have_every_word_of_the_map()
    {
        foreach (var language in (Language[])[Language.French, Language.Arabic])
        {
            var text = MapCharts.Of(Contested(Coast()).Build(), ["whole"], language)!.Text;
            Assert.DoesNotContain("likeliest", text.Subtitle + text.AltText, StringComparison.Ordinal);
            Assert.DoesNotContain("Without", text.Subtitle, StringComparison.Ordinal);
            Assert.DoesNotContain("most likely", text.Title, StringComparison.Ordinal);
            Assert.DoesNotContain(text.Foot.Lines, line => line.Contains("Coastlines", StringComparison.Ordinal));
        }
    }
}
