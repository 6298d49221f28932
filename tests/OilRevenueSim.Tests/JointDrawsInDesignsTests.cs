using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Tests;

/// <summary>A table of joint draws in a run with replicates and a sampling design: the row is one coordinate of the points.</summary>
/// <remarks>
/// 64 worlds in each of 16 randomisations, 4 futures each. Nothing but the price, 8 rows that double, and the capacity, uniform over 8 to
/// 12 kb/d, is uncertain, so that a future's revenue tells its row and its capacity.
/// </remarks>
public sealed class JointDrawsInDesignsTests
{
    private const int Rows = 8;
    private const int Randomisations = 16;
    private const int Points = 64;
    private const int Replicates = 4;
    private const double LowestSpot = 1.25;

    [Fact]
    public void Every_row_meets_every_eighth_of_the_other_quantity_equally_often_in_sobol_points()
    {
        var counts = CountsOf(Sampling.Sobol);

        // A (0, 6, 2)-net: one point in each of the 8 × 8 cells.
        Assert.All(counts, randomisation => Assert.All(randomisation.Cast<int>(), cell => Assert.Equal(1, cell)));
    }

    [Fact]
    public void Every_row_is_taken_equally_often_in_a_latin_hypercube()
    {
        foreach (var cells in CountsOf(Sampling.LatinHypercube))
        {
            for (var i = 0; i < Rows; i++)
            {
                Assert.Equal(Points / Rows, Enumerable.Range(0, Rows).Sum(j => cells[i, j]));
                Assert.Equal(Points / Rows, Enumerable.Range(0, Rows).Sum(j => cells[j, i]));
            }
        }
    }

    [Fact]
    public void Random_rows_are_not_taken_equally_often() =>
        Assert.Contains(CountsOf(Sampling.Random), cells => cells.Cast<int>().Any(cell => cell != 1));

    [Theory]
    [InlineData(Sampling.Random)]
    [InlineData(Sampling.Sobol)]
    [InlineData(Sampling.LatinHypercube)]
    public void All_columns_of_a_world_come_from_one_row(Sampling sampling)
    {
        // Price times capacity is the same in all rows: whatever mixed two rows would show.
        var spots = Enumerable.Range(0, Rows).Select(i => 10.0 * (i + 1)).ToArray();
        var scenario = SmallWorld
            .Load()
            .WithDraws(
                "posterior",
                new Dictionary<string, double[]>(StringComparer.Ordinal)
                {
                    ["benchmarks.brent.spot [USD/bbl]"] = spots,
                    ["fields.well.capacity [kb/d]"] = [.. spots.Select(spot => 840.0 / spot)],
                }
            );
        var run = scenario.Run(paths: Randomisations * Points * Replicates, replicates: Replicates, sampling: sampling);
        var gross = run.Series("gross_revenue_usd", actor: "company");
        Assert.All(gross.Draws, value => Assert.Equal(840e3 * SmallWorld.Days, value, 1e-2));
        Assert.Equal(Randomisations * Points, gross.Statistics.Parts!.Worlds);
    }

    // [randomisation][row, eighth of the capacity] worlds.
    private static int[][,] CountsOf(Sampling sampling)
    {
        Scenario scenario = SmallWorld
            .Load("uniform 8 to 12 kb/d")
            .WithDraws(
                "posterior",
                new Dictionary<string, double[]>(StringComparer.Ordinal)
                {
                    ["benchmarks.brent.spot [USD/bbl]"] =
                    [
                        .. Enumerable.Range(0, Rows).Select(i => LowestSpot * (1 << i)),
                    ],
                }
            );
        var draws = scenario
            .Run(paths: Randomisations * Points * Replicates, replicates: Replicates, sampling: sampling)
            .Series("gross_revenue_usd", actor: "company")
            .Draws;
        var counts = new int[Randomisations][,];
        for (var world = 0; world < Randomisations * Points; world++)
        {
            var values = draws.Slice(world * Replicates, Replicates);
            Assert.All(values, value => Assert.Equal(values[0], value));
            var flow = values[0] / SmallWorld.Days / 1e3; // price times kb/d: between 8 and 12 times the price
            var row = (int)Math.Floor(Math.Log2(flow / (8.0 * LowestSpot)));
            var eighth = (int)(((flow / (LowestSpot * (1 << row))) - 8.0) / 4.0 * 8.0);
            (counts[world % Randomisations] ??= new int[Rows, Rows])[row, eighth]++;
        }

        return counts;
    }
}
