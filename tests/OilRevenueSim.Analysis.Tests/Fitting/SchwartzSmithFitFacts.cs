using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class SchwartzSmithFitFacts
{
    // Schwartz & Smith (2000), table 2, futures data 1990-95: κ 1.49, σ_χ 28.6 %, λ_χ 15.7 %, μ_ξ −1.25 %, σ_ξ 14.5 %, μ* 1.15 %, ρ 0.300;
    // errors of 1, 9 and 17 months 0.042, 0.003, 0.004. The spot, which they have not, is given the error of one month.
    private static readonly double[] Published =
    [
        -0.0125,
        12.0 * 0.69314718055994531 / 1.49,
        0.286,
        0.145,
        0.300,
        0.0115,
        0.157,
        0.042,
        0.042,
        0.003,
        0.004,
    ];

    private static PriceSample Curve(int weeks) =>
        Recovery.Like(weeks, 7 / 365.25, 20.0) with
        {
            Futures = [Series("1m", 1), Series("9m", 9), Series("17m", 17)],
        };

    private static FuturesSeries Series(string name, int months) =>
        new()
        {
            Name = name,
            MaturityYears = months / 12.0,
            PricesUsd = [],
        };

    // 10 years of weeks.
    [Fact]
    public void Published_parameters_come_back_from_futures_prices_drawn_with_them()
    {
        var fits = Recovery.Fits(SchwartzSmithFit.Model, Curve(522), Published, "test/schwartz-smith");

        Recovery.Holds(fits, "drift", Published[0], logarithm: false);
        Recovery.Holds(fits, "half-life", Published[1], logarithm: true);
        Recovery.Holds(fits, "short-volatility", Published[2], logarithm: true);
        Recovery.Holds(fits, "long-volatility", Published[3], logarithm: true);
        Recovery.Holds(fits, "factor-correlation", Published[4], logarithm: false);
        Recovery.Holds(fits, "risk-neutral-drift", Published[5], logarithm: false);
        Recovery.Holds(fits, "short-risk-premium", Published[6], logarithm: false);
        Recovery.Holds(fits, "measurement-error.1m", Published[8], logarithm: true);
    }

    // The five maturities and errors of the paper's futures data, on its 259 weeks; 13 months stand there with an error of 0.000.
    [Fact]
    public void The_papers_own_sample_gives_its_parameters_back_and_the_error_it_prints_as_zero()
    {
        var like = Recovery.Like(259, 7 / 365.25, 20.0) with
        {
            Futures = [Series("1m", 1), Series("5m", 5), Series("9m", 9), Series("13m", 13), Series("17m", 17)],
        };
        double[] truth = [.. Published[..8], 0.042, 0.006, 0.003, 0.0, 0.004];
        var drawn = SchwartzSmithFit.Model.Simulate(like, truth, new NormalStream(1, "test/published", 0));

        var fit = SchwartzSmithFit.Model.Fit(drawn, new());

        Assert.InRange(fit.Parameters[11].Estimate, 0.0, 0.002);
        Assert.Equal(258 * 6, fit.Observations);
        Assert.Equal(
            ["drift", "half-life", "short-volatility", "long-volatility", "factor-correlation"],
            fit.Parameters.Where(p => !p.ObservationsOnly).Select(p => p.Key)
        );
        // Five standard errors: false alarm below 1e-6 for each.
        foreach (var (parameter, index) in fit.Parameters.Take(7).Select((p, i) => (p, i)))
        {
            PriceReference.Near(truth[index], parameter.Estimate, 5.0 * parameter.StandardError);
        }
    }

    // 80 years of fortnights, 960 half-lives: with fewer, spot prices do not hold the two volatilities apart.
    [Fact]
    public void Eighty_years_of_spot_prices_alone_give_two_uncorrelated_factors_back()
    {
        double[] truth = [0.02, 1.0, 0.40, 0.22];
        var fits = Recovery.Fits(
            SchwartzSmithFit.Model,
            Recovery.Like(2088, 14 / 365.25, 60.0),
            truth,
            "test/spot-alone"
        );

        Recovery.Holds(fits, "drift", truth[0], logarithm: false);
        Recovery.Holds(fits, "half-life", truth[1], logarithm: true);
        Recovery.Holds(fits, "short-volatility", truth[2], logarithm: true);
        Recovery.Holds(fits, "long-volatility", truth[3], logarithm: true);
    }
}
