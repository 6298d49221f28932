using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The unit in which all numbers of a chart of a sweep read well, and the digit that all of them end in.</summary>
/// <param name="Size">What one unit shown is, in the unit of the rows.</param>
/// <param name="Unit">Unit shown, e.g. <c>million USD</c> or <c>%</c>.</param>
/// <param name="Words">Language of the numbers.</param>
/// <param name="Error">Half of the widest 95 % interval, in units shown; where none is known, one of the third digit of the largest number.</param>
internal sealed record SweepNumbers(double Size, string Unit, Language Words, double Error)
{
    /// <param name="rows">Rows that are shown.</param>
    /// <param name="words">Language.</param>
    /// <param name="isPaired">True where differences from the file are what is read: their error is the smaller one.</param>
    public static SweepNumbers Of(IReadOnlyList<SweepRow> rows, Language words, bool isPaired = false)
    {
        var largest = rows.Max(r => Math.Abs(r.Value?.Value ?? 0.0));
        var (size, unit) = (1.0, words.Word(rows[0].Unit));
        if (rows[0].Unit.Length == 0)
        {
            (size, unit) = (0.01, "%");
        }
        else if (rows[0].Unit == "USD")
        {
            var money = words.Scale(largest);
            (size, unit) = (money.Usd, money.Name);
        }

        double Widest(Func<SweepRow, Estimate?> of) => rows.Max(r => of(r)?.HalfWidth ?? 0.0) / size;
        var (own, paired) = (Widest(r => r.Value), isPaired ? Widest(r => r.Difference) : 0.0);
        var third = largest > 0.0 ? Math.Pow(10.0, Math.Floor(Math.Log10(largest / size)) - 2.0) : 0.0;
        return new SweepNumbers(
            size,
            unit,
            words,
            paired > 0.0 ? paired
                : own > 0.0 ? own
                : third
        );
    }

    public double Shown(double value) => value / Size;

    /// <summary>A number of the chart; all end in the same digit, that of the least known; what is smaller than that error in its own.</summary>
    /// <param name="shown">Number, in units shown.</param>
    /// <param name="half">Half of its own interval, in units shown; 0 where it is not known.</param>
    public string Say(double shown, double half = 0.0) => Known(shown, half).Text;

    /// <summary>The number that <see cref="Say"/> tells.</summary>
    public double Told(double shown, double half) => Known(shown, half).Number;

    private (double Number, string Text) Known(double shown, double half) =>
        Words.Known(shown, half > 0.0 && Math.Abs(shown) < Error ? half : Error);

    /// <summary>A level without its unit.</summary>
    public static string LabelOf(AxisValue value, Language words) =>
        value.Number is { } number ? words.Number(number, "#,0.######") : value.Text;
}
