using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Prices;

/// <summary>How the effects of Brownian motions that fade at rates κ add up over a step (model.md §5).</summary>
internal static class StepCovariance
{
    /// <summary>∫₀^dt e^(−κs) ds = (1 − e^(−κdt))/κ for κ &gt; 0: the covariance of two unit motions whose κ add to this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Fading<TLanes>(TLanes kappa, double dtYears)
        where TLanes : unmanaged, ILanes<TLanes> => -LaneMath.Expm1(-(kappa * TLanes.Create(dtYears))) / kappa;

    /// <summary>The same for one number; dt where κ is 0.</summary>
    public static double Fading(double kappa, double dtYears) =>
        kappa == 0.0 ? dtYears : Fading(Lanes1.Create(kappa), dtYears).Value;
}
