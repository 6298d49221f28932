using System.CommandLine;
using System.CommandLine.Parsing;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The arguments and options of <c>oilsim sweep</c>, their ranges, and what they ask for together.</summary>
internal sealed class SweepArguments
{
    private const int DefaultPoints = 64;

    private static readonly (string Name, DesignKind Kind)[] Designs =
    [
        ("factorial", DesignKind.Factorial),
        ("one-at-a-time", DesignKind.OneAtATime),
        ("lhs", DesignKind.LatinHypercube),
        ("sobol", DesignKind.Sobol),
    ];

    private readonly Argument<string> scenario = Options.Scenario();
    private readonly Option<Axis[]> vary = new("--vary")
    {
        HelpName = "ADDRESS=LEVELS",
        Description =
            "Vary one value: FROM:TO:STEP UNIT, A|B|C UNIT, FROM:TO UNIT for lhs and sobol, or the address alone for its own range. "
            + "May be repeated.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            try
            {
                return [.. result.Tokens.Select(token => Axis.Parse(token.Value))];
            }
            catch (FormatException e)
            {
                result.AddError($"--vary: {e.Message}");
                return [];
            }
        },
    };
    private readonly Option<string> design = new("--design")
    {
        HelpName = "KIND",
        Description = "factorial (every combination), one-at-a-time, lhs (Latin hypercube) or sobol (scrambled).",
        DefaultValueFactory = _ => Designs[0].Name,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (Array.TrueForAll(Designs, d => d.Name != word))
            {
                result.AddError($"--design takes {string.Join(", ", Designs.Select(d => d.Name))}, not '{word}'");
            }

            return word;
        },
    };
    private readonly Option<long> points = Options.WholeNumber(
        "--points",
        "Points of lhs and sobol; sobol is best with a power of two.",
        1,
        Axis.MostLevels,
        DefaultPoints
    );
    private readonly Option<string?> courses = new("--courses")
    {
        HelpName = "A,B|all",
        Description = "Courses, each run at every point; the first of the file by default.",
    };
    private readonly Option<long> paths = Options.WholeNumber(
        "--paths",
        "Futures of every cell.",
        1,
        SweepOptions.MostValues,
        fallback: 10_000
    );
    private readonly Option<ulong> seed = Options.Seed();
    private readonly Option<string> quantity = new("--quantity")
    {
        HelpName = "QUANTITY,…",
        Description = "Quantities reported over the whole period.",
        DefaultValueFactory = _ => "gross_revenue_usd",
    };
    private readonly Option<string?> actor = new("--actor")
    {
        HelpName = "ACTOR,…",
        Description = "Actors whose they are; the scenario's focus by default.",
    };
    private readonly Option<string> statistic = new("--statistic")
    {
        HelpName = "STATISTIC,…",
        Description = "Statistics reported: mean, sd, p_any, mean_if_any, p95, 'p_over:100 MUSD'.",
        DefaultValueFactory = _ => "mean",
    };
    private readonly Option<string?> cache = new("--cache")
    {
        HelpName = "FOLDER",
        Description =
            "Folder that keeps finished cells, so that a sweep resumes and grows; .sweep-cache in --out by default.",
    };
    private readonly Option<long> mostCells = Options.WholeNumber(
        "--most-cells",
        "Most cells.",
        1,
        int.MaxValue,
        SweepOptions.DefaultMostCells
    );
    private readonly Option<long> threads = Options.WholeNumber(
        "--threads",
        "Worker threads; 0 is one per processor.",
        0,
        1024,
        fallback: 0
    );
    private readonly Option<string> results = Options.Results();
    private readonly Option<QuantityOverride[]> set = Options.Set();
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print no progress and no table." };
    private readonly FigureArguments figure = new("png,svg");
    private readonly FigureOptionsArguments look = new();
    private readonly Option<bool> noCharts = new("--no-charts") { Description = "Draw no charts." };

    /// <summary>Gives the command these arguments, in the order of its help.</summary>
    public void AddTo(Command command)
    {
        command.Add(scenario);
        Option[] options =
        [
            vary,
            design,
            points,
            courses,
            paths,
            seed,
            quantity,
            actor,
            statistic,
            cache,
            mostCells,
            threads,
            results,
            set,
            quiet,
            .. figure.All,
            .. look.ForMany,
            noCharts,
        ];
        Array.ForEach(options, command.Add);
        Options.Check(command, Check);
    }

    /// <summary>What was asked for.</summary>
    public SweepRequest Read(ParseResult given, Terminal terminal)
    {
        var axes = given.GetValue(vary)!;
        var count = (int)given.GetValue(points);
        var folder = given.GetValue(results)!;
        return new SweepRequest
        {
            ScenarioPath = given.GetValue(scenario)!,
            Overrides = given.GetValue(set)!,
            Courses = given.GetValue(courses),
            Design = () =>
                Kind(given.GetValue(design)) switch
                {
                    DesignKind.OneAtATime => Design.OneAtATime(axes),
                    DesignKind.LatinHypercube => Design.LatinHypercube(count, axes),
                    DesignKind.Sobol => Design.Sobol(count, axes),
                    _ => Design.Factorial(axes),
                },
            Options = new SweepOptions
            {
                Paths = given.GetValue(paths),
                Seed = given.GetValue(seed),
                Quantities = [.. Words(given.GetValue(quantity))],
                Actors = [.. Words(given.GetValue(actor))],
                Statistics = [.. Words(given.GetValue(statistic))],
                Cache = given.GetValue(cache) ?? Path.Combine(folder, SweepOptions.UsualCache),
                MostCells = (int)given.GetValue(mostCells),
                Threads = (int)given.GetValue(threads),
            },
            Out = folder,
            IsQuiet = given.GetValue(quiet),
            Style = figure.Read(given),
            Look = look.Read(given, terminal),
            WithCharts = !given.GetValue(noCharts),
        };
    }

    private static DesignKind Kind(string? word) => Array.Find(Designs, d => d.Name == word).Kind;

    private static string[] Words(string? text) => text?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };

    private void Check(CommandResult given)
    {
        if (!IsGiven(given.GetResult(vary)))
        {
            given.AddError("say what is varied, e.g. --vary 'benchmarks.brent.spot=20:100:20 USD/bbl'");
        }

        if (
            IsGiven(given.GetResult(points))
            && Kind(given.GetValue(design)) is DesignKind.Factorial or DesignKind.OneAtATime
        )
        {
            given.AddError(
                "--points goes with --design lhs or sobol; the levels of a factorial say how many points it has"
            );
        }

        if (IsGiven(given.GetResult(results)) && string.IsNullOrWhiteSpace(given.GetValue(results)))
        {
            given.AddError("--out takes the name of a folder, not nothing");
        }

        if (IsGiven(given.GetResult(cache)) && string.IsNullOrWhiteSpace(given.GetValue(cache)))
        {
            given.AddError("--cache takes the name of a folder, not nothing");
        }
    }
}
