using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Every operation and function has the same bits at every width (model.md §4).</summary>
public sealed class LaneWidthTests
{
    private const ulong Seed = 77;

    private static readonly double[] Edges =
    [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        0.075,
        0.925,
        1e-12,
        double.Epsilon,
        -double.Epsilon,
        2.2250738585072014e-308,
        1e-310,
        double.MaxValue,
        double.MinValue,
        double.PositiveInfinity,
        double.NegativeInfinity,
        double.NaN,
        709.78,
        709.79,
        -708.4,
        -745.1,
        -745.2,
        6755399441055744.0,
        Math.BitDecrement(1.0),
        Math.BitIncrement(1.0),
        0.70710678118654752,
    ];

    [Fact]
    public void Exp_has_the_same_bits_at_every_width() =>
        AssertWidths<LaneMath.ExpMap>(-760, 720, LaneMath.Exp, LaneMath.Exp);

    [Fact]
    public void Expm1_has_the_same_bits_at_every_width() =>
        AssertWidths<LaneMath.Expm1Map>(-60, 60, LaneMath.Expm1, LaneMath.Expm1);

    [Fact]
    public void Log_has_the_same_bits_at_every_width() =>
        AssertWidths<LaneMath.LogMap>(-1, 20, LaneMath.Log, LaneMath.Log);

    [Fact]
    public void Log1p_has_the_same_bits_at_every_width() =>
        AssertWidths<LaneMath.Log1pMap>(-1.1, 5, LaneMath.Log1p, LaneMath.Log1p);

    [Fact]
    public void InverseNormal_has_the_same_bits_at_every_width() =>
        AssertWidths<LaneMath.InverseNormalMap>(-0.01, 1.01, LaneMath.InverseNormal, LaneMath.InverseNormal);

    [Fact]
    public void NormalCdf_has_the_same_bits_at_every_width() =>
        AssertWidths<LaneMath.NormalCdfMap>(-40, 40, LaneMath.NormalCdf, LaneMath.NormalCdf);

    [Fact]
    public void Every_operation_has_the_same_bits_at_every_width()
    {
        var a = Inputs(-3, 3);
        var b = Inputs(-3, 3);
        b.AsSpan().Reverse();
        var c = Inputs(-1, 1);
        var expected = Operate<Lanes1>(a, b, c);
        AssertSameBits(expected, Operate<Lanes2>(a, b, c));
        AssertSameBits(expected, Operate<Lanes4>(a, b, c));
        AssertSameBits(expected, Operate<Lanes8>(a, b, c));
    }

    [Fact]
    public void Mask_bits_name_the_lanes()
    {
        double[] values = [1, -1, 2, -2, -3, 3, 4, -4];
        Assert.Equal(0b0110_0101u, Lanes8.MaskBits(Lanes8.GreaterThan(Lanes8.Load(values, 0), Lanes8.Zero)));
        Assert.Equal(0b0101u, Lanes4.MaskBits(Lanes4.GreaterThan(Lanes4.Load(values, 0), Lanes4.Zero)));
        Assert.Equal(0b0110u, Lanes4.MaskBits(Lanes4.GreaterThan(Lanes4.Load(values, 4), Lanes4.Zero)));
        Assert.Equal(0b01u, Lanes2.MaskBits(Lanes2.GreaterThan(Lanes2.Load(values, 0), Lanes2.Zero)));
        Assert.Equal(1u, Lanes1.MaskBits(Lanes1.GreaterThan(Lanes1.Load(values, 0), Lanes1.Zero)));
        Assert.Equal(0u, Lanes1.MaskBits(Lanes1.GreaterThan(Lanes1.Load(values, 1), Lanes1.Zero)));
    }

    [Fact]
    public void The_width_chosen_is_one_of_the_four() => Assert.Contains(LaneWidth.Count, new[] { 1, 2, 4, 8 });

    private static void AssertWidths<TMap>(double low, double high, Func<double, double> scalar, SpanFunction span)
        where TMap : struct, ILaneMap
    {
        var x = Inputs(low, high);
        var expected = x.Select(scalar).ToArray();
        AssertSameBits(expected, Run<TMap, Lanes1>(x));
        AssertSameBits(expected, Run<TMap, Lanes2>(x));
        AssertSameBits(expected, Run<TMap, Lanes4>(x));
        AssertSameBits(expected, Run<TMap, Lanes8>(x));
        var y = x.ToArray();
        span(y, y);
        AssertSameBits(expected, y);
    }

    private delegate void SpanFunction(ReadOnlySpan<double> x, Span<double> y);

    private static double[] Run<TMap, TLanes>(double[] x)
        where TMap : struct, ILaneMap
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var y = new double[x.Length];
        LaneMap.Run<TMap, TLanes>(default, x, y);
        return y;
    }

    /// <summary>All members of the lanes over three inputs, result after result.</summary>
    private static double[] Operate<T>(double[] a, double[] b, double[] c)
        where T : unmanaged, ILanes<T>
    {
        Func<T, T, T, T>[] operations =
        [
            (x, y, z) => x + y,
            (x, y, z) => x - y,
            (x, y, z) => x * y,
            (x, y, z) => x / y,
            (x, y, z) => -x,
            T.FusedMultiplyAdd,
            (x, y, z) => (x * y) + z,
            (x, y, z) => T.Sqrt(x),
            (x, y, z) => T.Abs(x),
            (x, y, z) => T.Floor(x),
            (x, y, z) => T.Min(x, y),
            (x, y, z) => T.Max(x, y),
            (x, y, z) => T.And(T.LessThan(x, y), T.Create(1)),
            (x, y, z) => T.And(T.LessThanOrEqual(x, y), T.Create(1)),
            (x, y, z) => T.And(T.GreaterThan(x, y), T.Create(1)),
            (x, y, z) => T.And(T.GreaterThanOrEqual(x, y), T.Create(1)),
            (x, y, z) => T.And(T.Equal(x, T.Floor(x)), T.Create(1)),
            (x, y, z) => T.Or(x, T.CreateBits(long.MinValue)),
            (x, y, z) => T.AndNot(x, T.CreateBits(0xFFFF)),
            (x, y, z) => T.Select(T.LessThan(y, z), x, y),
            (x, y, z) => T.Select(T.True, x, y),
            (x, y, z) => T.AddBits(T.And(x, T.CreateBits(0xFFFF)), T.CreateBits(3)),
            (x, y, z) => T.SubtractBits(T.And(x, T.CreateBits(0xFFFF)), T.CreateBits(3)),
            (x, y, z) => T.ShiftLeftBits(T.And(x, T.CreateBits(0xFFFF)), 12),
            (x, y, z) => T.ShiftRightBits(x, 12),
        ];
        var count = a.Length / 8 * 8;
        var results = new double[operations.Length * count];
        for (var o = 0; o < operations.Length; o++)
        {
            for (var i = 0; i < count; i += T.Count)
            {
                var result = operations[o](T.Load(a, i), T.Load(in b[0], i), T.Load(c, i));
                result.Store(results, (o * count) + i);
                result.Store(ref results[0], (o * count) + i);
            }
        }

        return results;
    }

    private static double[] Inputs(double low, double high)
    {
        var random = new double[4000];
        Philox4x32.FillUniform(Seed, 0, 0, 1, random);
        return [.. Edges, .. random.Select(u => low + ((high - low) * u)), .. Edges];
    }

    private static void AssertSameBits(double[] expected, double[] calculated)
    {
        Assert.Equal(expected.Length, calculated.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var same =
                BitConverter.DoubleToInt64Bits(expected[i]) == BitConverter.DoubleToInt64Bits(calculated[i])
                || (double.IsNaN(expected[i]) && double.IsNaN(calculated[i]));
            Assert.True(
                same,
                $"place {i}: calculated {calculated[i]:R}, expected the bits of {expected[i]:R}, seed {Seed}"
            );
        }
    }
}
