namespace OilRevenueSim.Core.Simulation;

/// <summary>Every value of a sample, ascending.</summary>
internal sealed class ExactSample : IOrderStatistics
{
    private readonly double[] ascending;

    public ExactSample(double[] ascending) => this.ascending = ascending;

    /// <inheritdoc />
    public long Count => ascending.Length;

    /// <inheritdoc />
    public double RelativeError => 0.0;

    /// <inheritdoc />
    public double Value(long rank)
    {
        SampleRank.Check(rank, Count);
        return ascending[rank - 1];
    }

    /// <inheritdoc />
    public long CountAbove(double threshold)
    {
        var low = 0;
        var high = ascending.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] <= threshold)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return ascending.Length - low;
    }
}

/// <summary>A sample in which every path has the same value.</summary>
internal sealed class ConstantSample(double value, long count) : IOrderStatistics
{
    /// <inheritdoc />
    public long Count => count;

    /// <inheritdoc />
    public double RelativeError => 0.0;

    /// <inheritdoc />
    public double Value(long rank)
    {
        SampleRank.Check(rank, count);
        return value;
    }

    /// <inheritdoc />
    public long CountAbove(double threshold) => value > threshold ? count : 0;
}

/// <summary>A sample known by the counts of a sketch, its extremes exactly.</summary>
internal sealed class SketchedSample : IOrderStatistics
{
    private readonly double[] values;
    private readonly double[] lowEdges;
    private readonly double min;
    private readonly double max;
    private readonly long[] upTo;

    public SketchedSample(QuantileSketch sketch, double min, double max)
    {
        var buckets = sketch.Intervals().ToArray();
        values = [.. buckets.Select(b => Math.Clamp(b.Middle, min, max))];
        lowEdges = [.. buckets.Select(b => b.Low)];
        upTo = new long[buckets.Length];
        for (var i = 0; i < buckets.Length; i++)
        {
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + buckets[i].Count;
        }

        this.min = min;
        this.max = max;
    }

    /// <inheritdoc />
    public long Count => upTo[^1];

    /// <inheritdoc />
    public double RelativeError => QuantileSketch.RelativeError;

    /// <inheritdoc />
    public double Value(long rank)
    {
        SampleRank.Check(rank, Count);
        if (rank == 1 || rank == Count)
        {
            return rank == 1 ? min : max;
        }

        var index = Array.BinarySearch(upTo, rank);
        return values[index < 0 ? ~index : index];
    }

    /// <inheritdoc />
    public long CountAbove(double threshold)
    {
        if (threshold >= max)
        {
            return 0;
        }

        // Buckets that start above the threshold count; so does the one that starts at it, but for the bucket of zero.
        var index = Array.BinarySearch(lowEdges, threshold);
        var first =
            index < 0 ? ~index
            : threshold == 0.0 ? index + 1
            : index;
        var below = first == 0 ? 0 : upTo[first - 1];
        return Count - below;
    }
}

/// <summary>Checks a rank.</summary>
internal static class SampleRank
{
    public static void Check(long rank, long count)
    {
        if (rank < 1 || rank > count)
        {
            throw new ArgumentOutOfRangeException(nameof(rank), rank, $"A rank lies from 1 to {count}.");
        }
    }
}
