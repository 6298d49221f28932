using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One sweep from file to charts: read, run every cell, write, say.</summary>
internal sealed class ScenarioSweep(Terminal terminal, SweepRequest request)
{
    /// <summary>Folder of a sweep beside those of the courses; no course can have this name.</summary>
    public const string Folder = "values_varied";

    /// <summary>Name of the table.</summary>
    public const string TableName = "sweep.csv";

    /// <summary>Runs and returns the exit code.</summary>
    public int Execute()
    {
        var watch = new RunStopwatch(terminal.Time);
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var courses = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario));
        using var folder = ResultFolder.Begin(request.Out, scenario.Name, Folder);
        watch.Lap("read");
        if (Run(scenario, request.Options with { Courses = [.. courses] }) is not { } sweep)
        {
            return ExitCode.Interrupted;
        }

        watch.Lap("simulate");
        folder.Write(
            TableName,
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                Analysis.Sweeps.SweepCsv.Write(sweep.Axes, sweep.Table, writer);
            }
        );
        SavedScenario.Write(folder, sweep);
        var charts = request.WithCharts
            ? ChartFiles.Write(
                folder,
                [.. SweepPictures.Of(sweep, request.Style.Language)],
                request.Style,
                request.Look,
                terminal.Interrupted
            )
            : [];
        watch.Lap("draw");
        terminal.Interrupted.ThrowIfCancellationRequested();
        var threads = request.Options.Threads > 0 ? request.Options.Threads : Environment.ProcessorCount;
        var manifest = ResultManifest.From(scenario, sweep.Manifest) with
        {
            Varied = Analysis.Sweeps.SweepAxis.Varied(sweep.Axes, sweep.Table),
            Design = Analysis.Sweeps.SweepAxis.DesignOf(sweep.Table),
        };
        var committed = folder.Commit(manifest, watch.ToLog(threads));
        foreach (var notice in sweep.Notices)
        {
            terminal.Error.WriteLine($"warning: {notice}");
        }

        if (!request.IsQuiet)
        {
            SweepReport.Print(terminal, sweep, committed, charts, request.Style);
        }

        return sweep.Failed.Length < sweep.Cells.Length ? ExitCode.Done : ExitCode.RunFailed;
    }

    // Null where it was interrupted: what is finished is in the cache, and that is said.
    private SweepResult? Run(Scenario scenario, SweepOptions options)
    {
        var last = default(SweepProgress);
        try
        {
            return RunDisplay.During(
                terminal,
                request.IsQuiet,
                progress =>
                    scenario.Sweep(
                        request.Design(),
                        options,
                        new Counter(p =>
                        {
                            last = p;
                            progress?.Report(new RunProgress(p.CellsDone, p.CellsTotal));
                        }),
                        terminal.Interrupted
                    ),
                "cells"
            );
        }
        catch (OperationCanceledException) when (terminal.Interrupted.IsCancellationRequested)
        {
            terminal.Error.WriteLine(
                last.CellsDone == 0
                    ? "oilsim: interrupted before a cell was finished; earlier results are as they were"
                    : $"oilsim: interrupted; {Wording.Count(last.CellsDone, "cell")} of {last.CellsTotal:N0} are kept in "
                        + $"{Wording.Place(Path.GetFullPath(options.Cache!))}: the same command goes on from there"
            );
            return null;
        }
        catch (ScenarioException e)
        {
            throw new InputException($"--vary: {e.Message}");
        }
        catch (FormatException e)
        {
            throw new InputException(e.Message);
        }
        catch (ArgumentException e)
        {
            // The name of the parameter is for programmers.
            var end = e.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            throw new InputException(end < 0 ? e.Message : e.Message[..end]);
        }
    }

    private sealed class Counter(Action<SweepProgress> report) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => report(value);
    }
}
