using CsCheck;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>A plan that records less books less, and every number that it records keeps its bits.</summary>
public sealed class RecordingTests
{
    [Fact]
    public void Each_series_alone_has_the_bits_that_it_has_among_all()
    {
        var asked = 0;
        for (ulong i = 0; i < 12; i++)
        {
            var plan = SimulationPlan.Compile(World(i));
            var all = Recorded(plan);
            foreach (var key in plan.Series)
            {
                foreach (var shortest in Enum.GetValues<PeriodKind>())
                {
                    var one = plan.Recording([key], shortest);
                    Assert.Equal([key], one.Series);
                    var expected = all.Where(r => r.Key.Series == key && r.Key.Period.Kind >= shortest).ToList();
                    var found = Recorded(one);
                    Assert.Equal(expected.Count, found.Count);
                    Assert.All(expected, r => Assert.True(r.Value.SequenceEqual(found[r.Key]), $"world {i}: {r.Key}"));
                    asked++;
                }
            }
        }

        Assert.InRange(asked, 1_000, int.MaxValue);
    }

    [Fact]
    public void What_is_recorded_keeps_its_order_and_its_statistics()
    {
        var plan = SimulationPlan.Compile(World(3));
        SeriesKey[] some = [.. plan.Series.Where((_, s) => s % 7 == 2).Reverse()];
        var all = Ensemble.Run(plan, new RunOptions(), 1_000);
        var fewer = Ensemble.Run(plan.Recording(some), new RunOptions { Threads = 2 }, 1_000);
        Assert.Equal(some.Reverse(), fewer.Series);
        Assert.Equal(all.Periods, fewer.Periods);
        Assert.Equal(all.Bits(some.Contains), fewer.Bits());
    }

    [Fact]
    public void Recording_twice_records_what_both_ask()
    {
        var plan = SimulationPlan.Compile(World(3));
        var yearly = plan.Recording(plan.Series.Take(5), PeriodKind.Year);
        var one = yearly.Recording([plan.Series[4]]);
        Assert.Equal([plan.Series[4]], one.Series);
        Assert.All(one.Periods, p => Assert.NotEqual(PeriodKind.Month, p.Kind));
        var expected = Recorded(plan)
            .Where(r => r.Key.Series == plan.Series[4] && r.Key.Period.Kind > PeriodKind.Month);
        var found = Recorded(one);
        Assert.All(expected, r => Assert.Equal(r.Value, found[r.Key]));
    }

    [Fact]
    public void A_block_of_few_series_is_smaller()
    {
        var plan = SimulationPlan.Compile(World(3));
        var few = new PathBlock(plan.Recording([plan.Series[0]], PeriodKind.Total), 256);
        var all = new PathBlock(plan, 256);
        Assert.Equal(256, few.YearSums.Length);
        Assert.InRange(few.Accounts.Length, 256, all.Accounts.Length / 4);
    }

    [Fact]
    public void Series_that_the_plan_lacks_are_refused_by_name()
    {
        var plan = SimulationPlan.Compile(World(3));
        var unknown = new SeriesKey("nobody-of-this-name", null, null, ReportQuantity.Gross);
        var e = Assert.Throws<ArgumentException>(() => plan.Recording([plan.Series[0], unknown]));
        Assert.Contains("nobody-of-this-name", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => plan.Recording([]));
        Assert.Throws<ArgumentException>(() => plan.Recording([plan.Series[0]]).Recording([plan.Series[1]]));
    }

    /// <summary>A random world with every part of the model, which records all that can be recorded.</summary>
    private static Scenario World(ulong i) =>
        RichWorlds.Any.Generate(new PCG(2, i), null, out _) with
        {
            Record = [.. ReportQuantity.All.Select(q => q.Name).Order(StringComparer.Ordinal)],
        };

    private static Dictionary<(SeriesKey Series, Period Period), long[]> Recorded(SimulationPlan plan)
    {
        var kept = new Kept(plan);
        BlockSimulator.Create(plan, seed: 1, lanes: 256).Run(512, kept);
        return kept.Bits;
    }

    private sealed class Kept(SimulationPlan plan) : IPeriodRecorder
    {
        public Dictionary<(SeriesKey, Period), long[]> Bits { get; } = [];

        public void Record(int series, int period, ReadOnlySpan<double> values) =>
            Bits.Add(
                (plan.Series[series], plan.Periods[period]),
                [.. values.ToArray().Select(BitConverter.DoubleToInt64Bits)]
            );
    }
}
