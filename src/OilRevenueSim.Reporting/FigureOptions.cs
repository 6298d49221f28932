using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Reporting;

/// <summary>What the author of a briefing decides about a figure: its words above, its marking, its look. Immutable.</summary>
public sealed record FigureOptions
{
    /// <summary>Most letters of a marking: it stands whole on every figure, on two lines at most.</summary>
    public const int MostMarkingLetters = 80;

    /// <summary>Title in place of the chart's; null keeps that.</summary>
    public string? Title { get; init; }

    /// <summary>Subtitle in place of the chart's; null keeps that, an empty text leaves it out.</summary>
    public string? Subtitle { get; init; }

    /// <summary>
    /// Handling marking, e.g. <c>OFFICIAL – SENSITIVE</c>: one line of at most 80 letters, written at the head and the foot of
    /// the picture and before its alt text; null for none.
    /// </summary>
    /// <exception cref="ArgumentException">It is empty, too long, or more than one line.</exception>
    public string? Marking
    {
        get;
        init =>
            field =
                value is null || IsMarking(value)
                    ? value
                    : throw new ArgumentException(
                        $"A marking is one line of 1 to {MostMarkingLetters} letters, not '{value}'.",
                        nameof(value)
                    );
    }

    /// <summary>Colours, type and logo. Default: <see cref="FigureTheme.Print"/>.</summary>
    public FigureTheme Theme { get; init; } = FigureTheme.Print;

    /// <summary>A chart's texts with these over them.</summary>
    internal ChartText Over(ChartText text) =>
        text with
        {
            Title = Title ?? text.Title,
            Subtitle = Subtitle ?? text.Subtitle,
            AltText = Marking is null ? text.AltText : $"{Marking}. {text.AltText}",
            Foot = text.Foot with
            {
                Origin = text.Foot.Origin is { } origin ? origin.Styled([.. Arguments(text.Language, origin)]) : null,
            },
        };

    // As the commands that draw take them; what they do unless told is left out.
    private IEnumerable<string> Arguments(Language language, ChartOrigin origin)
    {
        (string Option, string? Word)[] given =
        [
            ("--lang", language == Language.English ? null : language.Code),
            ("--title", origin.IsOneOfMany ? null : Title),
            ("--subtitle", origin.IsOneOfMany ? null : Subtitle),
            ("--marking", Marking),
            ("--theme", Theme.Word == FigureTheme.Print.Word ? null : Theme.Word),
        ];
        return given.Where(g => g.Word is not null).SelectMany(g => (string[])[g.Option, g.Word!]);
    }

    /// <summary>True for a text that can be a marking.</summary>
    /// <param name="text">Text.</param>
    public static bool IsMarking(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !string.IsNullOrWhiteSpace(text) && text.Length <= MostMarkingLetters && !text.Any(char.IsControl);
    }
}
