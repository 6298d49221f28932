using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using OilRevenueSim.Reporting.Revenue;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class DistributionFigureTests
{
    private static readonly (double Width, double Height)[] Sizes = [(960, 540), (640, 480), (1600, 900)];

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(40)]
    public void Stacks_stand_a_width_apart_and_no_dot_moves_by_more_than_half_of_one(double width)
    {
        double[] places = [0, 0.4, 0.9, 1, 1, 2.2, 5, 7.5, 7.6, 7.7, 30, 31, 33];
        foreach (var split in (double[])[double.NegativeInfinity, 1, 6, 100])
        {
            var stacks = DotStacks.Of(places, width, split);

            Assert.Equal(places.Length, stacks.Sum(s => s.Count));
            Assert.All(
                stacks.Zip(stacks.Skip(1)),
                pair =>
                    Assert.True(pair.Second.Centre - pair.First.Centre >= width - 1e-9, $"{pair} nearer than {width}")
            );
            var at = 0;
            foreach (var (centre, count) in stacks)
            {
                for (var i = 0; i < count; i++, at++)
                {
                    Assert.InRange(Math.Abs(places[at] - centre), 0, (width / 2) + 1e-9);
                    Assert.Equal(places[at] > split, centre > split);
                }
            }
        }
    }

    [Fact]
    public void A_dot_with_room_around_it_stands_at_its_value()
    {
        Assert.Equal([(1, 1), (30, 1)], DotStacks.Of([1, 30], 6, double.NegativeInfinity));
        Assert.Equal([(1, 1), (30, 1)], DotStacks.Of([1, 30], 6, 15));
        Assert.Equal([(1, 1), (30, 1)], DotStacks.Of([1, 30], 6, 100));
    }

    [Theory]
    // A mean of 12 with an interval of 22 to 2 after 64 futures, and with one of 12.3 to 11.7.
    [InlineData(1, false)]
    [InlineData(0.03, true)]
    public void A_running_mean_far_from_zero_has_an_axis_that_begins_near_it_and_says_so(double spread, bool isCut)
    {
        var chart = SampleCharts.Convergence();
        chart = chart with
        {
            Points =
            [
                .. chart.Points.Select(p =>
                    p with
                    {
                        Mean = 12 + (spread * (p.Mean - 12)),
                        Low = 12 + (spread * (p.Low - 12)),
                        High = 12 + (spread * (p.High - 12)),
                    }
                ),
            ],
        };
        var sheet = Figure.From(chart).Lay();
        var panel = sheet.Panels[0];
        Assert.Equal(isCut, panel.YMin > 0);
        Assert.Equal(
            isCut,
            sheet.Labels.Any(l => l.Text.EndsWith("the axis does not begin at zero", StringComparison.Ordinal))
        );
        var shown = chart.Points.Where(p => p.Paths >= 64).ToList();
        // The values fill at least half of the axis.
        Assert.InRange((shown.Max(p => p.High) - shown.Min(p => p.Low)) / (panel.YMax - panel.YMin), 0.5, 1.0);
    }

    [Theory]
    [InlineData(1.162, 1.183, 7, 1.16, 1.185)]
    [InlineData(-0.4, 12.0, 7, -2.5, 12.5)]
    [InlineData(3, 12, 7, 0, 12)]
    [InlineData(-12.3, -11.7, 5, -12.4, -11.6)]
    public void An_axis_of_places_holds_its_values_between_round_numbers(
        double low,
        double high,
        int most,
        double from,
        double to
    )
    {
        var axis = RangeAxis.Over(low, high, most);
        Assert.Equal((from, to), (Math.Round(axis.Low, 9), Math.Round(axis.High, 9)));
        Assert.InRange(axis.Last - axis.First, 1, most);
    }

    [Fact]
    public void The_mean_of_the_first_futures_is_drawn_where_it_is()
    {
        var chart = SampleCharts.Convergence();
        chart = chart with { Points = [chart.Points[0] with { Mean = 90, High = 160 }, .. chart.Points[1..]] };
        var sheet = Figure.From(chart).Lay();
        Assert.InRange(90, sheet.Panels[0].YMin, sheet.Panels[0].YMax);
        Assert.Contains(
            sheet.Labels,
            l => l.Text.EndsWith("the interval of the first 16 reaches beyond the picture", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_dot_is_drawn_whole_inside_the_sheet_and_touches_no_other()
    {
        foreach (var name in Gallery.Figures.Keys.Where(n => n.StartsWith("dots", StringComparison.Ordinal)))
        {
            foreach (var (width, height) in Sizes)
            {
                var sheet = Gallery.Figures[name]().Lay(width, height);
                var dots = sheet.Marks.OfType<DiscMark>().ToList();
                Assert.Contains(dots.Count, (int[])[20, 50]);
                for (var i = 0; i < dots.Count; i++)
                {
                    Assert.InRange(dots[i].X - dots[i].Radius, 0, width);
                    Assert.InRange(dots[i].X + dots[i].Radius, 0, width);
                    Assert.All(
                        dots.Take(i),
                        other =>
                            Assert.True(
                                Math.Pow(dots[i].X - other.X, 2) + Math.Pow(dots[i].Y - other.Y, 2)
                                    >= Math.Pow(dots[i].Radius + other.Radius, 2),
                                $"{name} at {width} × {height}: dots {dots[i]} and {other} touch"
                            )
                    );
                    Assert.All(sheet.Labels, l => Assert.False(l.Box.Contains(Around(dots[i])), $"{name}: {l.Text}"));
                }
            }
        }
    }

    [Fact]
    public void Dots_are_larger_in_a_taller_picture_of_the_same_width()
    {
        double Size(double height) =>
            Figure.From(SampleDistributions.Dots()).Lay(960, height).Marks.OfType<DiscMark>().Max(d => d.Radius);

        Assert.True(Size(800) > 1.4 * Size(480), $"{Size(800)} is no more than 1.4 times {Size(480)}.");
    }

    [Fact]
    public void As_many_dots_as_pass_the_threshold_are_filled_and_the_count_is_said()
    {
        var chart = SampleDistributions.Dots();
        var sheet = Figure.From(chart).Lay();
        var filled = sheet.Marks.OfType<DiscMark>().Count(d => d.Colour == d.Rim);

        Assert.True(chart.Above > 0);
        Assert.Equal(chart.Above, filled);
        Assert.Contains(sheet.Labels, l => l.Text == $"more than 30 million USD: {chart.Above} in 20");
        Assert.Contains(sheet.Labels, l => l.Text == "zero: 6 in 20");
    }

    [Fact]
    public void Marks_of_a_histogram_are_named_with_their_amounts_and_a_line_stands_at_each()
    {
        var chart = SampleDistributions.Histogram(0);
        var sheet = Figure.From(chart).Lay();
        var panel = Assert.Single(sheet.Panels);

        foreach (var mark in chart.Marks)
        {
            Assert.Contains(sheet.Labels, l => l.Text == mark.Name);
            Assert.Contains(sheet.Labels, l => l.Text == mark.Label);
            Assert.Contains(
                sheet.Marks.OfType<LineMark>(),
                l => l.X1 == l.X2 && Math.Abs(l.X1 - panel.X(mark.Amount)) < 1e-6 && l.Y2 == panel.Data.Bottom
            );
        }
    }

    [Fact]
    public void What_lies_beyond_a_histogram_is_said_with_the_marks_of_the_language()
    {
        var chart = SampleDistributions.Histogram(0) with { Outside = "0,1 % au-delà" };
        chart = chart with { Text = chart.Text with { Language = Language.French } };
        var note = $"{chart.Unit}{Language.French.Word("; ")}{chart.Outside}";
        Assert.Contains(
            Figure.From(chart).Lay().Labels,
            l => l.Text.Replace('\u00A0', ' ') == note.Replace('\u00A0', ' ').Replace('\u202F', ' ')
        );
    }

    [Fact]
    public void The_mass_at_zero_is_a_strip_as_long_as_its_share()
    {
        var sheet = Figure.From(SampleDistributions.Histogram(0.2)).Lay();
        var strip = sheet.Marks.OfType<RectMark>().ToList();

        Assert.Equal(0.2, strip[0].Box.Width / (sheet.Canvas.Width - (2 * Theme.MarginX)), 6);
        Assert.Contains(sheet.Labels, l => l.Text == "exactly zero in 20 % of futures");
        Assert.Empty(Figure.From(SampleDistributions.Histogram(0)).Lay().Marks.OfType<RectMark>());
    }

    [Fact]
    public void A_bar_of_a_tornado_spans_its_two_numbers_with_its_levels_outside()
    {
        var chart = SampleDistributions.Tornado();
        var sheet = Figure.From(chart).Lay();
        var panel = Assert.Single(sheet.Panels);
        var bars = sheet.Marks.OfType<RectMark>().ToList();

        Assert.Equal(chart.Bars.Length, bars.Count);
        for (var i = 0; i < bars.Count; i++)
        {
            Assert.Equal(panel.X(chart.Bars[i].Low.Value), bars[i].Box.Left, 6);
            Assert.Equal(panel.X(chart.Bars[i].High.Value), bars[i].Box.Right, 6);
            var row = sheet
                .Labels.Where(l => l.Role == Role.Key && Math.Abs(l.Box.CentreY - bars[i].Box.CentreY) < 6)
                .ToList();
            Assert.Equal(2, row.Count);
            Assert.True(row[0].Box.Right < bars[i].Box.Left && row[1].Box.Left > bars[i].Box.Right);
        }
    }

    [Fact]
    public void Levels_of_a_tornado_stand_beyond_the_strokes_of_both_ends()
    {
        var sample = SampleDistributions.Tornado();
        var wide = sample.Bars[2] with { High = sample.Bars[2].High with { ErrorLow = 4, ErrorHigh = 40 } };
        var sheet = Figure.From(sample with { Bars = sample.Bars.SetItem(2, wide) }).Lay();
        var bar = sheet.Marks.OfType<RectMark>().ElementAt(2).Box;
        var strokes = sheet.Marks.OfType<LineMark>().Where(l => l.Y1 == l.Y2 && l.Y1 == bar.CentreY).ToList();
        var levels = sheet.Labels.Where(l => l.Role == Role.Key && Math.Abs(l.Box.CentreY - bar.CentreY) < 6).ToList();

        Assert.Equal(2, strokes.Count);
        Assert.Equal(2, levels.Count);
        Assert.All(strokes, s => Assert.True(levels[0].Box.Right < s.X1 && levels[1].Box.Left > s.X2));
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(960, 540)]
    [InlineData(1600, 900)]
    public void Long_levels_and_names_of_a_tornado_are_whole_and_on_the_page(int width, int height)
    {
        var sample = SampleDistributions.Tornado();
        TornadoBar Long(TornadoBar bar) =>
            bar with
            {
                Label = "Oil Crescent, Petroleum Facilities Guard to Islamic State in Libya, chance",
                Low = bar.Low with { Level = "8 % within 12 months" },
                High = bar.High with { Level = "25 % within 12 months" },
            };
        var sheet = Figure
            .From(sample with { Bars = [sample.Bars[0], .. sample.Bars.Skip(1).Select(Long)] })
            .Lay(width, height);
        var levels = sheet.Labels.Where(l => l.Role == Role.Key).ToList();

        Assert.Equal(
            2 * (sample.Bars.Length - 1),
            levels.Count(l => l.Text.EndsWith("% within 12 months", StringComparison.Ordinal))
        );
        Assert.All(
            levels,
            l => Assert.True(l.Box.Left >= Theme.MarginX && l.Box.Right <= sheet.Canvas.Right - Theme.MarginX + 0.1)
        );
        Assert.DoesNotContain(sheet.Labels, l => l.Text.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public void Levels_of_a_line_that_have_no_room_give_way_to_round_numbers()
    {
        var line = SampleSweeps.Line(16);
        var odd = line with
        {
            Points =
            [
                .. line.Points.Select(p =>
                    p with
                    {
                        Position = p.Position + 0.8392,
                        Label = $"{p.Position + 0.8392:0.######}",
                    }
                ),
            ],
            Failed = [],
        };
        var sheet = Figure.From(odd).Lay(640, 480);

        Assert.Equal(
            ["50", "100", "150"],
            sheet.Labels.Where(l => l.Role == Role.Tick && l.Box.Top > sheet.Panels[0].Data.Bottom).Select(l => l.Text)
        );
    }

    [Fact]
    public void Bars_within_noise_are_hatched_and_what_does_not_fit_is_counted()
    {
        var chart = SampleDistributions.Tornado(40);
        var sheet = Figure.From(chart).Lay();
        var bars = sheet.Marks.OfType<RectMark>().ToList();

        Assert.InRange(bars.Count, 6, 39);
        Assert.All(
            bars.Zip(chart.Bars),
            x => Assert.Equal(x.Second.IsWithinNoise, x.First.Fill.HatchDegrees is not null)
        );
        Assert.Contains(
            sheet.Labels,
            l => l.Text.EndsWith($"{40 - bars.Count} more with less effect", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Panels_of_small_multiples_share_their_scale_unless_told_and_axes_are_written_once()
    {
        var shared = Figure.From(SampleDistributions.Multiples()).Lay();
        Assert.Equal(6, shared.Panels.Count);
        Assert.Single(shared.Panels.Select(p => (p.YMin, p.YMax)).Distinct());
        Assert.Single(shared.Labels, l => l.Text == "median");

        var own = Figure.From(SampleDistributions.Multiples(5, 12, isShared: false)).Lay();
        Assert.True(own.Panels.Select(p => p.YMax).Distinct().Count() > 1);
        Assert.All(
            own.Panels.SkipLast(1),
            p => Assert.Contains(own.Labels, l => l.Role == Role.Tick && l.X < p.Data.Left && l.X > p.Data.Left - 9)
        );
    }

    [Fact]
    public void Four_panels_stand_two_by_two_and_three_in_one_row_or_column()
    {
        foreach (var (width, height) in ((double, double)[])[(960, 540), (1200, 600), (640, 480), (480, 800)])
        {
            (int Columns, int Rows) Shape(int count)
            {
                var sheet = Figure.From(SampleDistributions.Multiples(count)).Lay(width, height);
                return (
                    sheet.Panels.Select(p => p.Data.Left).Distinct().Count(),
                    sheet.Panels.Select(p => p.Data.Top).Distinct().Count()
                );
            }

            Assert.Equal(width > height ? (3, 1) : (1, 3), Shape(3));
            Assert.Equal(width > height ? (2, 2) : (1, 4), Shape(4));
            Assert.Equal(6, Shape(6).Columns * Shape(6).Rows);
        }
    }

    [Fact]
    public void Panels_left_out_for_want_of_room_are_counted_with_those_left_out_before()
    {
        var sheet = Figure.From(SampleDistributions.Multiples(12) with { Smaller = ["Brigade"] }).Lay(480, 300);
        var gone = 12 - sheet.Panels.Count + 1;
        Assert.True(gone > 1);
        var said = string.Join(" ", sheet.Labels.Where(l => l.Role == Role.Axis).Select(l => l.Text));
        Assert.Contains($"and {gone} more: ", said, StringComparison.Ordinal);
        Assert.Equal(
            said.LastIndexOf(" more", StringComparison.Ordinal),
            said.IndexOf(" more", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Nothing_is_said_in_words()
    {
        string Said(Figure figure) =>
            string.Join(" ", figure.Lay().Labels.Where(l => l.Role == Role.Message).Select(l => l.Text));

        Assert.Contains("exactly zero on every simulated path", Said(Figure.From(SampleDistributions.ZeroHistogram())));
        Assert.Contains("Zero in every month", Said(Figure.From(SampleDistributions.Multiples(0))));
    }

    private static Box Around(DiscMark dot) => new(dot.X - 1, dot.Y - 1, dot.X + 1, dot.Y + 1);

    [Fact]
    public void Small_multiples_promise_no_band_that_lies_at_zero()
    {
        var chart = SampleDistributions.Multiples(3);
        var names = chart.Panels[0].Bands.Select(b => b.Label).ToList();
        string[] Keys(MultiplesChart of) =>
            [.. Figure.From(of).Lay().Labels.Where(l => l.Role == Role.Key).Select(l => l.Text)];
        Assert.All(names, name => Assert.Contains(name, Keys(chart)));
        var flat = chart.Panels.Select(p =>
            p with
            {
                Bands = [.. p.Bands.Select((b, i) => i == 0 ? b : b with { High = b.Low })],
            }
        );
        Assert.Equal([names[0], "median", "mean"], Keys(chart with { Panels = [.. flat] }));
    }
}
