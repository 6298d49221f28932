using System.CommandLine;
using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim paths</c>: how many futures a precision needs, said from a pilot before the run.</summary>
internal static class PathsCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim paths scenarios/sirte-2016.yaml --for 'islamic-state gross_revenue_usd mean 1%'",
            "oilsim paths scenarios/minimal.yaml --for 'rebels gross_revenue_usd p95 2 MUSD' --for 'rebels gross_revenue_usd p_any 5%'",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = Options.Scenario();
        var targets = new Option<string[]>("--for")
        {
            HelpName = "TARGET",
            Description = "What must be known how well: 'ACTOR QUANTITY STATISTIC PRECISION'. May be repeated.",
            Required = true,
            AllowMultipleArgumentsPerToken = false,
        };
        var course = new Option<string?>("--course")
        {
            HelpName = "NAME",
            Description = "Course; the first by default.",
        };
        var pilot = Options.WholeNumber(
            "--pilot",
            "Futures of the pilot; more make the answer narrower.",
            256,
            1L << 20,
            PathsNeeded.DefaultPilot
        );
        var seed = Options.Seed();
        var set = Options.Set();
        var command = new Command("paths", "Say how many futures a precision needs, from a small pilot.")
        {
            scenario,
            targets,
            course,
            pilot,
            seed,
            set,
        };
        command.SetAction(given =>
            new PathsRun(
                terminal,
                new RunRequest
                {
                    ScenarioPath = given.GetValue(scenario)!,
                    Overrides = given.GetValue(set)!,
                    Courses = given.GetValue(course),
                    Paths = given.GetValue(pilot),
                    Seed = given.GetValue(seed),
                    IsQuiet = true,
                },
                given.GetValue(targets)!
            ).Execute()
        );
        return command;
    }
}
