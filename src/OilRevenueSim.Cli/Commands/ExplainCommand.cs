using System.CommandLine;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim explain</c>: reads a scenario back in prose, so that its author sees what it really says.</summary>
internal static class ExplainCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim explain scenarios/sirte-2016.yaml",
            "oilsim explain scenarios/minimal.yaml --set 'benchmarks.brent.spot=80 USD/bbl'",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = Options.Scenario();
        var set = Options.Set();
        var command = new Command(
            "explain",
            "Read a scenario back in plain words, with the chances and ranges that its numbers imply."
        )
        {
            scenario,
            set,
        };
        command.SetAction(parsed =>
        {
            var read = ScenarioInput.Read(terminal, parsed.GetValue(scenario)!, parsed.GetValue(set)!);
            terminal.Out.WriteLine(ScenarioExplanation.Describe(read).TrimEnd());
            return ExitCode.Done;
        });
        return command;
    }
}
