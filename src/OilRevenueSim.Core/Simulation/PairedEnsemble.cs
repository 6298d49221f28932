using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>
/// A growing set of simulated paths of several plans – courses of one scenario, or variants of it – under common random
/// numbers: path i of one plan meets the same draws as path i of every other (model.md §4).
/// </summary>
/// <remarks>
/// Plans run block by block in lockstep, so differences are taken path by path while both values are at hand, and memory does
/// not grow with the number of paths. Each plan's own result has the bits of a run of that plan alone, for any threads and
/// block size.
/// </remarks>
public sealed partial class PairedEnsemble : IDisposable
{
    private readonly PairTable table;
    private readonly RecordStore[] stores;
    private readonly List<Worker> workers = [];
    private readonly Lock merging = new();
    private readonly int chunkGranules;
    private readonly PathOutlet? outlet;
    private ImmutableArray<WorldUniforms> worlds;
    private bool isBroken;
    private bool isDisposed;

    /// <summary>Prepares a run; simulates nothing yet.</summary>
    /// <param name="plans">Plans to run; the first is the one that others are compared with.</param>
    /// <param name="options">Seed, threads, block size; the same for all.</param>
    /// <param name="sinks">What takes the values of each plan path by path, or null; none by default.</param>
    /// <exception cref="ArgumentException">
    /// No plan is given, or their reporting periods differ, or a sink takes what its plan does not record.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The block is not a positive multiple of 256 up to 4,096, or threads are negative.</exception>
    public PairedEnsemble(
        ImmutableArray<SimulationPlan> plans,
        RunOptions options,
        ImmutableArray<IPathSink?> sinks = default
    )
        : this(plans, options, sinks, slice: null) { }

    private PairedEnsemble(
        ImmutableArray<SimulationPlan> plans,
        RunOptions options,
        ImmutableArray<IPathSink?> sinks,
        PathSlice? slice
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (plans.IsDefaultOrEmpty)
        {
            throw new ArgumentException("At least one plan is needed.", nameof(plans));
        }

        Plans = plans;
        Options = options;
        table = new PairTable(plans);
        this.slice = slice;
        var scheme = PartScheme.Of(options);
        var chunkLevel = slice is null || scheme is not null ? 2 : 0;
        while (MomentKernel.Granule << chunkLevel < options.BlockPaths)
        {
            chunkLevel++;
        }

        chunkGranules = 1 << chunkLevel;
        stores =
        [
            .. table.Layouts.Select(
                (layout, i) =>
                    new RecordStore(
                        layout,
                        chunkLevel,
                        scheme,
                        i < plans.Length && options.Replicates > 1
                            ? new LevelStore(plans[i].SeriesPlans, options.Replicates)
                            : null
                    )
            ),
        ];
        if (!sinks.IsDefault && sinks.Any(sink => sink is not null))
        {
            outlet = new PathOutlet(plans, sinks, chunkGranules * MomentKernel.Granule, 2 * ThreadsOf(options));
        }
    }

    /// <summary>Plans that are run; the first is the one that others are compared with.</summary>
    public ImmutableArray<SimulationPlan> Plans { get; }

    /// <summary>Options of the run.</summary>
    public RunOptions Options { get; }

    /// <summary>Paths simulated so far, of every plan.</summary>
    public long Paths { get; private set; }

    /// <summary>True while every value of the first plan is kept.</summary>
    internal bool IsExact => stores[0].IsExact;

    /// <summary>True where a plan's values are counted and no longer kept, and <see cref="Write"/> can write the counts: they take little room.</summary>
    /// <param name="course">Index of the plan.</param>
    public bool IsCounted(int course) => !stores[course].IsExact;

    /// <summary>Simulates until <paramref name="paths"/> paths are complete.</summary>
    /// <param name="paths">Paths in all; at most 2^32 and no fewer than so far.</param>
    /// <param name="progress">Receives how far the run has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the run within a block.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of paths is out of range, no multiple of <see cref="RunOptions.PathsMultiple"/>, or there are more uncertain quantities
    /// than Sobol' points have coordinates.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The paths so far are not a whole number of chunks (1,024 paths, or the block where it is larger), a Latin hypercube is extended, or an
    /// earlier extension was cancelled or failed.
    /// </exception>
    /// <exception cref="RunTooLargeException">The threads and the values that are kept need more memory than there is; said before the work begins.</exception>
    /// <exception cref="ObjectDisposedException">The ensemble was disposed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the ensemble must then be thrown away.</exception>
    /// <exception cref="SimulationException">A path failed.</exception>
    public void ExtendTo(long paths, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        CheckUsable();
        if (paths < 1 || paths > 1L << 32 || paths < Paths)
        {
            throw new ArgumentOutOfRangeException(
                nameof(paths),
                paths,
                $"The number of paths lies from {Math.Max(1, Paths)} to 2^32."
            );
        }

        Options.CheckPaths(paths);
        if (paths == Paths)
        {
            return;
        }

        if (Options.Sampling == Sampling.LatinHypercube && Paths > 0)
        {
            throw new InvalidOperationException(
                $"A Latin hypercube of {Paths} paths cannot be extended to {paths}: its points are made for one number. "
                    + "Sobol' points can be extended."
            );
        }

        var chunkPaths = (long)chunkGranules * MomentKernel.Granule;
        if (Paths % chunkPaths != 0)
        {
            throw new InvalidOperationException(
                $"Only a whole number of chunks of {chunkPaths} paths can be extended; there are {Paths}."
            );
        }

        if (worlds.IsDefault)
        {
            worlds = [.. Plans.Select(plan => Options.Worlds(plan, paths))];
        }

        // Chunks that have joined cannot be taken back: whatever stops the run on its way leaves nothing to look at.
        isBroken = true;
        var first = Paths / chunkPaths;
        var end = (paths + chunkPaths - 1) / chunkPaths;
        var threads = (int)Math.Min(ThreadsOf(Options), Math.Max(1, end - first));
        MakeWorkers(threads, paths, paths);
        Array.ForEach(stores, store => store.Prepare(paths, Paths, first, PathSlice.GranulesOf(paths)));
        var job = new Job(first, end, paths, Paths, paths, progress);
        RunWorkers(job, threads, cancellation);
        Paths = paths;
        isBroken = false;
    }

    /// <summary>Statistics over the paths so far: each plan's own, and of their differences.</summary>
    /// <exception cref="InvalidOperationException">No path has been simulated yet, or an extension was cancelled or failed.</exception>
    /// <exception cref="ObjectDisposedException">The ensemble was disposed.</exception>
    public PairedResult Look()
    {
        CheckUsable();
        if (Paths == 0)
        {
            throw new InvalidOperationException("No path has been simulated yet.");
        }

        var statistics = new SeriesStatistics[stores.Length][];
        for (var i = 0; i < stores.Length; i++)
        {
            statistics[i] = stores[i].Look(RecordersOf(i), Paths);
        }

        var courses = Plans.Select(
            (plan, k) =>
                new EnsembleResult(
                    plan.Scenario,
                    Manifest(plan, stores[k].IsExact),
                    plan.Grid,
                    plan.Series,
                    plan.Periods,
                    statistics[k],
                    stores[k].Draws(Paths)
                )
                {
                    Levels = stores[k].Levels?.Look(),
                }
        );
        return new PairedResult(table, [.. courses], statistics, Less());
    }

    /// <summary>Runs plans for a number of paths and returns the result.</summary>
    /// <param name="plans">Plans; the first is the one that others are compared with.</param>
    /// <param name="options">Seed, threads, block size.</param>
    /// <param name="paths">Number of paths, 1 to 2^32.</param>
    public static PairedResult Run(ImmutableArray<SimulationPlan> plans, RunOptions options, long paths)
    {
        using var ensemble = new PairedEnsemble(plans, options);
        ensemble.ExtendTo(paths);
        return ensemble.Look();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        isDisposed = true;
        workers.Clear();
        outlet?.Dispose();
        Array.ForEach(stores, store => store.Clear());
    }

    private void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (isBroken)
        {
            throw new InvalidOperationException(
                "An earlier run of this ensemble was cancelled or failed, so its paths are incomplete: make a new one."
            );
        }
    }

    private static int ThreadsOf(RunOptions options) =>
        options.Threads == 0 ? Environment.ProcessorCount : options.Threads;

    private RunManifest Manifest(SimulationPlan plan, bool isExact) =>
        new()
        {
            Scenario = plan.Scenario.Name,
            Course = plan.Course,
            ContentHash = plan.Scenario.ContentHash,
            Files = plan.Scenario.Files,
            Seed = Options.Seed,
            Paths = Paths,
            EngineVersion = Ensemble.EngineVersion,
            Replicates = Options.Replicates,
            Sampling = Options.Sampling,
            ExactQuantiles = isExact,
            Warnings = plan.Scenario.Warnings,
        };

    private void RunWorkers(Job job, int threads, CancellationToken cancellation)
    {
        var others = new Thread[threads - 1];
        for (var i = 0; i < others.Length; i++)
        {
            var worker = workers[i + 1];
            others[i] = new Thread(() => Work(worker, job, cancellation))
            {
                IsBackground = true,
                Name = $"paths {i + 1}",
            };
            others[i].Start();
        }

        Work(workers[0], job, cancellation);
        foreach (var other in others)
        {
            other.Join();
        }

        job.Failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    private void Work(Worker worker, Job job, CancellationToken cancellation)
    {
        var chunk = 0L;
        var exact = Array.ConvertAll(stores, store => store.ExactGranules);
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var values = outlet?.Take(cancellation);
                if ((outlet is not null && values is null) || !job.TryTake(out chunk))
                {
                    if (values is not null)
                    {
                        outlet!.Return(values);
                    }

                    return;
                }

                if (!worker.Simulate(chunk, chunkGranules, job.Paths, exact, values, cancellation))
                {
                    return;
                }

                if (values is not null)
                {
                    outlet!.Finish(chunk, values);
                }

                lock (merging)
                {
                    for (var i = 0; i < stores.Length; i++)
                    {
                        stores[i].Merge(worker.Recorders[i], chunk, job.Paths);
                    }
                }

                job.Report(
                    Math.Min(job.Paths, (chunk + 1) * chunkGranules * MomentKernel.Granule)
                        - (chunk * chunkGranules * MomentKernel.Granule)
                );
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // ExtendTo says so when all workers have ended.
        }
        catch (Exception failure)
        {
            job.Fail(chunk, failure);
            outlet?.Stop();
        }
    }
}
