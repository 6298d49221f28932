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

    // Ends from 4,000 samples of 800 steps drawn independently: their and our draws leave k = κT uncertain by 0.6 at the low end (a point of the
    // law known to 0.5 from 1,000 draws), 0.3 in the middle and 1.1 at the high end; five of each. A walk lies below 14.1 in 95 of 100 samples
    // (Fuller 1976, table 8.5.1), so that estimates well below leave the low end at 0.
    [Theory]
    [InlineData(11.5, 0.0, 8.1, 17.3)]
    [InlineData(13.35, 0.0, 10.0, 19.7)]
    [InlineData(25.0, 8.8, 21.8, 34.0)]
    [InlineData(40.0, 21.2, 36.8, 52.7)]
    public void The_interval_of_the_speed_is_that_of_independent_draws(
        double estimate,
        double low,
        double median,
        double high
    )
    {
        var found = MedianUnbiasedSpeed.Of(estimate, 4206, seed: 1);

        Assert.True(
            (low > 0.0 ? Math.Abs(found.Low - low) < 3.0 : found.Low == 0.0)
                && Math.Abs(found.Median - median) < 1.5
                && Math.Abs(found.High - high) < 5.5,
            $"calculated {found}, expected {low}, {median}, {high}, tolerance 3, 1.5, 5.5; seed 1"
        );
    }

    [Fact]
    public void No_half_life_is_longer_than_the_draws_can_tell_from_an_infinite_one()
    {
        var found = Enumerable.Range(0, 30).Select(i => MedianUnbiasedSpeed.Of(0.5 * i, 600, seed: 1));

        Assert.All(
            found.SelectMany(k => new[] { k.Low, k.Median, k.High }),
            k => Assert.True(k is 0.0 or >= 0.1, $"{k}; seed 1")
        );
    }
}
