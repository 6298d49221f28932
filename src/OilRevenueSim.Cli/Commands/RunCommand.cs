using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim run</c>: simulates a scenario and writes its tables and charts.</summary>
internal static class RunCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim run scenarios/sirte-2016.yaml",
            "oilsim run scenarios/sirte-2016.yaml --set 'benchmarks.brent.spot=50 USD/bbl'",
            "oilsim run scenarios/sirte-2016.yaml --paths 100000 --seed 7 --out results/big",
            "oilsim run scenarios/sirte-2016.yaml --replicates 50",
            "oilsim run scenarios/minimal.yaml --until 'rebels gross_revenue_usd mean 2%'",
            "oilsim run scenarios/minimal.yaml --json --no-charts > summary.json",
            "oilsim run scenarios/minimal.yaml --keep-paths 'rebels gross_revenue_usd by month'",
            "oilsim run scenarios/minimal.yaml --paths 100000 --shard 1/4 --out parts",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new RunArguments(isRun: true);
        var command = new Command("run", "Simulate a scenario and write its tables and charts.");
        arguments.AddTo(command);
        command.SetAction(given =>
        {
            var request = arguments.Read(given, terminal);
            return request.Shard is null
                ? new ScenarioRun(terminal, request).Execute()
                : new ShardRun(terminal, request).Execute();
        });
        return command;
    }
}
