using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OilRevenueSim.Cli.Completions;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary>Arguments and options that several commands share, with their ranges.</summary>
internal static class Options
{
    /// <summary>Paths are numbered by 32 bits.</summary>
    public const long MostPaths = 1L << 32;

    /// <summary>
    /// Adds a check of what was given together. It is left out where an option stands without its value: the parser says that itself,
    /// and the value cannot be asked for.
    /// </summary>
    public static void Check(Command command, Action<CommandResult> check) =>
        command.Validators.Add(given =>
        {
            if (!given.Children.OfType<OptionResult>().Any(LacksValue))
            {
                check(given);
            }
        });

    private static bool LacksValue(OptionResult option) =>
        !option.Implicit && option.Tokens.Count < option.Option.Arity.MinimumNumberOfValues;

    /// <summary>The scenario file.</summary>
    public static Argument<string> Scenario() =>
        new(ScenarioWords.ScenarioArgument)
        {
            // Without it the help would list the scenario files of the folder it is read in.
            HelpName = ScenarioWords.ScenarioArgument,
            Description = "Scenario file (YAML).",
            CompletionSources = { ScenarioWords.Files },
        };

    /// <summary>The folder of all results.</summary>
    public static Option<string> Results() =>
        new("--out")
        {
            HelpName = "FOLDER",
            Description = "Folder of all results.",
            DefaultValueFactory = _ => "results",
        };

    /// <summary>Values that replace those of the file.</summary>
    public static Option<QuantityOverride[]> Set() =>
        new("--set")
        {
            HelpName = "ADDRESS=QUANTITY",
            Description = "Replace one value of the file, e.g. benchmarks.brent.spot='50 USD/bbl'. May be repeated.",
            AllowMultipleArgumentsPerToken = false,
            CompletionSources = { ScenarioWords.Addresses },
            DefaultValueFactory = _ => [],
            CustomParser = result =>
            {
                try
                {
                    return [.. result.Tokens.Select(token => QuantityOverride.Parse(token.Value))];
                }
                catch (FormatException e)
                {
                    result.AddError($"--set: {e.Message}");
                    return [];
                }
            },
        };

    /// <summary>A whole number within a range; without a default where it has none.</summary>
    public static Option<long> WholeNumber(
        string name,
        string description,
        long smallest,
        long largest,
        long? fallback = null
    ) =>
        new(name)
        {
            HelpName = "N",
            Description = description,
            DefaultValueFactory = fallback is { } number ? _ => number : null,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given)
                    && given >= smallest
                    && given <= largest
                )
                {
                    return given;
                }

                result.AddError($"{name} takes a whole number from {smallest:N0} to {largest:N0}, not '{text}'");
                return 0;
            },
        };

    /// <summary>The seed.</summary>
    public static Option<ulong> Seed() =>
        new("--seed")
        {
            HelpName = "N",
            Description = "Seed of all randomness: the same seed gives the same result, bit for bit.",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
                {
                    return seed;
                }

                result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue:N0}, not '{text}'");
                return 0;
            },
        };
}
