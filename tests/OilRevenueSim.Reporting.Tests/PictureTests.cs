using System.Buffers.Binary;
using System.Text;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class PictureTests
{
    [Theory]
    [InlineData(1600, 900)]
    [InlineData(800, 500)]
    [InlineData(2400, 1000)]
    public void Picture_has_the_size_asked_for(int width, int height)
    {
        using var picture = SKBitmap.Decode(Figure.From(SampleCharts.Fan()).ToPng(width, height));
        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Fact]
    public void Size_that_is_no_picture_is_refused()
    {
        var figure = Figure.From(SampleCharts.Fan());
        Assert.Throws<ArgumentOutOfRangeException>(() => figure.ToPng(0, 900));
        Assert.Throws<ArgumentOutOfRangeException>(() => figure.ToPng(1600, 20_000));
    }

    [Fact]
    public void Fan_has_its_tints_where_the_bands_are_and_paper_elsewhere()
    {
        var chart = SampleCharts.Fan();
        var figure = Figure.From(chart);
        var panel = figure.Lay().Panels[0];
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        SKColor At(double month, double value) =>
            picture.GetPixel((int)(panel.X(month + 0.5) * scale), (int)(panel.Y(value) * scale));

        foreach (var month in (int[])[4, 11, 18])
        {
            AssertColour(
                Theme.Default.FanTint(0, 2),
                At(month, Between(chart.Bands[0].High[month], chart.Bands[1].High[month]))
            );
            AssertColour(
                Theme.Default.FanTint(0, 2),
                At(month, Between(chart.Bands[0].Low[month], chart.Bands[1].Low[month]))
            );
            AssertColour(
                Theme.Default.FanTint(1, 2),
                At(month, Between(chart.Bands[1].Low[month], chart.Median[month]))
            );
            AssertColour(Theme.Default.Accent, At(month, chart.Median[month]));
            Assert.Contains(
                At(month, chart.Bands[0].High[month] + 0.7),
                (SKColor[])[Theme.Default.Paper, Theme.Default.Grid]
            );
            Assert.Contains(
                At(month, chart.Bands[0].Low[month] - 0.7),
                (SKColor[])[Theme.Default.Paper, Theme.Default.Grid]
            );
        }
    }

    [Fact]
    public void Every_panel_of_the_small_multiples_is_filled_by_its_holders()
    {
        var chart = SampleCharts.Holders(6, 4);
        var figure = Figure.From(chart);
        var sheet = figure.Lay();
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        for (var area = 0; area < 6; area++)
        {
            // At the start one actor holds the area alone: nearly the whole left edge is in that actor's colour.
            var panel = sheet.Panels[area];
            var pixel = picture.GetPixel((int)((panel.Data.Left + 2) * scale), (int)(panel.Y(0.9) * scale));
            AssertColour(Theme.Default.Category(area % 4).Colour, pixel);
        }
    }

    [Fact]
    public void Bars_are_as_high_as_the_money()
    {
        var chart = SampleCharts.Sources(12, 2);
        var figure = Figure.From(chart);
        var panel = figure.Lay().Panels[0];
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        for (var month = 0; month < 12; month++)
        {
            var x = (int)(panel.X(month + 0.5) * scale);
            var (first, second) = (chart.Sources[0].Mean[month], chart.Sources[1].Mean[month]);
            SKColor At(double value) => picture.GetPixel(x, (int)(panel.Y(value) * scale));
            AssertColour(Theme.Default.Category(0).Colour, At(first / 2));
            AssertColour(Theme.Default.Category(1).Colour, At(first + (second / 2)));
            AssertColour(Theme.Default.Category(1).Colour, At(first + (second * 0.95)));
            Assert.NotEqual(Theme.Default.Category(1).Colour, At(first + (second * 1.05)));
        }
    }

    [Fact]
    public void What_is_paid_hangs_below_zero_and_what_is_received_stands_above_it()
    {
        var chart = SampleCharts.SignedSources(12, 3);
        var figure = Figure.From(chart);
        var panel = figure.Lay().Panels[0];
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        for (var month = 0; month < 12; month++)
        {
            var x = (int)(panel.X(month + 0.5) * scale);
            SKColor At(double value) => picture.GetPixel(x, (int)(panel.Y(value) * scale));
            var (received, paid) = (chart.Sources[0].Mean[month], chart.Sources[1].Mean[month]);
            Assert.True(paid < 0);
            AssertColour(Theme.Default.Of(chart.Sources[0].Actor!).Colour, At(received / 2));
            AssertColour(Theme.Default.Of(chart.Sources[1].Actor!).Colour, At(paid / 2));
            // Both in turn: above what is received, or below what is paid.
            var both = chart.Sources[2].Mean[month];
            AssertColour(
                Theme.Default.Of(chart.Sources[2].Actor!).Colour,
                At((both > 0 ? received : paid) + (both / 2))
            );
        }
    }

    [Fact]
    public void What_is_produced_shut_in_and_lost_reaches_up_to_the_line_of_capacity()
    {
        var chart = SampleProduction.Production(12, 1, 1, hasRange: false);
        var figure = Figure.From(chart);
        var panel = figure.Lay().Panels[0];
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        var line = (int)(panel.Y(chart.Capacity) * scale);
        for (var month = 0; month < 12; month++)
        {
            var x = (int)(panel.X(month + 0.5) * scale);
            SKColor At(double value) => picture.GetPixel(x, (int)(panel.Y(value) * scale));
            var (produced, shutIn) = (chart.Output[0].Mean[month], chart.ShutIn.Mean[month]);
            AssertColour(Theme.Default.Category(0).Colour, At(produced / 2));
            Assert.NotEqual(Theme.Default.Paper, At(produced + shutIn + (chart.Lost.Mean[month] / 2)));
            AssertColour(Theme.Default.Ink, picture.GetPixel(x, line));
            AssertColour(Theme.Default.Paper, At(chart.Capacity * 1.012));
        }
    }

    [Fact]
    public void Zero_money_leaves_no_ink_of_bands_or_bars()
    {
        using var fan = SKBitmap.Decode(Figure.From(SampleCharts.ZeroFan()).ToPng());
        Assert.Equal(
            0,
            Count(fan, Theme.Default.FanTint(0, 2))
                + Count(fan, Theme.Default.FanTint(1, 2))
                + Count(fan, Theme.Default.Second)
        );
        using var full = SKBitmap.Decode(Figure.From(SampleCharts.Fan()).ToPng());
        Assert.True(Count(full, Theme.Default.FanTint(0, 2)) > 100_000);
        using var sources = SKBitmap.Decode(Figure.From(SampleCharts.ZeroSources()).ToPng());
        Assert.Equal(0, Count(sources, Theme.Default.Category(0).Colour));
    }

    [Fact]
    public void Text_is_ink_and_not_only_a_measured_box()
    {
        var figure = Figure.From(SampleCharts.Fan());
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        foreach (var label in figure.Lay().Labels)
        {
            var dark = 0;
            for (var y = (int)(label.Box.Top * scale); y < label.Box.Bottom * scale; y++)
            {
                for (var x = (int)(label.Box.Left * scale); x < label.Box.Right * scale; x++)
                {
                    dark += Theme.Contrast(picture.GetPixel(x, y), Theme.Default.Paper) > 3 ? 1 : 0;
                }
            }

            // A letter covers about a tenth of its box; an empty one or a row of frames would not.
            var share = dark / (label.Box.Width * label.Box.Height * scale * scale);
            Assert.True(share is > 0.04 and < 0.4, $"'{label.Text}' covers {share:P1} of its box");
        }
    }

    [Fact]
    public void Margins_are_paper()
    {
        foreach (var name in Gallery.Figures.Keys)
        {
            using var picture = SKBitmap.Decode(Gallery.Figures[name]().ToPng(800, 500));
            for (var x = 0; x < 800; x++)
            {
                AssertColour(Theme.Default.Paper, picture.GetPixel(x, 3));
                AssertColour(Theme.Default.Paper, picture.GetPixel(x, 496));
            }

            for (var y = 0; y < 500; y++)
            {
                AssertColour(Theme.Default.Paper, picture.GetPixel(3, y));
                AssertColour(Theme.Default.Paper, picture.GetPixel(796, y));
            }
        }
    }

    [Fact]
    public void Picture_carries_title_and_description_as_text()
    {
        var figure = Figure.From(SampleCharts.Fan());
        var png = Encoding.UTF8.GetString(figure.ToPng(800, 500));
        Assert.Contains("iTXtTitle\0\0\0\0\0" + figure.Title, png, StringComparison.Ordinal);
        Assert.Contains("iTXtDescription\0\0\0\0\0" + figure.AltText, png, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(240, 9449)]
    [InlineData(96, 3780)]
    [InlineData(600, 23622)]
    public void Picture_says_how_many_pixels_there_are_to_a_metre(double dpi, uint perMetre)
    {
        var png = Figure.From(SampleCharts.Fan()).ToPng(640, 480, dpi);
        var at = png.AsSpan().IndexOf("pHYs"u8);
        Assert.Equal(perMetre, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 4)));
        Assert.Equal(perMetre, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8)));
        Assert.Equal(1, png[at + 12]);
        using var picture = SKBitmap.Decode(png);
        Assert.Equal((640, 480), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(100_000)]
    public void Resolution_that_is_none_is_refused(double dpi) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.From(SampleCharts.Fan()).ToPng(dpi: dpi));

    [Theory]
    [InlineData("fan")]
    [InlineData("exceedance")]
    [InlineData("holder-12")]
    [InlineData("sources")]
    public void Same_chart_gives_the_same_bytes(string name)
    {
        Assert.Equal(Gallery.Figures[name]().ToPng(800, 500), Gallery.Figures[name]().ToPng(800, 500));
        Assert.Equal(Gallery.Figures[name]().ToSvg(), Gallery.Figures[name]().ToSvg());
        Assert.Equal(Gallery.Figures[name]().ToSvg(true), Gallery.Figures[name]().ToSvg(true));
        Assert.Equal(Gallery.Figures[name]().ToPdf(), Gallery.Figures[name]().ToPdf());
    }

    [Fact]
    public void Other_data_gives_another_picture()
    {
        var one = Figure.From(SampleCharts.Fan()).ToPng(800, 500);
        Assert.NotEqual(one, Figure.From(SampleCharts.Fan(23, 1.01)).ToPng(800, 500));
    }

    private static double Between(double a, double b) => (a + b) / 2;

    private static void AssertColour(SKColor expected, SKColor actual)
    {
        var distance =
            Math.Abs(expected.Red - actual.Red)
            + Math.Abs(expected.Green - actual.Green)
            + Math.Abs(expected.Blue - actual.Blue);
        Assert.True(distance <= 6, $"expected {expected}, found {actual}");
    }

    private static int Count(SKBitmap picture, SKColor colour)
    {
        var count = 0;
        foreach (var pixel in picture.Pixels)
        {
            count += pixel == colour ? 1 : 0;
        }

        return count;
    }
}
