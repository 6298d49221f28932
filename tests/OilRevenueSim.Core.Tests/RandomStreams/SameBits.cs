using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Asserts that two computations agree bit for bit.</summary>
internal static class SameBits
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

    /// <summary>A function gives the same bits one by one, at all four widths and as dispatched, over edges and random inputs.</summary>
    public static void AssertAtEveryWidth<TMap>(TMap map, double low, double high, int randomCount = 4000)
        where TMap : struct, ILaneMap
    {
        var x = Inputs(low, high, randomCount);
        var expected = x.Select(value => LaneMap.Scalar(map, value)).ToArray();
        AssertEqual(expected, Run<TMap, Lanes1>(map, x));
        AssertEqual(expected, Run<TMap, Lanes2>(map, x));
        AssertEqual(expected, Run<TMap, Lanes4>(map, x));
        AssertEqual(expected, Run<TMap, Lanes8>(map, x));
        var y = x.ToArray();
        LaneMap.Run(map, y, y);
        AssertEqual(expected, y);
    }

    /// <summary>Edge cases, random numbers between low and high, and the edge cases again at another place of the lanes.</summary>
    public static double[] Inputs(double low, double high, int randomCount)
    {
        var random = new double[randomCount];
        Philox4x32.FillUniform(Seed, 0, 0, 1, random);
        return [.. Edges, .. random.Select(u => low + ((high - low) * u)), 0.25, .. Edges];
    }

    public static void AssertEqual(ReadOnlySpan<double> expected, ReadOnlySpan<double> calculated)
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

    private static double[] Run<TMap, TLanes>(TMap map, double[] x)
        where TMap : struct, ILaneMap
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var y = new double[x.Length];
        LaneMap.Run<TMap, TLanes>(map, x, y);
        return y;
    }
}
