using System.Collections.Immutable;
using CsCheck;
using MathNet.Numerics.Distributions;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Tests.RandomStreams;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Uncertainty;

/// <summary>Every law against MathNet 5.0 and closed forms.</summary>
public sealed class LawQuantileTests
{
    private static readonly double[] Probabilities = [1e-9, 1e-4, 0.05, 0.25, 0.5, 0.7, 0.95, 0.9999, 1 - 1e-9];

    [Fact]
    public void Normal_quantiles_match_MathNet() =>
        AssertQuantiles(new NormalLaw(-3, 2.5), u => MathNet.Numerics.Distributions.Normal.InvCDF(-3, 2.5, u), 1e-13);

    [Fact]
    public void Lognormal_quantiles_match_MathNet() =>
        AssertQuantiles(new LogNormalLaw(1.2, 0.7), u => LogNormal.InvCDF(1.2, 0.7, u), 1e-12);

    [Fact]
    public void Logit_normal_quantiles_are_the_logistic_of_normal_ones() =>
        AssertQuantiles(
            new LogitNormalLaw(-1.5, 0.9),
            u => 1 / (1 + Math.Exp(-MathNet.Numerics.Distributions.Normal.InvCDF(-1.5, 0.9, u))),
            1e-12
        );

    [Fact]
    public void Uniform_quantiles_are_linear() =>
        AssertQuantiles(new UniformLaw(25, 45), u => ContinuousUniform.InvCDF(25, 45, u), 1e-15);

    [Fact]
    public void Triangular_quantiles_match_MathNet() =>
        AssertQuantiles(new TriangularLaw(25, 30, 45), u => Triangular.InvCDF(25, 45, 30, u), 1e-13);

    [Fact]
    public void Triangular_laws_may_peak_at_an_end()
    {
        Assert.Equal(3.0, LawQuantile.Quantile(new TriangularLaw(0, 0, 4), 1 - (1.0 / 16)), 1e-14);
        Assert.Equal(1.0, LawQuantile.Quantile(new TriangularLaw(0, 4, 4), 1.0 / 16), 1e-14);
    }

    [Fact]
    public void Beta_quantiles_invert_MathNets_distribution_function()
    {
        var law = new BetaLaw(2, 8);
        foreach (var u in Probabilities)
        {
            AssertRelative($"u {u:R}", Beta.CDF(2, 8, LawQuantile.Quantile(law, u)), u, 1e-12);
        }
    }

    [Fact]
    public void Pert_quantiles_are_those_of_a_scaled_beta_with_weight_4()
    {
        var scaled = new BetaScaled(1 + (4 * 5 / 20.0), 1 + (4 * 15 / 20.0), 25, 20);
        var law = new PertLaw(25, 30, 45);
        foreach (var u in Probabilities)
        {
            AssertRelative(
                $"u {u:R}",
                scaled.CumulativeDistribution(LawQuantile.Quantile(law, u)),
                u,
                u < 1e-6 ? 1e-6 : 1e-11
            );
        }
    }

    [Theory]
    [InlineData(1e-9, 0.0)]
    [InlineData(0.25, 0.0)]
    [InlineData(0.25000001, 1.5)]
    [InlineData(0.75, 1.5)]
    [InlineData(0.750001, -2.0)]
    [InlineData(1.0, -2.0)]
    public void A_discrete_law_takes_the_first_value_as_written_whose_cumulated_probability_reaches_u(
        double u,
        double expected
    ) => Assert.Equal(expected, LawQuantile.Quantile(new DiscreteLaw([0.0, 1.5, -2.0], [0.25, 0.5, 0.25]), u));

    [Fact]
    public void A_certain_law_gives_its_value() => Assert.Equal(7.5, LawQuantile.Quantile(new CertainLaw(7.5), 0.123));

    [Fact]
    public void Distribution_functions_undo_quantiles()
    {
        ImmutableArray<Law> laws =
        [
            new NormalLaw(2, 3),
            new LogNormalLaw(-1, 0.4),
            new LogitNormalLaw(0.3, 1.1),
            new UniformLaw(-2, 9),
            new TriangularLaw(1, 2, 7),
            new PertLaw(1, 2, 7),
            new BetaLaw(0.8, 2.2),
        ];
        Gen.Select(Gen.Double[1e-6, 1 - 1e-6], Gen.Int[0, laws.Length - 1])
            .SampleFixed(
                (u, i) =>
                {
                    var back = LawQuantile.Cdf(laws[i], LawQuantile.Quantile(laws[i], u));
                    Assert.True(Math.Abs(back - u) <= 1e-12, $"{laws[i]}: F(Q({u:R})) = {back:R}, tolerance 1e-12");
                },
                iter: 2000,
                seed: "0N0XIzNsQ0O2"
            );
    }

    [Fact]
    public void Quantiles_have_the_same_bits_at_every_width()
    {
        SameBits.AssertAtEveryWidth(new NormalQuantileMap(1, 2), 0, 1);
        SameBits.AssertAtEveryWidth(new LogNormalQuantileMap(1, 2), 0, 1);
        SameBits.AssertAtEveryWidth(new LogitNormalQuantileMap(1, 2), 0, 1);
        SameBits.AssertAtEveryWidth(new UniformQuantileMap(1, 2), 0, 1);
        SameBits.AssertAtEveryWidth(new TriangularQuantileMap(1, 2, 5), 0, 1);
        SameBits.AssertAtEveryWidth(new RescaleMap(0.1, 0.8), 0, 1);
        SameBits.AssertAtEveryWidth(new ClampMap(0.1, 0.8), 0, 1);
        SameBits.AssertAtEveryWidth(default(InverseMap), 0, 10);
        SameBits.AssertAtEveryWidth(new LossToRateMap(0.5), 0, 1);
    }

    [Fact]
    public void Means_match_MathNet()
    {
        Assert.Equal(new LogNormal(1.2, 0.7).Mean, LawQuantile.Mean(new LogNormalLaw(1.2, 0.7))!.Value, 1e-12);
        Assert.Equal(new Triangular(25, 45, 30).Mean, LawQuantile.Mean(new TriangularLaw(25, 30, 45))!.Value, 1e-12);
        Assert.Equal(new BetaScaled(2, 4, 25, 20).Mean, LawQuantile.Mean(new PertLaw(25, 30, 45))!.Value, 1e-12);
        Assert.Equal(new Beta(2, 8).Mean, LawQuantile.Mean(new BetaLaw(2, 8))!.Value, 1e-15);
        Assert.Equal(35.0, LawQuantile.Mean(new UniformLaw(25, 45)));
        Assert.Equal(-3.0, LawQuantile.Mean(new NormalLaw(-3, 2)));
        Assert.Equal(0.25, LawQuantile.Mean(new DiscreteLaw([0.0, 1.5, -2.0], [0.25, 0.5, 0.25])));
        Assert.Null(LawQuantile.Mean(new LogitNormalLaw(0, 1)));
    }

    private static void AssertQuantiles(Law law, Func<double, double> reference, double tolerance)
    {
        foreach (var u in Probabilities)
        {
            AssertRelative($"{law} at {u:R}", LawQuantile.Quantile(law, u), reference(u), tolerance);
        }
    }

    private static void AssertRelative(string name, double calculated, double expected, double tolerance) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance * Math.Abs(expected),
            $"{name}: calculated {calculated:R}, expected {expected:R}, relative tolerance {tolerance}"
        );
}
