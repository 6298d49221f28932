using System.Globalization;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>A unit in words such as <c>million USD per month</c>, split into its multiple and the rest.</summary>
/// <param name="Factor">1, a thousand, a million, a billion or a trillion.</param>
/// <param name="Rest">What is counted, e.g. <c>USD per month</c>.</param>
internal readonly record struct MoneyUnit(double Factor, string Rest)
{
    private static readonly (double Factor, string Word)[] Multiples =
    [
        (1, ""),
        (1e3, "thousand"),
        (1e6, "million"),
        (1e9, "billion"),
        (1e12, "trillion"),
    ];

    public override string ToString()
    {
        var factor = Factor;
        return factor < 2 ? Rest : Multiples.First(m => m.Factor >= factor * 0.5).Word + " " + Rest;
    }

    public static MoneyUnit Parse(string unit)
    {
        foreach (var (factor, word) in Multiples.AsSpan(1))
        {
            if (unit.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
            {
                return new MoneyUnit(factor, unit[(word.Length + 1)..]);
            }
        }

        return new MoneyUnit(1, unit);
    }

    /// <summary>The unit itself where <paramref name="max"/> reads well in it, else the multiple in which it does.</summary>
    /// <param name="max">Largest value, in this unit.</param>
    public MoneyUnit For(double max)
    {
        if (max is >= 0.05 and < 20_000)
        {
            return this;
        }

        var amount = max * Factor;
        var best = Multiples[0].Factor;
        foreach (var (factor, _) in Multiples)
        {
            best = amount >= factor ? factor : best;
        }

        return this with
        {
            Factor = best,
        };
    }

    /// <summary>An amount in words, e.g. <c>10 million</c>, <c>300 thousand</c>, <c>2.5 billion</c>.</summary>
    /// <param name="amount">Amount in this unit.</param>
    public string InWords(double amount)
    {
        var plain = amount * Factor;
        var (factor, word) = Multiples[0];
        foreach (var (candidate, name) in Multiples)
        {
            if (plain >= candidate * (1 - 1e-9))
            {
                (factor, word) = (candidate, name);
            }
        }

        var number = (plain / factor).ToString(plain < 1 ? "0.##########" : "#,##0.##", CultureInfo.InvariantCulture);
        return word.Length == 0 ? number : number + " " + word;
    }
}
