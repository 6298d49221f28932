using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Prices;

/// <summary>What a kernel finds in the place of a step's random number; known to the JIT, so that it costs nothing.</summary>
internal interface IShock
{
    /// <summary>The standard normal.</summary>
    static abstract TLanes Normal<TLanes>(TLanes found)
        where TLanes : unmanaged, ILanes<TLanes>;

    /// <summary>True where the normals of one benchmark are still independent of each other.</summary>
    static abstract bool IsIndependent { get; }
}

/// <summary>A uniform of the benchmark's stream.</summary>
internal readonly struct UniformShock : IShock
{
    public static bool IsIndependent => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Normal<TLanes>(TLanes found)
        where TLanes : unmanaged, ILanes<TLanes> => LaneMath.InverseNormal(found);
}

/// <summary>A standard normal that has the step's correlations already.</summary>
internal readonly struct CorrelatedShock : IShock
{
    public static bool IsIndependent => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Normal<TLanes>(TLanes found)
        where TLanes : unmanaged, ILanes<TLanes> => found;
}
