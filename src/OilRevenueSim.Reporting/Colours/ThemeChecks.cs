using System.Collections.Immutable;
using System.Globalization;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Colours;

/// <summary>Looks at a theme with the eyes of its readers.</summary>
internal static class ThemeChecks
{
    /// <summary>Least contrast of text (WCAG 2.1, 1.4.3).</summary>
    public const double Text = 4.5;

    /// <summary>Least contrast of marks that carry meaning (WCAG 2.1, 1.4.11); below it text is taken for unreadable.</summary>
    public const double Mark = 3;

    /// <summary>Least difference CIEDE2000 of any two categories without a second cue, and of neighbours in greyscale.</summary>
    public const double Apart = 10;

    // Below this luminance text about "darker is more" would be false, and black letters would be hard to read.
    private const double LeastPaper = 0.6;

    private static readonly (Sight Sight, string Reader)[] Readers =
    [
        (Sight.Full, "any reader"),
        (Sight.Protan, "readers who lack red cones"),
        (Sight.Deutan, "readers who lack green cones"),
        (Sight.Tritan, "readers who lack blue cones"),
    ];

    public static ImmutableArray<ThemeFinding> Of(FigureTheme theme)
    {
        var look = Theme.Of(theme);
        var found = new List<ThemeFinding>();
        if (ColourVision.Luminance(look.Paper) < LeastPaper)
        {
            found.Add(
                new ThemeFinding(
                    nameof(FigureTheme.Paper),
                    IsUnreadable: true,
                    $"the paper {theme.Paper} is too dark: figures are made for a light ground",
                    "take white, or a tint as light as #d0d0d0 or lighter"
                )
            );
            return [.. found];
        }

        AddContrast(found, theme, nameof(FigureTheme.Ink), theme.Ink, Text, "titles and names");
        AddContrast(found, theme, nameof(FigureTheme.Quiet), theme.Quiet, Text, "axes, subtitle and foot");
        AddContrast(found, theme, nameof(FigureTheme.Accent), theme.Accent, Text, "medians, curves and what is better");
        AddContrast(
            found,
            theme,
            nameof(FigureTheme.Second),
            theme.Second,
            Text,
            "means, thresholds and what is worse"
        );
        AddAlike(found, look, theme);
        return [.. found];
    }

    private static void AddContrast(
        List<ThemeFinding> found,
        FigureTheme theme,
        string part,
        Rgb colour,
        double needed,
        string what
    )
    {
        var (ink, paper) = (Theme.Sk(colour), Theme.Sk(theme.Paper));
        var ratio = ColourVision.Contrast(ink, paper);
        if (ratio < needed)
        {
            found.Add(
                new ThemeFinding(
                    part,
                    IsUnreadable: ratio < Mark,
                    $"{what} in {colour} on {theme.Paper} have a contrast of {Number(ratio)}; at least {Number(needed)} is needed",
                    $"take a darker colour, e.g. {Theme.Plain(Theme.Legible(ink, paper, needed))}"
                )
            );
        }
    }

    // Any two colours that are not hatched, and neighbours in black and white; the worst of each kind is enough to say.
    private static void AddAlike(List<ThemeFinding> found, Theme look, FigureTheme theme)
    {
        var colours = look.Palette;
        foreach (var (sight, reader) in Readers)
        {
            var seen = colours.Select(c => ColourVision.See(c, sight)).ToArray();
            var pairs =
                from i in Enumerable.Range(0, seen.Length)
                from j in Enumerable.Range(0, i)
                select (First: j, Other: i, Distance: Lab.Difference(seen[j], seen[i]));
            Add(pairs.MinBy(p => p.Distance), reader);
        }

        var grey = colours.Select(c => ColourVision.See(c, Sight.Greyscale)).ToArray();
        Add(
            Enumerable
                .Range(1, grey.Length - 1)
                .Select(i => (First: i - 1, Other: i, Distance: Lab.Difference(grey[i - 1], grey[i])))
                .MinBy(p => p.Distance),
            "anyone who has a black-and-white copy"
        );

        void Add((int First, int Other, double Distance) pair, string reader)
        {
            if (pair.Distance >= Apart)
            {
                return;
            }

            found.Add(
                new ThemeFinding(
                    $"{nameof(FigureTheme.Categories)}[{pair.Other}]",
                    IsUnreadable: false,
                    $"{theme.Categories[pair.First]} and {theme.Categories[pair.Other]} look alike to {reader}: they differ by "
                        + $"{Number(pair.Distance)} (CIEDE2000); {Number(Apart)} is seen at a glance",
                    "make one of the two lighter and the other darker"
                )
            );
        }
    }

    private static string Number(double value) =>
        (Math.Floor(value * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
}
