using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Tanks at Es Sider as in August 2013: 4.5 mb, 360 kb/d (facts.md).</summary>
public sealed class StorageTests
{
    [Fact]
    public void A_shut_terminal_fills_its_tanks_in_size_over_inflow_days()
    {
        // 4.5 mb at 360 kb/d: 12.5 days. Nothing is shut in before, everything after.
        var world = EsSider(loading: 0, stock: 0);
        var output = Outputs(world, days: 20);
        for (var day = 0; day < 20; day++)
        {
            var expected = Math.Clamp(12.5 - day, 0.0, 1.0) * 360_000;
            Assert.True(
                Math.Abs(output[day].Produced - expected) <= 1e-6,
                $"day {day}: calculated {output[day].Produced:R} b/d, expected {expected:R}, tolerance 1e-6, seed 1"
            );
        }

        Assert.Equal(4.5e6, output[19].Stock, 1e-6);
    }

    [Fact]
    public void What_the_quay_cannot_load_goes_into_the_tank_and_stock_leaves_first()
    {
        var output = Outputs(EsSider(loading: 300_000, stock: 600_000), days: 3);

        // Day 1: 300 kb of the stock fill the quay; all 360 kb of the field go into the tank.
        Assert.Equal(660_000, output[0].Stock, 1e-6);
        Assert.Equal(360_000, output[0].Produced, 1e-6);
        Assert.Equal(300_000 * 50.0, output[0].Sales, 1e-6);
        Assert.Equal(720_000, output[1].Stock, 1e-6);
    }

    [Fact]
    public void Stock_belongs_to_the_operator_who_holds_the_terminal_and_pays_its_transport()
    {
        var world = EsSider(loading: 100_000, stock: 600_000);
        world = world with
        {
            Areas = [Area("coast", "group"), Area("desert", "company")],
            Routes = [Route(["waha"], ["es-sider"], "export", transport: 5)],
        };
        var result = Ran.For(world);
        var days = world.End.DayNumber - world.Start.DayNumber + 1;
        Assert.Equal(600_000 * 50.0, result.Total("group", ReportQuantity.Sales).Mean, 1e-3);
        Assert.Equal(600_000 * 45.0, result.Total("group", ReportQuantity.Net).Mean, 1e-3);
        Assert.Equal(600_000 * 50.0, result.Total("group", ReportQuantity.Sales, "es-sider").Mean, 1e-3);
        Assert.Equal(0.0, result.Total("company", ReportQuantity.Sales).Mean);
        Assert.True(days > 6);
    }

    [Fact]
    public void Stock_stays_in_the_tank_where_the_price_does_not_pay_its_transport()
    {
        var world = EsSider(loading: 100_000, stock: 600_000) with
        {
            Fields = [Field("waha", "desert", "company", 0)],
            Routes = [Route(["waha"], ["es-sider"], "export", transport: 50.5)],
        };
        Assert.Equal(600_000, Outputs(world, 3)[2].Stock);
        var paying = world with { Routes = [Route(["waha"], ["es-sider"], "export", transport: 49.5)] };
        Assert.Equal(300_000, Outputs(paying, 3)[2].Stock, 1e-6);
    }

    [Fact]
    public void Stock_takes_the_first_route_that_admits_its_owner_and_no_other()
    {
        var world = EsSider(loading: 500_000, stock: 600_000) with
        {
            Fields = [Field("waha", "desert", "company", 0)],
            Markets =
            [
                Local("closed", 90, sellers: ["group"]),
                Local("first", 50, demand: 100_000),
                Local("second", 80),
            ],
            Routes =
            [
                Route(["waha"], ["es-sider"], "closed"),
                Route(["waha"], ["es-sider"], "first"),
                Route(["waha"], ["es-sider"], "second"),
            ],
        };
        var output = Outputs(world, 2);
        Assert.Equal(500_000, output[0].Stock, 1e-6);
        Assert.Equal(100_000 * 50.0, output[0].Sales, 1e-6);
    }

    [Fact]
    public void A_hit_burns_the_same_share_of_the_stock_and_damaged_tanks_hold_less()
    {
        var world = EsSider(loading: 0, stock: 0);
        var simulator = new BlockSimulator<Lanes4>(SimulationPlan.Compile(world), 1, 256);
        var room = new double[256];
        simulator.AfterStep = step =>
        {
            if (step == 4)
            {
                simulator.Block.ConditionOfTank(0)[3] *= 0.6;
                simulator.BurnStock(0, 3, 0.4);
                simulator.TankRoom(0, room);
                Assert.Equal(5 * 360_000 * 0.6, simulator.Block.Stock[3], 1e-6);
                Assert.Equal((4.5e6 * 0.6) - (5 * 360_000 * 0.6), room[3], 1e-6);
                Assert.Equal(4.5e6 - (5 * 360_000), room[4], 1e-6);
                Assert.Equal(
                    5 * 360_000 * 0.4,
                    simulator.Block.Accounts[(simulator.Plan.Accounts.Burnt * 256) + 3],
                    1e-6
                );
            }
        };
        simulator.Run(0, new Ran.Ignore());
        Assert.Equal(4.5e6 * 0.6, simulator.Block.Stock[3], 1e-6);
        Assert.Equal(4.5e6, simulator.Block.Stock[4], 1e-6);
    }

    [Fact]
    public void A_terminal_s_own_toll_is_paid_when_loaded_and_those_before_it_when_produced()
    {
        var world = EsSider(loading: 0, stock: 0) with
        {
            Actors = [Actor("company"), Actor("group"), Actor("guards")],
            Areas = [Area("coast", "guards"), Area("desert", "company"), Area("pass", "group")],
            Nodes = [Node("line", "pass"), .. EsSider(loading: 0, stock: 0).Nodes],
            Fields = [Field("waha", "desert", "company", 360_000, lifting: 6)],
            Routes = [Route(["waha"], ["line", "es-sider"], "export", transport: 5)],
            Passage =
            [
                Passage("group", ["company"], PassagePolicy.Toll, toll: 2),
                Passage("guards", ["company"], PassagePolicy.Toll, toll: 3),
            ],
        };
        var shut = Ran.For(world);
        Assert.Equal(4.5e6 * 2, shut.Total("group", ReportQuantity.Levies).Mean, 1e-3);
        Assert.Equal(0.0, shut.Total("guards", ReportQuantity.Levies).Mean);
        Assert.Equal(-4.5e6 * 8, shut.Total("company", ReportQuantity.Net).Mean, 1e-3);
        var open = world with
        {
            Fields = [Field("waha", "desert", "company", 0)],
            Nodes = [Node("line", "pass"), .. EsSider(loading: 1_000_000, stock: 4e6).Nodes],
        };
        var loaded = Ran.For(open);
        Assert.Equal(4e6 * 3, loaded.Total("guards", ReportQuantity.Levies).Mean, 1e-3);
        Assert.Equal(0.0, loaded.Total("group", ReportQuantity.Levies).Mean);
        Assert.Equal(4e6 * (50 - 5 - 3), loaded.Total("company", ReportQuantity.Net).Mean, 1e-3);
    }

    private static Scenario EsSider(double loading, double stock) =>
        Scenario(StepLength.Day, "2013-08-01", "2013-08-31") with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true)],
            Areas = [Area("coast", "company"), Area("desert", "company")],
            Fields = [Field("waha", "desert", "company", 360_000)],
            Nodes =
            [
                Node("es-sider", "coast", capacity: loading, kind: Core.Production.NodeKind.Terminal) with
                {
                    Owner = "company",
                    Storage = Tanks("es-sider", 4.5e6, stock),
                },
            ],
            Markets = [Local("export", 50)],
            Routes = [Route(["waha"], ["es-sider"], "export")],
        };

    /// <summary>Output of the field, b/d, sales of the day and stock at its end.</summary>
    private static (double Produced, double Sales, double Stock)[] Outputs(Scenario world, int days)
    {
        var seen = new List<(double, double, double)>();
        Ran.Watch(
            world,
            (plan, block, _) =>
            {
                var sales = 0.0;
                for (var a = 0; a < plan.SalesAccounts.Length; a++)
                {
                    sales += block.StepSales[a * 256];
                }

                seen.Add((block.Available[0] - block.Left[0], sales, block.Stock[0]));
            }
        );
        return [.. seen.Take(days)];
    }
}
