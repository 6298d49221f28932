using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class GbmFitFacts
{
    private const double Drift = 0.06;
    private const double Volatility = 0.38;

    // 20 years of weeks.
    [Fact]
    public void Twenty_years_of_weekly_prices_give_the_parameters_back()
    {
        var fits = Recovery.Fits(GbmFit.Model, Recovery.Like(1044, 7 / 365.25, 60.0), [Drift, Volatility], "test/gbm");

        Recovery.Holds(fits, "drift", Drift, logarithm: false);
        Recovery.Holds(fits, "volatility", Volatility, logarithm: true);
        Recovery.NinetyPercentHolds(fits, "drift", Drift);
        Recovery.NinetyPercentHolds(fits, "volatility", Volatility);
        Assert.All(fits, f => Assert.True(f.Converged, string.Join(' ', f.Remarks)));
    }

    // 40 years of monthly averages of 21 prices: uncorrected, the volatility would come out 18 % too small.
    [Fact]
    public void Forty_years_of_monthly_averages_give_the_parameters_of_the_price_itself_back()
    {
        var like = Recovery.Like(480, 1 / 12.0, 60.0, averagedPoints: 21);
        var fits = Recovery.Fits(GbmFit.Model, like, [Drift, Volatility], "test/gbm-average");

        Recovery.Holds(fits, "drift", Drift, logarithm: false);
        Recovery.Holds(fits, "volatility", Volatility, logarithm: true);
    }
}
