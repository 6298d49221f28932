using System.Xml.Linq;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
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
        Assert.DoesNotContain("NaN", root.ToString(), StringComparison.Ordinal);
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

    [Fact]
    public void Letters_that_mean_something_to_xml_or_to_no_font_do_no_harm()
    {
        var chart = SampleCharts.Fan(3);
        var text = new ChartText(
            "<b>1 & 2</b> \"quoted\" \u0007bell",
            "thin\u202Fspace, سرت, 油, \ud83d\udee2",
            ["a\nb\tc"],
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
