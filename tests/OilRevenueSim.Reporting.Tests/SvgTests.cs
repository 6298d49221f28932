using System.Xml.Linq;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Document_is_well_formed_and_holds_every_text_as_text(string name)
    {
        var figure = Gallery.Figures[name]();
        var root = XDocument.Parse(figure.ToSvg()).Root!;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal(figure.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal(figure.AltText, root.Element(Svg + "desc")!.Value);
        Assert.Equal(figure.Lay().Labels.Select(l => l.Text), root.Descendants(Svg + "text").Select(t => t.Value));
        Assert.Empty(root.Descendants(Svg + "image"));
        // The fonts in it are letters at random, among which any three may stand.
        root.Descendants(Svg + "style").Remove();
        Assert.DoesNotContain("NaN", root.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_says_how_wide_it_is_so_that_no_other_font_makes_it_overrun()
    {
        foreach (var name in (string[])["fan", "money", "courses"])
        {
            var figure = Gallery.Figures[name]();
            var root = XDocument.Parse(figure.ToSvg()).Root!;
            Assert.All(
                figure.Lay().Labels.Zip(root.Descendants(Svg + "text")),
                pair =>
                {
                    Assert.Equal(pair.First.Width, (double)pair.Second.Attribute("textLength")!, 0.0051);
                    Assert.Equal("spacingAndGlyphs", pair.Second.Attribute("lengthAdjust")!.Value);
                }
            );
        }
    }

    [Fact]
    public void Fonts_are_inside_whole()
    {
        var style = XDocument.Parse(Figure.From(SampleCharts.Fan()).ToSvg()).Root!.Element(Svg + "style")!.Value;
        Assert.Contains("Apache License 2.0", style, StringComparison.Ordinal);
        foreach (var face in (Face[])[Face.Regular, Face.Semibold])
        {
            var data = Convert.ToBase64String(face.File.AsSpan());
            Assert.Contains(
                $"@font-face{{font-family:'Open Sans';font-weight:{face.Weight};font-style:normal;src:url(data:font/ttf;base64,{data})",
                style,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("fan")]
    [InlineData("exceedance")]
    [InlineData("holder")]
    [InlineData("money")]
    [InlineData("timeline")]
    [InlineData("sweep-line")]
    public void Outlined_document_has_no_text_and_no_font_and_still_says_what_it_shows(string name)
    {
        var figure = Gallery.Figures[name]();
        var root = XDocument.Parse(figure.ToSvg(isTextOutlined: true)).Root!;
        Assert.Equal(figure.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal(figure.AltText, root.Element(Svg + "desc")!.Value);
        Assert.Empty(root.Descendants(Svg + "text"));
        Assert.Empty(root.Descendants(Svg + "style"));
        var (shapes, labels) = (root.Descendants(Svg + "path").Count(), figure.Lay().Labels.Count);
        Assert.True(shapes >= labels, $"{shapes} shapes for {labels} texts");
    }

    [Fact]
    public void Outlines_have_the_ink_of_the_text()
    {
        var sheet = Figure.From(SampleCharts.Fan()).Lay();
        using var text = Drawn(sheet, isOutlined: false);
        using var outline = Drawn(sheet, isOutlined: true);
        const int Block = 16;
        // Edges of letters are smoothed a little differently, so blocks of dots are compared.
        var (inks, outlined) = (Inks(text, Block), Inks(outline, Block));
        var (ink, apart) = (inks.Sum(), inks.Zip(outlined, (a, b) => Math.Abs(a - b)).Sum());
        Assert.True(ink > 1e6 && apart < 0.2 * ink, $"ink {ink}, apart {apart}");
    }

    [Fact]
    public void Document_of_another_size_is_laid_out_for_it()
    {
        var root = XDocument.Parse(Figure.From(SampleCharts.Fan()).ToSvg(widthPx: 640, heightPx: 480)).Root!;
        Assert.Equal(("640", "480"), (root.Attribute("width")!.Value, root.Attribute("height")!.Value));
        Assert.Equal("0 0 640 480", root.Attribute("viewBox")!.Value);
    }

    /// <summary>Darkness of blocks of dots, row by row.</summary>
    private static double[] Inks(SKBitmap picture, int block)
    {
        var pixels = picture.Pixels;
        var columns = (picture.Width + block - 1) / block;
        var inks = new double[columns * ((picture.Height + block - 1) / block)];
        for (var i = 0; i < pixels.Length; i++)
        {
            inks[(i / picture.Width / block * columns) + (i % picture.Width / block)] += 255 - pixels[i].Red;
        }

        return inks;
    }

    private static SKBitmap Drawn(Sheet sheet, bool isOutlined)
    {
        var bitmap = new SKBitmap((int)sheet.Canvas.Width, (int)sheet.Canvas.Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        sheet.DrawText(canvas, isOutlined);
        return bitmap;
    }

    [Fact]
    public void Letters_that_mean_something_to_xml_or_to_no_font_do_no_harm()
    {
        var chart = SampleCharts.Fan(3);
        var text = new ChartText(
            "<b>1 & 2</b> \"quoted\" \u0007bell",
            "thin\u202Fspace, سرت, 油, \ud83d\udee2",
            new ChartFoot(["a\nb\tc"]),
            "<alt>\u0001"
        );
        var figure = Figure.From(chart with { Text = text });
        var root = XDocument.Parse(figure.ToSvg()).Root!;
        Assert.Equal("<b>1 & 2</b> \"quoted\" bell", root.Element(Svg + "title")!.Value);
        Assert.Contains(root.Descendants(Svg + "text"), t => t.Value == "<b>1 & 2</b> \"quoted\" bell");
        Assert.Contains(
            root.Descendants(Svg + "text"),
            t => t.Value.StartsWith("thin\u00A0space", StringComparison.Ordinal)
        );
        Assert.NotEmpty(figure.ToPng(800, 500));
    }
}
