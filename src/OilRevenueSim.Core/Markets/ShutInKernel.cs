using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>Why a barrel stayed in the ground; each cause takes what those before it left (model.md §9).</summary>
internal enum ShutInCause
{
    /// <summary>A blockade.</summary>
    Blockade,

    /// <summary>A place closed by attack or intervention.</summary>
    Closure,

    /// <summary>No gate lets the seller through, or he may not sell.</summary>
    Passage,

    /// <summary>The field is coming back after an outage.</summary>
    Restart,

    /// <summary>A route or node is too narrow.</summary>
    Capacity,

    /// <summary>The market takes no more, or pays too little.</summary>
    Market,
}

/// <summary>Splits the value shut in by cause.</summary>
internal static class ShutInKernel
{
    /// <summary>best = max(best, factor·open), or the best open share of a field's routes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Best<V>(ReadOnlySpan<double> open, ReadOnlySpan<double> admitted, Span<double> best)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < best.Length; i += V.Count)
        {
            var share = V.Load(open, i);
            if (!admitted.IsEmpty)
            {
                share *= V.Load(admitted, i);
            }

            V.Max(V.Load(best, i), share).Store(best, i);
        }
    }

    /// <summary>open = min(open, share·min(1, factor)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow<V>(ReadOnlySpan<double> share, ReadOnlySpan<double> factor, Span<double> open)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        for (var i = 0; i < open.Length; i += V.Count)
        {
            var s = V.Load(share, i);
            if (!factor.IsEmpty)
            {
                s *= V.Min(V.Load(factor, i), one);
            }

            V.Min(V.Load(open, i), s).Store(open, i);
        }
    }

    /// <summary>Books the barrels shut in of a field whose owner has no legal route: without a price they have no value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count<V>(
        ReadOnlySpan<double> sustainable,
        ReadOnlySpan<double> available,
        ReadOnlySpan<double> left,
        double days,
        Span<double> barrels
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < barrels.Length; i += V.Count)
        {
            var lost = Lost(V.Load(sustainable, i), V.Load(available, i), V.Load(left, i));
            (V.Load(barrels, i) + (lost * d)).Store(barrels, i);
        }
    }

    /// <summary>Books barrels shut in, and each cause's part of their value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split<V>(in ShutInLanes lanes, double days)
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        var one = V.Create(1.0);
        for (var i = 0; i < lanes.Left.Length; i += V.Count)
        {
            var q = V.Load(lanes.Sustainable, i);
            var available = V.Load(lanes.Available, i);
            var rest = Lost(q, available, V.Load(lanes.Left, i));
            var price = (V.Load(lanes.Price, i) + V.Load(lanes.Premium, i) - V.Load(lanes.Transport, i)) * d;
            (V.Load(lanes.Barrels, i) + (rest * d)).Store(lanes.Barrels, i);
            var reach = one;
            if (!lanes.Unblocked.IsEmpty)
            {
                rest = Take(lanes.Blockade, i, rest, q, reach, V.Load(lanes.Unblocked, i), price);
                reach = V.Min(reach, V.Load(lanes.Unblocked, i));
            }

            if (!lanes.Open.IsEmpty)
            {
                rest = Take(lanes.Closure, i, rest, q, reach, V.Load(lanes.Open, i), price);
                reach = V.Min(reach, V.Load(lanes.Open, i));
            }

            rest = Take(lanes.Passage, i, rest, q, reach, V.Load(lanes.Admitted, i), price);
            if (!lanes.Reach.IsEmpty)
            {
                reach = V.Min(V.Min(reach, V.Load(lanes.Admitted, i)), V.Load(lanes.Reach, i));
                var slow = V.Min(rest, V.Max((q * reach) - available, V.Zero));
                (V.Load(lanes.Restart, i) + (slow * price)).Store(lanes.Restart, i);
                rest -= slow;
            }

            var narrow = V.And(V.Load(lanes.Bound, i), rest);
            (V.Load(lanes.Capacity, i) + (narrow * price)).Store(lanes.Capacity, i);
            (V.Load(lanes.Market, i) + ((rest - narrow) * price)).Store(lanes.Market, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Lost<V>(V sustainable, V available, V left)
        where V : unmanaged, ILanes<V> => V.Min(V.Max(sustainable - (available - left), V.Zero), sustainable);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Take<V>(Span<double> account, int i, V rest, V q, V before, V after, V price)
        where V : unmanaged, ILanes<V>
    {
        var lost = V.Min(rest, q * V.Max(before - after, V.Zero));
        (V.Load(account, i) + (lost * price)).Store(account, i);
        return rest - lost;
    }
}

/// <summary>Lanes of one field's loss and of its owner's accounts.</summary>
internal readonly ref struct ShutInLanes
{
    /// <summary>q*, b/d.</summary>
    public required ReadOnlySpan<double> Sustainable { get; init; }

    /// <summary>q, b/d.</summary>
    public required ReadOnlySpan<double> Available { get; init; }

    /// <summary>Not routed, b/d.</summary>
    public required ReadOnlySpan<double> Left { get; init; }

    /// <summary>Price on the legal route, USD/bbl.</summary>
    public required ReadOnlySpan<double> Price { get; init; }

    /// <summary>Premium, USD/bbl.</summary>
    public required ReadOnlySpan<double> Premium { get; init; }

    /// <summary>Transport on the legal route, USD/bbl.</summary>
    public required ReadOnlySpan<double> Transport { get; init; }

    /// <summary>Share that no blockade shuts; empty where there is none.</summary>
    public ReadOnlySpan<double> Unblocked { get; init; }

    /// <summary>Share that nothing closes; empty where nothing can.</summary>
    public ReadOnlySpan<double> Open { get; init; }

    /// <summary>Open share of routes that admit the seller.</summary>
    public required ReadOnlySpan<double> Admitted { get; init; }

    /// <summary>Reach a of the field; empty without a ramp.</summary>
    public ReadOnlySpan<double> Reach { get; init; }

    /// <summary>All ones where a pipe binds.</summary>
    public required ReadOnlySpan<double> Bound { get; init; }

    /// <summary>Barrels shut in; grows.</summary>
    public required Span<double> Barrels { get; init; }

    /// <summary>Value by cause, USD; grows.</summary>
    public Span<double> Blockade { get; init; }

    /// <summary>Value by cause, USD; grows.</summary>
    public Span<double> Closure { get; init; }

    /// <summary>Value by cause, USD; grows.</summary>
    public required Span<double> Passage { get; init; }

    /// <summary>Value by cause, USD; grows.</summary>
    public Span<double> Restart { get; init; }

    /// <summary>Value by cause, USD; grows.</summary>
    public required Span<double> Capacity { get; init; }

    /// <summary>Value by cause, USD; grows.</summary>
    public required Span<double> Market { get; init; }
}
