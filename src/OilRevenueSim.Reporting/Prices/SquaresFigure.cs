using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Prices;

/// <summary>Autocorrelation of squared residuals as bars, with the band of no memory.</summary>
internal static class SquaresFigure
{
    public static void Compose(SquaresChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var top = UnitLine.Draw(
            sheet,
            body,
            sheet.Words.Word("correlation with the squared residual of so many steps before")
        );
        var bottom = body.Bottom - NumberAxis.Height(sheet.Theme.Tick);
        var axis = SignedAxis.Over(
            Math.Min(-chart.Band, chart.Correlations.Min()),
            Math.Max(chart.Band, chart.Correlations.Max()),
            ZeroAxis.Most(bottom - top)
        );
        var numbers = axis.Texts(sheet.Words, 1);
        var data = new Box(body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick), top, body.Right - 8, bottom);
        var last = chart.Correlations.Length + 0.5;
        var panel = sheet.Add(new Panel(data, 0.5, last, axis.Low, axis.High));
        panel.Area(
            [0.5, last],
            [-chart.Band, -chart.Band],
            [chart.Band, chart.Band],
            new Fill(sheet.Theme.FanTint(0, 2))
        );
        axis.Draw(sheet, panel, numbers, sheet.Theme.Tick);
        for (var lag = 1; lag <= chart.Correlations.Length; lag++)
        {
            var value = chart.Correlations[lag - 1];
            panel.Bar(lag, 0.35, Math.Min(0, value), Math.Max(0, value), new Fill(sheet.Theme.Accent));
        }

        panel.Line([0.5, last], [0, 0], sheet.Theme.Baseline, 1);
        NumberAxis.Draw(sheet, panel, 1, sheet.Words.Say($"lag, {chart.Step}"), sheet.Theme.Tick);
    }
}
