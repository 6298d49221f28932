using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Prices;

/// <summary>Residuals against normal quantiles, with the line on which the model holds and the band of each rank.</summary>
internal static class ResidualQuantileFigure
{
    private const double Dot = 2.4;

    public static void Compose(ResidualQuantileChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var top = UnitLine.Draw(sheet, body, sheet.Words.Word("residual, standard deviations"));
        var points = chart.Points;
        var bottom = body.Bottom - NumberAxis.Height(sheet.Theme.Tick);
        var axis = SignedAxis.Over(
            Math.Min(points[0].Residual, points[0].Low),
            Math.Max(points[^1].Residual, points[^1].High),
            ZeroAxis.Most(bottom - top)
        );
        var numbers = axis.Texts(sheet.Words, 1);
        var data = new Box(body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick), top, body.Right - 8, bottom);
        var side = 1.05 * Math.Max(-points[0].Normal, points[^1].Normal);
        var panel = sheet.Add(new Panel(data, -side, side, axis.Low, axis.High));
        axis.Draw(sheet, panel, numbers, sheet.Theme.Tick);
        double[] xs = [.. points.Select(p => p.Normal)];
        panel.Area(
            xs,
            [.. points.Select(p => p.Low)],
            [.. points.Select(p => p.High)],
            new Fill(sheet.Theme.FanTint(0, 2))
        );
        var (from, to) = (Math.Max(-side, axis.Low), Math.Min(side, axis.High));
        panel.Line([from, to], [from, to], sheet.Theme.Second, 1.6);
        foreach (var point in points)
        {
            sheet.Add(new DotMark(panel.X(point.Normal), panel.Y(point.Residual), Dot, sheet.Theme.Accent));
        }

        NumberAxis.Draw(
            sheet,
            panel,
            1,
            sheet.Words.Word("quantile of the normal law, standard deviations"),
            sheet.Theme.Tick
        );
    }
}
