using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class LayoutTests
{
    private static readonly (double Width, double Height)[] Sizes = [(960, 540), (800, 500), (640, 480), (1200, 600)];

    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Every_text_of_the_gallery_is_inside_and_clear_of_the_others(string name)
    {
        foreach (var (width, height) in Sizes)
        {
            AssertClear(Gallery.Figures[name]().Lay(width, height), $"{name} at {width} × {height}");
        }
    }

    [Fact]
    public void A_sweep_of_nothing_says_so_and_invents_no_scale()
    {
        var labels = Figure.From(SampleSweeps.Zero()).Lay().Labels;

        Assert.Contains(labels, l => l.Role == Role.Message && l.Text == "Zero at every level.");
        Assert.DoesNotContain(labels, l => l.Role == Role.Tick && l.Text.Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_beside_a_stack_stands_behind_the_last_line_of_the_name()
    {
        var chart = SampleCharts.Sources(12, 3);
        chart = chart with
        {
            Sources = [.. chart.Sources.Select((s, i) => s with { Note = $"{230 + i} thousand USD" })],
        };
        var keys = Figure.From(chart).Lay(640, 480).Labels.Where(l => l.Role == Role.Key).ToList();
        var broken = 0;
        foreach (var note in keys.Where(k => k.Text.EndsWith(" thousand USD", StringComparison.Ordinal)))
        {
            var line = note.Style.LineHeight;
            Assert.DoesNotContain(keys, k => k.Baseline > note.Baseline && k.Baseline < note.Baseline + (1.05 * line));
            broken += keys.Exists(k => k.Baseline < note.Baseline && k.Baseline > note.Baseline - (1.05 * line))
                ? 1
                : 0;
        }

        Assert.True(broken > 0, "No name is broken, so the test says nothing.");
    }

    [Fact]
    public void A_band_too_thin_for_a_name_keeps_its_letter()
    {
        var sample = SampleCharts.Holders(8, 2);
        var share = 13 / Figure.From(sample).Lay(640, 480).Panels[0].Data.Height;
        var thin = sample.Areas.Select(a =>
            a with
            {
                Probability =
                [
                    [.. a.Probability[0].Select(_ => 1 - share)],
                    [.. a.Probability[1].Select(_ => share)],
                ],
            }
        );
        var labels = Figure.From(sample with { Areas = [.. thin] }).Lay(640, 480).Labels;

        // In the key and in each panel.
        Assert.Equal(9, labels.Count(l => l.Text == "B"));
    }

    [Fact]
    public void Any_number_of_months_is_clear()
    {
        foreach (var months in (int[])[1, 2, 3, 7, 12, 23, 24, 25, 36, 60, 121])
        {
            foreach (var (width, height) in Sizes)
            {
                var what = $"{months} months at {width} × {height}";
                AssertClear(Figure.From(SampleCharts.Fan(months)).Lay(width, height), "fan, " + what);
                AssertClear(Figure.From(SampleCharts.ZeroFan(months)).Lay(width, height), "zero fan, " + what);
                AssertClear(Figure.From(SampleCharts.Sources(months)).Lay(width, height), "sources, " + what);
                AssertClear(Figure.From(SampleCharts.Holders(3, 3, months)).Lay(width, height), "holders, " + what);
            }
        }
    }

    [Fact]
    public void Any_number_of_areas_and_actors_is_clear()
    {
        for (var areas = 1; areas <= 12; areas++)
        {
            for (var actors = 1; actors <= 15; actors += 2)
            {
                var sheet = Figure.From(SampleCharts.Holders(areas, actors)).Lay();
                AssertClear(sheet, $"{areas} areas, {actors} actors");
                Assert.Equal(areas, sheet.Panels.Count);
                Assert.Equal(actors, sheet.Labels.Count(l => l.Role == Role.Key));
            }
        }
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-4)]
    [InlineData(0.37)]
    [InlineData(1)]
    [InlineData(977)]
    [InlineData(1e7)]
    public void Any_size_of_money_is_clear_and_never_in_powers(double scale)
    {
        foreach (
            var figure in (Figure[])
                [
                    Figure.From(SampleCharts.Fan(23, scale)),
                    Figure.From(SampleCharts.Sources(23, 5, scale)),
                    Figure.From(SampleCharts.Exceedance(0.3, scale)),
                ]
        )
        {
            var sheet = figure.Lay();
            AssertClear(sheet, $"scale {scale}");
            Assert.All(
                sheet.Labels.Where(l => l.Role == Role.Tick),
                tick => Assert.DoesNotMatch("[0-9]E[+-]?[0-9]", tick.Text)
            );
        }
    }

    [Fact]
    public void Every_threshold_has_its_probability_beside_it()
    {
        var chart = SampleCharts.Exceedance(0.4, 1, 1e5, 2e5, 1e6, 1e7, 1e8, 1e9);
        foreach (var (width, height) in Sizes)
        {
            var texts = Figure.From(chart).Lay(width, height).Labels.Select(l => l.Text).ToList();
            Assert.All(chart.Thresholds, t => Assert.Contains(t.ProbabilityLabel, texts));
            Assert.All(chart.Thresholds, t => Assert.Contains("more than " + t.Label, texts));
        }
    }

    [Fact]
    public void Of_thresholds_that_no_future_passes_the_first_alone_is_marked()
    {
        var given = SampleCharts.Exceedance(0.4, 1, 1e6, 1e8, 1e12, 1e13);
        ExceedanceThreshold[] last = [.. given.Thresholds.Skip(2).Select(t => t with { Probability = 0, Low = 0 })];
        var chart = given with { Thresholds = [.. given.Thresholds.Take(2), .. last] };
        var labels = Figure.From(chart).Lay().Labels.Select(l => l.Text).ToList();

        Assert.All(chart.Thresholds.Take(3), t => Assert.Contains("more than " + t.Label, labels));
        Assert.DoesNotContain("more than " + last[1].Label, labels);
    }

    [Fact]
    public void A_curve_over_less_than_a_decade_has_most_of_the_width()
    {
        var given = SampleCharts.Exceedance(1, 1, 5e7, 1e8);
        ExceedancePoint[] points = [new(5e7, 1), new(1e8, 0.9), new(1.5e8, 0.6), new(2.2e8, 0)];
        var sheet = Figure.From(given with { Curve = [.. points] }).Lay();
        var panel = sheet.Panels.Single();

        Assert.True(panel.X(Math.Log10(2.2e8)) - panel.X(Math.Log10(5e7)) > 0.75 * panel.Data.Width);
    }

    [Fact]
    public void Fan_names_its_bands_median_and_mean_right_of_the_data()
    {
        var sheet = Figure.From(SampleCharts.Fan()).Lay();
        var named = sheet.Labels.Where(l => l.Role == Role.Direct).ToList();
        Assert.Equal(["90 % of futures", "half of futures", "mean", "median"], named.Select(l => l.Text));
        Assert.All(named, l => Assert.True(l.Left > sheet.Panels[0].Data.Right, $"{l.Text} at {l.Left}"));
    }

    [Fact]
    public void Fan_whose_bands_are_zero_says_so_in_one_name()
    {
        var named = Figure.From(SampleCharts.MeanOnlyFan()).Lay().Labels.Where(l => l.Role == Role.Direct);
        Assert.Equal(["mean", "90 % of futures: zero"], named.Select(l => l.Text));
    }

    [Fact]
    public void Foot_is_below_the_data_and_complete()
    {
        foreach (var name in Gallery.Figures.Keys)
        {
            var sheet = Gallery.Figures[name]().Lay();
            var foot = sheet.Labels.Where(l => l.Role == Role.Foot).ToList();
            Assert.Equal(string.Join(" ", SampleCharts.Foot), string.Join(" ", foot.Select(l => l.Text)));
            Assert.All(sheet.Panels, p => Assert.True(p.Data.Bottom + 20 < foot[0].Box.Top, name));
        }
    }

    [Fact]
    public void Months_are_named_and_years_stand_below_without_separators()
    {
        var ticks = Figure.From(SampleCharts.Fan()).Lay().Labels.Where(l => l.Role == Role.Tick).ToList();
        Assert.Equal(
            ["2016", "2017"],
            ticks.Where(t => t.Text.StartsWith("20", StringComparison.Ordinal) && t.Text.Length > 2).Select(t => t.Text)
        );
        var february = ticks.First(t => t.Text == "Feb");
        var year = ticks.First(t => t.Text == "2016");
        Assert.Equal(february.X, year.X);
        Assert.True(year.Box.Top >= february.Box.Bottom, $"{year.Box.Top} above {february.Box.Bottom}");
    }

    [Fact]
    public void Small_money_is_told_in_a_smaller_unit_everywhere()
    {
        var sheet = Figure.From(SampleCharts.Fan(12, 1e-3)).Lay();
        Assert.Contains(sheet.Labels, l => l.Role == Role.Axis && l.Text == "thousand USD per month");
        Assert.Contains(
            sheet.Labels,
            l => l.Role == Role.Subtitle && l.Text.Contains("thousand USD per month", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(sheet.Labels, l => l.Text.Contains("million USD", StringComparison.Ordinal));
    }

    [Fact]
    public void Zero_money_is_said_in_words()
    {
        Assert.Contains("zero in every month, on every simulated path", Said(Figure.From(SampleCharts.ZeroFan())));
        Assert.Contains("no oil revenue in any month", Said(Figure.From(SampleCharts.ZeroSources())));
        Assert.Contains("exactly zero on every simulated path", Said(Figure.From(SampleCharts.ZeroExceedance())));
    }

    [Fact]
    public void Mass_at_zero_is_said_in_words()
    {
        var texts = Figure.From(SampleCharts.Exceedance(0.066)).Lay().Labels.Select(l => l.Text).ToList();
        Assert.Contains("nothing at all in 93.4\u00A0% of futures", texts);
        Assert.Contains("some money in 6.6\u00A0%: the curve below", texts);
        Assert.DoesNotContain(
            Figure.From(SampleCharts.Exceedance(1)).Lay().Labels,
            l => l.Text.StartsWith("nothing", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Names_inside_bands_are_on_their_own_band()
    {
        var chart = SampleCharts.Holders(6, 4);
        var sheet = Figure.From(chart).Lay();
        var top = sheet.Panels.Min(p => p.Data.Top);
        var named = sheet.Labels.Where(l => l.Role == Role.Direct && l.Box.Bottom > top).ToList();
        Assert.Contains(named, l => l.Text.Length == 1);
        Assert.Contains(named, l => l.Text.Length > 1);
        foreach (var label in named)
        {
            var at = sheet.Panels.ToList().FindIndex(p => p.Data.Contains(label.Box));
            Assert.True(at >= 0, $"{label.Text} crosses the edge of a panel");
            var panel = sheet.Panels[at];
            var actor =
                label.Text.Length == 1
                    ? label.Text[0] - 'A'
                    : chart.Actors.ToList().FindIndex(a => a.Label == label.Text);
            foreach (var x in (double[])[label.Box.Left, label.Box.Right])
            {
                var month = Math.Clamp(((x - panel.Data.Left) / panel.Data.Width * 22) + 0.0, 0, 22);
                var low = Stacked(chart.Areas[at], actor, month);
                var high = Stacked(chart.Areas[at], actor + 1, month);
                Assert.InRange(label.Baseline - (0.71 * label.Style.Size), panel.Y(high), panel.Y(low));
                Assert.InRange(label.Baseline, panel.Y(high), panel.Y(low));
            }
        }
    }

    [Fact]
    public void Long_names_are_brief_inside_bands_where_no_other_begins_alike()
    {
        var chart = SampleCharts.Holders(6, 3);
        IEnumerable<string> Inside(params string[] actors) =>
            Figure
                .From(chart with { Actors = [.. actors.Select((label, i) => new ChartActor(label, i))] })
                .Lay()
                .Labels.Where(l => l is { Role: Role.Direct, Text.Length: > 1 })
                .Select(l => l.Text)
                .Distinct();

        string[] longNames =
        [
            "Guards, centre (under the command of Ibrahim Jadhran, 2013 to 2016)",
            "Army (Haftar), with the guards of the eastern oil ports since September",
            "Council, with the brigades of Misrata, Zliten, Khoms, Msallata, Tajura",
        ];
        Assert.Equal(["Army", "Council", "Guards"], Inside(longNames).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            "Council",
            Inside(longNames[0], longNames[1], longNames[2].Replace(", with", " and", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            "Guards",
            Inside(longNames[0], longNames[1], longNames[0].Replace("centre", "west", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_name_inside_a_band_is_left_out_rather_than_cut_to_that_of_another()
    {
        var chart = SampleCharts.Holders(6, 3);
        string[] Inside(string first, string second) =>
            [
                .. Figure
                    .From(
                        chart with
                        {
                            Actors = [new ChartActor(first, 0), new ChartActor(second, 1), new ChartActor("Army", 2)],
                        }
                    )
                    .Lay()
                    .Labels.Where(l => l.Role == Role.Direct)
                    .Select(l => l.Text)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];

        const string Long = ", with all who pledged allegiance to it, in Iraq, in Turkey, with brigades";
        Assert.Contains("Islamic State in Syria", Inside("Islamic State in Syria" + Long, "Guards"));
        Assert.DoesNotContain(
            "Islamic State in Syria",
            Inside("Islamic State in Syria" + Long, "Islamic State in Libya")
        );
        Assert.DoesNotContain("Islamic State", Inside("Islamic State" + Long, "Islamic State in Libya"));
    }

    [Fact]
    public void Nobody_is_grey_whatever_its_place()
    {
        var chart = SampleCharts.Holders(2, 3);
        var sheet = Figure.From(chart with { Actors = [new ChartActor("Nobody", -1), .. chart.Actors[1..]] }).Lay();
        var keys = sheet.Marks.OfType<RectMark>().Select(m => m.Fill).ToList();
        Assert.Equal([new Fill(Theme.Default.Nothing), Theme.Default.Category(1), Theme.Default.Category(2)], keys);
    }

    [Fact]
    public void Intervals_are_explained_where_they_can_be_seen()
    {
        bool IsExplained(double any) =>
            Figure
                .From(SampleCharts.Exceedance(any))
                .Lay()
                .Labels.Any(l => l.Text.Contains("Thick strokes", StringComparison.Ordinal));

        Assert.True(IsExplained(0.002));
        Assert.False(IsExplained(1));
    }

    private static double Stacked(HolderPanel panel, int below, double month)
    {
        var (before, after) = ((int)Math.Floor(month), (int)Math.Ceiling(month));
        double Sum(int m) => panel.Probability.Take(below).Sum(p => p[m]);
        return Sum(before) + ((Sum(after) - Sum(before)) * (month - before));
    }

    private static string Said(Figure figure) =>
        string.Join(" ", figure.Lay().Labels.Where(l => l.Role == Role.Message).Select(l => l.Text));

    private static void AssertClear(Sheet sheet, string what)
    {
        var canvas = sheet.Canvas.Inset(4, 4, 4, 4);
        for (var i = 0; i < sheet.Labels.Count; i++)
        {
            var label = sheet.Labels[i];
            Assert.True(label.Text.Length > 0 && label.Width > 0, $"{what}: an empty text");
            Assert.True(canvas.Contains(label.Box), $"{what}: '{label.Text}' leaves the canvas: {label.Box}");
            for (var j = 0; j < i; j++)
            {
                var other = sheet.Labels[j];
                Assert.False(
                    label.Box.Overlaps(other.Box),
                    $"{what}: '{label.Text}' {label.Box} lies on '{other.Text}' {other.Box}"
                );
            }
        }
    }
}
