using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Markets;

/// <summary>Price of a market from its benchmark (model.md §5).</summary>
internal static class MarketPriceKernel
{
    /// <summary>P = max(floor, S·(1 − discount) + differential).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Linked<V>(
        ReadOnlySpan<double> benchmark,
        ReadOnlySpan<double> discount,
        ReadOnlySpan<double> differential,
        ReadOnlySpan<double> floor,
        Span<double> price
    )
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        for (var i = 0; i < price.Length; i += V.Count)
        {
            var linked = (V.Load(benchmark, i) * (one - V.Load(discount, i))) + V.Load(differential, i);
            V.Max(V.Load(floor, i), linked).Store(price, i);
        }
    }

    /// <summary>P = max(floor, level·(S/S_ref)^elasticity), with x = ln S.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Local<V>(
        ReadOnlySpan<double> logBenchmark,
        ReadOnlySpan<double> logReference,
        ReadOnlySpan<double> level,
        ReadOnlySpan<double> elasticity,
        ReadOnlySpan<double> floor,
        Span<double> price
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < price.Length; i += V.Count)
        {
            var ratio = LaneMath.Exp(V.Load(elasticity, i) * (V.Load(logBenchmark, i) - V.Load(logReference, i)));
            V.Max(V.Load(floor, i), V.Load(level, i) * ratio).Store(price, i);
        }
    }

    /// <summary>P = max(floor, level): a local price that follows nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Level<V>(ReadOnlySpan<double> level, ReadOnlySpan<double> floor, Span<double> price)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < price.Length; i += V.Count)
        {
            V.Max(V.Load(floor, i), V.Load(level, i)).Store(price, i);
        }
    }
}
