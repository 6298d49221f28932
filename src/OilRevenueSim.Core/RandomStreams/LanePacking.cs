using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>[mask of four lanes][place]: the lanes that are set, ascending; what follows them is of no account.</summary>
    // csharpier-ignore
    private static ReadOnlySpan<int> SetLanes =>
    [
        0, 0, 0, 0,
        0, 0, 0, 0,
        1, 0, 0, 0,
        0, 1, 0, 0,
        2, 0, 0, 0,
        0, 2, 0, 0,
        1, 2, 0, 0,
        0, 1, 2, 0,
        3, 0, 0, 0,
        0, 3, 0, 0,
        1, 3, 0, 0,
        0, 1, 3, 0,
        2, 3, 0, 0,
        0, 2, 3, 0,
        1, 2, 3, 0,
        0, 1, 2, 3,
    ];

    /// <summary>Appends the lanes of a mask to a list, ascending, without a branch.</summary>
    /// <param name="mask">Mask of lanes.</param>
    /// <param name="lane">Lane of the block that is the mask's first.</param>
    /// <param name="list">Lanes listed so far, of those before <paramref name="lane"/>; as long as the block.</param>
    /// <param name="count">Their number.</param>
    /// <returns>The new number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int List<TLanes>(TLanes mask, int lane, Span<int> list, int count)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var bits = TLanes.MaskBits(mask);
        ref var first = ref MemoryMarshal.GetReference(list);
        if (TLanes.Count < 4)
        {
            for (var k = 0; k < TLanes.Count; k++)
            {
                Unsafe.Add(ref first, count) = lane + k;
                count += (int)(bits >> k) & 1;
            }

            return count;
        }

        ref var order = ref MemoryMarshal.GetReference(SetLanes);
        for (var k = 0; k < TLanes.Count; k += 4)
        {
            var four = (bits >> k) & 15;
            var places = Vector128.LoadUnsafe(ref order, 4 * four) + Vector128.Create(lane + k);
            places.StoreUnsafe(ref Unsafe.Add(ref first, count));
            count += BitOperations.PopCount(four);
        }

        return count;
    }

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
