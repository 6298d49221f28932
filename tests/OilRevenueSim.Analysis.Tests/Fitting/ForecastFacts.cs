using MathNet.Numerics.Integration;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class ForecastFacts
{
    [Theory]
    [InlineData(-0.7)]
    [InlineData(0.1)]
    [InlineData(2.5)]
    public void Crps_of_a_mixture_equals_its_integral(double x)
    {
        var law = new NormalMixture([0.6, 0.3, 0.1], [0.0, -0.4, 1.2], [0.3, 0.8, 0.1]);

        var below = GaussLegendreRule.Integrate(y => law.Cdf(y) * law.Cdf(y), -12.0, x, 1024);
        var above = GaussLegendreRule.Integrate(y => Square(1.0 - law.Cdf(y)), x, 14.0, 1024);

        PriceReference.Near(below + above, law.Crps(x), 1e-8);
        static double Square(double v) => v * v;
    }

    [Fact]
    public void Residual_inverts_the_distribution_function_in_both_tails()
    {
        var law = new NormalMixture([0.5, 0.5], [0.0, 0.0], [1.0, 1.0]);

        foreach (var x in (double[])[-30.0, -6.0, -0.5, 0.0, 2.0, 8.0, 35.0])
        {
            PriceReference.Near(x, law.Residual(x), 1e-8);
        }
    }

    [Fact]
    public void Score_of_one_step_of_gbm_is_the_mean_of_the_closed_form()
    {
        var history = Drawn(GbmFit.Model, [0.05, 0.35], 120);
        var sample = PriceSample.Of(history);
        var score = ForecastScores.Of(history, new() { HorizonSteps = [1] })[0];

        var natural = GbmFit.Model.Quick(sample.First(60));
        var deviation = natural[1] * Math.Sqrt(sample.StepYears);
        var drift = (natural[0] - (0.5 * natural[1] * natural[1])) * sample.StepYears;
        var expected = Enumerable
            .Range(59, 60)
            .Average(t => NormalMixture.Of(sample.LogPrices[t] + drift, deviation).Crps(sample.LogPrices[t + 1]));

        Assert.Equal(60, score.Origins);
        PriceReference.Near(expected, score.Crps, 1e-12);
        PriceReference.Near(score.Crps - score.NoChangeCrps, score.OverNoChange.Mean, 1e-12);
        PriceReference.Near(score.Crps - score.RandomWalkCrps, score.OverRandomWalk.Mean, 1e-12);
    }

    [Fact]
    public void Schwartz_beats_a_random_walk_on_prices_that_revert_fast_and_not_on_a_random_walk()
    {
        var options = new ForecastScoreOptions { HorizonSteps = [26], OriginEverySteps = 4 };
        var reverting = Schwartz(ForecastScores.Of(Drawn(SchwartzFit.Model, [60.0, 1.0, 0.35], 1040), options));
        var walking = Schwartz(ForecastScores.Of(Drawn(GbmFit.Model, [0.05, 0.35], 1040), options));

        Assert.True(
            reverting.Mean < -3.0 * reverting.StandardError,
            $"difference {reverting.Mean:G3}, standard error {reverting.StandardError:G3}, expected below −3 of them"
        );
        Assert.True(
            walking.Mean > -3.0 * walking.StandardError,
            $"difference {walking.Mean:G3}, standard error {walking.StandardError:G3}, expected above −3 of them"
        );

        static PairedDifference Schwartz(IEnumerable<ForecastScore> scores) =>
            scores.Single(s => s is { Model: "schwartz", Jumps: false }).OverRandomWalk;
    }

    [Fact]
    public void Fitting_again_changes_the_scores_of_later_origins()
    {
        var history = Drawn(SchwartzFit.Model, [60.0, 4.0, 0.35], 200);

        var held = ForecastScores.Of(history, new() { HorizonSteps = [4] });
        var again = ForecastScores.Of(history, new() { HorizonSteps = [4], RefitEverySteps = 40 });

        Assert.NotEqual(held[0].Crps, again[0].Crps);
        Assert.All(again.Zip(held), p => Assert.InRange(p.First.Crps / p.Second.Crps, 0.7, 1.4));
    }

    // Published with rounded volatility and dollars. WTI for June 2011 on 7 April 2011: 109, 30 %, 90 and 132; its options expired on 17 May.
    // WTI for September 2013 on 6 June 2013: 93.75, 23 %, 77 and 114; its options expired on 15 August.
    [Theory]
    [InlineData(109.0, 0.30, 40, 90.0, 132.0)]
    [InlineData(93.75, 0.23, 70, 77.0, 114.0)]
    public void Implied_band_is_the_one_the_EIA_published(
        double futures,
        double volatility,
        int days,
        double low,
        double high
    )
    {
        var band = ImpliedBand.Of(futures, volatility, days);

        Assert.InRange(band.LowUsd, low - 1.0, low + 1.0);
        Assert.InRange(band.HighUsd, high - 1.5, high + 1.5);
    }

    [Fact]
    public void Implied_band_of_a_year_is_the_quantile_of_the_lognormal()
    {
        var band = ImpliedBand.Of(80.0, 0.4, 252.0, 0.9, ImpliedBand.TradingDays);

        PriceReference.Near(80.0 * Math.Exp(0.4 * 1.6448536269514722), band.HighUsd, 1e-9);
        PriceReference.Near(80.0 * 80.0, band.LowUsd * band.HighUsd, 1e-9);
    }

    [Theory]
    [InlineData(0.0, 0.3, 30.0, "futuresUsd")]
    [InlineData(80.0, 30.0, 30.0, "volatility")]
    [InlineData(80.0, 0.3, -1.0, "days")]
    public void Implied_band_refuses_what_is_out_of_range(
        double futures,
        double volatility,
        double days,
        string argument
    ) =>
        Assert.Equal(
            argument,
            Assert.Throws<PriceFitException>(() => ImpliedBand.Of(futures, volatility, days)).Argument
        );

    private static PriceHistory Drawn(FittedModel model, double[] truth, int weeks)
    {
        var logs = model
            .Simulate(Recovery.Like(weeks, 7 / 365.25, 60.0), truth, new NormalStream(11, "test/forecasts", 0))
            .LogPrices;
        return Histories.Weekly(logs);
    }
}
