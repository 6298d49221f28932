using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class JumpFitFacts
{
    // 30 years of weeks, 60 jumps.
    [Fact]
    public void Thirty_years_of_weekly_prices_with_jumps_give_the_parameters_back()
    {
        double[] truth = [0.05, 0.30, 2.0, -0.08, 0.16];
        var fits = Recovery.Fits(JumpFit.OnGbm, Recovery.Like(1566, 7 / 365.25, 60.0), truth, "test/gbm-jumps");

        Recovery.Holds(fits, "drift", truth[0], logarithm: false);
        Recovery.Holds(fits, "volatility", truth[1], logarithm: true);
        Recovery.Holds(fits, "jumps.rate", truth[2], logarithm: true);
        Recovery.Holds(fits, "jumps.mean", truth[3], logarithm: false);
        Recovery.Holds(fits, "jumps.sd", truth[4], logarithm: true);
    }

    // 40 years of weeks, 80 half-lives, 120 jumps.
    [Fact]
    public void Forty_years_of_weekly_reverting_prices_with_jumps_give_the_parameters_back()
    {
        double[] truth = [65.0, 6.0, 0.30, 3.0, -0.06, 0.16];
        var fits = Recovery.Fits(
            JumpFit.OnSchwartz,
            Recovery.Like(2088, 7 / 365.25, 65.0),
            truth,
            "test/schwartz-jumps"
        );

        Recovery.Holds(fits, "long-run", truth[0], logarithm: true);
        Recovery.Holds(fits, "half-life", truth[1], logarithm: true);
        Recovery.Holds(fits, "volatility", truth[2], logarithm: true);
        Recovery.Holds(fits, "jumps.rate", truth[3], logarithm: true);
        Recovery.Holds(fits, "jumps.mean", truth[4], logarithm: false);
        Recovery.Holds(fits, "jumps.sd", truth[5], logarithm: true);
    }
}
