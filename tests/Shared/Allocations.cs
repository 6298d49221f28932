namespace OilRevenueSim.Tests;

/// <summary>Bytes that work allocates each time it is done.</summary>
internal static class Allocations
{
    /// <summary>The least of several goes, in bytes of this thread.</summary>
    /// <remarks>
    /// What is allocated every time is in the least as well. A single go is not enough: a collection that another test's thread starts
    /// meanwhile moves the count by up to one 8 KB allocation quantum (7,216 bytes were seen, once in dozens of runs), and the runtime may
    /// allocate for itself while it replaces a method's first code.
    /// </remarks>
    public static long Least(Action work)
    {
        var least = long.MaxValue;
        for (var go = 0; go < 5; go++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
