using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim diff</c>: what differs between two scenarios or two results.</summary>
internal static class DiffCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim diff scenarios/minimal.yaml scenarios/sirte-2016.yaml",
            "oilsim diff results/minimal/base/previous results/minimal/base",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("A") { Description = "Scenario file, or folder of a result." };
        var @new = new Argument<string>("B") { Description = "Scenario file, or folder of a result." };
        var paths = Options.WholeNumber("--paths", "Futures to simulate.", 1, Options.MostPaths, fallback: 10_000);
        var threads = Options.WholeNumber("--threads", "Worker threads; 0 is one per processor.", 0, 1024, fallback: 0);
        var seed = Options.Seed();
        var quiet = new Option<bool>("--quiet") { Description = "Print no progress." };
        var command = new Command("diff", "Show which assumptions and headline numbers differ.")
        {
            old,
            @new,
            paths,
            seed,
            threads,
            quiet,
        };
        command.SetAction(given =>
            new DiffRun(
                terminal,
                new RunRequest
                {
                    ScenarioPath = given.GetValue(old)!,
                    Paths = given.GetValue(paths),
                    Seed = given.GetValue(seed),
                    Threads = (int)given.GetValue(threads),
                    IsQuiet = given.GetValue(quiet),
                }
            ).Execute(given.GetValue(old)!, given.GetValue(@new)!)
        );
        return command;
    }
}
