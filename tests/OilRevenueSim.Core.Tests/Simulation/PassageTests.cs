using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Simulation;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

public sealed class PassageTests
{
    private const double Days = 366; // 2020
    private const double Barrels = 100_000 * Days;

    [Fact]
    public void An_owner_who_holds_everything_sells_all_of_it()
    {
        var result = Ran.For(OnePort());
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Sales).Mean);
        AssertClose(0, result.Total("company", ReportQuantity.Forgone).Mean);
        AssertClose(0, result.Total("company", ReportQuantity.ShutIn).Mean);
    }

    [Fact]
    public void A_blocked_port_shuts_the_field_and_earns_its_holder_nothing()
    {
        var result = Ran.For(OnePort() with { Areas = [Area("coast", "group"), Area("desert", "company")] });
        Assert.Equal(0.0, result.Total("company", ReportQuantity.Sales).Max);
        Assert.Equal(0.0, result.Total("group", ReportQuantity.Gross).Max);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Forgone).Mean);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.ShutIn).Mean);
        Assert.Equal(0.0, result.Total(null, ReportQuantity.Output, "field").Mean);
    }

    [Fact]
    public void A_toll_per_barrel_is_a_levy_of_the_holder_and_a_cost_of_the_seller()
    {
        var result = Ran.For(AtTheGate(Passage("group", ["company"], PassagePolicy.Toll, toll: 3)));
        AssertClose(Barrels * 3, result.Total("group", ReportQuantity.Levies).Mean);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Sales).Mean);
        AssertClose(Barrels * 47, result.Total("company", ReportQuantity.Net).Mean);
        AssertClose(Barrels * 3, result.Total("group", ReportQuantity.Net).Mean);
    }

    [Fact]
    public void A_toll_share_is_due_on_value()
    {
        var result = Ran.For(AtTheGate(Passage("group", [], PassagePolicy.Toll, share: 0.1)));
        AssertClose(Barrels * 5, result.Total("group", ReportQuantity.Levies).Mean);
        AssertClose(Barrels * 45, result.Total("company", ReportQuantity.Net).Mean);
    }

    [Fact]
    public void A_toll_in_kind_takes_barrels_that_the_holder_sells()
    {
        var result = Ran.For(AtTheGate(Passage("group", [], PassagePolicy.Toll, inKind: 0.2)));
        AssertClose(Barrels * 10, result.Total("group", ReportQuantity.Levies).Mean);
        AssertClose(Barrels * 40, result.Total("company", ReportQuantity.Sales).Mean);
        AssertClose(Barrels * 40, result.Total("company", ReportQuantity.Net).Mean);
    }

    [Fact]
    public void A_toll_that_eats_the_netback_stops_the_oil()
    {
        var result = Ran.For(AtTheGate(Passage("group", [], PassagePolicy.Toll, toll: 51)));
        Assert.Equal(0.0, result.Total("group", ReportQuantity.Levies).Max);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Forgone).Mean);
    }

    [Fact]
    public void A_toll_is_due_once_a_holder_and_route_unless_its_nodes_are_named()
    {
        var two = OnePort() with
        {
            Areas = [Area("coast", "group"), Area("desert", "company")],
            Nodes = [Node("line", "coast"), Node("port", "coast")],
            Routes = [Route(["field"], ["line", "port"], "export")],
        };
        var once = Ran.For(two with { Passage = [Passage("group", [], PassagePolicy.Toll, toll: 3)] });
        var each = Ran.For(
            two with
            {
                Passage = [Passage("group", [], PassagePolicy.Toll, toll: 3, at: ["line", "port"])],
            }
        );
        AssertClose(Barrels * 3, once.Total("group", ReportQuantity.Levies).Mean);
        AssertClose(Barrels * 6, each.Total("group", ReportQuantity.Levies).Mean);
    }

    [Fact]
    public void Aligned_actors_pass_each_other_but_not_the_friends_of_friends()
    {
        var world = OnePort() with
        {
            Actors = [Actor("company"), Actor("guards", aligned: ["company"]), Actor("tribe", aligned: ["guards"])],
            Focus = [],
        };
        var guards = Ran.For(world with { Areas = [Area("coast", "guards"), Area("desert", "company")] });
        var tribe = Ran.For(world with { Areas = [Area("coast", "tribe"), Area("desert", "company")] });
        AssertClose(Barrels * 50, guards.Total("company", ReportQuantity.Sales).Mean);
        Assert.Equal(0.0, tribe.Total("company", ReportQuantity.Sales).Max);
    }

    [Fact]
    public void A_rule_beats_alignment_a_named_seller_beats_any_and_a_phase_beats_both()
    {
        var world = AtTheGate() with
        {
            Theatres = [Theatre("war")],
            Actors = [Actor("company", aligned: ["group"]), Actor("group", ownAccount: true)],
        };
        Assert.Equal(0.0, Sold(Passage("group", [], PassagePolicy.Block)));
        AssertClose(
            Barrels * 50,
            Sold(Passage("group", [], PassagePolicy.Block), Passage("group", ["company"], PassagePolicy.Pass))
        );
        AssertClose(
            Barrels * 50,
            Sold(Passage("group", [], PassagePolicy.Block), Passage("group", [], PassagePolicy.Pass, at: ["port"]))
        );
        Assert.Equal(
            0.0,
            Sold(
                Passage("group", [], PassagePolicy.Block, phase: "war"),
                Passage("group", ["company"], PassagePolicy.Pass, at: ["port"])
            )
        );

        double Sold(params PassageRule[] rules) =>
            Ran.For(world with { Passage = [.. rules] }).Total("company", ReportQuantity.Sales).Mean;
    }

    [Fact]
    public void Rules_of_one_rank_that_disagree_are_refused_with_their_names()
    {
        var world = AtTheGate(
            Passage("group", [], PassagePolicy.Block),
            Passage("group", [], PassagePolicy.Pass, phase: null)
        );
        var failure = Assert.Throws<ArgumentException>(() => SimulationPlan.Compile(world));
        Assert.Contains("disagree", failure.Message);
    }

    [Fact]
    public void Rules_of_one_rank_that_say_the_same_agree()
    {
        var world = AtTheGate(
            Passage("group", ["company"], PassagePolicy.Toll, toll: 3),
            Passage("group", ["company", "group"], PassagePolicy.Toll, toll: 3)
        );
        AssertClose(Barrels * 3, Ran.For(world).Total("group", ReportQuantity.Levies).Mean);
    }

    [Fact]
    public void Who_holds_the_field_and_sells_on_its_own_account_is_the_seller()
    {
        var result = Ran.For(OnePort() with { Areas = [Area("coast", "group"), Area("desert", "group")] });
        AssertClose(Barrels * 50, result.Total("group", ReportQuantity.Sales).Mean);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Forgone).Mean);
        AssertClose(Barrels * 50, result.Total("group", ReportQuantity.Sales, place: "field").Mean);
        AssertClose(Barrels * 50, result.Total("group", ReportQuantity.Sales, channel: "export").Mean);
    }

    [Fact]
    public void A_market_that_does_not_admit_the_seller_takes_nothing_from_him()
    {
        var world = OnePort() with
        {
            Areas = [Area("coast", "group"), Area("desert", "group")],
            Markets = [Local("export", 50, sellers: ["company"])],
        };
        Assert.Equal(0.0, Ran.For(world).Total("group", ReportQuantity.Gross).Max);
    }

    [Fact]
    public void A_holder_who_sells_for_the_owner_earns_nothing_himself()
    {
        var world = OnePort() with
        {
            Actors = [Actor("company"), Actor("guards", aligned: ["company"])],
            Areas = [Area("coast", "guards"), Area("desert", "guards")],
            Focus = ["guards"],
        };
        var result = Ran.For(world);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Sales).Mean);
        Assert.Equal(0.0, result.Total("guards", ReportQuantity.Gross).Max);
    }

    [Fact]
    public void Proceeds_pass_on_what_is_left_after_costs_as_transfers()
    {
        var world = OnePort() with
        {
            Actors = [Actor("bank"), Actor("company")],
            Focus = [],
            Fields = [Field("field", "desert", "company", 100_000, lifting: 8)],
            Markets = [Local("export", 50, proceeds: ("bank", 0.75))],
            Routes = [Route(["field"], ["port"], "export", transport: 2)],
        };
        var result = Ran.For(world);
        AssertClose(Barrels * 30, result.Total("bank", ReportQuantity.Transfers).Mean);
        AssertClose(-Barrels * 30, result.Total("company", ReportQuantity.Transfers).Mean);
        AssertClose(Barrels * 10, result.Total("company", ReportQuantity.Net).Mean);
        AssertClose(Barrels * 50, result.Total("company", ReportQuantity.Gross).Mean);
    }

    [Fact]
    public void A_seller_who_passes_on_everything_keeps_exactly_nothing()
    {
        var world = SameBitsTests.Contest() with
        {
            Markets = [Local("export", 50.1, proceeds: ("bank", 1.0)), Local("trucks", 30, sellers: ["group"])],
        };
        var result = Ran.For(world with { Actors = [.. world.Actors, Actor("bank")] });
        var net = result.Total("company", ReportQuantity.Net);
        Assert.True(result.Total("company", ReportQuantity.Sales).Mean > 1e8);
        Assert.Equal((0.0, 0.0), (net.Min, net.Max));
    }

    private static Core.Model.Scenario AtTheGate(params PassageRule[] rules) =>
        OnePort() with
        {
            Areas = [Area("coast", "group"), Area("desert", "company")],
            Passage = [.. rules],
        };

    private static void AssertClose(double expected, double calculated)
    {
        var tolerance = 1e-12 * Math.Max(1, Math.Abs(expected));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
