using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>
/// south-sudan-transit.yaml against what was published. What happened is the course `history`: shut wells, the deal of Addis
/// Ababa, war from 15 December 2013. Everything within those dates is chance, so bands are wide.
/// </summary>
public sealed class SouthSudanTransitPlausibilityTests
{
    private const string File = "south-sudan-transit.yaml";

    /// <summary>BP Statistical Review: 31, 100, 155 and 148 kb/d.</summary>
    [Theory]
    [InlineData("2012", 31.0)]
    [InlineData("2013", 100.0)]
    [InlineData("2014", 155.0)]
    [InlineData("2015", 148.0)]
    public void Output_is_that_of_BP_within_two_fifths(string year, double publishedKbd) =>
        ShippedRun.Within(
            publishedKbd / 1.4,
            publishedKbd * 1.4,
            ShippedRun.Of(File, "history").OutputKbd(year),
            $"kb/d in {year}"
        );

    /// <summary>Reuters: 245 kb/d before the war, of which 45 from Unity; 162 in March and 155 in May 2014, all from Upper Nile.</summary>
    [Fact]
    public void Output_falls_with_the_war_as_the_ministry_reported()
    {
        var run = ShippedRun.Of(File, "history");
        ShippedRun.Within(0.8 * 245.0, 1.1 * 245.0, run.OutputKbd("2013-11"), "kb/d in November 2013");
        ShippedRun.Within(0.85 * 162.0, 1.15 * 162.0, run.OutputKbd("2014-06"), "kb/d in June 2014");
        ShippedRun.Within(
            0.0,
            10.0,
            run.OutputKbd("2015", "unity-government", "unity-companies"),
            "kb/d of Unity in 2015, in fact 0"
        );
    }

    /// <summary>Sudan's central bank: 236 million dollars from the restart to the end of July 2013.</summary>
    [Fact]
    public void Sudan_takes_in_the_first_four_months_what_its_central_bank_reported()
    {
        var run = ShippedRun.Of(File, "history");
        var levies = ((string[])["2013-04", "2013-05", "2013-06", "2013-07"]).Sum(m =>
            run.Actor("sudan", ReportQuantity.Levies, m).Mean
        );
        ShippedRun.Within(0.75 * 236e6, 1.25 * 236e6, levies, "USD of fees, April to July 2013");
    }

    /// <summary>Even a free line after the restart would not have repaid fifteen months without sales.</summary>
    [Fact]
    public void Shutting_the_wells_costs_the_government_more_than_it_can_win_by_the_end_of_2015()
    {
        var met = ShippedRun.Of(File, "demand-met").Actor("south-sudan", ReportQuantity.Net, "total").Mean;
        var shut = ShippedRun.Of(File, "shut-and-deal");
        var net = shut.Actor("south-sudan", ReportQuantity.Net, "total").Mean;
        var sales = shut.Actor("south-sudan", ReportQuantity.Sales, "total").Mean;
        Assert.True(net < sales && sales < met, $"net {net:G4} < sales {sales:G4} < net of the demand met {met:G4}");
    }

    [Fact]
    public void A_fee_tied_to_the_price_costs_the_same_in_2013_and_half_in_2015()
    {
        var flat = ShippedRun.Of(File, "shut-and-deal");
        var tied = ShippedRun.Of(File, "price-tied");
        double Ratio(string year) =>
            tied.Actor("sudan", ReportQuantity.Levies, year).Mean
            / flat.Actor("sudan", ReportQuantity.Levies, year).Mean;
        ShippedRun.Within(0.9, 1.1, Ratio("2013"), "Sudan's levies, tied over flat, 2013");
        ShippedRun.Within(0.4, 0.75, Ratio("2015"), "Sudan's levies, tied over flat, 2015");
    }

    [Fact]
    public void The_opposition_stops_oil_and_sells_none()
    {
        var run = ShippedRun.Of(File, "history");
        Assert.Equal(0.0, run.Actor("opposition", ReportQuantity.Gross, "total").Max);
        Assert.True(run.Actor("oil-companies", ReportQuantity.Damage, "total").Mean > 0.0);
    }
}
