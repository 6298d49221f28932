using System.Runtime.CompilerServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Packs lanes one by one where the processor has no instruction for it; without a branch, since masks are random.</summary>
internal static class LanePacking
{
    /// <summary>[mask of four lanes][half of a lane]: where each half of the packed lanes comes from.</summary>
    public static readonly int[] PackOrder = Orders(packs: true);

    /// <summary>[mask of four lanes][half of a lane]: where each half of the unpacked lanes comes from.</summary>
    public static readonly int[] UnpackOrder = Orders(packs: false);

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

    /// <inheritdoc cref="ILanes{TSelf}.Unpack" />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Unpack<TLanes>(TLanes mask, ReadOnlySpan<double> packed, int offset, TLanes others)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var spread = others;
        var bits = (int)TLanes.MaskBits(mask);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<TLanes, double>(ref spread), lane) = packed[offset];
            offset += (bits >> lane) & 1;
        }

        return TLanes.Select(mask, spread, others);
    }

    private static int[] Orders(bool packs)
    {
        var orders = new int[16 * 8];
        for (var bits = 0; bits < 16; bits++)
        {
            var next = 0;
            for (var lane = 0; lane < 4; lane++)
            {
                if (((bits >> lane) & 1) != 0)
                {
                    var (to, from) = packs ? (next, lane) : (lane, next);
                    orders[(8 * bits) + (2 * to)] = 2 * from;
                    orders[(8 * bits) + (2 * to) + 1] = (2 * from) + 1;
                    next++;
                }
            }
        }

        return orders;
    }

    private static ref double First(Span<double> span) =>
        ref System.Runtime.InteropServices.MemoryMarshal.GetReference(span);

    private static double Element<TLanes>(ref readonly TLanes value, int lane)
        where TLanes : unmanaged => Unsafe.Add(ref Unsafe.As<TLanes, double>(ref Unsafe.AsRef(in value)), lane);
}
