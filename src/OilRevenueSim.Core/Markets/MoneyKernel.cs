using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>Books sales, costs, levies and proceeds of a step (model.md §9).</summary>
internal static class MoneyKernel
{
    /// <summary>Value of a flow: what is sold for the seller, and what it costs him.</summary>
    /// <remarks>
    /// value = flow·days·k·(P + premium)·(1 + uplift); sales = value·(1 − in kind);
    /// costs = barrels·(lifting + transport + tolls per barrel) + value·(toll shares − in kind).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Price<V>(
        in CellLanes cell,
        ReadOnlySpan<double> flow,
        double days,
        Span<double> sales,
        Span<double> costs
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var barrels = V.Load(flow, i) * d;
            var value = barrels * (V.Load(cell.Price, i) + V.Load(cell.Premium, i));
            if (cell.HasFlow)
            {
                value *= V.Load(cell.Delivered, i) * V.Load(cell.Uplift, i);
            }

            var unitCost = V.Load(cell.LiftingCost, i) + V.Load(cell.Transport, i);
            if (cell.HasTolls)
            {
                var inKind = V.Load(cell.TollInKind, i);
                var cost =
                    (barrels * (unitCost + V.Load(cell.TollPerBarrel, i)))
                    + (value * (V.Load(cell.TollShare, i) - inKind));
                cost.Store(costs, i);
                (value - (value * inKind)).Store(sales, i);
            }
            else
            {
                (barrels * unitCost).Store(costs, i);
                value.Store(sales, i);
            }
        }
    }

    /// <summary>value = flow·days·k·(P + premium)·(1 + uplift): what buyers pay, tolls in kind included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Worth<V>(in CellLanes cell, ReadOnlySpan<double> flow, double days, Span<double> value)
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var worth = V.Load(flow, i) * d * (V.Load(cell.Price, i) + V.Load(cell.Premium, i));
            if (cell.HasFlow)
            {
                worth *= V.Load(cell.Delivered, i) * V.Load(cell.Uplift, i);
            }

            worth.Store(value, i);
        }
    }

    /// <summary>account += amount.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<V>(Span<double> account, ReadOnlySpan<double> amount)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < account.Length; i += V.Count)
        {
            (V.Load(account, i) + V.Load(amount, i)).Store(account, i);
        }
    }

    /// <summary>account += factor·amount.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled<V>(Span<double> account, ReadOnlySpan<double> amount, double factor)
        where V : unmanaged, ILanes<V>
    {
        var f = V.Create(factor);
        for (var i = 0; i < account.Length; i += V.Count)
        {
            (V.Load(account, i) + (f * V.Load(amount, i))).Store(account, i);
        }
    }

    /// <summary>quotient = amount / divisor; a whole amount of days divided by the days is exactly 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DivideBy<V>(ReadOnlySpan<double> amount, double divisor, Span<double> quotient)
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(divisor);
        for (var i = 0; i < quotient.Length; i += V.Count)
        {
            (V.Load(amount, i) / d).Store(quotient, i);
        }
    }

    /// <summary>account += amount in the lanes where the seller is the actor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWhere<V>(
        Span<double> account,
        ReadOnlySpan<double> amount,
        ReadOnlySpan<double> seller,
        double actor
    )
        where V : unmanaged, ILanes<V>
    {
        var a = V.Create(actor);
        for (var i = 0; i < account.Length; i += V.Count)
        {
            var mine = V.And(V.Equal(V.Load(seller, i), a), V.Load(amount, i));
            (V.Load(account, i) + mine).Store(account, i);
        }
    }

    /// <summary>Books a sale of a field in the lanes where the seller is the actor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Book<V>(in SaleLanes sale, double actor)
        where V : unmanaged, ILanes<V>
    {
        var sellers = sale.Sellers;
        var receipts = sale.Sales;
        var costs = sale.Costs;
        var barrels = sale.Barrels;
        var sellerSales = sale.SellerSales;
        var sellerCosts = sale.SellerCosts;
        var fieldSales = sale.FieldSales;
        var sellerBarrels = sale.SellerBarrels;
        var a = V.Create(actor);
        for (var i = 0; i < sellers.Length; i += V.Count)
        {
            var mine = V.Equal(V.Load(sellers, i), a);
            var sales = V.And(mine, V.Load(receipts, i));
            (V.Load(sellerSales, i) + sales).Store(sellerSales, i);
            (V.Load(sellerCosts, i) + V.And(mine, V.Load(costs, i))).Store(sellerCosts, i);
            if (!fieldSales.IsEmpty)
            {
                (V.Load(fieldSales, i) + sales).Store(fieldSales, i);
            }

            if (!sellerBarrels.IsEmpty)
            {
                (V.Load(sellerBarrels, i) + V.And(mine, V.Load(barrels, i))).Store(sellerBarrels, i);
            }
        }
    }

    /// <summary>product = factor·amount.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale<V>(ReadOnlySpan<double> amount, double factor, Span<double> product)
        where V : unmanaged, ILanes<V>
    {
        var f = V.Create(factor);
        for (var i = 0; i < product.Length; i += V.Count)
        {
            (f * V.Load(amount, i)).Store(product, i);
        }
    }

    /// <summary>levies += barrels·toll per barrel + value·toll share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Levy<V>(
        in CellLanes cell,
        ReadOnlySpan<double> flow,
        double days,
        ReadOnlySpan<double> perBarrel,
        ReadOnlySpan<double> share,
        Span<double> levies
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < flow.Length; i += V.Count)
        {
            var barrels = V.Load(flow, i) * d;
            var value = barrels * (V.Load(cell.Price, i) + V.Load(cell.Premium, i));
            if (cell.HasFlow)
            {
                value *= V.Load(cell.Delivered, i) * V.Load(cell.Uplift, i);
            }

            var due = (barrels * V.Load(perBarrel, i)) + (value * V.Load(share, i));
            (V.Load(levies, i) + due).Store(levies, i);
        }
    }

    /// <summary>difference = a − b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract<V>(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> difference)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < difference.Length; i += V.Count)
        {
            (V.Load(a, i) - V.Load(b, i)).Store(difference, i);
        }
    }

    /// <summary>Moves a share of max(0, sales − costs) from the seller to another.</summary>
    /// <param name="sales">Sales of the step, [lane], USD.</param>
    /// <param name="costs">Lifting, transport and tolls of the step, [lane], USD.</param>
    /// <param name="share">Share passed on, [lane].</param>
    /// <param name="retained">What the seller keeps, [lane], USD; falls by the amount.</param>
    /// <param name="paid">What the seller paid, [lane], USD; grows.</param>
    /// <param name="received">What the other received, [lane], USD; grows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Proceed<V>(
        ReadOnlySpan<double> sales,
        ReadOnlySpan<double> costs,
        ReadOnlySpan<double> share,
        Span<double> retained,
        Span<double> paid,
        Span<double> received
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < sales.Length; i += V.Count)
        {
            var amount = V.Max(V.Load(sales, i) - V.Load(costs, i), V.Zero) * V.Load(share, i);
            (V.Load(retained, i) - amount).Store(retained, i);
            (V.Load(paid, i) + amount).Store(paid, i);
            (V.Load(received, i) + amount).Store(received, i);
        }
    }

    /// <summary>account += max(0, sales − costs)·share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProceeds<V>(
        ReadOnlySpan<double> sales,
        ReadOnlySpan<double> costs,
        ReadOnlySpan<double> share,
        Span<double> account
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < sales.Length; i += V.Count)
        {
            var amount = V.Max(V.Load(sales, i) - V.Load(costs, i), V.Zero) * V.Load(share, i);
            (V.Load(account, i) + amount).Store(account, i);
        }
    }

    /// <summary>Books what a field produced, what stayed in the ground and what it would have sold undisturbed.</summary>
    /// <remarks>
    /// Oil shut in is valued at the price on the owner's first legal route plus premium less transport; undisturbed sales at
    /// price plus premium, as sales are, so that an owner whom nothing disturbs forgoes nothing (docs/adr/0004).
    /// </remarks>
    /// <param name="cell">Field on its owner's first legal route.</param>
    /// <param name="sustainable">q*, [lane], b/d.</param>
    /// <param name="available">q = q*·r̄, [lane], b/d.</param>
    /// <param name="left">Available but not routed, [lane], b/d.</param>
    /// <param name="undisturbed">q°, [lane], b/d.</param>
    /// <param name="days">Days of the step.</param>
    /// <param name="shutIn">Owner's value shut in, USD.</param>
    /// <param name="potential">Owner's undisturbed value, USD.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forgo<V>(
        in CellLanes cell,
        ReadOnlySpan<double> sustainable,
        ReadOnlySpan<double> available,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> undisturbed,
        double days,
        Span<double> shutIn,
        Span<double> potential
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < left.Length; i += V.Count)
        {
            var gain = V.Load(cell.Price, i) + V.Load(cell.Premium, i);
            var legal = gain - V.Load(cell.Transport, i);
            var lost = V.Max(V.Load(sustainable, i) - (V.Load(available, i) - V.Load(left, i)), V.Zero);
            (V.Load(shutIn, i) + (lost * d * legal)).Store(shutIn, i);
            (V.Load(potential, i) + (V.Load(undisturbed, i) * d * gain)).Store(potential, i);
        }
    }

    /// <summary>produced += (q − left)·days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Produce<V>(
        ReadOnlySpan<double> available,
        ReadOnlySpan<double> left,
        double days,
        Span<double> produced
    )
        where V : unmanaged, ILanes<V>
    {
        var d = V.Create(days);
        for (var i = 0; i < left.Length; i += V.Count)
        {
            (V.Load(produced, i) + ((V.Load(available, i) - V.Load(left, i)) * d)).Store(produced, i);
        }
    }

    /// <summary>held += days in the lanes where the holder is the actor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Hold<V>(ReadOnlySpan<double> holder, double actor, double days, Span<double> held)
        where V : unmanaged, ILanes<V>
    {
        var a = V.Create(actor);
        var d = V.Create(days);
        for (var i = 0; i < holder.Length; i += V.Count)
        {
            (V.Load(held, i) + V.And(V.Equal(V.Load(holder, i), a), d)).Store(held, i);
        }
    }
}

/// <summary>Lanes of one sale of a field, and of the accounts of one who may be its seller; all grow.</summary>
internal readonly ref struct SaleLanes
{
    /// <summary>Who sells.</summary>
    public required ReadOnlySpan<double> Sellers { get; init; }

    /// <summary>Receipts, USD.</summary>
    public required ReadOnlySpan<double> Sales { get; init; }

    /// <summary>Lifting, transport and tolls, USD.</summary>
    public required ReadOnlySpan<double> Costs { get; init; }

    /// <summary>Barrels delivered.</summary>
    public required ReadOnlySpan<double> Barrels { get; init; }

    /// <summary>Receipts of the seller in the market, USD.</summary>
    public required Span<double> SellerSales { get; init; }

    /// <summary>His costs there, USD.</summary>
    public required Span<double> SellerCosts { get; init; }

    /// <summary>His receipts from the field, USD; empty where nothing reads them.</summary>
    public required Span<double> FieldSales { get; init; }

    /// <summary>His barrels delivered in the market; empty where nothing reads them.</summary>
    public required Span<double> SellerBarrels { get; init; }
}
