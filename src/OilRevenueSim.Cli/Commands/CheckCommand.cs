using System.CommandLine;
using System.Globalization;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim check</c>: whether a result hangs on how it was computed.</summary>
internal static class CheckCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim check scenarios/minimal.yaml --step-halving",
            "oilsim check scenarios/sirte-2016.yaml --step-halving --course strikes --paths 100000 --tolerance 2%",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scenario = Options.Scenario();
        var halving = new Option<bool>("--step-halving")
        {
            Description = "Compare means with those of steps half as long.",
        };
        var tolerance = new Option<double>("--tolerance")
        {
            HelpName = "SHARE",
            Description = "Share of a mean by which halving may move it.",
            DefaultValueFactory = _ => 0.01,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var (number, style) = (text.EndsWith('%') ? text[..^1] : "", NumberStyles.AllowDecimalPoint);
                var isNumber = double.TryParse(number, style, CultureInfo.InvariantCulture, out var percent);
                if (isNumber && percent is > 0.0 and <= 100.0)
                {
                    return percent / 100.0;
                }

                result.AddError($"--tolerance takes a share above 0%, up to 100%, such as 2%, not '{text}'");
                return 0.0;
            },
        };
        var course = new Option<string?>("--course")
        {
            HelpName = "NAME",
            Description = "Course; the first by default.",
        };
        var paths = Options.WholeNumber("--paths", "Futures to simulate.", 2, Options.MostPaths, fallback: 10_000);
        var seed = Options.Seed();
        var threads = Options.WholeNumber("--threads", "Worker threads; 0 is one per processor.", 0, 1024, fallback: 0);
        var set = Options.Set();
        var quiet = new Option<bool>("--quiet") { Description = "Print no progress." };
        var command = new Command("check", "Tell whether the means hang on the length of the step.")
        {
            scenario,
            halving,
            tolerance,
            course,
            paths,
            seed,
            threads,
            set,
            quiet,
        };
        Options.Check(
            command,
            given =>
            {
                if (!given.GetValue(halving))
                {
                    given.AddError("say what to check: --step-halving");
                }
            }
        );
        command.SetAction(given =>
            new StepCheckRun(
                terminal,
                new RunRequest
                {
                    ScenarioPath = given.GetValue(scenario)!,
                    Overrides = given.GetValue(set)!,
                    Courses = given.GetValue(course),
                    Paths = given.GetValue(paths),
                    Seed = given.GetValue(seed),
                    Threads = (int)given.GetValue(threads),
                    IsQuiet = given.GetValue(quiet),
                }
            ).Execute(given.GetValue(tolerance))
        );
        return command;
    }
}
