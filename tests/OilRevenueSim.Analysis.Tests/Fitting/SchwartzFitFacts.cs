using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class SchwartzFitFacts
{
    private static readonly double[] Truth = [65.0, 6.0, 0.38];

    // 30 years of weeks are 60 half-lives.
    [Fact]
    public void Sixty_half_lives_of_weekly_prices_give_the_parameters_back()
    {
        var fits = Recovery.Fits(SchwartzFit.Model, Recovery.Like(1566, 7 / 365.25, 65.0), Truth, "test/schwartz");

        Recovery.Holds(fits, "long-run", 65.0, logarithm: true);
        Recovery.Holds(fits, "half-life", 6.0, logarithm: true);
        Recovery.Holds(fits, "volatility", 0.38, logarithm: true);
        Recovery.NinetyPercentHolds(fits, "long-run", 65.0);
        Recovery.NinetyPercentHolds(fits, "half-life", 6.0);
    }

    // 40 years of monthly averages, 80 half-lives.
    [Fact]
    public void Monthly_averages_give_the_parameters_of_the_price_itself_back()
    {
        var like = Recovery.Like(480, 1 / 12.0, 65.0, averagedPoints: 21);
        var fits = Recovery.Fits(SchwartzFit.Model, like, Truth, "test/schwartz-average");

        Recovery.Holds(fits, "long-run", 65.0, logarithm: true);
        Recovery.Holds(fits, "half-life", 6.0, logarithm: true);
        Recovery.Holds(fits, "volatility", 0.38, logarithm: true);
    }
}
