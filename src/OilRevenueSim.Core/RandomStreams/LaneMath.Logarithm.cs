using System.Runtime.CompilerServices;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Our own elementary functions: +, −, ×, ÷, √, explicit fused multiply-add, comparisons and integer operations only.</summary>
/// <remarks>
/// System.Math's transcendental functions change bits with the system and the processor; these do not (model.md §4).
/// Every function exists over lanes, over spans and for one number, all with the same bits.
/// </remarks>
internal static partial class LaneMath
{
    /// <summary>Bits of √½ cut to its high word: fractions are taken from [√½, √2).</summary>
    private const long BitsOfSqrtHalf = 0x3FE6_A09E_0000_0000;

    private const long FractionBits = 0x000F_FFFF_FFFF_FFFF;

    private const long BitsOfTwoTo52 = 0x4330_0000_0000_0000;

    private const double SmallestNormal = 2.2250738585072014e-308;

    private const double TwoTo54 = 18014398509481984.0;

    /// <summary>ln x; −∞ at 0, not a number below, ∞ at ∞. Error below 1 ulp.</summary>
    /// <remarks>
    /// x = 2^k·(1 + f), s = f/(2 + f), ln(1 + f) = f − f²/2 + s·(f²/2 + R(s²)) with the coefficients of fdlibm's
    /// e_log.c (Sun Microsystems 1993; error of R 2^−58).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var tiny = TLanes.LessThan(x, TLanes.Create(SmallestNormal));
        var scaled = TLanes.Select(tiny, x * TLanes.Create(TwoTo54), x);
        var bits = TLanes.AddBits(scaled, TLanes.CreateBits(BitsOfOne - BitsOfSqrtHalf));
        var exponent = TLanes.Or(TLanes.ShiftRightBits(bits, 52), TLanes.CreateBits(BitsOfTwoTo52));
        var bias = TLanes.Select(tiny, TLanes.Create(TwoTo52Biased + 54), TLanes.Create(TwoTo52Biased));
        var k = exponent - bias;
        var fraction = TLanes.AddBits(
            TLanes.And(bits, TLanes.CreateBits(FractionBits)),
            TLanes.CreateBits(BitsOfSqrtHalf)
        );
        var f = fraction - TLanes.Create(1.0);
        var halfSquare = TLanes.Create(0.5) * f * f;
        var s = f / (TLanes.Create(2.0) + f);
        var lowPart = TLanes.FusedMultiplyAdd(s, halfSquare + LogTail(s * s), k * TLanes.Create(Ln2Low));
        // k·ln2 (exact) + f − (f²/2 − lowPart)
        var sum = TLanes.FusedMultiplyAdd(k, TLanes.Create(Ln2High), f - (halfSquare - lowPart));
        sum = TLanes.Select(TLanes.LessThan(x, TLanes.Create(double.PositiveInfinity)), sum, x);
        sum = TLanes.Select(TLanes.Equal(x, TLanes.Zero), TLanes.Create(double.NegativeInfinity), sum);
        return TLanes.Select(TLanes.LessThan(x, TLanes.Zero), TLanes.Create(double.NaN), sum);
    }

    /// <summary>ln x of one number, with the bits of the lanes.</summary>
    public static double Log(double x) => LaneMap.Scalar(default(LogMap), x);

    /// <summary>y[i] = ln x[i]; x and y may be the same span.</summary>
    public static void Log(ReadOnlySpan<double> x, Span<double> y) => LaneMap.Run(default(LogMap), x, y);

    /// <summary>ln(1 + x) without loss near 0; −∞ at −1. Error below 2 ulp.</summary>
    /// <remarks>ln of the rounded sum, corrected by the part that rounding took off.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log1p<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var one = TLanes.Create(1.0);
        var sum = one + x;
        var added = sum - one;
        var lost = (one - (sum - added)) + (x - added);
        var correction = lost / sum;
        var correct = TLanes.And(TLanes.LessThan(x, TLanes.Create(TwoTo54)), TLanes.GreaterThan(sum, TLanes.Zero));
        return Log(sum) + TLanes.Select(correct, correction, TLanes.Zero);
    }

    /// <summary>ln(1 + x) of one number, with the bits of the lanes.</summary>
    public static double Log1p(double x) => LaneMap.Scalar(default(Log1pMap), x);

    /// <summary>y[i] = ln(1 + x[i]); x and y may be the same span.</summary>
    public static void Log1p(ReadOnlySpan<double> x, Span<double> y) => LaneMap.Run(default(Log1pMap), x, y);

    /// <summary>2^52 plus the exponent's bias.</summary>
    private const double TwoTo52Biased = 4503599627370496.0 + 1023.0;

    /// <summary>R(z), z = s².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogTail<TLanes>(TLanes z)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var w = z * z;
        var even = TLanes.Create(1.531383769920937332e-01);
        even = TLanes.FusedMultiplyAdd(even, w, TLanes.Create(2.222219843214978396e-01));
        even = TLanes.FusedMultiplyAdd(even, w, TLanes.Create(3.999999999940941908e-01));
        var odd = TLanes.Create(1.479819860511658591e-01);
        odd = TLanes.FusedMultiplyAdd(odd, w, TLanes.Create(1.818357216161805012e-01));
        odd = TLanes.FusedMultiplyAdd(odd, w, TLanes.Create(2.857142874366239149e-01));
        odd = TLanes.FusedMultiplyAdd(odd, w, TLanes.Create(6.666666666666735130e-01));
        return TLanes.FusedMultiplyAdd(even, w, odd * z);
    }

    internal readonly struct LogMap : ILaneMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => Log(x);
    }

    internal readonly struct Log1pMap : ILaneMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => Log1p(x);
    }
}
