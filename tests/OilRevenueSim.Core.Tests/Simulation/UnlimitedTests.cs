using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.WarWorld;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Nodes, markets and routes without a limit of their own (docs/adr/0006).</summary>
public sealed class UnlimitedTests
{
    [Fact]
    public void A_blockade_that_never_runs_changes_no_bit_of_what_tanks_load()
    {
        var world = OnePort(StepLength.Week) with
        {
            Fields = [Field("field", "desert", "company", 100)],
            Nodes = [Node("port", "coast") with { Owner = "company", Storage = Tanks("port", 4e6, stock: 3e6) }],
        };
        var never = world with { Blockades = [Blockade("group", ["port"], 0, Always("lasts", 1))] };
        var series = SimulationPlan.Compile(world).Series;
        Assert.Equal(Ran.For(world).Bits(), Ran.For(never).Bits(series.Contains));
        Assert.Equal(3e6 * 50, Ran.For(never).In("2020-01", "company", ReportQuantity.Sales, "port").Mean, 1e-3);
    }

    [Fact]
    public void A_port_shut_for_a_part_of_a_month_passes_the_rest_of_what_a_captor_can_produce()
    {
        // The captor reaches 30 % of 100 kb/d; 10 of February's 29 days are open.
        var world = InterventionTests.With(
            OnePort() with
            {
                Actors = [Actor("company"), Actor("group", ownAccount: true, skill: 0.3)],
                Areas = [Area("coast", "group"), Area("desert", "group")],
            },
            InterventionTests.Dated(
                "shut",
                "2020-02-11",
                "2020-02-29",
                new ImposeBlockadeEffect("port", "company") { Identity = "blockade/port" }
            )
        );
        var february = Ran.For(world).In("2020-02", "group", ReportQuantity.BarrelsSold).Mean;
        Assert.Equal(10 * 30_000.0, february, 1e-6);
    }

    [Fact]
    public void Two_routes_to_a_market_that_is_closed_for_a_half_share_the_other_half()
    {
        var world = InterventionTests.With(
            OnePort() with
            {
                Routes = [Route(["field"], ["port"], "export"), Route(["field"], [], "export", transport: 1)],
            },
            InterventionTests.Dated(
                "embargo",
                "2020-01-01",
                "2020-12-31",
                new CapacityEffect("export", false, Number("half", 0.5)) { Identity = "close/export" }
            )
        );
        Assert.Equal(50_000.0 * 366, Ran.For(world).Total("company", ReportQuantity.BarrelsSold).Mean, 1e-3);
    }

    [Fact]
    public void A_damaged_node_without_a_capacity_passes_its_condition_of_all_that_comes()
    {
        var world = OnePort() with { Nodes = [Node("port", "coast") with { Condition = Number("c", 0.25) }] };
        Assert.Equal(25_000.0 * 366, Ran.For(world).Total("company", ReportQuantity.BarrelsSold).Mean, 1e-3);
    }
}
