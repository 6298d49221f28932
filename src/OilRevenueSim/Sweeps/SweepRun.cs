using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>Runs the cells of a sweep, several at a time, each from the cache where it stands there.</summary>
internal sealed class SweepRun(SweepPlan plan, IProgress<SweepProgress>? progress, CancellationToken cancellation)
{
    private readonly CellCache? cache = plan.Options.Cache is { } folder ? new CellCache(folder) : null;
    private readonly ConcurrentDictionary<string, CellSample[]> files = new(StringComparer.Ordinal); // by course
    private readonly Lock reporting = new();
    private int done;
    private int fromCache;

    /// <summary>Runs all cells.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; finished cells are in the cache.</exception>
    public (ImmutableArray<SweepCell> Cells, ImmutableArray<string> Notices) Execute()
    {
        var cells = new SweepCell[plan.Cells.Length];
        var threads = plan.Options.Threads == 0 ? Environment.ProcessorCount : plan.Options.Threads;
        // The file's own cells come first: the others are compared with them.
        var (own, others) = (plan.Courses.Length, plan.Cells.Length - plan.Courses.Length);
        for (var i = 0; i < own; i++)
        {
            cells[i] = Do(i, threads);
        }

        var atOnce = Math.Clamp(others, 1, threads);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        try
        {
            Parallel.For(own, plan.Cells.Length, parallel, i => cells[i] = Do(i, Math.Max(1, threads / atOnce)));
        }
        catch (AggregateException several)
        {
            // Cells fail one by one; the first failure is what a caller asked to be told.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        cancellation.ThrowIfCancellationRequested();
        return ([.. cells], cache?.Notices ?? []);
    }

    private SweepCell Do(int index, int threads)
    {
        cancellation.ThrowIfCancellationRequested();
        var (cell, changes) = plan.Cells[index];
        try
        {
            var scenario = changes.IsEmpty ? plan.Scenario : plan.Scenario.With(changes);
            cell = Filled(cell with { ContentHash = scenario.ContentHash }, scenario, threads);
        }
        catch (Exception e) when (e is ScenarioException or SimulationException or ArgumentException)
        {
            cell = cell with { Reason = ReasonOf(e) };
            cell = cell with { Rows = [.. Rows(cell, null)] };
        }

        Report(cell);
        return cell;
    }

    private SweepCell Filled(SweepCell cell, Scenario scenario, int threads)
    {
        var key = new CellKey
        {
            ContentHash = scenario.ContentHash,
            Course = cell.Course,
            Seed = plan.Options.Seed,
            Paths = plan.Options.Paths,
            Series = plan.Series,
        };
        var samples = cache?.Find(key);
        cell = cell with { IsFromCache = samples is not null };
        if (samples is null)
        {
            var options = new RunOptions { Seed = plan.Options.Seed, Threads = threads };
            var compiled = SimulationPlan.Compile(scenario, cell.Course);
            samples = CellRun.Of(compiled, options, plan.Options.Paths, plan.Series, cancellation);
            cache?.Keep(key, samples);
        }

        if (cell.IsFile)
        {
            files[cell.Course] = samples;
        }

        return cell with
        {
            Rows = [.. Rows(cell, samples)],
        };
    }

    private IEnumerable<SweepRow> Rows(SweepCell cell, CellSample[]? samples)
    {
        var file = cell.IsFile ? null : files.GetValueOrDefault(cell.Course);
        for (var s = 0; s < plan.Series.Length; s++)
        {
            var key = plan.Series[s];
            foreach (var statistic in plan.Statistics)
            {
                yield return new SweepRow(
                    cell.Index,
                    cell.IsFile,
                    cell.Values,
                    cell.Course,
                    key.Actor,
                    key.Quantity.Name,
                    statistic.IsProbability ? "" : key.Quantity.Unit,
                    statistic.Name,
                    samples is null ? null : statistic.Of(samples[s].Statistics),
                    samples is null || file is null ? null : Difference(statistic, samples[s], file[s]),
                    cell.Reason
                );
            }
        }
    }

    private static Estimate? Difference(SweepStatistic statistic, CellSample cell, CellSample file) =>
        statistic.Difference(cell.Values, file.Values);

    private static string ReasonOf(Exception failure) =>
        failure is ScenarioException { Diagnostics: [var first, ..] }
            ? $"{first.Code}: {first.Message}{(first.Hint is null ? "" : $" ({first.Hint})")}"
            : failure.Message.ReplaceLineEndings(" ");

    private void Report(SweepCell cell)
    {
        lock (reporting)
        {
            done++;
            fromCache += cell.IsFromCache ? 1 : 0;
            progress?.Report(new SweepProgress(done, plan.Cells.Length, fromCache));
        }
    }
}
