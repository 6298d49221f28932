using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Every operation and function has the same bits at every width (model.md §4).</summary>
public sealed class LaneWidthTests
{
    [Fact]
    public void Exp_has_the_same_bits_at_every_width() =>
        SameBits.AssertAtEveryWidth(default(LaneMath.ExpMap), -760, 720);

    [Fact]
    public void Expm1_has_the_same_bits_at_every_width() =>
        SameBits.AssertAtEveryWidth(default(LaneMath.Expm1Map), -60, 60);

    [Fact]
    public void Log_has_the_same_bits_at_every_width() => SameBits.AssertAtEveryWidth(default(LaneMath.LogMap), -1, 20);

    [Fact]
    public void Log1p_has_the_same_bits_at_every_width() =>
        SameBits.AssertAtEveryWidth(default(LaneMath.Log1pMap), -1.1, 5);

    [Fact]
    public void InverseNormal_has_the_same_bits_at_every_width() =>
        SameBits.AssertAtEveryWidth(default(LaneMath.InverseNormalMap), -0.01, 1.01);

    [Theory]
    [InlineData(4000)]
    [InlineData(1)]
    [InlineData(0)]
    public void InverseNormal_of_many_numbers_has_the_bits_of_each_alone_at_every_width(int count)
    {
        var u = SameBits.Inputs(-0.01, 1.01, count);
        double[] expected = [.. u.Select(LaneMath.InverseNormal)];
        SameBits.AssertEqual(expected, Normals<Lanes1>(u));
        SameBits.AssertEqual(expected, Normals<Lanes2>(u));
        SameBits.AssertEqual(expected, Normals<Lanes4>(u));
        SameBits.AssertEqual(expected, Normals<Lanes8>(u));
        LaneMath.InverseNormal(u, u);
        SameBits.AssertEqual(expected, u);
    }

    [Fact]
    public void Packed_lanes_return_to_their_places_at_every_width()
    {
        AssertPacks<Lanes1>();
        AssertPacks<Lanes2>();
        AssertPacks<Lanes4>();
        AssertPacks<Lanes8>();
    }

    [Fact]
    public void NormalCdf_has_the_same_bits_at_every_width() =>
        SameBits.AssertAtEveryWidth(default(LaneMath.NormalCdfMap), -40, 40);

    [Fact]
    public void Every_operation_has_the_same_bits_at_every_width()
    {
        var a = SameBits.Inputs(-3, 3, 4000);
        var b = SameBits.Inputs(-3, 3, 4000);
        b.AsSpan().Reverse();
        var c = SameBits.Inputs(-1, 1, 4000);
        var expected = Operate<Lanes1>(a, b, c);
        SameBits.AssertEqual(expected, Operate<Lanes2>(a, b, c));
        SameBits.AssertEqual(expected, Operate<Lanes4>(a, b, c));
        SameBits.AssertEqual(expected, Operate<Lanes8>(a, b, c));
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

    private static double[] Normals<TLanes>(double[] u)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var z = new double[u.Length];
        LaneMath.InverseNormal<TLanes>(u, z);
        return z;
    }

    private static void AssertPacks<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        double[] signs = [1, -1, 2, -2, -3, 3, 4, -4, 5, 6, -5, -6, 7, -7, 8, -8];
        for (var first = 0; first <= signs.Length - TLanes.Count; first++)
        {
            var values = TLanes.Load(signs, first);
            var positive = TLanes.GreaterThan(values, TLanes.Zero);
            var packed = new double[2 + TLanes.Count];
            var count = TLanes.Pack(positive, values, packed, 2);
            double[] expected = [.. signs.Skip(first).Take(TLanes.Count).Where(v => v > 0)];
            Assert.Equal(expected, packed.Skip(2).Take(count));
        }
    }
}
