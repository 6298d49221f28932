using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Tests;

public sealed class ConvergenceTests
{
    private const string Gross = "gross_revenue_usd";

    [Theory]
    [InlineData("mean", "company gross_revenue_usd mean 0.15%")]
    [InlineData("p95", "company gross_revenue_usd p95 0.25%")]
    public void A_run_of_the_paths_that_a_pilot_asks_for_has_the_precision(string statistic, string target)
    {
        var scenario = SmallWorld.Load();

        var needed = scenario.PathsFor(target);

        // The interval of the forecast says how far off the pilot may be: half-width ∝ 1/√N.
        var gross = scenario.Run(paths: needed.Paths!.Value, seed: 2).Series(Gross, actor: "company");
        var known = statistic == "mean" ? gross.Mean : gross.Quantile(0.95);
        var reached = known.HalfWidth!.Value / (needed.Target.Tolerance * known.Value);
        var slack = Math.Sqrt((double)needed.High!.Value / needed.Low!.Value);
        Assert.True(
            needed.Paths > 4096,
            $"{needed.Paths} paths: the pilot itself would do, and the test shows nothing"
        );
        Assert.InRange(reached, 1.0 / slack, slack);
    }

    [Fact]
    public void Draws_stand_in_the_order_of_paths_and_make_the_mean()
    {
        var few = SmallWorld.Load().Run(paths: 300).Series(Gross, actor: "company");
        var more = SmallWorld.Load().Run(paths: 1_000).Series(Gross, actor: "company");

        Assert.Equal(few.Mean.Value, few.Draws.Average(), 1e-3);
        Assert.Equal(few.Draws, more.Draws.Take(300));
        Assert.Equal(more.Quantile(0.5).Value, more.Draws.Order().Skip(499).Take(2).Average(), 1e-6);
    }

    [Fact]
    public void A_series_tells_how_its_mean_settled_and_whether_its_error_can_be_trusted()
    {
        var gross = SmallWorld.Load().Run(paths: 2_048).Series(Gross, actor: "company");

        Assert.Equal(gross.Mean.Value, gross.RunningMean.Points[^1].Mean, 1e-3);
        Assert.Empty(gross.Batches.Warnings);
        Assert.Equal(gross.StandardError, gross.Batches.Shape.StandardError, 1e-3);
        Assert.Contains("after 2,048 futures", gross.Convergence().Title, StringComparison.Ordinal);
        Assert.Equal(
            gross.Quantile(0.9).HalfWidth!.Value / 1.959963984540054,
            gross.QuantileStandardError(0.9)!.Value,
            1e-6
        );
    }

    [Fact]
    public void A_world_that_nothing_but_ignorance_makes_uncertain_has_all_its_variance_between_worlds()
    {
        var run = SmallWorld.Load().Run(paths: 1_024, replicates: 8);
        var gross = run.Series(Gross, actor: "company");

        // The capacity is drawn once a world; the futures of a world are the same.
        Assert.Equal(1.0, gross.Levels.BetweenShare!.Value.Value, 1e-9);
        Assert.Equal(0.0, gross.Levels.WithinSd, 1.0);
        Assert.NotEmpty(run.Levels("company").AltText);
        Assert.InRange(gross.Probability(above: 45e6).HalfWidth!.Value, 0.02, 0.2);
        Assert.Throws<InvalidOperationException>(() => gross.In("2020-01").Levels);
        Assert.Throws<InvalidOperationException>(() => SmallWorld.Load().Run(paths: 8).Levels("company"));
        var odd = Assert.Throws<ArgumentOutOfRangeException>(() => SmallWorld.Load().Run(paths: 1_001, replicates: 8));
        Assert.Contains("1000 and 1008", odd.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, Sampling.Random)]
    [InlineData(1, Sampling.Sobol)]
    public void What_takes_every_path_as_independent_refuses_paths_that_are_not(int replicates, Sampling sampling)
    {
        var run = SmallWorld.Load().Run(paths: 1_024, replicates: replicates, sampling: sampling);
        var gross = run.Series(Gross, actor: "company");
        var target = Analysis.Precision.PrecisionTarget.Parse("company gross_revenue_usd mean 1%").Target!;

        Assert.Throws<InvalidOperationException>(() => gross.RunningMean);
        Assert.Throws<InvalidOperationException>(() => gross.Convergence());
        Assert.Throws<InvalidOperationException>(() => Analysis.Convergence.PathsNeeded.From(target, run.Ensemble));
        var refused = Assert.Throws<InvalidOperationException>(() => gross.Batches);
        Assert.Contains(
            replicates > 1 ? "128 independent parts" : "16 independent parts",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_error_of_a_quantile_divides_by_the_t_of_its_interval()
    {
        var gross = SmallWorld.Load().Run(paths: 1_024, sampling: Sampling.Sobol).Series(Gross, actor: "company");

        // Student's t with 15 degrees of freedom, two-sided 95 %.
        Assert.Equal(gross.Quantile(0.9).HalfWidth!.Value / 2.131449546, gross.QuantileStandardError(0.9)!.Value, 1e-6);
    }

    /// <summary>Sobol' points halve the worlds exactly in each randomisation, so that the parts show no error at all.</summary>
    [Fact]
    public void A_share_that_is_the_same_in_all_parts_still_has_an_interval()
    {
        const int Paths = 1_024;
        var gross = SmallWorld
            .Load("discrete 8:0.5 12:0.5 kb/d")
            .Run(paths: Paths, sampling: Sampling.Sobol)
            .Series(Gross, actor: "company");

        var share = gross.Probability(above: 45e6);

        Assert.Equal(0.5, share.Value);
        Assert.Equal(0.0, gross.Statistics.Parts!.BelowError(45e6));
        // Wilson's half-width at one half, t in place of z: t/(2√(n + t²)).
        var half = 2.131449546 / (2.0 * Math.Sqrt(Paths + (2.131449546 * 2.131449546)));
        Assert.Equal(half, share.HalfWidth!.Value, 1e-6);
    }

    [Fact]
    public void A_mean_over_paths_of_one_world_only_has_no_interval()
    {
        var scenario = SmallWorld.Load("10 kb/d").With("markets.export.price.discount", "discrete 100%:0.98 0%:0.02");

        var gross = Enumerable
            .Range(1, 100)
            .Select(seed => scenario.Run(paths: 512, seed: (ulong)seed, replicates: 8))
            .Select(run => run.Series(Gross, actor: "company"))
            .First(series => series.Statistics.PositiveCount == 8);

        Assert.Equal(45.5e6, gross.MeanIfAny!.Value.Value, 1.0);
        Assert.Null(gross.MeanIfAny.Value.HalfWidth);
    }

    [Fact]
    public void Words_that_are_no_precision_are_told() =>
        Assert.Equal(
            "precision",
            Assert.Throws<ArgumentException>(() => SmallWorld.Load().PathsFor("company gross p95 1%")).ParamName
        );
}
