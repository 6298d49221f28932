using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Flows;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class FlowFigureTests
{
    private static readonly (double Width, double Height)[] Sizes = [(960, 540), (800, 500), (640, 480), (1200, 600)];

    [Fact]
    public void Bands_are_as_thick_as_the_flow_and_lie_edge_to_edge_at_their_boxes()
    {
        var chart = SampleFlows.Chart();
        var bands = Figure.From(chart).Lay().Marks.OfType<RibbonMark>().ToList();

        Assert.Equal(chart.Links.Length, bands.Count);
        var amounts = chart.Links.Select(l => l.Amount).OrderDescending().ToList();
        var perUnit = bands[0].Thickness / amounts[0];
        Assert.All(bands.Zip(amounts), b => Assert.Equal(perUnit * b.Second, b.First.Thickness, 1e-9));

        // Two bands at one side of one box never overlap.
        foreach (var side in bands.GroupBy(b => Math.Round(b.X1, 6)))
        {
            var tops = side.OrderBy(b => b.Top1).ToList();
            Assert.All(
                tops.Zip(tops.Skip(1)),
                pair => Assert.True(pair.First.Top1 + pair.First.Thickness <= pair.Second.Top1 + 1e-6)
            );
        }
    }

    [Fact]
    public void Every_band_is_ink_of_its_seller_in_its_middle_and_above_all_is_paper()
    {
        var chart = SampleFlows.Chart(fields: 2, nodes: 1, markets: 2, sellers: 2);
        var figure = Figure.From(chart);
        var bands = figure.Lay().Marks.OfType<RibbonMark>().ToList();
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        foreach (var band in bands)
        {
            // Half way from box to box, half way down the band.
            var (x, y) = ((band.X1 + band.X2) / 2, ((band.Top1 + band.Top2) / 2) + (band.Thickness / 2));
            Assert.Equal(band.Fill.Colour, picture.GetPixel((int)(x * scale), (int)(y * scale)));
        }

        var highest = bands.Min(b => Math.Min(b.Top1, b.Top2));
        Assert.Equal(
            Theme.Default.Paper,
            picture.GetPixel((int)(((bands[0].X1 + bands[0].X2) / 2 + 40) * scale), (int)((highest - 2) * scale))
        );
    }

    [Fact]
    public void Fields_and_actors_are_named_at_every_size_outside_the_bands()
    {
        var chart = SampleFlows.Chart(12, 6, 3, 5);
        foreach (var (width, height) in Sizes)
        {
            var sheet = Figure.From(chart).Lay(width, height);
            var bands = sheet.Marks.OfType<RibbonMark>().ToList();
            var (left, right) = (bands.Min(b => b.X1), bands.Max(b => b.X2));
            foreach (var box in chart.Boxes.Where(b => b.Layer is 0))
            {
                var label = Assert.Single(sheet.Labels, l => l.Text == box.Label);
                Assert.True(label.Box.Right < left, $"{box.Label} at {width} × {height}");
            }

            var beyond = sheet.Labels.Where(l => l.Role == Role.Direct && l.Box.Left > right).ToList();
            var amounts = chart.Boxes.Where(b => b.Layer == 3).Select(b => b.AmountText).ToList();
            Assert.Equal(5, beyond.Count(l => amounts.Contains(l.Text)));
        }
    }

    [Fact]
    public void An_actor_whose_name_is_long_has_it_whole_in_three_lines()
    {
        const string Name = "Syrian Petroleum Company and its partners";
        var chart = SampleFlows.Chart(5, 2, 2, 3);
        var actor = chart.Boxes.Last(b => b.Kind == FlowBoxKind.Actor);
        chart = chart with { Boxes = chart.Boxes.Replace(actor, actor with { Label = Name }) };
        foreach (var (width, height) in Sizes.Append((700, 394)))
        {
            var labels = Figure.From(chart).Lay(width, height).Labels;
            var words = string.Join(' ', labels.Where(l => l.Role == Role.Direct).Select(l => l.Text));
            Assert.Contains(Name, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bands_stay_between_headings_and_foot_however_many_there_are()
    {
        foreach (var (width, height) in Sizes)
        {
            var sheet = Figure.From(SampleFlows.Chart(14, 9, 5, 12)).Lay(width, height);
            var foot = sheet.Labels.Where(l => l.Role == Role.Foot).Min(l => l.Box.Top);
            var heading = sheet.Labels.Where(l => l.Role == Role.Axis).Min(l => l.Box.Bottom);
            foreach (var band in sheet.Marks.OfType<RibbonMark>())
            {
                Assert.True(Math.Min(band.Top1, band.Top2) > heading, $"{band} at {width} × {height}");
                Assert.True(Math.Max(band.Top1, band.Top2) + band.Thickness < foot, $"{band} at {width} × {height}");
            }
        }
    }

    [Fact]
    public void Where_the_money_ends_with_others_a_key_names_the_sellers()
    {
        var money = Figure.From(SampleFlows.Chart(endsAtSellers: false)).Lay();
        Assert.Equal(2, money.Labels.Count(l => l.Role == Role.Key));
        Assert.DoesNotContain(Figure.From(SampleFlows.Chart()).Lay().Labels, l => l.Role == Role.Key);
    }

    [Fact]
    public void A_name_between_fields_and_actors_has_a_ground_of_paper_over_the_bands()
    {
        var chart = SampleFlows.Chart();
        var sheet = Figure.From(chart).Lay();
        var last = chart.Headings.Length - 1;
        var inner = chart.Boxes.Where(b => b.Layer > 0 && b.Layer < last).Select(b => b.Label).ToHashSet();
        var names = sheet.Labels.Where(l => l.Role == Role.Direct && inner.Contains(l.Text)).ToList();
        Assert.NotEmpty(names);
        var grounds = sheet
            .Marks.SkipWhile(m => m is not RibbonMark)
            .OfType<RectMark>()
            .Where(m => m.Fill.Colour.WithAlpha(255) == Theme.Default.Paper)
            .ToList();
        Assert.All(names, name => Assert.Contains(grounds, g => g.Box.Contains(name.Box)));
        var amounts = names.Select(name =>
            sheet.Labels.Where(l => l.Baseline == name.Baseline && l.Box.Left > name.Box.Right).MinBy(l => l.Box.Left)!
        );
        Assert.All(
            names.Zip(amounts),
            n => Assert.Contains(grounds, g => g.Box.Contains(n.First.Box) && g.Box.Contains(n.Second.Box))
        );
    }

    [Fact]
    public void A_name_keeps_its_amount_stands_on_no_band_and_runs_into_no_other_and_what_has_none_is_counted()
    {
        var chart = SampleFlows.Chart(14, 9, 5, 4);
        var last = chart.Headings.Length - 1;
        foreach (var (width, height) in Sizes)
        {
            var sheet = Figure.From(chart).Lay(width, height);
            var bands = sheet.Marks.OfType<RibbonMark>().ToList();
            var names = sheet.Labels.Where(l => l.Role == Role.Direct).ToList();
            foreach (var name in names)
            {
                Assert.All(
                    names.Where(o => o != name),
                    o => Assert.False(o.Box.Overlaps(name.Box), $"{name.Text}, {o.Text}")
                );
                Assert.True(Covered(name.Box, bands) < 0.2, $"{name.Text} at {width} × {height}");
            }

            var inner = chart.Boxes.Where(b => b.Label.Length > 0 && b.Layer > 0 && b.Layer < last).ToList();
            var missing = inner.Count(b => names.TrueForAll(n => n.Text != b.Label));
            Assert.All(
                inner.Where(b => names.Exists(n => n.Text == b.Label)),
                b => Assert.Contains(names, n => n.Text == b.AmountText)
            );
            var said = $"Not named: {missing} of {inner.Count} places in between";
            Assert.Equal(missing > 0, sheet.Labels.Any(l => l.Text == said));
        }
    }

    [Fact]
    public void Markets_are_named_before_what_lies_on_the_way_and_no_name_bites_into_a_wide_band()
    {
        var chart = SampleFlows.Chart(18, 9, 4, 2);
        var told = 0;
        foreach (var (width, height) in Sizes)
        {
            var sheet = Figure.From(chart).Lay(width, height);
            var bands = sheet.Marks.OfType<RibbonMark>().Where(b => b.Thickness > 4).ToList();
            var names = sheet.Labels.Where(l => l.Role == Role.Direct).ToList();
            bool IsNamed(FlowBox box) => names.Exists(n => n.Text == box.Label);
            int Missing(int layer) =>
                chart.Boxes.Count(b => b.Layer == layer && b.Kind == FlowBoxKind.Place && !IsNamed(b));
            Assert.Equal(0, Missing(2));
            told += Missing(1);
            Assert.All(
                chart.Boxes.Where(b => b.Layer == 1 && IsNamed(b)),
                b => Assert.InRange(Covered(names.Find(n => n.Text == b.Label)!.Box, bands), 0, 0.1)
            );
        }

        Assert.True(told > 0, "Everything is named at every size, so the test says nothing.");
    }

    [Fact]
    public void Every_field_that_is_named_is_level_with_its_box_and_the_others_are_summed_below()
    {
        foreach (var (width, height) in Sizes)
        {
            var chart = SampleFlows.Chart(30, 6, 3, 3);
            var sheet = Figure.From(chart).Lay(width, height);
            var fields = chart.Boxes.Where(b => b.Layer == 0).ToList();
            var named = sheet.Labels.Where(l => fields.Exists(f => f.Label == l.Text)).ToList();
            var left = sheet.Marks.OfType<RibbonMark>().Min(b => b.X1);
            var boxes = sheet
                .Marks.OfType<RectMark>()
                .Where(m => m.Box.Right == left)
                .Select(m => m.Box.CentreY)
                .ToList();
            Assert.InRange(named.Count, 5, fields.Count - 1);
            Assert.All(named, n => Assert.Contains(boxes, y => Math.Abs(y - n.Box.CentreY) < 3));
            Assert.Contains(
                sheet.Labels,
                l => l.Text.StartsWith($"and {fields.Count - named.Count} more: ", StringComparison.Ordinal)
            );
        }
    }

    private static double Covered(Box box, List<RibbonMark> bands)
    {
        const int places = 20;
        var covered = 0.0;
        for (var i = 0; i <= places; i++)
        {
            var x = box.Left + (box.Width * i / places);
            foreach (var band in bands.Where(b => x > b.X1 && x < b.X2))
            {
                var top = RibbonMark.TopAt(band.X1, band.Top1, band.X2, band.Top2, x);
                covered += Math.Max(0, Math.Min(top + band.Thickness, box.Bottom) - Math.Max(top, box.Top));
            }
        }

        return covered / (places + 1) / box.Height;
    }

    [Fact]
    public void No_flow_is_said_in_words()
    {
        var sheet = Figure.From(SampleFlows.Nothing()).Lay();
        Assert.Contains(
            sheet.Labels,
            l => l.Role == Role.Message && l.Text.StartsWith("No oil flows", StringComparison.Ordinal)
        );
        Assert.Empty(sheet.Marks.OfType<RibbonMark>());
    }

    [Fact]
    public void The_edge_of_a_band_is_found_between_its_ends()
    {
        Assert.Equal(10, RibbonMark.TopAt(0, 10, 100, 50, 0), 1e-4);
        Assert.Equal(30, RibbonMark.TopAt(0, 10, 100, 50, 50), 1e-4);
        Assert.Equal(50, RibbonMark.TopAt(0, 10, 100, 50, 100), 1e-4);
        Assert.InRange(RibbonMark.TopAt(0, 10, 100, 50, 20), 10, 15); // level at the ends
    }
}
