using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Interventions;

/// <summary>What an effect makes of a number in the share f of a step for which it acts (model.md §9).</summary>
internal static class EffectKernel
{
    /// <summary>f = (min(end, step's end) − max(start, step's start))/days, at least 0.</summary>
    /// <param name="startDays">Start of the effect, [lane], days since the start of the run; +∞ where it does not act.</param>
    /// <param name="endDay">Day after its last.</param>
    /// <param name="firstDay">First day of the step.</param>
    /// <param name="days">Days of the step.</param>
    /// <param name="shares">Receives the shares, [lane].</param>
    public static void Cover<V>(
        ReadOnlySpan<double> startDays,
        double endDay,
        double firstDay,
        double days,
        Span<double> shares
    )
        where V : unmanaged, ILanes<V>
    {
        var end = V.Min(V.Create(endDay), V.Create(firstDay + days));
        for (var i = 0; i < shares.Length; i += V.Count)
        {
            var covered = end - V.Max(V.Create(firstDay), V.Load(startDays, i));
            (V.Max(V.Zero, covered) / V.Create(days)).Store(shares, i);
        }
    }

    /// <summary>1 where start ≤ day, else 0.</summary>
    public static void Begun<V>(ReadOnlySpan<double> startDays, double day, Span<double> begun)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < begun.Length; i += V.Count)
        {
            V.And(V.LessThanOrEqual(V.Load(startDays, i), V.Create(day)), V.Create(1.0)).Store(begun, i);
        }
    }

    /// <summary>Multiplies by 1 − f where a phase is held: where the effect had begun at the step's start.</summary>
    public static void Hold<V>(
        Span<double> rates,
        ReadOnlySpan<double> startDays,
        double firstDay,
        ReadOnlySpan<double> shares
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            var begun = V.LessThanOrEqual(V.Load(startDays, i), V.Create(firstDay));
            var held = V.And(begun, V.Load(shares, i));
            (V.Load(rates, i) * (V.Create(1.0) - held)).Store(rates, i);
        }
    }

    /// <summary>x ← x + f(y − x), and y itself where f is 1: what opens replaces what closed.</summary>
    public static void Replace<V>(Span<double> values, ReadOnlySpan<double> by, ReadOnlySpan<double> shares)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < values.Length; i += V.Count)
        {
            Towards(V.Load(values, i), V.Load(by, i), V.Load(shares, i)).Store(values, i);
        }
    }

    /// <summary>x ← x + f·y.</summary>
    public static void Shift<V>(Span<double> values, ReadOnlySpan<double> by, ReadOnlySpan<double> shares)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < values.Length; i += V.Count)
        {
            (V.Load(values, i) + (V.Load(shares, i) * V.Load(by, i))).Store(values, i);
        }
    }

    /// <summary>x ← x + f·(min(cap, max(floor, factor·x + shift)) − x); what is absent is empty.</summary>
    public static void Price<V>(
        Span<double> prices,
        ReadOnlySpan<double> factor,
        ReadOnlySpan<double> shift,
        ReadOnlySpan<double> cap,
        ReadOnlySpan<double> floor,
        ReadOnlySpan<double> shares
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < prices.Length; i += V.Count)
        {
            var before = V.Load(prices, i);
            var after = factor.IsEmpty ? before : V.Load(factor, i) * before;
            after = shift.IsEmpty ? after : after + V.Load(shift, i);
            after = floor.IsEmpty ? after : V.Max(V.Load(floor, i), after);
            after = cap.IsEmpty ? after : V.Min(V.Load(cap, i), after);
            Towards(before, after, V.Load(shares, i)).Store(prices, i);
        }
    }

    /// <summary>ln of the price used, and that of the process, bit for bit, where both prices are the same.</summary>
    /// <remarks>A price used is held at 0.01 USD/bbl or more: a shift may take it to 0 or below, where no logarithm is.</remarks>
    public static void Log<V>(
        ReadOnlySpan<double> prices,
        ReadOnlySpan<double> logPrices,
        ReadOnlySpan<double> used,
        Span<double> log
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < log.Length; i += V.Count)
        {
            var price = V.Load(used, i);
            var same = V.Equal(price, V.Load(prices, i));
            V.Select(same, V.Load(logPrices, i), LaneMath.Log(V.Max(V.Create(0.01), price))).Store(log, i);
        }
    }

    private static V Towards<V>(V from, V to, V share)
        where V : unmanaged, ILanes<V> =>
        V.Select(V.GreaterThanOrEqual(share, V.Create(1.0)), to, from + (share * (to - from)));
}
