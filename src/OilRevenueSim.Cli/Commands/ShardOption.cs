using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OilRevenueSim.Cli.Runs;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The option <c>--shard K/N</c>.</summary>
internal static class ShardOption
{
    /// <summary>The option.</summary>
    public static Option<ShardChoice?> Create() =>
        new("--shard")
        {
            HelpName = "K/N",
            Description = "Simulate slice K of N of the futures and write a partial result for oilsim merge.",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var words = text.Split('/');
                if (
                    words.Length == 2
                    && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    && index >= 1
                    && index <= count
                )
                {
                    return new ShardChoice(index, count);
                }

                result.AddError($"--shard takes K/N with K from 1 to N, such as 3/64, not '{text}'");
                return null;
            },
        };

    /// <summary>Says that an option does not go with a shard, where both are given.</summary>
    public static void Refuse(CommandResult given, Option shard, params (Option Option, string Reason)[] others)
    {
        static bool IsGiven(OptionResult? result) => result is { Implicit: false };
        if (!IsGiven(given.GetResult(shard)))
        {
            return;
        }

        foreach (var (option, reason) in others.Where(o => IsGiven(given.GetResult(o.Option))))
        {
            given.AddError($"{option.Name} does not go with --shard: {reason}");
        }
    }
}
