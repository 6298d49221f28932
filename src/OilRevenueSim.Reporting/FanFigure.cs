using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting;

/// <summary>Monthly money as a fan: bands as tints of one blue, named at the right edge; median solid, mean dashed.</summary>
internal static class FanFigure
{
    private const double SwatchWidth = 20;
    private const double LeaderWidth = 26;
    private const double RowHeight = 18;

    public static Sheet Compose(FanChart chart, double width, double height)
    {
        var sheet = new Sheet(width, height);
        var max = chart.Bands.SelectMany(b => b.High).Concat(chart.Median).Concat(chart.Mean).DefaultIfEmpty(0).Max();
        var isZero = chart.IsAllZero || !(max > 0);
        var given = MoneyUnit.Parse(chart.Unit);
        var unit = isZero ? given : given.For(max);
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));

        var top = UnitLine.Draw(sheet, body, unit.ToString());
        var entries = isZero ? [] : Entries(chart);
        var plotHeight = body.Bottom - top - MonthAxis.Height(Theme.Tick);
        var ticks = Ticks.UpTo(isZero ? 1 : max, ZeroAxis.Most(plotHeight));
        var numbers = isZero ? ["0"] : Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i, scale)).ToArray();
        var right =
            entries.Count == 0
                ? 0
                : LeaderWidth + SwatchWidth + 6 + entries.Max(e => Wording.Width(e.Text, Theme.Direct));
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, Theme.Tick),
            top,
            body.Right - right,
            body.Bottom - MonthAxis.Height(Theme.Tick)
        );
        var axis = new MonthAxis(chart.Months, isForBars: false);
        var panel = sheet.Add(new Panel(data, axis.Min, axis.Max, 0, ticks.Top));
        if (isZero)
        {
            sheet.Text(
                Role.Tick,
                "0",
                Theme.Tick,
                Anchor.End,
                data.Left - 8,
                data.Bottom + (Face.CapHeight * Theme.Tick.Size / 2)
            );
            Message.Draw(
                sheet,
                data,
                $"{chart.Actor}: zero in every month, on every simulated path.",
                "Bands, median and mean all lie on the zero line."
            );
        }
        else
        {
            ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], Theme.Tick);
            DrawFan(panel, chart, axis);
            DrawLabels(sheet, panel, entries, top);
        }

        axis.Draw(sheet, panel, Theme.Tick);
        if (!chart.Median.Any(m => m > 0))
        {
            // Over the axis, which would hide it.
            sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, Theme.Accent, 2.4);
        }

        return sheet;
    }

    private static void DrawFan(Panel panel, FanChart chart, MonthAxis axis)
    {
        var xs = axis.Positions();
        for (var i = 0; i < chart.Bands.Length; i++)
        {
            var band = chart.Bands[i];
            var tint = Theme.FanTint(i, chart.Bands.Length);
            panel.Area(xs, axis.Values(band.Low), axis.Values(band.High), new Fill(tint));
            // A rim a shade darker keeps the bands apart in a black-and-white copy.
            var rim = Theme.Mix(tint, Theme.Accent, 0.3);
            panel.Line(xs, axis.Values(band.High), rim, 0.8);
            panel.Line(xs, axis.Values(band.Low), rim, 0.8);
        }

        panel.Line(xs, axis.Values(chart.Median), Theme.Accent, 2.4);
        panel.Line(xs, axis.Values(chart.Mean), Theme.Second, 2, isDashed: true);
    }

    private static List<Entry> Entries(FanChart chart)
    {
        var entries = new List<Entry>();
        for (var i = 0; i < chart.Bands.Length; i++)
        {
            var band = chart.Bands[i];
            if (!band.High.Any(h => h > 0))
            {
                // This band, all inside it and the median lie on the zero line: one name says it.
                entries.Add(new Entry(band.Label + ": zero", 0, Theme.Accent, Kind.Solid));
                break;
            }

            var inner = i + 1 < chart.Bands.Length ? chart.Bands[i + 1].High[^1] : chart.Median[^1];
            var tint = Theme.FanTint(i, chart.Bands.Length);
            entries.Add(new Entry(band.Label, (band.High[^1] + inner) / 2, tint, Kind.Band));
        }

        if (entries.Count == 0 || entries[^1].Kind == Kind.Band)
        {
            entries.Add(new Entry("median", chart.Median[^1], Theme.Accent, Kind.Solid));
        }

        entries.Add(new Entry("mean", chart.Mean[^1], Theme.Second, Kind.Dashed));
        return [.. entries.OrderByDescending(e => e.Value).ThenBy(e => e.Kind)];
    }

    private static void DrawLabels(Sheet sheet, Panel panel, List<Entry> entries, double top)
    {
        var data = panel.Data;
        var centres = LabelStack.Spread(
            [.. entries.Select(e => panel.Y(e.Value))],
            RowHeight,
            top - (RowHeight / 2),
            data.Bottom + (RowHeight / 2)
        );
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, y) = (entries[i], centres[i]);
            var x = data.Right + LeaderWidth;
            sheet.Line(data.Right + 2, panel.Y(entry.Value), x - 4, y, Theme.Leader, 0.8);
            switch (entry.Kind)
            {
                case Kind.Band:
                    sheet.Add(new RectMark(new Box(x, y - 5, x + SwatchWidth, y + 5), new Fill(entry.Colour)));
                    break;
                case Kind.Dashed:
                    sheet.Line(x, y, x + SwatchWidth, y, entry.Colour, 2, isDashed: true);
                    break;
                default:
                    sheet.Line(x, y, x + SwatchWidth, y, entry.Colour, 2.4);
                    break;
            }

            var baseline = y + (0.26 * Theme.Direct.Size * 1.36);
            sheet.Text(Role.Direct, entry.Text, Theme.Direct, Anchor.Start, x + SwatchWidth + 6, baseline);
        }
    }

    private enum Kind
    {
        Dashed,
        Band,
        Solid,
    }

    private sealed record Entry(string Text, double Value, SKColor Colour, Kind Kind);
}
