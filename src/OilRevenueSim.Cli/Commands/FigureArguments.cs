using System.CommandLine;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Cli.Runs;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The options that say how figures are written: format, size, language.</summary>
internal sealed class FigureArguments
{
    private readonly Option<string?> format = new("--format")
    {
        HelpName = string.Join('|', FigureFormat.Names) + ",…",
        Description = $"Formats of the figures; as --out ends, or {FigureFormat.Names[0]}.",
        CompletionSources =
        {
            _ => FigureFormat.Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)),
        },
    };
    private readonly Option<PictureSize> size = PictureSize.Option();
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

            result.AddError($"--lang takes {string.Join(", ", Language.All.Select(l => l.Code))}, not '{word}'");
            return Language.English;
        },
    };

    /// <summary>All of them, in the order of the help.</summary>
    public Option[] All => [format, size, language];

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">There is no such format.</exception>
    public FigureStyle Read(ParseResult given) =>
        new(
            given.GetValue(format) is { } words ? FigureFormat.Parse(words) : null,
            given.GetValue(size),
            given.GetValue(language) ?? Language.English
        );
}
