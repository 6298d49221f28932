using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Production;

/// <summary>Reach, restart and decline of fields (model.md §7, Ramp).</summary>
internal static class RampKernel
{
    private const double TwoDaysYears = 2.0 / Time.TimeGrid.DaysPerYear;

    /// <summary>reach += limit in the lanes where the route is open to the seller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRoute<V>(Span<double> reach, ReadOnlySpan<double> limit, ReadOnlySpan<double> admitted)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < reach.Length; i += V.Count)
        {
            var open = V.GreaterThan(V.Load(admitted, i), V.Zero);
            (V.Load(reach, i) + V.And(open, V.Load(limit, i))).Store(reach, i);
        }
    }

    /// <summary>a = φ·min(1, reach/q*), then the ramp of part (3): r ← min(r, a), τ where a rises, r̄.</summary>
    /// <remarks>
    /// r̄ = min(a, 1 − (1−r)(τ/dt)(1 − e^(−dt/τ))), which is a where r = a: most fields neither come back nor need the exponential.
    /// τ is needed, and set, only where a field comes back.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Restart<V>(in RampLanes ramp, double dtYears)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var dt = V.Create(dtYears);
        for (var i = 0; i < ramp.Reach.Length; i += V.Count)
        {
            var potential = V.Load(ramp.Sustainable, i);
            var reach = V.Load(ramp.Reach, i);
            var share = V.Select(V.LessThan(reach, potential), reach / potential, one);
            var a = V.Load(ramp.Open, i) * share;
            a.Store(ramp.Reach, i);
            var r = V.Min(V.Load(ramp.Ramp, i), a);
            r.Store(ramp.Ramp, i);
            var comesBack = V.LessThan(r, a);
            var mean = a;
            if (V.MaskBits(comesBack) != 0)
            {
                mean = V.Select(comesBack, MeanOfReturn(ramp, i, a, r, dt), a);
            }

            (potential * mean).Store(ramp.Available, i);
        }
    }

    /// <summary>r̄ where r &lt; a; keeps τ and e^(−dt/τ) for <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MeanOfReturn<V>(in RampLanes ramp, int i, V a, V r, V dt)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var rises = V.GreaterThan(a, V.Load(ramp.Previous, i) + V.Create(1e-9));
        var time = V.Max(V.Create(TwoDaysYears), V.Load(ramp.RestartShare, i) * V.Load(ramp.OutageYears, i));
        time = V.Select(rises, time, V.Load(ramp.TimeConstant, i));
        time.Store(ramp.TimeConstant, i);
        var decay = LaneMath.Exp(-(dt / time));
        decay.Store(ramp.Decay, i);
        return V.Min(a, one - ((one - r) * (time / dt) * (one - decay)));
    }

    /// <summary>The ramp of part (4): r ← min(a, 1 − (1−r)·e^(−dt/τ)); the outage grows while a &lt; 0.5 and ends at r ≥ 0.99.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Advance<V>(in RampLanes ramp, double dtYears)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var dt = V.Create(dtYears);
        for (var i = 0; i < ramp.Reach.Length; i += V.Count)
        {
            var a = V.Load(ramp.Reach, i);
            var before = V.Load(ramp.Ramp, i);
            var r = V.Min(a, one - ((one - before) * V.Load(ramp.Decay, i)));
            r = V.Select(V.LessThan(before, a), r, a);
            r.Store(ramp.Ramp, i);
            a.Store(ramp.Previous, i);
            var outage = V.Load(ramp.OutageYears, i);
            outage = V.Select(V.LessThan(a, V.Create(0.5)), outage + ((one - a) * dt), outage);
            V.Select(V.GreaterThanOrEqual(r, V.Create(0.99)), V.Zero, outage).Store(ramp.OutageYears, i);
        }
    }

    /// <summary>g° ← g°·e^(−decline·dt).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DeclineNaturally<V>(Span<double> remaining, ReadOnlySpan<double> decline, double dtYears)
        where V : unmanaged, ILanes<V>
    {
        var dt = V.Create(-dtYears);
        for (var i = 0; i < remaining.Length; i += V.Count)
        {
            (V.Load(remaining, i) * LaneMath.Exp(V.Load(decline, i) * dt)).Store(remaining, i);
        }
    }

    /// <summary>g ← g·e^(−(decline + neglect·(1−upkeep) + shut-in loss·(1−a))·dt).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decline<V>(
        Span<double> remaining,
        ReadOnlySpan<double> decline,
        ReadOnlySpan<double> neglect,
        ReadOnlySpan<double> shutInLoss,
        ReadOnlySpan<double> upkeep,
        ReadOnlySpan<double> reach,
        double dtYears
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var dt = V.Create(-dtYears);
        for (var i = 0; i < remaining.Length; i += V.Count)
        {
            var rate = V.Load(decline, i) + (V.Load(neglect, i) * (one - V.Load(upkeep, i)));
            rate += V.Load(shutInLoss, i) * (one - V.Load(reach, i));
            (V.Load(remaining, i) * LaneMath.Exp(rate * dt)).Store(remaining, i);
        }
    }
}

/// <summary>Lanes of one field's ramp.</summary>
internal readonly ref struct RampLanes
{
    /// <summary>Sum of its routes' limits, b/d; receives the reach a.</summary>
    public required Span<double> Reach { get; init; }

    /// <summary>φ of the field.</summary>
    public required ReadOnlySpan<double> Open { get; init; }

    /// <summary>q*, b/d.</summary>
    public required ReadOnlySpan<double> Sustainable { get; init; }

    /// <summary>q = q*·r̄, b/d.</summary>
    public required Span<double> Available { get; init; }

    /// <summary>r at the step's start.</summary>
    public required Span<double> Ramp { get; init; }

    /// <summary>a of the previous step.</summary>
    public required Span<double> Previous { get; init; }

    /// <summary>L, the length of the outage, years.</summary>
    public required Span<double> OutageYears { get; init; }

    /// <summary>τ_r, years.</summary>
    public required Span<double> TimeConstant { get; init; }

    /// <summary>e^(−dt/τ_r) of this step.</summary>
    public required Span<double> Decay { get; init; }

    /// <summary>Restart time as a share of the outage.</summary>
    public required ReadOnlySpan<double> RestartShare { get; init; }
}
