using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Tables;

/// <summary>A table: numbers with a bar below each; text in colour where a course is shown to be better or worse.</summary>
internal static class TableFigure
{
    private const double Bar = 5;
    private const double Gap = 18;
    private const double Pad = 6;
    private const double BelowTable = 14;
    private const int MostLines = 5;
    private static readonly double[] Sizes = [12, 11, 10, 9];

    // Where rows must be left out anyway, those shown are legible.
    private const double CutSize = 10.5;

    public static void Compose(TableChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var area = body.Inset(0, 0, 0, BelowTable);
        var table = Sizes
            .Select(size => new Table(sheet, chart, area, size))
            .FirstOrDefault(t => t.Height <= area.Height);
        table ??= new Table(sheet, chart, area, CutSize);
        sheet.FromStart(area, table.Draw);
    }

    private sealed class Table
    {
        private readonly Sheet sheet;
        private readonly TableChart chart;
        private readonly Box area;
        private readonly Style text;
        private readonly Style strong;
        private readonly double first;
        private readonly double column;
        private readonly double groupHeight;
        private readonly double titleHeight;
        private readonly double[] rowHeights;

        public Table(Sheet sheet, TableChart chart, Box area, double size)
        {
            this.sheet = sheet;
            this.chart = chart;
            this.area = area;
            text = new Style(sheet.Theme.Regular, size, sheet.Theme.Ink);
            strong = new Style(sheet.Theme.Semibold, size, sheet.Theme.Ink);
            var widest = chart.Rows.Max(r => Wording.Width(r.Label, strong));
            first = Math.Min(widest + 4, area.Width * 0.2);
            column = (area.Width - first - (Gap * chart.Columns.Length)) / Math.Max(1, chart.Columns.Length);
            groupHeight = Groups().Max(g => Lines(g.Name, strong, Span(g.Count)).Count) * text.LineHeight;
            titleHeight = chart.Columns.Max(c => Lines(c.Title, text, column).Count) * text.LineHeight;
            rowHeights = [.. chart.Rows.Select(RowHeight)];
        }

        public double Height => HeadHeight + rowHeights.Sum();

        private double HeadHeight => groupHeight + titleHeight + 14;

        public void Draw()
        {
            DrawHead();
            var rowsTop = area.Top + HeadHeight;
            var top = rowsTop;
            var shown = Shown();
            foreach (var r in shown)
            {
                DrawRow(chart.Rows[r], top, rowHeights[r]);
                top += rowHeights[r];
            }

            // One row may take all the room there is; a line below it would lie on the foot.
            var isRoom = top + Pad + text.LineHeight <= area.Bottom + BelowTable;
            if (shown.Count < chart.Rows.Length && isRoom)
            {
                var more = sheet.Words.Say(
                    $"and {chart.Rows.Length - shown.Count} more {chart.RowsName} in the table file"
                );
                var baseline = top + Pad + (Face.Ascent * text.Size);
                sheet.Text(
                    Role.Axis,
                    Wording.Shorten(more, text, area.Width),
                    text with
                    {
                        Colour = sheet.Theme.Quiet,
                    },
                    Anchor.Start,
                    area.Left,
                    baseline
                );
            }

            sheet.Add(new Panel(new Box(area.Left, rowsTop, area.Right, top), 0, 1, 0, 1));
        }

        private double RowHeight(TableRow row)
        {
            var lines = row
                .Cells.Select(c => Lines(c.Text, StyleOf(c), column).Count)
                .Append(Lines(row.Label, strong, first).Count)
                .Max();
            return (lines * text.LineHeight) + Bar + (2 * Pad);
        }

        private Style StyleOf(TableCell cell) =>
            cell.Tone == TableTone.Neutral ? text : strong with { Colour = Colour(cell.Tone) };

        // All rows, or the one of the title and as many as leave room for a line that counts the others; at least one.
        private List<int> Shown()
        {
            if (Height <= area.Height)
            {
                return [.. Enumerable.Range(0, chart.Rows.Length)];
            }

            var room = area.Height - HeadHeight - Pad - text.LineHeight;
            var told = Math.Max(0, chart.Told);
            room -= rowHeights[told];
            var shown = new List<int> { told };
            foreach (var r in Enumerable.Range(0, chart.Rows.Length).Where(r => r != told))
            {
                if (rowHeights[r] > room)
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
            var groups = new List<(string Name, int Start, int Count)>();
            for (var c = 0; c < chart.Columns.Length; c++)
            {
                if (groups.Count > 0 && groups[^1].Name == chart.Columns[c].Group)
                {
                    groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
                }
                else
                {
                    groups.Add((chart.Columns[c].Group, c, 1));
                }
            }

            return groups;
        }

        private double Left(int index) => area.Left + first + Gap + (index * (column + Gap));

        private double Span(int count) => (count * column) + ((count - 1) * Gap);

        private List<string> Lines(string words, Style style, double width)
        {
            if (words.Length == 0)
            {
                return [];
            }

            // A number may leave its unit, but the unit stays whole where it fits at all.
            var isWide = Wording.Width(sheet.Words.Unit(ChartUnit.Usd(1e3)), style) <= width;
            var dollars = sheet.Words.Unit(ChartUnit.Usd(1));
            var glued = isWide ? words.Replace($" {dollars}", $"\u00A0{dollars}", StringComparison.Ordinal) : words;
            return Wording.Wrap(glued, style, width, MostLines);
        }

        private void DrawHead()
        {
            foreach (var (name, start, count) in Groups())
            {
                Place(Role.PanelTitle, name, strong, Left(start), area.Top, Span(count));
                var y = area.Top + groupHeight + 3;
                sheet.Line(Left(start), y, Left(start) + Span(count), y, sheet.Theme.Baseline, 1);
            }

            for (var c = 0; c < chart.Columns.Length; c++)
            {
                var quiet = text with { Colour = sheet.Theme.Quiet };
                Place(Role.Axis, chart.Columns[c].Title, quiet, Left(c), area.Top + groupHeight + 7, column);
            }
        }

        private void DrawRow(TableRow row, double top, double height)
        {
            sheet.Line(area.Left, top, area.Right, top, sheet.Theme.Grid, 1);
            Place(Role.Key, row.Label, strong, area.Left, top + Pad, first);
            for (var c = 0; c < row.Cells.Length; c++)
            {
                var cell = row.Cells[c];
                if (cell.Text.Length == 0)
                {
                    continue;
                }

                Place(Role.Direct, cell.Text, StyleOf(cell), Left(c), top + Pad, column);
                DrawBar(c, cell, Bars(row, cell), top + height - Pad - Bar);
            }
        }

        private void DrawBar(int index, TableCell cell, Fill fill, double top)
        {
            var largest = chart.Columns[index].Largest;
            if (cell.Value is not { } value || !(largest > 0))
            {
                return;
            }

            var isSigned = chart.Rows.Any(r => r.Cells[index].Value < 0);
            var zero = isSigned ? Left(index) + (column / 2) : Left(index);
            var length = value / largest * (isSigned ? column / 2 : column);
            sheet.Add(
                new RectMark(
                    new Box(Math.Min(zero, zero + length), top, Math.Max(zero, zero + length), top + Bar),
                    fill
                )
            );
            if (isSigned)
            {
                sheet.Line(zero, top - 2, zero, top + Bar + 2, sheet.Theme.Baseline, 1);
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

        private void Place(Role role, string words, Style style, double x, double top, double width)
        {
            foreach (var line in Lines(words, style, width))
            {
                sheet.Text(role, line, style, Anchor.Start, x, top + (Face.Ascent * style.Size));
                top += style.LineHeight;
            }
        }
    }
}
