using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>The values by path behind the statistics of an exact run.</summary>
public sealed class PathDrawsTests
{
    private static readonly SimulationPlan Plan = SimulationPlan.Compile(SameBitsTests.Contest());

    private static EnsembleResult Run(long paths, int threads = 1, int block = 256) =>
        Ensemble.Run(Plan, new RunOptions { Threads = threads, BlockPaths = block }, paths);

    [Fact]
    public void Draws_in_ascending_order_are_the_sample()
    {
        var result = Run(700);
        for (var s = 0; s < result.Series.Length; s++)
        {
            for (var p = 0; p < result.Periods.Length && result.HasDraws(s); p++)
            {
                var sample = result.At(s, p).Sample!;
                Assert.Equal(Enumerable.Range(1, 700).Select(rank => sample.Value(rank)), result.Draws(s, p).Order());
            }
        }
    }

    [Fact]
    public void Draws_stand_in_the_order_of_paths_as_a_ranking_of_them_knows_it()
    {
        var result = Run(700);
        var gross = result.Series.IndexOf(new SeriesKey("group", null, null, ReportQuantity.Gross));
        var draws = result.Draws(gross, result.Periods.Length - 1);
        var ranking = PathRanking.By(Plan, new RunOptions { Threads = 1 }, result.Series[gross], 700);
        Assert.Equal(Enumerable.Range(0, 700).Select(path => ranking.ValueOf(path)), draws);
        Assert.NotEqual(draws.Order(), draws);
    }

    [Fact]
    public void Threads_and_blocks_leave_the_order_as_it_is()
    {
        var one = Run(5_000);
        var two = Run(5_000, threads: 2, block: 768);
        for (var s = 0; s < one.Series.Length; s++)
        {
            if (one.HasDraws(s))
            {
                Assert.Equal(one.Draws(s, 0), two.Draws(s, 0));
            }
        }
    }

    [Fact]
    public void A_look_keeps_its_draws_when_the_ensemble_grows_and_when_it_is_gone()
    {
        EnsembleResult early;
        EnsembleResult late;
        using (var ensemble = new Ensemble(Plan, new RunOptions { Threads = 1 }))
        {
            ensemble.ExtendTo(1_024);
            early = ensemble.Look();
            ensemble.ExtendTo(3_000);
            late = ensemble.Look();
        }

        var series = Enumerable.Range(0, early.Series.Length).First(early.HasDraws);
        Assert.Equal(1_024, early.Draws(series, 0).Length);
        Assert.Equal(early.Draws(series, 0), late.Draws(series, 0)[..1_024]);
    }

    [Fact]
    public void A_series_of_which_only_the_mean_is_recorded_has_no_draws_and_says_what_to_do()
    {
        var result = Run(256);
        var holds = Enumerable
            .Range(0, result.Series.Length)
            .First(s => result.Series[s].Quantity == ReportQuantity.ProbabilityHolds);
        Assert.False(result.HasDraws(holds));
        var e = Assert.Throws<InvalidOperationException>(() => result.Draws(holds, 0));
        Assert.Contains("probability_holds in the scenario's record:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_counts_its_values_has_no_draws_and_says_why()
    {
        var samples = new RecordLayout(Plan).SampleCount;
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = 2 });
        ensemble.ExtendTo((Ensemble.MostExactValues / samples) + 1);
        var result = ensemble.Look();
        var gross = result.Series.IndexOf(new SeriesKey("group", null, null, ReportQuantity.Gross));
        Assert.False(result.Manifest.ExactQuantiles);
        Assert.False(result.HasDraws(gross));
        var e = Assert.Throws<InvalidOperationException>(() => result.Draws(gross, 0));
        Assert.Contains("counted instead", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indices_outside_the_result_are_refused()
    {
        var result = Run(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Draws(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Draws(0, result.Periods.Length));
    }
}
