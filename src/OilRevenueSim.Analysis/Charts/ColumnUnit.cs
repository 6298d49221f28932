using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The unit of money that a column of a table names once, in its head; a cell that reads badly in it keeps its own.</summary>
internal sealed class ColumnUnit
{
    // In units: fewer show no digit that matters, more are as long as a unit.
    private const double Least = 0.1;
    private const double Most = 1e5;
    private const int MostDecimals = 4;

    private readonly Language words;
    private readonly MoneyScale? scale;

    private ColumnUnit(Language words, MoneyScale? scale)
    {
        this.words = words;
        this.scale = scale;
    }

    /// <summary>Name, e.g. <c>million USD</c>; empty for a column without money.</summary>
    public string Name => scale?.Name ?? "";

    /// <summary>The largest unit in which all amounts read well, else that of the largest amount.</summary>
    /// <param name="words">Language.</param>
    /// <param name="amountsUsd">Amounts of the column, USD.</param>
    public static ColumnUnit Of(Language words, IEnumerable<double> amountsUsd)
    {
        double[] sizes = [.. amountsUsd.Select(Math.Abs).Where(size => size > 0.0)];
        if (sizes.Length == 0)
        {
            return new ColumnUnit(words, null);
        }

        var largest = words.Scale(sizes.Max());
        for (var usd = largest.Usd; usd >= 1.0; usd /= 1e3)
        {
            if (sizes.Min() >= Least * usd && sizes.Max() < Most * usd)
            {
                return new ColumnUnit(words, words.Scale(usd));
            }
        }

        return new ColumnUnit(words, largest);
    }

    /// <summary>An amount alone.</summary>
    public TableCell Cell(double usd) =>
        new(Of(usd) is { } shown ? Digits(usd, shown) : words.Money(usd), usd, TableTone.Neutral);

    /// <summary>An amount alone, down to a digit that another number of its row ends in.</summary>
    /// <param name="usd">Amount.</param>
    /// <param name="lastDigitUsd">One of that digit, USD; zero where there is none.</param>
    public TableCell Level(double usd, double lastDigitUsd) =>
        new(Of(usd) is { } shown ? Digits(usd, shown, lastDigitUsd) : words.Money(usd), usd, TableTone.Neutral);

    /// <summary>The same with its unit, within a sentence.</summary>
    public string SaidLevel(double usd, double lastDigitUsd) =>
        usd != 0.0 && Of(usd) is { } shown
            ? words.Counted(ChartUnit.Usd(shown.Usd).ToString(), usd / shown.Usd, Digits(usd, shown, lastDigitUsd))
            : words.Money(usd);

    /// <summary>A mean with its standard error.</summary>
    public TableCell Cell(double meanUsd, double standardErrorUsd)
    {
        var plain = Cell(meanUsd);
        return !(standardErrorUsd > 0.0) ? plain
            : Of(Math.Max(Math.Abs(meanUsd), standardErrorUsd)) is { } shown
                ? plain with
                {
                    Text = words.AmountWithError(meanUsd, standardErrorUsd, shown),
                    Brief = Before(" ±", words.AmountWithError(meanUsd, standardErrorUsd, shown)),
                }
            : plain with { Text = words.MoneyWithError(meanUsd, standardErrorUsd), Brief = words.Money(meanUsd) };
    }

    /// <summary>A change with its interval, with a sign.</summary>
    public TableCell Change(Estimate usd, TableTone tone)
    {
        var sign = usd.Value > 0.0 ? "+" : "";
        var plain = Cell(usd.Value);
        plain = plain with { Text = sign + plain.Text, Tone = tone };
        return usd is not { Low: { } low, High: { } high } || !(high > low) ? plain
            : Of(Math.Max(Math.Abs(low), Math.Abs(high))) is { } shown
                ? plain with
                {
                    Text = sign + words.AmountWithInterval(usd, shown),
                    Brief = sign + Before(" (", words.AmountWithInterval(usd, shown)),
                }
            : plain with { Text = sign + words.MoneyWithInterval(usd), Brief = sign + words.Money(usd.Value) };
    }

    // The scale of the column where an amount of this size reads well in it.
    private MoneyScale? Of(double sizeUsd)
    {
        var units = Math.Abs(sizeUsd) / (scale?.Usd ?? 1.0);
        return units is 0.0 or (>= Least and < Most) ? scale ?? words.Scale(1.0) : null;
    }

    // The number alone, as exact as what stands behind it allows.
    private static string Before(string mark, string text) => text.Split(mark)[0];

    private string Digits(double usd, MoneyScale shown) => AmountScale.Digits(words, usd / shown.Usd);

    private string Digits(double usd, MoneyScale shown, double lastDigitUsd)
    {
        if (!(lastDigitUsd > 0.0) || lastDigitUsd >= shown.Usd)
        {
            return Digits(usd, shown);
        }

        var decimals = Math.Min((int)Math.Round(Math.Log10(shown.Usd / lastDigitUsd)), MostDecimals);
        return words.Number(
            Math.Round(usd / shown.Usd, decimals, MidpointRounding.AwayFromZero) + 0.0,
            "#,0." + new string('0', decimals)
        );
    }
}
