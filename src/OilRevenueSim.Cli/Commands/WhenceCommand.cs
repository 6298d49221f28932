using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim whence</c>: where a figure comes from.</summary>
internal static class WhenceCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim whence results/minimal/base/charts/fan-guards.png",
            "oilsim whence figure.pdf --json > manifest.json",
            "oilsim whence --id 3f2a91c0de results",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var place = new Argument<string?>("FILE")
        {
            Description = "Figure (PNG, SVG or PDF); with --id, the folder of results to search, results by default.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var id = new Option<string?>("--id")
        {
            HelpName = "ID",
            Description = "Find the result whose charts have this short id at their foot.",
        };
        var json = new Option<bool>("--json") { Description = "Print the manifest as JSON, and nothing else." };
        var command = new Command("whence", "Say where a figure comes from, and the command that makes it again.")
        {
            place,
            id,
            json,
        };
        Options.Check(
            command,
            given =>
            {
                if (given.GetValue(place) is null && given.GetValue(id) is null)
                {
                    given.AddError("give a figure, or --id and the short id at its foot");
                }
            }
        );
        command.SetAction(given =>
            given.GetValue(id) is { } wanted
                ? new ResultById(terminal, wanted).Find(given.GetValue(place) ?? "results", given.GetValue(json))
                : FigureOrigin.Print(terminal, given.GetValue(place)!, given.GetValue(json))
        );
        return command;
    }
}
