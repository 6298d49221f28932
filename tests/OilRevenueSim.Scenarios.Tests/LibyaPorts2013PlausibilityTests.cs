using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>libya-ports-2013.yaml against what was published. What happened is the course `deal`, without a sold cargo.</summary>
public sealed class LibyaPorts2013PlausibilityTests
{
    private const string File = "libya-ports-2013.yaml";

    [Theory]
    [InlineData("as-it-stands")]
    [InlineData("deal")]
    [InlineData("early")]
    public void The_guards_earn_nothing_from_oil_in_any_path(string course)
    {
        foreach (var quantity in (ReportQuantity[])[ReportQuantity.Gross, ReportQuantity.Sales, ReportQuantity.Levies])
        {
            var guards = ShippedRun.Of(File, course).Actor("guards", quantity, "total");
            Assert.Equal(0.0, guards.Max);
            Assert.Equal(0.0, guards.Min);
        }
    }

    /// <summary>
    /// Success is Beta(1/2, 5/2), mean 1/6: 2,048 paths, five standard errors of a share are 0.041 (false alarm 6e-7). The
    /// Morning Glory's cargo was put at 36 to 38 million dollars; less a discount, at the prices of any path, 5 to 60.
    /// </summary>
    [Fact]
    public void A_stolen_cargo_gets_home_in_one_path_of_six_and_brings_tens_of_millions_at_most()
    {
        var bureau = ShippedRun.Of(File, "as-it-stands").Actor("barqa-bureau", ReportQuantity.Gross, "total");
        ShippedRun.Within(
            (1.0 / 6.0) - 0.041,
            (1.0 / 6.0) + 0.041,
            bureau.PositiveCount / (double)ShippedRun.Paths,
            "share sold"
        );
        ShippedRun.Within(10e6, 30e6, bureau.PositiveMean, "USD where sold");
        ShippedRun.Within(0.0, 60e6, bureau.Max, "most USD");
    }

    /// <summary>A lever of tens of billions: the BP deficit against 1,400 kb/d over these 17 months at Brent is about 50.</summary>
    [Fact]
    public void The_state_forgoes_tens_of_billions()
    {
        foreach (var course in (string[])["as-it-stands", "deal", "early"])
        {
            var forgone = ShippedRun.Of(File, course).Actor("noc", ReportQuantity.Forgone, "total").Mean;
            ShippedRun.Within(20e9, 65e9, forgone, $"USD forgone, {course}");
        }
    }

    /// <summary>BP: 1,025 kb/d on average in 2013; 1,400 in the first seven months leave 500 for the last five, and 510 in 2014.</summary>
    [Theory]
    [InlineData("2013", 350.0, 600.0)]
    [InlineData("2014", 400.0, 800.0)]
    public void National_output_falls_as_far_as_it_did(string year, double low, double high) =>
        ShippedRun.Within(low, high, ShippedRun.Of(File, "deal").OutputKbd(year), $"kb/d in {year}");

    /// <summary>
    /// On 5 August 2013 Es Sider had 0.6 of 4.5 mb left (20 days at 30 kb/d). At the normal inflow an empty farm fills in 12.5 days,
    /// so the wells run in July and stop in the first half of August.
    /// </summary>
    [Fact]
    public void The_wells_behind_es_sider_run_until_the_tanks_are_full()
    {
        var run = ShippedRun.Of(File, "as-it-stands");
        var july = run.OutputKbd("2013-07", "waha-group");
        var august = run.OutputKbd("2013-08", "waha-group");
        ShippedRun.Within(290.0, 390.0, july, "kb/d of Waha in the first days");
        ShippedRun.Within(0.05 * july, 0.45 * july, august, "kb/d of Waha in August");
        Assert.True(run.OutputKbd("2013-09", "waha-group") < 0.15 * july);
    }

    [Fact]
    public void A_deal_saves_the_state_billions_and_costs_the_guards_no_oil_income()
    {
        var stands = ShippedRun.Of(File, "as-it-stands").Actor("noc", ReportQuantity.Forgone, "total").Mean;
        var deal = ShippedRun.Of(File, "deal").Actor("noc", ReportQuantity.Forgone, "total").Mean;
        var early = ShippedRun.Of(File, "early").Actor("noc", ReportQuantity.Forgone, "total").Mean;
        Assert.True(deal < stands - 2e9, $"deal {deal:E3}, as it stands {stands:E3}, {ShippedRun.Paths} paths, seed 1");
        Assert.True(
            early < stands - 2e9,
            $"early {early:E3}, as it stands {stands:E3}, {ShippedRun.Paths} paths, seed 1"
        );
    }
}
