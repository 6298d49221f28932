using System.Runtime.CompilerServices;

namespace OilRevenueSim.Core.RandomStreams;

internal static partial class LaneMath
{
    /// <summary>1.5·2^52: adding it rounds to an integer, which the low bits of the sum hold.</summary>
    private const double RoundingShift = 6755399441055744.0;

    private const double Log2OfE = 1.4426950408889634;

    /// <summary>ln 2.</summary>
    public const double Ln2 = 0.6931471805599453;

    /// <summary>ln 2 cut to 42 bits, so that its product with an exponent is exact; and the rest.</summary>
    private const double Ln2High = 0.6931471805598903;

    private const double Ln2Low = 5.497923018708371e-14;

    private const long BitsOfOne = 0x3FF0_0000_0000_0000;

    /// <summary>e^x; 0 below −745.13, ∞ above 709.78. Error below 1 ulp where the result is normal.</summary>
    /// <remarks>
    /// x = k·ln2 + r, |r| ≤ ln2/2; e^r by a polynomial of degree 12 (Chebyshev, error 2^−61); times 2^k, which is exact where
    /// every |x| ≤ 700 and only adds to the exponent.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var near = TLanes.LessThanOrEqual(TLanes.Abs(x), TLanes.Create(700.0));
        if (TLanes.MaskBits(near) != TLanes.MaskBits(TLanes.True))
        {
            return ExpFar(x);
        }

        var shift = TLanes.Create(RoundingShift);
        var shifted = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2OfE), shift);
        var k = shifted - shift;
        var r = TLanes.FusedMultiplyAdd(k, TLanes.Create(-Ln2High), x);
        r = TLanes.FusedMultiplyAdd(k, TLanes.Create(-Ln2Low), r);
        var fraction = TLanes.FusedMultiplyAdd(r * r, ExpTail(r), r) + TLanes.Create(1.0);
        // The low twelve bits of the shifted sum are k in two's complement.
        return TLanes.AddBits(fraction, TLanes.ShiftLeftBits(shifted, 52));
    }

    /// <summary>e^x where the result may overflow, be subnormal or not be a number: times 2^k in two factors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes ExpFar<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        // Constants come first, so that a value that is not a number passes through both.
        x = TLanes.Min(TLanes.Create(710.0), x);
        x = TLanes.Max(TLanes.Create(-750.0), x);
        var r = ReduceByLn2(x, out var k);
        var tail = ExpTail(r);
        var fraction = TLanes.FusedMultiplyAdd(r * r, tail, r) + TLanes.Create(1.0);
        Halve(k, out var scale1, out var scale2, out _);
        return fraction * scale1 * scale2;
    }

    /// <summary>e^x of one number, with the bits of the lanes.</summary>
    public static double Exp(double x) => LaneMap.Scalar(default(ExpMap), x);

    /// <summary>y[i] = e^x[i]; x and y may be the same span.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => LaneMap.Run(default(ExpMap), x, y);

    /// <summary>e^x − 1 without cancellation near 0; −1 far below, ∞ above 709.78. Error below 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Expm1<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        x = TLanes.Min(TLanes.Create(710.0), x);
        x = TLanes.Max(TLanes.Create(-50.0), x);
        var r = ReduceByLn2(x, out var k);
        var fraction = TLanes.FusedMultiplyAdd(r * r, ExpTail(r), r);
        Halve(k, out var scale1, out var scale2, out var inverse1);
        // 2^k(1 + f) − 1 = 2^k1·(2^k2·f + (2^k2 − 2^−k1))
        return TLanes.FusedMultiplyAdd(scale2, fraction, scale2 - inverse1) * scale1;
    }

    /// <summary>e^x − 1 of one number, with the bits of the lanes.</summary>
    public static double Expm1(double x) => LaneMap.Scalar(default(Expm1Map), x);

    /// <summary>y[i] = e^x[i] − 1; x and y may be the same span.</summary>
    public static void Expm1(ReadOnlySpan<double> x, Span<double> y) => LaneMap.Run(default(Expm1Map), x, y);

    /// <summary>x^y = e^(y·ln x) for x ≥ 0. Relative error about (1 + |y·ln x|)·2^−53; 1 where y = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Pow<TLanes>(TLanes x, TLanes y)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var power = Exp(y * Log(x));
        return TLanes.Select(TLanes.Equal(y, TLanes.Zero), TLanes.Create(1.0), power);
    }

    /// <summary>x^y of one number, with the bits of the lanes.</summary>
    public static double Pow(double x, double y) => Pow(Lanes1.Create(x), Lanes1.Create(y)).Value;

    /// <summary>r = x − k·ln2 with k the nearest integer to x/ln2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ReduceByLn2<TLanes>(TLanes x, out TLanes k)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var shift = TLanes.Create(RoundingShift);
        k = TLanes.FusedMultiplyAdd(x, TLanes.Create(Log2OfE), shift) - shift;
        var r = TLanes.FusedMultiplyAdd(k, TLanes.Create(-Ln2High), x);
        return TLanes.FusedMultiplyAdd(k, TLanes.Create(-Ln2Low), r);
    }

    /// <summary>(e^r − 1 − r)/r² for |r| ≤ ln2/2: even and odd powers apart, which halves the chain of dependent steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpTail<TLanes>(TLanes r)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var s = r * r;
        var even = TLanes.Create(2.0914686968086876e-09);
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(2.75572736431103e-07));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(2.4801587325547743e-05));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(0.0013888888888883748));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(0.04166666666666667));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(0.5));
        var odd = TLanes.Create(2.5105217004720745e-08);
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(2.7557255400206422e-06));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(0.00019841269874820627));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(0.008333333333326136));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(0.1666666666666667));
        return TLanes.FusedMultiplyAdd(odd, r, even);
    }

    /// <summary>2^k as 2^k1·2^k2 with k1 ≈ k/2, for |k| up to 2,000, and 2^−k1: each factor is normal where 2^k is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halve<TLanes>(TLanes k, out TLanes scale1, out TLanes scale2, out TLanes inverse1)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var shift = TLanes.Create(RoundingShift);
        var one = TLanes.CreateBits(BitsOfOne);
        var shifted1 = TLanes.FusedMultiplyAdd(k, TLanes.Create(0.5), shift);
        var shifted2 = k - (shifted1 - shift) + shift;
        // The low twelve bits of the shifted sum are k1 in two's complement; moved to the exponent they scale by 2^k1.
        var exponent1 = TLanes.ShiftLeftBits(shifted1, 52);
        scale1 = TLanes.AddBits(exponent1, one);
        inverse1 = TLanes.SubtractBits(one, exponent1);
        scale2 = TLanes.AddBits(TLanes.ShiftLeftBits(shifted2, 52), one);
    }

    internal readonly struct ExpMap : ILaneMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => Exp(x);
    }

    internal readonly struct Expm1Map : ILaneMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => Expm1(x);
    }
}
