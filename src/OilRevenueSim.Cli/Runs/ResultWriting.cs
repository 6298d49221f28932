using System.Collections.Immutable;
using System.Text;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>From a result to its files and its headline: summarise, draw, commit, say.</summary>
internal sealed class ResultWriting(Terminal terminal, RunRequest request, RunStopwatch watch)
{
    /// <summary>Writes and commits a result and prints its headline.</summary>
    /// <param name="folder">Its place.</param>
    /// <param name="result">Result.</param>
    /// <param name="manifest">Its manifest.</param>
    public ImmutableArray<SummaryRow> Write(ResultFolder folder, EnsembleResult result, ResultManifest manifest)
    {
        var rows = SummaryTable.From(result);
        folder.WriteSummary(rows);
        SavedScenario.Write(folder, result.Scenario);
        watch.Lap("summarise");
        var headline = Headline.From(result);
        var charts = request.WithCharts
            ? ChartFiles.Write(folder, result, request.Style, request.Look, terminal.Interrupted)
            : [];
        watch.Lap("draw");

        terminal.Interrupted.ThrowIfCancellationRequested();
        var threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
        var committed = folder.Commit(manifest, watch.ToLog(threads));
        if (!request.AsJson && !request.IsQuiet)
        {
            Print(result, headline, committed, charts);
        }

        return rows;
    }

    /// <summary>Prints the rows as JSON where that was asked for.</summary>
    public void PrintJson(IReadOnlyCollection<SummaryRow> rows)
    {
        if (!request.AsJson)
        {
            return;
        }

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
            ChartFiles.PrintNames(terminal, charts, request.Style);
        }

        terminal.Out.WriteLine(
            $"Tables  {Path.Combine(place, ResultFolder.SummaryCsvName)}, {ResultFolder.SummaryJsonName}"
                + (request.KeepPaths is null ? "" : $", {ResultExport.PathsFile}")
        );
    }
}
