using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Tests.RandomStreams;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Correlated benchmarks: covariances over any time, own streams, nothing moved outside the group.</summary>
public sealed class CorrelatedPriceTests
{
    private const int Paths = 65_536;

    private static readonly SchwartzBenchmark Dubai = Schwartz with
    {
        Name = "dubai",
        HalfLife = Certain(0.2),
        Volatility = Certain(0.5),
    };

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Two_reverting_prices_share_the_covariance_of_their_half_lives(StepLength length, int early, int late)
    {
        var run = new PriceRun([Schwartz, Dubai], [Pair("brent", "dubai", 0.8)], Grid(length));
        var brent = run.RunOf(0, Seed, 0, Paths, 256, early, late).LogPrice;
        var dubai = run.RunOf(1, Seed, 0, Paths, 256, early, late).LogPrice;
        var (kappa1, kappa2) = (Ln2 / 0.75, Ln2 / 0.2);
        for (var kept = 0; kept < 2; kept++)
        {
            var t = run.Years(kept == 0 ? early : late);
            var mean1 = Math.Log(64) + (Math.Exp(-kappa1 * t) * Math.Log(112.3 / 64));
            var mean2 = Math.Log(64) + (Math.Exp(-kappa2 * t) * Math.Log(112.3 / 64));
            var sum = kappa1 + kappa2;
            var expected = 0.8 * 0.36 * 0.5 * (1 - Math.Exp(-sum * t)) / sum;
            AssertMean("Cov[x₁, x₂]", Products(brent[kept], mean1, dubai[kept], mean2), expected);
            var variance = 0.5 * 0.5 * (1 - Math.Exp(-2 * kappa2 * t)) / (2 * kappa2);
            AssertMean("Var[x₂]", Squares(dubai[kept], mean2), variance);
        }
    }

    [Theory]
    [InlineData(StepLength.Month, 9)]
    [InlineData(StepLength.Day, 274)]
    public void A_drifting_price_correlates_with_each_factor_of_another(StepLength length, int step)
    {
        // crude.short ~ gbm 0.5, crude.long ~ gbm 0.6: Cov = 0.5σσ_χ(1 − e^(−κt))/κ + 0.6σσ_ξt.
        var run = new PriceRun(
            [Gbm, SchwartzSmith],
            [Pair("gbm", "crude.short", 0.5), Pair("crude.long", "gbm", 0.6)],
            Grid(length)
        );
        var crude = run.RunOf(0, Seed, 0, Paths, 256, step).LogPrice[0];
        var gbm = run.RunOf(1, Seed, 0, Paths, 256, step).LogPrice[0];
        var t = run.Years(step);
        var meanCrude = Math.Log(21.5) - 0.119 + (0.119 * Math.Exp(-1.49 * t)) - (0.0125 * t);
        var meanGbm = Math.Log(63.7) + ((0.08 - (0.32 * 0.32 / 2)) * t);
        var fading = (1 - Math.Exp(-1.49 * t)) / 1.49;
        AssertMean(
            "Cov[x₁, x₂]",
            Products(crude, meanCrude, gbm, meanGbm),
            (0.5 * 0.32 * 0.286 * fading) + (0.6 * 0.32 * 0.145 * t)
        );
        AssertMean(
            "Var[x₁]",
            Squares(crude, meanCrude),
            (0.286 * 0.286 * (1 - Math.Exp(-2 * 1.49 * t)) / (2 * 1.49))
                + (0.145 * 0.145 * t)
                + (2 * 0.300 * 0.286 * 0.145 * fading)
        );
        AssertMean("Var[x₂]", Squares(gbm, meanGbm), 0.32 * 0.32 * t);
    }

    [Fact]
    public void One_step_is_the_cholesky_factor_of_the_steps_correlations_in_ordinal_order()
    {
        Benchmark[] three = [Gbm with { Name = "c" }, Schwartz with { Name = "a" }, Dubai with { Name = "b" }];
        PriceCorrelation[] pairs = [Pair("b", "a", 0.8), Pair("c", "a", 0.6), Pair("b", "c", 0.3)];
        var run = new PriceRun(three, pairs, Grid(StepLength.Month));
        var x = run.RunOf(2, Seed, 0, 9, 9, 0, 1).LogPrice;
        var dt = 31 / 365.25;
        var (kappaA, kappaB) = (Ln2 / 0.75, Ln2 / 0.2);
        double C(double kappa) => kappa == 0 ? dt : (1 - Math.Exp(-kappa * dt)) / kappa;
        var ab = 0.8 * C(kappaA + kappaB) / Math.Sqrt(C(2 * kappaA) * C(2 * kappaB));
        var ac = 0.6 * C(kappaA) / Math.Sqrt(C(2 * kappaA) * dt);
        var bc = 0.3 * C(kappaB) / Math.Sqrt(C(2 * kappaB) * dt);
        var l32 = (bc - (ab * ac)) / Math.Sqrt(1 - (ab * ab));
        var z = "abc".Select(name => Normal(Uniforms($"price/{name}", 7, 0).First)).ToArray();
        var shock = (ac * z[0]) + (l32 * z[1]) + (Math.Sqrt(1 - (ac * ac) - (l32 * l32)) * z[2]);
        var expected = Math.Log(63.7) + ((0.08 - (0.32 * 0.32 / 2)) * dt) + (0.32 * Math.Sqrt(dt) * shock);
        Assert.Equal(expected, x[1][7], 1e-13);
    }

    [Fact]
    public void Adding_a_benchmark_or_a_correlation_moves_nothing_outside_its_group()
    {
        var alone = new PriceRun(SchwartzSmith, Grid(StepLength.Week)).Run(Seed, 0, 300, 256, 40);
        Benchmark[] many = [Dubai, SchwartzSmith, Gbm, Schwartz with { Jumps = Jumps(3, 0.1, 0.1) }];
        var apart = new PriceRun(many, [], Grid(StepLength.Week));
        var joined = new PriceRun(many, [Pair("brent", "gbm", 0.7), Pair("dubai", "gbm", 0.2)], Grid(StepLength.Week));
        SameBits.AssertEqual(alone.LogPrice[0], apart.RunOf(1, Seed, 0, 300, 256, 40).LogPrice[0]);
        SameBits.AssertEqual(alone.LogPrice[0], joined.RunOf(1, Seed, 0, 300, 256, 40).LogPrice[0]);
        SameBits.AssertEqual(alone.Price[0], joined.RunOf(1, Seed, 0, 300, 256, 40).Price[0]);
        Assert.NotEqual(
            apart.RunOf(3, Seed, 0, 300, 256, 40).LogPrice[0],
            joined.RunOf(3, Seed, 0, 300, 256, 40).LogPrice[0]
        );
    }

    [Fact]
    public void Order_of_benchmarks_and_of_names_in_a_pair_changes_no_bit()
    {
        var first = new PriceRun([Schwartz, Dubai], [Pair("brent", "dubai", 0.8)], Grid(StepLength.Week));
        var second = new PriceRun([Dubai, Schwartz], [Pair("dubai", "brent", 0.8)], Grid(StepLength.Week));
        SameBits.AssertEqual(
            first.RunOf(1, Seed, 0, 300, 256, 40).LogPrice[0],
            second.RunOf(1, Seed, 0, 300, 256, 40).LogPrice[0]
        );
    }

    [Fact]
    public void An_uncertain_correlation_differs_from_path_to_path()
    {
        var uncertain = new Core.Uncertainty.Quantity
        {
            Address = "price-correlations.brent+dubai",
            Law = new Core.Uncertainty.DiscreteLaw([-0.9, 0.9], [0.5, 0.5]),
        };
        var run = new PriceRun(
            [Schwartz, Dubai],
            [new PriceCorrelation("brent", "dubai", uncertain)],
            Grid(StepLength.Month)
        );
        var brent = run.RunOf(0, Seed, 0, Paths, 256, 1).LogPrice[0];
        var dubai = run.RunOf(1, Seed, 0, Paths, 256, 1).LogPrice[0];
        var products = Products(brent, brent.Average(), dubai, dubai.Average());
        AssertMean("mean product", products, 0);
        // E[(uv)²] = 1 + 2ρ² for correlated standard normals: 2.62 rather than 1, at ρ = ±0.9 of a step's 0.893.
        var size = Squares(brent, brent.Average()).Average() * Squares(dubai, dubai.Average()).Average();
        AssertMean("mean squared product", [.. products.Select(p => p * p / size)], 1 + (2 * 0.893 * 0.893));
    }

    [Theory]
    [InlineData("brent", "crude")]
    [InlineData("brent", "nothing")]
    [InlineData("crude.short", "crude.long")]
    public void What_is_no_brownian_motion_of_two_benchmarks_cannot_correlate(string first, string second) =>
        Assert.Throws<ArgumentException>(() =>
            new PriceRun([Schwartz, SchwartzSmith], [Pair(first, second, 0.5)], Grid(StepLength.Month))
        );

    internal static PriceCorrelation Pair(string first, string second, double value) =>
        new(first, second, Certain(value));
}
