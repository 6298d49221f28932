using System.CommandLine;
using System.CommandLine.Parsing;
using OilRevenueSim.Analysis.Precision;
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
            "oilsim run scenarios/minimal.yaml --until 'rebels gross_revenue_usd mean 2%'",
            "oilsim run scenarios/minimal.yaml --json --no-charts > summary.json",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = Options.Scenario();
        var paths = Options.WholeNumber("--paths", "Futures to simulate.", 1, Options.MostPaths, fallback: 10_000);
        var seed = Options.Seed();
        var threads = Options.WholeNumber("--threads", "Worker threads; 0 is one per processor.", 0, 1024, fallback: 0);
        var results = new Option<string>("--out")
        {
            HelpName = "FOLDER",
            Description = "Folder of all results.",
            DefaultValueFactory = _ => "results",
        };
        var set = Options.Set();
        var until = new Option<string?>("--until")
        {
            HelpName = "TARGET",
            Description = "Add paths until a number is known well enough: 'ACTOR QUANTITY STATISTIC PRECISION'.",
        };
        var most = Options.WholeNumber(
            "--max-paths",
            "Most paths with --until.",
            PrecisionRun.FirstLook,
            Options.MostPaths,
            PrecisionRun.DefaultMaximum
        );
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON, and nothing else." };
        var quiet = new Option<bool>("--quiet") { Description = "Print no progress and no headline." };
        var noCharts = new Option<bool>("--no-charts") { Description = "Draw no charts." };
        var command = new Command("run", "Simulate a scenario and write its tables and charts.")
        {
            scenario,
            paths,
            seed,
            threads,
            results,
            set,
            until,
            most,
            json,
            quiet,
            noCharts,
        };
        command.Validators.Add(given =>
        {
            if (IsGiven(given.GetResult(until)) && IsGiven(given.GetResult(paths)))
            {
                given.AddError("give --paths or --until, not both; --max-paths limits a run with --until");
            }

            if (!IsGiven(given.GetResult(until)) && IsGiven(given.GetResult(most)))
            {
                given.AddError("--max-paths goes with --until; a plain run takes --paths");
            }
        });
        command.SetAction(given =>
            new ScenarioRun(
                terminal,
                new RunRequest
                {
                    ScenarioPath = given.GetValue(scenario)!,
                    Overrides = given.GetValue(set)!,
                    Paths = given.GetValue(paths),
                    Until = given.GetValue(until),
                    MostPaths = given.GetValue(most),
                    Seed = given.GetValue(seed),
                    Threads = (int)given.GetValue(threads),
                    Out = given.GetValue(results)!,
                    AsJson = given.GetValue(json),
                    IsQuiet = given.GetValue(quiet),
                    WithCharts = !given.GetValue(noCharts),
                }
            ).Execute()
        );
        return command;
    }

    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };
}
