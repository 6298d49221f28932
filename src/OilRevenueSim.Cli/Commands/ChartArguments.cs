using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Cli.Completions;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The arguments and options of <c>oilsim chart</c>; one option a choice that some kind of chart asks for.</summary>
internal sealed class ChartArguments
{
    private readonly Argument<string> result = new("RESULT")
    {
        Description = "Folder of a result, e.g. results/minimal/base.",
    };
    private readonly Option<bool> list = new("--list")
    {
        Description = "List the kinds of charts: what this result can have, and why not the others.",
    };
    private readonly Option<string?> kind = new("--kind")
    {
        HelpName = "KIND,…|all",
        Description =
            "Kinds of charts, as --list names them; all for every one that applies, for the actors in focus, with a last line that says what it left out.",
        CompletionSources = { ResultWords.Kinds },
    };
    private readonly Option<string?>[] choices =
    [
        .. ChartKinds.Choices.Select(choice => new Option<string?>($"--{choice.Name}")
        {
            HelpName = choice.Name.ToUpperInvariant(),
            Description = $"{char.ToUpperInvariant(choice.Purpose[0])}{choice.Purpose[1..]}.",
            CompletionSources = { context => ResultWords.Of(context, choice.Name) },
        }),
    ];
    private readonly Option<string?> output = new("--out")
    {
        HelpName = "FILE|FOLDER",
        Description = "File for one figure, or folder for several; by default here, named after the chart.",
    };
    private readonly Option<bool> force = new("--force") { Description = "Replace files that are there." };
    private readonly Option<long> threads = Options.WholeNumber(
        "--threads",
        "Worker threads; 0 is one per processor.",
        0,
        1024,
        fallback: 0
    );
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print no progress." };
    private readonly FigureArguments figure = new("as --out ends, or png");
    private readonly FigureOptionsArguments look = new();

    /// <summary>Gives the command these arguments, in the order of its help.</summary>
    public void AddTo(Command command)
    {
        command.Add(result);
        Option[] options = [list, kind, .. choices, .. figure.All, .. look.All, output, force, threads, quiet];
        Array.ForEach(options, command.Add);
        Options.Check(command, Check);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">Values that were read do not go together.</exception>
    public ChartOrder Read(ParseResult given, Terminal terminal) =>
        new()
        {
            Result = given.GetValue(result)!,
            IsList = given.GetValue(list),
            Kinds = given.GetValue(kind)?.Split(',', StringSplitOptions.TrimEntries) ?? [],
            Choices = choices
                .Where(c => given.GetValue(c) is not null)
                .Aggregate(ChartRequest.Any, (asked, c) => asked.With(c.Name[2..], given.GetValue(c)!)),
            Style = figure.Read(given),
            Look = look.Read(given, terminal),
            Out = given.GetValue(output),
            MayReplace = given.GetValue(force),
            Threads = (int)given.GetValue(threads),
            IsQuiet = given.GetValue(quiet),
        };

    private void Check(CommandResult given)
    {
        if (!given.GetValue(list) && given.GetValue(kind) is null)
        {
            given.AddError("say which chart: --kind fan, for example; --list shows all that this result can have");
        }

        if (given.GetResult(output) is { Implicit: false } && string.IsNullOrWhiteSpace(given.GetValue(output)))
        {
            given.AddError("--out takes the name of a file or a folder, not nothing");
        }
    }
}
