using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Sweeps;

/// <summary>One number along one varied value: a line with dots and its Monte Carlo band; the file as it stands dashed.</summary>
internal static class SweepLineFigure
{
    private const double Gap = 10;

    public static void Compose(SweepLineChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var top = UnitLine.Draw(sheet, body, chart.Unit);
        var bottom = body.Bottom - NumberAxis.Height(sheet.Theme.Tick);
        var low = Math.Min(chart.Points.Min(p => p.Low), chart.File ?? 0);
        var high = Math.Max(chart.Points.Max(p => p.High), chart.File ?? 0);
        var isZero = low == 0 && high == 0;
        var axis = SignedAxis.Over(low, isZero ? 1 : Math.Max(high, 1e-9), ZeroAxis.Most(bottom - top));
        // Nothing but zero has no scale: a number above it would be invented.
        string[] numbers = isZero
            ? ["0"]
            : [.. axis.Texts(sheet.Words, 1).Select(t => axis.Below == 0 ? t.TrimStart('+') : t)];
        var name = chart.File is null ? 0 : Gap + Wording.Width(sheet.Words.Word("the file"), sheet.Theme.Direct);
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - Math.Max(14, name),
            bottom
        );
        var (first, last) = (chart.Points.Min(p => p.Position), chart.Points.Max(p => p.Position));
        var panel = sheet.Add(new Panel(data, first, last, axis.Low, axis.High));
        double[] xs = [.. chart.Points.Select(p => p.Position)];
        panel.Area(
            xs,
            [.. chart.Points.Select(p => p.Low)],
            [.. chart.Points.Select(p => p.High)],
            new Fill(sheet.Theme.FanTint(0, 2))
        );
        if (isZero)
        {
            Message.Draw(sheet, data, sheet.Words.Word("Zero at every level."), "");
        }
        else
        {
            axis.Draw(sheet, panel, numbers, sheet.Theme.Tick);
        }

        panel.Line([first, last], [0, 0], sheet.Theme.Baseline, 1);
        if (chart.File is { } file)
        {
            panel.Line([first, last], [file, file], sheet.Theme.Second, 1.6, isDashed: true);
            var baseline = panel.Y(file) + (Face.CapHeight * sheet.Theme.Direct.Size / 2);
            sheet.Text(
                Role.Direct,
                sheet.Words.Word("the file"),
                sheet.Theme.Direct,
                Anchor.Start,
                data.Right + Gap,
                baseline
            );
        }

        panel.Line(xs, [.. chart.Points.Select(p => p.Value)], sheet.Theme.Accent, 2.4);
        foreach (var point in chart.Points)
        {
            sheet.Add(new DotMark(panel.X(point.Position), panel.Y(point.Value), 3, sheet.Theme.Accent));
        }

        DrawLevels(sheet, panel, chart);
    }

    // Labels stand at their levels. Numbers that would touch give way to round ones; of other levels the one farther right is left out.
    private static void DrawLevels(Sheet sheet, Panel panel, SweepLineChart chart)
    {
        var missing = chart.Failed.IsEmpty
            ? ""
            : sheet.Words.Say($"; no number at {string.Join(sheet.Words.Word(", "), chart.Failed)}");
        if (AreNumbers(chart, sheet) && !HaveRoom(sheet, panel, chart))
        {
            NumberAxis.Draw(sheet, panel, 1, chart.Axis + missing, sheet.Theme.Tick);
            return;
        }

        var row = panel.Data.Bottom + 7 + (Face.Ascent * sheet.Theme.Tick.Size);
        var free = double.NegativeInfinity;
        foreach (var point in chart.Points)
        {
            var x = panel.X(point.Position);
            var text = Wording.Shorten(point.Label, sheet.Theme.Tick, 150);
            var half = Wording.Width(text, sheet.Theme.Tick) / 2;
            var middle = Math.Clamp(x, panel.Data.Left - 8 + half, sheet.Canvas.Right - Theme.MarginX - half);
            sheet.Line(x, panel.Data.Bottom, x, panel.Data.Bottom + 4, sheet.Theme.Baseline, 1);
            if (middle - half >= free)
            {
                sheet.Text(Role.Tick, text, sheet.Theme.Tick, Anchor.Middle, middle, row);
                free = middle + half + 8;
            }
        }

        var note = Wording.Shorten(chart.Axis + missing, sheet.Theme.Tick, sheet.Canvas.Width - (2 * Theme.MarginX));
        sheet.Text(
            Role.Axis,
            note,
            sheet.Theme.Tick,
            Anchor.Start,
            Theme.MarginX,
            row + sheet.Theme.Tick.LineHeight + 4
        );
    }

    private static bool AreNumbers(SweepLineChart chart, Sheet sheet) =>
        chart.Points.All(p => sheet.Words.Number(p.Position, "#,0.######") == p.Label);

    private static bool HaveRoom(Sheet sheet, Panel panel, SweepLineChart chart) =>
        chart
            .Points.Zip(chart.Points.Skip(1))
            .All(pair =>
                panel.X(pair.Second.Position) - panel.X(pair.First.Position)
                >= 8
                    + (Wording.Width(pair.First.Label, sheet.Theme.Tick) / 2)
                    + (Wording.Width(pair.Second.Label, sheet.Theme.Tick) / 2)
            );
}
