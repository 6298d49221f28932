using System.CommandLine;
using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim merge</c>: joins the shards of a run or comparison.</summary>
internal static class MergeCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        ["oilsim merge parts", "oilsim merge parts/minimal.1-of-2.part parts/minimal.2-of-2.part --out results/merged"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var parts = new Argument<string[]>("PART")
        {
            Description = "Partial results of oilsim run --shard or oilsim compare --shard, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var results = Options.Results();
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON, and nothing else." };
        var quiet = new Option<bool>("--quiet") { Description = "Print no headline." };
        var figure = new FigureArguments("png,svg");
        var look = new FigureOptionsArguments();
        var noCharts = new Option<bool>("--no-charts") { Description = "Draw no charts." };
        var command = new Command("merge", "Join the shards of a run or comparison into its result, bit for bit.")
        {
            parts,
            results,
            json,
            quiet,
        };
        Array.ForEach<Option>([.. figure.All, .. look.ForMany, noCharts], command.Add);
        command.SetAction(given =>
        {
            var request = new RunRequest
            {
                ScenarioPath = "",
                Out = given.GetValue(results)!,
                AsJson = given.GetValue(json),
                IsQuiet = given.GetValue(quiet),
                Style = figure.Read(given),
                Look = look.Read(given, terminal),
                WithCharts = !given.GetValue(noCharts),
            };
            return new MergeRun(terminal, request, given.GetValue(parts)!).Execute();
        });
        return command;
    }
}
