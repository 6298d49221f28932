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

    /// <summary>Multiplies hazards by (S/S_ref)^ε = exp(ε·(x − x_ref)).</summary>
    /// <param name="stateRates">Hazards without the price driver, [lane], per year.</param>
    /// <param name="elasticity">ε, [lane].</param>
    /// <param name="logPrice">x = ln S, [lane].</param>
    /// <param name="logReference">x_ref = ln S at step 0, [lane].</param>
    /// <param name="rates">Receives the hazards, [lane], per year.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ApplyPrice<V>(
        ReadOnlySpan<double> stateRates,
        ReadOnlySpan<double> elasticity,
        ReadOnlySpan<double> logPrice,
        ReadOnlySpan<double> logReference,
        Span<double> rates
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < rates.Length; i += V.Count)
        {
            var exponent = V.Load(elasticity, i) * (V.Load(logPrice, i) - V.Load(logReference, i));
            (V.Load(stateRates, i) * LaneMath.Exp(exponent)).Store(rates, i);
        }
    }
}
