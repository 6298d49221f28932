using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>libya-closures.yaml against July 2013 to June 2019, whose log of closures set its rates.</summary>
public sealed class LibyaClosuresPlausibilityTests
{
    private const string File = "libya-closures.yaml";

    /// <summary>
    /// BP's annual output at the year's Brent, against 1,450 kb/d, gives 107 billion from July 2013 to June 2019. History, one path
    /// in which both doors were shut early and long, must be a possible path: inside the central 90 %.
    /// </summary>
    [Fact]
    public void What_happened_lies_within_the_central_ninety_per_cent()
    {
        var run = ShippedRun.Of(File, "as-it-stands");
        ShippedRun.Within(
            run.Quantile("noc", ReportQuantity.Forgone, "total", 0.05),
            run.Quantile("noc", ReportQuantity.Forgone, "total", 0.95),
            107e9,
            "USD forgone in fact"
        );
    }

    /// <summary>In fact the Gulf ports were shut for 45 % and the valve or the wells behind it for 41 % of the six years.</summary>
    [Fact]
    public void Waha_and_Sharara_lose_a_quarter_to_a_half_of_their_output()
    {
        var run = ShippedRun.Of(File, "as-it-stands");
        var first = run.OutputKbd("2013-07", "waha-group") / run.OutputKbd("2018", "waha-group");
        ShippedRun.Within(1.0 / 0.75, 1.0 / 0.45, first, "Waha, first month over 2018");
        first = run.OutputKbd("2013-07", "sharara") / run.OutputKbd("2018", "sharara");
        ShippedRun.Within(1.0 / 0.8, 1.0 / 0.45, first, "Sharara, first month over 2018");
    }

    [Fact]
    public void Accords_save_the_state_money_and_both_save_most()
    {
        var forgone = ((string[])["as-it-stands", "valve", "port", "both"])
            .Select(c => ShippedRun.Of(File, c).Actor("noc", ReportQuantity.Forgone, "total").Mean)
            .ToArray();
        Assert.True(forgone[1] < forgone[0] && forgone[2] < forgone[0], string.Join(", ", forgone));
        Assert.True(forgone[3] < Math.Min(forgone[1], forgone[2]), string.Join(", ", forgone));
    }

    [Fact]
    public void Closures_bring_nobody_oil_money_but_the_state()
    {
        var run = ShippedRun.Of(File, "as-it-stands");
        foreach (var actor in (string[])["guards", "zintan-guards", "fezzan-guards", "raiders"])
        {
            Assert.Equal(0.0, run.Actor(actor, ReportQuantity.Gross, "total").Max);
        }
    }
}
