using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Values of all paths as an ordered sample, for statistics over values that were kept outside a run.</summary>
public sealed class OrderedValues : IOrderStatistics
{
    private readonly double[] ascending;

    /// <summary>Copies and orders the values.</summary>
    /// <param name="values">[path] values, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public OrderedValues(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A sample has at least one value.", nameof(values));
        }

        ascending = values.ToArray();
        Array.Sort(ascending);
    }

    /// <inheritdoc />
    public long Count => ascending.Length;

    /// <inheritdoc />
    public double RelativeError => 0.0;

    /// <inheritdoc />
    public double Value(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, Count);
        return ascending[rank - 1];
    }

    /// <inheritdoc />
    public long CountAbove(double threshold)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= threshold ? (middle + 1, high) : (low, middle);
        }

        return ascending.Length - low;
    }
}
