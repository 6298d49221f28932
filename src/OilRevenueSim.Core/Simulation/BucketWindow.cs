using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Counts of keys in a window that grows by octaves, which is as far as values of one sign have spread.</summary>
internal sealed class BucketWindow
{
    private readonly int octave;
    private uint[] counts = new uint[1]; // the last counts keys that lie outside

    /// <summary>A window that holds nothing yet.</summary>
    /// <param name="octave">Keys of an octave, a power of two; windows begin and end with one.</param>
    public BucketWindow(int octave) => this.octave = octave;

    /// <summary>First key of the window.</summary>
    public int First { get; private set; }

    /// <summary>Key after its last.</summary>
    public int End => First + Width;

    private int Width => counts.Length - 1;

    /// <summary>Whether a key lies in the window.</summary>
    public bool Holds(int key) => (uint)(key - First) < (uint)Width;

    /// <summary>Count of a key, 0 outside. A path's number has 32 bits, so no key can count more.</summary>
    public uint CountOf(int key) => Holds(key) ? counts[key - First] : 0;

    /// <summary>Counts the keys that lie in the window, without a branch, and returns how many do.</summary>
    /// <param name="keys">Keys, any number.</param>
    /// <param name="places">Scratch, as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Count(ReadOnlySpan<int> keys, Span<int> places)
    {
        var i = 0;
        var (start, outside) = (Vector256.Create(First), Vector256.Create((uint)Width));
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var place = ref MemoryMarshal.GetReference(places);
        for (; i <= keys.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var index = (Vector256.LoadUnsafe(ref key, (nuint)i) - start).AsUInt32();
            Vector256.Min(index, outside).AsInt32().StoreUnsafe(ref place, (nuint)i);
        }

        for (; i < keys.Length; i++)
        {
            places[i] = (int)Math.Min((uint)(keys[i] - First), (uint)Width);
        }

        var into = counts;
        var before = into[^1];
        foreach (var p in places[..keys.Length])
        {
            into[p]++;
        }

        return keys.Length - (int)unchecked(into[^1] - before);
    }

    /// <summary>Adds to the count of a key, for which the window grows where need be.</summary>
    public void Add(int key, uint count)
    {
        if (!Holds(key))
        {
            var from = key & -octave;
            var to = from + octave;
            First = Width == 0 ? from : First;
            (from, to) = (Math.Min(from, First), Math.Max(to, First + Width));
            var wider = new uint[to - from + 1];
            counts.AsSpan(0, Width).CopyTo(wider.AsSpan(First - from));
            (counts, First) = (wider, from);
        }

        counts[key - First] = checked(counts[key - First] + count);
    }

    /// <summary>Adds the counts of another window.</summary>
    public void Merge(BucketWindow other)
    {
        for (var i = 0; i < other.Width; i++)
        {
            if (other.counts[i] > 0)
            {
                Add(other.First + i, other.counts[i]);
            }
        }
    }
}
