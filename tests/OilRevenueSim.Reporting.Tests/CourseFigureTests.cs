using System.Globalization;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class CourseFigureTests
{
    [Fact]
    public void The_course_that_the_title_is_about_is_shown_where_others_have_no_room()
    {
        var chart = SampleCourseCharts.Linked(10) with { Told = 9 };
        var shown = Figure.From(chart).Lay(640, 480).Labels.Where(l => l.Role == Role.PanelTitle).ToList();
        Assert.InRange(shown.Count, 2, 9);
        Assert.Contains(shown, l => l.Text == chart.Panels[9].Course);
        Assert.Contains(shown, l => l.Text.StartsWith("Strikes on", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_arrow_leads_from_the_first_course_to_the_other()
    {
        var chart = SampleCourseCharts.Linked(1);
        var sheet = Figure.From(chart).Lay();
        var panel = sheet.Panels[0];
        var arrows = sheet
            .Marks.OfType<ArrowMark>()
            .Where(a => panel.Data.Contains(new Box(a.X1, a.Y1, a.X1, a.Y1)))
            .ToList();
        // Low quantiles move by less than an arrow is long.
        var shown = chart.Panels[0].Links.Where(l => Math.Abs(panel.X(l.Course) - panel.X(l.First)) >= 12).ToList();
        Assert.Equal(shown.Count, arrows.Count);
        Assert.True(shown.Count >= 3);
        foreach (var (link, arrow) in shown.Zip(arrows))
        {
            Assert.Equal(panel.X(link.First), arrow.X1, 1e-9);
            Assert.Equal(panel.X(link.Course), arrow.X2, 1e-9);
            Assert.Equal(Theme.Default.Accent, arrow.Colour);
        }
    }

    [Theory]
    [InlineData(true, "better (less), worse under the course above; a short move is a tick")]
    [InlineData(false, "better (more), worse under the course above; a short move is a tick")]
    public void Better_has_the_colour_that_it_has_in_the_table_and_no_change_has_no_arrow(bool lessIsBetter, string key)
    {
        var sheet = Figure.From(SampleCourseCharts.Linked(4, lessIsBetter: lessIsBetter)).Lay();
        int Arrows(int at, SKColor colour) =>
            sheet
                .Marks.OfType<ArrowMark>()
                .Count(a => sheet.Panels[at].Data.Contains(new Box(a.X1, a.Y1, a.X1, a.Y1)) && a.Colour == colour);
        var (less, more) = lessIsBetter
            ? (Theme.Default.Accent, Theme.Default.Second)
            : (Theme.Default.Second, Theme.Default.Accent);
        Assert.Equal((0, true), (Arrows(0, more), Arrows(0, less) > 0));
        Assert.Equal((true, 0), (Arrows(2, more) > 0, Arrows(2, less)));
        Assert.Equal((0, 0), (Arrows(3, more), Arrows(3, less)));
        Assert.Contains(sheet.Labels, l => l.Role == Role.Key && l.Text == key);
    }

    [Fact]
    public void A_short_move_is_a_tick_where_the_course_lies()
    {
        var chart = SampleCourseCharts.ShortMoves();
        var sheet = Figure.From(chart).Lay();
        var panel = sheet.Panels[0];
        var ticks = sheet
            .Marks.OfType<LineMark>()
            .Where(l => l.X1 == l.X2 && panel.Data.Contains(new Box(l.X1, l.Y1, l.X2, l.Y2)))
            .ToList();
        // The rows of 75 % and of the mean do not move, or by less than a thousandth of the axis.
        QuantileLink[] moved = [.. chart.Panels[0].Links.Where((_, i) => i is not 3 and not 5)];
        Assert.Equal(moved.Select(l => panel.X(l.Course)), ticks.Select(t => t.X1));
        Assert.Equal(
            moved.Select(l => l.Course < l.First ? Theme.Default.Accent : Theme.Default.Second),
            ticks.Select(t => t.Colour)
        );
        Assert.DoesNotContain(
            sheet.Marks.OfType<ArrowMark>(),
            a => panel.Data.Contains(new Box(a.X1, a.Y1, a.X1, a.Y1))
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void Two_numbers_have_the_digits_that_tell_them_apart_and_one_is_said_once(double scale)
    {
        var texts = Figure
            .From(SampleCourseCharts.ShortMoves(scale))
            .Lay()
            .Labels.Where(l => l.Role == Role.Direct)
            .Select(l => l.Text)
            .ToList();
        string[] expected = scale switch
        {
            1 => ["0.60 to 0.58", "0.95 to 0.93", "1.412 to 1.409", "1.6", "2.000 to 2.004", "1.2"],
            10 => ["6.0 to 5.8", "9.5 to 9.3", "14.12 to 14.09", "16", "20.00 to 20.04", "12"],
            _ => ["60 to 58", "95 to 93", "141.2 to 140.9", "160", "200.0 to 200.4", "120"],
        };
        Assert.Equal(expected, texts);
    }

    [Fact]
    public void Difference_fan_has_its_zero_line_where_zero_is_and_tints_on_both_sides()
    {
        var chart = SampleCourseCharts.Difference(shift: 0);
        var figure = Figure.From(chart);
        var panel = figure.Lay().Panels[0];
        Assert.True(panel.YMin < 0 && panel.YMax > 0, $"axis {panel.YMin} to {panel.YMax}");
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        foreach (var sign in (int[])[-1, 1])
        {
            var band = sign < 0 ? chart.Bands[0].Low : chart.Bands[0].High;
            var inner = sign < 0 ? chart.Bands[1].Low : chart.Bands[1].High;
            var y = panel.Y((band[18] + inner[18]) / 2);
            var pixel = picture.GetPixel((int)(panel.X(18.5) * scale), (int)(y * scale));
            Assert.Equal(Theme.Default.FanTint(0, 2), pixel);
        }
    }

    [Fact]
    public void Difference_fan_prints_signs_on_its_axis()
    {
        var ticks = Figure.From(SampleCourseCharts.Difference()).Lay().Labels.Where(l => l.Role == Role.Tick).ToList();
        Assert.Contains(ticks, t => t.Text.StartsWith('−'));
        Assert.Contains(ticks, t => t.Text == "0");
        Assert.Contains(ticks, t => t.Text.StartsWith('+'));
    }

    [Fact]
    public void Table_colours_only_what_is_shown_to_be_better_or_worse()
    {
        var chart = SampleCourseCharts.Table();
        var sheet = Figure.From(chart).Lay();
        var bars = sheet.Marks.OfType<RectMark>().ToList();
        Assert.Equal(chart.Rows.Sum(r => r.Cells.Count(c => c.Value is not null)), bars.Count);
        Assert.Equal(3, bars.Count(b => b.Fill == new Fill(Theme.Default.Accent)));
        Assert.Equal(3, bars.Count(b => b.Fill == new Fill(Theme.Default.Second)));
        Assert.All(
            chart.Rows,
            row => Assert.Contains(sheet.Labels, l => row.Label.StartsWith(l.Text, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_course_of_the_title_is_shown_whatever_is_left_out()
    {
        var chart = SampleCourseCharts.Table(11) with { Told = [10] };
        var labels = Figure.From(chart).Lay(500, 300).Labels;
        var keys = labels.Where(l => l.Role == Role.Key).Select(l => l.Text).ToList();
        bool IsShown(int row) => keys.Exists(k => chart.Rows[row].Label.StartsWith(k, StringComparison.Ordinal));
        Assert.True(IsShown(10), string.Join("; ", keys));
        Assert.False(IsShown(9), "Nothing was left out, so the test says nothing.");
    }

    // Eleven courses with intervals and the unit in the heads, as the courses of Sirte.
    private static TableChart Eleven()
    {
        string[] changes = ["−313 (−439 to −187)", "−7,282 (−7,735 to −6,828)", "−1,557 (−1,705 to −1,409)"];
        TableRow Row(int k) =>
            new(
                $"course-{k}",
                [
                    new TableCell("607", 607, TableTone.Neutral),
                    .. changes.Select(c => new TableCell(c, -1, TableTone.Better) { Brief = c.Split(' ')[0] }),
                    new TableCell("41.6", 41.6, TableTone.Neutral),
                    .. changes[1..].Select(c => new TableCell(c, -1, TableTone.Better) { Brief = c.Split(' ')[0] }),
                ]
            );
        TableColumn Head(int c) =>
            new(c < 5 ? "Islamic State" : "Who pays: the state", $"change of {c}", 607) { Unit = "million USD" };
        return SampleCourseCharts.Table(2) with
        {
            Columns = [.. Enumerable.Range(0, 7).Select(Head)],
            Rows = [.. Enumerable.Range(0, 11).Select(Row)],
        };
    }

    [Theory]
    [InlineData(960, 540, "−313 (−439 to −187)")]
    [InlineData(640, 480, "−313")]
    public void Eleven_courses_have_a_line_each_and_the_unit_stands_in_the_head(
        double width,
        double height,
        string number
    )
    {
        var labels = Figure.From(Eleven()).Lay(width, height).Labels;
        Assert.Equal(
            Enumerable.Range(0, 11).Select(k => $"course-{k}"),
            labels.Where(l => l.Role == Role.Key).Select(l => l.Text)
        );
        Assert.Equal(11, labels.Count(l => l.Role == Role.Direct && l.Text.Replace('\u00A0', ' ') == number));
        Assert.DoesNotContain(labels, l => l.Role == Role.Direct && l.Text.Contains("USD", StringComparison.Ordinal));
        var isBrief = labels.Any(l => l.Text == "not shown, in the table file: intervals and errors");
        Assert.Equal(!number.Contains('('), isBrief);
    }

    [Fact]
    public void Columns_that_can_be_spared_are_left_out_before_courses_and_named()
    {
        var chart = SampleCourseCharts.Table(11, withApart: true);
        var spared = chart with
        {
            Columns = [.. chart.Columns.Select((c, i) => c with { Spare = i is >= 4 and < 8 ? 1 : 0 })],
        };
        int Shown(TableChart table) =>
            SampleCourseCharts.Courses.Count(c =>
                Figure
                    .From(table)
                    .Lay(640, 480)
                    .Labels.Any(l => l.Role == Role.Key && c.StartsWith(l.Text, StringComparison.Ordinal))
            );
        var (more, fewer) = (Shown(spared), Shown(chart));
        Assert.True(more > fewer, $"{more} courses with fewer columns, {fewer} with all");
        var note = Assert.Single(
            Figure.From(spared).Lay(960, 540).Labels,
            l => l.Text.Contains("not shown, in the table file: ", StringComparison.Ordinal)
        );
        Assert.Contains("change of levies", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_rows_are_left_out_so_are_the_columns_that_no_other_fills()
    {
        var chart = SampleMoney.Table(15, isLong: true);
        // Only the first actor has damage; it is not among those shown.
        chart = chart with
        {
            Rows = [.. chart.Rows.Skip(1), chart.Rows[0]],
            Told = [13],
        };
        var labels = Figure.From(chart).Lay(640, 300).Labels;
        Assert.Contains(labels, l => l.Text.Contains("more actors in the table file", StringComparison.Ordinal));
        Assert.DoesNotContain(labels, l => l.Role == Role.Axis && l.Text == "damage");
    }

    [Fact]
    public void A_single_course_left_out_of_quantiles_is_named_and_three_panels_stand_in_one_row()
    {
        var chart = SampleCourseCharts.Linked(10);
        var shown = Figure.From(chart).Lay().Panels.Count;
        var sheet = Figure.From(chart with { Panels = chart.Panels[..(shown + 1)] }).Lay();
        var key = string.Join(' ', sheet.Labels.Where(l => l.Role == Role.Key).Select(l => l.Text));
        Assert.EndsWith($"and 1 more: {chart.Panels[shown].Course}", key, StringComparison.Ordinal);
        var three = Figure.From(chart with { Panels = chart.Panels[..3] }).Lay();
        Assert.Single(three.Panels.Select(p => p.Data.Top).Distinct());
    }

    [Fact]
    public void The_key_of_quantiles_says_how_many_courses_are_missing_at_every_size()
    {
        foreach (var (width, height) in ((double, double)[])[(1600, 900), (960, 540), (640, 480)])
        {
            var keys = Figure
                .From(SampleCourseCharts.Linked(10))
                .Lay(width, height)
                .Labels.Where(l => l.Role == Role.Key);
            var key = string.Join(' ', keys.Select(k => k.Text));
            Assert.Matches("and ([0-9]+ more courses in the table file|1 more: .+)$", key);
            Assert.DoesNotContain("…", key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_narrow_table_says_the_unit_of_every_number()
    {
        var chart = SampleCourseCharts.Table(2);
        var rows = chart.Rows.Select(r =>
            r with
            {
                Cells =
                [
                    .. r.Cells.Select(c =>
                        c with
                        {
                            Text = c.Text.Length < 20 ? c.Text : "−21.7 (−22.4 to −21.0) milliards USD",
                        }
                    ),
                ],
            }
        );
        var sheet = Figure.From(chart with { Rows = [.. rows] }).Lay(640, 480);
        var cells = sheet.Labels.Where(l => l.Role == Role.Direct).Select(l => l.Text).ToList();
        Assert.Contains(cells, t => t.EndsWith("USD", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, t => t.EndsWith('…'));
    }

    [Fact]
    public void A_number_and_its_per_cent_sign_stay_on_one_line()
    {
        var style = Theme.Default.Title;
        const string Text = "to Oil companies, 30 % to others";
        var width = Wording.Width("to Oil companies, 30", style) + 1;
        Assert.Equal(["to Oil companies,", "30 % to others"], Wording.Wrap(Text, style, width, 3));
    }

    [Fact]
    public void Any_number_of_courses_is_drawn_or_said_to_be_left_out()
    {
        for (var courses = 2; courses <= 11; courses++)
        {
            var sheet = Figure.From(SampleCourseCharts.Table(courses)).Lay();
            var shown = SampleCourseCharts
                .Courses[..courses]
                .Count(c =>
                    sheet.Labels.Any(l => l.Role == Role.Key && c.StartsWith(l.Text, StringComparison.Ordinal))
                );
            var left = sheet.Labels.FirstOrDefault(l => l.Text.Contains(" more", StringComparison.Ordinal));
            Assert.True(
                shown == courses
                    || left?.Text.StartsWith(
                        courses - shown == 1 ? "and 1 more: " : $"and {courses - shown} more courses in the table file",
                        StringComparison.Ordinal
                    ) == true,
                $"{courses} courses: {shown} shown, '{left?.Text}'"
            );
        }
    }

    [Fact]
    public void Money_has_bars_of_one_scale_in_the_colour_of_each_actor()
    {
        var chart = SampleMoney.Table();
        var sheet = Figure.From(chart).Lay();
        var bars = sheet.Marks.OfType<RectMark>().ToList();
        var cells = chart
            .Rows.SelectMany(row => row.Cells.Select(cell => (row, cell)))
            .Where(x => x.cell.Value is not null);
        Assert.Equal(cells.Select(x => Theme.Default.Of(x.row.Actor!)), bars.Select(b => b.Fill));
        var perUsd = bars[0].Box.Width / SampleMoney.LargestUsd;
        Assert.All(
            cells.Zip(bars),
            x => Assert.Equal(Math.Abs(x.First.cell.Value!.Value) * perUsd, x.Second.Box.Width, 1e-6)
        );
    }

    [Fact]
    public void Money_keeps_receipts_and_nobodys_income_in_groups_of_their_own()
    {
        var titles = Figure.From(SampleMoney.Table()).Lay().Labels.Where(l => l.Role == Role.PanelTitle).ToList();
        Assert.Equal(["Receipts: who gets", "Nobody's income: whose loss", "Not oil"], titles.Select(t => t.Text));
        Assert.True(titles[0].Box.Right < titles[1].Box.Left && titles[1].Box.Right < titles[2].Box.Left);
    }

    [Fact]
    public void A_unit_stays_whole_in_a_table() =>
        Assert.DoesNotContain(Figure.From(SampleMoney.Table(9)).Lay().Labels, l => l.Text is "USD");

    [Theory]
    [InlineData("−924 (−987 to −860) million USD")]
    [InlineData("−1.02 (−1.06 to −0.98) billion USD")]
    public void A_coloured_number_of_several_lines_is_clear_of_its_bar(string change)
    {
        var chart = SampleCourseCharts.Table(2);
        var rows = chart.Rows.Select(r =>
            r with
            {
                Cells =
                [
                    .. r.Cells.Select(c =>
                        c.Tone == TableTone.Neutral ? c with { Text = "0 USD" } : c with { Text = change }
                    ),
                ],
            }
        );
        // Widths at which plain and bold text wrap into different numbers of lines are among these.
        for (var width = 640.0; width <= 1600.0; width += 10.0)
        {
            var sheet = Figure.From(chart with { Rows = [.. rows] }).Lay(width, 600);
            var bars = sheet.Marks.OfType<RectMark>().Select(m => m.Box).ToList();
            var texts = sheet.Labels.Where(l => l.Role == Role.Direct).ToList();
            Assert.NotEmpty(bars);
            foreach (var text in texts)
            {
                Assert.DoesNotContain(
                    bars,
                    b =>
                        b.Left < text.Box.Right
                        && b.Right > text.Box.Left
                        && b.Top < text.Baseline
                        && b.Bottom > text.Box.Top
                );
            }
        }
    }
}
