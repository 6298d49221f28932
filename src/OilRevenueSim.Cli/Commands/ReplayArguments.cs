using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OilRevenueSim.Cli.Completions;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The arguments and options of <c>oilsim replay</c>.</summary>
internal sealed class ReplayArguments
{
    private readonly Argument<string> scenario = Options.Scenario();
    private readonly Option<long> path = Options.WholeNumber("--path", "Number of the path.", 0, uint.MaxValue);
    private readonly Option<bool> worst = new("--worst")
    {
        Description = "The path with the highest revenue of the actor.",
    };
    private readonly Option<double> quantile = new("--quantile")
    {
        HelpName = "SHARE",
        Description = "The path at a quantile of the actor's revenue, e.g. 95%.",
        CustomParser = ReadShare,
    };
    private readonly Option<string?> course = new("--course")
    {
        HelpName = "NAME",
        Description = "Course; the first by default.",
        CompletionSources = { ScenarioWords.Course },
    };
    private readonly Option<string?> actor = new("--actor")
    {
        HelpName = "NAME",
        Description = "Actor whose revenue is ranked and drawn; the first of focus: by default.",
        CompletionSources = { ScenarioWords.Actors },
    };
    private readonly Option<long> paths = Options.WholeNumber(
        "--paths",
        "Futures to choose from.",
        1,
        PathRanking.MostPaths,
        10_000
    );
    private readonly Option<ulong> seed = Options.Seed();
    private readonly WorldOptions worlds = new();
    private readonly Option<QuantityOverride[]> set = Options.Set();
    private readonly Option<string> results = Options.Results();
    private readonly FigureArguments figure = new("png,svg");
    private readonly FigureOptionsArguments look = new();
    private readonly Option<bool> noCharts = new("--no-charts") { Description = "Draw no time line." };

    /// <summary>Gives a command these arguments, in the order of its help.</summary>
    public void AddTo(Command command)
    {
        command.Add(scenario);
        Option[] options =
        [
            path,
            worst,
            quantile,
            course,
            actor,
            paths,
            seed,
            .. worlds.All,
            set,
            results,
            .. figure.All,
            .. look.All,
            noCharts,
        ];
        Array.ForEach(options, command.Add);
        Options.Check(command, Check);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">Values that were read do not go together.</exception>
    public ReplayRun Read(ParseResult given, Terminal terminal)
    {
        if (
            given.GetResult(path) is { Implicit: false }
            && (given.GetResult(paths) is { Implicit: false } || worlds.NeedPaths(given))
            && given.GetValue(path) >= worlds.Paths(given, paths)
        )
        {
            throw new InputException(
                $"--path {given.GetValue(path)} is not among the futures of --paths {given.GetValue(paths)}, which are "
                    + (
                        worlds.NeedPaths(given)
                            ? "numbered from 0; --sampling lhs needs the --paths of the run"
                            : "numbered from 0; --path needs no --paths"
                    )
            );
        }

        return new(
            new RunRequest
            {
                ScenarioPath = given.GetValue(scenario)!,
                Overrides = given.GetValue(set)!,
                Paths = worlds.Paths(given, paths),
                Replicates = worlds.Replicates(given),
                Sampling = worlds.SamplingOf(given),
                Seed = given.GetValue(seed),
                Out = given.GetValue(results)!,
                Style = figure.Read(given),
                Look = look.Read(given, terminal),
                WithCharts = !given.GetValue(noCharts),
            },
            given.GetResult(path) is { Implicit: false } ? given.GetValue(path) : null,
            given.GetValue(worst) ? 1.0 : given.GetValue(quantile),
            given.GetValue(course),
            given.GetValue(actor)
        );
    }

    private static double ReadShare(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var isPercent = text.EndsWith('%');
        var isNumber = double.TryParse(
            isPercent ? text[..^1] : text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var share
        );
        share /= isPercent ? 100.0 : 1.0;
        if (!isNumber || share is not (>= 0.0 and <= 1.0))
        {
            result.AddError($"--quantile takes a number from 0 to 1 or from 0% to 100%, not '{text}'");
        }

        return share;
    }

    private void Check(CommandResult given)
    {
        Option[] ways = [path, worst, quantile];
        if (ways.Count(way => given.GetResult(way) is { Implicit: false }) != 1)
        {
            given.AddError("give one of --path, --worst and --quantile");
        }
    }
}
