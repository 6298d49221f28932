using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Production;

/// <summary>Workforce and sustainable output of fields (model.md §7).</summary>
internal static class WorkforceKernel
{
    /// <summary>w ← skill + (w − skill)·e^(−dt/τ).</summary>
    /// <param name="workforce">Workforce, [lane].</param>
    /// <param name="skill">Skill of the operator, [lane].</param>
    /// <param name="retrainRatePerYear">1/τ of the operator, [lane], per year.</param>
    /// <param name="dtYears">Length of the step, years.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Relax<V>(
        Span<double> workforce,
        ReadOnlySpan<double> skill,
        ReadOnlySpan<double> retrainRatePerYear,
        double dtYears
    )
        where V : unmanaged, ILanes<V>
    {
        var dt = V.Create(-dtYears);
        for (var i = 0; i < workforce.Length; i += V.Count)
        {
            var target = V.Load(skill, i);
            var decay = LaneMath.Exp(V.Load(retrainRatePerYear, i) * dt);
            (target + ((V.Load(workforce, i) - target) * decay)).Store(workforce, i);
        }
    }

    /// <summary>Product of two lanes: capacity · condition, or intact capacity · workforce.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<V>(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < product.Length; i += V.Count)
        {
            (V.Load(a, i) * V.Load(b, i)).Store(product, i);
        }
    }
}
