using System.Xml.Linq;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class ArabicTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Numbers_with_their_signs_and_names_of_words_are_runs_of_their_own()
    {
        Assert.Equal(
            ["Islamic State (IS)", ": ", "أكثر", " ", "من", " ", "−12.5", " ", "مليون", " (", "3.1%", ")"],
            TextRuns.Of("Islamic State (IS): أكثر من −12.5 مليون (3.1%)").Select(r => r.Text)
        );
        Assert.Equal(
            ["Libya", ": «", "strikes", "» ", "يخفض"],
            TextRuns.Of("Libya: «strikes» يخفض").Select(r => r.Text)
        );
        Assert.Equal(
            ["إلى", " ", "اليمين", ": ", "benchmarks.brent.spot [USD/bbl]"],
            TextRuns.Of("إلى اليمين: benchmarks.brent.spot [USD/bbl]").Select(r => r.Text)
        );
        Assert.Equal(
            ["(", "مواقع", " ", "2", ") ", "Offshore"],
            TextRuns.Placed("Offshore (2 مواقع)", isRightToLeft: true).Select(r => r.Text)
        );
    }

    [Fact]
    public void Runs_stand_from_right_to_left_and_brackets_turn()
    {
        Assert.Equal(
            ["(", "3.1%", ") ", "مليون", " ", "12"],
            TextRuns.Placed("12 مليون (3.1%)", isRightToLeft: true).Select(r => r.Text)
        );
        Assert.Equal(
            ["Revenue of", " ", "الخام", " ", "النفط", " ", "in 2016"],
            TextRuns.Placed("Revenue of النفط الخام in 2016", isRightToLeft: false).Select(r => r.Text)
        );
        Assert.Equal(["٢٠١٦", " ", "سرت"], TextRuns.Placed("سرت ٢٠١٦", isRightToLeft: true).Select(r => r.Text));
    }

    [Fact]
    public void Letters_join_and_a_line_is_as_wide_as_its_runs()
    {
        var style = Theme.Default.Title;
        var face = style.Face.ForArabic;
        Assert.True(face.Covers("مليون"));
        // Joined letters are narrower than letters alone.
        Assert.True(Wording.Width("سرت", style) < "سرت".Sum(c => Wording.Width(c.ToString(), style)));
        Assert.Equal(
            Wording.Width("12 ", style) + Wording.Width("مليون", style),
            Wording.Width("12 مليون", style),
            0.01
        );
    }

    [Fact]
    public void Title_and_foot_end_at_the_right_margin_in_Arabic()
    {
        var sheet = In(Language.Arabic).Lay();
        foreach (var label in sheet.Labels.Where(l => l.Role is Role.Title or Role.Subtitle or Role.Foot))
        {
            Assert.Equal(sheet.Canvas.Right - Theme.MarginX, label.Left + label.Width, 0.01);
        }

        Assert.Contains(sheet.Labels, l => l.Role == Role.Axis && l.Text == "مليون دولار شهريًا");
    }

    [Fact]
    public void Svg_has_the_Arabic_font_only_where_it_is_used_and_a_text_for_every_run()
    {
        Assert.DoesNotContain("Noto Sans Arabic", In(Language.English).ToSvg(), StringComparison.Ordinal);
        var svg = In(Language.Arabic).ToSvg();
        Assert.Contains("font-family:'Noto Sans Arabic'", svg, StringComparison.Ordinal);
        foreach (var text in XDocument.Parse(svg).Descendants(Svg + "text"))
        {
            var isArabic = TextRuns.HasArabic(text.Value);
            Assert.Equal(isArabic, text.Attribute("font-family") is not null);
            Assert.Equal(isArabic, text.Value.All(c => TextRuns.HasArabic(c.ToString())));
            Assert.Equal(isArabic, text.Attribute("direction")?.Value == "rtl");
        }
    }

    [Fact]
    public void Keys_of_a_map_stand_at_the_right_their_signs_right_of_their_words()
    {
        var chart = SampleMaps.Map();
        chart = chart with { Text = chart.Text with { Language = Language.Arabic } };
        var sheet = Figure.From(chart).Lay();
        var keys = sheet.Labels.Where(l => l.Role == Role.Key).ToList();
        var discs = sheet.Marks.OfType<Geography.DiscMark>().ToList();
        Assert.NotEmpty(keys);
        foreach (var holder in chart.Holders)
        {
            var key = keys.First(k => holder.Label.StartsWith(k.Text, StringComparison.Ordinal));
            Assert.Contains(
                discs,
                d => d.X > key.Box.Right && d.X < key.Box.Right + 20 && Math.Abs(d.Y - key.Box.CentreY) < 5
            );
        }
    }

    private static Figure In(Language language)
    {
        var chart = SampleCharts.Fan();
        return Figure.From(
            chart with
            {
                Text = new ChartText(
                    language.Say($"{"Islamic State in Libya"}: {language.Word("no change")}"),
                    language.Word("In each month the named share of futures lies within its band."),
                    new ChartFoot([language.Say($"{"Sirte 2016"} · seed {"1"} · OilRevenueSim {"0.1.0"}")]),
                    "alt"
                )
                {
                    Language = language,
                },
                Bands = [.. chart.Bands.Select(b => b with { Label = language.OfFutures(b.Probability) })],
            }
        );
    }
}
