using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Months along the bottom: month i is as wide as [i, i + 1], so that what is true of one month fills it and no other.</summary>
internal sealed class MonthAxis(ImmutableArray<DateOnly> months)
{
    private const double Gap = 12;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600];

    public const double Min = 0;

    public double Max => months.Length;

    /// <summary>Height that the two rows take below the data area.</summary>
    public static double Height(Style style) => 6 + (2 * style.LineHeight);

    /// <summary>Where the points of a line stand: the beginning and the end of every month.</summary>
    public double[] Positions() => [.. Enumerable.Range(0, months.Length).SelectMany(i => (double[])[i, i + 1])];

    /// <summary>Values at <see cref="Positions"/>: one step a month.</summary>
    public static double[] Values(IReadOnlyList<double> values) => [.. values.SelectMany(v => (double[])[v, v])];

    // Three letters as English has them, or the longest name where another language needs more.
    private static double MonthWidth(Sheet sheet, Style style) =>
        Enumerable
            .Range(1, 12)
            .Select(month => Wording.Width(sheet.Words.ShortMonth(new DateOnly(2001, month, 1)), style))
            .Append(Wording.Width("Mmm", style) * 0.9)
            .Max();

    /// <summary>Draws the line, the ticks, the months' names and, below the first name of each year, the year.</summary>
    public void Draw(Sheet sheet, Panel panel, Style style)
    {
        var data = panel.Data;
        sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, sheet.Theme.Baseline, 1);
        var slot = data.Width / (Max - Min);
        var widest = Math.Max(Wording.Width("2020", style), MonthWidth(sheet, style));
        var step = Steps.FirstOrDefault(s => s * slot >= widest + Gap, Steps[^1]);
        var row = data.Bottom + 7 + (Face.Ascent * style.Size);
        var year = 0;
        for (var i = 0; i < months.Length; i += step)
        {
            var x = panel.X(i + 0.5);
            sheet.Line(x, data.Bottom, x, data.Bottom + 4, sheet.Theme.Baseline, 1);
            sheet.Text(Role.Tick, sheet.Words.ShortMonth(months[i]), style, Anchor.Middle, x, row);
            if (months[i].Year != year)
            {
                year = months[i].Year;
                var text = year.ToString("0", CultureInfo.InvariantCulture);
                sheet.Text(Role.Tick, text, style, Anchor.Middle, x, row + style.LineHeight);
            }
        }
    }
}
