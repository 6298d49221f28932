using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>How lines of text are broken and fitted.</summary>
public sealed class WordingTests
{
    [Fact]
    public void A_name_is_written_smaller_before_it_is_cut()
    {
        var style = Theme.Default.PanelTitle;
        var whole = Wording.Width("both-from-the-air", style);

        Assert.Equal(("both-from-the-air", style), Wording.Fitted("both-from-the-air", style, whole));
        var (text, smaller) = Wording.Fitted("both-from-the-air", style, 0.8 * whole);
        Assert.Equal("both-from-the-air", text);
        Assert.InRange(Wording.Width(text, smaller), 0.75 * whole, 0.8 * whole);
        Assert.EndsWith("…", Wording.Fitted("both-from-the-air", style, 0.5 * whole).Text, StringComparison.Ordinal);
        for (var share = 0.76; share < 1; share += 0.001)
        {
            Assert.Equal("both-from-the-air", Wording.Fitted("both-from-the-air", style, share * whole).Text);
        }
    }

    [Fact]
    public void A_foot_line_is_never_parted_between_id_and_its_hash()
    {
        const string Foot =
            "Islamic State: mean 524 ± 66 thousand USD · data to November 2016 · OilRevenueSim 0.1.0 · id 1c8a8d9bd0";
        var style = Theme.Default.Foot;
        var whole = Wording.Width(Foot, style);
        for (var width = whole / 2.1; width <= whole + 1; width += 1)
        {
            var lines = Wording.WrapBetween(Foot, " · ", style, width, 3);
            Assert.Contains(lines, line => line.EndsWith("id 1c8a8d9bd0", StringComparison.Ordinal));
            Assert.All(lines, line => Assert.InRange(Wording.Width(line, style), 0, width));
            Assert.Equal(Foot, string.Join(" · ", lines));
        }
    }

    [Fact]
    public void A_number_stays_with_its_unit_and_the_other_end_of_its_range_where_they_fit()
    {
        var style = Theme.Default.Title;
        const string Text = "ranges from 0.9 to 14.5 million USD over";
        var width = Wording.Width("ranges from 0.9 to 14.5 million", style) + 1;
        Assert.Equal(["ranges from", "0.9 to 14.5 million USD over"], Wording.Wrap(Text, style, width, 3));
        Assert.Equal(
            ["mean 1.17", "(1.16 to 1.18) billion USD"],
            Wording.Wrap(
                "mean 1.17 (1.16 to 1.18) billion USD",
                style,
                Wording.Width("1.17 (1.16 to 1.18) billion USD", style) + 1,
                3
            )
        );
        var narrow = Wording.Width("ranges from", style) + 1;
        Assert.Equal(
            "ranges from|0.9 to|14.5 million|USD over",
            string.Join('|', Wording.Wrap(Text, style, narrow, 9))
        );
    }
}
