using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting;

/// <summary>Monthly paired difference as a fan around zero: bands named at the right edge; median solid, mean dashed.</summary>
internal static class DifferenceFanFigure
{
    private const double SwatchWidth = 20;
    private const double LeaderWidth = 26;
    private const double RowHeight = 18;

    public static Sheet Compose(DifferenceFanChart chart, double width, double height)
    {
        var sheet = new Sheet(width, height);
        var all = chart
            .Bands.SelectMany(b => b.Low.Concat(b.High))
            .Concat(chart.Median)
            .Concat(chart.MeanLow)
            .Concat(chart.MeanHigh)
            .ToList();
        var (low, high) = (all.DefaultIfEmpty(0).Min(), all.DefaultIfEmpty(0).Max());
        var isZero = chart.IsAllZero || !(high - Math.Min(low, 0) > 0);
        var given = MoneyUnit.Parse(chart.Unit);
        var unit = isZero ? given : given.For(Math.Max(-low, high));
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));
        var top = UnitLine.Draw(sheet, body, $"change, {unit}");
        var entries = isZero ? [] : Entries(chart);
        var bottom = body.Bottom - MonthAxis.Height(Theme.Tick);
        var signed = isZero
            ? new SignedAxis(new Ticks(1, 1), 1)
            : SignedAxis.Over(low, high, ZeroAxis.Most(bottom - top));
        var texts = isZero ? ["", "0", ""] : signed.Texts(scale);
        var right =
            entries.Count == 0
                ? 0
                : LeaderWidth + SwatchWidth + 6 + entries.Max(e => Wording.Width(e.Text, Theme.Direct));
        var data = new Box(body.Left + ZeroAxis.Width(texts, Theme.Tick), top, body.Right - right, bottom);
        var axis = new MonthAxis(chart.Months, isForBars: false);
        var panel = sheet.Add(new Panel(data, axis.Min, axis.Max, signed.Low, signed.High));
        if (isZero)
        {
            var baseline = panel.Y(0) + (Face.CapHeight * Theme.Tick.Size / 2);
            sheet.Text(Role.Tick, "0", Theme.Tick, Anchor.End, data.Left - 8, baseline);
            Message.Draw(
                sheet,
                data,
                $"{chart.Actor}: the course changes nothing on any simulated path.",
                "Every future brings the same money with it and without it."
            );
        }
        else
        {
            signed.Draw(sheet, panel, texts, Theme.Tick);
            DrawFan(panel, chart, axis);
            DrawLabels(sheet, panel, entries, top);
            sheet.Line(data.Left, panel.Y(0), data.Right, panel.Y(0), Theme.Baseline, 1);
        }

        axis.Draw(sheet, panel, Theme.Tick);
        return sheet;
    }

    private static void DrawFan(Panel panel, DifferenceFanChart chart, MonthAxis axis)
    {
        var xs = axis.Positions();
        for (var i = 0; i < chart.Bands.Length; i++)
        {
            var band = chart.Bands[i];
            var tint = Theme.FanTint(i, chart.Bands.Length);
            panel.Area(xs, axis.Values(band.Low), axis.Values(band.High), new Fill(tint));
            var rim = Theme.Mix(tint, Theme.Accent, 0.3);
            panel.Line(xs, axis.Values(band.High), rim, 0.8);
            panel.Line(xs, axis.Values(band.Low), rim, 0.8);
        }

        panel.Line(xs, axis.Values(chart.Median), Theme.Accent, 2.4);
        panel.Line(xs, axis.Values(chart.MeanLow), Theme.Second, 0.7);
        panel.Line(xs, axis.Values(chart.MeanHigh), Theme.Second, 0.7);
        panel.Line(xs, axis.Values(chart.Mean), Theme.Second, 2, isDashed: true);
    }

    private static List<Entry> Entries(DifferenceFanChart chart)
    {
        var entries = new List<Entry>();
        for (var i = 0; i < chart.Bands.Length; i++)
        {
            var band = chart.Bands[i];
            if (band.High.All(v => v == 0) && band.Low.All(v => v == 0))
            {
                // This band, all inside it and the median lie on the zero line: one name says it.
                entries.Add(new Entry(band.Label + ": no change", 0, Theme.Accent, Kind.Solid));
                break;
            }

            // The name stands at the part of the band that is farther from the median.
            var last = band.High.Length - 1;
            var inner = i + 1 < chart.Bands.Length ? chart.Bands[i + 1] : null;
            var (above, below) = (
                (Outer: band.High[last], Inner: inner?.High[last] ?? chart.Median[last]),
                (Outer: band.Low[last], Inner: inner?.Low[last] ?? chart.Median[last])
            );
            var side = above.Outer - above.Inner >= below.Inner - below.Outer ? above : below;
            entries.Add(
                new Entry(band.Label, (side.Outer + side.Inner) / 2, Theme.FanTint(i, chart.Bands.Length), Kind.Band)
            );
        }

        if (entries.Count == 0 || entries[^1].Kind == Kind.Band)
        {
            entries.Add(new Entry("median", chart.Median[^1], Theme.Accent, Kind.Solid));
        }

        entries.Add(new Entry("mean and its 95 % interval", chart.Mean[^1], Theme.Second, Kind.Dashed));
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
            if (entry.Kind == Kind.Band)
            {
                sheet.Add(new RectMark(new Box(x, y - 5, x + SwatchWidth, y + 5), new Fill(entry.Colour)));
            }
            else
            {
                var isDashed = entry.Kind == Kind.Dashed;
                sheet.Line(x, y, x + SwatchWidth, y, entry.Colour, isDashed ? 2 : 2.4, isDashed);
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
