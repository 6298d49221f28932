using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>How many paths of each world reach fixed amounts, sixteen to a doubling from 1,024 to 2^44, and any amount at all.</summary>
/// <remarks>
/// Counts only, so that nothing depends on an order. The bands are those of the worlds' shares shrunk towards the mean share by
/// √(1 − noise/variance), with the binomial noise Σ p(1 − p)/(R − 1)/W of R paths: their variance is then that of the shares without it.
/// </remarks>
internal sealed class WorldCurve(int replicates)
{
    private const int LowestExponent = 10;
    private const int HighestExponent = 44;
    private const int PerDoubling = 16;
    private const int Amounts = ((HighestExponent - LowestExponent) * PerDoubling) + 1;

    /// <summary>Shares are counted in at most so many classes; below, exactly.</summary>
    private const int MostClasses = 1024;

    private readonly int classes = Math.Min(replicates, MostClasses);
    private readonly long[] histogram = new long[(Amounts + 1) * (Math.Min(replicates, MostClasses) + 1)];
    private readonly long[] counts = new long[Amounts + 1];
    private readonly UInt128[] squares = new UInt128[Amounts + 1];
    private long worlds;

    /// <summary>Adds a world.</summary>
    /// <param name="ascending">Its values, ascending.</param>
    public void Add(ReadOnlySpan<double> ascending)
    {
        worlds++;
        var below = 0;
        for (var i = 0; i <= Amounts; i++)
        {
            var amount = AmountOf(i);
            while (below < ascending.Length && (i == 0 ? ascending[below] <= 0.0 : ascending[below] < amount))
            {
                below++;
            }

            var count = replicates - below;
            counts[i] += count;
            squares[i] += (UInt128)((long)count * count);
            histogram[(i * (classes + 1)) + (int)((long)count * classes / replicates)]++;
        }
    }

    /// <summary>Writes the counts.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(worlds);
        SliceFormat.WriteSparse(writer, histogram);
        SliceFormat.WriteSparse(writer, counts);
        Array.ForEach(
            squares,
            square =>
            {
                writer.Write((ulong)square);
                writer.Write((ulong)(square >> 64));
            }
        );
    }

    /// <summary>Adds the counts of other worlds.</summary>
    public void MergeFrom(BinaryReader reader)
    {
        worlds += reader.ReadInt64();
        SliceFormat.AddSparse(reader, histogram);
        SliceFormat.AddSparse(reader, counts);
        for (var i = 0; i < squares.Length; i++)
        {
            var low = reader.ReadUInt64();
            squares[i] += new UInt128(reader.ReadUInt64(), low);
        }
    }

    /// <summary>Bands at the amounts that some path reaches and not all do, and one amount to either side.</summary>
    public ImmutableArray<ExceedanceLevel> Look()
    {
        var levels = ImmutableArray.CreateBuilder<ExceedanceLevel>();
        levels.Add(At(0));
        for (var i = 1; i <= Amounts; i++)
        {
            var isFlat = i < Amounts && counts[i] == counts[0] && counts[i + 1] == counts[0];
            if (!isFlat)
            {
                levels.Add(At(i));
            }

            if (counts[i] == 0)
            {
                break;
            }
        }

        return levels.ToImmutable();
    }

    private static double AmountOf(int index) =>
        index == 0
            ? 0.0
            : BitConverter.Int64BitsToDouble(
                ((long)(LowestExponent + 1023) << 52) + ((long)(index - 1) << (52 - 4)) // 4 bits: sixteen to a doubling
            );

    private ExceedanceLevel At(int i)
    {
        var n = (double)worlds;
        var r = (double)replicates;
        var share = counts[i] / (n * r);
        var meanSquare = (double)squares[i] / (n * r * r);
        var variance = worlds > 1 ? Math.Max(0.0, meanSquare - (share * share)) * (n / (n - 1.0)) : 0.0;
        var noise = (share - meanSquare) / (r - 1.0);
        var shrinkage = variance > noise ? Math.Sqrt((variance - noise) / variance) : 0.0;
        double Band(double probability) =>
            Math.Clamp(share + (shrinkage * (ShareAt(i, probability) - share)), 0.0, 1.0);
        return new ExceedanceLevel(AmountOf(i), share, Band(0.05), Band(0.5), Band(0.95));
    }

    // The smallest class that at least a share of worlds does not exceed.
    private double ShareAt(int i, double probability)
    {
        var wanted = Math.Max(1L, (long)Math.Ceiling(probability * worlds));
        var seen = 0L;
        for (var c = 0; c <= classes; c++)
        {
            seen += histogram[(i * (classes + 1)) + c];
            if (seen >= wanted)
            {
                return c / (double)classes;
            }
        }

        return 1.0;
    }
}
