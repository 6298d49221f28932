using System.Text;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A run in slices, each in a process of its own, and their join.</summary>
public sealed partial class PairedEnsemble
{
    private readonly PathSlice? slice;
    private readonly List<ChunkRecorder> joined = [];

    /// <summary>Prepares one slice of the paths of a plan; a chunk is one granule, so that a slice may begin at any.</summary>
    internal static PairedEnsemble OfSlice(SimulationPlan plan, RunOptions options, PathSlice slice) =>
        new([plan], options with { BlockPaths = MomentKernel.Granule }, default, slice);

    /// <summary>Simulates the slice.</summary>
    internal void RunSlice(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var own = slice!;
        stores[0].Prepare(own.Paths, 0, own.FirstGranule, own.EndGranule - own.FirstGranule);
        worlds = [Options.Worlds(Plans[0], own.Paths)];
        var job = new Job(own.FirstGranule, own.EndGranule, own.Paths, 0, own.OwnPaths, progress);
        RunWorkers(job, (int)Math.Min(ThreadsOf(Options), own.EndGranule - own.FirstGranule), cancellation);
    }

    /// <summary>Writes what the slice says.</summary>
    internal void WriteSlice(BinaryWriter writer) =>
        stores[0].Write(writer, [.. workers.Select(w => w.Recorders[0])], stores[0].Subtrees);

    /// <summary>
    /// Writes what all paths of one plan say, so that <see cref="SliceJoin"/> with one slice gives the result back; of differences
    /// between plans it writes nothing. The same bytes for any threads and blocks.
    /// </summary>
    /// <param name="course">Index of the plan.</param>
    /// <param name="stream">Receives it; stays open.</param>
    /// <exception cref="ArgumentException">Paths share worlds or are sampled evenly: see <see cref="SliceEnsemble.CanSlice"/>.</exception>
    /// <exception cref="InvalidOperationException">An extension was cancelled or failed.</exception>
    public void Write(int course, Stream stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(course);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(course, Plans.Length);
        SliceEnsemble.CheckSlices(Options);
        CheckUsable();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(SliceEnsemble.Format);
        stores[course]
            .Write(
                writer,
                [.. workers.Select(w => w.Recorders[course]), .. joined],
                [stores[course].Whole(GranulesOf(Paths))]
            );
    }

    /// <summary>Makes room for all slices of a run.</summary>
    internal void PrepareJoin(long paths)
    {
        stores[0].Prepare(paths, 0, 0, GranulesOf(paths));
        joined.Add(new ChunkRecorder(stores[0].Layout, granulesPerBlock: 1));
        Paths = paths;
    }

    /// <summary>Adds the slice that follows those so far.</summary>
    internal void Join(BinaryReader reader, PathSlice next) => stores[0].Read(reader, next, joined[0]);

    private static long GranulesOf(long paths) => PathSlice.GranulesOf(paths);
}
