using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>2 doubles in one 128-bit register.</summary>
internal readonly struct Lanes2 : ILanes<Lanes2>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<double> _value;

    [MethodImpl(Inline)]
    private Lanes2(Vector128<double> value) => _value = value;

    /// <inheritdoc />
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 2;
    }

    /// <inheritdoc />
    public static Lanes2 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector128<double>.Zero);
    }

    /// <inheritdoc />
    public static Lanes2 True
    {
        [MethodImpl(Inline)]
        get => new(Vector128<double>.AllBitsSet);
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Create(double value) => new(Vector128.Create(value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 CreateBits(long bits) => new(Vector128.Create(bits).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Load(ref readonly double source, int offset) =>
        new(Vector128.LoadUnsafe(in source, (nuint)offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Load(ReadOnlySpan<double> source, int offset) =>
        new(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(ref double destination, int offset) => _value.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(Span<double> destination, int offset) =>
        _value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 operator +(Lanes2 left, Lanes2 right) => new(left._value + right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 operator -(Lanes2 left, Lanes2 right) => new(left._value - right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 operator *(Lanes2 left, Lanes2 right) => new(left._value * right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 operator /(Lanes2 left, Lanes2 right) => new(left._value / right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 operator -(Lanes2 value) => new(-value._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 FusedMultiplyAdd(Lanes2 a, Lanes2 b, Lanes2 c) =>
        new(Vector128.FusedMultiplyAdd(a._value, b._value, c._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Sqrt(Lanes2 value) => new(Vector128.Sqrt(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Abs(Lanes2 value) => new(Vector128.Abs(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Floor(Lanes2 value) => new(Vector128.Floor(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Min(Lanes2 a, Lanes2 b) =>
        Sse2.IsSupported ? new Lanes2(Sse2.Min(a._value, b._value)) : Select(LessThan(a, b), a, b);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Max(Lanes2 a, Lanes2 b) =>
        Sse2.IsSupported ? new Lanes2(Sse2.Max(a._value, b._value)) : Select(GreaterThan(a, b), a, b);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 LessThan(Lanes2 a, Lanes2 b) => new(Vector128.LessThan(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 LessThanOrEqual(Lanes2 a, Lanes2 b) => new(Vector128.LessThanOrEqual(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 GreaterThan(Lanes2 a, Lanes2 b) => new(Vector128.GreaterThan(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 GreaterThanOrEqual(Lanes2 a, Lanes2 b) =>
        new(Vector128.GreaterThanOrEqual(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Equal(Lanes2 a, Lanes2 b) => new(Vector128.Equals(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 And(Lanes2 a, Lanes2 b) => new(a._value & b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Or(Lanes2 a, Lanes2 b) => new(a._value | b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 AndNot(Lanes2 a, Lanes2 b) => new(Vector128.AndNot(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 Select(Lanes2 mask, Lanes2 a, Lanes2 b) =>
        new(Vector128.ConditionalSelect(mask._value, a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static uint MaskBits(Lanes2 mask) => Vector128.ExtractMostSignificantBits(mask._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static int Pack(Lanes2 mask, Lanes2 value, Span<double> destination, int offset) =>
        LanePacking.Pack(mask, value, destination, offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 AddBits(Lanes2 a, Lanes2 b) => new((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 SubtractBits(Lanes2 a, Lanes2 b) => new((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 ShiftLeftBits(Lanes2 value, [ConstantExpected] int count) =>
        new((value._value.AsInt64() << count).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes2 ShiftRightBits(Lanes2 value, [ConstantExpected] int count) =>
        new((value._value.AsInt64() >>> count).AsDouble());
}
