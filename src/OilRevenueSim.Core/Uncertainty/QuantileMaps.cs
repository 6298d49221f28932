using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>m + s·Φ⁻¹(u).</summary>
internal readonly struct NormalQuantileMap(double mean, double standardDeviation) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> =>
        TLanes.FusedMultiplyAdd(TLanes.Create(standardDeviation), LaneMath.InverseNormal(x), TLanes.Create(mean));
}

/// <summary>e^(m + s·Φ⁻¹(u)).</summary>
internal readonly struct LogNormalQuantileMap(double logMean, double logStandardDeviation) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> =>
        LaneMath.Exp(
            TLanes.FusedMultiplyAdd(
                TLanes.Create(logStandardDeviation),
                LaneMath.InverseNormal(x),
                TLanes.Create(logMean)
            )
        );
}

/// <summary>1/(1 + e^(−y)), y = m + s·Φ⁻¹(u).</summary>
internal readonly struct LogitNormalQuantileMap(double logitMean, double logitStandardDeviation) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var y = TLanes.FusedMultiplyAdd(
            TLanes.Create(logitStandardDeviation),
            LaneMath.InverseNormal(x),
            TLanes.Create(logitMean)
        );
        // e^(−|y|) never overflows and keeps the small end exact.
        var small = LaneMath.Exp(-TLanes.Abs(y));
        var large = TLanes.Create(1.0) / (TLanes.Create(1.0) + small);
        return TLanes.Select(TLanes.GreaterThanOrEqual(y, TLanes.Zero), large, small * large);
    }
}

/// <summary>a + (b − a)·u.</summary>
internal readonly struct UniformQuantileMap(double low, double high) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> =>
        TLanes.Min(TLanes.Create(high), TLanes.FusedMultiplyAdd(TLanes.Create(high - low), x, TLanes.Create(low)));
}

/// <summary>a + √(u·(b−a)(c−a)) up to the peak c, b − √((1−u)·(b−a)(b−c)) beyond.</summary>
internal readonly struct TriangularQuantileMap(double low, double mode, double high) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var width = high - low;
        var rising = TLanes.Create(low) + TLanes.Sqrt(x * TLanes.Create(width * (mode - low)));
        var falling =
            TLanes.Create(high) - TLanes.Sqrt((TLanes.Create(1.0) - x) * TLanes.Create(width * (high - mode)));
        return TLanes.Select(TLanes.LessThanOrEqual(x, TLanes.Create((mode - low) / width)), rising, falling);
    }
}

/// <summary>a + (b − a)·I⁻¹(u): beta and PERT.</summary>
internal readonly struct BetaQuantileMap(IncompleteBeta shape, double low, double high) : ILaneMap
{
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> =>
        TLanes.FusedMultiplyAdd(TLanes.Create(high - low), shape.Quantile(x), TLanes.Create(low));
}

/// <summary>Rescales u to (from, to): the uniform of a truncated law.</summary>
internal readonly struct RescaleMap(double from, double to) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> =>
        TLanes.FusedMultiplyAdd(TLanes.Create(to - from), x, TLanes.Create(from));
}

/// <summary>Holds a value inside [low, high].</summary>
internal readonly struct ClampMap(double low, double high) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> => TLanes.Min(TLanes.Create(high), TLanes.Max(TLanes.Create(low), x));
}

/// <summary>1/x.</summary>
internal readonly struct InverseMap : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> => TLanes.Create(1.0) / x;
}

/// <summary>−ln(1 − x)/w.</summary>
internal readonly struct LossToRateMap(double windowYears) : ILaneMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Apply<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes> => -LaneMath.Log1p(-x) / TLanes.Create(windowYears);
}
