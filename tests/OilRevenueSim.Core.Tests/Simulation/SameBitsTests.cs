using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Tests;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>The promises of model.md §4: the same bits whatever the threads, blocks, widths, looks and order of the file.</summary>
public sealed class SameBitsTests
{
    private static readonly Scenario Contested = Contest();

    [Theory]
    [InlineData(2, 256)]
    [InlineData(1, 512)]
    [InlineData(2, 768)]
    [InlineData(2, 1024)]
    [InlineData(1, 2048)]
    public void Threads_and_block_size_change_no_bit(int threads, int block)
    {
        var expected = Ran.For(Contested, paths: 5_000).Bits();
        Assert.Equal(expected, Ran.For(Contested, paths: 5_000, threads: threads, block: block).Bits());
    }

    [Fact]
    public void Vector_width_changes_no_bit()
    {
        var plan = SimulationPlan.Compile(Contested);
        var runs = Ran.AllWidths(plan)
            .Select(w =>
            {
                var keep = new Ran.Keep();
                w.Simulator.Run(512, keep);
                return keep.Bits;
            })
            .ToArray();
        Assert.All(runs, bits => Assert.True(bits.SequenceEqual(runs[0])));
        Assert.Contains(runs[0], b => b != 0);
    }

    [Fact]
    public void Extending_a_run_equals_running_it_at_once()
    {
        using var grown = new Ensemble(SimulationPlan.Compile(Contested), new RunOptions { Threads = 2 });
        grown.ExtendTo(4096);
        grown.Look();
        grown.ExtendTo(8192);
        Assert.Equal(Ran.For(Contested, paths: 8192).Bits(), grown.Look().Bits());
    }

    [Fact]
    public void Crossing_from_values_to_sketches_equals_sketching_from_the_start()
    {
        var plan = SimulationPlan.Compile(Contested);
        var samples = new RecordLayout(plan).SampleCount;
        var limit = Ensemble.MostExactValues / samples / 4096 * 4096;
        Assert.InRange(limit, 4096, 400_000);
        using var grown = new Ensemble(plan, new RunOptions { Threads = 2 });
        grown.ExtendTo(limit);
        Assert.True(grown.IsExact);
        grown.ExtendTo(limit + 8192);
        Assert.False(grown.IsExact);
        using var direct = new Ensemble(plan, new RunOptions { Threads = 1, BlockPaths = 512 });
        direct.ExtendTo(limit + 8192);
        Assert.Equal(direct.Look().Bits(), grown.Look().Bits());
    }

    [Fact]
    public void Reordering_everything_but_routes_changes_no_bit()
    {
        var reversed = Contested with
        {
            Actors = [.. Contested.Actors.Reverse()],
            Areas =
            [
                .. Contested
                    .Areas.Reverse()
                    .Select(a =>
                        a with
                        {
                            Changes = [.. a.Changes.Reverse()],
                            Neighbours = [.. a.Neighbours.Reverse()],
                        }
                    ),
            ],
            Fields = [.. Contested.Fields.Reverse()],
            Nodes = [.. Contested.Nodes.Reverse()],
            Markets = [.. Contested.Markets.Reverse()],
            Passage = [.. Contested.Passage.Reverse()],
        };
        Assert.Equal(Ran.For(Contested, 1024).Bits(), Ran.For(reversed, 1024).Bits());
    }

    [Fact]
    public void Adding_what_is_unrelated_changes_no_bit_of_the_rest()
    {
        var more = Contested with
        {
            Actors = [.. Contested.Actors, Actor("aaa-bystander")],
            Areas =
            [
                .. Contested.Areas,
                Area("aaa-island", "aaa-bystander", Change("aaa-island", "aaa-bystander", "company", 3)),
            ],
            Fields = [.. Contested.Fields, Field("aaa-well", "aaa-island", "aaa-bystander", 1_000)],
            Markets = [.. Contested.Markets, Local("aaa-bazaar", 10)],
            Routes = [.. Contested.Routes, Route(["aaa-well"], [], "aaa-bazaar")],
        };
        var series = SimulationPlan.Compile(Contested).Series;
        Assert.Equal(Ran.For(Contested, 1024).Bits(), Ran.For(more, 1024).Bits(series.Contains));
    }

    [Fact]
    public void A_correlated_quantity_that_becomes_certain_or_unused_moves_no_draw_of_the_others()
    {
        var other = RandomWorlds.Spread(Number("aaa-first.capacity", 0), 7);
        var pair = new Core.Uncertainty.RankCorrelation("aaa-first.capacity", "fields.field.capacity", 0.7);
        var world = Contested with { Quantities = [other, Contested.Fields[0].Capacity], Correlations = [pair] };
        var certain = world with { Quantities = [Number("aaa-first.capacity", 7), Contested.Fields[0].Capacity] };
        Assert.Equal(Ran.For(world, 512).Bits(), Ran.For(certain, 512).Bits());
        Assert.NotEqual(Ran.For(Contested, 512).Bits(), Ran.For(world, 512).Bits());
    }

    [Fact]
    public void A_route_that_carries_nothing_moves_no_bit_wherever_it_stands()
    {
        var dry = Field("dry", "desert", "company", 100_000, condition: 0);
        var world = Contested with
        {
            Actors = [.. Contested.Actors, Actor("bank")],
            Fields = [.. Contested.Fields, dry],
            Markets =
            [
                Local("m1", 31.3, 20_000, null, ("bank", 0.7)),
                Local("m2", 30.1, 20_000, null, ("bank", 0.6)),
                Local("m3", 29.7, 20_000, null, ("bank", 0.9)),
            ],
            Routes =
            [
                Route(["field"], ["port"], "m1"),
                Route(["field"], [], "m2"),
                Route(["field"], ["port"], "m3", transport: 1),
                Route(["dry"], [], "m3"),
            ],
        };
        var moved = world with { Routes = [world.Routes[3], world.Routes[0], world.Routes[1], world.Routes[2]] };
        Assert.Equal(Ran.For(world, 1024).Bits(), Ran.For(moved, 1024).Bits());
    }

    [Fact]
    public void Another_seed_gives_other_paths()
    {
        Assert.NotEqual(Ran.For(Contested, 1024).Bits(), Ran.For(Contested, 1024, seed: 2).Bits());
    }

    public static TheoryData<int> Worlds() => [-1, 28, 34, 98, 193];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Steps_allocate_nothing_after_warm_up(int war)
    {
        // All blocks count: this project compiles every method once and for good, so that the runtime replaces none on the way.
        var world = war < 0 ? Contested : Reference.WarWorlds.Of((uint)war);
        var simulator = BlockSimulator.Create(SimulationPlan.Compile(world), 1, 256);
        var ignore = new Ran.Ignore();
        for (var block = 0u; block < 4; block++)
        {
            simulator.Run(block * 256, ignore);
        }

        void More()
        {
            for (var block = 4u; block < 20; block++)
            {
                simulator.Run(block * 256, ignore);
            }
        }

        Assert.Equal(0, Allocations.Least(More));
    }

    /// <summary>Two areas fought over, a phase, two sellers, tolls, a price: everything that can move.</summary>
    internal static Scenario Contest()
    {
        var loss = Change("coast", "company", "group", 2) with
        {
            PerNeighbour = Number("areas.coast.changes.company>group.per-neighbour", 1.7),
            PhaseRatios =
            [
                new Core.Control.PhaseRatio("peace", Number("areas.coast.changes.company>group.phases.peace", 0.5)),
            ],
            PriceElasticity = Number("areas.coast.changes.company>group.price-elasticity", 0.8),
            Follows = "brent",
        };
        return OnePort(StepLength.Week) with
        {
            Actors =
            [
                Actor("company"),
                Actor("group", ownAccount: true, skill: 0.3, retention: 0.5, retrainYears: 0.4),
            ],
            Theatres = [Theatre("war", PhaseChange("war", "peace", 1), PhaseChange("peace", "war", 1.5))],
            Benchmarks = [Schwartz("brent", 32, 55, 1.2, 0.36)],
            Areas =
            [
                Area("coast", "company", loss, Change("coast", "group", "company", 4)) with
                {
                    Neighbours = ["desert"],
                },
                Area(
                    "desert",
                    "company",
                    Change("desert", "company", "group", 1),
                    Change("desert", "group", "company", 2)
                ) with
                {
                    Neighbours = ["coast"],
                },
            ],
            Fields =
            [
                Field("field", "desert", "company", 100_000, lifting: 6) with
                {
                    Capacity = RandomWorlds.Spread(Number("fields.field.capacity", 0), 100_000),
                },
            ],
            Markets =
            [
                Linked("export", "brent", differential: -1, sellers: ["company"]),
                Local("trucks", 30, demand: 20_000),
            ],
            Routes = [Route(["field"], ["port"], "export"), Route(["field"], [], "trucks", transport: 8)],
            Passage = [Passage("group", ["company"], Core.Markets.PassagePolicy.Toll, toll: 3)],
        };
    }
}
