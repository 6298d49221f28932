using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Refineries, taps, seizures and tanks, worked by hand for 100 kb/d through one port over 366 days.</summary>
public sealed class FlowTests
{
    private const double Barrels = 100_000.0 * 366;

    [Fact]
    public void A_refinery_sells_its_yield_at_the_uplifted_price_and_its_holder_charges_a_fee()
    {
        var world = Refined(fee: 4) with { Areas = [Area("coast", "group"), Area("desert", "company")] };
        world = world with { Passage = [Passage("group", ["company"], PassagePolicy.Pass)] };
        var result = Ran.For(world);
        Close(Barrels * 0.8 * 50 * 1.5, result.Total("company", ReportQuantity.Sales).Mean);
        Close(Barrels * 0.8, result.Total("company", ReportQuantity.BarrelsSold).Mean);
        Close(Barrels * 4, result.Total("group", ReportQuantity.Levies).Mean);
        Close(Barrels * ((0.8 * 75) - 4), result.Total("company", ReportQuantity.Net).Mean);
    }

    [Fact]
    public void Nobody_pays_a_fee_at_his_own_refinery() =>
        Close(Barrels * 60, Ran.For(Refined(fee: 4)).Total("company", ReportQuantity.Net).Mean);

    [Fact]
    public void Capacity_behind_a_refinery_and_demand_are_in_product()
    {
        var world = Refined() with
        {
            Nodes = [.. Refined().Nodes, Node("quay", "coast", capacity: 40_000)],
            Routes = [Route(["field"], ["port", "quay"], "export")],
        };
        Close(50, Ran.For(world).Total(null, ReportQuantity.Output, "field").Mean);
        var demand = Refined() with { Markets = [Local("export", 50, demand: 20_000)] };
        Close(25, Ran.For(demand).Total(null, ReportQuantity.Output, "field").Mean);
    }

    [Fact]
    public void The_netback_of_a_refinery_decides_whether_it_runs()
    {
        // k·P·(1 + uplift) − fee = 0.8·75 − 4 = 56 USD a barrel.
        var runs = WithLifting(55.9);
        Close(100, Ran.For(runs).Total(null, ReportQuantity.Output, "field").Mean);
        Assert.Equal(0.0, Ran.For(WithLifting(56.1)).Total(null, ReportQuantity.Output, "field").Mean);

        static Scenario WithLifting(double lifting) =>
            Refined(fee: 4) with
            {
                Fields = [Field("field", "desert", "company", 100_000, lifting: lifting)],
                Areas = [Area("coast", "group"), Area("desert", "company")],
                Passage = [Passage("group", ["company"], PassagePolicy.Pass)],
            };
    }

    [Fact]
    public void A_tap_takes_its_share_behind_the_capacity_and_sells_it_below_the_price()
    {
        var world = OnePort() with
        {
            Nodes = [Node("line", "desert", capacity: 80_000), Node("port", "coast", capacity: 60_000)],
            Routes = [Route(["field"], ["line", "port"], "export")],
            Taps = [Tap("group", "line", 0.25, discount: 0.4, transport: 3)],
        };
        var result = Ran.For(world);
        const double Entering = 80_000.0 * 366;
        Close(80, result.Total(null, ReportQuantity.Output, "field").Mean);
        Close(Entering * 0.75 * 50, result.Total("company", ReportQuantity.Sales).Mean);
        Close(Entering * 0.25 * 30, result.Total("group", ReportQuantity.Sales).Mean);
        Close(Entering * 0.25 * 27, result.Total("group", ReportQuantity.Net).Mean);
        Close(Entering * 0.25 * 50, result.Total("group", ReportQuantity.Diverted).Mean);
        Close(Entering * 0.25, result.Total("group", ReportQuantity.BarrelsSold).Mean);
    }

    [Fact]
    public void A_tap_steals_only_while_its_condition_holds_and_tolls_behind_it_fall_with_what_passes()
    {
        var tap = Tap("guards", "line", 0.25, 0, 0, new HoldsCondition("coast", "group"));
        var world = OnePort() with
        {
            Actors = [Actor("company"), Actor("group"), Actor("guards")],
            Areas =
            [
                Area("coast", "group", Change("coast", "group", "guards", 3), Change("coast", "guards", "group", 3)),
                Area("desert", "company"),
            ],
            Nodes = [Node("line", "desert"), Node("port", "coast")],
            Routes = [Route(["field"], ["line", "port"], "export")],
            Taps = [tap],
            Passage =
            [
                Passage("group", ["company"], PassagePolicy.Toll, toll: 8),
                Passage("guards", ["company"], PassagePolicy.Toll, toll: 8),
            ],
        };
        var group = 0.0;
        var guards = 0.0;
        Ran.Watch(
            world,
            (plan, block, step) =>
            {
                for (var lane = 0; lane < 256; lane++)
                {
                    var holds =
                        block.States[(plan.Chains.Length - 2) * 256 + lane] == Array.IndexOf(plan.Actors, "group");
                    var barrels = 100_000.0 * plan.Grid.Days[step] / 256;
                    group += holds ? barrels * 0.75 * 8 : 0;
                    guards += holds ? 0 : barrels * 8;
                }
            }
        );
        var result = Ran.For(world);
        Close(group, result.Total("group", ReportQuantity.Levies).Mean);
        Close(guards, result.Total("guards", ReportQuantity.Levies).Mean);
        Assert.True(group > 0 && guards > 0);
    }

    [Fact]
    public void Seized_barrels_are_diverted_value_and_nobody_sells_them()
    {
        var world = OnePort() with
        {
            Routes =
            [
                Route(["field"], ["port"], "export", transport: 5) with
                {
                    Seizure = Number("routes.seizure", 0.3),
                    SeizedBy = "group",
                },
            ],
        };
        var result = Ran.For(world);
        Close(Barrels * 0.7 * 50, result.Total("company", ReportQuantity.Sales).Mean);
        Close(Barrels * ((0.7 * 50) - 5), result.Total("company", ReportQuantity.Net).Mean);
        Close(Barrels * 0.3 * 50, result.Total("group", ReportQuantity.Diverted).Mean);
        Assert.Equal(0.0, result.Total("group", ReportQuantity.Gross).Max);
    }

    private static Scenario Refined(double? fee = null) =>
        OnePort() with
        {
            Nodes =
            [
                Node("port", "coast", kind: NodeKind.Refinery) with
                {
                    Yield = Number("nodes.port.yield", 0.8),
                    Uplift = Number("nodes.port.uplift", 0.5),
                    Fee = fee is null ? null : Number("nodes.port.fee", fee.Value),
                },
            ],
        };

    private static void Close(double expected, double calculated) =>
        Assert.True(
            Math.Abs(calculated - expected) <= 1e-10 * Math.Abs(expected),
            $"calculated {calculated:R}, expected {expected:R}, tolerance 1e-10 relative, seed 1"
        );
}
