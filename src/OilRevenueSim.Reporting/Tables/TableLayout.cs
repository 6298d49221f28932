using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Tables;

/// <summary>A table measured in one form, and drawn if it is taken.</summary>
internal sealed class TableLayout
{
    private const int MostLines = 5;
    private const int MostTitleLines = 3;
    private const double AboveNote = 3;
    private const double BelowGroup = 7;
    private const double WidestName = 0.22; // of the table

    private readonly Sheet sheet;
    private readonly TableChart chart;
    private readonly Box area;
    private readonly TableForm form;
    private readonly Style text;
    private readonly Style strong;
    private readonly List<(string Name, int Start, int Count)> groups;
    private readonly double first;
    private readonly double[] widths;
    private readonly double barLength;
    private readonly bool fitsWide;
    private readonly double groupHeight;
    private readonly double titleHeight;
    private readonly double[] rowHeights;

    private readonly TableChart whole;

    /// <summary>Measures a table.</summary>
    /// <param name="sheet">Sheet it is drawn on.</param>
    /// <param name="whole">The table with all its columns and rows.</param>
    /// <param name="chart">What is left of it to be drawn.</param>
    /// <param name="area">Its room.</param>
    /// <param name="form">Its form.</param>
    public TableLayout(Sheet sheet, TableChart whole, TableChart chart, Box area, TableForm form)
    {
        this.sheet = sheet;
        this.whole = whole;
        this.chart = chart;
        this.area = area;
        this.form = form;
        text = new Style(sheet.Theme.Regular, form.Size, sheet.Theme.Ink);
        strong = new Style(sheet.Theme.Semibold, form.Size, sheet.Theme.Ink);
        groups = Groups();
        first = Math.Min(chart.Rows.Max(r => Wording.Width(r.Label, strong)) + 4, area.Width * WidestName);
        var room = area.Width - first - (form.Gap * chart.Columns.Length);
        double[] needs = [.. Enumerable.Range(0, chart.Columns.Length).Select(Need)];
        fitsWide = needs.Sum() <= room;
        widths = fitsWide ? WithLowHead(needs, room) : [.. needs.Select(n => n * room / needs.Sum())];
        barLength = widths.Min();
        groupHeight = groups.Max(g => Lines(g.Name, strong, Span(g, widths)).Count) * text.LineHeight;
        titleHeight = Enumerable.Range(0, widths.Length).Max(c => Head(c, widths[c]).Count) * text.LineHeight;
        rowHeights = [.. chart.Rows.Select(RowHeight)];
    }

    /// <summary>True where all rows find room, with what is said below them, and no word is broken.</summary>
    public bool IsWhole =>
        fitsWide
        && HeadHeight + rowHeights.Sum() + (HasNote ? NoteHeight : 0)
            <= area.Height + (HasNote ? TableFigure.BelowTable : 0);

    private bool HasNote => IsBrief || chart.Columns.Length < whole.Columns.Length;

    private bool IsBrief => form.IsBrief && chart.Rows.Any(r => r.Cells.Any(c => c.Brief is not null));

    private double NoteHeight => AboveNote + text.LineHeight;

    private double HeadHeight => groupHeight + BelowGroup + titleHeight + form.BelowHead;

    public void Draw()
    {
        DrawHead();
        var rowsTop = area.Top + HeadHeight;
        var top = rowsTop;
        foreach (var (r, row) in chart.Rows.Index())
        {
            DrawRow(row, top);
            top += rowHeights[r];
        }

        DrawNote(whole.Rows.Length - chart.Rows.Length, top);
        sheet.Add(new Panel(new Box(area.Left, rowsTop, area.Right, top), 0, 1, 0, 1));
    }

    // What is not shown. One row may take all the room there is; a line below it would lie on the foot.
    private void DrawNote(int left, double top)
    {
        var gone = whole
            .Columns.Where(c => !chart.Columns.Contains(c))
            .Select(c => c.Title)
            .Concat(IsBrief ? [sheet.Words.Word("intervals and errors")] : Array.Empty<string>())
            .ToList();
        string?[] notes =
        [
            left == 0 ? null
            : left == 1 ? sheet.Words.Say($"and {left} more: {whole.Rows.Except(chart.Rows).First().Label}")
            : sheet.Words.Say($"and {left} more {chart.RowsName} in the table file"),
            gone.Count > 0 ? sheet.Words.Say($"not shown, in the table file: {sheet.Words.List(gone)}") : null,
        ];
        var note = string.Join(sheet.Words.Word("; "), notes.OfType<string>());
        if (note.Length > 0 && top + NoteHeight <= area.Bottom + TableFigure.BelowTable)
        {
            var quiet = text with { Colour = sheet.Theme.Quiet };
            var baseline = top + AboveNote + (Face.Ascent * text.Size);
            sheet.Text(Role.Axis, Wording.Shorten(note, quiet, area.Width), quiet, Anchor.Start, area.Left, baseline);
        }
    }

    // What a column takes so that its numbers stand on one line, or on as few as they may be broken into, and its words are whole.
    private double Need(int column)
    {
        var cells = chart.Rows.Select(r => r.Cells[column]);
        var numbers = cells.SelectMany(c =>
            (form.IsBroken ? Glued(Number(c)).Split(' ') : [Number(c)]).Select(part => Wording.Width(part, StyleOf(c)))
        );
        var head = chart.Columns[column];
        var alone = groups.Find(g => g.Start == column && g.Count == 1).Name ?? "";
        var words = $"{head.Title} {head.Unit}".Split(' ').Select(w => Wording.Width(w, text));
        var least = numbers.Concat(words).Concat(alone.Split(' ').Select(w => Wording.Width(w, strong))).Max() + 1;
        while (Wording.Wrap(head.Title, text, least, int.MaxValue).Count > MostTitleLines)
        {
            least += text.Size / 2;
        }

        return least;
    }

    // As even as the needs let them be.
    private static double[] Levelled(double[] needs, double room)
    {
        var level = 0.0;
        var rest = room;
        foreach (var (i, need) in needs.OrderDescending().Index())
        {
            level = rest / (needs.Length - i);
            if (need <= level)
            {
                break;
            }

            rest -= need;
        }

        return [.. needs.Select(n => Math.Max(n, level))];
    }

    // What is wide is made wider still where the head becomes lower, from what the others do not need.
    private double[] WithLowHead(double[] needs, double room)
    {
        int[][] parts =
        [
            .. groups.Select(g => Enumerable.Range(g.Start, g.Count).ToArray()),
            .. Enumerable.Range(0, needs.Length).Select(c => (int[])[c]),
        ];
        var best = (Needs: needs, Lines: HeadLines(Levelled(needs, room)));
        for (var isLower = true; isLower; )
        {
            isLower = false;
            foreach (var part in parts)
            {
                var wider = best.Needs.ToArray();
                while (!isLower && Widened(wider, part) <= room)
                {
                    var lines = HeadLines(Levelled(wider, room));
                    if (lines < best.Lines)
                    {
                        (best, isLower) = ((wider.ToArray(), lines), true);
                    }
                }
            }
        }

        return Levelled(best.Needs, room);
    }

    private double Widened(double[] needs, int[] part)
    {
        foreach (var column in part)
        {
            needs[column] += text.Size / 2;
        }

        return needs.Sum();
    }

    // Of both lines of the head; then how many columns are as high as the highest, so that one after the other is made lower.
    private int HeadLines(double[] wide)
    {
        var titles = Enumerable.Range(0, wide.Length).Select(c => Head(c, wide[c]).Count).ToList();
        var names = groups.Max(g => Lines(g.Name, strong, Span(g, wide)).Count);
        return ((names + titles.Max()) * wide.Length) + titles.Count(t => t == titles.Max()) - 1;
    }

    private double RowHeight(TableRow row)
    {
        var label = Lines(row.Label, strong, first).Count * text.LineHeight;
        return Math.Max(label, NumberHeight(row) + form.Bar) + (2 * form.Pad);
    }

    private double NumberHeight(TableRow row) =>
        row.Cells.Select((c, i) => Lines(Number(c), StyleOf(c), widths[i]).Count).Max() * text.LineHeight;

    private string Number(TableCell cell) => form.IsBrief ? cell.Brief ?? cell.Text : cell.Text;

    private Style StyleOf(TableCell cell) =>
        cell.Tone == TableTone.Neutral ? text : strong with { Colour = Colour(cell.Tone) };

    /// <summary>All rows, or those of the title and as many as leave room for a line that counts the others; at least one.</summary>
    public List<int> Shown()
    {
        if (IsWhole)
        {
            return [.. Enumerable.Range(0, chart.Rows.Length)];
        }

        var room = area.Height + TableFigure.BelowTable - HeadHeight - NoteHeight;
        var shown = new List<int>();
        foreach (var r in chart.Told.Concat(Enumerable.Range(0, chart.Rows.Length)).Distinct())
        {
            if (rowHeights[r] > room && shown.Count > 0)
            {
                break;
            }

            room -= rowHeights[r];
            shown.Add(r);
        }

        shown.Sort();
        return shown;
    }

    private List<(string Name, int Start, int Count)> Groups()
    {
        var found = new List<(string Name, int Start, int Count)>();
        for (var c = 0; c < chart.Columns.Length; c++)
        {
            if (found.Count > 0 && found[^1].Name == chart.Columns[c].Group)
            {
                found[^1] = found[^1] with { Count = found[^1].Count + 1 };
            }
            else
            {
                found.Add((chart.Columns[c].Group, c, 1));
            }
        }

        return found;
    }

    private double Left(int column) => area.Left + first + form.Gap + widths.Take(column).Sum(w => w + form.Gap);

    private double Span((string Name, int Start, int Count) group, double[] wide) =>
        wide.Skip(group.Start).Take(group.Count).Sum() + ((group.Count - 1) * form.Gap);

    private List<string> Head(int column, double width) =>
        [.. Lines(chart.Columns[column].Title, text, width), .. Lines(chart.Columns[column].Unit, text, width)];

    // A number may leave its interval and its unit, which stay whole where they fit at all.
    private List<string> Lines(string words, Style style, double width)
    {
        var glued = Glued(words);
        var isWide = glued.Split(' ').All(part => Wording.Width(part, style) <= width);
        return Wording.Wrap(isWide ? glued : words, style, width, MostLines);
    }

    private string Glued(string words)
    {
        var dollars = sheet.Words.Unit(ChartUnit.Usd(1));
        var glued = words
            .Replace($" {dollars}", $"\u00A0{dollars}", StringComparison.Ordinal)
            .Replace("± ", "±\u00A0", StringComparison.Ordinal);
        var (open, close) = (
            glued.IndexOf('(', StringComparison.Ordinal),
            glued.IndexOf(')', StringComparison.Ordinal)
        );
        return open < 0 || close < open
            ? glued
            : glued[..open] + glued[open..close].Replace(' ', '\u00A0') + glued[close..];
    }

    private void DrawHead()
    {
        foreach (var group in groups)
        {
            Place(Role.PanelTitle, Lines(group.Name, strong, Span(group, widths)), strong, Left(group.Start), area.Top);
            var y = area.Top + groupHeight + 3;
            sheet.Line(Left(group.Start), y, Left(group.Start) + Span(group, widths), y, sheet.Theme.Baseline, 1);
        }

        var quiet = text with { Colour = sheet.Theme.Quiet };
        for (var c = 0; c < widths.Length; c++)
        {
            Place(Role.Axis, Head(c, widths[c]), quiet, Left(c), area.Top + groupHeight + BelowGroup);
        }
    }

    private void DrawRow(TableRow row, double top)
    {
        sheet.Line(area.Left, top, area.Right, top, sheet.Theme.Grid, 1);
        Place(Role.Key, Lines(row.Label, strong, first), strong, area.Left, top + form.Pad);
        // Below the numbers, however many lines the name takes.
        var bar = top + form.Pad + NumberHeight(row);
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var cell = row.Cells[c];
            if (cell.Text.Length == 0)
            {
                continue;
            }

            Place(Role.Direct, Lines(Number(cell), StyleOf(cell), widths[c]), StyleOf(cell), Left(c), top + form.Pad);
            DrawBar(c, cell, Bars(row, cell), bar);
        }
    }

    // One length for all columns: where they have one scale, their bars are to be compared.
    private void DrawBar(int index, TableCell cell, Fill fill, double top)
    {
        var largest = chart.Columns[index].Largest;
        if (!form.HasBars || cell.Value is not { } value || !(largest > 0))
        {
            return;
        }

        var isSigned = chart.Rows.Any(r => r.Cells[index].Value < 0);
        var zero = isSigned ? Left(index) + (barLength / 2) : Left(index);
        var length = value / largest * (isSigned ? barLength / 2 : barLength);
        var box = new Box(Math.Min(zero, zero + length), top, Math.Max(zero, zero + length), top + form.Bar);
        sheet.Add(new RectMark(box, fill));
        if (isSigned)
        {
            sheet.Line(zero, top - 2, zero, top + form.Bar + 2, sheet.Theme.Baseline, 1);
        }
    }

    private Fill Bars(TableRow row, TableCell cell) =>
        cell.Tone != TableTone.Neutral ? new Fill(Colour(cell.Tone))
        : row.Actor is { } actor ? sheet.Theme.Of(actor)
        : new Fill(sheet.Theme.Leader);

    private SKColor Colour(TableTone tone) =>
        tone switch
        {
            TableTone.Better => sheet.Theme.Accent,
            TableTone.Worse => sheet.Theme.Second,
            _ => sheet.Theme.Ink,
        };

    private void Place(Role role, List<string> lines, Style style, double x, double top)
    {
        foreach (var line in lines)
        {
            sheet.Text(role, line, style, Anchor.Start, x, top + (Face.Ascent * style.Size));
            top += style.LineHeight;
        }
    }
}
