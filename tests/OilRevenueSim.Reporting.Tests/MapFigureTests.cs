using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Reporting.Geography;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class MapFigureTests
{
    private static readonly MapView Libya = new(new MapExtent(9, 25, 19, 34), new Box(100, 50, 700, 450));

    [Fact]
    public void The_map_is_true_to_scale_along_its_middle_parallel_and_centred_in_the_frame()
    {
        var middle = Libya.At(new GeoPoint(26.5, 17));
        var east = Libya.At(new GeoPoint(26.5, 18));
        var north = Libya.At(new GeoPoint(27.5, 17));

        Assert.Equal((400, 250), (middle.X, middle.Y));
        Assert.Equal(Math.Cos(26.5 * Math.PI / 180) * (middle.Y - north.Y), east.X - middle.X, 1e-9);
        // 15 degrees of latitude fill 400 pixels.
        Assert.Equal(400 / 15.0 / 111.195, Libya.PixelsPerKm, 1e-9);
    }

    [Fact]
    public void Rings_and_lines_are_cut_off_at_the_frame()
    {
        var rings = WorldAtlas.World.Land.SelectMany(r => Libya.Rings(r)).ToList();
        var lines = WorldAtlas.World.Borders.SelectMany(b => Libya.Lines(b)).ToList();

        Assert.NotEmpty(rings);
        Assert.NotEmpty(lines);
        var frame = Libya.Frame.Grow(1e-6);
        Assert.All(
            rings.Concat(lines).SelectMany(r => r),
            p => Assert.True(frame.Contains(new Box(p.X, p.Y, p.X, p.Y)))
        );
        Assert.InRange(rings.Sum(r => r.Count) + lines.Sum(l => l.Count), 100, 3_000);
    }

    [Theory]
    [InlineData("Libya", 27.0, 17.0)]
    [InlineData("Nigeria", 9.0, 8.0)]
    [InlineData("Iraq", 33.3, 44.4)]
    [InlineData("South Sudan", 7.0, 30.0)]
    [InlineData("Indonesia", -1.0, 113.0)]
    public void A_place_lies_in_its_country_alone(string name, double latitude, double longitude)
    {
        var countries = WorldAtlas.World.Countries.Where(c =>
            c.Rings.Count(ring => IsInside(ring, longitude, latitude)) % 2 == 1
        );

        Assert.Equal([name], countries.Select(c => c.Name));
    }

    [Theory]
    [InlineData("map")]
    [InlineData("map-30")]
    [InlineData("map-one-point")]
    public void Signs_stand_apart_and_within_sixty_pixels_of_their_place(string name)
    {
        var sheet = Gallery.Figures[name]().Lay();
        var view = sheet.Marks.OfType<GroundMark>().Single().View;
        var signs = sheet.Marks.OfType<AreaMark>().Select(a => (a.X, a.Y, a.Radius)).ToList();

        for (var i = 0; i < signs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var apart = Math.Sqrt(Square(signs[i].X - signs[j].X) + Square(signs[i].Y - signs[j].Y));
                Assert.True(apart >= signs[i].Radius + signs[j].Radius, $"{i} and {j} are {apart} apart");
            }
        }

        Assert.All(signs, s => Assert.True(view.Frame.Contains(new Box(s.X, s.Y, s.X, s.Y))));
    }

    [Fact]
    public void A_line_leads_to_the_place_of_every_area_that_had_to_stand_far_off()
    {
        var sheet = Gallery.Figures["map-30"]().Lay(480, 360);
        var view = sheet.Marks.OfType<GroundMark>().Single().View;
        var home = SampleMaps.Map(30, 9).Areas.Select(a => view.At(a.At)).ToList();
        var signs = sheet.Marks.OfType<AreaMark>().ToList();
        var places = sheet.Marks.OfType<Geography.DiscMark>().ToList();

        Assert.Equal(home.Count, signs.Count);
        var far = home.Zip(signs)
            .Where(p => Square(p.First.X - p.Second.X) + Square(p.First.Y - p.Second.Y) > Square(2 * p.Second.Radius))
            .Select(p => (p.First.X, p.First.Y))
            .ToList();
        Assert.NotEmpty(far);
        Assert.All(far, p => Assert.Contains(places, d => d.X == p.X && d.Y == p.Y));
    }

    [Fact]
    public void Maps_of_regions_stand_beside_each_other_and_each_shows_its_own()
    {
        var libya = SampleMaps.Map(3);
        var region = new MapRegion("Syria Iraq", new MapExtent(38, 45, 32, 37));
        var chart = libya with
        {
            Regions = [libya.Regions[0] with { Label = "Libya" }, region],
            Areas = libya.Areas.SetItem(2, new MapArea("Raqqa", new GeoPoint(36, 39))),
        };
        var sheet = Figure.From(chart).Lay();
        var frames = sheet.Marks.OfType<GroundMark>().Select(g => g.View.Frame).ToList();

        Assert.Equal(2, frames.Count);
        Assert.True(frames[0].Right < frames[1].Left);
        var signs = sheet.Marks.OfType<AreaMark>().ToList();
        Assert.Equal([2, 1], frames.Select(f => signs.Count(s => s.X > f.Left && s.X < f.Right)));
        Assert.Contains("Syria Iraq", sheet.Labels.Select(l => l.Text));
    }

    [Fact]
    public void Every_area_of_an_ordinary_map_is_named_with_its_probability()
    {
        var chart = SampleMaps.Map();
        foreach (var (width, height) in (ReadOnlySpan<(double, double)>)[(960, 540), (640, 480), (1200, 675)])
        {
            var texts = Figure.From(chart).Lay(width, height).Labels.Select(l => l.Text).ToList();
            Assert.All(
                Enumerable.Range(0, 7),
                i => Assert.Contains(texts, t => t == $"Gulf Area {i + 1} {90 - (5 * i)} %")
            );
        }
    }

    [Fact]
    public void Areas_that_the_title_names_or_that_change_hands_most_are_named_before_others()
    {
        var chart = SampleMaps.Map(18, 9);
        var period = chart.Periods[0];
        var contested = period with
        {
            Holdings =
            [
                .. period.Holdings.Select(
                    (h, i) => h with { Probability = i % 6 == 1 ? 0.4 : 1, Second = i % 6 == 1 ? h.Second : -1 }
                ),
            ],
        };
        chart = chart with
        {
            Text = chart.Text with { Title = "December 2017: Gulf Area 17 most likely with nobody" },
            Periods = [contested],
        };
        var texts = Figure.From(chart).Lay(640, 480).Labels.Select(l => l.Text).ToList();

        var named = chart.Areas.Count(a => texts.Exists(t => t.StartsWith(a.Label + " ", StringComparison.Ordinal)));
        Assert.True(named < 18, "Every area has room, so the test says nothing.");
        Assert.All([2, 8, 14], n => Assert.Contains($"Gulf Area {n} 40 %", texts));
        Assert.Contains("Gulf Area 17 100 %", texts);
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(960, 540)]
    public void A_name_without_a_line_stands_no_nearer_to_another_sign_than_to_its_own(double width, double height)
    {
        var chart = SampleMaps.Map(14, 9);
        var sheet = Figure.From(chart).Lay(width, height);
        var view = sheet.Marks.OfType<GroundMark>().Single().View;
        var led = sheet.Marks.OfType<LineMark>().Where(l => l.Width == 0.8 && l.IsDashed).ToList();
        var shown = chart.Places.Where(p => p.Kind != MapPlaceKind.Way).Select(p => p.Label).ToList();
        var signs = chart
            .Areas.Select(a => a.Label)
            .Zip(sheet.Marks.OfType<AreaMark>(), (name, a) => (Name: name, a.X, a.Y, a.Radius))
            .Concat(
                shown.Zip(
                    sheet.Marks.OfType<PlaceMark>().Where(p => view.Frame.Contains(new Box(p.X, p.Y, p.X, p.Y))),
                    (name, p) => (Name: name, p.X, p.Y, p.Radius)
                )
            )
            .ToList();
        var told = 0;
        foreach (var own in signs)
        {
            var label = sheet.Labels.FirstOrDefault(l =>
                l.Role == Role.Direct
                && (l.Text == own.Name || l.Text.StartsWith(own.Name + " ", StringComparison.Ordinal))
            );
            if (label is null || led.Exists(l => label.Box.Grow(2).Contains(new Box(l.X2, l.Y2, l.X2, l.Y2))))
            {
                continue;
            }

            told++;
            var apart = Apart(label.Box, own.X, own.Y, own.Radius);
            Assert.All(
                signs.Where(s => s.Name != own.Name),
                s =>
                    Assert.True(
                        Apart(label.Box, s.X, s.Y, s.Radius) >= apart - 1.001,
                        $"{own.Name} stands {apart} from its own sign and nearer to {s.Name}."
                    )
            );
        }

        Assert.InRange(told, 10, signs.Count);
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(960, 540)]
    public void A_name_of_an_area_stands_at_no_other_area_while_there_is_room(double width, double height)
    {
        foreach (var count in Enumerable.Range(4, 9))
        {
            var chart = SampleMaps.Map(count, 9);
            var sheet = Figure.From(chart).Lay(width, height);
            var rings = sheet.Marks.OfType<AreaMark>().ToList();
            foreach (var (own, area) in rings.Zip(chart.Areas))
            {
                var label = sheet.Labels.FirstOrDefault(l =>
                    l.Role == Role.Direct && l.Text.StartsWith(area.Label + " ", StringComparison.Ordinal)
                );
                var apart = label is null ? 0 : Apart(label.Box, own.X, own.Y, own.Radius);
                Assert.All(
                    rings.Where(r => r != own && label is not null),
                    r =>
                        Assert.True(
                            apart < 14 || Apart(label!.Box, r.X, r.Y, r.Radius) >= 8,
                            $"{count} areas: {area.Label} is {apart} from its own ring and at another."
                        )
                );
            }
        }
    }

    [Fact]
    public void Maps_have_most_of_the_room_between_the_words_above_and_below()
    {
        var libya = SampleMaps.Map(7, 9);
        var chart = libya with
        {
            Regions = [libya.Regions[0], new MapRegion("Syria Iraq", new MapExtent(38, 45, 32, 37))],
            Holders = [.. libya.Holders.Select(h => h with { Label = h.Label + " and its allies" })],
        };
        var sheet = Figure.From(chart).Lay(640, 480);
        var top = sheet.Labels.Where(l => l.Role == Role.Subtitle).Max(l => l.Box.Bottom);
        var bottom = sheet.Labels.Where(l => l.Role == Role.Foot).Min(l => l.Box.Top);

        Assert.All(
            sheet.Marks.OfType<GroundMark>().Select(g => g.View.Frame),
            f => Assert.InRange(f.Height, 0.5 * (bottom - top), bottom - top)
        );
    }

    [Fact]
    public void A_holder_has_the_letter_of_its_colour_whoever_else_is_on_the_map()
    {
        var chart = SampleMaps.Map();
        chart = chart with { Holders = chart.Holders.SetItem(0, chart.Holders[0] with { Colour = 7 }) };
        var labels = Figure.From(chart).Lay().Labels;

        Assert.Contains(labels, l => l.Text == "H");
        Assert.DoesNotContain(labels, l => l.Text == "A");
        Assert.Equal(
            ["A", "Z", "A2", "Z2", "–"],
            new[] { 0, 25, 26, 51, -1 }.Select(c => Control.HolderLetter.Of(new ChartActor("actor", c)))
        );
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(960, 540)]
    public void Names_without_room_are_counted_and_no_line_to_a_name_crosses_another(double width, double height)
    {
        var chart = SampleMaps.Map(30, 9);
        var sheet = Figure.From(chart).Lay(width, height);
        var names = chart.Areas.Select(a => a.Label).Concat(chart.Places.Select(p => p.Label)).ToList();
        var written = names.Count(name =>
            sheet.Labels.Any(l =>
                l.Role == Role.Direct && (l.Text == name || l.Text.StartsWith(name + " ", StringComparison.Ordinal))
            )
        );
        var left = names.Count - written;
        Assert.True(left > 0, "Every name has room, so the test says nothing.");
        Assert.Contains(sheet.Labels, l => l.Text == $"names without room: {left}");
        var leaders = sheet.Marks.OfType<LineMark>().Where(l => l.Width == 0.8).ToList();
        Assert.NotEmpty(leaders);
        foreach (var line in leaders)
        {
            for (var t = 0.05; t < 0.95; t += 0.05)
            {
                var (x, y) = (line.X1 + (t * (line.X2 - line.X1)), line.Y1 + (t * (line.Y2 - line.Y1)));
                Assert.DoesNotContain(
                    sheet.Labels,
                    l =>
                        l.Role == Role.Direct
                        && l.Style.Face != Face.Italic
                        && names.Exists(n => l.Text.StartsWith(n, StringComparison.Ordinal))
                        && l.Box.Contains(new Box(x, y, x, y))
                );
            }
        }
    }

    [Fact]
    public void No_line_to_a_mark_runs_through_the_name_of_a_country()
    {
        var tried = 0;
        for (var width = 480.0; width <= 960; width += 40)
        {
            var sheet = Figure.From(SampleMaps.Map(30, 9)).Lay(width, 0.75 * width);
            var countries = sheet.Labels.Where(l => l.Role == Role.Tick && l.Style.Face == Face.Italic).ToList();
            foreach (var line in sheet.Marks.OfType<LineMark>().Where(l => l.Width == 0.8))
            {
                tried += countries.Count;
                for (var t = 0.0; t <= 1; t += 0.05)
                {
                    var (x, y) = (line.X1 + (t * (line.X2 - line.X1)), line.Y1 + (t * (line.Y2 - line.Y1)));
                    Assert.DoesNotContain(countries, l => l.Box.Contains(new Box(x, y, x, y)));
                }
            }
        }

        Assert.True(tried > 0, "No map has both, so the test says nothing.");
    }

    [Fact]
    public void Discs_and_rings_have_the_colours_of_the_holders_and_shares_of_the_probability()
    {
        var chart = SampleMaps.OneArea() with { Periods = [new MapPeriod("", [new MapHolding(0, 0.6, 1, 0.3)], [])] };
        chart = chart with { Holders = SampleMaps.Map(actors: 2).Holders };
        var figure = Figure.From(chart);
        var area = figure.Lay().Marks.OfType<AreaMark>().Single();
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        SKColor At(double share, double radius) =>
            picture.GetPixel(
                (int)((area.X + (radius * Math.Sin(2 * Math.PI * share))) * scale),
                (int)((area.Y - (radius * Math.Cos(2 * Math.PI * share))) * scale)
            );

        var ring = area.Radius * 0.88;
        Assert.Equal(Theme.Default.Category(0).Colour, At(0.05, ring));
        Assert.Equal(Theme.Default.Category(0).Colour, At(0.55, ring));
        Assert.Equal(Theme.Default.Category(1).Colour, At(0.65, ring));
        Assert.Equal(Theme.Default.Category(1).Colour, At(0.85, ring));
        Assert.Equal(Theme.Default.Paper, At(0.95, ring));
        Assert.Equal(Theme.Default.Category(0).Colour, At(0.25, area.Radius * 0.5));
    }

    [Fact]
    public void The_drawing_holds_no_picture_and_stays_small()
    {
        var svg = Figure.From(SampleMaps.Map(30, 9)).ToSvg();

        Assert.DoesNotContain("<image", svg, StringComparison.Ordinal);
        Assert.InRange(svg.Length - svg.IndexOf("</style>", StringComparison.Ordinal), 10_000, 200_000);
    }

    [Fact]
    public void No_coast_jumps_across_the_world_at_the_180th_meridian()
    {
        var world = new MapView(new MapExtent(-180, 180, -85, 85), new Box(0, 0, 720, 340));
        var lines = WorldAtlas.World.Coasts.SelectMany(c => world.Lines(c)).ToList();

        Assert.All(lines, l => Assert.All(l.Zip(l.Skip(1)), s => Assert.True(Math.Abs(s.First.X - s.Second.X) < 60)));
        var pacific = new MapView(new MapExtent(170, 190, -25, -10), new Box(0, 0, 600, 400));
        Assert.NotEmpty(WorldAtlas.World.Land.SelectMany(r => pacific.Rings(r)));
    }

    private static double Square(double x) => x * x;

    // From a name to the square about a sign.
    private static double Apart(Box name, double x, double y, double radius)
    {
        var dx = Math.Max(0, Math.Max(name.Left - x, x - name.Right) - radius);
        var dy = Math.Max(0, Math.Max(name.Top - y, y - name.Bottom) - radius);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static bool IsInside(IReadOnlyList<MapPoint> ring, double x, double y)
    {
        var isInside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            isInside ^= a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X;
        }

        return isInside;
    }
}
