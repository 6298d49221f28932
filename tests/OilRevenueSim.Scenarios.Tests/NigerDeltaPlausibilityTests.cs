using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>
/// niger-delta.yaml against what was published. What happened is the course `history`: an amnesty that held, guards from 2011,
/// raids in 2012.
/// </summary>
public sealed class NigerDeltaPlausibilityTests
{
    private const string File = "niger-delta.yaml";

    /// <summary>Bloomberg: 1.75 mb/d in July 2009, almost 2.1 in May 2010. The owners' sales are what terminals count.</summary>
    [Theory]
    [InlineData("2009-07", 1750.0)]
    [InlineData("2010-05", 2080.0)]
    public void Terminals_load_what_Bloomberg_counted_within_a_tenth(string month, double publishedKbd) =>
        ShippedRun.Within(
            0.9 * publishedKbd,
            1.1 * publishedKbd,
            Kbd("history", "ventures", month),
            $"kb/d in {month}"
        );

    /// <summary>
    /// NEITI: 69.5, 28.3, 38.6 and 51.6 million barrels lost to theft and sabotage. Two state bodies differ by a factor of
    /// two for one year, so that is the band either way.
    /// </summary>
    [Theory]
    [InlineData("2009", 190.0)]
    [InlineData("2010", 78.0)]
    [InlineData("2011", 106.0)]
    [InlineData("2012", 141.0)]
    public void Theft_is_that_of_NEITI_within_a_factor_of_two(string year, double publishedKbd) =>
        ShippedRun.Within(
            publishedKbd / 2.0,
            publishedKbd * 2.0,
            Kbd("history", "thieves", year),
            $"kb/d stolen in {year}"
        );

    /// <summary>
    /// African Business: at the height of the crisis 1 mb/d was shut, and 10 to 20 % of that was stolen. Bloomberg: 350 kb/d of
    /// what was shut came back within a year; the file counts only wells that could.
    /// </summary>
    [Fact]
    public void At_the_height_of_the_crisis_theft_and_shut_wells_are_of_the_size_reported()
    {
        ShippedRun.Within(100.0, 200.0, Kbd("as-it-stands", "thieves", "2009-06"), "kb/d stolen in June 2009");
        var shut = ShippedRun.Of(File, "as-it-stands").Actor("ventures", ReportQuantity.BarrelsShutIn, "2009-06").Mean;
        ShippedRun.Within(300.0, 550.0, shut / 30e3, "kb/d shut in June 2009");
    }

    /// <summary>NEITI: 16.8 billion dollars at market price in four years; thieves get a fraction.</summary>
    [Fact]
    public void Thieves_receive_less_than_their_loot_is_worth_and_far_less_than_the_owners_forgo()
    {
        var run = ShippedRun.Of(File, "history");
        var sales = run.Actor("thieves", ReportQuantity.Gross, "total").Mean;
        var diverted = run.Actor("thieves", ReportQuantity.Diverted, "total").Mean;
        var forgone = run.Actor("ventures", ReportQuantity.Forgone, "total").Mean;
        ShippedRun.Within(16.8e9 / 1.6, 16.8e9 * 1.6, diverted, "USD diverted");
        Assert.True(
            sales < 0.85 * diverted && diverted < 0.5 * forgone,
            $"sales {sales:G4}, diverted {diverted:G4}, forgone {forgone:G4}"
        );
    }

    [Fact]
    public void An_amnesty_changes_nothing_before_it_and_pays_for_itself_many_times_over()
    {
        var stands = ShippedRun.Of(File, "as-it-stands");
        var amnesty = ShippedRun.Of(File, "amnesty");
        Assert.Equal(
            stands.Actor("thieves", ReportQuantity.Gross, "2009-07").Mean,
            amnesty.Actor("thieves", ReportQuantity.Gross, "2009-07").Mean
        );
        var gain =
            amnesty.Actor("federation", ReportQuantity.Net, "total").Mean
            - stands.Actor("federation", ReportQuantity.Net, "total").Mean;
        var paid = amnesty.Actor("militants", ReportQuantity.Transfers, "total").Mean;
        Assert.True(gain > 5.0 * paid, $"gain {gain:G4} after paying {paid:G4}");
    }

    [Fact]
    public void Raids_on_camps_hurt_the_villages_more_than_the_thieves_and_hardly_help_the_state()
    {
        var stands = ShippedRun.Of(File, "as-it-stands");
        var raids = ShippedRun.Of(File, "raids");
        double Left(string actor, ReportQuantity quantity) =>
            raids.Actor(actor, quantity, "total").Mean / stands.Actor(actor, quantity, "total").Mean;
        ShippedRun.Within(0.6, 0.9, Left("camps", ReportQuantity.Gross), "share of the camps' income left");
        ShippedRun.Within(0.92, 0.995, Left("thieves", ReportQuantity.Gross), "share of the thieves' sales left");
        ShippedRun.Within(0.99, 1.01, Left("federation", ReportQuantity.Net), "share of the state's income left");
        Assert.True(raids.Actor("camps", ReportQuantity.Damage, "total").Mean > 0.0);
    }

    private static double Kbd(string course, string actor, string period)
    {
        var run = ShippedRun.Of(File, course);
        return run.Actor(actor, ReportQuantity.BarrelsSold, period).Mean / run.Days(period) / 1000.0;
    }
}
