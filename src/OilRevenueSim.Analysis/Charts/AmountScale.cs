using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Multiple of a unit in which the amounts of a chart read well: <c>million USD</c>, <c>thousand bbl</c>, <c>%</c>.</summary>
/// <param name="Size">Amount of one unit shown, in the unit of the series.</param>
/// <param name="Name">Name, in the language.</param>
internal readonly record struct AmountScale(double Size, string Name)
{
    private const double BarrelsInThousand = 1000.0;
    private const string Heads = "persons";

    /// <summary>The scale for a largest amount.</summary>
    /// <param name="language">Language of the name.</param>
    /// <param name="unit">Unit of the series; <c>1</c> is a share, shown in per cent.</param>
    /// <param name="largest">Largest amount shown, in that unit.</param>
    public static AmountScale Of(Language language, string unit, double largest)
    {
        var size = Math.Abs(largest);
        if (unit == "USD")
        {
            var money = language.Scale(size);
            return new AmountScale(money.Usd, money.Name);
        }

        return unit switch
        {
            "1" => new AmountScale(0.01, "%"),
            "kb/d" => InBarrels(language, size * BarrelsInThousand, "barrels per day", BarrelsInThousand),
            "bbl" => InBarrels(language, size, "barrels", 1.0),
            Heads => new AmountScale(1.0, language.Word("fighters")),
            _ when size >= 1e9 => new AmountScale(1e9, language.Say($"billion {language.Word(unit)}")),
            _ when size >= 1e6 => new AmountScale(1e6, language.Say($"million {language.Word(unit)}")),
            _ when size >= 1e5 => new AmountScale(1e3, language.Say($"thousand {language.Word(unit)}")),
            _ => new AmountScale(1.0, language.Word(unit)),
        };
    }

    /// <summary>An amount as read aloud, with its unit, e.g. <c>12 million USD</c>.</summary>
    /// <param name="language">Language.</param>
    /// <param name="unit">Unit of the series.</param>
    /// <param name="amount">Amount in that unit.</param>
    public static string Say(Language language, string unit, double amount)
    {
        if (unit == "USD")
        {
            return language.Money(amount);
        }

        if (Barrels(unit) is var (barrels, what))
        {
            return language.Amount(amount * barrels, what);
        }

        if (unit is "1" or Heads)
        {
            return unit == "1" ? language.Say($"{Digits(language, amount / 0.01)} %") : Digits(language, amount);
        }

        var scale = Of(language, unit, amount);
        return $"{Digits(language, amount / scale.Size)} {scale.Name}";
    }

    /// <summary>Two amounts as a range, e.g. <c>10 to 45 million USD</c>.</summary>
    public static string Range(Language language, string unit, double low, double high) =>
        unit == "USD" ? language.MoneyRange(low, high)
        : Barrels(unit) is var (barrels, what) ? language.AmountRange(low * barrels, high * barrels, what)
        : language.Say($"{Say(language, unit, low)} to {Say(language, unit, high)}");

    // Barrels in one of a unit, and what is counted.
    private static (double Barrels, string What)? Barrels(string unit) =>
        unit switch
        {
            "kb/d" => (BarrelsInThousand, "barrels a day"),
            "bbl" => (1.0, "barrels"),
            _ => null,
        };

    private static AmountScale InBarrels(Language language, double largest, string what, double barrels)
    {
        var unit = ChartUnit.Of(largest, what);
        return new AmountScale(unit.Factor / barrels, language.Unit(unit));
    }

    /// <summary>Three digits that matter.</summary>
    /// <param name="language">Language of the number.</param>
    /// <param name="number">Number.</param>
    public static string Digits(Language language, double number)
    {
        var size = Math.Abs(number);
        var decimals = size >= 99.95 || size == 0.0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        return language.Number(
            SignificantDigits.Round(number + 0.0, size >= 1000.0 ? 4 : 3),
            "#,0." + new string('#', decimals)
        );
    }
}
