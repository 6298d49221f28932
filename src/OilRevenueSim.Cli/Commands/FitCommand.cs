using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim fit</c>: price models fitted to a history, and the part of a scenario they make.</summary>
internal static class FitCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim fit --example prices.csv",
            "oilsim fit prices.csv --from 2012",
            "oilsim fit prices.csv --model schwartz --bootstrap 200 --seed 7",
            "oilsim fit prices.csv --score --out results",
            "oilsim fit --futures 85 --implied-vol 35% --days 70",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var arguments = new FitArguments();
        var command = new Command("fit", "Fit price models to a history of prices, for the benchmarks of a scenario.");
        arguments.AddTo(command);
        command.SetAction(given =>
            arguments.Example(given) is { } example ? ExamplePrices.Write(terminal, example)
            : arguments.Future(given) is { } future
                ? ImpliedBandReport.Print(terminal, future.PriceUsd, future.Volatility, future.Days)
            : new FitRun(terminal, arguments.Read(given, terminal)).Execute()
        );
        return command;
    }
}
