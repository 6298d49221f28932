using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>A replayed path has exactly the numbers of the run, and its events are what the block went through.</summary>
public sealed class PathStoryTests
{
    private static readonly Scenario Contested = SameBitsTests.Contest();
    private static readonly SimulationPlan Plan = SimulationPlan.Compile(Contested);
    private static readonly SeriesKey GroupGross = new("group", null, null, ReportQuantity.Gross);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    public void Every_number_has_the_bits_that_the_run_had_on_that_path(int lane)
    {
        var run = new KeepLane(lane);
        BlockSimulator.Create(Plan, 7, 256).Run(512, run);
        var story = PathStory.Tell(Plan, 7, 512 + lane);
        Assert.Equal(Plan.Series.Length * Plan.Periods.Length, run.Values.Count);
        foreach (var ((series, period), value) in run.Values)
        {
            var told = story.Value(Plan.Series[series], Plan.Periods[period]);
            Assert.True(
                BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(told!.Value),
                $"{Plan.Series[series]} {Plan.Periods[period].Label}: calculated {told:R}, expected {value:R}, tolerance 0, seed 7"
            );
        }
    }

    [Fact]
    public void Mean_of_the_stories_is_the_mean_of_the_run()
    {
        var result = Ran.For(Contested, paths: 64);
        var total = Plan.Periods[^1];
        var told = Enumerable
            .Range(0, 64)
            .Select(i => PathStory.Tell(Plan, 1, i).Value(GroupGross, total)!.Value)
            .ToList();
        var sample = result.Find(GroupGross, total)!.Sample!;
        Assert.Equal(Enumerable.Range(1, 64).Select(r => sample.Value(r)), told.Order());
    }

    [Fact]
    public void Changes_of_holder_lead_from_the_first_holder_through_every_state_of_the_block()
    {
        for (var path = 0; path < 20; path++)
        {
            var story = PathStory.Tell(Plan, 1, path);
            var seen = new List<(string Area, int Step, string Holder)>();
            Ran.Watch(
                Contested,
                (plan, block, step) =>
                {
                    for (var c = plan.TheatreCount; c < plan.Chains.Length; c++)
                    {
                        seen.Add((plan.Chains[c].Name, step, plan.Actors[(int)block.States[c * block.Lanes]]));
                    }
                },
                firstPath: (uint)path
            );
            foreach (var (area, step, holder) in seen)
            {
                // A hazard that fires in a step is seen at the start of the next.
                var last = story.Events.OfType<HolderChanged>().LastOrDefault(e => e.Area == area && e.Step < step);
                var told = last?.To ?? story.StartHolders[story.Areas.IndexOf(area)];
                Assert.True(holder == told, $"{area} in step {step} of path {path}: told {told}, held by {holder}");
            }
        }
    }

    [Fact]
    public void Phases_are_told_and_events_stand_in_order()
    {
        var stories = Enumerable.Range(0, 20).Select(i => PathStory.Tell(Plan, 1, i)).ToList();
        Assert.Contains(stories, s => s.Events.OfType<PhaseChanged>().Any(e => e is { From: "war", To: "peace" }));
        Assert.All(stories, s => Assert.Equal(s.Events.Select(e => e.Step).Order(), s.Events.Select(e => e.Step)));
        Assert.All(stories, s => Assert.Null(s.Failure));
    }

    [Fact]
    public void The_highest_path_of_a_ranking_earns_the_largest_value_of_the_run()
    {
        const int Paths = 1_000;
        var ranking = PathRanking.By(Plan, new RunOptions { Threads = 2 }, GroupGross, Paths);
        var sample = Ran.For(Contested, Paths).Find(GroupGross, Plan.Periods[^1])!.Sample!;
        foreach (var (probability, rank) in (ReadOnlySpan<(double, int)>)[(0, 1), (0.5, 500), (0.95, 950), (1, 1000)])
        {
            var path = ranking.AtQuantile(probability);
            Assert.Equal(sample.Value(rank), ranking.ValueOf(path));
            Assert.Equal(sample.Value(rank), PathStory.Tell(Plan, 1, path).Value(GroupGross, Plan.Periods[^1]));
        }

        // Of paths with one value, the first.
        var zero = ranking.AtQuantile(0);
        Assert.All(Enumerable.Range(0, (int)zero), i => Assert.True(ranking.ValueOf(i) > ranking.ValueOf(zero)));
    }

    [Fact]
    public void Ranking_by_what_is_not_recorded_is_refused()
    {
        var unknown = new SeriesKey("nobody-known", null, null, ReportQuantity.Gross);
        var refused = Assert.Throws<ArgumentException>(() => PathRanking.By(Plan, new RunOptions(), unknown, 256));
        Assert.Contains("nobody-known", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => PathStory.Tell(Plan, 1, 1L << 32));
    }

    [Fact]
    public void A_path_that_fails_is_told_until_it_fails()
    {
        var wild = OnePort() with
        {
            Areas =
            [
                Area("coast", "company"),
                Area(
                    "desert",
                    "company",
                    Change("desert", "company", "group", 1e6),
                    Change("desert", "group", "company", 1e6)
                ),
            ],
        };
        var story = PathStory.Tell(SimulationPlan.Compile(wild), 1, 3);
        Assert.Contains("More than 1000 changes", story.Failure!, StringComparison.Ordinal);
        Assert.Contains("path 3", story.Failure!, StringComparison.Ordinal);
    }

    [Fact]
    public void Attacks_damage_closures_and_interventions_are_told()
    {
        var war = OnePort() with
        {
            Attacks = [WarWorld.Attack("group", ["field"], 6, WarWorld.Always("damage", 0.25))],
            Blockades =
            [
                WarWorld.Blockade(
                    "group",
                    ["port"],
                    1e-9,
                    WarWorld.Always("lasts", 0.5),
                    activeSince: new(2019, 12, 1)
                ),
            ],
            Interventions =
            [
                InterventionTests.Dated(
                    "handover",
                    "2020-04-01",
                    "2020-06-30",
                    InterventionTests.Holder("coast", "group")
                ),
            ],
        };
        var story = PathStory.Tell(SimulationPlan.Compile(war), 1, 0);
        Assert.Null(story.Failure);
        var hits = story.Events.OfType<AttackCarriedOut>().ToList();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Equal(("group", false), (hit.By, hit.IsStrike)));
        Assert.All(hits, hit => Assert.All(hit.Targets, target => Assert.Equal("field", target)));
        // Without repair a condition falls by the damage of its hits and by nothing else.
        foreach (var damage in story.Events.OfType<AssetDamaged>())
        {
            var times = hits.Single(h => h.Step == damage.Step).Targets.Length;
            var expected = damage.Before * Math.Pow(0.75, times);
            Assert.True(
                Math.Abs(damage.After - expected) < 1e-12,
                $"calculated {damage.After:R}, expected {expected:R}, tolerance 1e-12, seed 1"
            );
        }

        Assert.Equal(hits.Select(h => h.Step), story.Events.OfType<AssetDamaged>().Select(d => d.Step));
        var shut = Assert.Single(story.Events.OfType<PlaceClosed>());
        Assert.Equal((0, "port", "group"), (shut.Step, shut.Place, Assert.Single(shut.By)));
        // Half a year from 1 December 2019 ends on 31 May 2020: June is the first month that is open throughout.
        Assert.Equal(5, Assert.Single(story.Events.OfType<PlaceReopened>()).Step);
        var handed = Assert.Single(story.Events.OfType<HolderChanged>());
        Assert.Equal(new HolderChanged(3, "coast", "company", "group", IsSet: true), handed);
        Assert.Equal(3, Assert.Single(story.Events.OfType<InterventionBegan>()).Step);
        Assert.Equal(6, Assert.Single(story.Events.OfType<InterventionEnded>()).Step);
    }

    private sealed class KeepLane(int lane) : IPeriodRecorder
    {
        public Dictionary<(int Series, int Period), double> Values { get; } = [];

        public void Record(int series, int period, ReadOnlySpan<double> values) =>
            Values.Add((series, period), values[lane]);
    }
}
