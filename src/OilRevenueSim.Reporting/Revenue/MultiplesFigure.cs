using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Many small fans, each under its name; axes written once where they are shared.</summary>
internal static class MultiplesFigure
{
    private const double GapX = 24;
    private const double GapY = 16;
    private const double Swatch = 20;
    private const double UnitGap = 8;
    private const int MostUnitLines = 2;

    // A lower panel shows no course.
    private const double LeastHeight = 26;

    public static void Compose(MultiplesChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        if (chart.Panels.IsEmpty)
        {
            body = body with { Bottom = DrawMore(sheet, More(sheet, chart), body) };
            var statement = sheet.Words.Word("Zero in every month, on every simulated path.");
            Message.Draw(sheet, body, statement, sheet.Words.Word("There is no panel to show."));
            return;
        }

        var top = body.Top;
        sheet.FromStart(
            body,
            () =>
            {
                var below = body with { Top = DrawKey(sheet, chart, body) + 6 };
                top = chart.Unit.Length > 0 ? UnitLine.Draw(sheet, below, chart.Unit) : below.Top + 4;
            }
        );
        var tick = sheet.Theme.Tick with { Size = 10.5 };
        var axis = new MonthAxis(chart.Months);
        var widest = chart.Panels.Select(p => Axis(p.Min, p.Max, 7)).Max(a => ZeroAxis.Width(Numbers(sheet, a), tick));
        var gap = chart.IsShared ? GapX : GapX + widest;
        var free = new Box(body.Left + widest, top, body.Right, body.Bottom - MonthAxis.Height(tick));
        var title = sheet.Theme.PanelTitle.LineHeight + 5;
        chart = Fitting(sheet, chart, body, free, gap, title);
        var grid = free with { Bottom = DrawMore(sheet, More(sheet, chart), body) - MonthAxis.Height(tick) };
        var (columns, rows, wide, high) = Cells(sheet, chart.Panels.Length, grid, gap);
        var unitLines = UnitLines(sheet, chart, wide);
        title += unitLines * tick.LineHeight;
        var isTight = rows > 1 && chart.Panels.Length % columns != 0;
        var shared = Axis(chart.Panels.Min(p => p.Min), chart.Panels.Max(p => p.Max), ZeroAxis.Most(high - title));
        for (var i = 0; i < chart.Panels.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            var (x, y) = (grid.Left + (column * (wide + gap)), grid.Top + (row * (high + GapY)));
            var shown = chart.Panels[i];
            DrawHead(sheet, shown, unitLines, x, x + wide, y + (Face.Ascent * sheet.Theme.PanelTitle.Size));
            var scale = chart.IsShared ? shared : Axis(shown.Min, shown.Max, ZeroAxis.Most(high - title));
            var data = new Box(x, y + title, x + wide, y + high);
            var panel = sheet.Add(new Panel(data, MonthAxis.Min, axis.Max, scale.Low, scale.High));
            DrawPanel(
                sheet,
                panel,
                shown,
                scale,
                axis,
                tick,
                hasNumbers: chart.IsShared ? column == 0 : shown is not { Max: 0, Min: 0 }
            );
            if (row == rows - 1 || (isTight && i + columns >= chart.Panels.Length))
            {
                axis.Draw(sheet, panel, tick);
            }
        }
    }

    // As many panels as are high enough below their heads; the rest, the smallest, are named below.
    private static MultiplesChart Fitting(
        Sheet sheet,
        MultiplesChart chart,
        Box body,
        Box free,
        double gap,
        double title
    )
    {
        var fitting = chart;
        for (var count = chart.Panels.Length - 1; count > 0; count--)
        {
            var lines = MoreLines(sheet, More(sheet, fitting), body);
            var grid = free with { Bottom = free.Bottom - MoreHeight(sheet, lines) };
            var cells = Cells(sheet, fitting.Panels.Length, grid, gap);
            var heads = title + (UnitLines(sheet, fitting, cells.Wide) * sheet.Theme.Tick.LineHeight);
            if (cells.High >= heads + LeastHeight)
            {
                break;
            }

            fitting = chart with
            {
                Panels = chart.Panels[..count],
                Smaller = [.. chart.Panels.Skip(count).Select(p => p.Label), .. chart.Smaller],
            };
        }

        return fitting;
    }

    private static (int Columns, int Rows, double Wide, double High) Cells(Sheet sheet, int count, Box grid, double gap)
    {
        var columns = PanelGrid.Columns(sheet, count, grid, gap, GapY);
        var rows = (count + columns - 1) / columns;
        return (
            columns,
            rows,
            (grid.Width - ((columns - 1) * gap)) / columns,
            (grid.Height - ((rows - 1) * GapY)) / rows
        );
    }

    // Lines below the names that units of their own take: none where each stands behind its name.
    private static int UnitLines(Sheet sheet, MultiplesChart chart, double wide) =>
        chart.Panels.All(p => HeadWidth(sheet, p) <= wide)
            ? 0
            : chart.Panels.Max(p => Wording.Wrap(p.Unit, sheet.Theme.Tick, wide, MostUnitLines).Count);

    private static double HeadWidth(Sheet sheet, MultiplesPanel shown) =>
        shown.Unit.Length == 0
            ? 0
            : Wording.Width(shown.Label, sheet.Theme.PanelTitle)
                + UnitGap
                + Wording.Width(shown.Unit, sheet.Theme.Tick);

    // Whose it is, and behind or below it the unit where it is the panel's own.
    private static void DrawHead(
        Sheet sheet,
        MultiplesPanel shown,
        int unitLines,
        double left,
        double right,
        double baseline
    )
    {
        var quiet = sheet.Theme.Tick;
        var (name, style) = Wording.Fitted(shown.Label, sheet.Theme.PanelTitle, right - left);
        var label = sheet.TextWithin(Role.PanelTitle, name, style, left, right, baseline);
        if (unitLines > 0)
        {
            foreach (var line in Wording.Wrap(shown.Unit, quiet, right - left, unitLines))
            {
                baseline += quiet.LineHeight;
                sheet.TextWithin(Role.Axis, line, quiet, left, right, baseline);
            }

            return;
        }

        if (shown.Unit.Length == 0)
        {
            return;
        }

        if (sheet.Words.IsRightToLeft)
        {
            right = label.Left - UnitGap;
        }
        else
        {
            left = label.Left + label.Width + UnitGap;
        }

        sheet.TextWithin(Role.Axis, shown.Unit, quiet, left, right, baseline);
    }

    // A panel in which nothing is above zero has no scale of its own.
    private static SignedAxis Axis(double low, double high, int most) =>
        SignedAxis.Over(low, high > 0 || low < 0 ? high : 1, most);

    private static string[] Numbers(Sheet sheet, SignedAxis axis) =>
        [.. axis.Texts(sheet.Words, 1).Select(t => axis.Below == 0 ? t.TrimStart('+') : t)];

    private static void DrawPanel(
        Sheet sheet,
        Panel panel,
        MultiplesPanel shown,
        SignedAxis scale,
        MonthAxis axis,
        Style tick,
        bool hasNumbers
    )
    {
        var texts = Numbers(sheet, scale);
        var free = double.PositiveInfinity;
        for (var i = -scale.Below; i <= scale.Ticks.Count; i++)
        {
            var value = scale.Ticks.Step * i;
            panel.Gridline(value, sheet.Theme.Grid);
            var baseline = panel.Y(value) + (Face.CapHeight * tick.Size / 2);
            if (hasNumbers && baseline <= free)
            {
                free = baseline - tick.LineHeight;
                sheet.Text(Role.Tick, texts[i + scale.Below], tick, Anchor.End, panel.Data.Left - 8, baseline);
            }
        }

        if (shown.Bands.IsEmpty)
        {
            panel.Line(axis.Positions(), MonthAxis.Values(shown.Mean), sheet.Theme.Second, 2, isDashed: true);
        }
        else
        {
            FanParts.DrawBands(sheet, panel, shown.Bands, shown.Median, shown.Mean, axis);
        }

        sheet.Line(panel.Data.Left, panel.Y(0), panel.Data.Right, panel.Y(0), sheet.Theme.Baseline, 1);
        if (shown is { Max: 0, Min: 0 })
        {
            var style = sheet.Theme.Direct;
            var word = sheet.Words.Word("zero");
            sheet.Text(Role.Direct, word, style, Anchor.Middle, panel.Data.CentreX, panel.Y(0) - 6);
        }
    }

    // What tints and lines mean, once for all panels.
    private static double DrawKey(Sheet sheet, MultiplesChart chart, Box body)
    {
        var bands = chart.Panels.FirstOrDefault(p => !p.Bands.IsEmpty)?.Bands ?? [];
        var style = sheet.Theme.Key;
        var entries = new List<(string Text, SKColor Colour, FanStroke Stroke)>();
        // A band without width in any panel is not to be seen.
        var seen = Enumerable.Range(0, bands.Length).Where(i => chart.Panels.Any(p => HasBand(p, i)));
        entries.AddRange(seen.Select(i => (bands[i].Label, sheet.Theme.FanTint(i, bands.Length), FanStroke.Band)));
        if (!bands.IsEmpty)
        {
            entries.Add((sheet.Words.Word("median"), sheet.Theme.Accent, FanStroke.Solid));
        }

        entries.Add((sheet.Words.Word("mean"), sheet.Theme.Second, FanStroke.Dashed));
        var (x, y) = (body.Left, body.Top);
        foreach (var (text, colour, stroke) in entries)
        {
            var width = Swatch + 6 + Wording.Width(text, style);
            if (x + width > body.Right && x > body.Left)
            {
                (x, y) = (body.Left, y + style.LineHeight + 2);
            }

            var baseline = y + (Face.Ascent * style.Size);
            var middle = baseline - (Face.CapHeight * style.Size / 2);
            if (stroke == FanStroke.Band)
            {
                sheet.Add(new RectMark(new Box(x, middle - 5, x + Swatch, middle + 5), new Fill(colour)));
            }
            else
            {
                sheet.Line(x, middle, x + Swatch, middle, colour, 2.2, stroke == FanStroke.Dashed);
            }

            sheet.Text(Role.Key, text, style, Anchor.Start, x + Swatch + 6, baseline);
            x += width + 18;
        }

        return y + style.LineHeight;
    }

    private static bool HasBand(MultiplesPanel panel, int index) =>
        index < panel.Bands.Length && !FanParts.IsFlat(panel.Bands[index]);

    private static string More(Sheet sheet, MultiplesChart chart) =>
        MultiplesCharts.More(sheet.Words, chart.Smaller, chart.Nothing);

    private static List<string> MoreLines(Sheet sheet, string more, Box body) =>
        more.Length == 0 ? [] : Wording.Wrap(more, sheet.Theme.Axis, body.Width, 2);

    private static double MoreHeight(Sheet sheet, List<string> lines) =>
        lines.Count == 0 ? 0 : (lines.Count * sheet.Theme.Axis.LineHeight) + 8;

    // Returns where the room above it ends.
    private static double DrawMore(Sheet sheet, string more, Box body)
    {
        var style = sheet.Theme.Axis;
        var lines = MoreLines(sheet, more, body);
        for (var i = 0; i < lines.Count; i++)
        {
            var baseline = body.Bottom - ((lines.Count - i) * style.LineHeight) + (Face.Ascent * style.Size);
            sheet.TextWithin(Role.Axis, lines[i], style, body.Left, body.Right, baseline);
        }

        return body.Bottom - MoreHeight(sheet, lines);
    }
}
