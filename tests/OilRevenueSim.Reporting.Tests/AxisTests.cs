using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class AxisTests
{
    [Theory]
    [InlineData(32, 7, 5, 7)]
    [InlineData(0.3, 6, 0.05, 6)]
    [InlineData(0.30000000000000004, 6, 0.05, 6)]
    [InlineData(100, 5, 20, 5)]
    [InlineData(8, 5, 2, 4)]
    [InlineData(1, 2, 0.5, 2)]
    public void Ticks_are_round_and_reach_the_largest_value(double max, int most, double step, int count)
    {
        var ticks = Ticks.UpTo(max, most);
        Assert.Equal(step, ticks.Step, step * 1e-9);
        Assert.Equal(count, ticks.Count);
    }

    [Fact]
    public void Ticks_of_any_value_are_few_and_cover_it()
    {
        for (var power = -9; power <= 9; power++)
        {
            for (var lead = 1.0; lead < 10; lead += 0.1)
            {
                var max = lead * Math.Pow(10, power);
                for (var most = 2; most <= 7; most++)
                {
                    var ticks = Ticks.UpTo(max, most);
                    Assert.InRange(ticks.Count, 1, most);
                    Assert.True(ticks.Top >= max * (1 - 1e-8), $"{ticks.Top} below {max}");
                    Assert.True(ticks.Top <= max * 2.51, $"{ticks.Top} far above {max}");
                }
            }
        }
    }

    [Fact]
    public void What_is_true_of_one_month_is_one_month_wide_however_many_there_are()
    {
        foreach (var count in (int[])[1, 12, 72])
        {
            var axis = new MonthAxis(SampleCharts.Months(count));
            var spike = new double[count];
            spike[count / 2] = 7;
            var (xs, ys) = (axis.Positions(), MonthAxis.Values(spike));
            Assert.Equal(count, axis.Max - MonthAxis.Min);
            Assert.Equal((MonthAxis.Min, axis.Max), (xs[0], xs[^1]));
            var area = xs.Skip(1).Select((x, i) => (x - xs[i]) * (ys[i] + ys[i + 1]) / 2).Sum();
            Assert.Equal(7, area, 1e-12);
            Assert.All(xs.Zip(ys).Where(p => p.Second > 0), p => Assert.InRange(p.First, count / 2, (count / 2) + 1));
        }
    }

    [Fact]
    public void Whole_decades_are_named_before_what_lies_between_them()
    {
        var sheet = Figure.From(SampleCharts.Exceedance()).Lay(640, 480);
        var panel = new Panel(new Box(60, 100, 560, 300), Math.Log10(9e6), Math.Log10(2.5e9), 0, 1);
        var before = sheet.Labels.Count;
        LogAxis.Draw(sheet, panel, ChartUnit.Usd(1), sheet.Theme.Tick);

        Assert.Equal(
            ["10 million", "100 million", "1 billion"],
            sheet.Labels.Skip(before).Select(l => l.Text).Where(t => t.StartsWith('1'))
        );
    }

    [Fact]
    public void A_curve_begins_where_one_in_two_hundred_lies_below()
    {
        (double, double)[] curve = [(1, 0.8), (10, 0.8), (200, 0.797), (300, 0.796), (400, 0.5), (900, 0)];
        Assert.Equal(300, LogAxis.Beginning(curve));
        Assert.Equal(900, LogAxis.Beginning([(1, 0.8), (900, 0.0)]));
        Assert.Equal(5, LogAxis.Beginning([(5, 0.8)]));
    }

    [Fact]
    public void An_axis_ends_at_its_largest_value_a_hair_above_it_or_at_a_tick_that_is_all_but_reached()
    {
        for (var lead = 1.0; lead < 100; lead += 0.1)
        {
            for (var most = 2; most <= 7; most++)
            {
                var axis = SignedAxis.Over(0, lead, most);
                Assert.InRange(axis.Ticks.Count, 1, most);
                Assert.InRange(axis.High, lead * (1 - 1e-9), lead * 1.0301);
                Assert.True(axis.Ticks.Top <= axis.High * (1 + 1e-9), $"{axis}");
                Assert.True(axis.Ticks.Top >= lead / 2, $"{axis} for {lead}");
                var signed = SignedAxis.Over(-lead, 2, most);
                Assert.InRange(signed.Low, -lead * 1.0301, -lead * (1 - 1e-9));
                Assert.InRange(signed.High, 2 * (1 - 1e-9), 2.0601);
            }
        }
    }

    [Theory]
    [InlineData(0.5, 2, "1.0")]
    [InlineData(2.5, 3, "7.5")]
    [InlineData(250, 5, "1,250")]
    [InlineData(0.00002, 3, "0.00006")]
    [InlineData(5, 0, "0")]
    public void Ticks_are_written_plainly(double step, int index, string expected) =>
        Assert.Equal(expected, new Ticks(step, 7).Text(index, Language.English));

    [Theory]
    [InlineData(1e6, "USD per month", 12, "million USD per month")]
    [InlineData(1e6, "USD per month", 0.004, "thousand USD per month")]
    [InlineData(1e6, "USD per month", 250_000, "billion USD per month")]
    [InlineData(1e6, "USD per month", 4e-7, "USD per month")]
    [InlineData(1, "USD", 2e6, "million USD")]
    public void Unit_follows_the_size_of_the_money(double factor, string rest, double max, string expected) =>
        Assert.Equal(expected, new ChartUnit(factor, rest).For(max).ToString());

    [Theory]
    [InlineData(1, "USD", 1e6, "1 million")]
    [InlineData(1, "USD", 1e4, "10 thousand")]
    [InlineData(1e6, "USD", 2500, "2.5 billion")]
    [InlineData(1, "USD", 20, "20")]
    [InlineData(1, "USD", 0.01, "0.01")]
    public void Amounts_are_said_in_words(double factor, string rest, double amount, string expected) =>
        Assert.Equal(expected, Language.English.InWords(amount, new ChartUnit(factor, rest)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.99999, "over 99.9 %")]
    [InlineData(0.00001, "below 0.01 %")]
    [InlineData(0.0004, "0.04 %")]
    [InlineData(0.066, "6.6 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.934, "93.4 %")]
    public void Probabilities_are_never_rounded_to_certainty(double probability, string expected) =>
        Assert.Equal(expected, Percent.Text(probability, Language.English).Replace('\u00A0', ' '));

    [Fact]
    public void Labels_move_apart_as_little_as_possible()
    {
        Assert.Equal([10, 50, 90], LabelStack.Spread([10, 50, 90], 20, 0, 100));
        Assert.Equal([40, 60], LabelStack.Spread([50, 50], 20, 0, 100));
        Assert.Equal([70, 90], LabelStack.Spread([99, 99], 20, 0, 100));
        Assert.Equal([10, 30, 50], LabelStack.Spread([0, 1, 2], 20, 0, 100));
        Assert.Equal([25, 75], LabelStack.Spread([80, 90], 80, 0, 100));
    }

    [Fact]
    public void Wrapped_lines_fit_and_lose_no_word()
    {
        const string Text = "Total gross oil revenue of the Islamic State in Libya, February 2016 to December 2017";
        foreach (var width in (double[])[80, 150, 300, 1000])
        {
            var lines = Wording.Wrap(Text, Theme.Default.Title, width, 99);
            Assert.All(lines, l => Assert.True(Wording.Width(l, Theme.Default.Title) <= width, l));
            Assert.Equal(
                Text.Replace(" ", "", StringComparison.Ordinal),
                string.Concat(lines).Replace(" ", "", StringComparison.Ordinal)
            );
        }

        var cut = Wording.Wrap(Text, Theme.Default.Title, 300, 2);
        Assert.Equal(2, cut.Count);
        Assert.EndsWith("…", cut[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lines_part_at_a_clause_where_both_fit()
    {
        const string Text =
            "Mean revenue by source of the barrels, to December 2017. A mean over all futures: most from few.";
        Assert.Equal(
            ["Mean revenue by source of the barrels, to December 2017.", "A mean over all futures: most from few."],
            Wording.WrapEvenly(Text, Theme.Default.Subtitle, Wording.Width(Text, Theme.Default.Subtitle) * 0.8, 3)
        );
        const string Plain = "One two three four five six seven eight";
        var lines = Wording.WrapEvenly(
            Plain,
            Theme.Default.Subtitle,
            Wording.Width(Plain, Theme.Default.Subtitle) * 0.95,
            3
        );
        Assert.Equal(2, lines.Count);
        Assert.True(lines[1].Length > Plain.Length / 4, $"a stub: '{lines[1]}'");
    }

    [Fact]
    public void Text_reads_on_its_ground()
    {
        foreach (var colour in (SKColor[])[Theme.Default.Ink, Theme.Default.Quiet])
        {
            Assert.True(Theme.Contrast(colour, Theme.Default.Paper) >= 4.5, $"{colour}");
        }

        for (var i = 0; i < 8; i++)
        {
            var ground = Theme.Default.Category(i).Colour;
            var contrast = Theme.Contrast(Theme.Default.InkOn(ground), ground);
            Assert.True(contrast >= 4.5, $"colour {i}: contrast {contrast:0.00}, expected at least 4.5");
        }
    }

    [Fact]
    public void Fan_and_lines_differ_in_lightness_for_black_and_white()
    {
        var (wide, narrow) = (Theme.Default.FanTint(0, 2), Theme.Default.FanTint(1, 2));
        Assert.True(Theme.Contrast(wide, Theme.Default.Paper) >= 1.3);
        Assert.True(Theme.Contrast(narrow, wide) >= 1.5);
        Assert.True(Theme.Contrast(Theme.Default.Accent, narrow) >= 2.5);
    }

    [Fact]
    public void Fifteen_categories_are_fifteen_fills() =>
        Assert.Equal(15, Enumerable.Range(0, 15).Select(Theme.Default.Category).Distinct().Count());
}
