using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class OptionTests
{
    [Fact]
    public void Title_and_subtitle_replace_those_of_the_chart_and_the_alt_text_stays()
    {
        var chart = Figure.From(SampleCharts.Fan(12, 1e-3));
        var figure = chart.With(new FigureOptions { Title = "Two months of nothing", Subtitle = "1 million USD" });
        var labels = figure.Lay().Labels;
        Assert.Equal("Two months of nothing", figure.Title);
        Assert.Equal(["Two months of nothing"], labels.Where(l => l.Role == Role.Title).Select(l => l.Text));
        // The chart is drawn in thousands; the author's million stays a million.
        Assert.Equal(["1 million USD"], labels.Where(l => l.Role == Role.Subtitle).Select(l => l.Text));
        Assert.Equal(chart.AltText, figure.AltText);
        Assert.Contains("<title id=", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains(">Two months of nothing</title>", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_replace_those_before()
    {
        var chart = Figure.From(SampleCharts.Fan());
        var figure = chart.With(new FigureOptions { Title = "Once" }).With(new FigureOptions { Marking = "SECRET" });
        Assert.Equal(chart.Title, figure.Title);
        Assert.Equal("SECRET. " + chart.AltText, figure.AltText);
        Assert.Equal(chart.ToSvg(), figure.With(new FigureOptions()).ToSvg());
    }

    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Marking_stands_whole_at_head_and_foot_of_every_figure(string name)
    {
        foreach (var marking in (string[])[SampleThemes.Marking, SampleThemes.LongMarking])
        {
            var figure = Gallery.Figures[name]().With(new FigureOptions { Marking = marking });
            foreach (var (width, height) in ((int, int)[])[(640, 480), (1600, 900)])
            {
                var sheet = figure.LayFor(width, height);
                var marked = sheet.Labels.Where(l => l.Role == Role.Marking).ToList();
                var others = sheet.Labels.Where(l => l.Role != Role.Marking).ToList();
                var head = marked.Where(l => l.Baseline < sheet.Canvas.CentreY).ToList();
                var foot = marked.Where(l => l.Baseline > sheet.Canvas.CentreY).ToList();
                Assert.Equal(marking, string.Join(" ", head.Select(l => l.Text)));
                Assert.Equal(marking, string.Join(" ", foot.Select(l => l.Text)));
                Assert.All(marked, l => Assert.Equal(sheet.Canvas.CentreX, l.Box.CentreX, 0.01));
                Assert.True(head.Max(l => l.Box.Bottom) < others.Min(l => l.Box.Top), name);
                Assert.True(foot.Min(l => l.Box.Top) > others.Max(l => l.Box.Bottom), name);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("one\ntwo")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void A_marking_that_cannot_stand_whole_is_refused(string marking) =>
        Assert.Throws<ArgumentException>(() => new FigureOptions { Marking = marking });

    [Theory]
    [InlineData(LogoPlace.Head)]
    [InlineData(LogoPlace.Foot)]
    public void Logo_is_drawn_in_its_place_and_in_its_shape(LogoPlace place)
    {
        var theme = FigureTheme.Print.WithLogo(place);
        var figure = Figure.From(SampleCharts.Fan()).With(new FigureOptions { Theme = theme });
        var sheet = figure.Lay();
        var box = Assert.Single(sheet.Marks.OfType<PictureMark>()).Box;
        Assert.Equal(220.0 / 80, box.Width / box.Height, 0.01);
        Assert.Equal(sheet.Canvas.Right - Theme.MarginX, box.Right, 0.01);
        Assert.Equal(place == LogoPlace.Head, box.CentreY < sheet.Canvas.CentreY);
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        var centre = picture.GetPixel((int)(box.CentreX * scale), (int)(box.CentreY * scale));
        Assert.Equal(new SKColor(0x7A, 0x1F, 0x3D), centre);
        Assert.Contains("<image", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(figure.ToSvg(), figure.ToSvg());
    }

    [Fact]
    public void Logo_that_is_none_or_too_large_is_refused()
    {
        Assert.Throws<FormatException>(() => FigureLogo.From("no picture"u8));
        Assert.Throws<FormatException>(() => FigureLogo.From(new byte[FigureLogo.MostBytes + 1]));
        Assert.Throws<FormatException>(() => FigureLogo.From(SampleThemes.LogoPng(2001, 10)));
        Assert.Throws<FormatException>(() => FigureLogo.From(SampleThemes.LogoPng().AsSpan(0, 40)));
    }

    [Fact]
    public void Slides_have_larger_type_than_paper_and_columns_are_as_legible()
    {
        var paper = Figure.From(SampleCharts.Fan());
        var slide = paper.With(new FigureOptions { Theme = FigureTheme.Screen });
        double Tick(Figure figure, int width, int height)
        {
            var sheet = figure.LayFor(width, height);
            return sheet.Labels.First(l => l.Role == Role.Tick).Style.Size * width / sheet.Canvas.Width;
        }

        Assert.Equal(1.25, Tick(slide, 1600, 900) / Tick(paper, 1600, 900), 0.001);
        // A slide of 13.33 inches is 960 points wide: axes in 14 points and more.
        Assert.True(Tick(slide, 1600, 900) * 960 / 1600 >= 14, $"{Tick(slide, 1600, 900) * 960 / 1600} points");
        Assert.True(Tick(slide, 640, 480) >= Tick(paper, 640, 480));
    }

    [Fact]
    public void Font_of_a_theme_is_measured_drawn_and_embedded()
    {
        // A font that is surely at hand: the italic that ships, in place of the regular.
        var font = FigureFont.From(Face.Italic.File.AsSpan(), 400);
        var theme = FigureTheme.Print with { Regular = font };
        var figure = Figure.From(SampleCharts.Fan()).With(new FigureOptions { Theme = theme });
        Assert.Equal("", font.Missing);
        Assert.InRange(font.Face.Fit, 0.9, 1.1);
        Assert.All(
            figure.Lay().Labels.Where(l => l.Role is Role.Tick or Role.Subtitle),
            l => Assert.Same(font.Face, l.Style.Face)
        );
        Assert.NotEqual(Figure.From(SampleCharts.Fan()).ToPng(), figure.ToPng());
        Assert.Contains(Convert.ToBase64String(font.Face.File.AsSpan()), figure.ToSvg(), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => FigureFont.From("no font"u8, 400));
    }
}
