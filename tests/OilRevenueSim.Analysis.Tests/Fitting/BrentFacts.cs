using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

// The table of autoregressions and Dickey-Fuller statistics of brent-stats.md, section 2, to its rounding. There s_e divides by
// n − 2, here by n: the volatility differs by a factor of √(1 − 2/n).
public sealed class BrentFacts
{
    private static readonly DateOnly Start = new(1987, 5, 1);
    private static readonly DateOnly End = new(2026, 7, 31);

    [Theory]
    [InlineData("1987-05-01", "2026-07-31", 470, 0.9900, 56.1, 68.9, 0.344, -1.55)]
    [InlineData("2009-12-01", "2025-12-31", 192, 0.9539, 72.2, 14.7, 0.366, -2.10)]
    [InlineData("1999-12-01", "2025-12-31", 312, 0.9721, 66.6, 24.5, 0.358, -2.32)]
    public void Monthly_averages_read_as_points_give_the_table(
        string first,
        string last,
        int pairs,
        double b,
        double level,
        double halfLife,
        double volatility,
        double dickeyFuller
    )
    {
        var history = Histories
            .Brent("brent-monthly.csv", PriceSpacing.Month, PriceMeaning.Point)
            .Between(DateOnly.Parse(first), DateOnly.Parse(last));

        Holds(history, pairs, b, level, halfLife, volatility, dickeyFuller);
    }

    [Theory]
    [InlineData("1987-05-01", "2026-07-31", 470, 0.9847, 51.3, 45.0, 0.435, -1.88)]
    [InlineData("2009-12-01", "2025-12-31", 192, 0.9283, 72.2, 9.3, 0.474, -2.65)]
    public void Month_ends_give_the_table(
        string first,
        string last,
        int pairs,
        double b,
        double level,
        double halfLife,
        double volatility,
        double dickeyFuller
    )
    {
        var history = Histories
            .Brent("brent-daily.csv", PriceSpacing.Day, PriceMeaning.Point)
            .MonthEnds()
            .Between(DateOnly.Parse(first), DateOnly.Parse(last));

        Holds(history, pairs, b, level, halfLife, volatility, dickeyFuller);
    }

    [Fact]
    public void Monthly_averages_corrected_have_the_volatility_of_month_ends_and_not_that_of_averages()
    {
        var averages = Histories.Brent("brent-monthly.csv", PriceSpacing.Month, PriceMeaning.PeriodAverage);

        var fits = PriceModelFits.All(averages.Between(Start, End));
        var corrected = fits.Fits.Single(f => f.Model == "gbm").Parameters.Single(p => p.Key == "volatility");

        // 0.343 uncorrected; month-ends 0.433, days 0.405, both with fatter tails.
        Assert.InRange(corrected.Estimate, 0.39, 0.44);
        Assert.Equal(["gbm", "schwartz", "schwartz-smith"], fits.Fits.Select(f => f.Model));
        Assert.Contains(fits.Remarks, r => r.Contains("not fitted", StringComparison.Ordinal));
        Assert.False(fits.UnitRoot.Rejects);
    }

    [Fact]
    public void Ten_years_of_days_are_fitted_by_every_model_and_jumps_or_regimes_are_preferred()
    {
        var daily = Histories
            .Brent("brent-daily.csv", PriceSpacing.Day, PriceMeaning.Point)
            .Between(new(2016, 1, 1), new(2025, 12, 31));

        var fits = PriceModelFits.All(daily);

        Assert.Equal(
            ["gbm", "gbm+jumps", "schwartz", "schwartz+jumps", "schwartz-smith", "regimes"],
            fits.Fits.Select(f => f.Jumps ? $"{f.Model}+jumps" : f.Model)
        );
        Assert.NotEqual("gbm", fits.Fits.MinBy(f => f.Bic)!.Model);
        Assert.All(fits.Fits, f => Assert.Equal(fits.Fits[0].Observations, f.Observations));
        Assert.All(
            fits.Fits.Where(f => f.Converged),
            f => Assert.All(f.Parameters, p => Assert.True(p.StandardError > 0.0, $"{f.Model} {p.Key}"))
        );
    }

    private static void Holds(
        PriceHistory history,
        int pairs,
        double b,
        double level,
        double halfLife,
        double volatility,
        double dickeyFuller
    )
    {
        var sample = PriceSample.Of(history);
        var natural = SchwartzFit.Model.Quick(sample);
        var test = UnitRootTest.Of(sample.LogPrices, 0);

        Assert.Equal(pairs, sample.Steps);
        PriceReference.Near(b, 1.0 + test.Slope, 0.00006);
        PriceReference.Near(level, natural[0], 0.06);
        PriceReference.Near(halfLife, natural[1], 0.06);
        PriceReference.Near(volatility, natural[2] / Math.Sqrt(1.0 - (2.0 / pairs)), 0.0006);
        PriceReference.Near(dickeyFuller, test.Statistic, 0.006);
    }
}
