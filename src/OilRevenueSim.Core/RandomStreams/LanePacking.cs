using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Packs lanes one by one where the processor has no instruction for it; without a branch, since masks are random.</summary>
internal static class LanePacking
{
    /// <summary>[mask of four lanes][half of a lane]: where each half of the packed lanes comes from.</summary>
    /// <remarks>Constant data: an array would have the loops that use it ask at every turn whether it is there yet.</remarks>
    // csharpier-ignore
    public static ReadOnlySpan<int> PackOrder =>
    [
        0, 0, 0, 0, 0, 0, 0, 0,
        0, 1, 0, 0, 0, 0, 0, 0,
        2, 3, 0, 0, 0, 0, 0, 0,
        0, 1, 2, 3, 0, 0, 0, 0,
        4, 5, 0, 0, 0, 0, 0, 0,
        0, 1, 4, 5, 0, 0, 0, 0,
        2, 3, 4, 5, 0, 0, 0, 0,
        0, 1, 2, 3, 4, 5, 0, 0,
        6, 7, 0, 0, 0, 0, 0, 0,
        0, 1, 6, 7, 0, 0, 0, 0,
        2, 3, 6, 7, 0, 0, 0, 0,
        0, 1, 2, 3, 6, 7, 0, 0,
        4, 5, 6, 7, 0, 0, 0, 0,
        0, 1, 4, 5, 6, 7, 0, 0,
        2, 3, 4, 5, 6, 7, 0, 0,
        0, 1, 2, 3, 4, 5, 6, 7,
    ];

    /// <inheritdoc cref="ILanes{TSelf}.Pack" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pack<TLanes>(TLanes mask, TLanes value, Span<double> destination, int offset)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var bits = (int)TLanes.MaskBits(mask);
        var at = offset;
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            Unsafe.Add(ref First(destination), at) = Element(in value, lane);
            at += (bits >> lane) & 1;
        }

        return at - offset;
    }

    private static ref double First(Span<double> span) => ref MemoryMarshal.GetReference(span);

    private static double Element<TLanes>(ref readonly TLanes value, int lane)
        where TLanes : unmanaged => Unsafe.Add(ref Unsafe.As<TLanes, double>(ref Unsafe.AsRef(in value)), lane);
}
