using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>8 doubles in one 512-bit register.</summary>
internal readonly struct Lanes8 : ILanes<Lanes8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<double> _value;

    [MethodImpl(Inline)]
    private Lanes8(Vector512<double> value) => _value = value;

    /// <inheritdoc />
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 8;
    }

    /// <inheritdoc />
    public static Lanes8 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector512<double>.Zero);
    }

    /// <inheritdoc />
    public static Lanes8 True
    {
        [MethodImpl(Inline)]
        get => new(Vector512<double>.AllBitsSet);
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Create(double value) => new(Vector512.Create(value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 CreateBits(long bits) => new(Vector512.Create(bits).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Load(ref readonly double source, int offset) =>
        new(Vector512.LoadUnsafe(in source, (nuint)offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Load(ReadOnlySpan<double> source, int offset) =>
        new(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(ref double destination, int offset) => _value.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(Span<double> destination, int offset) =>
        _value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 operator +(Lanes8 left, Lanes8 right) => new(left._value + right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 operator -(Lanes8 left, Lanes8 right) => new(left._value - right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 operator *(Lanes8 left, Lanes8 right) => new(left._value * right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 operator /(Lanes8 left, Lanes8 right) => new(left._value / right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 operator -(Lanes8 value) => new(-value._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 FusedMultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) =>
        new(Vector512.FusedMultiplyAdd(a._value, b._value, c._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Sqrt(Lanes8 value) => new(Vector512.Sqrt(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Abs(Lanes8 value) => new(Vector512.Abs(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Floor(Lanes8 value) => new(Vector512.Floor(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Min(Lanes8 a, Lanes8 b) =>
        Avx512F.IsSupported ? new Lanes8(Avx512F.Min(a._value, b._value)) : Select(LessThan(a, b), a, b);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Max(Lanes8 a, Lanes8 b) =>
        Avx512F.IsSupported ? new Lanes8(Avx512F.Max(a._value, b._value)) : Select(GreaterThan(a, b), a, b);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 LessThan(Lanes8 a, Lanes8 b) => new(Vector512.LessThan(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 LessThanOrEqual(Lanes8 a, Lanes8 b) => new(Vector512.LessThanOrEqual(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 GreaterThan(Lanes8 a, Lanes8 b) => new(Vector512.GreaterThan(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 GreaterThanOrEqual(Lanes8 a, Lanes8 b) =>
        new(Vector512.GreaterThanOrEqual(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Equal(Lanes8 a, Lanes8 b) => new(Vector512.Equals(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 And(Lanes8 a, Lanes8 b) => new(a._value & b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Or(Lanes8 a, Lanes8 b) => new(a._value | b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 AndNot(Lanes8 a, Lanes8 b) => new(Vector512.AndNot(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 Select(Lanes8 mask, Lanes8 a, Lanes8 b) =>
        new(Vector512.ConditionalSelect(mask._value, a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static uint MaskBits(Lanes8 mask) => (uint)Vector512.ExtractMostSignificantBits(mask._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static int Pack(Lanes8 mask, Lanes8 value, Span<double> destination, int offset)
    {
        if (!Avx512F.IsSupported)
        {
            return LanePacking.Pack(mask, value, destination, offset);
        }

        new Lanes8(Avx512F.Compress(Vector512<double>.Zero, mask._value, value._value)).Store(destination, offset);
        return BitOperations.PopCount(MaskBits(mask));
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 AddBits(Lanes8 a, Lanes8 b) => new((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 SubtractBits(Lanes8 a, Lanes8 b) => new((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 ShiftLeftBits(Lanes8 value, [ConstantExpected] int count) =>
        new((value._value.AsInt64() << count).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes8 ShiftRightBits(Lanes8 value, [ConstantExpected] int count) =>
        new((value._value.AsInt64() >>> count).AsDouble());
}
