using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The unit of money of numbers that are compared, named once in the heads of their columns; a cell that shows no digit in it keeps its own.</summary>
internal sealed class ColumnUnit
{
    // In units: fewer read badly, more are as long as a unit.
    private const double Least = 0.1;
    private const double Most = 1e5;

    // Below it three decimals show no digit.
    private const double LeastShown = 0.001;

    private readonly Language words;
    private readonly MoneyScale? scale;

    private ColumnUnit(Language words, MoneyScale? scale)
    {
        this.words = words;
        this.scale = scale;
    }

    /// <summary>Name, e.g. <c>million USD</c>; empty where there is no money.</summary>
    public string Name => scale?.Name ?? "";

    /// <summary>The unit in which most amounts read well; of units as good the largest.</summary>
    /// <param name="words">Language.</param>
    /// <param name="amountsUsd">Amounts that are compared, USD.</param>
    public static ColumnUnit Of(Language words, IEnumerable<double> amountsUsd)
    {
        double[] sizes = [.. amountsUsd.Select(Math.Abs).Where(size => size > 0.0)];
        if (sizes.Length == 0)
        {
            return new ColumnUnit(words, null);
        }

        var units = new List<double>();
        for (var usd = words.Scale(sizes.Max()).Usd; usd >= 1.0; usd /= 1e3)
        {
            units.Add(usd);
        }

        var best = units.MaxBy(usd => sizes.Count(size => size >= Least * usd && size < Most * usd));
        return new ColumnUnit(words, words.Scale(best));
    }

    /// <summary>An amount alone.</summary>
    /// <param name="usd">Amount, USD.</param>
    /// <param name="errorUsd">Error whose digit it is told to, USD; 0 for three digits that matter.</param>
    /// <param name="ownErrorUsd">Its own error, to which it is told where it would show no digit otherwise.</param>
    public TableCell Cell(double usd, double errorUsd = 0.0, double ownErrorUsd = 0.0) =>
        new(
            Of(usd) is { } shown ? Digits(usd, shown, errorUsd, ownErrorUsd) : words.Money(usd),
            usd,
            TableTone.Neutral
        );

    /// <summary>The same with its unit, within a sentence.</summary>
    public string Said(double usd, double errorUsd) =>
        usd != 0.0 && Of(usd) is { } shown
            ? words.Counted(ChartUnit.Usd(shown.Usd).ToString(), usd / shown.Usd, Digits(usd, shown, errorUsd, 0.0))
            : words.Money(usd);

    /// <summary>A mean with its standard error.</summary>
    public TableCell WithError(double meanUsd, double standardErrorUsd)
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
        string Signed(string text) => usd.Value > 0.0 && words.Read(Before(" (", text)) != 0.0 ? "+" + text : text;
        var plain = Cell(usd.Value);
        plain = plain with { Text = usd.Value > 0.0 ? "+" + plain.Text : plain.Text, Tone = tone };
        return usd is not { Low: { } low, High: { } high } || !(high > low) ? plain
            : Of(Math.Max(Math.Abs(low), Math.Abs(high))) is { } shown
                ? plain with
                {
                    Text = Signed(words.AmountWithInterval(usd, shown)),
                    Brief = Before(" (", Signed(words.AmountWithInterval(usd, shown))),
                }
            : plain with { Text = Signed(words.MoneyWithInterval(usd)), Brief = Signed(words.Money(usd.Value)) };
    }

    // The scale of the column where an amount of this size can be read in it.
    private MoneyScale? Of(double sizeUsd)
    {
        var units = Math.Abs(sizeUsd) / (scale?.Usd ?? 1.0);
        return units is 0.0 or (>= LeastShown and < Most) ? scale ?? words.Scale(1.0) : null;
    }

    // The number alone, as exact as what stands behind it allows.
    private static string Before(string mark, string text) => text.Split(mark)[0];

    private string Digits(double usd, MoneyScale shown, double errorUsd, double ownErrorUsd)
    {
        // What is smaller than the error of its column is told to its own.
        var error = Math.Abs(usd) < errorUsd && ownErrorUsd > 0.0 ? ownErrorUsd : errorUsd;
        if (error > 0.0)
        {
            var (known, text) = words.Known(usd / shown.Usd, error / shown.Usd);
            if (known != 0.0 || usd == 0.0)
            {
                return text;
            }
        }

        return AmountScale.Digits(words, usd / shown.Usd);
    }
}
