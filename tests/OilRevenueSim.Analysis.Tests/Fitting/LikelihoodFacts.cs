using OilRevenueSim.Analysis.Fitting;
using static OilRevenueSim.Analysis.Tests.Fitting.PriceReference;

namespace OilRevenueSim.Analysis.Tests.Fitting;

// Every filter and mixture against densities computed in another way by another tool (PriceReference).
public sealed class LikelihoodFacts
{
    private const int All = 160;

    /// <summary>κ of the reference as a half-life in months.</summary>
    private static double HalfLife(double speed) => 12.0 * Math.Log(2.0) / speed;

    [Fact]
    public void Gbm_equals_independent_normal_changes() =>
        Near(Number("gbm"), GbmFit.LogLikelihood(Sample(All), 0.06, 0.38), 1e-8);

    [Fact]
    public void Gbm_of_averages_equals_the_multivariate_normal_of_the_averages() =>
        Near(Number("gbmAverage21"), GbmFit.LogLikelihood(Sample(40, 21), 0.06, 0.38), 1e-8);

    [Fact]
    public void Schwartz_equals_independent_normal_innovations() =>
        Near(Number("schwartz"), SchwartzFit.LogLikelihood(Sample(All), 65.0, HalfLife(1.4), 0.38), 1e-8);

    [Fact]
    public void Schwartz_of_averages_equals_the_multivariate_normal_of_the_averages()
    {
        var sample = Sample(60, 5);
        // The reference's level is that of the averages of ln; ours is of the price, and moved for the logarithm of an average.
        var longRun = 65.0 * Math.Exp(-SchwartzFit.AverageShift(sample, 0.38));

        Near(Number("schwartzAverage5"), SchwartzFit.LogLikelihood(sample, longRun, HalfLife(1.4), 0.38), 1e-8);
    }

    [Fact]
    public void Two_factors_of_spot_prices_equal_the_multivariate_normal() =>
        Near(Number("schwartzSmithSpot"), TwoFactors(Sample(60), [0.02, HalfLife(1.5), 0.25, 0.18]), 1e-8);

    [Fact]
    public void Two_factors_of_averages_equal_the_multivariate_normal() =>
        Near(Number("schwartzSmithAverage5"), TwoFactors(Sample(24, 5), [0.02, HalfLife(1.5), 0.25, 0.18]), 1e-8);

    [Fact]
    public void Two_factors_of_futures_prices_equal_the_multivariate_normal() =>
        Near(
            Number("schwartzSmithFutures"),
            TwoFactors(
                Sample(40, 1, futures: true),
                [0.02, HalfLife(1.5), 0.25, 0.18, 0.3, 0.01, 0.1, 0.01, 0.02, 0.015]
            ),
            1e-8
        );

    [Fact]
    public void Jumps_on_gbm_equal_a_Poisson_mixture() =>
        Near(Number("jumpsGbm"), new GbmBase().LogLikelihood(Sample(All), [0.05, 0.3, 4.0, -0.05, 0.12]), 1e-8);

    [Fact]
    public void Jumps_on_schwartz_equal_a_Poisson_mixture() => Near(Number("jumpsSchwartz"), JumpsOnSchwartz(), 1e-8);

    // The characteristic function lets each jump decay from its own time; κ × step is 0.027, and 159 terms differ by 5e-5 in all.
    [Fact]
    public void Jumps_on_schwartz_are_normal_enough_for_a_weekly_step() =>
        Near(Number("jumpsSchwartzExact"), JumpsOnSchwartz(), 1e-3);

    [Fact]
    public void Regimes_equal_powers_of_the_transition_matrix_with_the_same_parts()
    {
        Assert.Equal(3, RegimeFilter.PartsOf(StepYears));
        Near(Number("regimes3"), Regimes(), 1e-8);
    }

    // Three parts a week against a hundred: 0.03 in 159 terms, where 1.35 in all is a 90 % interval of one parameter.
    [Fact]
    public void Three_parts_of_a_week_are_enough_for_switches_within_it() =>
        Near(Number("regimes100"), Regimes(), 0.05);

    [Fact]
    public void Schwartz_finds_the_least_squares_of_statsmodels()
    {
        var found = SchwartzFit.Model.Quick(Sample(All));
        var b = Number("olsSlope");
        var speed = -Math.Log(b) / StepYears;

        Near(Number("olsIntercept") / (1.0 - b), Math.Log(found[0]), 1e-9);
        Near(HalfLife(speed), found[1], 1e-8);
        Near(Math.Sqrt(Number("olsResidualVariance") * 2.0 * speed / (1.0 - (b * b))), found[2], 1e-10);
    }

    [Fact]
    public void A_step_of_many_prices_has_the_variance_and_correlation_of_Working()
    {
        var step = ObservedStep.Of(0.0, 1.0, 2000);
        // Change of averages = what is left of the step before, w − v, and v.
        var variance = step.StateVariance - (2.0 * step.Covariance) + (2.0 * step.ObservedVariance);
        var lagged = step.Covariance - step.ObservedVariance;

        Near(2.0 / 3.0, variance, 1e-6);
        Near(0.25, lagged / variance, 1e-6);
    }

    private static double TwoFactors(PriceSample sample, double[] parameters) =>
        SchwartzSmithFit.Filter(sample, SchwartzSmithFit.Futures(sample), parameters, keep: false).LogLikelihood;

    private static double JumpsOnSchwartz() =>
        new SchwartzBase().LogLikelihood(Sample(All), [60.0, HalfLife(1.4), 0.3, 4.0, -0.05, 0.12]);

    private static double Regimes() => RegimeFilter.LogLikelihoodOf(Sample(All), [2.0, 6.0, 0.1, 0.25, -0.3, 0.8]);
}
