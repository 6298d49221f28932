using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>Exceedance curves of worlds as a band over a logarithmic amount: all paths solid, a middling world dashed.</summary>
internal static class LevelsFigure
{
    private const double MostDecades = 7;
    private const double SwatchWidth = 20;
    private const double Gap = 22;

    public static void Compose(LevelsChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        if (chart.Curve.IsDefaultOrEmpty)
        {
            var statement = sheet.Words.Say($"{chart.Actor}: exactly zero on every simulated path.");
            sheet.Paragraph(Role.Message, statement, sheet.Theme.Message, body.Left, body.Top + 8, body.Width, 3);
            return;
        }

        var style = sheet.Theme.Tick;
        var top = UnitLine.Draw(sheet, body, sheet.Words.Word("probability of at least the amount below"));
        sheet.FromStart(body, () => top = DrawKey(sheet, body, top));
        var bottom = body.Bottom - LogAxis.Height(style);
        var max = chart.Curve.Max(p => Math.Max(p.Probability, p.High));
        var ticks = Ticks.UpTo(Math.Min(1, max) * 100, ZeroAxis.Most(bottom - top));
        var numbers = Enumerable
            .Range(0, ticks.Count + 1)
            .Select(i => Percent.Of(ticks.Text(i, sheet.Words), sheet.Words))
            .ToArray();
        var data = new Box(body.Left + ZeroAxis.Width(numbers, style), top, body.Right, bottom);
        var xs = chart.Curve.Select(p => Math.Log10(p.Amount)).ToArray();
        var begins = LogAxis.Beginning([.. chart.Curve.Select(p => (p.Amount, p.Probability))]);
        var low = Math.Max(Math.Log10(begins), xs[^1] - MostDecades);
        var panel = sheet.Add(new Panel(data, low, Math.Max(xs[^1], low + 1), 0, ticks.Top));
        ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], style);
        var shown = chart.Curve.Where(p => Math.Log10(p.Amount) >= low).ToList();
        xs = [.. shown.Select(p => Math.Log10(p.Amount))];
        double[] Percents(Func<LevelsPoint, double> of) => [.. shown.Select(p => 100 * of(p))];
        var tint = sheet.Theme.FanTint(0, 2);
        panel.Area(xs, Percents(p => p.Low), Percents(p => p.High), new Fill(tint));
        panel.Line(xs, Percents(p => p.Median), sheet.Theme.Second, 2, isDashed: true);
        panel.Line(xs, Percents(p => p.Probability), sheet.Theme.Accent, 2.4);
        LogAxis.Draw(sheet, panel, chart.Unit, style);
        LogAxis.DrawNote(sheet, panel, LogAxis.Scale(sheet, chart.Unit), sheet.Theme.Axis);
    }

    // Names of the parts in one line, or one below the other where the sheet is narrow; returns the top of what follows.
    private static double DrawKey(Sheet sheet, Box body, double top)
    {
        string[] names =
        [
            sheet.Words.Word("all paths"),
            sheet.Words.Word("a middling world"),
            sheet.Words.Word("nine worlds of ten lie within"),
        ];
        var (x, y) = (body.Left, top);
        for (var i = 0; i < names.Length; i++)
        {
            var entry = SwatchWidth + 6 + Wording.Width(names[i], sheet.Theme.Key);
            if (x > body.Left && x + entry > body.Right)
            {
                (x, y) = (body.Left, y + sheet.Theme.Key.LineHeight + 4);
            }

            var middle = y + (sheet.Theme.Key.LineHeight / 2);
            if (i == 2)
            {
                var swatch = new Box(x, middle - 5, x + SwatchWidth, middle + 5);
                sheet.Add(new RectMark(swatch, new Fill(sheet.Theme.FanTint(0, 2))));
            }
            else
            {
                var colour = i == 0 ? sheet.Theme.Accent : sheet.Theme.Second;
                sheet.Line(x, middle, x + SwatchWidth, middle, colour, i == 0 ? 2.4 : 2, isDashed: i == 1);
            }

            var baseline = middle + (0.26 * sheet.Theme.Key.Size * 1.36);
            sheet.Text(Role.Direct, names[i], sheet.Theme.Key, Anchor.Start, x + SwatchWidth + 6, baseline);
            x += entry + Gap;
        }

        return y + sheet.Theme.Key.LineHeight + 12;
    }
}
