using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>One double: the scalar reference whose bits every other width repeats.</summary>
internal readonly struct Lanes1 : ILanes<Lanes1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly double _value;

    [MethodImpl(Inline)]
    private Lanes1(double value) => _value = value;

    /// <summary>The number held.</summary>
    public double Value
    {
        [MethodImpl(Inline)]
        get => _value;
    }

    /// <inheritdoc />
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 1;
    }

    /// <inheritdoc />
    public static Lanes1 Zero
    {
        [MethodImpl(Inline)]
        get => new(0.0);
    }

    /// <inheritdoc />
    public static Lanes1 True
    {
        [MethodImpl(Inline)]
        get => FromBits(-1);
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Create(double value) => new(value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 CreateBits(long bits) => FromBits(bits);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Load(ref readonly double source, int offset) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Load(ReadOnlySpan<double> source, int offset) =>
        new(Unsafe.Add(ref MemoryMarshal.GetReference(source), offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(ref double destination, int offset) => Unsafe.Add(ref destination, offset) = _value;

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(Span<double> destination, int offset) =>
        Unsafe.Add(ref MemoryMarshal.GetReference(destination), offset) = _value;

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left._value + right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left._value - right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left._value * right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left._value / right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 operator -(Lanes1 value) => new(-value._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 FusedMultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) =>
        new(Math.FusedMultiplyAdd(a._value, b._value, c._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Sqrt(Lanes1 value) => new(Math.Sqrt(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Abs(Lanes1 value) => new(Math.Abs(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Floor(Lanes1 value) => new(Math.Floor(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Min(Lanes1 a, Lanes1 b) => a._value < b._value ? a : b;

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Max(Lanes1 a, Lanes1 b) => a._value > b._value ? a : b;

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 LessThan(Lanes1 a, Lanes1 b) => Mask(a._value < b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 LessThanOrEqual(Lanes1 a, Lanes1 b) => Mask(a._value <= b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 GreaterThan(Lanes1 a, Lanes1 b) => Mask(a._value > b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 GreaterThanOrEqual(Lanes1 a, Lanes1 b) => Mask(a._value >= b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Equal(Lanes1 a, Lanes1 b) => Mask(a._value == b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 And(Lanes1 a, Lanes1 b) => FromBits(a.Bits & b.Bits);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Or(Lanes1 a, Lanes1 b) => FromBits(a.Bits | b.Bits);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 AndNot(Lanes1 a, Lanes1 b) => FromBits(a.Bits & ~b.Bits);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 Select(Lanes1 mask, Lanes1 a, Lanes1 b) => mask.Bits < 0 ? a : b;

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static uint MaskBits(Lanes1 mask) => (uint)((ulong)mask.Bits >> 63);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static int Pack(Lanes1 mask, Lanes1 value, Span<double> destination, int offset)
    {
        value.Store(destination, offset);
        return (int)MaskBits(mask);
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 AddBits(Lanes1 a, Lanes1 b) => FromBits(unchecked(a.Bits + b.Bits));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 SubtractBits(Lanes1 a, Lanes1 b) => FromBits(unchecked(a.Bits - b.Bits));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 ShiftLeftBits(Lanes1 value, [ConstantExpected] int count) => FromBits(value.Bits << count);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes1 ShiftRightBits(Lanes1 value, [ConstantExpected] int count) => FromBits(value.Bits >>> count);

    private long Bits
    {
        [MethodImpl(Inline)]
        get => BitConverter.DoubleToInt64Bits(_value);
    }

    [MethodImpl(Inline)]
    private static Lanes1 FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(Inline)]
    private static Lanes1 Mask(bool condition) => FromBits(condition ? -1L : 0L);
}
