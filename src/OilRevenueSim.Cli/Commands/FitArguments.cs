using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The arguments and options of <c>oilsim fit</c>.</summary>
internal sealed class FitArguments
{
    private readonly Argument<string?> file = new("FILE")
    {
        Description = "File of dated prices: the US EIA's or FRED's download, or any CSV of dates and prices.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<DateOnly?> from = Date("--from", "First day taken, e.g. 2010 or 2010-06.", atEnd: false);
    private readonly Option<DateOnly?> to = Date("--to", "Last day taken, e.g. 2025 or 2025-06-30.", atEnd: true);
    private readonly Option<string> model = new("--model")
    {
        HelpName = "MODEL|all",
        Description =
            $"Model to fit: {string.Join(", ", FitModel.All.Select(m => m.Word))}, several with commas, or all.",
        DefaultValueFactory = _ => "all",
    };
    private readonly Option<string?> values = new("--values")
    {
        HelpName = "point|average",
        Description = "Whether a price is that of a day or an average; without it, taken from the dates.",
    };
    private readonly Option<string?> column = new("--column")
    {
        HelpName = "NAME",
        Description = "Column of the prices, where the file has several.",
    };
    private readonly Option<long> bootstrap = Options.WholeNumber(
        "--bootstrap",
        "Samples of a bootstrap of the standard errors; 0 makes none.",
        0,
        100_000,
        fallback: 0
    );
    private readonly Option<bool> score = new("--score")
    {
        Description = "Score forecasts out of sample against no change and the random walk.",
    };
    private readonly Option<string> results = Options.Results();
    private readonly Option<ulong> seed = Options.Seed();
    private readonly Option<bool> json = new("--json") { Description = "Print the fits as JSON, and nothing else." };
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print nothing unless something is wrong." };
    private readonly FigureArguments figure = new("png,svg");
    private readonly FigureOptionsArguments look = new();
    private readonly Option<bool> noCharts = new("--no-charts") { Description = "Draw no charts." };
    private readonly Option<string?> example = new("--example")
    {
        HelpName = "FILE",
        Description = "Write a file of invented prices to try this with.",
    };
    private readonly Option<double?> futures = new("--futures")
    {
        HelpName = "PRICE",
        Description = "Price of a future, USD per barrel, for the band that its options imply.",
    };
    private readonly Option<double?> impliedVolatility = new("--implied-vol")
    {
        HelpName = "SHARE",
        Description = "Implied volatility of its options, e.g. 35%.",
        CustomParser = ReadVolatility,
    };
    private readonly Option<double?> days = new("--days") { HelpName = "N", Description = "Days until they expire." };

    /// <summary>Gives a command these arguments, in the order of its help.</summary>
    public void AddTo(Command command)
    {
        command.Add(file);
        Option[] options =
        [
            from,
            to,
            model,
            values,
            column,
            bootstrap,
            score,
            results,
            seed,
            json,
            quiet,
            .. figure.All,
            .. look.ForMany,
            noCharts,
            example,
            futures,
            impliedVolatility,
            days,
        ];
        Array.ForEach(options, command.Add);
        Options.Check(command, Check);
    }

    /// <summary>Name of the file to write, where an example was asked for.</summary>
    public string? Example(ParseResult given) => given.GetValue(example);

    /// <summary>The future, where its band was asked for.</summary>
    public (double PriceUsd, double Volatility, double Days)? Future(ParseResult given) =>
        given.GetValue(futures) is { } price
            ? (price, given.GetValue(impliedVolatility)!.Value, given.GetValue(days)!.Value)
            : null;

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">Values that were read do not go together.</exception>
    public FitRequest Read(ParseResult given, Terminal terminal)
    {
        if (given.GetValue(from) is { } first && given.GetValue(to) is { } last && first > last)
        {
            throw new InputException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--from {first:yyyy-MM-dd} lies after --to {last:yyyy-MM-dd}: no price lies between"
                )
            );
        }

        if (given.GetValue(bootstrap) is > 0 and < 20)
        {
            throw new InputException(
                "--bootstrap takes 0 or a whole number from 20: fewer samples give no standard error"
            );
        }

        return new()
        {
            Path = given.GetValue(file)!,
            Prices = new()
            {
                From = given.GetValue(from),
                To = given.GetValue(to),
                Column = given.GetValue(column),
                Meaning = given.GetValue(values) switch
                {
                    "point" => PriceMeaning.Point,
                    "average" => PriceMeaning.PeriodAverage,
                    _ => null,
                },
            },
            Models = Models(given),
            BootstrapSamples = (int)given.GetValue(bootstrap),
            WithScores = given.GetValue(score),
            Out = given.GetValue(results)!,
            Seed = given.GetValue(seed),
            AsJson = given.GetValue(json),
            IsQuiet = given.GetValue(quiet),
            Style = figure.Read(given),
            Look = look.Read(given, terminal),
            WithCharts = !given.GetValue(noCharts),
        };
    }

    private FitModel[] Models(ParseResult given)
    {
        var words = given.GetValue(model)!.Split(',', StringSplitOptions.TrimEntries);
        return [.. FitModel.All.Where(m => words.Contains("all") || words.Contains(m.Word))];
    }

    private void Check(CommandResult given)
    {
        var ways = new[] { given.GetResult(file)?.Tokens.Count > 0, IsGiven(example), IsGiven(futures) };
        if (ways.Count(w => w) != 1)
        {
            given.AddError("give a file of prices, or --futures with --implied-vol and --days, or --example");
        }

        if (new[] { futures, impliedVolatility, days }.Count(IsGiven) is 1 or 2)
        {
            given.AddError("--futures, --implied-vol and --days belong together");
        }

        if (
            given.GetResult(values) is { Implicit: false } meaning
            && meaning.Tokens[0].Value is not ("point" or "average")
        )
        {
            given.AddError($"--values is point or average, not '{meaning.Tokens[0].Value}'");
        }

        CheckModels(given);
        bool IsGiven(Option option) => given.GetResult(option) is { Implicit: false };
    }

    private void CheckModels(CommandResult given)
    {
        if (given.GetResult(model) is not { Implicit: false, Tokens: [var token] })
        {
            return;
        }

        string[] known = ["all", .. FitModel.All.Select(m => m.Word)];
        foreach (
            var word in token.Value.Split(',', StringSplitOptions.TrimEntries).Except(known, StringComparer.Ordinal)
        )
        {
            given.AddError($"--model: there is no '{word}'; there is {string.Join(", ", known)}");
        }
    }

    private static double? ReadVolatility(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var isPercent = text.EndsWith('%');
        var isNumber = double.TryParse(
            text.TrimEnd('%', ' '),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        );
        if (isNumber && isPercent && number is > 0.0 and <= 500.0)
        {
            return number / 100.0;
        }

        result.AddError($"--implied-vol takes a share above 0%, such as 35%, not '{text}'");
        return null;
    }

    /// <summary>A day, month or year; a month or year ends on its last day where the window ends with it.</summary>
    private static Option<DateOnly?> Date(string name, string description, bool atEnd) =>
        new(name)
        {
            HelpName = "DATE",
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                foreach (var (format, months) in new[] { ("yyyy-MM-dd", 0), ("yyyy-MM", 1), ("yyyy", 12) })
                {
                    if (
                        DateOnly.TryParseExact(
                            text,
                            format,
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.None,
                            out var day
                        )
                    )
                    {
                        return atEnd && months > 0 ? day.AddMonths(months).AddDays(-1) : day;
                    }
                }

                result.AddError($"{name} takes a date such as 2010, 2010-06 or 2010-06-30, not '{text}'");
                return null;
            },
        };
}
