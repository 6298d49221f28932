using System.CommandLine;
using System.CommandLine.Parsing;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Cli.Completions;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The arguments and options of <c>oilsim run</c> and <c>oilsim compare</c>, their ranges, and what they ask for together.</summary>
/// <param name="isRun">True for <c>run</c>, which can keep the values of paths.</param>
internal sealed class RunArguments(bool isRun)
{
    private readonly Argument<string> scenario = Options.Scenario();
    private readonly Option<long> paths = Options.WholeNumber(
        "--paths",
        "Futures to simulate.",
        1,
        Options.MostPaths,
        fallback: 10_000
    );
    private readonly Option<ulong> seed = Options.Seed();
    private readonly Option<long> threads = Options.WholeNumber(
        "--threads",
        "Worker threads; 0 is one per processor.",
        0,
        1024,
        fallback: 0
    );
    private readonly WorldOptions worlds = new();
    private readonly Option<string> results = Options.Results();
    private readonly Option<QuantityOverride[]> set = Options.Set();
    private readonly Option<string?> record = new("--record")
    {
        HelpName = "QUANTITY,…",
        Description = "Report more quantities with quantiles, e.g. fighters,treasury_usd.",
    };
    private readonly Option<string?> keepPaths = new("--keep-paths")
    {
        HelpName = "SERIES,…",
        Description =
            "Keep the values of every future in paths.parquet: '[NAME …] QUANTITY [by month|by year]', or the total of every series.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> until = new("--until")
    {
        HelpName = "TARGET",
        Description = "Add paths until a number is known well enough: 'ACTOR QUANTITY STATISTIC PRECISION'.",
    };
    private readonly Option<long> most = Options.WholeNumber(
        "--max-paths",
        "Most paths with --until.",
        PrecisionRun.FirstLook,
        Options.MostPaths,
        PrecisionRun.DefaultMaximum
    );
    private readonly Option<ShardChoice?> shard = ShardOption.Create();
    private readonly Option<string?> courses = new("--courses")
    {
        HelpName = "A,B|all",
        Description = "Courses of the scenario, separated by commas, or all.",
        CompletionSources = { ScenarioWords.Courses },
    };
    private readonly Option<bool> json = new("--json") { Description = "Print the summary as JSON, and nothing else." };
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print no progress and no headline." };
    private readonly FigureArguments figure = new("png,svg");
    private readonly FigureOptionsArguments look = new();
    private readonly Option<bool> noCharts = new("--no-charts") { Description = "Draw no charts." };

    /// <summary>Gives a command these arguments, in the order of its help.</summary>
    public void AddTo(Command command)
    {
        command.Add(scenario);
        Option[] options =
        [
            courses,
            paths,
            seed,
            threads,
            .. worlds.All,
            results,
            set,
            record,
            until,
            most,
            json,
            quiet,
            .. figure.All,
            .. look.ForMany,
            noCharts,
        ];
        Array.ForEach(options, command.Add);
        command.Add(shard);
        if (isRun)
        {
            command.Add(keepPaths);
        }

        Options.Check(command, Check);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">Values that were read do not go together.</exception>
    public RunRequest Read(ParseResult given, Terminal terminal)
    {
        if (given.GetValue(until) is not null)
        {
            worlds.CheckUntil(given);
        }

        return new()
        {
            ScenarioPath = given.GetValue(scenario)!,
            Overrides = given.GetValue(record) is { } quantities
                ? [.. given.GetValue(set)!, QuantityOverride.Parse($"record={quantities}")]
                : given.GetValue(set)!,
            Courses = given.GetValue(courses),
            KeepPaths = IsGiven(given.GetResult(keepPaths)) ? given.GetValue(keepPaths) ?? "" : null,
            Paths = worlds.Paths(given, paths),
            Replicates = worlds.Replicates(given),
            Sampling = worlds.SamplingOf(given),
            Shard = given.GetValue(shard),
            Until = given.GetValue(until),
            MostPaths = given.GetValue(most),
            Seed = given.GetValue(seed),
            Threads = (int)given.GetValue(threads),
            Out = given.GetValue(results)!,
            AsJson = given.GetValue(json),
            IsQuiet = given.GetValue(quiet),
            Style = figure.Read(given),
            Look = look.Read(given, terminal),
            WithCharts = !given.GetValue(noCharts),
        };
    }

    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };

    private void Check(CommandResult given)
    {
        // The value may be left out, so a file name that follows is taken for it.
        if (
            given.GetResult(keepPaths) is { Tokens: [{ Value: var kept }] }
            && Path.GetExtension(kept) is ".yaml" or ".yml"
        )
        {
            given.AddError(
                $"--keep-paths took '{kept}' for the names of series: write the scenario before it, or --keep-paths=QUANTITY"
            );
        }

        if (IsGiven(given.GetResult(results)) && string.IsNullOrWhiteSpace(given.GetValue(results)))
        {
            given.AddError("--out takes the name of a folder, not nothing");
        }

        if (IsGiven(given.GetResult(until)) && IsGiven(given.GetResult(paths)))
        {
            given.AddError("give --paths or --until, not both; --max-paths limits a run with --until");
        }

        if (!IsGiven(given.GetResult(until)) && IsGiven(given.GetResult(most)))
        {
            given.AddError("--max-paths goes with --until; a plain run takes --paths");
        }

        const string OfMerge = "a shard writes a partial result only; oilsim merge takes it";
        ShardOption.Refuse(
            given,
            shard,
            [
                (until, "how many paths are needed is known only when all are at hand; give --paths"),
                (keepPaths, "the values of paths are written by a run of all of them"),
                (json, OfMerge),
                .. ((Option[])[.. figure.All, .. look.ForMany, noCharts]).Select(option => (option, OfMerge)),
            ]
        );
    }
}
