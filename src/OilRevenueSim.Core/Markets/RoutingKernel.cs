using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>Fills routes in order of priority, greedily (model.md §8).</summary>
internal static class RoutingKernel
{
    /// <summary>What the fields of a cell may send: all they have left where they may pass and the netback covers lifting.</summary>
    /// <remarks>netback = (P + premium)·(1 − Σ toll shares) − transport − Σ tolls, USD per barrel.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Offer<V>(in CellLanes cell, ReadOnlySpan<double> left, Span<double> offered)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < offered.Length; i += V.Count)
        {
            var gain = V.Load(cell.Price, i) + V.Load(cell.Premium, i);
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
            var share = V.Select(V.GreaterThan(offered, limit), limit / offered, one);
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
}
