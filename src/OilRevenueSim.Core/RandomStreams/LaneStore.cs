using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Arrays of lanes that begin at the start of a cache line, where the runtime lets them.</summary>
/// <remarks>
/// A vector that lies across two lines is loaded twice; of 512 bits every one does unless its array is so placed. Pinned arrays
/// never move and mostly follow one another, so that one of the right length moves the next to the start of a line.
/// </remarks>
internal static class LaneStore
{
    private const int LineBytes = 64;
    private const int MostAttempts = 32;

    /// <summary>Longest array that is placed, 8 MB: what is let go on the way stays small, and what is longer comes from memory anyway.</summary>
    private const int MostPlaced = 1 << 20;

    /// <summary>Words of an array beside its elements.</summary>
    private const int HeaderWords = 3;

    [ThreadStatic]
    private static long rejectedBytes;

    /// <summary>Bytes that this thread has allocated on the way to a place and let go: no part of what it holds.</summary>
    public static long RejectedBytes => rejectedBytes;

    /// <summary>Zeros, <paramref name="count"/> of them; nothing but time depends on where they lie.</summary>
    public static double[] Allocate(int count)
    {
        var rejected = new List<double[]>(); // kept for the while, so that their places are not given again
        var spare = 0;
        while (true)
        {
            var array = GC.AllocateArray<double>(count + spare, pinned: true);
            var past = BytesPastLine(array);
            if (spare == 0 && (past == 0 || count > MostPlaced || rejected.Count >= MostAttempts))
            {
                return array;
            }

            rejected.Add(array);
            rejectedBytes += sizeof(double) * (long)array.Length;
            var next = past + (sizeof(double) * (count + spare + HeaderWords));
            var afterNext = next + (sizeof(double) * (count + HeaderWords));
            spare = next % LineBytes == 0 ? 0 : (LineBytes - (afterNext % LineBytes)) % LineBytes / sizeof(double);
        }
    }

    /// <summary>Bytes from the start of a cache line to the first element; settled only for an array from <see cref="Allocate"/>.</summary>
    public static unsafe int BytesPastLine(double[] array) =>
        (int)((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) % LineBytes);
}
