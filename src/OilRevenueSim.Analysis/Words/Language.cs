using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace OilRevenueSim.Analysis.Words;

/// <summary>A language that figures are written in. Immutable.</summary>
/// <remarks>
/// The code says everything in English; a sentence with its gaps is looked up in the language's list, <c>Words/fr.json</c>, and filled
/// after that. A whole number that fills a gap chooses the form of the sentence: <c>{0} areas</c> is looked up as <c>{0} areas#few</c>
/// first where the language has other words for few. Names and notes of the scenario stay as the analyst wrote them.
/// </remarks>
public sealed partial class Language
{
    private const string FullMonth = "MMMM";
    private const string BriefMonth = "MMM";

    private readonly FrozenDictionary<string, string> sentences;
    private readonly NumberFormatInfo numbers;
    private readonly Func<double, string> form;
    private readonly bool writesThousandsOut;
    private readonly Action<string>? untranslated;

    private Language(
        string code,
        string name,
        bool isRightToLeft,
        NumberFormatInfo numbers,
        Func<double, string> form,
        bool writesThousandsOut = false,
        FrozenDictionary<string, string>? sentences = null,
        Action<string>? untranslated = null
    )
    {
        Code = code;
        Name = name;
        IsRightToLeft = isRightToLeft;
        this.numbers = numbers;
        this.form = form;
        this.writesThousandsOut = writesThousandsOut;
        this.sentences = sentences ?? Sentences(code);
        this.untranslated = untranslated;
    }

    /// <summary>English.</summary>
    public static Language English { get; } =
        new("en", "English", isRightToLeft: false, Signs(".", ","), n => n == 1.0 ? "one" : "other");

    /// <summary>French: a decimal comma, a narrow no-break space between thousands, which are written out (<c>279 000 barils</c>); below two is singular.</summary>
    public static Language French { get; } =
        new(
            "fr",
            "français",
            isRightToLeft: false,
            Signs(",", "\u202F"),
            n => Math.Abs(n) < 2.0 ? "one" : "other",
            writesThousandsOut: true
        );

    /// <summary>Arabic, with the digits 0 to 9.</summary>
    public static Language Arabic { get; } = new("ar", "العربية", isRightToLeft: true, Signs(".", ","), ArabicForm);

    /// <summary>All of them, English first.</summary>
    public static ImmutableArray<Language> All { get; } = [English, French, Arabic];

    /// <summary>Code of ISO 639-1, e.g. <c>fr</c>.</summary>
    public string Code { get; }

    /// <summary>What its speakers call it.</summary>
    public string Name { get; }

    /// <summary>True where lines start at the right.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>Every sentence that the language has, by its English.</summary>
    internal IReadOnlyDictionary<string, string> Translations => sentences;

    /// <summary>A word or a sentence without gaps, e.g. <c>median</c>.</summary>
    /// <param name="english">As in English.</param>
    public string Word(string english) => Find(english, null);

    /// <summary>A sentence with gaps, e.g. <c>$"{actor}: zero in every month"</c>; what fills them is in the language already.</summary>
    /// <remarks>Whole numbers are written by it, with separators; a number that is a name, such as a seed, comes as text.</remarks>
    /// <param name="english">As in English.</param>
    public string Say(FormattableString english)
    {
        var gaps = english.GetArguments();
        string? counted = null;
        for (var i = gaps.Length - 1; i >= 0; i--)
        {
            if (gaps[i] is int or long)
            {
                var count = Convert.ToInt64(gaps[i], CultureInfo.InvariantCulture);
                (counted, gaps[i]) = (form(count), Count(count));
            }
        }

        return string.Format(CultureInfo.InvariantCulture, Find(english.Format, counted), gaps);
    }

    /// <summary>Names in a row, e.g. <c>Sirte, Ras Lanuf and Tobruk</c>.</summary>
    /// <param name="names">Names.</param>
    public string List(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => Say($"{string.Join(Word(", "), names.Take(names.Count - 1))} and {names[^1]}"),
        };

    /// <summary>A clause as a sentence begins: with a capital letter.</summary>
    /// <param name="clause">Clause.</param>
    internal static string Sentence(string clause) =>
        clause.Length == 0 ? clause : char.ToUpperInvariant(clause[0]) + clause[1..];

    /// <summary>A month, e.g. <c>February 2016</c>.</summary>
    /// <param name="day">A day of it.</param>
    public string Month(DateOnly day) =>
        $"{Word(day.ToString(FullMonth, CultureInfo.InvariantCulture))} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A day of a month, e.g. <c>8 January</c>.</summary>
    /// <param name="day">Day.</param>
    internal string DayOfMonth(DateOnly day) =>
        $"{day.Day.ToString(CultureInfo.InvariantCulture)} {Word(day.ToString(FullMonth, CultureInfo.InvariantCulture))}";

    /// <summary>From one month to another, e.g. <c>February 2016 to December 2017</c>.</summary>
    /// <param name="first">A day of the first.</param>
    /// <param name="last">A day of the last.</param>
    public string Period(DateOnly first, DateOnly last) =>
        string.Format(CultureInfo.InvariantCulture, Find("{0} to {1}", "period"), Month(first), Month(last));

    /// <summary>A month in little room, e.g. <c>Feb</c>.</summary>
    /// <param name="day">A day of it.</param>
    public string ShortMonth(DateOnly day) => Word(day.ToString(BriefMonth, CultureInfo.InvariantCulture));

    /// <summary>The language itself, reporting every sentence that it has not.</summary>
    internal Language Watched(Action<string> report) =>
        new(Code, Name, IsRightToLeft, numbers, form, writesThousandsOut, sentences, report);

    private string Find(string english, string? variant)
    {
        if (sentences.Count == 0)
        {
            return english;
        }

        if (variant is not null && sentences.TryGetValue($"{english}#{variant}", out var inForm))
        {
            return inForm;
        }

        if (sentences.TryGetValue(english, out var sentence))
        {
            return sentence;
        }

        untranslated?.Invoke(english);
        return english;
    }

    private static NumberFormatInfo Signs(string point, string thousands) =>
        NumberFormatInfo.ReadOnly(
            new NumberFormatInfo
            {
                NumberDecimalSeparator = point,
                NumberGroupSeparator = thousands,
                NegativeSign = "−",
            }
        );

    // Forms of CLDR: 3 to 10 have a plural, 11 to 99 a singular in the accusative.
    private static string ArabicForm(double number) =>
        (number, number % 100.0) switch
        {
            (1.0, _) => "one",
            (2.0, _) => "two",
            _ when number % 1.0 != 0.0 => "other",
            (_, >= 3.0 and <= 10.0) => "few",
            (_, >= 11.0) => "many",
            _ => "other",
        };

    // English needs no list.
    private static FrozenDictionary<string, string> Sentences(string code)
    {
        using var stream = typeof(Language).Assembly.GetManifestResourceStream($"words.{code}.json");
        if (stream is null)
        {
            return FrozenDictionary<string, string>.Empty;
        }

        // By hand: a reader by reflection fails where a program is trimmed or compiled ahead of time.
        using var list = JsonDocument.Parse(stream);
        return list
            .RootElement.EnumerateObject()
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);
    }
}
