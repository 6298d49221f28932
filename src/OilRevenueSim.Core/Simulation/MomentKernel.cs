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

    private interface ITerm<V>
    {
        /// <summary>What a value adds to the sum.</summary>
        V Of(V value);
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
        var seen = new Seen<V>();
        var sum = Sum<V, Seen<V>>(Weighted(values, active, 0.0, scratch), ref seen);
        var (min, max, positive) = active == Granule ? seen.Extremes() : Extremes(values[..active]);
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
        var square = new Square<V>(node.Mean);
        node.M2 = Sum<V, Square<V>>(Weighted(values, active, node.Mean, scratch), ref square);
        node.PositiveCount = positive;
        if (positive == active)
        {
            node.PositiveMean = node.Mean;
            node.PositiveM2 = node.M2;
        }
        else if (positive > 0)
        {
            var weighted = Weighted(values, active, 0.0, scratch);
            // Where nothing is negative, the sum of what is positive is the sum of all: zeros add nothing to any part of it.
            var positives = new PositiveValue<V>();
            node.PositiveMean = (min >= 0.0 ? sum : Sum<V, PositiveValue<V>>(weighted, ref positives)) / positive;
            var positiveSquare = new PositiveSquare<V>(node.PositiveMean);
            node.PositiveM2 = Sum<V, PositiveSquare<V>>(weighted, ref positiveSquare);
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

    /// <summary>Of the last granule of a run, which may not be full.</summary>
    private static (double Min, double Max, int Positive) Extremes(ReadOnlySpan<double> values)
    {
        var (min, max, positive) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var value in values)
        {
            min = value < min ? value : min;
            max = value > max ? value : max;
            positive += value > 0.0 ? 1 : 0;
        }

        return (min + 0.0, max + 0.0, positive); // never −0, whose place among zeros would depend on the width
    }

    /// <summary>Sum over a granule: value i and value i + 128, then i and i + 64, and so on to i and i + 1.</summary>
    private static double Sum<V, TTerm>(ReadOnlySpan<double> values, ref TTerm term)
        where V : unmanaged, ILanes<V>
        where TTerm : struct, ITerm<V>
    {
        Span<double> sums = stackalloc double[Columns];
        var terms = term;
        for (var i = 0; i < Columns; i += V.Count)
        {
            var even = Eighth<V, TTerm>(values, i, ref terms) + Eighth<V, TTerm>(values, i + (2 * Columns), ref terms);
            var odd =
                Eighth<V, TTerm>(values, i + Columns, ref terms)
                + Eighth<V, TTerm>(values, i + (3 * Columns), ref terms);
            (even + odd).Store(sums, i);
        }

        term = terms;
        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }

    /// <summary>Every 32nd value from i on, in the order of the tree.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Eighth<V, TTerm>(ReadOnlySpan<double> values, int i, ref TTerm term)
        where V : unmanaged, ILanes<V>
        where TTerm : struct, ITerm<V>
    {
        const int Stride = 32;
        var first = Pair<V, TTerm>(values, i, ref term) + Pair<V, TTerm>(values, i + (2 * Stride), ref term);
        var second = Pair<V, TTerm>(values, i + Stride, ref term) + Pair<V, TTerm>(values, i + (3 * Stride), ref term);
        return first + second;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pair<V, TTerm>(ReadOnlySpan<double> values, int i, ref TTerm term)
        where V : unmanaged, ILanes<V>
        where TTerm : struct, ITerm<V> => term.Of(V.Load(values, i)) + term.Of(V.Load(values, i + (Granule / 2)));

    /// <summary>A value itself; keeps the least and the largest, and how many are positive.</summary>
    private struct Seen<V>() : ITerm<V>
        where V : unmanaged, ILanes<V>
    {
        private V _lows = V.Create(double.PositiveInfinity);
        private V _highs = V.Create(double.NegativeInfinity);
        private V _positives = V.Zero; // as integers, less one for each

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Of(V value)
        {
            _lows = V.Min(value, _lows);
            _highs = V.Max(value, _highs);
            _positives = V.AddBits(_positives, V.GreaterThan(value, V.Zero));
            return value;
        }

        public readonly (double Min, double Max, int Positive) Extremes()
        {
            Span<double> ends = stackalloc double[3 * Columns];
            _lows.Store(ends, 0);
            _highs.Store(ends, Columns);
            _positives.Store(ends, 2 * Columns);
            var (min, max, positive) = (double.PositiveInfinity, double.NegativeInfinity, 0L);
            for (var lane = 0; lane < V.Count; lane++)
            {
                min = ends[lane] < min ? ends[lane] : min;
                max = ends[Columns + lane] > max ? ends[Columns + lane] : max;
                positive -= BitConverter.DoubleToInt64Bits(ends[(2 * Columns) + lane]);
            }

            return (min + 0.0, max + 0.0, (int)positive); // never −0, whose place among zeros would depend on the width
        }
    }

    private readonly struct Square<V>(double centre) : ITerm<V>
        where V : unmanaged, ILanes<V>
    {
        private readonly V _centre = V.Create(centre);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Of(V value) => (value - _centre) * (value - _centre);
    }

    private readonly struct PositiveValue<V> : ITerm<V>
        where V : unmanaged, ILanes<V>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Of(V value) => V.And(V.GreaterThan(value, V.Zero), value);
    }

    private readonly struct PositiveSquare<V>(double centre) : ITerm<V>
        where V : unmanaged, ILanes<V>
    {
        private readonly V _centre = V.Create(centre);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Of(V value) => V.And(V.GreaterThan(value, V.Zero), (value - _centre) * (value - _centre));
    }
}
