using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Production;

/// <summary>Repair of assets and clocks of attacks (model.md §7).</summary>
internal static class DamageKernel
{
    /// <summary>c ← 1 − (1 − c)·e^(−capability·access·dt/τ).</summary>
    /// <remarks>Where one operator works everywhere at one speed, all lanes share an exponential: it is computed where the speed changes.</remarks>
    /// <param name="condition">Condition, [lane].</param>
    /// <param name="capability">Capability of the operator, [lane].</param>
    /// <param name="access">Share of the step in which he may work, [lane].</param>
    /// <param name="repairTimeYears">τ, [lane], years.</param>
    /// <param name="dtYears">Length of the step, years.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Repair<V>(
        Span<double> condition,
        ReadOnlySpan<double> capability,
        ReadOnlySpan<double> access,
        ReadOnlySpan<double> repairTimeYears,
        double dtYears
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var dt = V.Create(-dtYears);
        var everywhere = V.MaskBits(V.True);
        var (effort, time, repaired) = (V.Zero, one, V.Zero);
        for (var i = 0; i < condition.Length; i += V.Count)
        {
            var effortHere = V.Load(capability, i) * V.Load(access, i) * dt;
            var timeHere = V.Load(repairTimeYears, i);
            if (V.MaskBits(V.And(V.Equal(effortHere, effort), V.Equal(timeHere, time))) != everywhere)
            {
                (effort, time) = (effortHere, timeHere);
                repaired = one - LaneMath.Exp(effort / time);
            }

            var now = V.Load(condition, i);
            (now + ((one - now) * repaired)).Store(condition, i); // exactly c where nothing is repaired
        }
    }

    /// <summary>applies = 1 in the lanes where the actor holds a target's area, or, the other way round, where he does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find<V>(ReadOnlySpan<double> holders, double actor, bool isHeld, Span<double> applies)
        where V : unmanaged, ILanes<V>
    {
        var wanted = V.Create(actor);
        var one = V.Create(1.0);
        for (var i = 0; i < applies.Length; i += V.Count)
        {
            var holds = V.Equal(V.Load(holders, i), wanted);
            var before = V.Load(applies, i);
            (isHeld ? V.Select(holds, one, before) : V.Select(holds, before, one)).Store(applies, i);
        }
    }

    /// <summary>Lets a clock spend p = λ·dt, plus what clustering adds, where it applies; lists the lanes in which it fires.</summary>
    /// <param name="clock">What the clock has left, [lane].</param>
    /// <param name="ratesPerYear">λ, [lane], per year.</param>
    /// <param name="extra">What clustering adds to p, [lane]; empty without clustering.</param>
    /// <param name="applies">1 where there is something to hit, else 0, [lane].</param>
    /// <param name="dtYears">Length of the step, years.</param>
    /// <param name="fired">Receives the lanes that fire; their clocks are left as they were.</param>
    /// <returns>Number of lanes listed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Spend<V>(
        Span<double> clock,
        ReadOnlySpan<double> ratesPerYear,
        ReadOnlySpan<double> extra,
        ReadOnlySpan<double> applies,
        double dtYears,
        Span<int> fired
    )
        where V : unmanaged, ILanes<V>
    {
        var dt = V.Create(dtYears);
        var count = 0;
        for (var i = 0; i < clock.Length; i += V.Count)
        {
            var spent = V.Load(ratesPerYear, i) * dt;
            spent = extra.Length > 0 ? spent + V.Load(extra, i) : spent;
            spent *= V.Load(applies, i);
            var left = V.Load(clock, i);
            var fires = V.And(V.LessThanOrEqual(left, spent), V.GreaterThan(spent, V.Zero));
            V.Select(fires, left, left - spent).Store(clock, i);
            count = LanePacking.List(fires, i, fired, count);
        }

        return count;
    }

    /// <summary>extra = adds·A·(1 − e^(−dt/fades)); A ← A·e^(−dt/fades).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Excite<V>(
        Span<double> excitement,
        ReadOnlySpan<double> adds,
        ReadOnlySpan<double> fadesYears,
        double dtYears,
        Span<double> extra
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var dt = V.Create(-dtYears);
        for (var i = 0; i < extra.Length; i += V.Count)
        {
            var decay = LaneMath.Exp(dt / V.Load(fadesYears, i));
            var now = V.Load(excitement, i);
            (V.Load(adds, i) * now * (one - decay)).Store(extra, i);
            (now * decay).Store(excitement, i);
        }
    }
}
