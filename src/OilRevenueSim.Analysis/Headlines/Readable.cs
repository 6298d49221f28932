using System.Globalization;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>Numbers as one reads them aloud: <c>12 million USD</c>, <c>3.1 %</c>, <c>below 0.04 %</c>; never <c>1.2E7</c>.</summary>
public static class Readable
{
    private static readonly MoneyScale[] Scales =
    [
        new(1e12, "trillion USD"),
        new(1e9, "billion USD"),
        new(1e6, "million USD"),
        new(1e3, "thousand USD"),
        new(1.0, "USD"),
    ];

    /// <summary>The scale in which an amount reads best: 1.2E7 USD in <c>million USD</c>.</summary>
    /// <param name="largestUsd">Largest amount to be shown, USD.</param>
    public static MoneyScale Scale(double largestUsd)
    {
        var amount = Math.Abs(largestUsd);
        foreach (var scale in Scales)
        {
            // 999.7 million reads as 1 billion.
            if (amount >= 0.9995 * scale.Usd)
            {
                return scale;
            }
        }

        return Scales[^1];
    }

    /// <summary>An amount with two or three digits that matter, e.g. <c>1.3 billion USD</c>, <c>12 million USD</c>.</summary>
    public static string Money(double usd)
    {
        if (usd != 0.0 && Math.Abs(usd) < 0.5)
        {
            return usd > 0.0 ? "under 1 USD" : "under 1 USD lost";
        }

        var scale = Scale(usd);
        return $"{Rounded(usd / scale.Usd)} {scale.Name}";
    }

    /// <summary>An amount the analyst wrote, with all its digits, e.g. <c>12.5 million USD</c>.</summary>
    public static string ExactMoney(double usd)
    {
        var scale = Scale(usd);
        if (Math.Abs(usd) < scale.Usd)
        {
            scale = Scales[Math.Min(Array.IndexOf(Scales, scale) + 1, Scales.Length - 1)];
        }

        return $"{Text(usd / scale.Usd, "#,0.#########")} {scale.Name}";
    }

    /// <summary>A range of amounts, e.g. <c>0 to 45 million USD</c>, <c>450 thousand to 1.3 billion USD</c>.</summary>
    public static string MoneyRange(double lowUsd, double highUsd)
    {
        var scale = Scale(Math.Max(Math.Abs(lowUsd), Math.Abs(highUsd)));
        var smaller = Math.Min(Math.Abs(lowUsd), Math.Abs(highUsd));
        if (smaller == 0.0 || smaller >= 0.1 * scale.Usd)
        {
            var (low, high) = Apart(lowUsd / scale.Usd, highUsd / scale.Usd);
            return low == high ? $"{low} {scale.Name}" : $"{low} to {high} {scale.Name}";
        }

        return $"{Money(lowUsd)} to {Money(highUsd)}";
    }

    /// <summary>An amount with its interval, e.g. <c>3.8 (3.4 to 4.3) million USD</c>; as many decimals as the interval leaves.</summary>
    public static string MoneyWithInterval(Estimate usd)
    {
        if (usd is not { Low: { } low, High: { } high } || !(high > low))
        {
            return Money(usd.Value);
        }

        var scale = Scale(Math.Max(Math.Abs(low), Math.Abs(high)));
        var decimals = DecimalsFor((high - low) / 2.0 / scale.Usd, most: 3);
        var format = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        return $"{Text(usd.Value / scale.Usd, format)} ({Text(low / scale.Usd, format)} to {Text(high / scale.Usd, format)}) {scale.Name}";
    }

    /// <summary>A mean with its standard error, e.g. <c>12.3 ± 0.3 million USD</c>; as many decimals as the error leaves.</summary>
    public static string MoneyWithError(double meanUsd, double standardErrorUsd)
    {
        if (!(standardErrorUsd > 0.0))
        {
            return Money(meanUsd);
        }

        var scale = Scale(Math.Max(Math.Abs(meanUsd), standardErrorUsd));
        return $"{AmountWithError(meanUsd, standardErrorUsd, scale)} {scale.Name}";
    }

    /// <summary>A mean with its standard error in a given scale, without its name, e.g. <c>12.3 ± 0.3</c>.</summary>
    public static string AmountWithError(double meanUsd, double standardErrorUsd, MoneyScale scale)
    {
        if (!(standardErrorUsd > 0.0))
        {
            return Rounded(meanUsd / scale.Usd);
        }

        var error = standardErrorUsd / scale.Usd;
        var decimals = DecimalsFor(error, most: 3);
        var format = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        var shown = Math.Round(error, decimals, MidpointRounding.AwayFromZero);
        var errorText = shown == 0.0 ? "0.001" : Text(shown, format);
        return $"{Text(meanUsd / scale.Usd, format)} ± {errorText}";
    }

    /// <summary>A probability, e.g. <c>34 %</c>, <c>3.1 %</c>, <c>0.12 %</c>, <c>99.97 %</c>; 100 % only when it is.</summary>
    /// <param name="probability">Probability 0 to 1.</param>
    public static string Probability(double probability) => $"{Percent(probability)} %";

    /// <summary>Two shares with the fewest decimals, at most six, that tell them apart, e.g. <c>71.4 %</c> and <c>71.2 %</c>.</summary>
    public static (string One, string Other) ProbabilitiesApart(double one, double other)
    {
        var decimals = 0;
        while (decimals < 6 && one != other && Percent(one, decimals) == Percent(other, decimals))
        {
            decimals++;
        }

        return ($"{Percent(one, decimals)} %", $"{Percent(other, decimals)} %");
    }

    /// <summary>
    /// A probability estimated from paths: seen in none, <c>below 0.04 %</c>; in all, <c>above 99.96 %</c> (one-sided 95 %
    /// bounds, rounded outward).
    /// </summary>
    public static string Probability(Estimate estimate)
    {
        if (estimate.Value <= 0.0 && estimate.High is { } high and > 0.0)
        {
            return $"below {Text(OneDigitUp(100.0 * high), "0.##########")} %";
        }

        if (estimate.Value >= 1.0 && estimate.Low is { } low and < 1.0)
        {
            return $"above {Text(100.0 - OneDigitUp(100.0 * (1.0 - low)), "0.##########")} %";
        }

        return Probability(estimate.Value);
    }

    /// <summary>A probability with its interval, e.g. <c>3.1 % (2.8 to 3.5 %)</c>; only the bound when seen in none or all.</summary>
    public static string ProbabilityWithInterval(Estimate estimate) =>
        estimate is { Value: > 0.0 and < 1.0, Low: { } low, High: { } high }
            ? $"{Percent(estimate.Value, DecimalsFor(50.0 * (high - low), most: 12))} % ({ProbabilityRange(low, high)})"
            : Probability(estimate);

    /// <summary>A range of probabilities, e.g. <c>2.8 to 3.5 %</c>.</summary>
    /// <remarks>As many decimals as half the width leaves.</remarks>
    public static string ProbabilityRange(double low, double high)
    {
        var decimals = DecimalsFor(50.0 * (high - low), most: 12);
        return $"{Percent(low, decimals)} to {Percent(high, decimals)} %";
    }

    /// <summary>A name of the scenario as readers see it, e.g. <c>oil-crescent</c> → <c>Oil Crescent</c>.</summary>
    public static string Name(string name) => string.Join(' ', name.Split('-').Select(Capitalised));

    /// <summary>A value given with <c>--set</c>: <c>benchmarks.brent.spot=50 USD/bbl</c> → <c>benchmarks.brent.spot = 50 USD/bbl</c>.</summary>
    public static string Setting(string set) => string.Join(" = ", set.Split('=', 2));

    /// <summary>A whole number with separators, e.g. <c>10,000</c>.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A month, e.g. <c>February 2016</c>.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Capitalised(string word, int index) =>
        word.Length == 0 || (index > 0 && word is "and" or "of" or "the")
            ? word
            : char.ToUpperInvariant(word[0]) + word[1..];

    // Below ten one decimal, else none: 1.3, 12, 450.
    private static string Rounded(double number) => Text(number, Math.Abs(number) < 9.95 ? "0.#" : "#,0");

    // Two ends of a range with the fewest decimals that tell them apart, at most three.
    private static (string Low, string High) Apart(double low, double high)
    {
        var (lowText, highText) = (Rounded(low), Rounded(high));
        for (var decimals = 1; decimals <= 3 && lowText == highText && low != high; decimals++)
        {
            var format = "#,0." + new string('#', decimals);
            (lowText, highText) = (Text(low, format), Text(high, format));
        }

        return (lowText, highText);
    }

    // Decimals that show the first digit of an error.
    private static int DecimalsFor(double error, int most) =>
        error > 0.0 ? Math.Clamp(-(int)Math.Floor(Math.Log10(error)), 0, most) : 0;

    private static string Percent(double probability, int atLeast = 0)
    {
        var percent = 100.0 * probability;
        var distance = Math.Min(percent, 100.0 - percent);
        if (distance is <= 0.0 or >= 10.0)
        {
            return Text(percent, atLeast == 0 ? "0" : "0." + new string('#', atLeast));
        }

        // Two digits that matter of the distance to 0 or 100, at least one decimal.
        var decimals = Math.Max(atLeast, Math.Clamp(1 - (int)Math.Floor(Math.Log10(distance)), 1, 12));
        return Text(percent, "0." + new string('#', decimals));
    }

    // 0.0366 → 0.04, 12.3 → 20: a bound that is rounded must stay a bound.
    private static double OneDigitUp(double percent)
    {
        var unit = Math.Pow(10.0, Math.Floor(Math.Log10(percent)));
        var digits = Math.Ceiling(SignificantDigits.Round(percent / unit, 9));
        var bound = SignificantDigits.Round(digits * unit, 1);

        // From a single path: below 95 %, as "below 100 %" says nothing.
        return bound < 100.0 ? bound : Math.Min(100.0, Math.Ceiling(SignificantDigits.Round(percent, 9)));
    }

    private static string Text(double number, string format)
    {
        var decimals = format.Contains('.', StringComparison.Ordinal)
            ? format.Length - format.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        var rounded = Math.Round(number, Math.Min(decimals, 15), MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString(format, CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);
    }
}

/// <summary>A unit in which amounts are shown.</summary>
/// <param name="Usd">US dollars in one unit, e.g. 1,000,000.</param>
/// <param name="Name">Name, e.g. <c>million USD</c>.</param>
public readonly record struct MoneyScale(double Usd, string Name);
