using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Words;

/// <summary>A language that figures are written in. Immutable.</summary>
/// <remarks>
/// The code says everything in English; a sentence with its gaps is looked up in the language's list, <c>Words/fr.json</c>, and filled
/// after that. Names and notes of the scenario stay as the analyst wrote them.
/// </remarks>
public sealed class Language
{
    private readonly FrozenDictionary<string, string> sentences;

    private Language(string code, string name, bool isRightToLeft)
    {
        Code = code;
        Name = name;
        IsRightToLeft = isRightToLeft;
        sentences = Sentences(code);
    }

    /// <summary>English.</summary>
    public static Language English { get; } = new("en", "English", isRightToLeft: false);

    /// <summary>French.</summary>
    public static Language French { get; } = new("fr", "français", isRightToLeft: false);

    /// <summary>Arabic.</summary>
    public static Language Arabic { get; } = new("ar", "العربية", isRightToLeft: true);

    /// <summary>All of them, English first.</summary>
    public static ImmutableArray<Language> All { get; } = [English, French, Arabic];

    /// <summary>Code of ISO 639-1, e.g. <c>fr</c>.</summary>
    public string Code { get; }

    /// <summary>What its speakers call it.</summary>
    public string Name { get; }

    /// <summary>True where lines start at the right.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>A word or a sentence without gaps, e.g. <c>median</c>.</summary>
    /// <param name="english">As in English.</param>
    public string Word(string english) => sentences.GetValueOrDefault(english, english);

    /// <summary>A sentence with gaps, e.g. <c>$"{actor}: zero in every month"</c>; what fills them is in the language already.</summary>
    /// <param name="english">As in English.</param>
    public string Say(FormattableString english) =>
        string.Format(CultureInfo.InvariantCulture, Word(english.Format), english.GetArguments());

    /// <inheritdoc cref="Readable.Scale"/>
    public MoneyScale Scale(double largestUsd) => Readable.Scale(largestUsd);

    /// <inheritdoc cref="Readable.Money"/>
    public string Money(double usd) => Readable.Money(usd);

    /// <inheritdoc cref="Readable.ExactMoney"/>
    public string ExactMoney(double usd) => Readable.ExactMoney(usd);

    /// <inheritdoc cref="Readable.MoneyRange"/>
    public string MoneyRange(double lowUsd, double highUsd) => Readable.MoneyRange(lowUsd, highUsd);

    /// <inheritdoc cref="Readable.MoneyWithInterval"/>
    public string MoneyWithInterval(Estimate usd) => Readable.MoneyWithInterval(usd);

    /// <inheritdoc cref="Readable.MoneyWithError"/>
    public string MoneyWithError(double meanUsd, double standardErrorUsd) =>
        Readable.MoneyWithError(meanUsd, standardErrorUsd);

    /// <inheritdoc cref="Readable.Probability(double)"/>
    public string Probability(double probability) => Readable.Probability(probability);

    /// <inheritdoc cref="Readable.Probability(Estimate)"/>
    public string Probability(Estimate estimate) => Readable.Probability(estimate);

    /// <inheritdoc cref="Readable.ProbabilityWithInterval"/>
    public string ProbabilityWithInterval(Estimate estimate) => Readable.ProbabilityWithInterval(estimate);

    /// <inheritdoc cref="Readable.Count"/>
    public string Count(long count) => Readable.Count(count);

    /// <inheritdoc cref="Readable.Month"/>
    public string Month(DateOnly day) => Readable.Month(day);

    // English needs no list.
    private static FrozenDictionary<string, string> Sentences(string code)
    {
        using var stream = typeof(Language).Assembly.GetManifestResourceStream($"words.{code}.json");
        var read = stream is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(stream);
        return (read ?? []).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
