using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Picks the widest lanes that the processor computes in hardware; the width never changes a bit.</summary>
/// <remarks>
/// The properties are constants to the JIT, so that a kernel is dispatched without cost:
/// <code>
/// public static void Scale(ReadOnlySpan&lt;double&gt; x, Span&lt;double&gt; y)
/// {
///     if (LaneWidth.Has8) { Scale&lt;Lanes8&gt;(x, y); }
///     else if (LaneWidth.Has4) { Scale&lt;Lanes4&gt;(x, y); }
///     else if (LaneWidth.Has2) { Scale&lt;Lanes2&gt;(x, y); }
///     else { Scale&lt;Lanes1&gt;(x, y); }
/// }
/// </code>
/// A 512-bit body on a machine without it runs about 20 times slower than scalar code, hence the test for acceleration.
/// </remarks>
internal static class LaneWidth
{
    /// <summary>True when <see cref="Lanes8"/> is the width to use.</summary>
    public static bool Has8
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated;
    }

    /// <summary>True when <see cref="Lanes4"/> is accelerated.</summary>
    public static bool Has4
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.IsHardwareAccelerated;
    }

    /// <summary>True when <see cref="Lanes2"/> is accelerated.</summary>
    public static bool Has2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.IsHardwareAccelerated;
    }

    /// <summary>Lanes of the widest accelerated width: 8, 4, 2 or 1.</summary>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            Has8 ? 8
            : Has4 ? 4
            : Has2 ? 2
            : 1;
    }
}
