using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Catalogue;

namespace OilRevenueSim.Scenarios.Themes;

/// <summary>A colour, six hexadecimal digits.</summary>
internal sealed record ColourKey : KeyKind;

/// <summary>A list of colours.</summary>
internal sealed record ColoursKey(int Fewest, int Most) : KeyKind;

/// <summary>The name of a font or a picture, relative to the file it stands in.</summary>
internal sealed record AssetKey : KeyKind;

/// <summary>Every key of a theme file.</summary>
internal static class ThemeKeys
{
    public const string Categories = "categories";

    public static readonly SectionShape Colours = new(
        "set of colours",
        "Colours, each as six hexadecimal digits in quotes.",
        [
            Colour("paper", "Ground of the picture; light.", "#ffffff"),
            Colour("ink", "Titles and names.", "#1b2530"),
            Colour("quiet", "Axes, subtitle and foot.", "#4c5864"),
            Colour("accent", "Medians, curves, fans, and what is better.", "#0b4a7f"),
            Colour("second", "Means, thresholds, and what is worse.", "#a8430a"),
            Colour("nothing", "Nobody, nothing, and the rest.", "#c9cfd6"),
            new(
                Categories,
                new ColoursKey(3, 12),
                "Actors, areas and sources in their order, 3 to 12; from the first beyond the last on they come back hatched."
            )
            {
                Absent = "eight colours that all readers tell apart",
                Example = "[\"#245e92\", \"#d4a82d\", \"#b15450\"]",
            },
        ]
    );

    public static readonly SectionShape Fonts = new(
        "set of fonts",
        "Fonts, as TTF or OTF files beside the theme file or below.",
        [
            new("regular", new AssetKey(), "Running text.")
            {
                Absent = "Open Sans, which ships with the program",
                Example = "fonts/Institute-Regular.ttf",
            },
            new("semibold", new AssetKey(), "Titles and names; a semibold or bold cut.")
            {
                Absent = "Open Sans Semibold, which ships with the program",
                Example = "fonts/Institute-Semibold.ttf",
            },
        ]
    );

    public static readonly SectionShape Logo = new(
        "logo",
        "A logo beside the title or the foot.",
        [
            new(
                "file",
                new AssetKey(),
                "A PNG file beside the theme file or below, at most 1 MB and 2,000 pixels a side."
            )
            {
                Required = true,
                Example = "logo.png",
            },
            new("place", new ChoiceKey(["head", "foot"], []), "Beside the title, or beside the foot lines.")
            {
                Default = "head",
            },
        ]
    );

    public static readonly SectionShape Top = new(
        "theme",
        "The look of an organisation's figures.",
        [
            new("name", new TextKey(), "Name of the theme, for messages.")
            {
                Absent = "the name of the file",
                Example = "Institute, print",
            },
            new(
                "base",
                new ChoiceKey(["print", "screen"], []),
                "What it changes: the look for paper, or that for slides."
            )
            {
                Default = "print",
            },
            new("colours", new SectionKey(Colours), "Colours that replace those of the base."),
            new("fonts", new SectionKey(Fonts), "Fonts in place of Open Sans."),
            new("logo", new SectionKey(Logo), "The logo."),
        ]
    );

    private static KeyDefinition Colour(string name, string meaning, string usual) =>
        new(name, new ColourKey(), meaning) { Absent = usual, Example = $"\"{usual}\"" };
}
