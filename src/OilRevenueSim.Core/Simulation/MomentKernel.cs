using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Reduces one granule of 256 paths to moments by a fixed pairwise tree (model.md §4).</summary>
internal static class MomentKernel
{
    /// <summary>Paths in a granule.</summary>
    public const int Granule = 256;

    /// <summary>Moments of the first <paramref name="active"/> lanes; the others have zero weight.</summary>
    /// <param name="values">Values of a granule, [lane].</param>
    /// <param name="active">Lanes that count, 1 to 256.</param>
    /// <param name="scratch">Scratch of 256 lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static MomentNode Reduce<V>(ReadOnlySpan<double> values, int active, Span<double> scratch)
        where V : unmanaged, ILanes<V>
    {
        var node = new MomentNode { Count = active };
        var min = double.PositiveInfinity;
        var max = double.NegativeInfinity;
        var positive = 0;
        var hasNaN = false;
        for (var i = 0; i < active; i++)
        {
            var x = values[i];
            min = x < min ? x : min;
            max = x > max ? x : max;
            positive += x > 0.0 ? 1 : 0;
            hasNaN |= double.IsNaN(x);
        }

        node.Min = min;
        node.Max = max;
        if (min == max && !hasNaN)
        {
            node.Mean = min;
            node.PositiveCount = positive;
            node.PositiveMean = positive > 0 ? min : 0.0;
            return node;
        }

        node.Mean = Sum<V>(values, 0.0, active, square: false, onlyPositive: false, scratch) / active;
        node.M2 = Sum<V>(values, node.Mean, active, square: true, onlyPositive: false, scratch);
        node.PositiveCount = positive;
        if (positive == active)
        {
            node.PositiveMean = node.Mean;
            node.PositiveM2 = node.M2;
        }
        else if (positive > 0)
        {
            node.PositiveMean = Sum<V>(values, 0.0, active, square: false, onlyPositive: true, scratch) / positive;
            node.PositiveM2 = Sum<V>(values, node.PositiveMean, active, square: true, onlyPositive: true, scratch);
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum<V>(
        ReadOnlySpan<double> values,
        double centre,
        int active,
        bool square,
        bool onlyPositive,
        Span<double> scratch
    )
        where V : unmanaged, ILanes<V>
    {
        var c = V.Create(centre);
        for (var i = 0; i < Granule; i += V.Count)
        {
            var x = V.Load(values, i);
            var y = square ? (x - c) * (x - c) : x;
            y = onlyPositive ? V.Select(V.GreaterThan(x, V.Zero), y, V.Zero) : y;
            y.Store(scratch, i);
        }

        scratch[active..Granule].Clear();
        var half = Granule / 2;
        for (; half >= V.Count; half /= 2)
        {
            for (var i = 0; i < half; i += V.Count)
            {
                (V.Load(scratch, i) + V.Load(scratch, i + half)).Store(scratch, i);
            }
        }

        for (; half >= 1; half /= 2)
        {
            for (var i = 0; i < half; i++)
            {
                scratch[i] += scratch[i + half];
            }
        }

        return scratch[0];
    }
}
