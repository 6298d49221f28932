using System.Diagnostics.CodeAnalysis;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>A handful of doubles computed side by side; a kernel is written once over it and the JIT makes one body per width.</summary>
/// <remarks>
/// Every member gives the same bits in every lane whatever the width (model.md §4): there is no contraction, fused
/// multiply-add happens only where it is written, and comparisons give a mask of all ones or all zeros per lane.
/// Only the sign and payload of a NaN are left open; no kernel returns one for valid input.
/// Call a kernel through <see cref="LaneWidth"/>.
/// </remarks>
/// <typeparam name="TSelf">The implementing type: <see cref="Lanes1"/>, <see cref="Lanes2"/>, <see cref="Lanes4"/> or <see cref="Lanes8"/>.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Zero in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>A mask that is true in every lane.</summary>
    static abstract TSelf True { get; }

    /// <summary>One value in every lane.</summary>
    static abstract TSelf Create(double value);

    /// <summary>One bit pattern in every lane.</summary>
    static abstract TSelf CreateBits(long bits);

    /// <summary>Lanes <paramref name="offset"/> to offset + Count − 1 of what starts at <paramref name="source"/>; bounds are not checked.</summary>
    static abstract TSelf Load(ref readonly double source, int offset);

    /// <summary>Lanes <paramref name="offset"/> to offset + Count − 1 of a span; bounds are not checked.</summary>
    static abstract TSelf Load(ReadOnlySpan<double> source, int offset);

    /// <summary>Writes the lanes at <paramref name="offset"/> of what starts at <paramref name="destination"/>; bounds are not checked.</summary>
    void Store(ref double destination, int offset);

    /// <summary>Writes the lanes at <paramref name="offset"/> of a span; bounds are not checked.</summary>
    void Store(Span<double> destination, int offset);

    /// <summary>Sum, lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference, lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Product, lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient, lane by lane.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The sign bit flipped, lane by lane.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>Square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The sign bit cleared.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>Largest integer that is not larger.</summary>
    static abstract TSelf Floor(TSelf value);

    /// <summary><c>a &lt; b ? a : b</c>; so b where either is not a number.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary><c>a &gt; b ? a : b</c>; so b where either is not a number.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>Mask of a &lt; b.</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);

    /// <summary>Mask of a ≤ b.</summary>
    static abstract TSelf LessThanOrEqual(TSelf a, TSelf b);

    /// <summary>Mask of a &gt; b.</summary>
    static abstract TSelf GreaterThan(TSelf a, TSelf b);

    /// <summary>Mask of a ≥ b.</summary>
    static abstract TSelf GreaterThanOrEqual(TSelf a, TSelf b);

    /// <summary>Mask of a = b as numbers.</summary>
    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>Bitwise and.</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>Bitwise or.</summary>
    static abstract TSelf Or(TSelf a, TSelf b);

    /// <summary>Bitwise a and not b.</summary>
    static abstract TSelf AndNot(TSelf a, TSelf b);

    /// <summary><paramref name="a"/> in the lanes where the mask is true, <paramref name="b"/> in the others.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>Bit i is the mask of lane i.</summary>
    static abstract uint MaskBits(TSelf mask);

    /// <summary>
    /// Writes the lanes where the mask is true one after another from <paramref name="offset"/> on, and returns how many; the
    /// places up to offset + Count may be overwritten. Bounds are not checked.
    /// </summary>
    static abstract int Pack(TSelf mask, TSelf value, Span<double> destination, int offset);

    /// <summary>Sum of the bit patterns as 64-bit integers, wrapping.</summary>
    static abstract TSelf AddBits(TSelf a, TSelf b);

    /// <summary>Difference of the bit patterns as 64-bit integers, wrapping.</summary>
    static abstract TSelf SubtractBits(TSelf a, TSelf b);

    /// <summary>Bit pattern shifted left by a constant.</summary>
    static abstract TSelf ShiftLeftBits(TSelf value, [ConstantExpected] int count);

    /// <summary>Bit pattern shifted right by a constant, zeros moving in.</summary>
    static abstract TSelf ShiftRightBits(TSelf value, [ConstantExpected] int count);
}
