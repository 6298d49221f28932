using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim compare</c>: courses of action side by side on the same random numbers.</summary>
internal static class CompareCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim compare scenarios/sirte-2016.yaml",
            "oilsim compare scenarios/sirte-2016.yaml --courses as-it-stands,strikes --paths 100000",
            "oilsim compare scenarios/sirte-2016.yaml --paths 100000 --shard 1/4 --out parts",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new RunArguments(isRun: false);
        var command = new Command("compare", "Compare courses of action on the same simulated futures.");
        arguments.AddTo(command);
        command.SetAction(given =>
        {
            var request = arguments.Read(given, terminal);
            return request.Shard is null
                ? new ComparisonRun(terminal, request).Execute()
                : new ShardRun(terminal, request).Compare();
        });
        return command;
    }
}
