using OilRevenueSim.Core.Simulation;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

public sealed class RoutingTests
{
    private const double Days = 366; // 2020

    [Fact]
    public void Routes_fill_in_the_order_of_the_file()
    {
        var result = Ran.For(
            TwoWays() with
            {
                Routes = [Route(["field"], ["port"], "export", capacity: 60_000), Route(["field"], [], "trucks")],
            }
        );
        Close(60, result.Total("company", ReportQuantity.Sales, channel: "export").Mean / (50 * Days * 1000));
        Close(40, result.Total("company", ReportQuantity.Sales, channel: "trucks").Mean / (20 * Days * 1000));
    }

    [Fact]
    public void A_full_node_rations_fields_in_proportion_to_what_they_have_left()
    {
        var world = OnePort() with
        {
            Fields = [Field("large", "desert", "company", 90_000), Field("small", "desert", "company", 30_000)],
            Nodes = [Node("port", "coast", capacity: 80_000)],
            Routes = [Route(["large", "small"], ["port"], "export")],
        };
        // Alone, the large field could send 80 through the port, the small one 30: they share 80 in that proportion.
        var result = Ran.For(world);
        Close(80.0 * 80 / 110, result.Total(null, ReportQuantity.Output, "large").Mean);
        Close(80.0 * 30 / 110, result.Total(null, ReportQuantity.Output, "small").Mean);
        Close(40 * 50 * Days * 1000 / 1e6, result.Total("company", ReportQuantity.ShutIn).Mean / 1e6);
    }

    [Fact]
    public void Demand_is_shared_by_all_routes_to_a_market_in_their_order()
    {
        var world = TwoWays() with
        {
            Markets = [Local("export", 50, demand: 70_000)],
            Fields = [Field("a", "desert", "company", 50_000), Field("b", "desert", "company", 50_000)],
            Routes = [Route(["b"], [], "export"), Route(["a"], ["port"], "export")],
        };
        var result = Ran.For(world);
        Close(50, result.Total(null, ReportQuantity.Output, "b").Mean);
        Close(20, result.Total(null, ReportQuantity.Output, "a").Mean);
    }

    [Fact]
    public void Oil_that_does_not_pay_its_lifting_stays_in_the_ground()
    {
        var cheap = TwoWays() with
        {
            Fields = [Field("field", "desert", "company", 100_000, lifting: 25)],
            Routes = [Route(["field"], [], "trucks")],
        };
        Assert.Equal(0.0, Ran.For(cheap).Total("company", ReportQuantity.Sales).Max);
        var premium = cheap with { Fields = [Field("field", "desert", "company", 100_000, lifting: 25, premium: 5)] };
        Close(100, Ran.For(premium).Total(null, ReportQuantity.Output, "field").Mean);
    }

    [Fact]
    public void A_node_carries_what_earlier_routes_left()
    {
        var world = TwoWays() with
        {
            Fields = [Field("a", "desert", "company", 50_000), Field("b", "desert", "company", 50_000)],
            Nodes = [Node("port", "coast", capacity: 75_000)],
            Routes = [Route(["a"], ["port"], "export"), Route(["b"], ["port"], "trucks")],
        };
        var result = Ran.For(world);
        Close(50, result.Total(null, ReportQuantity.Output, "a").Mean);
        Close(25, result.Total(null, ReportQuantity.Output, "b").Mean);
    }

    [Fact]
    public void Condition_limits_fields()
    {
        var world = OnePort() with { Fields = [Field("field", "desert", "company", 100_000, condition: 0.3)] };
        Close(30, Ran.For(world).Total(null, ReportQuantity.Output, "field").Mean);
    }

    private static Core.Model.Scenario TwoWays() =>
        OnePort() with
        {
            Markets = [Local("export", 50), Local("trucks", 20)],
        };

    private static void Close(double expected, double calculated) =>
        Assert.True(
            Math.Abs(calculated - expected) <= 1e-10 * Math.Abs(expected),
            $"calculated {calculated:R}, expected {expected:R}, tolerance 1e-10 relative, seed 1"
        );
}
