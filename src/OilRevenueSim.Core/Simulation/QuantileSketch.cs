using System.Runtime.CompilerServices;

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
    public const int UsualBytes = (2 * Octaves * sizeof(long)) + (13 * sizeof(uint) << MantissaBits);

    private const int MantissaBits = 7;
    private const int Buckets = 1 << MantissaBits; // of an octave
    private const int LowestExponent = -20;
    private const int HighestExponent = 64;
    private const int Octaves = HighestExponent - LowestExponent;

    // A path's number has 32 bits, so no bucket can count more.
    // [0] near zero, whose buckets only count together; [1 + octave] positive; [1 + Octaves + octave] negative.
    private readonly uint[]?[] counts = new uint[]?[1 + (2 * Octaves)];
    private long mergedZeros;

    /// <summary>Values counted.</summary>
    public long Count { get; private set; }

    private long Zeros => mergedZeros + (counts[0]?.Sum(count => (long)count) ?? 0);

    /// <summary>Counts one value.</summary>
    public void Add(double value) => Add([value]);

    /// <summary>Counts values.</summary>
    /// <remarks>Without a branch on zero and sign, which change from path to path at random.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> values)
    {
        Count += values.Length;
        var places = counts;
        foreach (var value in values)
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            var octave = (int)((bits >> 52) & 0x7FF) - 1023 - LowestExponent;
            var bucket = (int)(bits >> (52 - MantissaBits)) & (Buckets - 1);
            if (octave >= Octaves)
            {
                octave = Octaves - 1;
                bucket = Buckets - 1;
            }

            var isLarge = ~(octave >> 31);
            var place = (1 + octave + ((int)(bits >> 63) & Octaves)) & isLarge;
            (places[place] ??= new uint[Buckets])[bucket]++;
        }
    }

    /// <summary>Adds the counts of another sketch.</summary>
    public void Merge(QuantileSketch other)
    {
        Count += other.Count;
        mergedZeros += other.Zeros;
        for (var place = 1; place < counts.Length; place++)
        {
            if (other.counts[place] is { } more)
            {
                var target = counts[place] ??= new uint[Buckets];
                for (var i = 0; i < more.Length; i++)
                {
                    target[i] += more[i];
                }
            }
        }
    }

    /// <summary>Writes the counts: zeros, then for each octave, negative and positive, whether it has any and its buckets.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Zeros);
        for (var octave = 0; octave < Octaves; octave++)
        {
            WriteOctave(writer, Negative(octave));
            WriteOctave(writer, Positive(octave));
        }
    }

    /// <summary>Adds counts that were written.</summary>
    public void MergeFrom(BinaryReader reader)
    {
        var more = reader.Read7BitEncodedInt64();
        mergedZeros += more;
        Count += more;
        for (var octave = 0; octave < Octaves; octave++)
        {
            ReadOctave(reader, ref Negative(octave));
            ReadOctave(reader, ref Positive(octave));
        }
    }

    /// <summary>Buckets that hold values, ascending, with their middle and lower and upper edge.</summary>
    public IEnumerable<(double Low, double Middle, double High, long Count)> Intervals()
    {
        for (var octave = Octaves - 1; octave >= 0; octave--)
        {
            for (var bucket = Buckets - 1; Negative(octave) is { } buckets && bucket >= 0; bucket--)
            {
                if (buckets[bucket] > 0)
                {
                    var (low, high) = Edges(octave, bucket);
                    yield return (-high, -0.5 * (low + high), -low, buckets[bucket]);
                }
            }
        }

        if (Zeros is var zeros and > 0)
        {
            yield return (0.0, 0.0, 0.0, zeros);
        }

        for (var octave = 0; octave < Octaves; octave++)
        {
            for (var bucket = 0; Positive(octave) is { } buckets && bucket < Buckets; bucket++)
            {
                if (buckets[bucket] > 0)
                {
                    var (low, high) = Edges(octave, bucket);
                    yield return (low, 0.5 * (low + high), high, buckets[bucket]);
                }
            }
        }
    }

    private ref uint[]? Positive(int octave) => ref counts[1 + octave];

    private ref uint[]? Negative(int octave) => ref counts[1 + Octaves + octave];

    private static void WriteOctave(BinaryWriter writer, uint[]? counts)
    {
        writer.Write(counts is not null);
        foreach (var count in counts ?? [])
        {
            writer.Write7BitEncodedInt64(count);
        }
    }

    private void ReadOctave(BinaryReader reader, ref uint[]? into)
    {
        if (!reader.ReadBoolean())
        {
            return;
        }

        into ??= new uint[Buckets];
        for (var i = 0; i < into.Length; i++)
        {
            var more = reader.Read7BitEncodedInt64();
            into[i] = checked(into[i] + (uint)more);
            Count += more;
        }
    }

    private static (double Low, double High) Edges(int octave, int bucket)
    {
        var low = BitConverter.Int64BitsToDouble(
            ((long)(octave + LowestExponent + 1023) << 52) | ((long)bucket << (52 - MantissaBits))
        );
        var unit = BitConverter.Int64BitsToDouble((long)(octave + LowestExponent + 1023 - MantissaBits) << 52);
        return (low, low + unit);
    }
}
