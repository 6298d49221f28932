using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Production;

/// <summary>What an actor brings to the fields that he operates.</summary>
internal static class SellerKernel
{
    /// <summary>into = factor·value in the lanes where the actor is the one given; with a factor of 1 the value itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Choose<V>(
        ReadOnlySpan<double> actors,
        double actor,
        ReadOnlySpan<double> value,
        double factor,
        Span<double> into
    )
        where V : unmanaged, ILanes<V>
    {
        var wanted = V.Create(actor);
        var f = V.Create(factor);
        for (var i = 0; i < into.Length; i += V.Count)
        {
            var isHe = V.Equal(V.Load(actors, i), wanted);
            V.Select(isHe, f * V.Load(value, i), V.Load(into, i)).Store(into, i);
        }
    }

    /// <summary>into = 1/value in the lanes where the actor is the one given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ChooseInverse<V>(
        ReadOnlySpan<double> actors,
        double actor,
        ReadOnlySpan<double> value,
        Span<double> into
    )
        where V : unmanaged, ILanes<V>
    {
        var wanted = V.Create(actor);
        var one = V.Create(1.0);
        for (var i = 0; i < into.Length; i += V.Count)
        {
            var isHe = V.Equal(V.Load(actors, i), wanted);
            V.Select(isHe, one / V.Load(value, i), V.Load(into, i)).Store(into, i);
        }
    }
}
