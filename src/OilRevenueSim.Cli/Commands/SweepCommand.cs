using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim sweep</c>: one run for every combination of assumptions, all on the same random numbers.</summary>
internal static class SweepCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim sweep scenarios/minimal.yaml --vary 'benchmarks.brent.spot=20:100:20 USD/bbl'",
            "oilsim sweep scenarios/minimal.yaml --vary benchmarks.brent.spot=40:80:20 --vary 'areas.coast.changes.army>rebels.chance=10:90:40'",
            "oilsim sweep scenarios/minimal.yaml --vary fields.oilfield.capacity --vary benchmarks.brent.volatility --design one-at-a-time",
            "oilsim sweep scenarios/sirte-2016.yaml --vary benchmarks.brent.spot=20:100 --design sobol --points 32 --statistic mean,p95",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new SweepArguments();
        var command = new Command(
            "sweep",
            "Run a scenario over ranges of its values and compare the cells path by path."
        );
        arguments.AddTo(command);
        command.SetAction(given => new ScenarioSweep(terminal, arguments.Read(given, terminal)).Execute());
        return command;
    }
}
