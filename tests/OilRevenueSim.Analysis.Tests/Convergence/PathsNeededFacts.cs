using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Synthetic;

namespace OilRevenueSim.Analysis.Tests.Convergence;

public sealed class PathsNeededFacts
{
    private const double Z = Confidence.NormalQuantile;
    private const int Pilot = 4096;

    private static PathsNeeded Needed(string target, double[] draws) =>
        PathsNeeded.From(PrecisionTarget.Parse("noc gross_revenue_usd " + target).Target!, SyntheticResult.Of(draws));

    // Uniform on (0, 1): mean 1/2, σ² 1/12; the p-quantile is p with standard error √(p(1 − p)/n).
    [Theory]
    [InlineData("mean 1%", 4.0 / 12.0 / 1e-4)]
    [InlineData("p95 1%", 0.05 / 0.95 / 1e-4)]
    [InlineData("p50 1%", 1.0 / 1e-4)]
    [InlineData("p05 2%", 0.95 / 0.05 / 4e-4)]
    public void An_even_pilot_of_the_uniform_law_asks_for_what_the_closed_form_says(string target, double factor)
    {
        var needed = Needed(target, Draws.Even(Pilot));
        var expected = Z * Z * factor;

        // The t-quantile for the normal one, strata for draws, whole ranks for a fraction: within 6 %.
        Assert.InRange(needed.Paths!.Value, expected * 0.94, expected * 1.06);
        Assert.InRange(expected, needed.Low!.Value, needed.High!.Value);
    }

    [Fact]
    public void The_chance_of_any_asks_for_what_the_binomial_law_says()
    {
        // p = 1/8: relative half-width z√((1 − p)/pn).
        double[] draws = [.. Enumerable.Range(0, Pilot).Select(i => i % 8 == 0 ? 1.0 : 0.0)];

        var needed = Needed("p_any 5%", draws);

        var expected = Z * Z * 7.0 / 2.5e-3;
        Assert.InRange(needed.Paths!.Value, expected * 0.98, expected * 1.02);
    }

    [Fact]
    public void A_mean_over_paths_above_zero_needs_more_the_rarer_they_are()
    {
        double[] draws = [.. Draws.Even(Pilot).Select((u, i) => i % 4 == 0 ? 1.0 + u : 0.0)];

        // Above zero 1 + u: mean 3/2, σ² 1/12, on a quarter of the paths.
        var expected = Z * Z * 4.0 / 12.0 / (2.25 * 1e-4);
        Assert.InRange(Needed("mean_if_any 1%", draws).Paths!.Value, expected * 0.98, expected * 1.02);
    }

    // 400 pilots of the exponential law (seeds 1 to 400). The interval is a 95 % one by the delta method: 346 is missed with a
    // probability below 1e-6 where it covers at least 93 %, 398 is reached with one below 1e-6 where it covers at most 95 %.
    [Theory]
    [InlineData("mean 1%", 1.0 / 1e-4)]
    [InlineData("p95 1%", 19.0 / (2.995732273553991 * 2.995732273553991 * 1e-4))]
    public void Forecasts_of_pilots_cover_what_is_really_needed_as_often_as_they_say(string target, double factor)
    {
        const double scale = 1e6;
        var truth = Z * Z * factor;

        var covered = Enumerable
            .Range(1, 400)
            .Select(seed => Needed(target, [.. Draws.Exponential(Pilot, (ulong)seed).Select(x => scale * x)]))
            .Count(n => n.Low <= truth && truth <= n.High);

        Assert.True(covered is >= 346 and < 398, $"calculated {covered} of 400, expected 346 to 397, seeds 1 to 400");
    }

    [Fact]
    public void A_pilot_that_saw_nothing_cannot_tell_and_says_so()
    {
        var nothing = Needed("mean_if_any 1%", new double[Pilot]);

        Assert.Null(nothing.Paths);
        Assert.Equal("no path is above zero yet", nothing.Reason);
        Assert.Equal("zero in every path so far", Needed("mean 1%", new double[Pilot]).Reason);
        Assert.Equal("p95 lies at zero", Needed("p95 1%", [1.0, .. new double[Pilot - 1]]).Reason);
    }
}
