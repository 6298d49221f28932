using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>The two-factor model at the published parameters of Schwartz and Smith (2000).</summary>
public sealed class SchwartzSmithTests
{
    private const int Paths = 65_536;
    private const double Kappa = 1.49;
    private const double ShortSigma = 0.286;
    private const double LongSigma = 0.145;
    private const double Rho = 0.300;

    /// <summary>Their equations for the mean and variance of ln S: here with χ₀ = 0.119 and ξ₀ = ln 21.5 − 0.119.</summary>
    private static double Mean(double t) => Math.Log(21.5) - 0.119 + (0.119 * Math.Exp(-Kappa * t)) - (0.0125 * t);

    private static double Variance(double t) =>
        (ShortSigma * ShortSigma * (1 - Math.Exp(-2 * Kappa * t)) / (2 * Kappa))
        + (LongSigma * LongSigma * t)
        + (2 * Rho * ShortSigma * LongSigma * (1 - Math.Exp(-Kappa * t)) / Kappa);

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Log_price_has_the_published_moments_and_their_autocovariance(StepLength length, int early, int late)
    {
        var run = new PriceRun(SchwartzSmith, Grid(length));
        var (x, price) = run.Run(Seed, 0, Paths, 256, early, late);
        var (s, t) = (run.Years(early), run.Years(late));
        // Cov = e^(−κ(t−s))·(Var χ_s + Cov) + Var ξ_s + Cov, Cov = ρσ_χσ_ξ(1 − e^(−κs))/κ.
        var cross = Rho * ShortSigma * LongSigma * (1 - Math.Exp(-Kappa * s)) / Kappa;
        var shortVariance = ShortSigma * ShortSigma * (1 - Math.Exp(-2 * Kappa * s)) / (2 * Kappa);
        var covariance = (Math.Exp(-Kappa * (t - s)) * (shortVariance + cross)) + (LongSigma * LongSigma * s) + cross;
        AssertGaussian(x, (Mean(s), Mean(t)), (Variance(s), Variance(t)), covariance);
        var mean = Math.Exp(Mean(t) + (Variance(t) / 2));
        AssertMean("E[S]", price[1], mean);
        AssertMean("Var[S]", Squares(price[1], mean), mean * mean * (Math.Exp(Variance(t)) - 1));
    }

    [Fact]
    public void One_step_takes_u0_for_the_short_term_and_u1_for_the_rest_of_the_long_term()
    {
        var (x, price) = new PriceRun(SchwartzSmith, Grid(StepLength.Month)).Run(Seed, 40, 9, 9, 0, 1, 2);
        Assert.All(price[0], s => Assert.Equal(21.5, s));
        var (chi, xi) = (0.119, Math.Log(21.5) - 0.119);
        foreach (var (step, days) in new[] { (0u, 31), (1u, 29) })
        {
            var (u0, u1) = Uniforms("price/crude", 45, step);
            var dt = days / 365.25;
            var variance = ShortSigma * ShortSigma * (1 - Math.Exp(-2 * Kappa * dt)) / (2 * Kappa);
            var covariance = Rho * ShortSigma * LongSigma * (1 - Math.Exp(-Kappa * dt)) / Kappa;
            var lower = covariance / Math.Sqrt(variance);
            chi = (Math.Exp(-Kappa * dt) * chi) + (Math.Sqrt(variance) * Normal(u0));
            xi +=
                (-0.0125 * dt)
                + (lower * Normal(u0))
                + (Math.Sqrt((LongSigma * LongSigma * dt) - (lower * lower)) * Normal(u1));
            Assert.Equal(chi + xi, x[step + 1][5], 1e-13);
            Assert.Equal(Math.Exp(chi + xi), price[step + 1][5], 1e-11);
        }
    }

    /// <summary>With a half-life of five days a month is six of them: Euler's step would multiply a deviation by −3.2 a month.</summary>
    [Theory]
    [InlineData(StepLength.Month, 33)]
    [InlineData(StepLength.Day, 1_004)]
    public void A_thousand_steps_or_a_few_over_the_same_time_give_the_same_law(StepLength length, int steps)
    {
        var fast = SchwartzSmith with { HalfLife = Certain(5 / 365.25) };
        var grid = new TimeGrid(new DateOnly(2016, 1, 1), new DateOnly(2018, 10, 31), length);
        var run = new PriceRun(fast, grid);
        var x = run.Run(Seed, 0, 16_384, 256, steps).LogPrice[0];
        var t = run.Years(steps);
        Assert.Equal(1_004 / 365.25, t, 1e-12);
        var kappa = Ln2 / (5 / 365.25);
        var mean = Math.Log(21.5) - 0.119 - (0.0125 * t);
        AssertMean("E[x]", x, mean);
        AssertMean(
            "Var[x]",
            Squares(x, mean),
            (ShortSigma * ShortSigma / (2 * kappa))
                + (LongSigma * LongSigma * t)
                + (2 * Rho * ShortSigma * LongSigma / kappa)
        );
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-1.0)]
    public void Wholly_correlated_factors_are_possible(double rho)
    {
        var tied = SchwartzSmith with { FactorCorrelation = Certain(rho) };
        var run = new PriceRun(tied, Grid(StepLength.Day));
        var x = run.Run(Seed, 0, 16_384, 256, 200).LogPrice[0];
        var t = run.Years(200);
        var variance = Variance(t) + (2 * (rho - Rho) * ShortSigma * LongSigma * (1 - Math.Exp(-Kappa * t)) / Kappa);
        AssertMean("Var[x]", Squares(x, Mean(t)), variance);
    }
}
