namespace OilRevenueSim.Core.Simulation;

/// <summary>Count, mean and squared deviations of a set of paths, of all and of those above zero; merged in a fixed tree.</summary>
internal struct MomentNode
{
    public long Count;
    public double Mean;
    public double M2;
    public long PositiveCount;
    public double PositiveMean;
    public double PositiveM2;
    public double Min;
    public double Max;

    /// <summary>Merges nodes of consecutive paths, one a cell.</summary>
    public static void Join(MomentNode[] left, MomentNode[] right, long start, long middle, long end)
    {
        for (var c = 0; c < left.Length; c++)
        {
            left[c].Append(right[c]);
        }
    }

    /// <summary>Merges the node of the paths that follow (Chan, Golub and LeVeque 1979).</summary>
    public void Append(in MomentNode right)
    {
        if (right.Count == 0)
        {
            return;
        }

        if (Count == 0)
        {
            this = right;
            return;
        }

        Merge(ref Count, ref Mean, ref M2, right.Count, right.Mean, right.M2);
        Merge(
            ref PositiveCount,
            ref PositiveMean,
            ref PositiveM2,
            right.PositiveCount,
            right.PositiveMean,
            right.PositiveM2
        );
        Min = right.Min < Min ? right.Min : Min;
        Max = right.Max > Max ? right.Max : Max;
    }

    /// <summary>Writes the eight numbers, little-endian.</summary>
    public readonly void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Mean);
        writer.Write(M2);
        writer.Write(PositiveCount);
        writer.Write(PositiveMean);
        writer.Write(PositiveM2);
        writer.Write(Min);
        writer.Write(Max);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static MomentNode Read(BinaryReader reader) =>
        new()
        {
            Count = reader.ReadInt64(),
            Mean = reader.ReadDouble(),
            M2 = reader.ReadDouble(),
            PositiveCount = reader.ReadInt64(),
            PositiveMean = reader.ReadDouble(),
            PositiveM2 = reader.ReadDouble(),
            Min = reader.ReadDouble(),
            Max = reader.ReadDouble(),
        };

    private static void Merge(
        ref long count,
        ref double mean,
        ref double m2,
        long otherCount,
        double otherMean,
        double otherM2
    )
    {
        if (otherCount == 0)
        {
            return;
        }

        double n = count + otherCount;
        var delta = otherMean - mean;
        mean += delta * (otherCount / n);
        m2 += otherM2 + (delta * delta * (count * (otherCount / n)));
        count += otherCount;
    }
}
