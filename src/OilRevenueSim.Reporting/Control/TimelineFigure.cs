using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Control;

/// <summary>Time line of one path: a row an area in its holder's colour, closures and attacks below, money as bars.</summary>
internal static class TimelineFigure
{
    private const double LeastRow = 12;
    private const double MostRow = 24;
    private const double MoneyShare = 0.34;

    // Where rows would be left out.
    private const double LeastMoneyShare = 0.24;

    public static void Compose(TimelineChart chart, Sheet sheet)
    {
        var max = chart.Money.DefaultIfEmpty(0).Max();
        var given = chart.Unit;
        var unit = max > 0 ? given.For(max) : given;
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));
        var bottom = body.Bottom - MonthAxis.Height(sheet.Theme.Tick);
        var moneyTitle = sheet.Theme.Axis.LineHeight + 8;
        var all = new Sheet(sheet.Canvas.Width, sheet.Canvas.Height, sheet.Theme, sheet.Words);
        var under = bottom - HolderFigure.DrawKey(all, body, chart.Actors, hasLetters: true) - 8;
        double Room(double share, double height) => (height * (1 - share)) - moneyTitle - 6;
        var share = chart.Rows.Length * LeastRow <= Room(MoneyShare, under) ? MoneyShare : LeastMoneyShare;
        var (rows, left) = Choose(chart, (int)(Room(share, under) / LeastRow), sheet.Words);
        // The key promises no holder whose areas are left out.
        int[] held = [.. rows.SelectMany(r => r.Spans).Select(s => s.Actor).Where(a => a >= 0).Distinct().Order()];
        var top = HolderFigure.DrawKey(sheet, body, [.. held.Select(a => chart.Actors[a])], hasLetters: true);
        top += held.Length > 0 ? 8 : 0;
        var room = Room(share, bottom - top);
        var lines = rows.Count + (left is null ? 0 : 1);
        var rowHeight = Math.Min(MostRow, room / Math.Max(1, lines));
        // What the rows do not need is the money's.
        var moneyHeight = ((bottom - top) * share) + room - (lines * rowHeight);
        var style = sheet.Theme.Tick with { Size = Math.Min(11, rowHeight * 0.72) };
        var ticks = Ticks.Within(max > 0 ? max : 1, ZeroAxis.Most(moneyHeight));
        string[] numbers =
            max > 0 ? [.. Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i, sheet.Words, scale))] : ["0"];
        var names = Math.Min(rows.Max(r => Wording.Width(r.Label, style)) + 10, body.Width * 0.24);
        var x = body.Left + Math.Max(names, ZeroAxis.Width(numbers, sheet.Theme.Tick));
        var axis = new MonthAxis(chart.Months);
        var bars = new Box(x, top, body.Right, top + (rows.Count * rowHeight));
        DrawRows(sheet, sheet.Add(new Panel(bars, MonthAxis.Min, axis.Max, 0, rows.Count)), chart, rows, style);
        if (left is not null)
        {
            var baseline = bars.Bottom + 2 + (Face.Ascent * style.Size);
            sheet.Text(Role.Axis, Wording.Shorten(left, style, body.Right - x), style, Anchor.Start, x, baseline);
        }

        var data = new Box(x, bottom - moneyHeight, body.Right, bottom);
        DrawMoney(sheet, data, chart, axis, unit, ticks, numbers, body.Left);
    }

    // The attacks first, then areas of the actor of the title, others that change hands, and what is shut longest, at least a third
    // where there is so much; then others that never change hands.
    private static (List<TimelineRow> Rows, string? Left) Choose(TimelineChart chart, int most, Language words)
    {
        if (chart.Rows.Length <= most)
        {
            return ([.. chart.Rows], null);
        }

        var ordered = chart
            .Rows.OrderBy(r => Rank(r, chart))
            .ThenByDescending(r => IsClosure(r) ? r.Spans.Sum(s => s.To - s.From) : 0.0)
            .ToList();
        var rows = Math.Max(1, most - 1);
        var kept = ordered.Where(IsClosure).Take(rows / 3).ToHashSet();
        kept.UnionWith(ordered.Where(r => !kept.Contains(r)).Take(rows - kept.Count).ToList());
        var gone = chart.Rows.Where(r => !kept.Contains(r)).ToList();
        var (still, shut) = (gone.Count(IsStill), gone.Count(IsClosure));
        var changing = gone.Count - still - shut;
        string?[] left =
        [
            changing == 0 ? null : words.Say($"{changing} more that change hands"),
            shut == 0 ? null
            : shut == 1 ? words.Word("1 place shut for less time")
            : words.Say($"{shut} places shut for less time"),
            still == 0 ? null
            : still == 1 ? words.Word("1 area that never changes hands")
            : words.Say($"{still} areas that never change hands"),
        ];
        return (
            [.. chart.Rows.Where(kept.Contains)],
            words.Say($"Left out: {string.Join(words.Word(", "), left.OfType<string>())}")
        );
    }

    private static int Rank(TimelineRow row, TimelineChart chart) =>
        row.Marks.Length > 0 ? 0
        : IsClosure(row) ? 4
        : row.Spans.Any(s => s.Actor >= 0 && chart.Actors[s.Actor] == chart.Earner) ? (IsStill(row) ? 2 : 1)
        : IsStill(row) ? 5
        : 3;

    private static bool IsClosure(TimelineRow row) => row.Spans.Length > 0 && row.Spans[0].Actor < 0;

    private static bool IsStill(TimelineRow row) => row.Spans.Length == 1 && row.Spans[0].Actor >= 0;

    private static void DrawRows(Sheet sheet, Panel panel, TimelineChart chart, List<TimelineRow> rows, Style style)
    {
        var height = panel.Data.Height / rows.Count;
        for (var i = 0; i < rows.Count; i++)
        {
            var (low, high) = (rows.Count - i - 0.9, rows.Count - i - 0.1);
            foreach (var span in rows[i].Spans)
            {
                var fill =
                    span.Actor < 0 ? new Fill(sheet.Theme.Baseline, 45) : sheet.Theme.Of(chart.Actors[span.Actor]);
                panel.Area([span.From, span.To], [low, low], [high, high], fill);
                if (span.Actor >= 0 && rows[i].Marks.IsEmpty)
                {
                    WriteHolder(sheet, panel, chart, span, fill, panel.Y(high), panel.Y(low));
                }
            }

            var centre = panel.Data.Top + ((i + 0.5) * height);
            foreach (var mark in rows[i].Marks)
            {
                sheet.Line(
                    panel.X(mark),
                    centre - (height * 0.36),
                    panel.X(mark),
                    centre + (height * 0.36),
                    sheet.Theme.Second,
                    2
                );
            }

            var label = Wording.Shorten(rows[i].Label, style, panel.Data.Left - Theme.MarginX - 8);
            var baseline = centre + (Face.CapHeight * style.Size / 2);
            sheet.Text(Role.Tick, label, style, Anchor.End, panel.Data.Left - 8, baseline);
        }
    }

    // At the start of its time, where the row is tall and the time long enough; else its letter.
    private static void WriteHolder(
        Sheet sheet,
        Panel panel,
        TimelineChart chart,
        TimelineSpan span,
        Fill fill,
        double top,
        double bottom
    )
    {
        const double Pad = 6;
        const double LeastPad = 1;
        const double MostType = 0.95;
        var style = sheet.Theme.Inside with { Colour = sheet.Theme.InkOn(fill.Colour) };
        if (fill.HatchDegrees is not null)
        {
            return;
        }

        style = style with { Size = Math.Min(style.Size, (bottom - top) * MostType) };
        var room = panel.X(span.To) - panel.X(span.From) - (2 * Pad);
        var letter = HolderLetter.Of(chart.Actors[span.Actor]);
        string[] names =
            bottom - top < sheet.Theme.Inside.LineHeight
                ? [letter]
                : [.. HolderFigure.Names(chart.Actors, span.Actor), letter];
        var baseline = ((top + bottom) / 2) + (Face.CapHeight * style.Size / 2);
        if (Array.Find(names, name => Wording.Width(name, style) <= room) is { } fitting)
        {
            sheet.Text(Role.Direct, fitting, style, Anchor.Start, panel.X(span.From) + Pad, baseline);
        }
        else if (Wording.Width(letter, style) <= room + (2 * (Pad - LeastPad)))
        {
            sheet.Text(Role.Direct, letter, style, Anchor.Middle, panel.X((span.From + span.To) / 2), baseline);
        }
    }

    private static void DrawMoney(
        Sheet sheet,
        Box data,
        TimelineChart chart,
        MonthAxis axis,
        ChartUnit unit,
        Ticks ticks,
        string[] numbers,
        double left
    )
    {
        var text = Wording.Shorten(
            $"{chart.Earner.Label}{sheet.Words.Word(", ")}{sheet.Words.Unit(unit)}",
            sheet.Theme.Axis,
            data.Right - left
        );
        var baseline = data.Top - 8 - (Face.Descent * sheet.Theme.Axis.Size);
        sheet.Text(Role.Axis, text, sheet.Theme.Axis, Anchor.Start, left, baseline);
        var panel = sheet.Add(
            new Panel(
                data,
                MonthAxis.Min,
                axis.Max,
                0,
                Ticks.End(chart.Money.Append(numbers.Length > 1 ? 0 : 1).Max(), ticks.Step)
            )
        );
        if (numbers.Length > 1)
        {
            ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], sheet.Theme.Tick);
            for (var m = 0; m < chart.Money.Length; m++)
            {
                panel.Bar(m + 0.5, 0.8, 0, chart.Money[m], sheet.Theme.Of(chart.Earner));
            }
        }
        else
        {
            var zero = data.Bottom + (Face.CapHeight * sheet.Theme.Tick.Size / 2);
            sheet.Text(Role.Tick, numbers[0], sheet.Theme.Tick, Anchor.End, data.Left - 8, zero);
            Message.Draw(sheet, data, sheet.Words.Word("No oil revenue in any month of this path."), "");
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
    }
}
