using System.CommandLine;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The options that say how figures are written: format, size, resolution, outlines, language; the same of every command that draws.</summary>
/// <param name="usual">Formats where none are given, in words of the help.</param>
internal sealed class FigureArguments(string usual)
{
    private readonly Option<string?> format = new("--format")
    {
        HelpName = string.Join('|', FigureFormat.Names) + ",…",
        Description = $"Formats of the figures; {usual} by default.",
        CompletionSources =
        {
            _ => FigureFormat.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)),
        },
    };
    private readonly Option<PictureSize> size = PictureSize.Option(
        $"Size of the figures in pixels; SVG and PDF are laid out at {FigureStyle.Usual.VectorSize} unless it is given."
    );
    private readonly Option<long> dpi = Options.WholeNumber(
        "--dpi",
        "Pixels per inch of a PNG: how large other programs show it at first.",
        1,
        Figure.MostPx,
        (long)Figure.DefaultDpi
    );
    private readonly Option<bool> outlined = new("--outline-text")
    {
        Description = "Write the letters of an SVG as outlines, for Office and Inkscape.",
    };
    private readonly Option<Language?> language = new("--lang")
    {
        HelpName = string.Join('|', Language.All.Select(l => l.Code)),
        Description =
            "Language of what oilsim writes in figures; names and notes of the scenario stay as they are; en by default.",
        CompletionSources =
        {
            _ => Language.All.Select(l => new System.CommandLine.Completions.CompletionItem(l.Code)),
        },
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (Language.All.FirstOrDefault(l => l.Code == word) is { } known)
            {
                return known;
            }

            string[] codes = [.. Language.All.Select(l => l.Code)];
            var near = NearestWord.To(word, codes) is { } meant ? $"; did you mean {meant}?" : "";
            result.AddError($"--lang takes {string.Join(", ", codes)}, not '{word}'{near}");
            return Language.English;
        },
    };

    /// <summary>All of them, in the order of the help.</summary>
    public Option[] All => [format, size, dpi, outlined, language];

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">There is no such format.</exception>
    public FigureStyle Read(ParseResult given)
    {
        var pixels = given.GetValue(size);
        return new(
            given.GetValue(format) is { } words ? FigureFormat.Parse(words) : null,
            pixels,
            given.GetResult(size) is { Implicit: false } ? pixels : FigureStyle.Usual.VectorSize,
            given.GetValue(dpi),
            given.GetValue(outlined),
            given.GetValue(language) ?? Language.English
        );
    }
}
