using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>Tanks at a terminal (model.md §7, Storage).</summary>
internal static class StorageKernel
{
    /// <summary>room = max(0, size·condition − stock), barrels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Room<V>(
        ReadOnlySpan<double> size,
        ReadOnlySpan<double> condition,
        ReadOnlySpan<double> stock,
        Span<double> room
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < room.Length; i += V.Count)
        {
            V.Max((V.Load(size, i) * V.Load(condition, i)) - V.Load(stock, i), V.Zero).Store(room, i);
        }
    }

    /// <summary>stock = min(stock, size·condition) at step 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Start<V>(
        ReadOnlySpan<double> written,
        ReadOnlySpan<double> size,
        ReadOnlySpan<double> condition,
        Span<double> stock
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < stock.Length; i += V.Count)
        {
            V.Min(V.Load(written, i), V.Load(size, i) * V.Load(condition, i)).Store(stock, i);
        }
    }

    /// <summary>What of the stock goes on board, ahead of any field, on the first route that admits its owner.</summary>
    /// <param name="lanes">Lanes of the stock on the route.</param>
    /// <param name="room">Room at the terminal and in its market, [lane], b/d; receives the flow.</param>
    /// <param name="stock">Stock, [lane], barrels; falls.</param>
    /// <param name="served">1 where an earlier route admitted it, [lane]; becomes 1 where this one does.</param>
    /// <param name="days">Days of the step.</param>
    /// <returns>True when anything is loaded in any lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Load<V>(
        in StockLanes lanes,
        Span<double> room,
        Span<double> stock,
        Span<double> served,
        double days
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var d = V.Create(days);
        var any = V.Zero;
        for (var i = 0; i < stock.Length; i += V.Count)
        {
            var gain = V.Load(lanes.Price, i) * V.Load(lanes.Uplift, i) * V.Load(lanes.Delivered, i);
            var netback =
                (gain * (one - V.Load(lanes.TollShare, i)))
                - V.Load(lanes.Transport, i)
                - V.Load(lanes.TollPerBarrel, i);
            var admits = V.And(V.GreaterThan(V.Load(lanes.Admitted, i), V.Zero), V.GreaterThanOrEqual(netback, V.Zero));
            var wasServed = V.Load(served, i);
            var held = V.Load(stock, i);
            var turn = V.And(admits, V.Equal(wasServed, V.Zero));
            var flow = V.And(turn, V.Min(held / d, V.Load(room, i)));
            V.Select(admits, one, wasServed).Store(served, i);
            V.Max(held - (flow * d), V.Zero).Store(stock, i);
            flow.Store(room, i);
            any = V.Or(any, V.GreaterThan(flow, V.Zero));
        }

        return V.MaskBits(any) != 0;
    }

    /// <summary>end = min(loading, demand/delivered) + tank room/days, both of what reaches the terminal.</summary>
    /// <param name="loading">Room on the quay and in the market, [lane], b/d of what reaches the terminal.</param>
    /// <param name="tankRoom">Room in the tanks, [lane], barrels.</param>
    /// <param name="days">Days of the step.</param>
    /// <param name="end">Receives what the end of the route takes, [lane], b/d.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void End<V>(
        ReadOnlySpan<double> loading,
        ReadOnlySpan<double> tankRoom,
        double days,
        Span<double> end
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < end.Length; i += V.Count)
        {
            (V.Load(loading, i) + (V.Load(tankRoom, i) / d)).Store(end, i);
        }
    }

    /// <summary>Divides what arrives at the terminal: on board up to the room there, the rest into the tanks.</summary>
    /// <param name="arriving">Flow at the terminal, [lane], b/d.</param>
    /// <param name="loading">Room on the quay and in the market, [lane], b/d; receives what goes on board.</param>
    /// <param name="onBoard">Receives the share that goes on board, [lane].</param>
    /// <param name="stock">Stock, [lane], barrels; grows.</param>
    /// <param name="days">Days of the step.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split<V>(
        ReadOnlySpan<double> arriving,
        Span<double> loading,
        Span<double> onBoard,
        Span<double> stock,
        double days
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var d = V.Create(days);
        for (var i = 0; i < stock.Length; i += V.Count)
        {
            var flow = V.Load(arriving, i);
            var room = V.Load(loading, i);
            var loaded = V.Min(flow, room);
            V.Select(V.GreaterThan(flow, room), room / flow, one).Store(onBoard, i);
            loaded.Store(loading, i);
            (V.Load(stock, i) + ((flow - loaded) * d)).Store(stock, i);
        }
    }

    /// <summary>loaded = flow·share, stored = flow − loaded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Part<V>(
        ReadOnlySpan<double> flow,
        ReadOnlySpan<double> share,
        Span<double> loaded,
        Span<double> stored
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var f = V.Load(flow, i);
            var part = f * V.Load(share, i);
            part.Store(loaded, i);
            (f - part).Store(stored, i);
        }
    }

    /// <summary>What oil that goes into the tanks costs its producer: lifting, and what the nodes before the terminal charge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cost<V>(in CellLanes cell, ReadOnlySpan<double> flow, double days, Span<double> costs)
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var barrels = V.Load(flow, i) * d;
            var cost = barrels * V.Load(cell.LiftingCost, i);
            if (cell.HasTolls)
            {
                var value = barrels * (V.Load(cell.Price, i) + V.Load(cell.Premium, i));
                if (cell.HasFlow)
                {
                    value *= V.Load(cell.Delivered, i) * V.Load(cell.Uplift, i);
                }

                cost += (barrels * V.Load(cell.TollPerBarrel, i)) + (value * V.Load(cell.TollShare, i));
            }

            cost.Store(costs, i);
        }
    }

    /// <summary>Sales and costs of the stock loaded; what the terminal's holder takes.</summary>
    /// <param name="lanes">Lanes of the stock on the route.</param>
    /// <param name="flow">Loaded, [lane], b/d.</param>
    /// <param name="days">Days of the step.</param>
    /// <param name="sales">Receives the owner's sales, [lane], USD.</param>
    /// <param name="costs">Receives the owner's transport and tolls, [lane], USD.</param>
    /// <param name="levies">Receives what the holder takes, [lane], USD.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sell<V>(
        in StockLanes lanes,
        ReadOnlySpan<double> flow,
        double days,
        Span<double> sales,
        Span<double> costs,
        Span<double> levies
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var barrels = V.Load(flow, i) * d;
            var value = barrels * (V.Load(lanes.Price, i) * V.Load(lanes.Uplift, i) * V.Load(lanes.Delivered, i));
            var inKind = V.Load(lanes.TollInKind, i);
            var share = V.Load(lanes.TollShare, i);
            var perBarrel = V.Load(lanes.TollPerBarrel, i);
            (value - (value * inKind)).Store(sales, i);
            ((barrels * (V.Load(lanes.Transport, i) + perBarrel)) + (value * (share - inKind))).Store(costs, i);
            ((barrels * perBarrel) + (value * share)).Store(levies, i);
        }
    }
}

/// <summary>Lanes of a stock on a route that ends at its terminal.</summary>
internal readonly ref struct StockLanes
{
    /// <summary>Price of the market, USD/bbl.</summary>
    public required ReadOnlySpan<double> Price { get; init; }

    /// <summary>Price ratio of the route's refineries.</summary>
    public required ReadOnlySpan<double> Uplift { get; init; }

    /// <summary>Share of a barrel loaded that is delivered.</summary>
    public required ReadOnlySpan<double> Delivered { get; init; }

    /// <summary>Transport on the route, USD/bbl.</summary>
    public required ReadOnlySpan<double> Transport { get; init; }

    /// <summary>1 where the gate and the market admit the owner, else 0.</summary>
    public required ReadOnlySpan<double> Admitted { get; init; }

    /// <summary>Toll and fee of the terminal, USD/bbl.</summary>
    public required ReadOnlySpan<double> TollPerBarrel { get; init; }

    /// <summary>Toll share, in kind included.</summary>
    public required ReadOnlySpan<double> TollShare { get; init; }

    /// <summary>Toll in kind.</summary>
    public required ReadOnlySpan<double> TollInKind { get; init; }
}
