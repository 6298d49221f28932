using System.Collections.Immutable;
using OilRevenueSim.Reporting;
using OilRevenueSim.Scenarios;
using OilRevenueSim.Scenarios.Themes;

namespace OilRevenueSim;

/// <summary>Loads the look of figures from a theme file: colours, fonts and logo of an organisation.</summary>
public static class ThemeFile
{
    /// <summary>Loads a theme; what is only weak in it, such as a colour with little contrast, is let pass.</summary>
    /// <param name="path">YAML file; its fonts and its logo lie beside it or below.</param>
    /// <exception cref="ScenarioException">The file is no valid theme; names every finding with line, column and a hint.</exception>
    public static FigureTheme Load(string path)
    {
        var (theme, diagnostics) = Read(path);
        return theme ?? throw new ScenarioException($"The file '{path}' is no valid theme:", diagnostics);
    }

    /// <summary>Reads a theme together with its findings; the theme is null if and only if one of them is an error.</summary>
    /// <param name="path">YAML file.</param>
    public static (FigureTheme? Theme, ImmutableArray<Diagnostic> Diagnostics) Read(string path)
    {
        var drawn = FigureTheme.Print;
        var reading = ThemeReader.Read(
            path,
            written =>
            {
                var faults = new List<ThemeFault>();
                drawn = Drawn(written, faults) with { Word = Path.GetFileName(path) };
                return faults.Concat(drawn.Findings().Select(Fault));
            }
        );
        return (reading.Theme is null ? null : drawn, reading.Diagnostics);
    }

    private static FigureTheme Drawn(WrittenTheme written, List<ThemeFault> faults)
    {
        var basis = written.Base == "screen" ? FigureTheme.Screen : FigureTheme.Print;
        Rgb Colour(string key, Rgb otherwise) =>
            written.Colours.TryGetValue(key, out var text) ? Rgb.Parse(text) : otherwise;
        return basis with
        {
            Name = written.Name,
            Paper = Colour("paper", basis.Paper),
            Ink = Colour("ink", basis.Ink),
            Quiet = Colour("quiet", basis.Quiet),
            Accent = Colour("accent", basis.Accent),
            Second = Colour("second", basis.Second),
            Nothing = Colour("nothing", basis.Nothing),
            Categories = written.Categories.IsEmpty ? basis.Categories : [.. written.Categories.Select(Rgb.Parse)],
            Regular = Font(written.Regular, 400, "fonts.regular", faults),
            Semibold = Font(written.Semibold, 600, "fonts.semibold", faults),
            Logo = Logo(written.Logo, faults),
            LogoPlace = written.LogoPlace == "foot" ? LogoPlace.Foot : LogoPlace.Head,
        };
    }

    private static FigureFont? Font(ImmutableArray<byte>? file, int weight, string address, List<ThemeFault> faults)
    {
        if (file is not { } bytes)
        {
            return null;
        }

        try
        {
            var font = FigureFont.From(bytes.AsSpan(), weight);
            if (font.Missing.Length > 0)
            {
                faults.Add(
                    new ThemeFault(
                        ThemeFaultKind.LacksLetters,
                        address,
                        $"the font lacks {font.Missing.Length} of the letters and signs that figures write: {font.Missing}",
                        "take a cut with all of Latin, or leave the key out: Open Sans ships with the program"
                    )
                );
            }

            return font;
        }
        catch (FormatException e)
        {
            const string Hint =
                "take a .ttf or .otf file; web fonts (.woff, .woff2) are packed and must be unpacked first";
            faults.Add(new ThemeFault(ThemeFaultKind.NotAFont, address, Sentence(e), Hint));
            return null;
        }
    }

    private static FigureLogo? Logo(ImmutableArray<byte>? file, List<ThemeFault> faults)
    {
        try
        {
            return file is { } bytes ? FigureLogo.From(bytes.AsSpan()) : null;
        }
        catch (FormatException e)
        {
            const string Hint = "save the logo as PNG, about 400 pixels wide, its ground transparent";
            faults.Add(new ThemeFault(ThemeFaultKind.NotALogo, "logo.file", Sentence(e), Hint));
            return null;
        }
    }

    // Colours are keys of colours: with the names of the properties.
    private static ThemeFault Fault(ThemeFinding finding) =>
        new(
            finding.IsUnreadable ? ThemeFaultKind.Unreadable : ThemeFaultKind.Weak,
            $"colours.{finding.Part.ToLowerInvariant()}",
            finding.Message,
            finding.Hint
        );

    private static string Sentence(FormatException failure) =>
        char.ToLowerInvariant(failure.Message[0]) + failure.Message[1..].TrimEnd('.');
}
