using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Counts of values in buckets taken from exponent and mantissa bits: integer, mergeable in any order, bounded memory.</summary>
/// <remarks>
/// A bucket spans 2^(1/128) of an octave linearly: the value reported, its middle, is off by at most 1/256 of itself.
/// Magnitudes below 2^−20 share the bucket of zero; above 2^64 the last bucket takes all.
/// </remarks>
internal sealed class QuantileSketch
{
    /// <summary>Largest relative error of a reported value.</summary>
    public const double RelativeError = 1.0 / 256.0;

    /// <summary>Bytes of a sketch whose values span four powers of ten, as money of one actor does.</summary>
    public const int UsualBytes = (13 * sizeof(uint) << MantissaBits) + 256;

    private const int MantissaBits = 7;
    private const int Buckets = 1 << MantissaBits; // of an octave
    private const int LowestExponent = -20;
    private const int HighestExponent = 64;
    private const int Octaves = HighestExponent - LowestExponent;

    private const int KeyShift = 52 - MantissaBits;

    /// <summary>Least key of a magnitude that is not near zero.</summary>
    private const int LowestKey = (LowestExponent + 1023) << MantissaBits;

    /// <summary>Key of the last bucket.</summary>
    private const int HighestKey = ((HighestExponent + 1023) << MantissaBits) - 1;

    /// <summary>What the sign adds to a key, which is the upper bits of a number as an integer.</summary>
    private const int SignOfKey = -1 << (63 - KeyShift);

    private const int AtOnce = 256;

    private readonly BucketWindow positive = new(Buckets);
    private readonly BucketWindow negative = new(Buckets);
    private long zeros;

    /// <summary>Values counted.</summary>
    public long Count { get; private set; }

    /// <summary>Counts one value.</summary>
    public void Add(double value) => Add([value]);

    /// <summary>Counts values; most lie where earlier ones did.</summary>
    [SkipLocalsInit]
    public void Add(ReadOnlySpan<double> values)
    {
        Span<int> keys = stackalloc int[AtOnce];
        Span<int> scratch = stackalloc int[AtOnce];
        Count += values.Length;
        for (; !values.IsEmpty; values = values[Math.Min(AtOnce, values.Length)..])
        {
            var part = keys[..Math.Min(AtOnce, values.Length)];
            FindKeys(values, part);
            var left = part.Length - positive.Count(part, scratch);
            if (left > 0)
            {
                var near = CountNearZero(part);
                zeros += near;
                left -= near;
            }

            if (left > 0)
            {
                left -= negative.Count(part, scratch);
            }

            if (left > 0)
            {
                AddOutside(part, scratch);
            }
        }
    }

    /// <summary>Adds the counts of another sketch.</summary>
    public void Merge(QuantileSketch other)
    {
        Count += other.Count;
        zeros += other.zeros;
        positive.Merge(other.positive);
        negative.Merge(other.negative);
    }

    /// <summary>Writes the counts: zeros, then for each octave, negative and positive, whether it has any and its buckets.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(zeros);
        for (var octave = 0; octave < Octaves; octave++)
        {
            WriteOctave(writer, negative, SignOfKey + KeyOf(octave));
            WriteOctave(writer, positive, KeyOf(octave));
        }
    }

    /// <summary>Adds counts that were written.</summary>
    public void MergeFrom(BinaryReader reader)
    {
        var more = reader.Read7BitEncodedInt64();
        zeros += more;
        Count += more;
        for (var octave = 0; octave < Octaves; octave++)
        {
            ReadOctave(reader, negative, SignOfKey + KeyOf(octave));
            ReadOctave(reader, positive, KeyOf(octave));
        }
    }

    /// <summary>Buckets that hold values, ascending, with their middle and lower and upper edge.</summary>
    public IEnumerable<(double Low, double Middle, double High, long Count)> Intervals()
    {
        for (var key = negative.End - 1; key >= negative.First; key--)
        {
            if (negative.CountOf(key) is var count and > 0)
            {
                var (low, high) = Edges(MagnitudeOf(key));
                yield return (-high, -0.5 * (low + high), -low, count);
            }
        }

        if (zeros > 0)
        {
            yield return (0.0, 0.0, 0.0, zeros);
        }

        for (var key = positive.First; key < positive.End; key++)
        {
            if (positive.CountOf(key) is var count and > 0)
            {
                var (low, high) = Edges(key);
                yield return (low, 0.5 * (low + high), high, count);
            }
        }
    }

    private static int KeyOf(int octave) => LowestKey + (octave << MantissaBits);

    private static int MagnitudeOf(int key) => key & ~SignOfKey;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindKeys(ReadOnlySpan<double> values, Span<int> keys)
    {
        var i = 0;
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var key = ref MemoryMarshal.GetReference(keys);
        for (; i <= keys.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var low = Vector256.LoadUnsafe(ref value, (nuint)i).AsInt64() >> KeyShift;
            var high = Vector256.LoadUnsafe(ref value, (nuint)(i + Vector256<long>.Count)).AsInt64() >> KeyShift;
            Vector256.Narrow(low, high).StoreUnsafe(ref key, (nuint)i);
        }

        for (; i < keys.Length; i++)
        {
            keys[i] = (int)(BitConverter.DoubleToInt64Bits(values[i]) >> KeyShift);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountNearZero(ReadOnlySpan<int> keys)
    {
        var count = 0;
        foreach (var key in keys)
        {
            count -= (MagnitudeOf(key) - LowestKey) >> 31; // the shift gives −1 below the lowest key
        }

        return count;
    }

    /// <summary>Counts what no window held: those that lie beyond the last bucket, and those for which a window must grow.</summary>
    private void AddOutside(ReadOnlySpan<int> keys, Span<int> scratch)
    {
        var count = 0;
        foreach (var key in keys)
        {
            if (MagnitudeOf(key) >= LowestKey && !WindowOf(key).Holds(key))
            {
                scratch[count++] = key;
            }
        }

        foreach (var key in scratch[..count])
        {
            WindowOf(key).Add((key & SignOfKey) + Math.Min(MagnitudeOf(key), HighestKey), 1);
        }
    }

    private BucketWindow WindowOf(int key) => key < 0 ? negative : positive;

    private static void WriteOctave(BinaryWriter writer, BucketWindow window, int firstKey)
    {
        var counts = Enumerable.Range(firstKey, Buckets).Select(window.CountOf).ToArray();
        var hasAny = Array.Exists(counts, count => count > 0);
        writer.Write(hasAny);
        foreach (var count in hasAny ? counts : [])
        {
            writer.Write7BitEncodedInt64(count);
        }
    }

    private void ReadOctave(BinaryReader reader, BucketWindow into, int firstKey)
    {
        if (!reader.ReadBoolean())
        {
            return;
        }

        for (var key = firstKey; key < firstKey + Buckets; key++)
        {
            var more = reader.Read7BitEncodedInt64();
            Count += more;
            if (more > 0)
            {
                into.Add(key, checked((uint)more));
            }
        }
    }

    private static (double Low, double High) Edges(int key)
    {
        var low = BitConverter.Int64BitsToDouble((long)key << KeyShift);
        var unit = BitConverter.Int64BitsToDouble((long)((key >> MantissaBits) - MantissaBits) << 52);
        return (low, low + unit);
    }
}
