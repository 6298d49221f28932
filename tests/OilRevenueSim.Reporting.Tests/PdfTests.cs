using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed partial class PdfTests
{
    private static string Latin(byte[] pdf) => Encoding.Latin1.GetString(pdf);

    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Fonts_are_inside_and_none_is_left_to_the_reader(string name)
    {
        var figure = Gallery.Figures[name]();
        var pdf = Latin(figure.ToPdf());
        var faces = figure.Lay().Labels.Select(l => l.Style.Face).Distinct().Count();
        Assert.Equal(faces, pdf.Split("/FontFile2 ").Length - 1);
        Assert.Equal(faces, pdf.Split("/Subtype /CIDFontType2").Length - 1);
        Assert.DoesNotContain("/Subtype /Type1", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/Subtype /Type3", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/Subtype /Image", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_says_what_it_is_and_no_date()
    {
        var figure = SampleOrigin.Fan();
        var pdf = Latin(figure.ToPdf());
        Assert.Contains($"/Title ({figure.Title})", pdf, StringComparison.Ordinal);
        Assert.Contains($"/Subject ({figure.AltText})", pdf, StringComparison.Ordinal);
        Assert.Contains("/Author (OilRevenueSim)", pdf, StringComparison.Ordinal);
        Assert.Contains("/Creator (OilRevenueSim)", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang (en)", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("Date", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(960, 540, "720 405")]
    [InlineData(640, 480, "480 360")]
    [InlineData(320, 240, "240 180")]
    public void Page_is_as_large_as_asked_for(int width, int height, string points) =>
        Assert.Contains(
            $"/MediaBox [0 0 {points}]",
            Latin(Figure.From(SampleCharts.Fan()).ToPdf(width, height)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Every_object_stands_where_the_tables_say()
    {
        var pdf = Latin(SampleOrigin.Fan().ToPdf());
        var table = Start().Matches(pdf)[^1];
        var objects = 0;
        for (var at = Number(table); at > 0; )
        {
            Assert.Equal("xref", pdf.Substring(at, 4));
            var section = pdf[at..pdf.IndexOf("startxref", at, StringComparison.Ordinal)];
            foreach (Match block in Section().Matches(section))
            {
                var first = int.Parse(block.Groups["first"].Value, CultureInfo.InvariantCulture);
                foreach (var (entry, i) in Entry().Matches(block.Value).Select((m, i) => (m, i)))
                {
                    if (entry.Value[^1] == 'n')
                    {
                        Assert.StartsWith($"{first + i} 0 obj", pdf[Number(entry)..], StringComparison.Ordinal);
                        objects++;
                    }
                }
            }

            at = Previous().Match(section) is { Success: true } earlier ? Number(earlier) : 0;
        }

        Assert.True(objects > 10, $"{objects} objects");
    }

    private static int Number(Match match) => int.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("startxref\\s+(?<at>[0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Start();

    [GeneratedRegex("/Prev (?<at>[0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Previous();

    [GeneratedRegex(
        "(?<first>[0-9]+) [0-9]+\\s+(?:[0-9]{10} [0-9]{5} [nf]\\s*)+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Section();

    // The first of the whole table is no object: it heads the list of free ones.
    [GeneratedRegex("(?<at>[0-9]{10}) [0-9]{5} [nf]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Entry();
}
