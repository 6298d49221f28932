using System.Globalization;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class TimelineFigureTests
{
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
                Assert.Equal(Theme.Default.Category(span.Actor).Colour, pixel);
            }
        }
    }

    [Fact]
    public void Money_takes_the_room_that_few_rows_do_not_need()
    {
        var sheet = Figure.From(SampleCourseCharts.Timeline(2, isEventful: false)).Lay();
        var (rows, money) = (sheet.Panels[0].Data, sheet.Panels[1].Data);
        Assert.InRange(money.Top - rows.Bottom, Theme.Default.Axis.LineHeight, 2 * Theme.Default.Axis.LineHeight);
    }

    [Fact]
    public void A_crowded_time_line_keeps_what_is_shut_and_its_key_names_only_who_is_seen()
    {
        var chart = SampleCourseCharts.Timeline();
        var changing = Enumerable
            .Range(0, 40)
            .Select(a => new TimelineRow($"area {a}", [new TimelineSpan(0, 9, 0), new TimelineSpan(9, 23, 1)], []));
        chart = chart with
        {
            Rows = [.. changing, .. chart.Rows.Where(r => r.Spans.Length > 0 && r.Spans[0].Actor < 0)],
        };
        var labels = Figure.From(chart).Lay(700, 394).Labels;
        Assert.Contains(labels, l => l.Role == Role.Tick && l.Text.StartsWith("shut: ", StringComparison.Ordinal));
        Assert.Equal(chart.Actors[..2].Select(a => a.Label), labels.Where(l => l.Role == Role.Key).Select(l => l.Text));
    }

    [Fact]
    public void A_row_too_low_for_names_has_the_letters_of_the_key_so_that_it_reads_in_grey()
    {
        var spans = new[] { new TimelineSpan(0, 9, 0), new TimelineSpan(9, 23, 1) };
        var chart = SampleCourseCharts.Timeline();
        chart = chart with
        {
            Rows = [.. Enumerable.Range(0, 12).Select(a => new TimelineRow($"area {a}", [.. spans], []))],
        };
        var sheet = Figure.From(chart).Lay(700, 394);
        var letters = sheet.Labels.Where(l => l.Role == Role.Direct).ToList();
        var keys = sheet.Labels.Where(l => l.Role == Role.Key).ToList();
        foreach (var (letter, actor) in new[] { ("A", 0), ("B", 1) })
        {
            var key = Assert.Single(keys, k => k.Text == chart.Actors[actor].Label);
            var all = letters.Where(l => l.Text == letter).ToList();
            Assert.Single(all, l => l.Box.Right < key.Box.Left && Math.Abs(l.Box.CentreY - key.Box.CentreY) < 3);
            Assert.True(all.Count > 3, $"{all.Count} of {letter}");
        }
    }

    [Fact]
    public void Rows_of_the_actor_of_the_title_are_kept_before_others_and_a_short_span_keeps_its_letter()
    {
        var chart = SampleCourseCharts.Timeline();
        var other = new TimelineSpan(0, 9, 0);
        chart = chart with
        {
            Earner = chart.Actors[2],
            Rows =
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(a => new TimelineRow($"area {a}", [other, new TimelineSpan(9, 23, 1)], [])),
                new TimelineRow("theirs", [other, new TimelineSpan(9, 9.6, 2), new TimelineSpan(9.6, 23, 0)], []),
                new TimelineRow("always theirs", [new TimelineSpan(0, 23, 2)], []),
            ],
        };
        var labels = Figure.From(chart).Lay(700, 394).Labels;

        Assert.Contains(labels, l => l.Role == Role.Tick && l.Text == "theirs");
        Assert.Contains(labels, l => l.Role == Role.Tick && l.Text == "always theirs");
        // In the key and on both rows.
        Assert.Equal(3, labels.Count(l => l.Text == "C"));
    }

    [Fact]
    public void What_a_time_line_leaves_out_is_counted_by_kind_and_attacks_stay()
    {
        var chart = SampleCourseCharts.Timeline(40, 60);
        var labels = Figure.From(chart).Lay().Labels;
        var note = Assert.Single(labels, l => l.Text.StartsWith("Left out: ", StringComparison.Ordinal));
        Assert.Matches("[0-9]+ areas that never change hands$", note.Text);
        var counted = note.Text["Left out: ".Length..]
            .Split(", ")
            .Sum(part => int.Parse(part.Split(' ')[0], CultureInfo.InvariantCulture));
        var names = chart.Rows.Select(r => r.Label).ToHashSet(StringComparer.Ordinal);
        var shown = labels.Count(l => l.Role == Role.Tick && names.Contains(l.Text));
        Assert.Equal(chart.Rows.Length, shown + counted);
        var marked = Assert.Single(chart.Rows, r => r.Marks.Length > 0);
        Assert.Contains(labels, l => l.Text == marked.Label);
    }
}
