using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting;

/// <summary>Courses as a table: numbers with a bar below each; colour where a course is shown to be better or worse.</summary>
internal static class CourseTableFigure
{
    private const double Bar = 5;
    private const double Gap = 18;
    private const double Pad = 6;
    private const int MostLines = 3;
    private static readonly double[] Sizes = [12, 11, 10, 9];

    // Where rows must be left out anyway, those shown are legible.
    private const double CutSize = 10.5;

    public static Sheet Compose(CourseTableChart chart, double width, double height)
    {
        var sheet = new Sheet(width, height);
        var body = SheetFrame.Draw(sheet, chart.Text);
        var area = body.Inset(0, 0, 0, 14);
        var table = Sizes.Select(size => new Table(chart, area, size)).FirstOrDefault(t => t.Height <= area.Height);
        table ??= new Table(chart, area, CutSize);
        table.Draw(sheet);
        return sheet;
    }

    private sealed class Table
    {
        private readonly CourseTableChart chart;
        private readonly Box area;
        private readonly Style text;
        private readonly Style strong;
        private readonly double first;
        private readonly double column;
        private readonly double groupHeight;
        private readonly double titleHeight;
        private readonly double rowHeight;

        public Table(CourseTableChart chart, Box area, double size)
        {
            this.chart = chart;
            this.area = area;
            text = new Style(Face.Regular, size, Theme.Ink);
            strong = new Style(Face.Semibold, size, Theme.Ink);
            var widest = chart.Rows.Max(r => Wording.Width(r.Course, strong));
            first = Math.Min(widest + 4, area.Width * 0.2);
            column = (area.Width - first - (Gap * chart.Columns.Length)) / Math.Max(1, chart.Columns.Length);
            groupHeight = Groups().Max(g => Lines(g.Name, strong, Span(g.Count)).Count) * text.LineHeight;
            titleHeight = chart.Columns.Max(c => Lines(c.Title, text, column).Count) * text.LineHeight;
            var lines = chart.Rows.Max(r =>
                Math.Max(
                    Lines(r.Course, strong, first).Count,
                    r.Cells.Select(c => Lines(c.Text, text, column).Count).DefaultIfEmpty(1).Max()
                )
            );
            rowHeight = (lines * text.LineHeight) + Bar + (2 * Pad);
        }

        public double Height => HeadHeight + (rowHeight * chart.Rows.Length);

        private double HeadHeight => groupHeight + titleHeight + 14;

        public void Draw(Sheet sheet)
        {
            DrawHead(sheet);
            var top = area.Top + HeadHeight;
            var room = Math.Max(1, (int)((area.Bottom - top + 0.5) / rowHeight));
            var isCut = room < chart.Rows.Length;
            var shown = isCut ? Math.Max(1, room - 1) : chart.Rows.Length;
            for (var r = 0; r < shown; r++)
            {
                DrawRow(sheet, chart.Rows[r], top + (r * rowHeight));
            }

            if (isCut)
            {
                var more = $"and {chart.Rows.Length - shown} more courses in the table file";
                var baseline = top + (shown * rowHeight) + Pad + (Face.Ascent * text.Size);
                sheet.Text(Role.Axis, more, text with { Colour = Theme.Quiet }, Anchor.Start, area.Left, baseline);
            }

            var bottom = Math.Min(area.Bottom, top + (shown * rowHeight));
            sheet.Add(new Panel(new Box(area.Left, top, area.Right, bottom), 0, 1, 0, 1));
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

        private static List<string> Lines(string words, Style style, double width) =>
            words.Length == 0 ? [] : Wording.Wrap(words, style, width, MostLines);

        private void DrawHead(Sheet sheet)
        {
            foreach (var (name, start, count) in Groups())
            {
                Place(sheet, Role.PanelTitle, name, strong, Left(start), area.Top, Span(count));
                var y = area.Top + groupHeight + 3;
                sheet.Line(Left(start), y, Left(start) + Span(count), y, Theme.Baseline, 1);
            }

            for (var c = 0; c < chart.Columns.Length; c++)
            {
                var quiet = text with { Colour = Theme.Quiet };
                Place(sheet, Role.Axis, chart.Columns[c].Title, quiet, Left(c), area.Top + groupHeight + 7, column);
            }
        }

        private void DrawRow(Sheet sheet, CourseTableRow row, double top)
        {
            sheet.Line(area.Left, top, area.Right, top, Theme.Grid, 1);
            Place(sheet, Role.Key, row.Course, strong, area.Left, top + Pad, first);
            for (var c = 0; c < row.Cells.Length; c++)
            {
                var cell = row.Cells[c];
                if (cell.Text.Length == 0)
                {
                    continue;
                }

                var colour = Colour(cell.Tone);
                var style = cell.Tone == CourseTone.Neutral ? text : strong with { Colour = colour };
                Place(sheet, Role.Direct, cell.Text, style, Left(c), top + Pad, column);
                DrawBar(sheet, c, cell, top + rowHeight - Pad - Bar);
            }
        }

        private void DrawBar(Sheet sheet, int index, CourseTableCell cell, double top)
        {
            var largest = chart.Columns[index].Largest;
            if (cell.Value is not { } value || !(largest > 0))
            {
                return;
            }

            var isSigned = chart.Rows.Any(r => r.Cells[index].Value < 0);
            var zero = isSigned ? Left(index) + (column / 2) : Left(index);
            var length = value / largest * (isSigned ? column / 2 : column);
            var fill = new Fill(cell.Tone == CourseTone.Neutral ? Theme.Leader : Colour(cell.Tone));
            sheet.Add(
                new RectMark(
                    new Box(Math.Min(zero, zero + length), top, Math.Max(zero, zero + length), top + Bar),
                    fill
                )
            );
            if (isSigned)
            {
                sheet.Line(zero, top - 2, zero, top + Bar + 2, Theme.Baseline, 1);
            }
        }

        private static SKColor Colour(CourseTone tone) =>
            tone switch
            {
                CourseTone.Better => Theme.Accent,
                CourseTone.Worse => Theme.Second,
                _ => Theme.Ink,
            };

        private static void Place(Sheet sheet, Role role, string words, Style style, double x, double top, double width)
        {
            foreach (var line in Lines(words, style, width))
            {
                sheet.Text(role, line, style, Anchor.Start, x, top + (Face.Ascent * style.Size));
                top += style.LineHeight;
            }
        }
    }
}
