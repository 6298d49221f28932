using System.CommandLine;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim replay</c>: one simulated future told month by month.</summary>
internal static class ReplayCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim replay scenarios/sirte-2016.yaml --path 8412",
            "oilsim replay scenarios/sirte-2016.yaml --worst",
            "oilsim replay scenarios/minimal.yaml --quantile 95%",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new ReplayArguments();
        var command = new Command("replay", "Tell one simulated future month by month.");
        arguments.AddTo(command);
        command.SetAction(given => arguments.Read(given, terminal).Execute(terminal));
        return command;
    }
}
