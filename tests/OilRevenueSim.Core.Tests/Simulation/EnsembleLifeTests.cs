using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>What an ensemble says when it is asked again, after a cancelled run, and after its end.</summary>
public sealed class EnsembleLifeTests
{
    private static readonly SeriesKey GroupGross = new("group", null, null, ReportQuantity.Gross);

    [Theory]
    [InlineData(Sampling.Random, 1000)]
    [InlineData(Sampling.Random, 1024)]
    [InlineData(Sampling.LatinHypercube, 992)]
    public void Asked_for_the_paths_it_has_an_ensemble_simulates_none(Sampling sampling, long paths)
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.Contested());
        using var ensemble = new Ensemble(plan, new RunOptions { Sampling = sampling });
        ensemble.ExtendTo(paths);
        var before = Gross(ensemble.Look());
        ensemble.ExtendTo(paths);
        var after = Gross(ensemble.Look());
        Assert.Equal(
            (paths, before.Mean, before.M2, before.AboveThreshold[0], before.Parts?.MeanError),
            (after.Count, after.Mean, after.M2, after.AboveThreshold[0], after.Parts?.MeanError)
        );
    }

    [Fact]
    public void After_a_cancelled_run_there_is_nothing_to_look_at()
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.Contested());
        using var ensemble = new Ensemble(plan, new RunOptions { Threads = 1 });
        ensemble.ExtendTo(1024);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => ensemble.ExtendTo(8192, new StopAtOnce(stop), stop.Token));
        Assert.Contains(
            "cancelled",
            Assert.Throws<InvalidOperationException>(() => ensemble.Look()).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidOperationException>(() => ensemble.ExtendTo(8192));
    }

    [Fact]
    public void A_disposed_ensemble_says_so_and_its_results_live_on()
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.Contested());
        var ensemble = new Ensemble(plan, new RunOptions { Replicates = 8 });
        ensemble.ExtendTo(1024);
        var result = ensemble.Look();
        var error = Gross(result).Parts!.BelowError(1e8);
        ensemble.Dispose();
        ensemble.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ensemble.Look());
        Assert.Throws<ObjectDisposedException>(() => ensemble.ExtendTo(2048));
        Assert.Equal(error, Gross(result).Parts!.BelowError(1e8));
        Assert.Equal(1024, result.Draws(result.Series.IndexOf(GroupGross), result.Periods.Length - 1).Length);
    }

    private static SeriesStatistics Gross(EnsembleResult result) => result.Find(GroupGross, result.Periods[^1])!;

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => stop.Cancel();
    }
}
