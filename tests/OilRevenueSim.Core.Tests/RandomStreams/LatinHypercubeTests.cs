using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Latin hypercubes: exact strata, permutations as random ones are, and what they buy.</summary>
public sealed class LatinHypercubeTests
{
    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(10u)]
    [InlineData(625u)]
    [InlineData(4096u)]
    public void Every_interval_of_every_dimension_holds_exactly_one_point(uint points)
    {
        var lhs = new LatinHypercube(points, dimensions: 40, seed: 3, randomisation: 2);
        for (var dimension = 0; dimension < lhs.Dimensions; dimension++)
        {
            var isTaken = new bool[points];
            for (var i = 0u; i < points; i++)
            {
                var u = lhs.Coordinate(i, dimension);
                var stratum = lhs.Stratum(i, dimension);
                Assert.InRange(u * points, stratum, stratum + 1.0);
                Assert.False(isTaken[stratum]);
                isTaken[stratum] = true;
            }
        }
    }

    /// <summary>
    /// Where two points of one coordinate lie is any ordered pair of different intervals alike: χ² over n(n − 1) pairs stays within
    /// 5.2 standard deviations √(2(n(n − 1) − 1)) of its mean, a false alarm below 1e-6 a case.
    /// </summary>
    [Theory]
    [InlineData(3u, 0u, 1u)]
    [InlineData(7u, 2u, 3u)]
    [InlineData(8u, 0u, 4u)]
    [InlineData(16u, 3u, 12u)]
    public void Permutations_place_pairs_of_points_like_random_ones(uint points, uint one, uint other)
    {
        const int Dimensions = 100;
        var counts = new int[points * points];
        for (var r = 0u; r < 1000; r++)
        {
            var lhs = new LatinHypercube(points, Dimensions, seed: 8, r);
            for (var d = 0; d < Dimensions; d++)
            {
                counts[(lhs.Stratum(one, d) * points) + lhs.Stratum(other, d)]++;
            }
        }

        var pairs = points * (points - 1.0);
        var expected = 1000.0 * Dimensions / pairs;
        var chiSquare = 0.0;
        for (var i = 0u; i < points * points; i++)
        {
            if (i / points == i % points)
            {
                Assert.Equal(0, counts[i]);
                continue;
            }

            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        var most = pairs - 1 + (5.2 * Math.Sqrt(2 * (pairs - 1))) + 20; // 20: the skewness of χ² with few degrees of freedom
        Assert.True(chiSquare < most, $"χ² {chiSquare}, at most {most}, {points} points");
    }

    /// <summary>
    /// The mean of a sum of d coordinates over n points has variance d/(12n³), d/(12n) with random points (Stein 1987); 64 samples of it
    /// are within a factor of 2.4 but for a false alarm of 1e-6.
    /// </summary>
    [Fact]
    public void What_is_additive_is_averaged_almost_without_error()
    {
        const int Dimensions = 6;
        const uint Points = 100;
        var means = new double[64];
        for (var r = 0u; r < means.Length; r++)
        {
            var lhs = new LatinHypercube(Points, Dimensions, seed: 21, r);
            for (var i = 0u; i < Points; i++)
            {
                for (var d = 0; d < Dimensions; d++)
                {
                    means[r] += lhs.Coordinate(i, d) / Points;
                }
            }
        }

        var variance = means.Sum(m => (m - 3.0) * (m - 3.0)) / means.Length;
        const double Expected = Dimensions / (12.0 * Points * Points * Points);
        Assert.InRange(variance, Expected / 2.4, Expected * 2.4);
    }

    [Fact]
    public void Any_order_gives_the_same_bits_and_randomisations_differ()
    {
        var lhs = new LatinHypercube(50, 4, seed: 1);
        var again = new LatinHypercube(50, 9, seed: 1);
        Assert.Equal(again.Coordinate(49, 3), lhs.Coordinate(49, 3));
        Assert.Equal(again.Coordinate(0, 0), lhs.Coordinate(0, 0));
        Assert.NotEqual(lhs.Coordinate(0, 0), new LatinHypercube(50, 4, seed: 1, randomisation: 1).Coordinate(0, 0));
        Assert.NotEqual(lhs.Coordinate(0, 0), new LatinHypercube(50, 4, seed: 2).Coordinate(0, 0));
    }

    [Fact]
    public void The_largest_coordinate_stays_below_one()
    {
        var lhs = new LatinHypercube(uint.MaxValue, 1, seed: 1);
        for (var i = 0u; i < 100; i++)
        {
            Assert.InRange(lhs.Coordinate(uint.MaxValue - 1 - i, 0), double.Epsilon, Math.BitDecrement(1.0));
        }
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(5, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(5, 2, 1, 1u << 28));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(5, 2, 1).Coordinate(5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatinHypercube(5, 2, 1).Stratum(0, 2));
    }
}
