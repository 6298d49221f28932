using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>
/// Numbers in English, for the terminal: <c>12 million USD</c>, <c>3.1 %</c>, <c>below 0.04 %</c>; figures ask their
/// <see cref="Language"/>.
/// </summary>
public static class Readable
{
    /// <inheritdoc cref="Language.Scale"/>
    public static MoneyScale Scale(double largestUsd) => Language.English.Scale(largestUsd);

    /// <inheritdoc cref="Language.Money"/>
    public static string Money(double usd) => Language.English.Money(usd);

    /// <inheritdoc cref="Language.ExactMoney"/>
    public static string ExactMoney(double usd) => Language.English.ExactMoney(usd);

    /// <inheritdoc cref="Language.MoneyRange"/>
    public static string MoneyRange(double lowUsd, double highUsd) => Language.English.MoneyRange(lowUsd, highUsd);

    /// <inheritdoc cref="Language.MoneyWithInterval"/>
    public static string MoneyWithInterval(Estimate usd) => Language.English.MoneyWithInterval(usd);

    /// <inheritdoc cref="Language.MoneyWithError"/>
    public static string MoneyWithError(double meanUsd, double standardErrorUsd) =>
        Language.English.MoneyWithError(meanUsd, standardErrorUsd);

    /// <inheritdoc cref="Language.AmountWithError"/>
    public static string AmountWithError(double meanUsd, double standardErrorUsd, MoneyScale scale) =>
        Language.English.AmountWithError(meanUsd, standardErrorUsd, scale);

    /// <inheritdoc cref="Language.Probability(double)"/>
    public static string Probability(double probability) => Language.English.Probability(probability);

    /// <inheritdoc cref="Language.ProbabilitiesApart"/>
    public static (string One, string Other) ProbabilitiesApart(double one, double other) =>
        Language.English.ProbabilitiesApart(one, other);

    /// <inheritdoc cref="Language.Probability(Estimate)"/>
    public static string Probability(Estimate estimate) => Language.English.Probability(estimate);

    /// <inheritdoc cref="Language.ProbabilityWithInterval"/>
    public static string ProbabilityWithInterval(Estimate estimate) =>
        Language.English.ProbabilityWithInterval(estimate);

    /// <inheritdoc cref="Language.ProbabilityRange"/>
    public static string ProbabilityRange(double low, double high) => Language.English.ProbabilityRange(low, high);

    /// <summary>A name of the scenario as readers see it, e.g. <c>oil-crescent</c> → <c>Oil Crescent</c>.</summary>
    public static string Name(string name) => string.Join(' ', name.Split('-').Select(Capitalised));

    /// <summary>A value given with <c>--set</c>: <c>benchmarks.brent.spot=50 USD/bbl</c> → <c>benchmarks.brent.spot = 50 USD/bbl</c>.</summary>
    public static string Setting(string set) => string.Join(" = ", set.Split('=', 2));

    /// <inheritdoc cref="Language.Count"/>
    public static string Count(long count) => Language.English.Count(count);

    /// <inheritdoc cref="Language.Month"/>
    public static string Month(DateOnly day) => Language.English.Month(day);

    private static string Capitalised(string word, int index) =>
        word.Length == 0 || (index > 0 && word is "and" or "of" or "the")
            ? word
            : char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>A unit in which amounts are shown.</summary>
/// <param name="Usd">US dollars in one unit, e.g. 1,000,000.</param>
/// <param name="Name">Name, e.g. <c>million USD</c>.</param>
public readonly record struct MoneyScale(double Usd, string Name);
