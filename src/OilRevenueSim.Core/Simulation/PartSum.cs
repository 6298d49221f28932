namespace OilRevenueSim.Core.Simulation;

/// <summary>What the paths of one part of a run add up to so far.</summary>
internal struct PartSum
{
    public double Sum;
    public double PositiveSum;
    public int Positive;
    public int Negative;

    /// <summary>Adds the values of some paths, in their order.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (var x in values)
        {
            Sum += x;
            if (x > 0.0)
            {
                PositiveSum += x;
                Positive++;
            }
            else if (x < 0.0)
            {
                Negative++;
            }
        }
    }

    /// <summary>Adds the paths that follow.</summary>
    public void Append(in PartSum right)
    {
        Sum += right.Sum;
        PositiveSum += right.PositiveSum;
        Positive += right.Positive;
        Negative += right.Negative;
    }

    /// <summary>Adds sums of the paths that follow, one a cell and part.</summary>
    public static void Join(PartSum[] left, PartSum[] right, long start, long middle, long end)
    {
        for (var c = 0; c < left.Length; c++)
        {
            left[c].Append(right[c]);
        }
    }

    /// <summary>Writes the four numbers, little-endian.</summary>
    public static void Write(BinaryWriter writer, PartSum sum)
    {
        writer.Write(sum.Sum);
        writer.Write(sum.PositiveSum);
        writer.Write(sum.Positive);
        writer.Write(sum.Negative);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PartSum Read(BinaryReader reader) =>
        new()
        {
            Sum = reader.ReadDouble(),
            PositiveSum = reader.ReadDouble(),
            Positive = reader.ReadInt32(),
            Negative = reader.ReadInt32(),
        };
}

/// <summary>Means over parts of one size, and how the parts spread around them.</summary>
internal struct PartNode
{
    public long Parts;
    public double Mean;
    public double PositiveMean;
    public double Positive;
    public double Negative;
    public double M2;
    public double PositiveMeanM2;
    public double CrossM2; // of the positive sum and the positive share
    public double PositiveM2;
    public double NegativeM2;
    public double SignM2; // of both shares together: that of the paths at zero too

    /// <summary>A complete part.</summary>
    /// <param name="part">What its paths add up to.</param>
    /// <param name="paths">Paths in it.</param>
    public void Add(in PartSum part, double paths) =>
        Append(
            new PartNode
            {
                Parts = 1,
                Mean = part.Sum / paths,
                PositiveMean = part.PositiveSum / paths,
                Positive = part.Positive / paths,
                Negative = part.Negative / paths,
            }
        );

    /// <summary>Merges the parts that follow (Chan, Golub and LeVeque 1979).</summary>
    public void Append(in PartNode right)
    {
        if (right.Parts == 0 || Parts == 0)
        {
            this = right.Parts == 0 ? this : right;
            return;
        }

        double n = Parts + right.Parts;
        var share = right.Parts / n;
        var weight = Parts * share;
        var mean = right.Mean - Mean;
        var positiveMean = right.PositiveMean - PositiveMean;
        var positive = right.Positive - Positive;
        var negative = right.Negative - Negative;
        M2 += right.M2 + (mean * mean * weight);
        PositiveMeanM2 += right.PositiveMeanM2 + (positiveMean * positiveMean * weight);
        CrossM2 += right.CrossM2 + (positiveMean * positive * weight);
        PositiveM2 += right.PositiveM2 + (positive * positive * weight);
        NegativeM2 += right.NegativeM2 + (negative * negative * weight);
        SignM2 += right.SignM2 + ((positive + negative) * (positive + negative) * weight);
        Mean += mean * share;
        PositiveMean += positiveMean * share;
        Positive += positive * share;
        Negative += negative * share;
        Parts += right.Parts;
    }

    /// <summary>Writes the eleven numbers, little-endian.</summary>
    public static void Write(BinaryWriter writer, in PartNode node)
    {
        writer.Write(node.Parts);
        writer.Write(node.Mean);
        writer.Write(node.PositiveMean);
        writer.Write(node.Positive);
        writer.Write(node.Negative);
        writer.Write(node.M2);
        writer.Write(node.PositiveMeanM2);
        writer.Write(node.CrossM2);
        writer.Write(node.PositiveM2);
        writer.Write(node.NegativeM2);
        writer.Write(node.SignM2);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PartNode Read(BinaryReader reader) =>
        new()
        {
            Parts = reader.ReadInt64(),
            Mean = reader.ReadDouble(),
            PositiveMean = reader.ReadDouble(),
            Positive = reader.ReadDouble(),
            Negative = reader.ReadDouble(),
            M2 = reader.ReadDouble(),
            PositiveMeanM2 = reader.ReadDouble(),
            CrossM2 = reader.ReadDouble(),
            PositiveM2 = reader.ReadDouble(),
            NegativeM2 = reader.ReadDouble(),
            SignM2 = reader.ReadDouble(),
        };
}

/// <summary>What a range of consecutive paths says where worlds are parts: the worlds that lie in it, and what it has of those at its ends.</summary>
/// <remarks>A range that lies within one world has all in its tail.</remarks>
internal struct PartSpan
{
    public PartSum Head; // the end of a world that began before
    public PartNode Node; // whole worlds
    public PartSum Tail; // what begins here, or before, and goes on

    /// <summary>Joins the range that follows.</summary>
    /// <param name="right">What follows.</param>
    /// <param name="world">First and last path, excluded, of the world in which the two meet; empty where a world begins there.</param>
    /// <param name="start">First path.</param>
    /// <param name="end">Path behind what follows.</param>
    public void Append(in PartSpan right, (long Start, long End) world, long start, long end)
    {
        var goesOn = world.End > end;
        if (world.Start < world.End)
        {
            Tail.Append(goesOn ? right.Tail : right.Head);
            if (goesOn)
            {
                return;
            }

            if (world.Start < start)
            {
                Head = Tail;
            }
            else
            {
                Node.Add(Tail, world.End - world.Start);
            }
        }

        Node.Append(right.Node);
        Tail = right.Tail;
    }

    /// <summary>Writes the three, little-endian.</summary>
    public static void Write(BinaryWriter writer, PartSpan span)
    {
        PartSum.Write(writer, span.Head);
        PartNode.Write(writer, span.Node);
        PartSum.Write(writer, span.Tail);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PartSpan Read(BinaryReader reader) =>
        new()
        {
            Head = PartSum.Read(reader),
            Node = PartNode.Read(reader),
            Tail = PartSum.Read(reader),
        };
}
