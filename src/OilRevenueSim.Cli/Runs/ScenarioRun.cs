using System.Text;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
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
        var target = ReadTarget(scenario);
        var plan = SimulationPlan.Compile(scenario);
        using var folder = ResultFolder.Begin(request.Out, scenario.Name, plan.Course);
        watch.Lap("read and compile");

        var result = Simulate(plan, target);
        watch.Lap("simulate");
        var rows = SummaryTable.From(result);
        folder.WriteSummary(rows);
        watch.Lap("summarise");
        var headline = Headline.From(result);
        var charts = request.WithCharts ? ChartFiles.Write(folder, result, terminal.Interrupted) : [];
        watch.Lap("draw");

        terminal.Interrupted.ThrowIfCancellationRequested();
        var committed = folder.Commit(result, watch.ToLog(Threads));
        if (request.AsJson)
        {
            PrintJson(rows);
        }
        else if (!request.IsQuiet)
        {
            Print(result, headline, committed, charts);
        }

        return ExitCode.Done;
    }

    private int Threads => request.Threads > 0 ? request.Threads : Environment.ProcessorCount;

    private PrecisionTarget? ReadTarget(Scenario scenario)
    {
        if (request.Until is null)
        {
            return null;
        }

        var reading = PrecisionTarget.Parse(request.Until, [.. scenario.Actors.Select(a => a.Name)]);
        return reading.Target
            ?? throw new InputException(
                $"--until: {reading.Problem!.Message}\n    {request.Until}\n    {new string(' ', reading.Problem.Column - 1)}^"
            );
    }

    private EnsembleResult Simulate(SimulationPlan plan, PrecisionTarget? target)
    {
        using var ensemble = new Ensemble(plan, new RunOptions { Seed = request.Seed, Threads = request.Threads });
        var isSilent = request.IsQuiet;
        if (target is null)
        {
            return RunDisplay.During(
                terminal,
                isSilent,
                progress =>
                {
                    ensemble.ExtendTo(request.Paths, progress, terminal.Interrupted);
                    return ensemble.Look();
                }
            );
        }

        var outcome = RunDisplay.During(
            terminal,
            isSilent,
            progress =>
                PrecisionRun.Run(
                    ensemble,
                    target,
                    request.MostPaths,
                    progress is null ? null : new PrecisionForecast(progress, request.MostPaths),
                    terminal.Interrupted
                )
        );
        var verdict = PrecisionVerdict.Say(target, outcome);
        if (!outcome.IsReached)
        {
            terminal.Error.WriteLine($"warning: {verdict}");
        }
        else if (!isSilent)
        {
            terminal.Error.WriteLine(verdict);
        }

        return outcome.Result;
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
        HeadlineReport.Print(terminal, result.Scenario.Question, headline, before);
        if (reason is not null)
        {
            terminal.Error.WriteLine($"No comparison with the run before: {reason}");
        }

        foreach (var warning in result.Manifest.Warnings.Except(result.Scenario.Warnings, StringComparer.Ordinal))
        {
            terminal.Error.WriteLine($"warning: {warning}");
        }

        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), committed.Folder);
        var place = shown.StartsWith("..", StringComparison.Ordinal) ? committed.Folder : shown;
        terminal.Out.WriteLine();
        if (charts.Count > 0)
        {
            terminal.Out.WriteLine($"Charts  {Path.Combine(place, ChartFiles.Folder)}{Path.DirectorySeparatorChar}");
            terminal.Out.WriteLine($"        {string.Join("  ", charts)}  (.png and .svg)");
        }

        terminal.Out.WriteLine(
            $"Tables  {Path.Combine(place, ResultFolder.SummaryCsvName)}, {ResultFolder.SummaryJsonName}"
        );
    }
}
