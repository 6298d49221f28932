using CsCheck;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Tests;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>What must follow when a scenario is changed in a known way.</summary>
public sealed class MoneyMetamorphicTests
{
    [Fact]
    public void Doubling_all_prices_doubles_every_dollar_where_nothing_costs_anything()
    {
        var world = Rich(price: 50);
        var result = Ran.For(world, paths: 512);
        var doubled = Ran.For(Rich(price: 100), paths: 512);
        foreach (var key in result.Series.Where(s => s.Quantity.Unit == "USD"))
        {
            var period = result.Periods[^1];
            var one = result.Find(key, period)!;
            Close(2 * one.Mean, doubled.Find(key, period)!.Mean, 2 * one.Mean, key.ToString());
        }

        Assert.True(result.Total("thief", ReportQuantity.Sales).Mean > 0);
        Assert.True(result.Total("guards", ReportQuantity.Diverted).Mean > 0);
    }

    [Fact]
    public void Two_halves_of_a_field_are_the_field()
    {
        var world = Rich(price: 50);
        var whole = Ran.For(world, paths: 512);
        var half = world.Fields[0] with { Capacity = Number("half", 50_000) };
        var split = Ran.For(
            world with
            {
                Fields = [half with { Name = "field-a" }, half with { Name = "field-b" }],
                Routes = [.. world.Routes.Select(r => r with { Fields = ["field-a", "field-b"] })],
            },
            paths: 512
        );
        foreach (var key in whole.Series.Where(s => s.Place is null))
        {
            for (var p = 0; p < whole.Periods.Length; p++)
            {
                var expected = whole.Find(key, whole.Periods[p])!.Mean;
                var calculated = split.Find(key, split.Periods[p])!.Mean;
                Close(expected, calculated, 1e9, $"{key} in {whole.Periods[p].Label}");
            }
        }
    }

    [Fact]
    public void A_blockade_earns_its_author_exactly_nothing()
    {
        var blockade = WarWorld.Blockade("guards", ["line"], 6, WarWorld.Always("lasts", 0.1));
        var world = Rich(price: 50) with { Taps = [], Transfers = [] };
        world = world with { Routes = [.. world.Routes.Select(r => r with { Seizure = null })] };
        var shut = Ran.For(world with { Blockades = [blockade] }, paths: 512);
        foreach (
            var quantity in (ReportQuantity[])
                [
                    ReportQuantity.Gross,
                    ReportQuantity.Net,
                    ReportQuantity.Sales,
                    ReportQuantity.Levies,
                    ReportQuantity.Transfers,
                    ReportQuantity.Diverted,
                ]
        )
        {
            var key = new SeriesKey("guards", null, null, quantity);
            if (shut.Series.Contains(key))
            {
                Assert.Equal(0.0, shut.Find(key, shut.Periods[^1])!.Max);
                Assert.Equal(0.0, shut.Find(key, shut.Periods[^1])!.Min);
            }
        }

        var before = Ran.For(world, paths: 512).Total("company", ReportQuantity.Sales).Mean;
        Assert.True(shut.Total("company", ReportQuantity.Sales).Mean < before);
        Assert.True(shut.Total("company", ReportQuantity.ShutIn, channel: "blockade").Mean > 0);
    }

    [Fact]
    public void Causes_of_what_is_shut_in_add_up_to_it() =>
        RichWorlds.Any.SampleFixed(
            world =>
            {
                var result = Ran.For(world);
                foreach (var owner in world.Fields.Select(f => f.Owner).Distinct())
                {
                    var causes = result
                        .Series.Where(s =>
                            s.Actor == owner && s.Channel is not null && s.Quantity == ReportQuantity.ShutIn
                        )
                        .Sum(s => result.Find(s, result.Periods[^1])!.Mean);
                    var all = result.Total(owner, ReportQuantity.ShutIn).Mean;
                    Close(all, causes, Math.Max(1, Math.Abs(all)), $"shut in of {owner}");
                }
            },
            iter: 30,
            seed: "0N0XIzNsQ0O2"
        );

    [Fact]
    public void What_an_owner_could_produce_is_produced_or_shut_in_whether_he_has_a_legal_route_or_not()
    {
        var world = OnePort() with { Markets = [Local("export", 50, sellers: ["group"])] };
        var total = Ran.For(world);
        var whole = 100_000.0 * total.Periods[^1].Days;
        Close(whole, total.Total("company", ReportQuantity.BarrelsShutIn).Mean, whole, "no legal route");
        Assert.Equal(0.0, total.Total("company", ReportQuantity.ShutIn).Mean);

        // Half the field can be carried, and only the group may sell it.
        var taken = world with
        {
            Areas = [Area("coast", "group"), Area("desert", "group")],
            Nodes = [Node("port", "coast", capacity: 50_000)],
        };
        var half = Ran.For(taken).Total("company", ReportQuantity.BarrelsShutIn).Mean;
        Close(whole / 2, half, whole, "half taken by others");
    }

    [Fact]
    public void Causes_are_named_where_only_one_can_act()
    {
        var closed = OnePort() with { Areas = [Area("coast", "group"), Area("desert", "company")] };
        Only(closed, "passage");
        Only(OnePort() with { Nodes = [Node("port", "coast", capacity: 30_000)] }, "capacity");
        Only(OnePort() with { Markets = [Local("export", 50, demand: 30_000)] }, "market");
        Only(OnePort() with { Fields = [Field("field", "desert", "company", 100_000, lifting: 60)] }, "market");
        var shut = OnePort() with
        {
            Blockades =
            [
                WarWorld.Blockade(
                    "group",
                    ["port"],
                    1e-9,
                    WarWorld.Always("lasts", 90),
                    activeSince: new DateOnly(2019, 12, 1)
                ),
            ],
        };
        Only(shut, "blockade");
        // A way on which only others sell leaves the owner's loss with the blockade.
        var trucks = Local("trucks", 30, sellers: ["group"]);
        Only(
            shut with
            {
                Markets = [.. shut.Markets, trucks],
                Routes = [.. shut.Routes, Route(["field"], [], "trucks")],
            },
            "blockade"
        );

        static void Only(Scenario world, string cause)
        {
            var result = Ran.For(world);
            var all = result.Total("company", ReportQuantity.ShutIn).Mean;
            Assert.True(all > 0, cause);
            Close(all, result.Total("company", ReportQuantity.ShutIn, channel: cause).Mean, all, cause);
        }
    }

    [Fact]
    public void Vector_width_threads_and_blocks_change_no_bit_of_a_rich_world()
    {
        var world = Uncertain(Rich(price: 50));
        var plan = SimulationPlan.Compile(world);
        var runs = Ran.AllWidths(plan)
            .Select(w =>
            {
                var keep = new Ran.Keep();
                w.Simulator.Run(512, keep);
                return keep.Bits;
            })
            .ToArray();
        Assert.All(runs, bits => Assert.True(bits.SequenceEqual(runs[0])));
        Assert.Equal(Ran.For(world, 2048).Bits(), Ran.For(world, 2048, threads: 2, block: 768).Bits());
    }

    [Fact]
    public void A_rich_world_allocates_nothing_after_warm_up()
    {
        var simulator = BlockSimulator.Create(SimulationPlan.Compile(Uncertain(Rich(price: 50))), 1, 256);
        var ignore = new Ran.Ignore();
        simulator.Run(0, ignore);
        simulator.Run(256, ignore);
        Assert.Equal(0, Allocations.Least(() => simulator.Run(512, ignore)));
    }

    /// <summary>Everything at once: two fighting holders, a refinery, a tap, seizure, tanks, pay, transfers.</summary>
    private static Scenario Rich(double price) =>
        OnePort(StepLength.Week) with
        {
            Actors =
            [
                Actor("company", aligned: ["guards"]),
                Actor("group", ownAccount: true) with
                {
                    Finance = Funds("group", 1000, 0, attrition: 0.2, inflow: 100),
                },
                Actor("guards", aligned: ["company"]),
                Actor("thief"),
            ],
            Areas =
            [
                Area(
                    "coast",
                    "company",
                    Change("coast", "company", "group", 2),
                    Change("coast", "group", "company", 2)
                ),
                Area("desert", "company"),
            ],
            Nodes =
            [
                Node("line", "desert", capacity: 90_000) with
                {
                    Yield = Number("yield", 0.9),
                    Uplift = Number("uplift", 0.2),
                },
                Node("port", "coast", capacity: 70_000) with
                {
                    Owner = "company",
                    Storage = Tanks("port", 1e6, 4e5),
                },
            ],
            Markets = [Local("export", price, 60_000, null, ("guards", 0.0)), Local("trucks", price / 2)],
            Routes =
            [
                Route(["field"], ["line", "port"], "export") with
                {
                    Seizure = Number("seizure", 0.1),
                    SeizedBy = "guards",
                },
                Route(["field"], ["line"], "trucks"),
            ],
            Taps = [Tap("thief", "line", 0.1, 0.3)],
            Passage = [Passage("group", ["company"], PassagePolicy.Toll, share: 0.2)],
        };

    private static Scenario Uncertain(Scenario world) =>
        world with
        {
            Fields =
            [
                world.Fields[0] with
                {
                    Capacity = RandomWorlds.Spread(Number("fields.field.capacity", 0), 100_000),
                },
            ],
            Taps = [world.Taps[0] with { While = [new Core.Control.HoldsCondition("coast", "company")] }],
            Transfers = [Transfer("group", "thief", 1e7), Transfer("outside", "group", 1e6)],
            Passage = [Passage("group", ["company"], PassagePolicy.Toll, toll: 2)],
            Actors =
            [
                .. world.Actors.Select(a =>
                    a.Finance is null
                        ? a
                        : a with
                        {
                            Finance = Funds(a.Name, 1000, 4000, treasury: 1e6, attrition: 0.2, spendingPerYear: 1e6),
                        }
                ),
            ],
        };

    private static void Close(double expected, double calculated, double scale, string what)
    {
        var tolerance = 1e-11 * Math.Max(1.0, Math.Abs(scale));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"{what}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
