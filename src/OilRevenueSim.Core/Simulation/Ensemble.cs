using System.Collections.Immutable;
using System.Reflection;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A growing set of simulated paths of one plan: extend it, look at it, extend it further.</summary>
/// <remarks>A look at N paths has the same bits however N was reached, and for any threads and block size (model.md §4).</remarks>
public sealed class Ensemble : IDisposable
{
    /// <summary>Most values kept exactly; above it quantiles come from sketches.</summary>
    public const long MostExactValues = 1L << 24;

    private readonly RecordLayout layout;
    private readonly MomentStack stack;
    private readonly List<double[]> exactGranules = [];
    private readonly List<Worker> workers = [];
    private readonly Lock merging = new();
    private readonly SortedDictionary<long, MomentNode[]> pending = [];
    private readonly Stack<MomentNode[]> spare = [];
    private readonly int chunkGranules;
    private readonly int chunkLevel;
    private QuantileSketch[]? convertedSketches;
    private long nextMerge;

    /// <summary>Prepares a run; simulates nothing yet.</summary>
    /// <param name="plan">Plan to run.</param>
    /// <param name="options">Seed, threads, block size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The block is not a positive multiple of 256 up to 4,096, or threads are negative.</exception>
    public Ensemble(SimulationPlan plan, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        if (
            options.BlockPaths < MomentKernel.Granule
            || options.BlockPaths % MomentKernel.Granule != 0
            || options.BlockPaths > MostBlockPaths
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.BlockPaths,
                "BlockPaths must be a positive multiple of 256, at most 4,096."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        Plan = plan;
        Options = options;
        layout = new RecordLayout(plan);
        stack = new MomentStack(layout.CellCount);
        for (chunkLevel = 2; MomentKernel.Granule << chunkLevel < options.BlockPaths; )
        {
            chunkLevel++;
        }

        chunkGranules = 1 << chunkLevel;
    }

    /// <summary>Largest block: looks at 4,096·2^k paths (model.md §4) must end with a block.</summary>
    public const int MostBlockPaths = 4096;

    /// <summary>Version of the engine, without commit.</summary>
    public static string EngineVersion { get; } =
        typeof(Ensemble).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";

    /// <summary>Plan that is run.</summary>
    public SimulationPlan Plan { get; }

    /// <summary>Options of the run.</summary>
    public RunOptions Options { get; }

    /// <summary>Paths simulated so far.</summary>
    public long Paths { get; private set; }

    /// <summary>True while every value is kept: paths times recorded series and periods are at most 2^24.</summary>
    public bool IsExact => convertedSketches is null;

    /// <summary>Simulates until <paramref name="paths"/> paths are complete.</summary>
    /// <param name="paths">Paths in all; at most 2^32 and more than so far.</param>
    /// <param name="progress">Receives how far the run has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the run within a block.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of paths is out of range.</exception>
    /// <exception cref="InvalidOperationException">The paths so far are not a whole number of chunks (1,024 paths, or the block where it is larger).</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the ensemble must then be thrown away.</exception>
    /// <exception cref="SimulationException">A path failed.</exception>
    public void ExtendTo(long paths, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (paths < 1 || paths > 1L << 32 || paths < Paths)
        {
            throw new ArgumentOutOfRangeException(
                nameof(paths),
                paths,
                $"The number of paths lies from {Math.Max(1, Paths)} to 2^32."
            );
        }

        var chunkPaths = (long)chunkGranules * MomentKernel.Granule;
        if (Paths % chunkPaths != 0 && paths != Paths)
        {
            throw new InvalidOperationException(
                $"Only a whole number of chunks of {chunkPaths} paths can be extended; there are {Paths}."
            );
        }

        KeepOrConvert(paths);
        var first = Paths / chunkPaths;
        var end = (paths + chunkPaths - 1) / chunkPaths;
        nextMerge = first;
        var job = new Job(first, end, paths, Paths, progress);
        var threads = Options.Threads == 0 ? Environment.ProcessorCount : Options.Threads;
        threads = (int)Math.Min(threads, Math.Max(1, end - first));
        RunWorkers(job, threads, cancellation);
        Paths = paths;
    }

    /// <summary>Statistics over the paths so far.</summary>
    /// <exception cref="InvalidOperationException">No path has been simulated yet.</exception>
    public EnsembleResult Look()
    {
        if (Paths == 0)
        {
            throw new InvalidOperationException("No path has been simulated yet.");
        }

        var nodes = new MomentNode[layout.CellCount];
        stack.Peek(nodes);
        var manifest = new RunManifest
        {
            Scenario = Plan.Scenario.Name,
            Course = Plan.Course,
            ContentHash = Plan.Scenario.ContentHash,
            Files = Plan.Scenario.Files,
            Seed = Options.Seed,
            Paths = Paths,
            EngineVersion = EngineVersion,
            ExactQuantiles = IsExact,
            Warnings = Plan.Scenario.Warnings,
        };
        var statistics = EnsembleStatistics.Build(Plan, layout, nodes, AboveThresholds(), SampleFor);
        return new EnsembleResult(Plan.Scenario, manifest, Plan.Grid, Plan.Series, Plan.Periods, statistics);
    }

    /// <summary>Runs a plan for a number of paths and returns the result.</summary>
    /// <param name="plan">Plan to run.</param>
    /// <param name="options">Seed, threads, block size.</param>
    /// <param name="paths">Number of paths, 1 to 2^32.</param>
    public static EnsembleResult Run(SimulationPlan plan, RunOptions options, long paths)
    {
        using var ensemble = new Ensemble(plan, options);
        ensemble.ExtendTo(paths);
        return ensemble.Look();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        workers.Clear();
        exactGranules.Clear();
        convertedSketches = null;
    }

    private void KeepOrConvert(long paths)
    {
        if (convertedSketches is not null || layout.SampleCount == 0)
        {
            return;
        }

        var granules = (paths + MomentKernel.Granule - 1) / MomentKernel.Granule;
        if (paths * layout.SampleCount <= MostExactValues)
        {
            while (exactGranules.Count < granules)
            {
                exactGranules.Add(new double[layout.SampleCount * MomentKernel.Granule]);
            }

            return;
        }

        convertedSketches = new QuantileSketch[layout.SampleCount];
        for (var s = 0; s < layout.SampleCount; s++)
        {
            convertedSketches[s] = new QuantileSketch();
            for (var path = 0L; path < Paths; path++)
            {
                convertedSketches[s].Add(ExactValue(s, path));
            }
        }

        exactGranules.Clear();
    }

    private double ExactValue(int sample, long path) =>
        exactGranules[(int)(path / MomentKernel.Granule)][
            (sample * MomentKernel.Granule) + (int)(path % MomentKernel.Granule)
        ];

    private void RunWorkers(Job job, int threads, CancellationToken cancellation)
    {
        while (workers.Count < threads)
        {
            workers.Add(new Worker(Plan, layout, Options));
        }

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
        try
        {
            while (!cancellation.IsCancellationRequested && job.TryTake(out chunk))
            {
                if (
                    !worker.Simulate(
                        chunk,
                        chunkGranules,
                        job.Paths,
                        IsExact && layout.SampleCount > 0 ? exactGranules : null,
                        cancellation
                    )
                )
                {
                    return;
                }

                Merge(worker, chunk);
                job.Report(
                    Math.Min(job.Paths, (chunk + 1) * chunkGranules * MomentKernel.Granule)
                        - (chunk * chunkGranules * MomentKernel.Granule)
                );
            }
        }
        catch (Exception failure)
        {
            job.Fail(chunk, failure);
        }
    }

    /// <summary>Chunks join the tree in their order, whoever finishes first.</summary>
    private void Merge(Worker worker, long chunk)
    {
        lock (merging)
        {
            var nodes = spare.TryPop(out var free) ? free : new MomentNode[layout.CellCount];
            worker.Recorder.Finish(nodes);
            pending.Add(chunk, nodes);
            while (pending.Remove(nextMerge, out var next))
            {
                stack.Push(ref next, chunkLevel);
                spare.Push(next);
                nextMerge++;
            }
        }
    }

    private long[] AboveThresholds()
    {
        var above = new long[layout.ThresholdCellCount * layout.Thresholds.Length];
        foreach (var worker in workers)
        {
            for (var i = 0; i < above.Length; i++)
            {
                above[i] += worker.Recorder.Above[i];
            }
        }

        return above;
    }

    private IOrderStatistics SampleFor(int sample, double min, double max)
    {
        if (min == max)
        {
            return new ConstantSample(min, Paths);
        }

        if (convertedSketches is null)
        {
            var values = new double[Paths];
            for (var g = 0L; g * MomentKernel.Granule < Paths; g++)
            {
                var count = (int)Math.Min(MomentKernel.Granule, Paths - (g * MomentKernel.Granule));
                exactGranules[(int)g]
                    .AsSpan(sample * MomentKernel.Granule, count)
                    .CopyTo(values.AsSpan((int)g * MomentKernel.Granule));
            }

            Array.Sort(values);
            return new ExactSample(values);
        }

        var merged = new QuantileSketch();
        merged.Merge(convertedSketches[sample]);
        foreach (var worker in workers)
        {
            if (worker.Recorder.Sketches[sample] is { } sketch)
            {
                merged.Merge(sketch);
            }
        }

        return new SketchedSample(merged, min, max);
    }
}
