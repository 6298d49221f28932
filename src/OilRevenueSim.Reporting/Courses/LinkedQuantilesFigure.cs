using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Courses;

/// <summary>Quantiles of two courses as small multiples: a row a quantile, an arrow from the first course to the other.</summary>
internal static class LinkedQuantilesFigure
{
    private const int MostPanels = 9;
    private const double WidestName = 0.15; // of the figure
    private const double GapX = 30;
    private const double GapY = 12;
    private const double Dot = 3.2;
    private const double ShortestArrow = 12; // a dot and a whole head
    private const double Tick = 5; // half a tick, which stands out of a dot
    private const double LeastRow = 10.5;
    private const double TypeOfRow = 0.76;
    private const int MostDecimals = 6;
    private const double LeastMove = 1e-3; // of the axis
    private const double Rounding = 1e-9; // 1.2 − 1.1 is a whole tenth
    private const double KeyDot = 14;

    public static void Compose(LinkedQuantilesChart chart, Sheet sheet)
    {
        var panels = chart.Panels.ToArray();
        var max = panels.SelectMany(p => p.Links).Select(l => Math.Max(l.First, l.Course)).DefaultIfEmpty(0).Max();
        var isZero = chart.IsAllZero || !(max > 0);
        var given = chart.Unit;
        var unit = isZero ? given : given.For(max);
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));
        if (isZero)
        {
            Message.Draw(
                sheet,
                sheet.Add(new Panel(body.Inset(0, 0, 0, 24), 0, 1, 0, 1)).Data,
                sheet.Words.Say($"{chart.Actor}: zero under every course, on every simulated path."),
                sheet.Words.Word("All quantiles lie at zero.")
            );
            return;
        }

        var links = panels[0].Links.Length;
        var names = Math.Min(
            ZeroAxis.Width(panels[0].Links.Select(l => l.Label), sheet.Theme.Tick),
            body.Width * WidestName
        );
        var axisHeight = 8 + sheet.Theme.Tick.LineHeight;
        double KeyHeight(int shown) =>
            (KeyLines(sheet, body, chart, shown).Right.Count * sheet.Theme.Key.LineHeight) + 8;
        var shown = Most(sheet, body.Height - KeyHeight(panels.Length) - axisHeight, links);
        shown = Most(sheet, body.Height - KeyHeight(Math.Min(shown, panels.Length)) - axisHeight, links);
        panels = [.. Shown(chart, shown).Select(i => chart.Panels[i])];
        sheet.FromStart(body, () => DrawKey(sheet, body, chart, panels.Length));
        var top = body.Top + KeyHeight(panels.Length);
        var columns = Columns(panels.Length);
        var rows = (panels.Length + columns - 1) / columns;
        var cellWidth = (body.Width - names - ((columns - 1) * GapX)) / columns;
        var cellHeight = (body.Bottom - axisHeight - top - ((rows - 1) * GapY)) / rows;
        var title = sheet.Theme.PanelTitle.LineHeight + 2;
        var size = Math.Min(11, (cellHeight - title) / links * TypeOfRow);
        var style = sheet.Theme.Tick with { Size = size };
        int[] digits = [.. Enumerable.Range(0, links).Select(i => Digits(panels.Select(p => p.Links[i]), scale, max))];
        var valueRoom = panels
            .SelectMany(p => p.Links.Zip(digits))
            .Max(l => Wording.Width(Values(l.First, l.Second, scale, max, sheet.Words), style));
        var xMax = max * cellWidth / Math.Max(cellWidth - valueRoom - 12, cellWidth * 0.3);
        for (var i = 0; i < panels.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            var x = body.Left + names + (column * (cellWidth + GapX));
            var y = top + (row * (cellHeight + GapY));
            var name = Wording.Shorten(panels[i].Course, sheet.Theme.PanelTitle, cellWidth);
            var baseline = y + (Face.Ascent * sheet.Theme.PanelTitle.Size);
            sheet.Text(Role.PanelTitle, name, sheet.Theme.PanelTitle, Anchor.Start, x, baseline);
            var data = new Box(x, y + title, x + cellWidth, y + cellHeight);
            var panel = sheet.Add(new Panel(data, 0, xMax, 0, links));
            var isLast = i + columns >= panels.Length;
            DrawAxis(sheet, panel, max, scale, isLast);
            DrawLinks(sheet, panel, panels[i], chart.LessIsBetter, style, scale, max, digits, column == 0 ? names : 0);
        }
    }

    // The first panels, and the one that the title is about.
    private static IEnumerable<int> Shown(LinkedQuantilesChart chart, int most) =>
        Enumerable.Range(0, chart.Panels.Length).OrderBy(i => i == chart.Told ? 0 : 1).Take(most).Order();

    private static int Columns(int panels) =>
        panels switch
        {
            1 => 1,
            2 or 4 => 2,
            _ => 3,
        };

    // Panels whose rows are still legible.
    private static int Most(Sheet sheet, double room, int links)
    {
        var least = sheet.Theme.PanelTitle.LineHeight + 2 + (links * LeastRow);
        var rows = Math.Max(1, (int)((room + GapY) / (least + GapY)));
        return Math.Min(MostPanels, rows == 1 ? 3 : 3 * rows);
    }

    private static void DrawKey(Sheet sheet, Box body, LinkedQuantilesChart chart, int shown)
    {
        var style = sheet.Theme.Key;
        var baseline = body.Top + (Face.Ascent * style.Size);
        var middle = baseline - (Face.CapHeight * style.Size / 2);
        sheet.Add(new DotMark(body.Left + 5, middle, Dot, sheet.Theme.Baseline));
        var (left, lines) = KeyLines(sheet, body, chart, shown);
        var label = sheet.Text(Role.Key, left, style, Anchor.Start, body.Left + KeyDot, baseline);
        var x = label.Box.Right + 22;
        sheet.Add(new ArrowMark(x, middle, x + 22, middle, sheet.Theme.Accent, 1.8));
        sheet.Add(new ArrowMark(x + 30, middle, x + 52, middle, sheet.Theme.Second, 1.8));
        foreach (var line in lines)
        {
            sheet.Text(Role.Key, line, style, Anchor.Start, x + 60, baseline);
            baseline += style.LineHeight;
        }
    }

    // What the dot means, and what the arrows mean in as many lines as that takes.
    private static (string Left, List<string> Right) KeyLines(
        Sheet sheet,
        Box body,
        LinkedQuantilesChart chart,
        int shown
    )
    {
        var style = sheet.Theme.Key;
        var left = Wording.Shorten(sheet.Words.Say($"under “{chart.First}”"), style, body.Width * 0.4);
        var more = chart.Panels.Length - shown;
        var right =
            sheet.Words.Word(
                chart.LessIsBetter
                    ? "better (less), worse under the course above; a short move is a tick"
                    : "better (more), worse under the course above; a short move is a tick"
            )
            + (more > 0 ? sheet.Words.Word("; ") : "")
            + more switch
            {
                0 => "",
                1 => sheet.Words.Say(
                    $"and {more} more: {chart.Panels[Enumerable.Range(0, chart.Panels.Length).Except(Shown(chart, shown)).Single()].Course}"
                ),
                _ => sheet.Words.Say($"and {more} more {sheet.Words.Word("courses")} in the table file"),
            };
        var width = body.Width - KeyDot - Wording.Width(left, style) - 22 - 60;
        return (left, Wording.Wrap(right, style, width, 3));
    }

    private static void DrawAxis(Sheet sheet, Panel panel, double max, double scale, bool isNamed)
    {
        var data = panel.Data;
        var ticks = Ticks.UpTo(max, Math.Clamp((int)(data.Width / 70), 2, 6));
        for (var i = 0; i <= ticks.Count && ticks[i] <= panel.XMax; i++)
        {
            panel.Line([ticks[i], ticks[i]], [0, panel.YMax], i == 0 ? sheet.Theme.Baseline : sheet.Theme.Grid, 1);
            var text = ticks.Text(i, sheet.Words, scale);
            var half = Wording.Width(text, sheet.Theme.Tick) / 2;
            if (isNamed && panel.X(ticks[i]) + half <= data.Right + (GapX / 2))
            {
                var baseline = data.Bottom + 6 + (Face.Ascent * sheet.Theme.Tick.Size);
                sheet.Text(Role.Tick, text, sheet.Theme.Tick, Anchor.Middle, panel.X(ticks[i]), baseline);
            }
        }
    }

    private static void DrawLinks(
        Sheet sheet,
        Panel panel,
        LinkedQuantilesPanel course,
        bool lessIsBetter,
        Style style,
        double scale,
        double max,
        int[] digits,
        double names
    )
    {
        for (var i = 0; i < course.Links.Length; i++)
        {
            var link = course.Links[i];
            var y = panel.Y(i + 0.5);
            var baseline = y + (Face.CapHeight * style.Size / 2);
            var (from, to) = (panel.X(link.First), panel.X(link.Course));
            var colour =
                !link.IsShown ? sheet.Theme.Quiet
                : link.Course < link.First == lessIsBetter ? sheet.Theme.Accent
                : sheet.Theme.Second;
            var isArrow = Math.Abs(to - from) >= ShortestArrow;
            if (isArrow)
            {
                sheet.Add(new ArrowMark(from, y, to, y, colour, 2));
            }

            var isTick = !isArrow && IsMove(link, max);
            if (isTick)
            {
                sheet.Line(from, y, to, y, colour, 2);
            }

            sheet.Add(new DotMark(from, y, Dot, sheet.Theme.Baseline));
            if (isTick)
            {
                sheet.Line(to, y - Tick, to, y + Tick, colour, 2);
            }

            var text = Values(link, digits[i], scale, max, sheet.Words);
            sheet.Text(Role.Direct, text, style, Anchor.Start, Math.Max(from, to) + 9, baseline, hasHalo: true);
            if (names > 0)
            {
                var label = Wording.Shorten(link.Label, style, names - 8);
                sheet.Text(Role.Tick, label, style, Anchor.End, panel.Data.Left - 8, baseline);
            }
        }
    }

    // Below a thousandth of the axis neither a tick nor the digits could show it.
    private static bool IsMove(QuantileLink link, double max) => Math.Abs(link.Course - link.First) >= LeastMove * max;

    // One number where nothing moves.
    private static string Values(QuantileLink link, int decimals, double scale, double max, Language words)
    {
        var first = Number(link.First * scale, decimals, words);
        return IsMove(link, max) ? words.Say($"{first} to {Number(link.Course * scale, decimals, words)}") : first;
    }

    // Decimals of one quantile in all panels: those that show its smallest amount, and its smallest move
    // as two of the last digit or more.
    private static int Digits(IEnumerable<QuantileLink> row, double scale, double max)
    {
        var links = row.ToList();
        var amounts = links.SelectMany(l => (double[])[l.First, l.Course]).ToList();
        var moves = links.Where(l => IsMove(l, max)).Select(l => Math.Abs(l.Course - l.First) / 2);
        return amounts
            .Concat(moves)
            .Where(v => v >= LeastMove * max / 2)
            .Select(v => Math.Clamp(-(int)Math.Floor(Math.Log10(v * scale * (1 + Rounding))), 0, MostDecimals))
            .Append(Decimals(amounts.Max() * scale))
            .Max();
    }

    private static int Decimals(double value) =>
        Math.Abs(value) switch
        {
            0 => 0,
            < 0.995 => 2,
            < 9.95 => 1,
            _ => 0,
        };

    private static string Number(double value, int decimals, Language words) =>
        value == 0 ? "0" : words.Number(value, "#,0." + new string('0', decimals));
}
