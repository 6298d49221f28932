using OilRevenueSim.Reporting.Colours;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class ColourTests
{
    /// <summary>Neighbours in the order of the palette, which lie on one another in a stack.</summary>
    private const double NeighboursApart = 20;

    public static TheoryData<string> Themes => ["print", "screen"];

    private static FigureTheme Of(string name) => name == "print" ? FigureTheme.Print : FigureTheme.Screen;

    /// <summary>Pairs 1, 7, 13, 17, 21, 24, 25, 29 and 34 of table 1 in Sharma, Wu and Dalal 2005.</summary>
    [Theory]
    [InlineData(50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425)]
    [InlineData(50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669)]
    [InlineData(50.0000, -0.0010, 2.4900, 50.0000, 0.0009, -2.4900, 4.8045)]
    [InlineData(50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492)]
    [InlineData(50.0000, 2.5000, 0.0000, 50.0000, 3.1736, 0.5854, 1.0000)]
    [InlineData(50.0000, 2.5000, 0.0000, 50.0000, 1.8634, 0.5757, 1.0000)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Difference_is_that_of_the_published_pairs(
        double l1,
        double a1,
        double b1,
        double l2,
        double a2,
        double b2,
        double expected
    )
    {
        var calculated = Lab.Difference(new Lab(l1, a1, b1), new Lab(l2, a2, b2));
        Assert.True(
            Math.Abs(calculated - expected) < 1e-4,
            $"calculated {calculated:0.00000}, expected {expected:0.0000}, tolerance 0.0001"
        );
    }

    [Fact]
    public void Lightness_of_black_grey_and_white_is_that_of_the_standard()
    {
        // CIE 1976 L* of sRGB 119 is 50.03.
        foreach (var (level, expected) in ((byte, double)[])[(0, 0), (119, 50.03), (255, 100)])
        {
            foreach (var sight in Enum.GetValues<Sight>())
            {
                var seen = ColourVision.See(new SKColor(level, level, level), sight);
                Assert.True(Math.Abs(seen.L - expected) < 0.05, $"{sight}: calculated {seen.L}, expected {expected}");
                Assert.True(Math.Abs(seen.A) < 0.2 && Math.Abs(seen.B) < 0.2, $"{sight}: grey is seen as {seen}");
            }
        }
    }

    [Fact]
    public void Red_and_green_of_one_lightness_are_confused_by_deutans_only()
    {
        var (red, green) = (new SKColor(0xC0, 0x60, 0x40), new SKColor(0x7C, 0x88, 0x40));
        double Apart(Sight sight) => Lab.Difference(ColourVision.See(red, sight), ColourVision.See(green, sight));
        Assert.True(Apart(Sight.Full) > 25, $"{Apart(Sight.Full)}");
        Assert.True(Apart(Sight.Deutan) < 12, $"{Apart(Sight.Deutan)}");
        Assert.True(Apart(Sight.Tritan) > 25, $"{Apart(Sight.Tritan)}");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Categories_stay_apart_for_every_reader_and_in_black_and_white(string name)
    {
        var palette = Theme.Of(Of(name)).Palette;
        foreach (var sight in Enum.GetValues<Sight>())
        {
            // Any two in black and white: as far as eight steps of lightness reach; names and keys are the second cue.
            var least = sight == Sight.Greyscale ? 6 : ThemeChecks.Apart;
            var seen = palette.Select(c => ColourVision.See(c, sight)).ToArray();
            for (var i = 0; i < seen.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var needed = i - j == 1 ? NeighboursApart : least;
                    var apart = Lab.Difference(seen[i], seen[j]);
                    Assert.True(apart >= needed, $"{sight}: colours {j} and {i} differ by {apart:0.0} of {needed}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Categories_beyond_the_palette_are_hatched(string name)
    {
        var theme = Theme.Of(Of(name));
        var count = theme.Palette.Length;
        Assert.All(Enumerable.Range(0, count), i => Assert.Null(theme.Category(i).HatchDegrees));
        Assert.All(Enumerable.Range(count, 2 * count), i => Assert.NotNull(theme.Category(i).HatchDegrees));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_text_has_the_contrast_that_reading_needs(string name)
    {
        var theme = Theme.Of(Of(name));
        Style[] styles =
        [
            theme.Title,
            theme.Subtitle,
            theme.Foot,
            theme.Marking,
            theme.Axis,
            theme.Tick,
            theme.Direct,
            theme.Strong,
            theme.PanelTitle,
            theme.Key,
            theme.Inside,
            theme.Message,
            theme.MessageNote,
        ];
        Assert.All(styles, s => AssertContrast(s.Colour, theme.Paper, 4.5));
        // What is better and worse is written in these.
        AssertContrast(theme.Accent, theme.Paper, 4.5);
        AssertContrast(theme.Second, theme.Paper, 4.5);
        var tints = Enumerable.Range(0, 101).Select(i => Theme.Mix(theme.Paper, theme.Accent, i / 100.0));
        Assert.All([.. theme.Palette, theme.Nothing, .. tints], g => AssertContrast(theme.InkOn(g), g, 4.5));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_mark_that_carries_meaning_stands_out_from_the_paper(string name)
    {
        var theme = Theme.Of(Of(name));
        SKColor[] lines = [theme.Accent, theme.Second, theme.Baseline, theme.Leader];
        Assert.All(lines, c => AssertContrast(c, theme.Paper, 3));
        foreach (var count in (int[])[1, 2, 3, 5])
        {
            var bands = Enumerable.Range(0, count).Select(i => theme.FanTint(i, count)).ToList();
            Assert.All([.. theme.Palette, theme.Nothing, .. bands], AssertSeen);
            // Median and mean run over the darkest band.
            AssertContrast(theme.Accent, bands[^1], 3);
            AssertContrast(theme.Second, bands[^1], 3);
        }

        void AssertSeen(SKColor ground) => AssertContrast(theme.Rim(ground) ?? ground, theme.Paper, 3);
    }

    [Fact]
    public void A_pale_ground_is_drawn_with_its_rim_and_nothing_without_height_is()
    {
        var theme = Theme.Default;
        var pale = new Fill(theme.FanTint(0, 2));
        Assert.Equal(theme.Rim(pale.Colour), Drawn(20).GetPixel(10, 50));
        Assert.Equal(pale.Colour, Drawn(20).GetPixel(20, 50));
        Assert.Equal(theme.Paper, Drawn(0).GetPixel(20, 40));

        SKBitmap Drawn(float height)
        {
            var picture = new SKBitmap(100, 100);
            using var canvas = new SKCanvas(picture);
            canvas.Clear(theme.Paper);
            using var path = new SKPath();
            path.AddRect(new SKRect(10, 40, 90, 40 + height));
            pale.Paint(canvas, path, theme);
            return picture;
        }
    }

    [Fact]
    public void Lines_are_no_thinner_on_paper_than_a_copier_keeps_and_stronger_on_slides()
    {
        var (print, screen) = (Theme.Of(FigureTheme.Print), Theme.Of(FigureTheme.Screen));
        // The sheet of 960 layout pixels on a page 6.5 inches wide: a pixel is 0.49 points.
        const double Points = 6.5 * 72 / 960;
        Assert.True(print.Stroke(0.5) * Points >= 0.45, $"{print.Stroke(0.5) * Points} points");
        Assert.Equal(2.4, print.Stroke(2.4));
        Assert.True(screen.Stroke(2.4) * screen.TypeScale >= 1.45 * print.Stroke(2.4));
    }

    private static void AssertContrast(SKColor colour, SKColor ground, double needed)
    {
        var contrast = Theme.Contrast(colour, ground);
        Assert.True(contrast >= needed, $"{colour} on {ground}: contrast {contrast:0.00}, expected at least {needed}");
    }
}
