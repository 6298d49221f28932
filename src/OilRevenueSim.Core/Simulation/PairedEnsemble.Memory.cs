using System.Globalization;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What a run holds in memory, known before it begins.</summary>
public sealed partial class PairedEnsemble
{
    private const double Megabyte = 1024.0 * 1024.0;

    /// <summary>Share of what the process may have that is taken without asking how full the machine is.</summary>
    private const double SmallShare = 0.125;

    private long workerBytes;

    /// <summary>Makes the workers of a run, once it is clear that all of them and the values that are kept have room.</summary>
    /// <param name="threads">Threads.</param>
    /// <param name="paths">Paths of the run.</param>
    /// <param name="ownPaths">Paths whose values may be kept.</param>
    /// <exception cref="RunTooLargeException">They have not.</exception>
    private void MakeWorkers(int threads, long paths, long ownPaths)
    {
        if (workers.Count == 0)
        {
            var before = HeldBytes();
            try
            {
                workers.Add(NewWorker());
            }
            catch (OutOfMemoryException e)
            {
                throw new RunTooLargeException(OfOneThread("more than there is"), e);
            }

            workerBytes = HeldBytes() - before;
        }

        CheckMemory(threads, [.. stores.Select(store => store.SampleBytes(paths, ownPaths))]);
        while (workers.Count < threads)
        {
            workers.Add(NewWorker());
        }
    }

    private static long HeldBytes() => GC.GetAllocatedBytesForCurrentThread() - RandomStreams.LaneStore.RejectedBytes;

    private Worker NewWorker()
    {
        var worker = new Worker(Plans, worlds, table, Options, outlet) { FirstKept = slice?.FirstGranule ?? 0 };
        for (var i = 0; i < stores.Length; i++)
        {
            worker.Recorders[i].Parts = stores[i].NewParts();
        }

        return worker;
    }

    private void CheckMemory(int threads, (long Kept, long CountedByThread)[] samples)
    {
        var kept = samples.Sum(bytes => bytes.Kept);
        var each = workerBytes + samples.Sum(bytes => bytes.CountedByThread);
        var needed = (each * (double)threads) + kept;
        var most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed <= most * SmallShare)
        {
            return;
        }

        GC.Collect(0); // tells anew how full the machine is
        var memory = GC.GetGCMemoryInfo();
        var ofMachine = memory.HighMemoryLoadThresholdBytes - memory.MemoryLoadBytes + (workers.Count * workerBytes);
        var free = (long)Math.Clamp(ofMachine, most * SmallShare, most);
        if (needed <= free)
        {
            return;
        }

        var fitting = (free - kept) / each;
        throw new RunTooLargeException(
            fitting > 0
                ? $"{threads:N0} threads need {Shown(each)} each, values that are kept {Shown(kept)}; {Shown(free)} are free: "
                    + $"use at most {fitting:N0} threads."
                : OfOneThread($"{Shown(each + kept)}, and {Shown(free)} are free")
        );
    }

    private string OfOneThread(string needs) =>
        $"One block of {Options.BlockPaths} paths of {Plans[0].Scenario.Name} needs {needs}: record fewer quantities, compare fewer "
        + "courses, or take a longer step or fewer places.";

    private static string Shown(double bytes) =>
        (bytes / Megabyte).ToString("N0", CultureInfo.InvariantCulture) + " MB";
}
