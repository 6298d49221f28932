namespace OilRevenueSim.Analysis.Words;

/// <summary>A unit that values of a chart are in, as data: <see cref="Language.Unit(ChartUnit)"/> says it.</summary>
/// <param name="Factor">1, a thousand, a million, a billion or a trillion.</param>
/// <param name="Rest">What is counted, as in English, e.g. <c>USD per month</c> or <c>barrels per day</c>.</param>
public readonly record struct ChartUnit(double Factor, string Rest)
{
    private static readonly (double Factor, string Word)[] Multiples =
    [
        (1e12, "trillion"),
        (1e9, "billion"),
        (1e6, "million"),
        (1e3, "thousand"),
        (1.0, ""),
    ];

    /// <summary>Name of the multiple in English, e.g. <c>million</c>; empty for one.</summary>
    internal string Multiple
    {
        get
        {
            var factor = Factor;
            return Array.Find(Multiples, m => factor >= m.Factor * 0.5).Word ?? "";
        }
    }

    /// <summary>Dollars.</summary>
    /// <param name="factor">1, a thousand, a million, a billion or a trillion.</param>
    public static ChartUnit Usd(double factor) => new(factor, "USD");

    /// <summary>Dollars a month.</summary>
    /// <param name="factor">1, a thousand, a million, a billion or a trillion.</param>
    public static ChartUnit UsdPerMonth(double factor) => new(factor, "USD per month");

    /// <summary>The multiple in which the largest of some amounts reads best: 999.7 thousand is a million.</summary>
    /// <param name="largest">Largest amount.</param>
    /// <param name="rest">What is counted, as in English, e.g. <c>barrels per day</c>.</param>
    public static ChartUnit Of(double largest, string rest) => new(Largest(Math.Abs(largest), 0.9995).Factor, rest);

    /// <summary>The unit itself where <paramref name="max"/> reads well in it, else the multiple in which it does.</summary>
    /// <param name="max">Largest value, in this unit.</param>
    public ChartUnit For(double max) =>
        max is >= 0.05 and < 20_000 ? this : this with { Factor = Largest(max * Factor, 1.0).Factor };

    /// <summary>In English, e.g. <c>million USD per month</c>.</summary>
    public override string ToString() => Multiple.Length == 0 ? Rest : $"{Multiple} {Rest}";

    /// <summary>The largest multiple that an amount has one of; a hair less is enough where told.</summary>
    internal static (double Factor, string Word) Largest(double amount, double share)
    {
        foreach (var multiple in Multiples)
        {
            if (amount >= multiple.Factor * share)
            {
                return multiple;
            }
        }

        return Multiples[^1];
    }
}
