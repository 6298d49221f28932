using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Control;

/// <summary>Hazard of a change from its base and its drivers (model.md §6).</summary>
internal static class HazardKernel
{
    /// <summary>base · HR[phase] · HR_n^n, a left fold.</summary>
    /// <param name="baseRatePerYear">Base hazard, per year.</param>
    /// <param name="phaseRatio">Hazard ratio of the phase, 1 where none.</param>
    /// <param name="neighbourRatio">Hazard ratio per neighbour, 1 where none.</param>
    /// <param name="neighbours">Neighbouring areas held by the taker.</param>
    public static double StateRate(double baseRatePerYear, double phaseRatio, double neighbourRatio, int neighbours)
    {
        var rate = baseRatePerYear * phaseRatio;
        for (var n = 0; n < neighbours; n++)
        {
            rate *= neighbourRatio;
        }

        return rate;
    }

    /// <summary>Multiplies hazards by HR_n^n in every lane, with the bits of <see cref="StateRate"/>.</summary>
    /// <param name="rates">base · HR[phase], [lane], per year; receives the product.</param>
    /// <param name="neighbourRatio">Hazard ratio per neighbour, [lane].</param>
    /// <param name="states">States of all chains, [chain][lane].</param>
    /// <param name="neighbours">Chains of the neighbouring areas.</param>
    /// <param name="actor">Who must hold a neighbour for it to count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleByNeighbours<V>(
        Span<double> rates,
        ReadOnlySpan<double> neighbourRatio,
        ReadOnlySpan<double> states,
        ReadOnlySpan<int> neighbours,
        double actor
    )
        where V : unmanaged, ILanes<V>
    {
        var wanted = V.Create(actor);
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            var rate = V.Load(rates, i);
            var ratio = V.Load(neighbourRatio, i);
            foreach (var neighbour in neighbours)
            {
                var holds = V.Equal(V.Load(states, (neighbour * rates.Length) + i), wanted);
                rate = V.Select(holds, rate * ratio, rate);
            }

            rate.Store(rates, i);
        }
    }

    /// <summary>1 + f(ratio − 1) where a ratio acts for the share f of a step; the ratio itself, bit for bit, where f is 1.</summary>
    public static double Share(double ratio, double share) => share >= 1.0 ? ratio : 1.0 + (share * (ratio - 1.0));

    /// <summary>Lanes of <see cref="Share(double, double)"/>.</summary>
    public static V Share<V>(V ratio, V share)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        return V.Select(V.GreaterThanOrEqual(share, one), ratio, one + (share * (ratio - one)));
    }

    /// <summary>Multiplies hazards by (y/y_ref)^ε = exp(ε·(x − x_ref)), x = ln y.</summary>
    /// <param name="source">Hazards so far, [lane], per year.</param>
    /// <param name="elasticity">ε, [lane].</param>
    /// <param name="log">x, [lane].</param>
    /// <param name="logReference">x_ref, [lane].</param>
    /// <param name="rates">Receives the hazards, [lane], per year.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise<V>(
        ReadOnlySpan<double> source,
        ReadOnlySpan<double> elasticity,
        ReadOnlySpan<double> log,
        ReadOnlySpan<double> logReference,
        Span<double> rates
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            var exponent = V.Load(elasticity, i) * (V.Load(log, i) - V.Load(logReference, i));
            (V.Load(source, i) * LaneMath.Exp(exponent)).Store(rates, i);
        }
    }

    /// <summary>Multiplies hazards by y^ε = exp(ε·x), x = ln y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Raise<V>(
        ReadOnlySpan<double> source,
        ReadOnlySpan<double> elasticity,
        ReadOnlySpan<double> log,
        Span<double> rates
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            (V.Load(source, i) * LaneMath.Exp(V.Load(elasticity, i) * V.Load(log, i))).Store(rates, i);
        }
    }

    /// <summary>ln of values held in [low, high].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void HeldLog<V>(ReadOnlySpan<double> values, double low, double high, Span<double> log)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < log.Length; i += V.Count)
        {
            var held = V.Min(V.Create(high), V.Max(V.Create(low), V.Load(values, i)));
            LaneMath.Log(held).Store(log, i);
        }
    }

    /// <summary>Multiplies lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale<V>(Span<double> rates, ReadOnlySpan<double> ratios)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            (V.Load(rates, i) * V.Load(ratios, i)).Store(rates, i);
        }
    }

    /// <summary>Multiplies by 1 + f(ratio − 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleShare<V>(Span<double> rates, ReadOnlySpan<double> ratios, ReadOnlySpan<double> shares)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            (V.Load(rates, i) * Share(V.Load(ratios, i), V.Load(shares, i))).Store(rates, i);
        }
    }

    /// <summary>Multiplies in the lanes where a chain is in a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleWhere<V>(
        Span<double> rates,
        ReadOnlySpan<double> states,
        double state,
        ReadOnlySpan<double> ratios
    )
        where V : unmanaged, ILanes<V>
    {
        var wanted = V.Create(state);
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            var rate = V.Load(rates, i);
            V.Select(V.Equal(V.Load(states, i), wanted), rate * V.Load(ratios, i), rate).Store(rates, i);
        }
    }

    /// <summary>gross = (sum − sum before)/dt, where sum runs over a month; then remembers the sum, or 0 where the month ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Difference<V>(Span<double> rates, Span<double> before, double dtYears, bool monthEnds)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            var sum = V.Load(rates, i);
            ((sum - V.Load(before, i)) / V.Create(dtYears)).Store(rates, i);
            (monthEnds ? V.Zero : sum).Store(before, i);
        }
    }

    /// <summary>Factor of a stabilising change in a step: the share of the step before its end, 1 + f(ratio − 1).</summary>
    /// <param name="untilYears">Time until which it acts, [lane].</param>
    /// <param name="ratios">Ratio, [lane].</param>
    /// <param name="startYears">Start of the step.</param>
    /// <param name="dtYears">Length of the step.</param>
    /// <param name="factors">Receives the factors, [lane].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Stabilise<V>(
        ReadOnlySpan<double> untilYears,
        ReadOnlySpan<double> ratios,
        double startYears,
        double dtYears,
        Span<double> factors
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < factors.Length; i += V.Count)
        {
            var covered = (V.Load(untilYears, i) - V.Create(startYears)) / V.Create(dtYears);
            var share = V.Max(V.Zero, V.Min(V.Create(1.0), covered));
            Share(V.Load(ratios, i), share).Store(factors, i);
        }
    }
}
