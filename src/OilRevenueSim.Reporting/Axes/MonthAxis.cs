using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>
/// Months along the bottom: month i fills [i, i + 1], its value stands at i + ½. Names of months, and below the first
/// name of each year the year.
/// </summary>
internal static class MonthAxis
{
    private const double Gap = 12;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600];

    /// <summary>Height that the two rows take below the data area.</summary>
    public static double Height(Style style) => 6 + (2 * style.LineHeight);

    /// <summary>Middle of each month; first and last reach out to the edges, so that a single month shows too.</summary>
    public static double[] Positions(int months)
    {
        var xs = new double[months + 2];
        for (var i = 0; i < months; i++)
        {
            xs[i + 1] = i + 0.5;
        }

        xs[months + 1] = months;
        return xs;
    }

    /// <summary>Values at <see cref="Positions"/>: the first and last month's value holds out to the edge.</summary>
    public static double[] Extend(ImmutableArray<double> values) => [values[0], .. values, values[^1]];

    public static void Draw(Sheet sheet, Panel panel, ImmutableArray<DateOnly> months, Style style)
    {
        sheet.Line(panel.Data.Left, panel.Data.Bottom, panel.Data.Right, panel.Data.Bottom, Theme.Baseline, 1);
        var slot = panel.Data.Width / months.Length;
        var widest = Math.Max(Wording.Width("2020", style), Wording.Width("Mmm", style) * 0.9);
        var step = Steps.FirstOrDefault(s => s * slot >= widest + Gap, Steps[^1]);
        var row = panel.Data.Bottom + 7 + (Face.Ascent * style.Size);
        var year = 0;
        for (var i = 0; i < months.Length; i += step)
        {
            var x = panel.X(i + 0.5);
            sheet.Line(x, panel.Data.Bottom, x, panel.Data.Bottom + 4, Theme.Baseline, 1);
            sheet.Text(
                Role.Tick,
                months[i].ToString("MMM", CultureInfo.InvariantCulture),
                style,
                Anchor.Middle,
                x,
                row
            );
            if (months[i].Year != year)
            {
                year = months[i].Year;
                var text = year.ToString("0", CultureInfo.InvariantCulture);
                sheet.Text(Role.Tick, text, style, Anchor.Middle, x, row + style.LineHeight);
            }
        }
    }
}
