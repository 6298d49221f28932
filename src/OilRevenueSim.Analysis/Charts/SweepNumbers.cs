using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The unit in which all numbers of a chart of a sweep read well.</summary>
/// <param name="Size">What one unit shown is, in the unit of the rows.</param>
/// <param name="Unit">Unit shown, e.g. <c>million USD</c> or <c>%</c>.</param>
internal sealed record SweepNumbers(double Size, string Unit)
{
    public static SweepNumbers Of(IReadOnlyList<SweepRow> rows)
    {
        var largest = rows.Max(r => Math.Abs(r.Value?.Value ?? 0.0));
        if (rows[0].Unit.Length == 0)
        {
            return new SweepNumbers(0.01, "%");
        }

        var money = Readable.Scale(largest);
        return rows[0].Unit == "USD" ? new SweepNumbers(money.Usd, money.Name) : new SweepNumbers(1.0, rows[0].Unit);
    }

    public double Shown(double value) => value / Size;

    // Three digits that matter.
    public string Say(double shown) => AmountScale.Digits(shown == 0.0 ? 0.0 : shown);

    /// <summary>A level without its unit.</summary>
    public static string LabelOf(AxisValue value) =>
        value.Number is { } number ? number.ToString("#,0.######", CultureInfo.InvariantCulture) : value.Text;
}
