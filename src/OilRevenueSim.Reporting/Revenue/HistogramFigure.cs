using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>A total as bars over amounts; the mass at zero as a strip above, quantiles and mean as named lines.</summary>
internal static class HistogramFigure
{
    private const double Leader = 14;
    private const double Gap = 14;

    public static void Compose(HistogramChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        if (chart.Bins.IsEmpty)
        {
            var statement = sheet.Words.Say($"{chart.Subject}: exactly zero on every simulated path.");
            Message.Draw(sheet, body, statement, sheet.Words.Word("There is no amount to show."));
            return;
        }

        var top = ZeroStrip.Draw(
            sheet,
            body,
            chart.ProbabilityOfZero,
            sheet.Words.Say($"exactly zero in {chart.ZeroLabel} of futures"),
            sheet.Words.Word("the others: the bars below")
        );
        DrawBars(sheet, body with { Top = top }, chart);
    }

    private static void DrawBars(Sheet sheet, Box body, HistogramChart chart)
    {
        var style = sheet.Theme.Tick;
        var marks = chart.Marks.Where(m => m.Amount != 0 || chart.Bins[0].Low < 0).OrderBy(m => m.Amount).ToList();
        var top = UnitLine.Draw(sheet, body, sheet.Words.Word("share of all futures in each bar"));
        var room = (2 * sheet.Theme.Direct.LineHeight) + Leader;
        var bottom = body.Bottom - (chart.IsLogarithmic ? LogAxis.Height(style) : NumberAxis.Height(style));
        var ticks = Ticks.UpTo(100 * chart.Bins.Max(b => b.Probability), ZeroAxis.Most(bottom - top - room));
        var numbers = Enumerable
            .Range(0, ticks.Count + 1)
            .Select(i => Percent.Of(ticks.Text(i, sheet.Words), sheet.Words))
            .ToArray();
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, style),
            top + (marks.Count > 0 ? room : 0),
            body.Right,
            bottom
        );
        double X(double amount) => chart.IsLogarithmic ? Math.Log10(amount) : amount;
        var panel = sheet.Add(new Panel(data, X(chart.Bins[0].Low), X(chart.Bins[^1].High), 0, ticks.Top));
        ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], style);
        var seam = (panel.XMax - panel.XMin) / data.Width;
        foreach (var bin in chart.Bins.Where(b => b.Probability > 0))
        {
            var (low, high) = (X(bin.Low), X(bin.High));
            var fill = new Fill(sheet.Theme.FanTint(1, 2));
            panel.Bar((low + high) / 2, Math.Max(high - low - seam, seam), 0, 100 * bin.Probability, fill);
        }

        DrawAxis(sheet, panel, chart, style);
        DrawMarks(sheet, panel, [.. marks.Select(m => (m, panel.X(X(m.Amount))))], top);
    }

    private static void DrawAxis(Sheet sheet, Panel panel, HistogramChart chart, Style style)
    {
        var outside = chart.Outside.Length == 0 ? "" : sheet.Words.Word("; ") + chart.Outside;
        string Fit(string note) => Wording.Shorten(note, sheet.Theme.Axis, panel.Data.Width);
        if (chart.IsLogarithmic)
        {
            var unit = new ChartUnit(1, chart.Unit);
            LogAxis.Draw(sheet, panel, unit, style);
            var note = sheet.Words.Say($"{chart.Unit}, logarithmic scale") + outside;
            LogAxis.DrawNote(sheet, panel, Fit(note), sheet.Theme.Axis);
        }
        else
        {
            NumberAxis.Draw(sheet, panel, 1, Fit(chart.Unit + outside), style);
        }
    }

    // Names in one row above, moved apart; a leader goes from each to its line.
    private static void DrawMarks(Sheet sheet, Panel panel, List<(HistogramMark Mark, double X)> marks, double top)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var (name, amount) = (sheet.Theme.Direct, sheet.Theme.Direct with { Face = Face.Semibold });
        var widest = marks.Max(m => Math.Max(Wording.Width(m.Mark.Name, name), Wording.Width(m.Mark.Label, amount)));
        var centres = LabelStack.Spread(
            [.. marks.Select(m => m.X)],
            widest + Gap,
            sheet.Canvas.Left + Theme.MarginX - (Gap / 2),
            sheet.Canvas.Right - Theme.MarginX + (Gap / 2)
        );
        for (var i = 0; i < marks.Count; i++)
        {
            var (mark, x) = marks[i];
            var first = top + (Face.Ascent * name.Size);
            sheet.Text(Role.Direct, mark.Name, name, Anchor.Middle, centres[i], first);
            sheet.Text(Role.Direct, mark.Label, amount, Anchor.Middle, centres[i], first + name.LineHeight);
            var colour = mark.IsMean ? sheet.Theme.Second : sheet.Theme.Accent;
            var end = top + (2 * name.LineHeight) + 1;
            sheet.Line(centres[i], end, x, panel.Data.Top, colour, 1, mark.IsMean);
            sheet.Line(x, panel.Data.Top, x, panel.Data.Bottom, colour, mark.IsMean ? 2 : 1.6, mark.IsMean);
        }
    }
}
