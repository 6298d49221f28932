using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Runs with replicates: which paths share a world, the same bits, and variances with known answers.</summary>
public sealed class TwoLevelTests
{
    private static readonly SeriesKey GroupGross = new("group", null, null, ReportQuantity.Gross);

    [Theory]
    [InlineData(Sampling.Random)]
    [InlineData(Sampling.Sobol)]
    [InlineData(Sampling.LatinHypercube)]
    public void Paths_of_a_world_have_the_draws_of_that_path_of_a_run_without_replicates(Sampling sampling)
    {
        const int Worlds = 320;
        const int Replicates = 7;
        var plan = SimulationPlan.Compile(OnlyCapacity());
        var single = PathRanking.By(plan, new RunOptions { Sampling = sampling }, GroupGross, Worlds);
        var options = new RunOptions { Sampling = sampling, Replicates = Replicates };
        var many = PathRanking.By(plan, options, GroupGross, Worlds * Replicates);
        for (var path = 0; path < many.Count; path++)
        {
            Assert.Equal(single.ValueOf(path / Replicates), many.ValueOf(path));
        }

        Assert.Equal(Worlds, Enumerable.Range(0, Worlds).Select(w => single.ValueOf(w)).Distinct().Count());
        var total = plan.Periods.Single(p => p.Kind == PeriodKind.Total);
        Assert.Equal(
            many.ValueOf(2000),
            PathStory.Tell(plan, options, 2000, Worlds * Replicates).Value(GroupGross, total)
        );
    }

    [Theory]
    [InlineData(2, Sampling.Random)]
    [InlineData(7, Sampling.Random)]
    [InlineData(100, Sampling.Sobol)]
    [InlineData(1500, Sampling.Random)]
    [InlineData(1, Sampling.LatinHypercube)]
    public void Threads_and_block_size_change_no_bit(int replicates, Sampling sampling)
    {
        var plan = SimulationPlan.Compile(Contested());
        var options = new RunOptions { Replicates = replicates, Sampling = sampling };
        var paths = 6000 / options.PathsMultiple * options.PathsMultiple;
        var expected = LevelBits(plan, options with { Threads = 1 }, paths);
        foreach (var (threads, block) in new[] { (2, 256), (1, 512), (2, 768), (2, 2048), (1, 4096) })
        {
            Assert.Equal(expected, LevelBits(plan, options with { Threads = threads, BlockPaths = block }, paths));
        }
    }

    [Fact]
    public void Extending_a_run_with_replicates_equals_running_it_at_once()
    {
        var plan = SimulationPlan.Compile(Contested());
        var options = new RunOptions
        {
            Replicates = 16,
            Sampling = Sampling.Sobol,
            Threads = 2,
        };
        using var grown = new Ensemble(plan, options);
        grown.ExtendTo(4096);
        grown.Look();
        grown.ExtendTo(8192);
        Assert.Equal(Ensemble.Run(plan, options, 8192).LevelBits(), grown.Look().LevelBits());
    }

    /// <summary>
    /// Gross = capacity · Y with a uniform capacity C and Y = d_0·S_0 + d_1·S_1 of a gbm: variance between worlds Var(C)·E[Y]², within
    /// E[C²]·Var(Y). Calculated and expected differ by less than 7.7 jackknife errors, false alarm 1e-6 by Student's t with 15 degrees
    /// of freedom.
    /// </summary>
    [Theory]
    [InlineData(1.2, Sampling.Random)]
    [InlineData(0.3, Sampling.Random)]
    [InlineData(0.3, Sampling.Sobol)]
    public void The_split_of_variance_is_that_of_a_product_of_what_is_unknown_and_what_is_chance(
        double volatility,
        Sampling sampling
    )
    {
        var options = new RunOptions
        {
            Replicates = 5,
            Sampling = sampling,
            Seed = 3,
        };
        var result = Ensemble.Run(SimulationPlan.Compile(ProductWorld(volatility)), options, 40_000);
        var levels = result.Levels!.At(result.Series.IndexOf(GroupGross));

        var growth = Math.Exp(0.1 * 31 / TimeGrid.DaysPerYear);
        var meanOfY = 40.0 * (31 + (29 * growth));
        var varianceOfY =
            Math.Pow(29 * 40 * growth, 2) * (Math.Exp(volatility * volatility * 31 / TimeGrid.DaysPerYear) - 1);
        var between = 40_000.0 * 40_000.0 / 12 * meanOfY * meanOfY;
        var within = ((100_000.0 * 100_000.0) + (40_000.0 * 40_000.0 / 12)) * varianceOfY;
        AssertWithin(levels, v => v.Between, between, 0.05 * between);
        AssertWithin(levels, v => v.Within, within, 0.05 * within);
        AssertWithin(levels, v => v.BetweenShare!.Value, between / (between + within), 0.05);
        Assert.Equal(8000, levels.Worlds);
        Assert.Equal(result.Find(GroupGross, result.Periods[^1])!.Mean, levels.Mean, levels.Mean * 1e-12);
    }

    [Fact]
    public void Without_anything_unknown_no_share_of_the_variance_is_between_worlds()
    {
        var world = ProductWorld(0.5) with { Fields = [Field("field", "desert", "company", 100_000)] };
        var result = Ensemble.Run(SimulationPlan.Compile(world), new RunOptions { Replicates = 20 }, 20_000);
        var levels = result.Levels!.At(result.Series.IndexOf(GroupGross));
        AssertWithin(levels, v => v.Between / v.Within, 0.0, 0.02);
        Assert.InRange(levels.Variances.BetweenShare!.Value, 0.0, 0.02);
    }

    [Fact]
    public void Without_chance_nothing_varies_within_and_bands_are_those_of_what_is_unknown()
    {
        var result = Ensemble.Run(SimulationPlan.Compile(OnlyCapacity()), new RunOptions { Replicates = 4 }, 4000);
        var levels = result.Levels!.At(result.Series.IndexOf(GroupGross));
        Assert.Equal(0.0, levels.Variances.Within);
        Assert.Equal(1.0, levels.Variances.BetweenShare);
        Assert.Equal(1.0, levels.Variances.Shrinkage);
        Assert.Equal(levels.WorldMeans.Value(500), levels.WithinP05.Value(500), levels.Mean * 1e-12);
        foreach (var level in levels.Exceedance)
        {
            // A world is above an amount or not: of its paths all are or none.
            Assert.InRange(level.Probability, 0.0, 1.0);
            Assert.Equal(level.Probability > 0.95 ? 1.0 : 0.0, level.Low);
            Assert.Equal(level.Probability > 0.05 ? 1.0 : 0.0, level.High);
        }

        Assert.Contains(levels.Exceedance, level => level.Probability is > 0.05 and < 0.95);
    }

    [Fact]
    public void Levels_of_a_handful_of_paths_are_those_worked_out_by_hand()
    {
        var store = new LevelStore(
            [new SeriesPlan(GroupGross, [], IsState: false, KeepsSample: true, HasThresholds: true)],
            replicates: 3
        );
        store.Add([0, 2000, 4000, 1000], stride: 4, paths: 4); // worlds straddle what is added
        store.Add([3000, 8000, -1, -1], stride: 4, paths: 2);
        var levels = store.Look().At(0);
        Assert.Equal(2, levels.Worlds);
        Assert.Equal(3000, levels.Mean);
        // Means 2,000 and 4,000; variances 4e6 and 13e6.
        Assert.Equal(2_000_000, levels.Variances.WorldMeans);
        Assert.Equal(8_500_000, levels.Variances.Within, 1e-6);
        Assert.Equal(2_000_000 - (8_500_000 / 3.0), levels.Variances.Between, 1e-6);
        Assert.Equal(0, levels.Variances.BetweenShare);
        Assert.Equal([2000.0, 4000.0], [levels.WorldMeans.Value(1), levels.WorldMeans.Value(2)]);
        Assert.Equal([2000.0, 3000.0], [levels.WithinP50.Value(1), levels.WithinP50.Value(2)]);
        Assert.Equal([200.0, 1200.0], [levels.WithinP05.Value(1), levels.WithinP05.Value(2)]);
        Assert.Equal(5.0 / 6.0, levels.Exceedance[0].Probability);
        Assert.Equal(4.0 / 6.0, levels.Exceedance.Single(e => e.Amount == 1280).Probability);
    }

    [Fact]
    public void What_does_not_divide_is_refused_with_what_would()
    {
        var plan = SimulationPlan.Compile(OnlyCapacity());
        var replicates = new RunOptions { Replicates = 100 };
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Run(plan, replicates, 250));
        Assert.Contains("the nearest are 200 and 300", error.Message, StringComparison.Ordinal);
        var sobol = new RunOptions { Sampling = Sampling.Sobol };
        error = Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Run(plan, sobol, 8));
        Assert.Contains("the nearest are 16", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ensemble(plan, new RunOptions { Replicates = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ensemble(plan, new RunOptions { Replicates = 65_537 }));
        using var lhs = new Ensemble(plan, new RunOptions { Sampling = Sampling.LatinHypercube });
        lhs.ExtendTo(4096);
        Assert.Throws<InvalidOperationException>(() => lhs.ExtendTo(8192));
    }

    internal static Scenario OnlyCapacity() =>
        OnePort() with
        {
            Areas = [Area("coast", "group"), Area("desert", "group")],
            Fields = [Unsure(Field("field", "desert", "company", 0))],
        };

    /// <summary>A capacity that is uniform over 80 to 120 kb/d, a price that is a gbm, two months.</summary>
    internal static Scenario ProductWorld(double volatility) =>
        OnlyCapacity() with
        {
            End = new DateOnly(2020, 2, 29),
            Benchmarks =
            [
                new GbmBenchmark
                {
                    Name = "brent",
                    Spot = Number("benchmarks.brent.spot", 40),
                    Drift = Number("benchmarks.brent.drift", 0.1),
                    Volatility = Number("benchmarks.brent.volatility", volatility),
                },
            ],
            Markets = [Linked("export", "brent")],
        };

    /// <summary>A group that takes the field at a rate nobody knows, and loses it again.</summary>
    internal static Scenario Contested() =>
        ProductWorld(0.4) with
        {
            End = new DateOnly(2020, 6, 30),
            Areas =
            [
                Area("coast", "group"),
                Area(
                    "desert",
                    "company",
                    Change("desert", "company", "group", 1) with
                    {
                        BaseRate = Uncertain("rate", new UniformLaw(0.1, 3.0), HardRange.NonNegative),
                    },
                    Change("desert", "group", "company", 2)
                ),
            ],
        };

    internal static IEnumerable<long> LevelBits(SimulationPlan plan, RunOptions options, long paths) =>
        [.. Ensemble.Run(plan, options, paths).LevelBits()];

    private static Field Unsure(Field field) =>
        field with
        {
            Capacity = Uncertain("capacity", new UniformLaw(80_000, 120_000), HardRange.NonNegative),
        };

    private static void AssertWithin(
        SeriesLevels levels,
        Func<LevelVariances, double> read,
        double expected,
        double largestError
    )
    {
        const int Groups = SeriesLevels.GroupCount;
        var without = Enumerable.Range(0, Groups).Select(g => read(levels.VariancesWithout(g))).ToArray();
        var mean = without.Average();
        var error = Math.Sqrt((Groups - 1.0) / Groups * without.Sum(x => (x - mean) * (x - mean)));
        var calculated = read(levels.Variances);
        Assert.True(
            Math.Abs(calculated - expected) <= 7.7 * error && error <= largestError,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {7.7 * error:R} (7.7 jackknife errors)"
        );
    }
}

/// <summary>Every number of a result with its errors and levels.</summary>
internal static class LevelledResult
{
    public static IEnumerable<long> LevelBits(this EnsembleResult result)
    {
        foreach (var bits in result.Bits())
        {
            yield return bits;
        }

        for (var s = 0; s < result.Series.Length; s++)
        {
            for (var p = 0; p < result.Periods.Length; p++)
            {
                var x = result.At(s, p);
                var parts = x.Parts!;
                double[] errors =
                [
                    parts.MeanError,
                    parts.PositiveMeanError ?? -1.0,
                    parts.PositiveShareError,
                    parts.NegativeShareError,
                    parts.ZeroShareError,
                    parts.BelowError(x.Mean) ?? -1.0,
                    .. parts.AboveErrors,
                ];
                foreach (var error in errors)
                {
                    yield return BitConverter.DoubleToInt64Bits(error);
                }
            }

            if (result.Levels?.At(s) is not { } levels)
            {
                continue;
            }

            double[] numbers =
            [
                levels.Variances.Between,
                levels.Variances.Within,
                levels.VariancesWithout(3).Between,
                levels.WorldMeans.Value(1),
                levels.WithinP05.Value(levels.Worlds),
                levels.WithinP50.Value((levels.Worlds + 1) / 2),
                .. levels.Exceedance.SelectMany(e => new[] { e.Amount, e.Probability, e.Low, e.Median, e.High }),
            ];
            foreach (var number in numbers)
            {
                yield return BitConverter.DoubleToInt64Bits(number);
            }
        }
    }
}
