namespace OilRevenueSim.Analysis.Words;

/// <content>Amounts of what is counted, as one says them: <c>31 thousand barrels a day</c>, <c>0.79 of 1.55 million barrels</c>.</content>
public sealed partial class Language
{
    /// <summary>An amount, e.g. <c>31 thousand barrels a day</c>.</summary>
    /// <param name="amount">Amount.</param>
    /// <param name="what">What is counted, as in English, e.g. <c>barrels a day</c>.</param>
    internal string Amount(double amount, string what) => AmountRange(amount, amount, what);

    /// <summary>A range of amounts in one unit, e.g. <c>0.4 to 1.5 million barrels a day</c>.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="what">What is counted, as in English.</param>
    internal string AmountRange(double low, double high, string what)
    {
        var unit = ChartUnit.Of(Math.Max(Math.Abs(low), Math.Abs(high)), what);
        var (first, last) = Pair(low / unit.Factor, high / unit.Factor);
        return Counted(unit.ToString(), high / unit.Factor, first == last ? last : Say($"{first} to {last}"));
    }

    /// <summary>A part and its whole in the unit of the whole, e.g. <c>0.79</c> and <c>1.55 million barrels a day</c>.</summary>
    /// <param name="part">Part, not above the whole.</param>
    /// <param name="whole">Whole.</param>
    /// <param name="what">What is counted, as in English.</param>
    internal (string Part, string Whole) PartAndWhole(double part, double whole, string what)
    {
        var unit = ChartUnit.Of(whole, what);
        var (smaller, larger) = (part / unit.Factor, whole / unit.Factor);
        var decimals = larger < 9.95 ? 2 : 0;
        var name = unit.ToString();
        return (InThousands(name, Whole(smaller, decimals)), Counted(name, larger, Whole(larger, decimals)));
    }

    /// <summary>A number beside larger ones of its unit: two decimals where the largest is below ten, else none, e.g. <c>0.10</c> beside 1.55; more only where they would show no digit.</summary>
    /// <param name="number">Number.</param>
    /// <param name="largest">Largest of them.</param>
    internal string Beside(double number, double largest)
    {
        var decimals = largest < 9.95 ? 2 : 0;
        return number != 0.0 && Vanishes(number, decimals)
            ? Whole(number, decimals)
            : Text(number, number == 0.0 || decimals == 0 ? "#,0" : "#,0.00");
    }

    // One decimal each below ten, as in 1.9 to 6.1; two where one decimal would leave the smaller a single digit, as in 0.79 of 1.55.
    private (string Smaller, string Larger) Pair(double smaller, double larger)
    {
        var decimals = Math.Abs(larger) < 9.95 && Math.Abs(smaller) is > 0.0 and < 0.995 ? 2 : 0;
        return (Whole(smaller, decimals), Whole(larger, decimals));
    }

    /// <summary>A mean with its error in one unit, e.g. <c>1.173 ± 0.001 million barrels a day</c>.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="error">Its error.</param>
    /// <param name="what">What is counted, as in English.</param>
    internal string CountWithError(double mean, double error, string what)
    {
        var unit = ChartUnit.Of(Math.Abs(mean), what);
        return Counted(unit.ToString(), mean / unit.Factor, WithError(mean / unit.Factor, error / unit.Factor));
    }

    /// <summary>A number to the first digit of its error, e.g. <c>1.173 ± 0.001</c>.</summary>
    /// <param name="number">Number.</param>
    /// <param name="error">Its error.</param>
    internal string WithError(double number, double error)
    {
        var decimals = error > 0.0 ? Math.Clamp(-(int)Math.Floor(Math.Log10(error)), 0, 4) : 0;
        var format = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        return $"{Number(number, format)} ± {Number(error, format)}";
    }

    // As many decimals as told, or as the number itself needs to show a digit.
    private string Whole(double number, int atLeast)
    {
        var own = Math.Abs(number) switch
        {
            < 0.0995 => 3,
            < 9.95 => 1,
            _ => 0,
        };
        return Text(number, "#,0." + new string('#', Math.Max(own, atLeast)));
    }
}
