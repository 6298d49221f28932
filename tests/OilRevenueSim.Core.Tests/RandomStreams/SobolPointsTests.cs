using System.Globalization;
using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Sobol' points: published numbers, evenness that scrambling keeps, and what it buys.</summary>
public sealed class SobolPointsTests
{
    /// <summary>Points of scipy 1.10.1, tests/reference/sampling/reference.py: numerators over 2^30.</summary>
    [Fact]
    public void Unscrambled_points_are_those_of_scipy()
    {
        var lines = File.ReadAllLines(ReferenceFile("sobol-points.csv"));
        int[] dimensions = [.. lines[0].Split(',').Skip(1).Select(Whole)];
        Assert.Equal(SobolPoints.MostDimensions, dimensions[^1]);
        foreach (var line in lines.Skip(1))
        {
            int[] numbers = [.. line.Split(',').Select(Whole)];
            for (var i = 0; i < dimensions.Length; i++)
            {
                Assert.Equal((uint)numbers[i + 1], SobolPoints.Unscrambled((uint)numbers[0], dimensions[i] - 1) >> 2);
            }
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(7u)]
    public void Aligned_points_lie_one_to_an_interval_in_every_dimension(uint randomisation)
    {
        const int Points = 256;
        var sobol = new SobolPoints(SobolPoints.MostDimensions, seed: 11, randomisation);
        foreach (var start in new uint[] { 0, 3 * Points })
        {
            for (var dimension = 0; dimension < SobolPoints.MostDimensions; dimension++)
            {
                var isTaken = new bool[Points];
                for (var i = 0u; i < Points; i++)
                {
                    var interval = (int)(sobol.Coordinate(start + i, dimension) * Points);
                    Assert.False(isTaken[interval], $"two points in interval {interval} of dimension {dimension}");
                    isTaken[interval] = true;
                }
            }
        }
    }

    [Fact]
    public void The_first_two_dimensions_have_one_point_in_every_box_of_equal_area()
    {
        const int Exponent = 10;
        var sobol = new SobolPoints(2, seed: 5);
        for (var wide = 0; wide <= Exponent; wide++)
        {
            var boxes = new HashSet<(int, int)>();
            for (var i = 0u; i < 1 << Exponent; i++)
            {
                var (x, y) = (sobol.Coordinate(i, 0), sobol.Coordinate(i, 1));
                Assert.True(boxes.Add(((int)(x * (1 << wide)), (int)(y * (1 << (Exponent - wide))))));
            }
        }
    }

    /// <summary>
    /// Over randomisations one coordinate of one point is uniform: χ² of 16 intervals with 15 degrees of freedom stays below 60.7
    /// but for a false alarm of 2e-7 a case.
    /// </summary>
    [Theory]
    [InlineData(0u, 0)]
    [InlineData(1u, 0)]
    [InlineData(625u, 40)]
    [InlineData(4_000_000_000u, 99)]
    public void A_scrambled_point_is_uniform(uint point, int dimension)
    {
        const int Randomisations = 16_384;
        var counts = new int[16];
        for (var seed = 0ul; seed < 16; seed++)
        {
            for (var r = 0u; r < Randomisations / 16; r++)
            {
                counts[(int)(16 * new SobolPoints(dimension + 1, seed, r).Coordinate(point, dimension))]++;
            }
        }

        const double Expected = Randomisations / 16.0;
        var chiSquare = counts.Sum(count => (count - Expected) * (count - Expected) / Expected);
        Assert.True(chiSquare < 60.7, $"χ² {chiSquare}, at most 60.7, point {point}, dimension {dimension}");
    }

    /// <summary>
    /// The variance of a mean of a smooth function falls as N^−3 but for logarithms (Owen 1997): from 64 to 1,024 points by 4,096 for
    /// a sum, not by 16 as for random points. Two variances of 64 randomisations differ by chance by a factor below 3.7 but for
    /// a false alarm of 1e-6.
    /// </summary>
    [Theory]
    [InlineData(1, 4096 / 4)]
    [InlineData(5, 256)]
    public void The_error_of_a_mean_falls_faster_than_with_random_points(int degree, double leastGain)
    {
        var few = VarianceOfMean(64, degree);
        var many = VarianceOfMean(1024, degree);
        Assert.True(few / many > leastGain, $"variance {few} at 64, {many} at 1,024 points: gain {few / many}");
    }

    [Fact]
    public void Any_order_and_any_thread_give_the_same_bits()
    {
        var sobol = new SobolPoints(9, seed: ulong.MaxValue, randomisation: 3);
        var inOrder = Enumerable.Range(0, 900).Select(i => sobol.Coordinate((uint)i / 9, i % 9)).ToArray();
        var elsewhere = new double[900];
        Parallel.For(
            0,
            900,
            i =>
                elsewhere[899 - i] = new SobolPoints(20, ulong.MaxValue, 3).Coordinate(
                    (uint)(899 - i) / 9,
                    (899 - i) % 9
                )
        );
        SameBits.AssertEqual(inOrder, elsewhere);
    }

    [Fact]
    public void Seeds_and_randomisations_differ()
    {
        var sobol = new SobolPoints(3, seed: 1);
        Assert.NotEqual(sobol.Coordinate(10, 2), new SobolPoints(3, seed: 2).Coordinate(10, 2));
        Assert.NotEqual(sobol.Coordinate(10, 2), new SobolPoints(3, seed: 1, randomisation: 1).Coordinate(10, 2));
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolPoints(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolPoints(SobolPoints.MostDimensions + 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolPoints(2, 1, 1u << 29));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolPoints(2, 1).Coordinate(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolPoints(2, 1).Coordinate(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolPoints.Unscrambled(0, SobolPoints.MostDimensions));
    }

    internal static string ReferenceFile(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OilRevenueSim.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "tests", "reference", "sampling", name);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Degree 1: the sum of coordinates; higher: the product of (1/2 + x) over as many coordinates, which has every interaction.
    private static double VarianceOfMean(uint points, int degree)
    {
        const int Randomisations = 64;
        var means = new double[Randomisations];
        for (var r = 0u; r < Randomisations; r++)
        {
            var sobol = new SobolPoints(5, seed: 99, r);
            for (var i = 0u; i < points; i++)
            {
                var (sum, product) = (0.0, 1.0);
                for (var d = 0; d < 5; d++)
                {
                    var x = sobol.Coordinate(i, d);
                    sum += x;
                    product *= 0.5 + x;
                }

                means[r] += (degree == 1 ? sum : product) / points;
            }
        }

        var mean = means.Average();
        return means.Sum(m => (m - mean) * (m - mean)) / (Randomisations - 1);
    }
}
