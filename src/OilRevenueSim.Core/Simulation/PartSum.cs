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
}
