using System.Numerics;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Reduces one granule of 256 paths to moments by a fixed pairwise tree (model.md §4).</summary>
internal static class MomentKernel
{
    /// <summary>Paths in a granule.</summary>
    public const int Granule = 256;

    /// <summary>Lanes to which every width folds a granule before the last three additions.</summary>
    private const int Columns = 8;

    private interface ITerm
    {
        /// <summary>What a value adds to the sum.</summary>
        static abstract V Of<V>(V value, V centre)
            where V : unmanaged, ILanes<V>;
    }

    /// <summary>Moments of the first <paramref name="active"/> lanes; the others have zero weight.</summary>
    /// <param name="values">Values of a granule, [lane].</param>
    /// <param name="active">Lanes that count, 1 to 256.</param>
    /// <param name="scratch">Scratch of 256 lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static MomentNode Reduce<V>(ReadOnlySpan<double> values, int active, Span<double> scratch)
        where V : unmanaged, ILanes<V>
    {
        var node = new MomentNode { Count = active };
        var (min, max, positive) = Extremes<V>(values, active);
        var sum = Sum<V, Value>(Weighted(values, active, 0.0, scratch), 0.0);
        node.Min = min;
        node.Max = max;
        if (min == max && !double.IsNaN(sum))
        {
            node.Mean = min;
            node.PositiveCount = positive;
            node.PositiveMean = positive > 0 ? min : 0.0;
            return node;
        }

        node.Mean = sum / active;
        node.M2 = Sum<V, Square>(Weighted(values, active, node.Mean, scratch), node.Mean);
        node.PositiveCount = positive;
        if (positive == active)
        {
            node.PositiveMean = node.Mean;
            node.PositiveM2 = node.M2;
        }
        else if (positive > 0)
        {
            var weighted = Weighted(values, active, 0.0, scratch);
            node.PositiveMean = Sum<V, PositiveValue>(weighted, 0.0) / positive;
            node.PositiveM2 = Sum<V, PositiveSquare>(weighted, node.PositiveMean);
        }

        return node;
    }

    /// <summary>The values, with one that adds nothing where a lane does not count.</summary>
    private static ReadOnlySpan<double> Weighted(
        ReadOnlySpan<double> values,
        int active,
        double nothing,
        Span<double> scratch
    )
    {
        if (active == Granule)
        {
            return values;
        }

        values[..active].CopyTo(scratch);
        scratch[active..Granule].Fill(nothing);
        return scratch;
    }

    private static (double Min, double Max, int Positive) Extremes<V>(ReadOnlySpan<double> values, int active)
        where V : unmanaged, ILanes<V>
    {
        // Two of each: one instruction need not wait for the one before.
        var lows = V.Create(double.PositiveInfinity);
        var highs = V.Create(double.NegativeInfinity);
        var (otherLows, otherHighs, positive) = (lows, highs, 0);
        var i = 0;
        for (; i <= active - (2 * V.Count); i += 2 * V.Count)
        {
            var x = V.Load(values, i);
            var y = V.Load(values, i + V.Count);
            lows = V.Min(x, lows);
            highs = V.Max(x, highs);
            otherLows = V.Min(y, otherLows);
            otherHighs = V.Max(y, otherHighs);
            positive += BitOperations.PopCount(V.MaskBits(V.GreaterThan(x, V.Zero)));
            positive += BitOperations.PopCount(V.MaskBits(V.GreaterThan(y, V.Zero)));
        }

        Span<double> ends = stackalloc double[2 * Columns];
        V.Min(lows, otherLows).Store(ends, 0);
        V.Max(highs, otherHighs).Store(ends, Columns);
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var lane = 0; lane < V.Count; lane++)
        {
            min = ends[lane] < min ? ends[lane] : min;
            max = ends[Columns + lane] > max ? ends[Columns + lane] : max;
        }

        for (; i < active; i++)
        {
            min = values[i] < min ? values[i] : min;
            max = values[i] > max ? values[i] : max;
            positive += values[i] > 0.0 ? 1 : 0;
        }

        return (min + 0.0, max + 0.0, positive); // never −0, whose place among zeros would depend on the width
    }

    /// <summary>Sum over a granule: value i and value i + 128, then i and i + 64, and so on to i and i + 1.</summary>
    private static double Sum<V, TTerm>(ReadOnlySpan<double> values, double centre)
        where V : unmanaged, ILanes<V>
        where TTerm : ITerm
    {
        Span<double> sums = stackalloc double[Columns];
        var c = V.Create(centre);
        for (var i = 0; i < Columns; i += V.Count)
        {
            var even = Eighth<V, TTerm>(values, i, c) + Eighth<V, TTerm>(values, i + (2 * Columns), c);
            var odd = Eighth<V, TTerm>(values, i + Columns, c) + Eighth<V, TTerm>(values, i + (3 * Columns), c);
            (even + odd).Store(sums, i);
        }

        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }

    /// <summary>Every 32nd value from i on, in the order of the tree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Eighth<V, TTerm>(ReadOnlySpan<double> values, int i, V centre)
        where V : unmanaged, ILanes<V>
        where TTerm : ITerm
    {
        const int Stride = 32;
        var first = (Pair<V, TTerm>(values, i, centre) + Pair<V, TTerm>(values, i + (2 * Stride), centre));
        var second = (Pair<V, TTerm>(values, i + Stride, centre) + Pair<V, TTerm>(values, i + (3 * Stride), centre));
        return first + second;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pair<V, TTerm>(ReadOnlySpan<double> values, int i, V centre)
        where V : unmanaged, ILanes<V>
        where TTerm : ITerm =>
        TTerm.Of(V.Load(values, i), centre) + TTerm.Of(V.Load(values, i + (Granule / 2)), centre);

    private readonly struct Value : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V value, V centre)
            where V : unmanaged, ILanes<V> => value;
    }

    private readonly struct Square : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V value, V centre)
            where V : unmanaged, ILanes<V> => (value - centre) * (value - centre);
    }

    private readonly struct PositiveValue : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V value, V centre)
            where V : unmanaged, ILanes<V> => V.And(V.GreaterThan(value, V.Zero), value);
    }

    private readonly struct PositiveSquare : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Of<V>(V value, V centre)
            where V : unmanaged, ILanes<V> => V.And(V.GreaterThan(value, V.Zero), (value - centre) * (value - centre));
    }
}
