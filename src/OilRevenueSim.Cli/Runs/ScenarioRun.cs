using System.Collections.Immutable;
using System.Text;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One run from file to charts: read, compile, simulate, summarise, write, say.</summary>
internal sealed class ScenarioRun(Terminal terminal, RunRequest request)
{
    /// <summary>Runs and returns the exit code.</summary>
    public int Execute()
    {
        var watch = new RunStopwatch(terminal.Time);
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var courses = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario));
        var simulation = new CourseSimulation(terminal, request);
        var target = simulation.ReadTarget(scenario);
        SimulationPlan[] plans = [.. courses.Select(course => SimulationPlan.Compile(scenario, course))];
        ResultFolder[] folders = [];
        try
        {
            folders = [.. plans.Select(plan => ResultFolder.Begin(request.Out, scenario.Name, plan.Course))];
            watch.Lap("read and compile");
            var results = Simulate(simulation, plans, target, folders);
            watch.Lap("simulate");
            var rows = new List<SummaryRow>();
            for (var k = 0; k < plans.Length; k++)
            {
                rows.AddRange(WriteAndPrint(folders[k], results[k], watch));
            }

            if (request.AsJson)
            {
                PrintJson(rows);
            }
        }
        finally
        {
            Array.ForEach(folders, folder => folder.Dispose());
        }

        return ExitCode.Done;
    }

    private ImmutableArray<EnsembleResult> Simulate(
        CourseSimulation simulation,
        SimulationPlan[] plans,
        PrecisionTarget? target,
        ResultFolder[] folders
    )
    {
        if (request.KeepPaths is null)
        {
            return simulation.Run([.. plans], target).Courses;
        }

        using var files = new PathFiles(plans, folders, request.KeepPaths, request.Replicates);
        var results = simulation.Run([.. plans], target, files.Sinks).Courses;
        files.Complete(results);
        return results;
    }

    private ImmutableArray<SummaryRow> WriteAndPrint(ResultFolder folder, EnsembleResult result, RunStopwatch watch)
    {
        var rows = SummaryTable.From(result);
        folder.WriteSummary(rows);
        watch.Lap("summarise");
        var headline = Headline.From(result);
        var charts = request.WithCharts ? ChartFiles.Write(folder, result, request.Size, terminal.Interrupted) : [];
        watch.Lap("draw");

        terminal.Interrupted.ThrowIfCancellationRequested();
        var threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
        var committed = folder.Commit(result, watch.ToLog(threads));
        if (!request.AsJson && !request.IsQuiet)
        {
            Print(result, headline, committed, charts);
        }

        return rows;
    }

    private void PrintJson(IReadOnlyCollection<SummaryRow> rows)
    {
        using var stream = new MemoryStream();
        SummaryJson.Write(rows, stream);
        terminal.Out.WriteLine(Encoding.UTF8.GetString(stream.ToArray()).TrimEnd());
    }

    private void Print(
        EnsembleResult result,
        Headline headline,
        CommittedResult committed,
        IReadOnlyList<string> charts
    )
    {
        string? reason = null;
        var before = committed.Previous is { } previous ? ResultFolder.ReadHeadline(previous, out reason) : null;
        HeadlineReport.Print(terminal, result.Scenario.Question, headline, before, MoneyTable.From(result));
        if (reason is not null)
        {
            terminal.Error.WriteLine($"No comparison with the run before: {reason}");
        }

        foreach (var warning in result.Manifest.Warnings.Except(result.Scenario.Warnings, StringComparer.Ordinal))
        {
            terminal.Error.WriteLine($"warning: {warning}");
        }

        var place = Wording.Place(committed.Folder);
        terminal.Out.WriteLine();
        if (charts.Count > 0)
        {
            terminal.Out.WriteLine($"Charts  {Path.Combine(place, ChartFiles.Folder)}{Path.DirectorySeparatorChar}");
            ChartFiles.PrintNames(terminal, charts);
        }

        terminal.Out.WriteLine(
            $"Tables  {Path.Combine(place, ResultFolder.SummaryCsvName)}, {ResultFolder.SummaryJsonName}"
                + (request.KeepPaths is null ? "" : $", {ResultExport.PathsFile}")
        );
    }
}
