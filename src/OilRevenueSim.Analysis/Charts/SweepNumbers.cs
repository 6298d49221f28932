using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The unit in which all numbers of a chart of a sweep read well.</summary>
/// <param name="Size">What one unit shown is, in the unit of the rows.</param>
/// <param name="Unit">Unit shown, e.g. <c>million USD</c> or <c>%</c>.</param>
/// <param name="Words">Language of the numbers.</param>
internal sealed record SweepNumbers(double Size, string Unit, Language Words)
{
    public static SweepNumbers Of(IReadOnlyList<SweepRow> rows, Language words)
    {
        var largest = rows.Max(r => Math.Abs(r.Value?.Value ?? 0.0));
        if (rows[0].Unit.Length == 0)
        {
            return new SweepNumbers(0.01, "%", words);
        }

        var money = words.Scale(largest);
        return rows[0].Unit == "USD"
            ? new SweepNumbers(money.Usd, money.Name, words)
            : new SweepNumbers(1.0, words.Word(rows[0].Unit), words);
    }

    public double Shown(double value) => value / Size;

    // Three digits that matter.
    public string Say(double shown) => AmountScale.Digits(Words, shown == 0.0 ? 0.0 : shown);

    /// <summary>A level without its unit.</summary>
    public static string LabelOf(AxisValue value, Language words) =>
        value.Number is { } number ? words.Number(number, "#,0.######") : value.Text;
}
