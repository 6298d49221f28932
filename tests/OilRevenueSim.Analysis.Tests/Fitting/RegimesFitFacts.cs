using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class RegimesFitFacts
{
    // 40 years of weeks: 60 spells of calm of 6 months, 60 of turbulence of 2.
    [Fact]
    public void Forty_years_of_weekly_prices_give_both_regimes_back()
    {
        double[] truth = [2.0, 6.0, 0.12, 0.22, -0.20, 0.70];
        var fits = Recovery.Fits(RegimesFit.Model, Recovery.Like(2088, 7 / 365.25, 60.0), truth, "test/regimes");

        Recovery.Holds(fits, "regimes.changes.calm>turbulent.rate", truth[0], logarithm: true);
        Recovery.Holds(fits, "regimes.changes.turbulent>calm.rate", truth[1], logarithm: true);
        Recovery.Holds(fits, "regimes.sets.calm.drift", truth[2], logarithm: false);
        Recovery.Holds(fits, "regimes.sets.calm.volatility", truth[3], logarithm: true);
        Recovery.Holds(fits, "regimes.sets.turbulent.drift", truth[4], logarithm: false);
        Recovery.Holds(fits, "regimes.sets.turbulent.volatility", truth[5], logarithm: true);
    }
}
