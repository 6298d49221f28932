using System.Collections.Immutable;
using System.Globalization;

namespace OilRevenueSim;

/// <summary>What is asked of a kind of chart: a word a choice, e.g. <c>actor</c> = <c>islamic-state</c>. Immutable.</summary>
/// <remarks>A choice that is left out means each of the usual ones: one figure an actor in focus, for example.</remarks>
public sealed class ChartRequest
{
    private readonly ImmutableSortedDictionary<string, string> words;

    private ChartRequest(ImmutableSortedDictionary<string, string> words)
    {
        this.words = words;
    }

    /// <summary>Nothing in particular.</summary>
    public static ChartRequest Any { get; } =
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Choices that were made, ordinal order.</summary>
    public IEnumerable<string> Made => words.Keys;

    /// <summary>Choices as <c>oilsim chart</c> takes them, e.g. <c>--actor</c>, <c>islamic-state</c>.</summary>
    public IEnumerable<string> Arguments => words.SelectMany(choice => (string[])[$"--{choice.Key}", choice.Value]);

    /// <summary>Actor.</summary>
    /// <exception cref="ArgumentException">None was chosen.</exception>
    public string Actor => Chosen("actor");

    /// <summary>Course.</summary>
    /// <exception cref="ArgumentException">None was chosen.</exception>
    public string Course => Chosen("course");

    /// <summary>Word of a choice, or null where it was not made.</summary>
    /// <param name="choice">Name of the choice.</param>
    public string? this[string choice] => words.GetValueOrDefault(choice);

    /// <summary>The same with one more choice made.</summary>
    /// <param name="choice">Name of the choice.</param>
    /// <param name="word">Word.</param>
    public ChartRequest With(string choice, string word)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(choice);
        ArgumentNullException.ThrowIfNull(word);
        return new ChartRequest(words.SetItem(choice, word));
    }

    /// <summary>The same without a choice.</summary>
    /// <param name="choice">Name of the choice.</param>
    public ChartRequest Without(string choice) => new(words.Remove(choice));

    /// <summary>Word of a choice that a kind of chart needs.</summary>
    /// <param name="choice">Name of the choice.</param>
    /// <exception cref="ArgumentException">It was not made.</exception>
    public string Chosen(string choice) =>
        this[choice] ?? throw new ArgumentException($"The chart needs a choice of {choice}.", nameof(choice));

    /// <summary>Number of a choice, or null where it was not made.</summary>
    /// <param name="choice">Name of the choice.</param>
    /// <exception cref="ArgumentException">The word is no number.</exception>
    public double? Number(string choice) =>
        this[choice] is not { } word ? null
        : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"--{choice} {word}: a number is expected.", nameof(choice));
}
