using System.Runtime.CompilerServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Packs lanes one by one where the processor has no instruction for it; without a branch, since masks are random.</summary>
internal static class LanePacking
{
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
        Span<double> spread = stackalloc double[TLanes.Count];
        var bits = (int)TLanes.MaskBits(mask);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            spread[lane] = packed[offset];
            offset += (bits >> lane) & 1;
        }

        return TLanes.Select(mask, TLanes.Load(spread, 0), others);
    }

    private static ref double First(Span<double> span) =>
        ref System.Runtime.InteropServices.MemoryMarshal.GetReference(span);

    private static double Element<TLanes>(ref readonly TLanes value, int lane)
        where TLanes : unmanaged => Unsafe.Add(ref Unsafe.As<TLanes, double>(ref Unsafe.AsRef(in value)), lane);
}
