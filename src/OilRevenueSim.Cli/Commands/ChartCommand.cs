using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim chart</c>: any chart of a result that was written.</summary>
internal static class ChartCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim chart results/minimal/base --list",
            "oilsim chart results/minimal/base --kind fan --actor rebels --format svg",
            "oilsim chart results/minimal/base --kind exceedance --size 960x540 --out briefing.png --force",
            "oilsim chart results/minimal/base --kind all --lang fr --out figures --force",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new ChartArguments();
        var command = new Command("chart", "Draw charts of a result, in any format.");
        arguments.AddTo(command);
        command.SetAction(given => new ChartRun(terminal, arguments.Read(given)).Execute());
        return command;
    }
}
