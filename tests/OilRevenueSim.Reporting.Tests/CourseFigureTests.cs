using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class CourseFigureTests
{
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
            Assert.Equal(Theme.Accent, arrow.Colour);
        }
    }

    [Fact]
    public void More_is_told_from_less_by_colour_and_no_change_has_no_arrow()
    {
        var sheet = Figure.From(SampleCourseCharts.Linked(4)).Lay();
        int Arrows(int at, SKColor colour) =>
            sheet
                .Marks.OfType<ArrowMark>()
                .Count(a => sheet.Panels[at].Data.Contains(new Box(a.X1, a.Y1, a.X1, a.Y1)) && a.Colour == colour);
        Assert.Equal((0, true), (Arrows(0, Theme.Second), Arrows(0, Theme.Accent) > 0));
        Assert.Equal((true, 0), (Arrows(2, Theme.Second) > 0, Arrows(2, Theme.Accent)));
        Assert.Equal((0, 0), (Arrows(3, Theme.Second), Arrows(3, Theme.Accent)));
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
            Assert.Equal(Theme.FanTint(0, 2), pixel);
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
        Assert.Equal(3, bars.Count(b => b.Fill == new Fill(Theme.Accent)));
        Assert.Equal(3, bars.Count(b => b.Fill == new Fill(Theme.Second)));
        Assert.All(
            chart.Rows,
            row => Assert.Contains(sheet.Labels, l => row.Course.StartsWith(l.Text, StringComparison.Ordinal))
        );
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
            var left = sheet.Labels.FirstOrDefault(l => l.Text.Contains("more courses", StringComparison.Ordinal));
            Assert.True(
                shown == courses || left?.Text == $"and {courses - shown} more courses in the table file",
                $"{courses} courses: {shown} shown, '{left?.Text}'"
            );
        }
    }

    [Fact]
    public void Time_line_has_each_area_in_the_colour_of_its_holder()
    {
        var chart = SampleCourseCharts.Timeline(3);
        var figure = Figure.From(chart);
        var panel = figure.Lay().Panels[0];
        var scale = Figure.Scale(1600, 900);
        using var picture = SKBitmap.Decode(figure.ToPng());
        for (var row = 0; row < 3; row++)
        {
            foreach (var span in chart.Rows[row].Spans)
            {
                var x = panel.X((span.From + span.To) / 2);
                var y = panel.Y(chart.Rows.Length - row - 0.5);
                var pixel = picture.GetPixel((int)(x * scale), (int)(y * scale));
                Assert.Equal(Theme.Category(span.Actor).Colour, pixel);
            }
        }
    }

    [Fact]
    public void Areas_without_room_are_counted()
    {
        var labels = Figure.From(SampleCourseCharts.Timeline(40, 60)).Lay().Labels;
        var note = Assert.Single(labels, l => l.Text.Contains("never change hands", StringComparison.Ordinal));
        Assert.Matches("^[0-9]+ areas", note.Text);
    }
}
