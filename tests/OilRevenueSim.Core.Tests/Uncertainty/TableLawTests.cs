using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Uncertainty;

/// <summary>Quantities that share the rows of a table of joint draws.</summary>
public sealed class TableLawTests
{
    private const ulong Seed = 2016;
    private const int Worlds = 60_000;

    private static readonly ImmutableArray<double> Prices = [50.0, 10.0, 40.0, 20.0, 30.0];
    private static readonly ImmutableArray<double> Years = [5.0, 1.0, 4.0, 2.0, 3.0];

    private static Quantity Column(
        string address,
        ImmutableArray<double> rows,
        Conversion conversion = Conversion.None
    ) =>
        new()
        {
            Address = address,
            Law = new TableLaw(rows),
            Draws = "posterior",
            Conversion = conversion,
        };

    private static double[] Drawn(int worlds, uint replicates, params Quantity[] quantities)
    {
        var values = new double[quantities.Length * worlds];
        DrawTable.Compile(quantities, []).Fill(Seed, 0, replicates, worlds, values);
        return values;
    }

    [Fact]
    public void Every_row_is_taken_equally_often()
    {
        var values = Drawn(Worlds, 1, Column("a", Prices));

        // Binomial counts: 5 bands, each with a false-alarm probability of 2e-7 (5.2 standard errors), 1e-6 together.
        var expected = Worlds / 5.0;
        var tolerance = 5.2 * Math.Sqrt(expected * 0.8);
        foreach (var row in Prices)
        {
            var count = values.Count(v => v == row);
            Assert.True(
                Math.Abs(count - expected) <= tolerance,
                $"row {row}: calculated {count}, expected {expected}, tolerance {tolerance}, seed {Seed}"
            );
        }
    }

    [Fact]
    public void All_columns_of_a_table_take_the_same_row()
    {
        var values = Drawn(1000, 1, Column("a", Prices), Column("b", Years, Conversion.MeanTimeToRate));
        for (var world = 0; world < 1000; world++)
        {
            Assert.Equal(values[world] / 10.0, Math.Round(1.0 / values[1000 + world]));
        }
    }

    [Fact]
    public void The_order_of_columns_moves_no_draw_and_neither_does_another_quantity()
    {
        var (a, b) = (Column("a", Prices), Column("b", Years));
        var other = new Quantity { Address = "aa", Law = new UniformLaw(0.0, 1.0) };
        var one = Drawn(500, 1, a, b);
        var two = Drawn(500, 1, b, other, a);

        Assert.Equal(one[..500], two[1000..]);
        Assert.Equal(one[500..], two[..500]);
    }

    [Fact]
    public void Paths_of_one_world_share_the_row()
    {
        var values = Drawn(400, 4, Column("a", Prices));
        Assert.All(values.Chunk(4), world => Assert.Single(world.Distinct()));
    }

    [Fact]
    public void Quantiles_of_a_column_are_those_of_its_values_in_order()
    {
        var law = new TableLaw(Prices);
        Assert.Equal(
            [10.0, 10.0, 20.0, 30.0, 50.0],
            new[] { 0.01, 0.2, 0.4, 0.5, 1.0 }.Select(u => LawQuantile.Quantile(law, u))
        );
        Assert.Equal([0.0, 0.2, 0.6, 1.0], new[] { 9.0, 10.0, 30.0, 60.0 }.Select(x => LawQuantile.Cdf(law, x)));
        Assert.Equal(30.0, LawQuantile.Mean(law));

        var summary = LawSummary.Of(Column("b", Years, Conversion.MeanTimeToRate));
        Assert.Equal((0.2, 1.0 / 3.0, 1.0), (summary.P05, summary.Median, summary.P95));
        Assert.Equal((1.0 + 0.5 + (1.0 / 3.0) + 0.25 + 0.2) / 5.0, summary.Mean!.Value, 1e-15);
    }

    [Fact]
    public void Values_outside_the_range_of_a_key_are_refused()
    {
        var column = Column("a", [0.5, -0.5]) with { Range = HardRange.Share };
        var exception = Assert.Throws<ArgumentException>(() => DrawTable.Compile([column], []));
        Assert.Contains("50.0 %", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TableLaw([]));
    }
}
