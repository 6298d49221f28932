using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>One thread's block of paths of every plan and its recorders; allocated once, reused for every chunk.</summary>
internal sealed class Worker
{
    private readonly BlockSimulator[] simulators;
    private readonly PairRecorder? pairs;
    private readonly PathTap?[] taps;
    private readonly int blockGranules;
    private readonly ulong seed;

    public Worker(
        ImmutableArray<SimulationPlan> plans,
        ImmutableArray<WorldUniforms> worlds,
        PairTable table,
        RunOptions options,
        PathOutlet? outlet
    )
    {
        simulators = [.. plans.Select(plan => BlockSimulator.Create(plan, options.Seed, options.BlockPaths))];
        for (var k = 0; k < plans.Length; k++)
        {
            simulators[k].Worlds = worlds[k];
        }

        blockGranules = options.BlockPaths / MomentKernel.Granule;
        seed = options.Seed;
        Recorders = [.. table.Layouts.Select(layout => new ChunkRecorder(layout, blockGranules))];
        pairs = plans.Length > 1 ? new PairRecorder(table, Recorders, options.BlockPaths) : null;
        taps = [.. plans.Select((_, k) => outlet?.Tap(k, RecorderOf(k), table.PeriodCount))];
    }

    /// <summary>One recorder a layout of the <see cref="PairTable"/>.</summary>
    public ChunkRecorder[] Recorders { get; }

    /// <summary>[cell of the differences] paths of this worker in which a later plan lies below the first.</summary>
    public long[] Less => pairs?.Less ?? [];

    /// <summary>First granule whose values are kept: 0, or where a slice begins.</summary>
    public long FirstKept { get; init; }

    /// <summary>Simulates one chunk of every plan; false when cancelled.</summary>
    /// <param name="chunk">Index of the chunk.</param>
    /// <param name="chunkGranules">Granules in a chunk.</param>
    /// <param name="paths">Paths in all.</param>
    /// <param name="exact">For each recorder the values by granule, or null to count into sketches.</param>
    /// <param name="values">Receives the values that sinks take, [plan]; null without sinks.</param>
    /// <param name="cancellation">Checked before every block.</param>
    public bool Simulate(
        long chunk,
        int chunkGranules,
        long paths,
        List<double[]>?[] exact,
        PathValues?[]? values,
        CancellationToken cancellation
    )
    {
        for (var inChunk = 0; inChunk < chunkGranules; inChunk += blockGranules)
        {
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            var firstGranule = (chunk * chunkGranules) + inChunk;
            var firstPath = firstGranule * MomentKernel.Granule;
            if (firstPath >= paths)
            {
                break;
            }

            var lanes = 0;
            Array.ForEach(Recorders, recorder => recorder.Begin(seed, firstPath));
            for (var g = 0; g < blockGranules; g++)
            {
                var start = firstPath + (g * MomentKernel.Granule);
                var belongs = inChunk + g < chunkGranules && start < paths;
                var active = belongs ? (int)Math.Min(MomentKernel.Granule, paths - start) : 0;
                lanes += active;
                for (var i = 0; i < Recorders.Length; i++)
                {
                    Recorders[i].Expect(g, active, belongs ? exact[i]?[(int)(firstGranule + g - FirstKept)] : null);
                }
            }

            for (var k = 0; k < taps.Length; k++)
            {
                taps[k]?.Begin(values![k]!, chunk * chunkGranules * MomentKernel.Granule, firstPath, lanes);
            }

            SimulateBlock(firstPath, paths, lanes);
        }

        return true;
    }

    private IPeriodRecorder RecorderOf(int plan) => pairs is null ? Recorders[plan] : pairs.Taps[plan];

    private void SimulateBlock(long firstPath, long paths, int lanes)
    {
        pairs?.Begin(lanes);
        for (var k = 0; k < simulators.Length; k++)
        {
            simulators[k].PathLimit = paths;
            simulators[k].Run((uint)firstPath, taps[k] ?? RecorderOf(k));
            pairs?.EndPlan(k);
        }

        pairs?.End();
        foreach (var recorder in Recorders)
        {
            recorder.End();
        }
    }
}

/// <summary>Chunks still to do, shared by the workers of one extension.</summary>
internal sealed class Job(
    long firstChunk,
    long endChunk,
    long paths,
    long pathsBefore,
    long pathsToDo,
    IProgress<RunProgress>? progress
)
{
    private readonly Lock reporting = new();
    private long next = firstChunk;
    private long done = pathsBefore;
    private long failedChunk;

    /// <summary>Paths in all.</summary>
    public long Paths => paths;

    /// <summary>Failure of the lowest chunk that failed, or null.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Takes the next chunk; false when none is left or a worker failed.</summary>
    public bool TryTake(out long chunk)
    {
        chunk = Interlocked.Increment(ref next) - 1;
        return chunk < endChunk && Failure is null;
    }

    /// <summary>Adds completed paths and reports.</summary>
    public void Report(long completed)
    {
        lock (reporting)
        {
            done += completed;
            progress?.Report(new RunProgress(done, pathsToDo));
        }
    }

    /// <summary>Keeps the failure of the lowest chunk: every chunk below it was taken before and is finished.</summary>
    public void Fail(long chunk, Exception failure)
    {
        lock (reporting)
        {
            if (Failure is null || chunk < failedChunk)
            {
                Failure = ExceptionDispatchInfo.Capture(failure);
                failedChunk = chunk;
            }
        }
    }
}
