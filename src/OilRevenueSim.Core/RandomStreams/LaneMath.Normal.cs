using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.RandomStreams;

internal static partial class LaneMath
{
    /// <summary>Numbers whose outer branch is packed together: a block's.</summary>
    private const int NormalsAtOnce = 256;

    /// <summary>Lanes of the widest vectors.</summary>
    private const int MostLanes = 8;

    /// <summary>Places of the lanes of the first vector.</summary>
    private static ReadOnlySpan<long> FirstPlaces => [0, 1, 2, 3, 4, 5, 6, 7];

    /// <summary>|u − ½| up to which the central function serves.</summary>
    private const double CentralReach = 0.46875;

    /// <summary>Beyond this Φ(−|x|) is 0.</summary>
    private const double CdfReach = 39.0;

    /// <summary>Φ⁻¹(u), the standard normal quantile; −∞ at 0, ∞ at 1, not a number outside. Error below 5 ulp.</summary>
    /// <remarks>
    /// For |q| ≤ 15/32, q = u − ½: q times a rational function of degree 9 in (15/32)² − q² (near-minimax with mpmath 1.3, error
    /// 2^−55, all coefficients positive). Beyond, the outer functions of Wichura's PPND16 (Algorithm AS 241, Applied Statistics 37,
    /// 1988; error 2^−53), over our own logarithm; they are skipped where no lane needs them, which changes no bit.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes InverseNormal<TLanes>(TLanes u)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var q = u - TLanes.Create(0.5);
        var central = TLanes.LessThanOrEqual(TLanes.Abs(q), TLanes.Create(CentralReach));
        var result = q * CentralQuantile(TLanes.FusedMultiplyAdd(-q, q, TLanes.Create(CentralReach * CentralReach)));
        if (TLanes.MaskBits(central) != TLanes.MaskBits(TLanes.True))
        {
            result = TLanes.Select(central, result, OuterQuantile(u, q));
        }

        return result;
    }

    /// <summary>Φ⁻¹(u) of one number, with the bits of the lanes.</summary>
    public static double InverseNormal(double u) => LaneMap.Scalar(default(InverseNormalMap), u);

    /// <summary>z[i] = Φ⁻¹(u[i]); u and z may be the same span.</summary>
    public static void InverseNormal(ReadOnlySpan<double> u, Span<double> z)
    {
        if (z.Length < u.Length)
        {
            throw new ArgumentException($"The result needs {u.Length} places and has {z.Length}.", nameof(z));
        }

        if (LaneWidth.Has8)
        {
            InverseNormal<Lanes8>(u, z);
        }
        else if (LaneWidth.Has4)
        {
            InverseNormal<Lanes4>(u, z);
        }
        else if (LaneWidth.Has2)
        {
            InverseNormal<Lanes2>(u, z);
        }
        else
        {
            InverseNormal<Lanes1>(u, z);
        }
    }

    /// <summary>As <see cref="InverseNormal(ReadOnlySpan{double}, Span{double})"/> at one width, which tests choose.</summary>
    /// <remarks>
    /// One lane in sixteen lies in the outer branch, so that two vectors of eight in five would compute it for all their lanes.
    /// Packed together the outer lanes fill a sixth as many vectors.
    /// </remarks>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void InverseNormal<TLanes>(ReadOnlySpan<double> u, Span<double> z)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        Span<double> outer = stackalloc double[NormalsAtOnce + MostLanes];
        Span<double> places = stackalloc double[NormalsAtOnce + MostLanes];
        var half = TLanes.Create(0.5);
        var done = 0;
        while (u.Length - done >= TLanes.Count)
        {
            var from = u[done..];
            var to = z[done..];
            var count = Math.Min(NormalsAtOnce, from.Length / TLanes.Count * TLanes.Count);
            var place = TLanes.Load(MemoryMarshal.Cast<long, double>(FirstPlaces), 0);
            var packed = 0;
            for (var i = 0; i < count; i += TLanes.Count)
            {
                var p = TLanes.Load(from, i);
                var q = p - half;
                var isOuter = TLanes.GreaterThan(TLanes.Abs(q), TLanes.Create(CentralReach));
                packed += TLanes.Pack(isOuter, place, places, packed);
                place = TLanes.AddBits(place, TLanes.CreateBits(TLanes.Count));
                var r = TLanes.FusedMultiplyAdd(-q, q, TLanes.Create(CentralReach * CentralReach));
                TLanes.Select(isOuter, p, q * CentralQuantile(r)).Store(to, i); // an outer number waits in its place
            }

            var placesOfOuter = MemoryMarshal.Cast<double, long>(places)[..packed];
            for (var i = 0; i < placesOfOuter.Length; i++)
            {
                outer[i] = to[(int)placesOfOuter[i]];
            }

            half.Store(outer, packed);
            for (var i = 0; i < packed; i += TLanes.Count)
            {
                var p = TLanes.Load(outer, i);
                OuterQuantile(p, p - half).Store(outer, i);
            }

            for (var i = 0; i < placesOfOuter.Length; i++)
            {
                to[(int)placesOfOuter[i]] = outer[i];
            }

            done += count;
        }

        for (; done < u.Length; done++)
        {
            z[done] = InverseNormal(u[done]);
        }
    }

    /// <summary>Φ(x), the standard normal distribution function, with full relative accuracy in both tails. Error below 5 ulp.</summary>
    /// <remarks>
    /// Φ(−a) = e^(−a²/2)·g(a)/(1 + ¾a), a = |x|, where g is a polynomial of degree 24 in (a − 5)/(a + 5) on a ≤ 39
    /// (Chebyshev interpolation of (1 + ¾a)·erfcx(a/√2)/2 with mpmath 1.3, error 2^−55). The square is split in two, so
    /// that the exponential loses nothing far out. Below −37.5 the result is subnormal and less exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes NormalCdf<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var one = TLanes.Create(1.0);
        var a = TLanes.Min(TLanes.Create(CdfReach), TLanes.Abs(x));
        var square = a * a;
        var squareRest = TLanes.FusedMultiplyAdd(a, a, -square);
        var density = Exp(TLanes.Create(-0.5) * square);
        density = TLanes.FusedMultiplyAdd(density, TLanes.Create(-0.5) * squareRest, density);
        var t = (a - TLanes.Create(5.0)) / (a + TLanes.Create(5.0));
        var lower = density * MillsPolynomial(t) / TLanes.FusedMultiplyAdd(TLanes.Create(0.75), a, one);
        return TLanes.Select(TLanes.GreaterThan(x, TLanes.Zero), one - lower, lower);
    }

    /// <summary>Φ(x) of one number, with the bits of the lanes.</summary>
    public static double NormalCdf(double x) => LaneMap.Scalar(default(NormalCdfMap), x);

    /// <summary>y[i] = Φ(x[i]); x and y may be the same span.</summary>
    public static void NormalCdf(ReadOnlySpan<double> x, Span<double> y) => LaneMap.Run(default(NormalCdfMap), x, y);

    /// <summary>|u − ½| &gt; 15/32; not inlined, because most calls with few lanes do not need it.</summary>
    private static TLanes OuterQuantile<TLanes>(TLanes u, TLanes q)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var upper = TLanes.GreaterThan(q, TLanes.Zero);
        var tail = TLanes.Select(upper, TLanes.Create(1.0) - u, u);
        var r = TLanes.Sqrt(-Log(tail));
        var size = MiddleQuantile(r - TLanes.Create(1.6));
        var far = TLanes.GreaterThan(r, TLanes.Create(5.0));
        if (TLanes.MaskBits(far) != 0)
        {
            size = TLanes.Select(far, FarQuantile(r - TLanes.Create(5.0)), size);
        }

        size = TLanes.Select(TLanes.Equal(tail, TLanes.Zero), TLanes.Create(double.PositiveInfinity), size);
        return TLanes.Select(upper, size, -size);
    }

    /// <summary>Φ⁻¹(u)/q over r = (15/32)² − q².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes CentralQuantile<TLanes>(TLanes r)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var numerator = TLanes.Create(2633314.2644975036);
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(40342922.25843784));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(91282765.3723496));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(69154421.37257615));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(23099637.17549783));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(3879128.6039049546));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(348292.0540293581));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(16847.974729566507));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(411.7846005604299));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(3.9738279838328565));
        var denominator = TLanes.Create(5824136.024550228);
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(36106244.83810758));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(54557754.43223688));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(32135061.953028284));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(8995779.932981292));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1324109.8790015746));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(107341.02378117213));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(4786.5407293251355));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(109.48476447926535));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.0));
        return numerator / denominator;
    }

    /// <summary>−Φ⁻¹(p) over √(−ln p) − 1.6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes MiddleQuantile<TLanes>(TLanes r)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var numerator = TLanes.Create(7.74545014278341407640e-4);
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(2.27238449892691845833e-2));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(2.41780725177450611770e-1));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(1.27045825245236838258e0));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(3.64784832476320460504e0));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(5.76949722146069140550e0));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(4.63033784615654529590e0));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(1.42343711074968357734e0));
        var denominator = TLanes.Create(1.05075007164441684324e-9);
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(5.47593808499534494600e-4));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.51986665636164571966e-2));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.48103976427480074590e-1));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(6.89767334985100004550e-1));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.67638483018380384940e0));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(2.05319162663775882187e0));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.0));
        return numerator / denominator;
    }

    /// <summary>−Φ⁻¹(p) over √(−ln p) − 5, for p below 1.4e-11.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes FarQuantile<TLanes>(TLanes r)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var numerator = TLanes.Create(2.01033439929228813265e-7);
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(2.71155556874348757815e-5));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(1.24266094738807843860e-3));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(2.65321895265761230930e-2));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(2.96560571828504891230e-1));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(1.78482653991729133580e0));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(5.46378491116411436990e0));
        numerator = TLanes.FusedMultiplyAdd(numerator, r, TLanes.Create(6.65790464350110377720e0));
        var denominator = TLanes.Create(2.04426310338993978564e-15);
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.42151175831644588870e-7));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.84631831751005468180e-5));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(7.86869131145613259100e-4));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.48753612908506148525e-2));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.36929880922735805310e-1));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(5.99832206555887937690e-1));
        denominator = TLanes.FusedMultiplyAdd(denominator, r, TLanes.Create(1.0));
        return numerator / denominator;
    }

    /// <summary>(1 + ¾a)·erfcx(a/√2)/2 over t = (a − 5)/(a + 5).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes MillsPolynomial<TLanes>(TLanes t)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var s = t * t;
        var even = TLanes.Create(-1.1223037347427169e-10);
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(7.965961289464386e-11));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(2.758735980206517e-09));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(-2.2273279090856264e-08));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(1.1525064733523267e-07));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(-2.216622579047629e-07));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(-5.7608893095182455e-06));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(0.00012164371256293237));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(-0.0012021665691182308));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(-0.009129968914771117));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(-0.007836944153659356));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(0.052289979290972975));
        even = TLanes.FusedMultiplyAdd(even, s, TLanes.Create(0.3653666986312799));
        var odd = TLanes.Create(-5.161396428257927e-10);
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(4.085295288101053e-09));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(-2.345704571168298e-08));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(1.3916608765964352e-07));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(-9.209327334768285e-07));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(6.477883232222579e-06));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(-3.996552038765608e-05));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(3.941294066670241e-05));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(0.0042967894077832495));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(0.012549247311102546));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(-0.01271920502711834));
        odd = TLanes.FusedMultiplyAdd(odd, s, TLanes.Create(-0.10452860019150968));
        return TLanes.FusedMultiplyAdd(odd, t, even);
    }

    internal readonly struct InverseNormalMap : ILaneMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => InverseNormal(x);
    }

    internal readonly struct NormalCdfMap : ILaneMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : unmanaged, ILanes<TLanes> => NormalCdf(x);
    }
}
