using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Errors from worlds and from randomisations against what repeating the run shows.</summary>
/// <remarks>
/// 400 seeds. The variance of an estimate over seeds has a relative error of √(2/399) = 7 % where the estimate is about normal; the mean of
/// the squared errors adds less than 2 %. Their ratio stays within 40 %, more than five of these, false alarm below 1e-6.
/// </remarks>
public sealed class IndependentPartsTests
{
    private const int Seeds = 400;
    private const double Band = 0.4;

    private static readonly SeriesKey GroupGross = new("group", null, null, ReportQuantity.Gross);

    [Theory]
    [InlineData(Sampling.Random, 8, 40)]
    [InlineData(Sampling.Sobol, 2, 64)]
    [InlineData(Sampling.LatinHypercube, 1, 128)]
    public void Errors_are_those_that_repeating_the_run_shows(Sampling sampling, int replicates, int worlds)
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.Contested());
        var runs = Enumerable
            .Range(0, Seeds)
            .AsParallel()
            .AsOrdered()
            .Select(seed =>
            {
                var options = new RunOptions
                {
                    Seed = (ulong)seed,
                    Threads = 1,
                    Replicates = replicates,
                    Sampling = sampling,
                };
                var result = Ensemble.Run(plan, options, (long)worlds * replicates);
                return result.Find(GroupGross, result.Periods[^1])!;
            })
            .ToArray();
        Agree("mean", runs, x => x.Mean, x => x.Parts!.MeanError);
        Agree("mean if any", runs, x => x.PositiveMean, x => x.Parts!.PositiveMeanError!.Value);
        Agree("share above zero", runs, x => Share(x.PositiveCount, x), x => x.Parts!.PositiveShareError);
        Agree("share at zero", runs, x => Share(x.PositiveCount, x), x => x.Parts!.ZeroShareError);
        Agree("share above 10 million", runs, x => Share(x.AboveThreshold[0], x), x => x.Parts!.AboveErrors[0]);
        const double Amount = 150e6;
        Agree(
            "share at most",
            runs,
            x => Share(x.Sample!.CountAbove(Amount), x),
            x => x.Parts!.BelowError(Amount)!.Value
        );
    }

    [Fact]
    public void Independent_paths_would_claim_a_much_smaller_error_where_worlds_differ()
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.OnlyCapacity());
        var result = Ensemble.Run(plan, new RunOptions { Replicates = 64 }, 6400);
        var gross = result.Find(GroupGross, result.Periods[^1])!;
        // 64 equal paths a world: the variance of the mean is 64 times that of independent paths, but for 99/100.
        var naive = Math.Sqrt(gross.Variance / gross.Count);
        Assert.Equal(Math.Sqrt(64.0 * (6399.0 / 6400.0) / (99.0 / 100.0)), gross.StandardError / naive, 1e-9);
        Assert.Equal(100, gross.Parts!.Count);
    }

    /// <summary>
    /// What depends on one unknown smoothly is averaged almost without error: over 65,536 worlds random sampling has a standard error of
    /// 11,547/256 = 45 barrels a day; Sobol' points and hypercubes one below 1 in expectation.
    /// </summary>
    [Theory]
    [InlineData(Sampling.Sobol)]
    [InlineData(Sampling.LatinHypercube)]
    public void A_design_averages_what_is_unknown_almost_without_error(Sampling sampling)
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.OnlyCapacity());
        const double UsdPerBarrelADay = 50.0 * 366;
        var random = Run(Sampling.Random);
        var design = Run(sampling);
        Assert.InRange(random.StandardError / UsdPerBarrelADay, 40, 50);
        Assert.InRange(design.StandardError / UsdPerBarrelADay, 1e-6, 1.0);
        Assert.True(
            Math.Abs(design.Mean - (100_000 * UsdPerBarrelADay)) <= 7.7 * design.StandardError,
            $"calculated {design.Mean:R}, expected {100_000 * UsdPerBarrelADay:R}, tolerance {7.7 * design.StandardError:R}, seed 1"
        );

        SeriesStatistics Run(Sampling kind)
        {
            var result = Ensemble.Run(plan, new RunOptions { Sampling = kind }, 65_536);
            return result.Find(GroupGross, result.Periods[^1])!;
        }
    }

    [Fact]
    public void Differences_of_courses_have_errors_by_world_too()
    {
        var plans = new[] { TwoLevelTests.Contested(), TwoLevelTests.ProductWorld(0.4) }.Select(s =>
            SimulationPlan.Compile(s with { End = new DateOnly(2020, 6, 30) })
        );
        var paired = PairedEnsemble.Run([.. plans], new RunOptions { Replicates = 10 }, 2000);
        var gross = paired.Series.IndexOf(GroupGross);
        var difference = paired.Difference(1, gross, paired.Periods.Length - 1).Statistics;
        Assert.Equal(200, difference.Parts!.Count);
        Assert.True(difference.StandardError > Math.Sqrt(difference.Variance / difference.Count));
        Assert.Equal(200, paired.Regret(1, gross, lessIsBetter: true).Parts!.Count);
    }

    private static double Share(long count, SeriesStatistics of) => count / (double)of.Count;

    private static void Agree(
        string what,
        SeriesStatistics[] runs,
        Func<SeriesStatistics, double> estimate,
        Func<SeriesStatistics, double> error
    )
    {
        var estimates = runs.Select(estimate).ToArray();
        var mean = estimates.Average();
        var variance = estimates.Sum(x => (x - mean) * (x - mean)) / (runs.Length - 1);
        var claimed = runs.Average(x => error(x) * error(x));
        Assert.True(
            Math.Abs((claimed / variance) - 1.0) <= Band,
            $"{what}: calculated variance {claimed:R}, over {runs.Length} seeds {variance:R}, tolerance {Band:P0}"
        );
    }
}
