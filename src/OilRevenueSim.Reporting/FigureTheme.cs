using System.Collections.Immutable;

namespace OilRevenueSim.Reporting;

/// <summary>The look of figures: colours, type, logo. Immutable; <c>FigureTheme.Print with { Accent = … }</c> makes another.</summary>
/// <remarks>
/// Figures stand on light paper in either variant: dark letters on light ground read better (Piepenbrock, Mayr, Mund and Buchner
/// 2013, Ergonomics 56), the picture sits on a white page or slide without a box, and "darker is more" stays true.
/// </remarks>
public sealed record FigureTheme
{
    /// <summary>Fewest colours of <see cref="Categories"/>.</summary>
    public const int FewestCategories = 3;

    /// <summary>Most colours of <see cref="Categories"/>.</summary>
    public const int MostCategories = 12;

    /// <summary>For paper: no line is thinner than a copier keeps.</summary>
    public static FigureTheme Print { get; } =
        new()
        {
            Name = "print",
            Word = "print",
            TypeScale = 1,
            LineScale = 1,
        };

    /// <summary>For slides: type a quarter larger, lines stronger by half, the same white ground.</summary>
    public static FigureTheme Screen { get; } =
        new()
        {
            Name = "screen",
            Word = "screen",
            TypeScale = 1.25,
            LineScale = 1.2,
        };

    /// <summary>Name, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>What <c>--theme</c> is given to have it: <c>print</c>, <c>screen</c> or the name of a theme file.</summary>
    public string Word { get; init; } = "print";

    /// <summary>Size of type and spacing in a large picture, as a multiple of that on paper; 1 to 1.5.</summary>
    public required double TypeScale { get; init; }

    /// <summary>Width of lines beyond that, as a multiple; 1 to 2.</summary>
    public required double LineScale { get; init; }

    /// <summary>Ground of the picture; light.</summary>
    public Rgb Paper { get; init; } = new(0xFF, 0xFF, 0xFF);

    /// <summary>Titles and names.</summary>
    public Rgb Ink { get; init; } = new(0x1B, 0x25, 0x30);

    /// <summary>Axes, subtitle and foot.</summary>
    public Rgb Quiet { get; init; } = new(0x4C, 0x58, 0x64);

    /// <summary>Medians, curves, fans, and what is better.</summary>
    public Rgb Accent { get; init; } = new(0x0B, 0x4A, 0x7F);

    /// <summary>Means, thresholds, and what is worse.</summary>
    public Rgb Second { get; init; } = new(0xA8, 0x43, 0x0A);

    /// <summary>Nobody, nothing, and the rest.</summary>
    public Rgb Nothing { get; init; } = new(0xDF, 0xE3, 0xE8);

    /// <summary>
    /// Colours of actors, areas and sources in their order; from the first beyond the last on they come back hatched. The
    /// default's eight stand at eight steps of lightness, neighbours far apart, so that they tell in black and white and to
    /// colour-blind readers.
    /// </summary>
    /// <exception cref="ArgumentException">Fewer than 3 or more than 12.</exception>
    public ImmutableArray<Rgb> Categories
    {
        get;
        init =>
            field = value.Length is >= FewestCategories and <= MostCategories
                ? value
                : throw new ArgumentException(
                    $"A theme has {FewestCategories} to {MostCategories} colours of categories, not {value.Length}.",
                    nameof(value)
                );
    } =
    [
        new(0x24, 0x5E, 0x92),
        new(0xD4, 0xA8, 0x2D),
        new(0xB1, 0x54, 0x50),
        new(0x97, 0xCD, 0xFC),
        new(0x18, 0x2F, 0x67),
        new(0x10, 0xA5, 0x8E),
        new(0x69, 0x38, 0x48),
        new(0xE8, 0xE9, 0x99),
    ];

    /// <summary>Font of running text; null for the Open Sans that ships with the program.</summary>
    public FigureFont? Regular { get; init; }

    /// <summary>Font of titles; null for the Open Sans Semibold that ships with the program.</summary>
    public FigureFont? Semibold { get; init; }

    /// <summary>Logo; null for none.</summary>
    public FigureLogo? Logo { get; init; }

    /// <summary>Where the logo stands.</summary>
    public LogoPlace LogoPlace { get; init; } = LogoPlace.Head;

    /// <summary>What a reader could not see well in it: text and marks too pale for their ground, colours that look alike.</summary>
    /// <returns>Empty for a theme that needs no repair.</returns>
    public ImmutableArray<ThemeFinding> Findings() => Colours.ThemeChecks.Of(this);
}

/// <summary>What a reader could not see well in a theme.</summary>
/// <param name="Part">Colour to change: the name of the property, for categories with the index from 0, e.g. <c>Categories[3]</c>.</param>
/// <param name="IsUnreadable">True where the figure cannot be used so; false for a weakness.</param>
/// <param name="Message">What is wrong, with the ratio or distance and that needed.</param>
/// <param name="Hint">What would do.</param>
public sealed record ThemeFinding(string Part, bool IsUnreadable, string Message, string Hint);
