using System.Globalization;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Words;

/// <content>Numbers as one reads them aloud: <c>12 million USD</c>, <c>3.1 %</c>, <c>below 0.04 %</c>; never <c>1.2E7</c>.</content>
public sealed partial class Language
{
    private static readonly double[] Scales = [1e12, 1e9, 1e6, 1e3, 1.0];

    /// <summary>The scale in which an amount reads best: 1.2E7 USD in <c>million USD</c>.</summary>
    /// <param name="largestUsd">Largest amount to be shown, USD.</param>
    public MoneyScale Scale(double largestUsd)
    {
        // 999.7 million reads as 1 billion.
        var amount = Math.Abs(largestUsd);
        var usd = Array.Find(Scales, scale => amount >= 0.9995 * scale);
        usd = usd > 0.0 ? usd : Scales[^1];
        return new MoneyScale(usd, Unit(ChartUnit.Usd(usd)));
    }

    /// <summary>A unit as it stands at an axis, e.g. <c>million USD per month</c>.</summary>
    /// <param name="unit">Unit.</param>
    public string Unit(ChartUnit unit) => Word(unit.ToString());

    /// <summary>An amount of a unit at a logarithmic axis, e.g. <c>10 million</c>, <c>300 thousand</c>, <c>2.5 billion</c>.</summary>
    /// <param name="amount">Amount in the unit.</param>
    /// <param name="unit">Unit.</param>
    public string InWords(double amount, ChartUnit unit)
    {
        var plain = amount * unit.Factor;
        var (factor, word) = ChartUnit.Largest(plain, 1.0 - 1e-9);
        var number = Number(plain / factor, plain < 1.0 ? "0.##########" : "#,##0.##");
        return word.Length == 0 ? number : Counted(word, plain / factor, number);
    }

    /// <summary>An amount with two or three digits that matter, e.g. <c>1.3 billion USD</c>, <c>12 million USD</c>.</summary>
    public string Money(double usd)
    {
        if (usd != 0.0 && Math.Abs(usd) < 0.5)
        {
            return Word(usd > 0.0 ? "under 1 USD" : "under 1 USD lost");
        }

        var scale = Scale(usd).Usd;
        return InScale(scale, usd / scale, Rounded(usd / scale));
    }

    /// <summary>An amount the analyst wrote, with all its digits, e.g. <c>12.5 million USD</c>.</summary>
    public string ExactMoney(double usd)
    {
        var scale = Scale(usd).Usd;
        if (Math.Abs(usd) < scale)
        {
            scale = Scales[Math.Min(Array.IndexOf(Scales, scale) + 1, Scales.Length - 1)];
        }

        return InScale(scale, usd / scale, Text(usd / scale, "#,0.#########"));
    }

    /// <summary>A range of amounts, e.g. <c>0 to 45 million USD</c>, <c>450 thousand to 1.3 billion USD</c>.</summary>
    public string MoneyRange(double lowUsd, double highUsd)
    {
        var scale = Scale(Math.Max(Math.Abs(lowUsd), Math.Abs(highUsd))).Usd;
        var smaller = Math.Min(Math.Abs(lowUsd), Math.Abs(highUsd));
        if (smaller == 0.0 || smaller >= 0.1 * scale)
        {
            var (low, high) = Apart(lowUsd / scale, highUsd / scale);
            return InScale(scale, highUsd / scale, low == high ? low : Say($"{low} to {high}"));
        }

        return Say($"{Money(lowUsd)} to {Money(highUsd)}");
    }

    /// <summary>An amount with its interval, e.g. <c>3.8 (3.4 to 4.3) million USD</c>; as many decimals as the interval leaves.</summary>
    public string MoneyWithInterval(Estimate usd)
    {
        if (usd is not { Low: { } low, High: { } high } || !(high > low))
        {
            return Money(usd.Value);
        }

        var scale = Scale(Math.Max(Math.Abs(low), Math.Abs(high)));
        return InScale(scale.Usd, high / scale.Usd, AmountWithInterval(usd, scale));
    }

    /// <summary>An amount with its interval in a given scale, without its name, e.g. <c>3.8 (3.4 to 4.3)</c>.</summary>
    internal string AmountWithInterval(Estimate usd, MoneyScale scale)
    {
        var (low, high) = (usd.Low ?? usd.Value, usd.High ?? usd.Value);
        var decimals = DecimalsFor((high - low) / 2.0 / scale.Usd, most: 3);
        // An end near zero keeps its sign.
        var step = StepFor((high - low) / 2.0 / scale.Usd);
        step = new[] { low, high }.Any(end => end != 0.0 && Stepped(end / scale.Usd, step) == 0.0) ? 1.0 : step;
        while (decimals < 3 && new[] { low, high }.Any(end => end != 0.0 && Vanishes(end / scale.Usd, decimals)))
        {
            decimals++;
        }

        var format = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        string Of(double amount) => Text(Stepped(amount / scale.Usd, step), format);
        return Say($"{Of(usd.Value)} ({Of(low)} to {Of(high)})");
    }

    /// <summary>A mean with its standard error, or half of its interval, e.g. <c>12.3 ± 0.3 million USD</c>; as many decimals as the error leaves.</summary>
    public string MoneyWithError(double meanUsd, double standardErrorUsd)
    {
        if (!(standardErrorUsd > 0.0))
        {
            return Money(meanUsd);
        }

        var scale = Scale(Math.Max(Math.Abs(meanUsd), standardErrorUsd));
        return InScale(scale.Usd, meanUsd / scale.Usd, AmountWithError(meanUsd, standardErrorUsd, scale));
    }

    /// <summary>A mean with its standard error, or half of its interval, in a given scale, without its name, e.g. <c>12.3 ± 0.3</c>.</summary>
    public string AmountWithError(double meanUsd, double standardErrorUsd, MoneyScale scale)
    {
        if (!(standardErrorUsd > 0.0))
        {
            return Rounded(meanUsd / scale.Usd);
        }

        var error = standardErrorUsd / scale.Usd;
        var (shown, text) = Known(error, error);
        var errorText = shown == 0.0 ? Text(0.001, "0.###") : text;
        return $"{Known(meanUsd / scale.Usd, error).Text} ± {errorText}";
    }

    /// <summary>A mean without its error, in the digits of <see cref="MoneyWithError"/>, e.g. <c>520 thousand USD</c> for 524 ± 66.</summary>
    /// <param name="meanUsd">Mean, USD.</param>
    /// <param name="errorUsd">Its standard error, or half of its interval, USD; where it is 0 or null, as where none is known, as <see cref="Money"/>.</param>
    internal string MoneyKnown(double meanUsd, double? errorUsd)
    {
        if (errorUsd is not ({ } error and > 0.0))
        {
            return Money(meanUsd);
        }

        var scale = Scale(Math.Max(Math.Abs(meanUsd), error)).Usd;
        var (known, text) = Known(meanUsd / scale, error / scale);
        return known == 0.0 ? Money(meanUsd) : InScale(scale, known, text);
    }

    /// <summary>A probability, e.g. <c>34 %</c>, <c>3.1 %</c>, <c>0.12 %</c>, <c>99.97 %</c>; 100 % only when it is.</summary>
    /// <param name="probability">Probability 0 to 1.</param>
    public string Probability(double probability) => Say($"{Percent(probability)} %");

    /// <summary>A share known to within an error, e.g. <c>68 %</c>, <c>99.1 %</c>: down to the power of ten next to half of its 95 % interval.</summary>
    /// <param name="share">Share 0 to 1.</param>
    /// <param name="standardError">Standard error of the share; where it is 0, as where it is not known.</param>
    public string Probability(double share, double standardError)
    {
        var half = 100.0 * Confidence.NormalQuantile * standardError;
        if (!(half > 0.0))
        {
            return Probability(share);
        }

        // 100 % and 0 % only where it is.
        var decimals = ShareDecimals(half);
        var shown = Math.Round(100.0 * share, decimals, MidpointRounding.AwayFromZero);
        return shown is > 0.0 and < 100.0
            ? Say($"{Text(shown, "0." + new string('0', decimals))} %")
            : Probability(share);
    }

    /// <summary>A share of a column of shares, all to the digit of the least known; <c>below 1 %</c> and <c>above 99 %</c> where that digit would say 0 or 100.</summary>
    /// <param name="share">Share with its interval.</param>
    /// <param name="halfWidth">Half of the widest 95 % interval of the column; 0 where none is known.</param>
    internal string ProbabilityBeside(Estimate share, double halfWidth)
    {
        if (!(halfWidth > 0.0))
        {
            return Probability(share);
        }

        var decimals = ShareDecimals(100.0 * halfWidth);
        var shown = Math.Round(100.0 * share.Value, decimals, MidpointRounding.AwayFromZero);
        if (shown is > 0.0 and < 100.0)
        {
            return Say($"{Text(shown, "0." + new string('0', decimals))} %");
        }

        // Seen in none or in all, and without a bound: it is so.
        var isLow = shown <= 0.0;
        var bound = isLow ? share.High : 1.0 - share.Low;
        if (bound is null && share.Value is <= 0.0 or >= 1.0)
        {
            return Probability(share);
        }

        var least = Math.Pow(10.0, -decimals);
        var limit = share.Value is <= 0.0 or >= 1.0 ? Math.Max(least, OneDigitUp(100.0 * bound!.Value)) : least;
        return isLow
            ? Say($"below {Text(limit, "0.##########")} %")
            : Say($"above {Text(100.0 - limit, "0.##########")} %");
    }

    // As half an interval in per cent: above 0.316 none, above 0.0316 one.
    private static int ShareDecimals(double halfPercent) =>
        Math.Clamp(-(int)Math.Round(Math.Log10(halfPercent), MidpointRounding.AwayFromZero), 0, 6);

    /// <summary>Two shares with the fewest decimals, at most six, that tell them apart, e.g. <c>71.4 %</c> and <c>71.2 %</c>.</summary>
    public (string One, string Other) ProbabilitiesApart(double one, double other)
    {
        var decimals = 0;
        while (decimals < 6 && one != other && Percent(one, decimals) == Percent(other, decimals))
        {
            decimals++;
        }

        return (Say($"{Percent(one, decimals)} %"), Say($"{Percent(other, decimals)} %"));
    }

    /// <summary>
    /// A probability estimated from paths: seen in none, <c>below 0.04 %</c>; in all, <c>above 99.96 %</c> (one-sided 95 %
    /// bounds, rounded outward).
    /// </summary>
    public string Probability(Estimate estimate)
    {
        var (side, percent) = Bound(estimate);
        return side < 0 ? Say($"below {percent} %")
            : side > 0 ? Say($"above {percent} %")
            : Say($"{percent} %");
    }

    /// <summary>A probability to whole per cents, e.g. <c>56 %</c>; <c>below 1 %</c> and <c>above 99 %</c> at the ends.</summary>
    /// <param name="probability">Probability 0 to 1.</param>
    internal string WholePercent(double probability) =>
        probability switch
        {
            > 0.0 and < 0.01 => Say($"below {Percent(0.01)} %"),
            > 0.99 and < 1.0 => Say($"above {Percent(0.99)} %"),
            _ => Probability(Math.Round(probability, 2, MidpointRounding.AwayFromZero)),
        };

    /// <summary>A share of futures within a sentence, e.g. <c>34 % of futures</c>, <c>fewer than 0.04 % of futures</c>.</summary>
    public string OfFutures(Estimate estimate)
    {
        var (side, percent) = Bound(estimate);
        return side < 0 ? Say($"fewer than {percent} % of futures")
            : side > 0 ? Say($"more than {percent} % of futures")
            : Say($"{percent} % of futures");
    }

    /// <inheritdoc cref="OfFutures(Estimate)"/>
    public string OfFutures(double probability) => OfFutures(Estimate.Bare(probability));

    /// <summary>A share of futures known to within an error, to the digits of <see cref="Probability(double, double)"/>.</summary>
    internal string OfFutures(double share, double standardError) =>
        Say($"{Probability(share, standardError)} of futures");

    /// <summary>A probability with its interval, e.g. <c>3.1 % (2.8 to 3.5 %)</c>; only the bound when seen in none or all.</summary>
    public string ProbabilityWithInterval(Estimate estimate) =>
        estimate is { Value: > 0.0 and < 1.0, Low: { } low, High: { } high }
            ? Say(
                $"{Percent(estimate.Value, DecimalsFor(50.0 * (high - low), most: 12))} % ({ProbabilityRange(low, high)})"
            )
            : Probability(estimate);

    /// <summary>A range of probabilities, e.g. <c>2.8 to 3.5 %</c>.</summary>
    /// <remarks>As many decimals as half the width leaves.</remarks>
    public string ProbabilityRange(double low, double high)
    {
        var decimals = DecimalsFor(50.0 * (high - low), most: 12);
        var (first, last) = (Percent(low, decimals), Percent(high, decimals));
        return first == last ? Say($"{last} %") : Say($"{first} to {last} %");
    }

    /// <summary>A whole number with separators, e.g. <c>10,000</c>.</summary>
    public string Count(long count) => count.ToString("#,0", numbers);

    /// <summary>A number in the format given, with the signs of the language, e.g. <c>−1,250.5</c>.</summary>
    /// <param name="number">Number.</param>
    /// <param name="format">Custom format of .NET, e.g. <c>#,0.##</c>.</param>
    public string Number(double number, string format) => number.ToString(format, numbers);

    /// <summary>A number that was written in the language.</summary>
    /// <param name="number">As <see cref="Number"/> writes it; what is none is zero.</param>
    internal double Read(string number) =>
        double.TryParse(number, NumberStyles.Number, numbers, out var read) ? read : 0.0;

    private string InScale(double scaleUsd, double shown, string text) =>
        Counted(ChartUnit.Usd(scaleUsd).ToString(), shown, text);

    // A number before what it counts, which may have another form after it.
    internal string Counted(string unit, double shown, string text) =>
        Find("{0} " + unit, form(Math.Round(shown, Math.Abs(shown) < 9.95 ? 1 : 0, MidpointRounding.AwayFromZero)))
            .Replace("{0}", InThousands(unit, text), StringComparison.Ordinal);

    // Numbers of thousands in the digits that are known: 7,4 à 279 → 7 400 à 279 000, where the language says no thousands.
    private string InThousands(string unit, string text) =>
        writesThousandsOut && unit.StartsWith("thousand", StringComparison.Ordinal)
            ? NumberInText().Replace(text, number => Number(Math.Round(1_000.0 * Read(number.Value)), "#,0"))
            : text;

    [GeneratedRegex(@"[0-9][0-9\u202F]*(,[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberInText();

    // Seen in no path, −1 and an upper bound; in all, 1 and a lower bound; else 0 and the share itself.
    private (int Side, string Percent) Bound(Estimate estimate)
    {
        if (estimate.Value <= 0.0 && estimate.High is { } high and > 0.0)
        {
            return (-1, Text(OneDigitUp(100.0 * high), "0.##########"));
        }

        return estimate.Value >= 1.0 && estimate.Low is { } low and < 1.0
            ? (1, Text(100.0 - OneDigitUp(100.0 * (1.0 - low)), "0.##########"))
            : (0, Percent(estimate.Value));
    }

    // Below ten one decimal, else none: 1.3, 12, 450.
    private string Rounded(double number) => Text(number, Math.Abs(number) < 9.95 ? "0.#" : "#,0");

    // Two ends of a range with the fewest decimals that tell them apart, at most three.
    private (string Low, string High) Apart(double low, double high)
    {
        var (lowText, highText) = (Rounded(low), Rounded(high));
        for (var decimals = 1; decimals <= 3 && lowText == highText && low != high; decimals++)
        {
            var format = "#,0." + new string('#', decimals);
            (lowText, highText) = (Text(low, format), Text(high, format));
        }

        return (lowText, highText);
    }

    // Tens, hundreds … of which an error has three or more: 524 ± 66 is known to tens only.
    private static double StepFor(double error) =>
        error >= 30.0 ? Math.Pow(10.0, Math.Floor(Math.Log10(error / 3.0))) : 1.0;

    /// <summary>A number as exact as its error: down to the first digit of that, at most three decimals, and none stripped, e.g. <c>14.0</c> for 14.02 ± 0.3.</summary>
    /// <param name="number">Number.</param>
    /// <param name="error">Its error.</param>
    internal (double Number, string Text) Known(double number, double error)
    {
        var decimals = DecimalsFor(error, most: 3);
        var format = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        var known = Math.Round(Stepped(number, StepFor(error)), decimals, MidpointRounding.AwayFromZero);
        return (known, Text(known, format));
    }

    private static bool Vanishes(double number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero) == 0.0;

    private static double Stepped(double number, double step) =>
        step > 1.0 ? Math.Round(number / step, MidpointRounding.AwayFromZero) * step : number;

    // Decimals that show the first digit of an error.
    private static int DecimalsFor(double error, int most) =>
        error > 0.0 ? Math.Clamp(-(int)Math.Floor(Math.Log10(error)), 0, most) : 0;

    private string Percent(double probability, int atLeast = 0)
    {
        // A share and what is left of it are rounded as one, so that both add up to 100; 0.225 is not 0.22499….
        var isMost = probability > 0.5;
        var distance = SignificantDigits.Round(100.0 * (isMost ? 1.0 - probability : probability), 12);
        // Two digits that matter of the distance to 0 or 100, at least one decimal.
        var decimals = distance is <= 0.0 or >= 10.0
            ? atLeast
            : Math.Max(atLeast, Math.Clamp(1 - (int)Math.Floor(Math.Log10(distance)), 1, 12));
        var shown = Math.Round(distance, decimals, MidpointRounding.AwayFromZero);
        return Text(isMost ? 100.0 - shown : shown, decimals == 0 ? "0" : "0." + new string('#', decimals));
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

    private string Text(double number, string format)
    {
        var decimals = format.Contains('.', StringComparison.Ordinal)
            ? format.Length - format.IndexOf('.', StringComparison.Ordinal) - 1
            : 0;
        return Number(Math.Round(number, Math.Min(decimals, 15), MidpointRounding.AwayFromZero) + 0.0, format);
    }
}
