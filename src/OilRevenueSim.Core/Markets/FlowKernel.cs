using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>What taps, refineries and seizures make of a barrel on its way (model.md §8).</summary>
internal static class FlowKernel
{
    /// <summary>product = a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<V>(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < product.Length; i += V.Count)
        {
            (V.Load(a, i) * V.Load(b, i)).Store(product, i);
        }
    }

    /// <summary>left = a·(1 − taken).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lose<V>(ReadOnlySpan<double> a, ReadOnlySpan<double> taken, Span<double> left)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        for (var i = 0; i < left.Length; i += V.Count)
        {
            (V.Load(a, i) * (one - V.Load(taken, i))).Store(left, i);
        }
    }

    /// <summary>raised = a·(1 + uplift).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise<V>(ReadOnlySpan<double> a, ReadOnlySpan<double> uplift, Span<double> raised)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        for (var i = 0; i < raised.Length; i += V.Count)
        {
            (V.Load(a, i) * (one + V.Load(uplift, i))).Store(raised, i);
        }
    }

    /// <summary>Shares that together exceed the whole are scaled down to it: share ← share/max(1, sum).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise<V>(ReadOnlySpan<double> sum, Span<double> share)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        for (var i = 0; i < share.Length; i += V.Count)
        {
            (V.Load(share, i) / V.Max(V.Load(sum, i), one)).Store(share, i);
        }
    }

    /// <summary>room = min(room, limit/share), room where nothing of a barrel arrives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LimitShare<V>(Span<double> room, ReadOnlySpan<double> limit, ReadOnlySpan<double> share)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < room.Length; i += V.Count)
        {
            var r = V.Load(room, i);
            var s = V.Load(share, i);
            var limited = V.Min(r, V.Load(limit, i) / s);
            V.Select(V.GreaterThan(s, V.Zero), limited, r).Store(room, i);
        }
    }

    /// <summary>left = max(0, left − taken·share).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TakeShare<V>(Span<double> left, ReadOnlySpan<double> taken, ReadOnlySpan<double> share)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < left.Length; i += V.Count)
        {
            V.Max(V.Load(left, i) - (V.Load(taken, i) * V.Load(share, i)), V.Zero).Store(left, i);
        }
    }

    /// <summary>Room of what has no limit of its own: open·most where it is open for less than the whole step, else unlimited.</summary>
    /// <param name="open">Share that is open and intact, [lane].</param>
    /// <param name="most">The most that can come, [lane], b/d.</param>
    /// <param name="room">Receives the room, [lane], b/d; may be <paramref name="most"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OpenShare<V>(ReadOnlySpan<double> open, ReadOnlySpan<double> most, Span<double> room)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var unlimited = V.Create(double.PositiveInfinity);
        for (var i = 0; i < room.Length; i += V.Count)
        {
            var share = V.Load(open, i);
            V.Select(V.LessThan(share, one), share * V.Load(most, i), unlimited).Store(room, i);
        }
    }

    /// <summary>The larger of two, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Larger<V>(Span<double> values, ReadOnlySpan<double> others)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < values.Length; i += V.Count)
        {
            V.Max(V.Load(values, i), V.Load(others, i)).Store(values, i);
        }
    }

    /// <summary>total = Σ cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<V>(ReadOnlySpan<double> cells, int count, Span<double> total)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < total.Length; i += V.Count)
        {
            var sum = V.Zero;
            for (var c = 0; c < count; c++)
            {
                sum += V.Load(cells, (c * total.Length) + i);
            }

            sum.Store(total, i);
        }
    }

    /// <summary>Money of what is taken on the way.</summary>
    /// <param name="cell">Field on the route.</param>
    /// <param name="flow">Barrels that enter the route, [lane], b/d.</param>
    /// <param name="reach">Share of them that arrives where it is taken, [lane].</param>
    /// <param name="share">Share taken of that, [lane].</param>
    /// <param name="uplift">Price ratio of refineries passed, [lane].</param>
    /// <param name="days">Days of the step.</param>
    /// <param name="diverted">Grows by the market value, [lane], USD.</param>
    /// <param name="value">Receives the market value, [lane], USD.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divert<V>(
        in CellLanes cell,
        ReadOnlySpan<double> flow,
        ReadOnlySpan<double> reach,
        ReadOnlySpan<double> share,
        ReadOnlySpan<double> uplift,
        double days,
        Span<double> diverted,
        Span<double> value
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var barrels = V.Load(flow, i) * d * V.Load(reach, i) * V.Load(share, i);
            var worth = barrels * ((V.Load(cell.Price, i) + V.Load(cell.Premium, i)) * V.Load(uplift, i));
            worth.Store(value, i);
            (V.Load(diverted, i) + worth).Store(diverted, i);
        }
    }

    /// <summary>amount += flow·days·reach·share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count<V>(
        ReadOnlySpan<double> flow,
        ReadOnlySpan<double> reach,
        ReadOnlySpan<double> share,
        double days,
        Span<double> amount
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var barrels = V.Load(flow, i) * d * V.Load(reach, i) * V.Load(share, i);
            (V.Load(amount, i) + barrels).Store(amount, i);
        }
    }

    /// <summary>loss += flow·days·(reach·(1 − taken) − passed): what a refinery burns or turns to nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lost<V>(
        ReadOnlySpan<double> flow,
        ReadOnlySpan<double> reach,
        ReadOnlySpan<double> taken,
        ReadOnlySpan<double> passed,
        double days,
        Span<double> loss
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var share = (V.Load(reach, i) * (one - V.Load(taken, i))) - V.Load(passed, i);
            (V.Load(loss, i) + (V.Load(flow, i) * d * share)).Store(loss, i);
        }
    }
}
