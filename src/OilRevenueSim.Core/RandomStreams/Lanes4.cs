using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>4 doubles in one 256-bit register.</summary>
internal readonly struct Lanes4 : ILanes<Lanes4>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<double> _value;

    [MethodImpl(Inline)]
    private Lanes4(Vector256<double> value) => _value = value;

    /// <inheritdoc />
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 4;
    }

    /// <inheritdoc />
    public static Lanes4 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector256<double>.Zero);
    }

    /// <inheritdoc />
    public static Lanes4 True
    {
        [MethodImpl(Inline)]
        get => new(Vector256<double>.AllBitsSet);
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Create(double value) => new(Vector256.Create(value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 CreateBits(long bits) => new(Vector256.Create(bits).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Load(ref readonly double source, int offset) =>
        new(Vector256.LoadUnsafe(in source, (nuint)offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Load(ReadOnlySpan<double> source, int offset) =>
        new(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)offset));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(ref double destination, int offset) => _value.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public void Store(Span<double> destination, int offset) =>
        _value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)offset);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 operator +(Lanes4 left, Lanes4 right) => new(left._value + right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 operator -(Lanes4 left, Lanes4 right) => new(left._value - right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 operator *(Lanes4 left, Lanes4 right) => new(left._value * right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 operator /(Lanes4 left, Lanes4 right) => new(left._value / right._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 operator -(Lanes4 value) => new(-value._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 FusedMultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) =>
        new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Sqrt(Lanes4 value) => new(Vector256.Sqrt(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Abs(Lanes4 value) => new(Vector256.Abs(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Floor(Lanes4 value) => new(Vector256.Floor(value._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Min(Lanes4 a, Lanes4 b) =>
        Avx.IsSupported ? new Lanes4(Avx.Min(a._value, b._value)) : Select(LessThan(a, b), a, b);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Max(Lanes4 a, Lanes4 b) =>
        Avx.IsSupported ? new Lanes4(Avx.Max(a._value, b._value)) : Select(GreaterThan(a, b), a, b);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 LessThan(Lanes4 a, Lanes4 b) => new(Vector256.LessThan(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 LessThanOrEqual(Lanes4 a, Lanes4 b) => new(Vector256.LessThanOrEqual(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 GreaterThan(Lanes4 a, Lanes4 b) => new(Vector256.GreaterThan(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 GreaterThanOrEqual(Lanes4 a, Lanes4 b) =>
        new(Vector256.GreaterThanOrEqual(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Equal(Lanes4 a, Lanes4 b) => new(Vector256.Equals(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 And(Lanes4 a, Lanes4 b) => new(a._value & b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Or(Lanes4 a, Lanes4 b) => new(a._value | b._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 AndNot(Lanes4 a, Lanes4 b) => new(Vector256.AndNot(a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 Select(Lanes4 mask, Lanes4 a, Lanes4 b) =>
        new(Vector256.ConditionalSelect(mask._value, a._value, b._value));

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static uint MaskBits(Lanes4 mask) => Vector256.ExtractMostSignificantBits(mask._value);

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static int Pack(Lanes4 mask, Lanes4 value, Span<double> destination, int offset)
    {
        if (!Avx2.IsSupported)
        {
            return LanePacking.Pack(mask, value, destination, offset);
        }

        var bits = MaskBits(mask);
        var order = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LanePacking.PackOrder), 8 * bits);
        new Lanes4(Avx2.PermuteVar8x32(value._value.AsInt32(), order).AsDouble()).Store(destination, offset);
        return BitOperations.PopCount(bits);
    }

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 AddBits(Lanes4 a, Lanes4 b) => new((a._value.AsInt64() + b._value.AsInt64()).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 SubtractBits(Lanes4 a, Lanes4 b) => new((a._value.AsInt64() - b._value.AsInt64()).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 ShiftLeftBits(Lanes4 value, [ConstantExpected] int count) =>
        new((value._value.AsInt64() << count).AsDouble());

    /// <inheritdoc />
    [MethodImpl(Inline)]
    public static Lanes4 ShiftRightBits(Lanes4 value, [ConstantExpected] int count) =>
        new((value._value.AsInt64() >>> count).AsDouble());
}
