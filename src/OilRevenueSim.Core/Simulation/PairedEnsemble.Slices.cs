using System.Collections.Immutable;
using System.Text;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A run in slices, each in a process of its own, and their join.</summary>
public sealed partial class PairedEnsemble
{
    private readonly PathSlice? slice;
    private ChunkRecorder[] joined = []; // [layout]
    private long[] joinedLess = [];

    /// <summary>Prepares one slice of the paths of some plans; a chunk is as small as can be, so that a slice may begin at any.</summary>
    internal static PairedEnsemble OfSlice(ImmutableArray<SimulationPlan> plans, RunOptions options, PathSlice slice) =>
        new(plans, options with { BlockPaths = MomentKernel.Granule }, default, slice);

    /// <summary>Simulates the slice.</summary>
    internal void RunSlice(IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        var own = slice!;
        Options.CheckPaths(own.Paths);
        var (first, end) = (own.FirstGranule / chunkGranules, (own.EndGranule + chunkGranules - 1) / chunkGranules);
        worlds = [.. Plans.Select(plan => Options.Worlds(plan, own.Paths))];
        var threads = (int)Math.Min(ThreadsOf(Options), end - first);
        MakeWorkers(threads, own.Paths, own.OwnPaths);
        Array.ForEach(stores, store => store.Prepare(own.Paths, 0, first, own.EndGranule - own.FirstGranule));
        var job = new Job(first, end, own.Paths, 0, own.OwnPaths, progress);
        RunWorkers(job, threads, cancellation);
    }

    /// <summary>Writes what the slice says: of every plan, then of their differences.</summary>
    internal void WriteSlice(BinaryWriter writer)
    {
        for (var i = 0; i < stores.Length; i++)
        {
            stores[i].Write(writer, RecordersOf(i), wholePaths: null);
        }

        foreach (var count in Less())
        {
            writer.Write(count);
        }
    }

    /// <summary>
    /// Writes what all paths of one plan say, so that <see cref="SliceJoin"/> with one slice gives the result back; of differences
    /// between plans it writes nothing. The same bytes for any threads and blocks.
    /// </summary>
    /// <param name="course">Index of the plan.</param>
    /// <param name="stream">Receives it; stays open.</param>
    /// <exception cref="InvalidOperationException">An extension was cancelled or failed.</exception>
    public void Write(int course, Stream stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(course);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(course, Plans.Length);
        CheckUsable();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(SliceEnsemble.Format);
        stores[course].Write(writer, RecordersOf(course), Paths);
    }

    /// <summary>Makes room for all slices of a run.</summary>
    internal void PrepareJoin(long paths)
    {
        Options.CheckPaths(paths);
        Array.ForEach(stores, store => store.Prepare(paths, 0, 0, PathSlice.GranulesOf(paths)));
        joined = [.. table.Layouts.Select(layout => new ChunkRecorder(layout, granulesPerBlock: 1))];
        joinedLess = new long[table.DifferenceCellCount];
        Paths = paths;
    }

    /// <summary>Adds the slice that follows those so far.</summary>
    internal void Join(BinaryReader reader, PathSlice next)
    {
        for (var i = 0; i < stores.Length; i++)
        {
            stores[i].Read(reader, next, joined[i]);
        }

        for (var i = 0; i < joinedLess.Length; i++)
        {
            joinedLess[i] += reader.ReadInt64();
        }
    }

    /// <summary>[cell of the differences] paths in which a later plan lies below the first.</summary>
    private long[] Less()
    {
        var sum = new long[table.DifferenceCellCount];
        foreach (var counts in workers.Select(worker => worker.Less).Append(joinedLess).Where(less => less.Length > 0))
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += counts[i];
            }
        }

        return sum;
    }

    /// <summary>Everything that took values of a layout.</summary>
    private ChunkRecorder[] RecordersOf(int layout) =>
        [.. workers.Select(worker => worker.Recorders[layout]), .. joined.Skip(layout).Take(1)];
}
