using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>Fills routes in order of priority, greedily (model.md §8).</summary>
internal static class RoutingKernel
{
    /// <summary>What the fields of a cell may send: all they have left where they may pass and the netback covers lifting.</summary>
    /// <remarks>netback = k·(P + premium)·(1 + uplift)·(1 − Σ toll shares) − transport − Σ m·tolls, USD per barrel entering.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Offer<V>(in CellLanes cell, ReadOnlySpan<double> left, Span<double> offered)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < offered.Length; i += V.Count)
        {
            var gain = V.Load(cell.Price, i) + V.Load(cell.Premium, i);
            if (cell.HasFlow)
            {
                gain *= V.Load(cell.Delivered, i) * V.Load(cell.Uplift, i);
            }

            var netback = gain - V.Load(cell.Transport, i);
            if (cell.HasTolls)
            {
                netback =
                    (gain * (V.Create(1.0) - V.Load(cell.TollShare, i)))
                    - V.Load(cell.Transport, i)
                    - V.Load(cell.TollPerBarrel, i);
            }

            var admitted = V.And(
                V.GreaterThan(V.Load(cell.Admitted, i), V.Zero),
                V.GreaterThanOrEqual(netback, V.Load(cell.LiftingCost, i))
            );
            V.And(admitted, V.Load(left, i)).Store(offered, i);
        }
    }

    /// <summary>room = min(room, limit), lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Limit<V>(Span<double> room, ReadOnlySpan<double> limit)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < room.Length; i += V.Count)
        {
            V.Min(V.Load(room, i), V.Load(limit, i)).Store(room, i);
        }
    }

    /// <summary>Turns what is offered into flow: each field sends left·min(1, room/Σ left).</summary>
    /// <param name="room">Room of the route, [lane], b/d, +∞ where nothing limits it; receives the total flow.</param>
    /// <param name="flows">What each cell offers, [cell][lane], b/d; receives its flow.</param>
    /// <param name="cells">Number of cells.</param>
    /// <returns>True when anything flows in any lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Ration<V>(Span<double> room, Span<double> flows, int cells)
        where V : unmanaged, ILanes<V>
    {
        var lanes = room.Length;
        var one = V.Create(1.0);
        var any = V.Zero;
        for (var i = 0; i < lanes; i += V.Count)
        {
            var offered = V.Zero;
            for (var c = 0; c < cells; c++)
            {
                offered += V.Load(flows, (c * lanes) + i);
            }

            var limit = V.Load(room, i);
            var isNarrow = V.GreaterThan(offered, limit);
            var share = V.Select(isNarrow, limit / offered, one);
            var total = V.Zero;
            for (var c = 0; c < cells; c++)
            {
                var flow = V.Load(flows, (c * lanes) + i) * share;
                flow.Store(flows, (c * lanes) + i);
                total += flow;
            }

            total.Store(room, i);
            any = V.Or(any, V.GreaterThan(total, V.Zero));
        }

        return V.MaskBits(any) != 0;
    }

    /// <summary>Notes, before flows are rationed, where a field is admitted and where a pipe is narrower than the market.</summary>
    /// <param name="admitted">1 where the seller may pass, [lane].</param>
    /// <param name="offered">What the field offers, [lane], b/d.</param>
    /// <param name="pipes">Room of route and nodes, [lane], b/d.</param>
    /// <param name="demand">Room of the market seen from the route's start, [lane], b/d; empty where it is unlimited.</param>
    /// <param name="anyAdmitted">Becomes 1 where the seller may pass, [lane].</param>
    /// <param name="bound">Becomes all ones where a pipe binds, [lane].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Note<V>(
        ReadOnlySpan<double> admitted,
        ReadOnlySpan<double> offered,
        ReadOnlySpan<double> pipes,
        ReadOnlySpan<double> demand,
        Span<double> anyAdmitted,
        Span<double> bound
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < offered.Length; i += V.Count)
        {
            var binds = V.GreaterThan(V.Load(offered, i), V.Zero);
            if (!demand.IsEmpty)
            {
                binds = V.And(binds, V.LessThanOrEqual(V.Load(pipes, i), V.Load(demand, i)));
            }

            V.Or(V.Load(bound, i), binds).Store(bound, i);
            V.Max(V.Load(anyAdmitted, i), V.Load(admitted, i)).Store(anyAdmitted, i);
        }
    }

    /// <summary>left = max(0, left − taken), lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take<V>(Span<double> left, ReadOnlySpan<double> taken)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < left.Length; i += V.Count)
        {
            V.Max(V.Load(left, i) - V.Load(taken, i), V.Zero).Store(left, i);
        }
    }
}

/// <summary>Lanes of one field on one route.</summary>
internal readonly ref struct CellLanes
{
    /// <summary>Price of the market, USD/bbl.</summary>
    public required ReadOnlySpan<double> Price { get; init; }

    /// <summary>Premium of the field, USD/bbl.</summary>
    public required ReadOnlySpan<double> Premium { get; init; }

    /// <summary>Lifting cost of the field, USD/bbl.</summary>
    public required ReadOnlySpan<double> LiftingCost { get; init; }

    /// <summary>Transport on the route, USD/bbl.</summary>
    public required ReadOnlySpan<double> Transport { get; init; }

    /// <summary>1 where the seller may pass and sell, else 0.</summary>
    public required ReadOnlySpan<double> Admitted { get; init; }

    /// <summary>True when tolls can be due.</summary>
    public required bool HasTolls { get; init; }

    /// <summary>Sum of tolls, USD/bbl; empty without tolls.</summary>
    public ReadOnlySpan<double> TollPerBarrel { get; init; }

    /// <summary>Sum of toll shares, in kind included; empty without tolls.</summary>
    public ReadOnlySpan<double> TollShare { get; init; }

    /// <summary>Sum of tolls in kind; empty without tolls.</summary>
    public ReadOnlySpan<double> TollInKind { get; init; }

    /// <summary>True when taps, refineries or seizures lie on the way.</summary>
    public bool HasFlow { get; init; }

    /// <summary>Share k of a barrel that is delivered; empty without flow.</summary>
    public ReadOnlySpan<double> Delivered { get; init; }

    /// <summary>Price ratio of the refineries passed; empty without flow.</summary>
    public ReadOnlySpan<double> Uplift { get; init; }
}
