using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Tests.RandomStreams;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Uncertainty;

/// <summary>Epistemic draws: addresses, shared draws, replicates, rank correlation.</summary>
public sealed class DrawTableTests
{
    private const ulong Seed = 4242;

    [Fact]
    public void A_draw_is_u0_of_block_0_of_the_quantitys_own_stream()
    {
        var quantity = Uncertain("fields.sarir.capacity", new LogNormalLaw(3, 0.2));
        var values = Fill(DrawTable.Compile([quantity], []), firstPath: 1000, replicates: 1, lanes: 19);
        for (var lane = 0; lane < 19; lane++)
        {
            Philox4x32.Draw(
                Seed,
                (uint)(1000 + lane),
                0,
                StreamName.Hash("quantity/fields.sarir.capacity"),
                out var u,
                out _
            );
            Assert.Equal(LawQuantile.Quantile(quantity.Law, u), values[lane]);
        }
    }

    [Fact]
    public void Adding_quantities_moves_no_draw_of_the_others()
    {
        Quantity[] few = [Uncertain("b", new UniformLaw(0, 1)), Uncertain("d", new NormalLaw(0, 1))];
        Quantity[] many = [Uncertain("a", new NormalLaw(0, 1)), .. few, Uncertain("e", new BetaLaw(2, 3))];
        var before = Fill(DrawTable.Compile(few, []), 0, 1, 40);
        var after = Fill(DrawTable.Compile(many, [new RankCorrelation("a", "e", 0.5)]), 0, 1, 40);
        SameBits.AssertEqual(before, after.AsSpan(40, 80));
    }

    [Fact]
    public void Quantities_that_name_one_parameter_share_its_draw_and_convert_it_each_in_its_own_way()
    {
        var law = new LogNormalLaw(0.1, 0.3);
        var time = Uncertain("x", law) with { Parameter = "tempo" };
        var rate = Uncertain("y", law) with { Parameter = "tempo", Conversion = Conversion.MeanTimeToRate };
        var values = Fill(DrawTable.Compile([rate, Quantity.Certain("c", 5), time, rate], []), 0, 1, 16);
        for (var lane = 0; lane < 16; lane++)
        {
            Assert.Equal(1 / values[32 + lane], values[lane]);
            Assert.Equal(5.0, values[16 + lane]);
            Assert.Equal(values[lane], values[48 + lane]);
        }
    }

    [Fact]
    public void Replicates_of_a_world_share_every_draw_and_worlds_are_those_of_a_run_without_replicates()
    {
        Quantity[] quantities = [Uncertain("a", new NormalLaw(0, 1)), Uncertain("b", new BetaLaw(2, 3))];
        RankCorrelation[] correlations = [new("a", "b", -0.4)];
        var table = DrawTable.Compile(quantities, correlations);
        var worlds = Fill(table, 0, 1, 32);
        var paths = Fill(table, 7, 4, 64);
        for (var lane = 0; lane < 64; lane++)
        {
            Assert.Equal(worlds[(7 + lane) / 4], paths[lane]);
            Assert.Equal(worlds[32 + ((7 + lane) / 4)], paths[64 + lane]);
        }
    }

    [Fact]
    public void A_paths_values_do_not_depend_on_its_block()
    {
        Quantity[] quantities =
        [
            Uncertain("a", new NormalLaw(0, 1)),
            Uncertain("b", new PertLaw(1, 2, 5)),
            Uncertain("c", new LogitNormalLaw(0, 1)),
        ];
        var table = DrawTable.Compile(
            quantities,
            [new RankCorrelation("a", "b", 0.6), new RankCorrelation("b", "c", 0.3)]
        );
        var whole = Fill(table, 0, 1, 256);
        var part = Fill(table, 101, 1, 9);
        for (var quantity = 0; quantity < 3; quantity++)
        {
            SameBits.AssertEqual(whole.AsSpan((quantity * 256) + 101, 9), part.AsSpan(quantity * 9, 9));
        }
    }

    [Fact]
    public void In_a_design_each_quantity_takes_the_coordinate_of_its_address_before_correlation_and_truncation()
    {
        Quantity[] quantities =
        [
            Uncertain("c", new UniformLaw(2, 4)),
            Quantity.Certain("b", 7),
            Uncertain("a", new LogNormalLaw(0, 1)),
            Uncertain("c2", new UniformLaw(0, 1)) with
            {
                Parameter = "c",
            },
        ];
        var table = DrawTable.Compile(quantities, []);
        Assert.Equal(2, table.Dimensions);
        var values = new double[4 * 64];
        table.Fill(new WorldUniforms(Sampling.Sobol, Seed, 2, 64, table.Dimensions), 10, 64, values);
        for (var lane = 0; lane < 64; lane++)
        {
            var world = (uint)(10 + lane) / 2;
            var points = new SobolPoints(2, Seed, world % WorldUniforms.Randomisations);
            var u = points.Coordinate(world / WorldUniforms.Randomisations, 1);
            Assert.Equal(LawQuantile.Quantile(quantities[0].Law, u), values[lane]);
            Assert.Equal(u, values[192 + lane]);
            u = points.Coordinate(world / WorldUniforms.Randomisations, 0);
            Assert.Equal(LawQuantile.Quantile(quantities[2].Law, u), values[128 + lane]);
        }
    }

    [Fact]
    public void In_a_design_courses_that_leave_out_quantities_of_the_scenario_meet_the_same_worlds()
    {
        Quantity[] all = [.. new[] { "a", "b", "c", "d" }.Select(address => Uncertain(address, new UniformLaw(0, 1)))];
        var whole = DrawTable.Compile(all, []);
        var part = DrawTable.Compile([all[1], all[3]], [], all.Select(quantity => quantity.DrawAddress));
        Assert.Equal(4, part.Dimensions);
        var (expected, values) = (new double[4 * 128], new double[2 * 128]);
        var worlds = new WorldUniforms(Sampling.LatinHypercube, Seed, 1, 128, 4);
        whole.Fill(worlds, 0, 128, expected);
        part.Fill(worlds, 0, 128, values);
        SameBits.AssertEqual(expected.AsSpan(128, 128), values.AsSpan(0, 128));
        SameBits.AssertEqual(expected.AsSpan(384, 128), values.AsSpan(128, 128));
    }

    /// <summary>
    /// The sample rank correlation of n pairs has a standard deviation of at most 1/√(n−1); the band is 4.9 of them,
    /// false alarm 1e-6.
    /// </summary>
    [Fact]
    public void Rank_correlations_are_recovered()
    {
        const int Worlds = 65_536;
        Quantity[] quantities =
        [
            Uncertain("a", new LogNormalLaw(0, 1)),
            Uncertain("b", new BetaLaw(0.7, 3)),
            Uncertain("c", new TriangularLaw(0, 1, 4)),
            Uncertain("d", new UniformLaw(0, 1)),
        ];
        RankCorrelation[] correlations = [new("a", "b", 0.7), new("c", "a", -0.5), new("b", "c", -0.2)];
        var values = Fill(DrawTable.Compile(quantities, correlations), 0, 1, Worlds);
        double[][] rows = [.. Enumerable.Range(0, 4).Select(i => values.AsSpan(i * Worlds, Worlds).ToArray())];
        AssertCorrelation(rows[0], rows[1], 0.7);
        AssertCorrelation(rows[0], rows[2], -0.5);
        AssertCorrelation(rows[1], rows[2], -0.2);
        AssertCorrelation(rows[0], rows[3], 0.0);
        AssertUniformMargin(quantities[1].Law, rows[1]);
    }

    [Fact]
    public void Adding_a_correlation_moves_only_members_of_its_component()
    {
        Quantity[] quantities = [.. "abcdef".Select(name => Uncertain($"{name}", new NormalLaw(0, 1)))];
        RankCorrelation[] first = [new("a", "b", 0.5)];
        RankCorrelation[] second = [new("c", "e", 0.3), .. first];
        var before = Fill(DrawTable.Compile(quantities, first), 0, 1, 32);
        var after = Fill(DrawTable.Compile(quantities, second), 0, 1, 32);
        foreach (var untouched in new[] { 0, 1, 3, 5 })
        {
            SameBits.AssertEqual(before.AsSpan(untouched * 32, 32), after.AsSpan(untouched * 32, 32));
        }

        Assert.NotEqual(before[4 * 32], after[4 * 32]);
    }

    [Fact]
    public void Order_of_quantities_and_correlations_changes_no_bit()
    {
        Quantity[] quantities = [.. "abcd".Select(name => Uncertain($"{name}", new NormalLaw(0, 1)))];
        RankCorrelation[] correlations = [new("a", "b", 0.5), new("b", "d", 0.4), new("d", "a", 0.1)];
        var forward = Fill(DrawTable.Compile(quantities, correlations), 0, 1, 16);
        var backward = Fill(DrawTable.Compile([.. quantities.Reverse()], [.. correlations.Reverse()]), 0, 1, 16);
        for (var quantity = 0; quantity < 4; quantity++)
        {
            SameBits.AssertEqual(forward.AsSpan(quantity * 16, 16), backward.AsSpan((3 - quantity) * 16, 16));
        }
    }

    [Fact]
    public void Contradicting_correlations_are_an_error_that_names_the_pairs()
    {
        RankCorrelation[] correlations =
        [
            new("a", "b", 0.9),
            new("b", "c", 0.9),
            new("a", "c", -0.9),
            new("d", "e", 0.1),
        ];
        Assert.False(Copula.TryCompile(["a", "b", "c", "d", "e"], correlations, out _, out var error));
        Assert.Equal(correlations[..3], error.Pairs);
        Assert.Contains("[a, b, 0.9]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[d, e, 0.1]", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "z", 0.5, "z is not an uncertain quantity")]
    [InlineData("a", "a", 0.5, "itself")]
    [InlineData("a", "b", 1.5, "between -1 and 1")]
    [InlineData("c", "d", 0.5, "twice")]
    [InlineData("a", "b", 1.0, "not positive definite")]
    public void Faulty_correlations_are_named(string first, string second, double r, string message)
    {
        RankCorrelation[] correlations = [new("d", "c", 0.1), new(first, second, r)];
        Assert.False(Copula.TryCompile(["a", "b", "c", "d"], correlations, out _, out var error));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_loses_more_than_one_percent_is_refused()
    {
        var quantity = Uncertain("a", new NormalLaw(1, 1)) with { Range = HardRange.NonNegative };
        var error = Assert.Throws<ArgumentException>(() => DrawTable.Compile([quantity], []));
        Assert.Contains("15.9 %", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filling_allocates_nothing()
    {
        Quantity[] quantities =
        [
            Uncertain("a", new NormalLaw(0, 1)),
            Uncertain("b", new PertLaw(1, 2, 5)),
            Uncertain("c", new DiscreteLaw([1, 2], [0.5, 0.5])),
            Uncertain("d", new NormalLaw(3, 1)) with
            {
                Range = HardRange.NonNegative,
            },
        ];
        var table = DrawTable.Compile(quantities, [new RankCorrelation("a", "b", 0.6)]);
        var values = new double[4 * 256];
        table.Fill(Seed, 0, 1, 256, values);
        table.Fill(Seed, 0, 3, 256, values);
        void More()
        {
            table.Fill(Seed, 256, 1, 256, values);
            table.Fill(Seed, 256, 3, 256, values);
        }

        Assert.Equal(0, Allocations.Least(More));
    }

    private static Quantity Uncertain(string address, Law law) => new() { Address = address, Law = law };

    private static double[] Fill(DrawTable table, uint firstPath, uint replicates, int lanes)
    {
        var values = new double[table.Quantities.Length * lanes];
        table.Fill(Seed, firstPath, replicates, lanes, values);
        return values;
    }

    private static void AssertCorrelation(double[] x, double[] y, double expected)
    {
        var calculated = MathNet.Numerics.Statistics.Correlation.Spearman(x, y);
        var band = 4.9 / Math.Sqrt(x.Length - 1);
        Assert.True(
            Math.Abs(calculated - expected) <= band,
            $"rank correlation: calculated {calculated:F5}, expected {expected}, band {band:F5}, seed {Seed}"
        );
    }

    /// <summary>Kolmogorov–Smirnov at 1e-6: √n·D below 2.70.</summary>
    private static void AssertUniformMargin(Law law, double[] values)
    {
        var sorted = values.Order().Select(x => LawQuantile.Cdf(law, x)).ToArray();
        var n = sorted.Length;
        var distance = sorted.Select((u, i) => Math.Max(u - ((double)i / n), ((i + 1.0) / n) - u)).Max();
        Assert.True(
            distance * Math.Sqrt(n) < 2.70,
            $"Kolmogorov–Smirnov of {law}: calculated {distance * Math.Sqrt(n):F3}, expected below 2.70, seed {Seed}"
        );
    }
}
