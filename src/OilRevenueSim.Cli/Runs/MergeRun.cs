using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Partials;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Joins the partial results of a run or comparison and writes the result that it would have written.</summary>
internal sealed class MergeRun(Terminal terminal, RunRequest request, string[] places)
{
    private readonly RunStopwatch watch = new(terminal.Time);

    /// <summary>Joins and returns the exit code.</summary>
    public int Execute()
    {
        try
        {
            var set = ShardFile.Open(places, terminal.Interrupted);
            watch.Lap("check");
            if (set.Head.IsComparison)
            {
                Compare(set);
            }
            else
            {
                Run(set);
            }
        }
        catch (FormatException e)
        {
            throw new InputException(e.Message);
        }

        return ExitCode.Done;
    }

    private void Run(PartialSet set)
    {
        var writing = new ResultWriting(terminal, request, watch);
        var rows = new List<SummaryRow>();
        var plans = ShardFile.PlansOf(set);
        for (var k = 0; k < plans.Length; k++)
        {
            using var folder = ResultFolder.Begin(request.Out, plans[k].Scenario.Name, plans[k].Course);
            var result = set.Join(k, plans[k], join => SavedStatistics.Write(folder, join), terminal.Interrupted);
            watch.Lap("join");
            rows.AddRange(writing.Write(folder, result, set.ManifestOf(k, result)));
        }

        writing.PrintJson(rows);
    }

    private void Compare(PartialSet set)
    {
        var plans = ShardFile.PlansOf(set);
        using var folder = ResultFolder.Begin(request.Out, plans[0].Scenario.Name, ComparisonRun.Folder);
        var result = set.JoinComparison(plans, terminal.Interrupted);
        watch.Lap("join");
        new ComparisonRun(terminal, request).Write(folder, result, set.ManifestOf(result), watch);
    }
}
