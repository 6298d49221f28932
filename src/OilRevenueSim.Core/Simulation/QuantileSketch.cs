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
    private const int LowestExponent = -20;
    private const int HighestExponent = 64;
    private const int Octaves = HighestExponent - LowestExponent;

    // A path's number has 32 bits, so no bucket can count more.
    private readonly uint[]?[] positive = new uint[]?[Octaves];
    private readonly uint[]?[] negative = new uint[]?[Octaves];
    private long zeros;

    /// <summary>Values counted.</summary>
    public long Count { get; private set; }

    /// <summary>Counts one value.</summary>
    public void Add(double value)
    {
        Count++;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var octave = (int)((bits >> 52) & 0x7FF) - 1023 - LowestExponent;
        if (octave < 0)
        {
            zeros++;
            return;
        }

        var bucket = (int)((bits >> (52 - MantissaBits)) & ((1 << MantissaBits) - 1));
        if (octave >= Octaves)
        {
            octave = Octaves - 1;
            bucket = (1 << MantissaBits) - 1;
        }

        var side = bits < 0 ? negative : positive;
        (side[octave] ??= new uint[1 << MantissaBits])[bucket]++;
    }

    /// <summary>Adds the counts of another sketch.</summary>
    public void Merge(QuantileSketch other)
    {
        Count += other.Count;
        zeros += other.zeros;
        for (var octave = 0; octave < Octaves; octave++)
        {
            MergeOctave(positive, other.positive, octave);
            MergeOctave(negative, other.negative, octave);
        }
    }

    /// <summary>Writes the counts: zeros, then for each octave, negative and positive, whether it has any and its buckets.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(zeros);
        for (var octave = 0; octave < Octaves; octave++)
        {
            WriteOctave(writer, negative[octave]);
            WriteOctave(writer, positive[octave]);
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
            ReadOctave(reader, ref negative[octave]);
            ReadOctave(reader, ref positive[octave]);
        }
    }

    /// <summary>Buckets that hold values, ascending, with their middle and lower and upper edge.</summary>
    public IEnumerable<(double Low, double Middle, double High, long Count)> Buckets()
    {
        for (var octave = Octaves - 1; octave >= 0; octave--)
        {
            for (var bucket = (1 << MantissaBits) - 1; negative[octave] is { } counts && bucket >= 0; bucket--)
            {
                if (counts[bucket] > 0)
                {
                    var (low, high) = Edges(octave, bucket);
                    yield return (-high, -0.5 * (low + high), -low, counts[bucket]);
                }
            }
        }

        if (zeros > 0)
        {
            yield return (0.0, 0.0, 0.0, zeros);
        }

        for (var octave = 0; octave < Octaves; octave++)
        {
            for (var bucket = 0; positive[octave] is { } counts && bucket < 1 << MantissaBits; bucket++)
            {
                if (counts[bucket] > 0)
                {
                    var (low, high) = Edges(octave, bucket);
                    yield return (low, 0.5 * (low + high), high, counts[bucket]);
                }
            }
        }
    }

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

        into ??= new uint[1 << MantissaBits];
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

    private static void MergeOctave(uint[]?[] into, uint[]?[] from, int octave)
    {
        if (from[octave] is { } counts)
        {
            var target = into[octave] ??= new uint[1 << MantissaBits];
            for (var i = 0; i < counts.Length; i++)
            {
                target[i] += counts[i];
            }
        }
    }
}
