using System.Runtime.CompilerServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>A loop body over lanes, written once; what it reads and writes are the fields of the (ref) struct.</summary>
internal interface ILaneKernel
{
    /// <summary>Computes lanes <paramref name="lane"/> to lane + TLanes.Count − 1.</summary>
    void Run<TLanes>(int lane)
        where TLanes : unmanaged, ILanes<TLanes>;
}

/// <summary>Runs kernels at the widest accelerated width; what is left over runs one by one with the same bits.</summary>
internal static class LaneKernel
{
    /// <summary>Runs a kernel over lanes 0 to <paramref name="lanes"/> − 1.</summary>
    public static void Run<TKernel>(TKernel kernel, int lanes)
        where TKernel : struct, ILaneKernel, allows ref struct
    {
        if (LaneWidth.Has8)
        {
            Run<TKernel, Lanes8>(kernel, lanes);
        }
        else if (LaneWidth.Has4)
        {
            Run<TKernel, Lanes4>(kernel, lanes);
        }
        else if (LaneWidth.Has2)
        {
            Run<TKernel, Lanes2>(kernel, lanes);
        }
        else
        {
            Run<TKernel, Lanes1>(kernel, lanes);
        }
    }

    /// <summary>As <see cref="Run{TKernel}"/> at one width, which tests choose.</summary>
    /// <remarks>
    /// Compiled fully at once: in tiers, the first versions ran 5 to 20 times slower and lasted for seconds on a busy
    /// machine (exp 20 ns a double against 1.0).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TKernel, TLanes>(TKernel kernel, int lanes)
        where TKernel : struct, ILaneKernel, allows ref struct
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var lane = 0;
        for (; lane <= lanes - TLanes.Count; lane += TLanes.Count)
        {
            kernel.Run<TLanes>(lane);
        }

        for (; lane < lanes; lane++)
        {
            kernel.Run<Lanes1>(lane);
        }
    }
}
