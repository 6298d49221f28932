using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Mean monthly revenue stacked by source: bars while they are wide enough, areas beyond; names at the right.</summary>
internal static class SourcesFigure
{
    private const int MostBars = 24;
    private const double RowHeight = 19;
    private const double Swatch = 10;

    public static void Compose(SourcesChart chart, Sheet sheet)
    {
        var months = chart.Months.Length;
        var max = Enumerable.Range(0, months).Select(m => chart.Sources.Sum(s => s.Mean[m])).DefaultIfEmpty(0).Max();
        var isZero = chart.IsAllZero || !(max > 0);
        var given = chart.Unit;
        var unit = isZero ? given : given.For(max);
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));

        var top = UnitLine.Draw(sheet, body, sheet.Words.Unit(unit));
        var plotHeight = body.Bottom - top - MonthAxis.Height(sheet.Theme.Tick);
        var ticks = Ticks.UpTo(isZero ? 1 : max, ZeroAxis.Most(plotHeight));
        var numbers = isZero
            ? ["0"]
            : Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i, sheet.Words, scale)).ToArray();
        var keys = isZero ? [] : Keys(sheet, chart, body.Width * 0.3);
        var right = keys.Count == 0 ? 0 : 18 + Swatch + 7 + keys.Max(k => k.Width);
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - right,
            body.Bottom - MonthAxis.Height(sheet.Theme.Tick)
        );
        var axis = new MonthAxis(chart.Months, months <= MostBars);
        var panel = sheet.Add(new Panel(data, axis.Min, axis.Max, 0, ticks.Top));
        if (isZero)
        {
            sheet.Text(
                Role.Tick,
                "0",
                sheet.Theme.Tick,
                Anchor.End,
                data.Left - 8,
                data.Bottom + (Face.CapHeight * sheet.Theme.Tick.Size / 2)
            );
            Message.Draw(
                sheet,
                data,
                sheet.Words.Say($"{chart.Actor}: no oil revenue in any month, on any simulated path."),
                sheet.Words.Word("No source of barrels and no levy brings anything.")
            );
        }
        else
        {
            ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], sheet.Theme.Tick);
            DrawStack(sheet, panel, chart, axis);
            DrawKeys(sheet, panel, chart, keys);
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
    }

    private static Fill FillOf(Sheet sheet, SourcesChart chart, int source) =>
        chart.Sources[source].IsOther ? new Fill(sheet.Theme.Nothing) : sheet.Theme.Category(source);

    private static void DrawStack(Sheet sheet, Panel panel, SourcesChart chart, MonthAxis axis)
    {
        var months = chart.Months.Length;
        var floor = new double[months];
        var slot = panel.Data.Width / months;
        var barWidth = Math.Min(0.74, 90 / slot);
        // White seams of one pixel part neighbours, so that the stack reads without colour.
        var seam = (panel.YMax - panel.YMin) / panel.Data.Height;
        for (var s = 0; s < chart.Sources.Length; s++)
        {
            var fill = FillOf(sheet, chart, s);
            var ceiling = new double[months];
            for (var m = 0; m < months; m++)
            {
                ceiling[m] = floor[m] + chart.Sources[s].Mean[m];
                if (months <= MostBars && chart.Sources[s].Mean[m] > 0)
                {
                    var low = floor[m] > 0 ? Math.Min(floor[m] + seam, ceiling[m]) : 0;
                    panel.Bar(m + 0.5, barWidth, low, ceiling[m], fill);
                }
            }

            if (months > MostBars)
            {
                var xs = axis.Positions();
                panel.Area(xs, axis.Values(floor), axis.Values(ceiling), fill);
                if (s > 0)
                {
                    panel.Line(xs, axis.Values(floor), sheet.Theme.Paper, 1);
                }
            }

            floor = ceiling;
        }
    }

    private static List<SourceKey> Keys(Sheet sheet, SourcesChart chart, double maxWidth)
    {
        var whole = chart.Sources.Sum(s => s.Total);
        var keys = new List<SourceKey>();
        foreach (var source in chart.Sources)
        {
            var share = whole > 0 ? Percent.Share(source.Total / whole, sheet.Words) : "";
            var shareWidth = Wording.Width(share, sheet.Theme.Axis) + 7;
            var name = Wording.Shorten(source.Label, sheet.Theme.Direct, maxWidth - shareWidth);
            var nameWidth = Wording.Width(name, sheet.Theme.Direct);
            keys.Add(new SourceKey(name, share, nameWidth + 7, nameWidth + shareWidth));
        }

        return keys;
    }

    // In the order of the stack, each as near as may be to the middle of its band in the last month.
    private static void DrawKeys(Sheet sheet, Panel panel, SourcesChart chart, List<SourceKey> keys)
    {
        var wished = new double[keys.Count];
        var floor = 0.0;
        for (var s = 0; s < keys.Count; s++)
        {
            var mean = chart.Sources[s].Mean[^1];
            wished[keys.Count - 1 - s] = panel.Y(floor + (mean / 2));
            floor += mean;
        }

        var centres = LabelStack.Spread(
            wished,
            RowHeight,
            panel.Data.Top - (RowHeight / 2),
            panel.Data.Bottom + (RowHeight / 2)
        );
        var x = panel.Data.Right + 18;
        for (var s = 0; s < keys.Count; s++)
        {
            var y = centres[keys.Count - 1 - s];
            var key = keys[s];
            sheet.Add(
                new RectMark(new Box(x, y - (Swatch / 2), x + Swatch, y + (Swatch / 2)), FillOf(sheet, chart, s))
            );
            var baseline = y + (0.36 * sheet.Theme.Direct.Size);
            sheet.Text(Role.Key, key.Name, sheet.Theme.Direct, Anchor.Start, x + Swatch + 7, baseline);
            sheet.Text(Role.Key, key.Share, sheet.Theme.Axis, Anchor.Start, x + Swatch + 7 + key.ShareOffset, baseline);
        }
    }

    private sealed record SourceKey(string Name, string Share, double ShareOffset, double Width);
}
