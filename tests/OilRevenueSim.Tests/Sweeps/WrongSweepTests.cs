using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Tests.Sweeps;

/// <summary>Sweeps that cannot be run: said before anything runs, with what would have worked.</summary>
public sealed class WrongSweepTests
{
    private const string Spot = "benchmarks.brent.spot";

    private static readonly Scenario Scenario = ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    [Theory]
    [InlineData("benchmarks.brent.spt", "40|80 USD/bbl", "near it: benchmarks.brent.spot")]
    [InlineData(Spot, "40|80 kb/d", "does not measure a price per barrel")]
    [InlineData(Spot, "cheap|dear", "cheap")]
    [InlineData("end", "1999-12|2000-12", "before")]
    public void An_axis_that_can_be_set_nowhere_is_refused_at_once(string address, string levels, string words)
    {
        var wrong = Assert.Throws<ScenarioException>(() =>
            Scenario.Sweep(Design.Factorial(Axis.Of(address, levels)), new SweepOptions { Paths = 64 })
        );

        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_without_a_step_is_no_factorial()
    {
        var wrong = Assert.Throws<FormatException>(() => Scenario.Sweep(Design.Factorial(Axis.Of(Spot, "20:80"))));

        Assert.Contains("write FROM:TO:STEP", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_larger_than_its_limit_is_refused_with_both_numbers()
    {
        var wrong = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Scenario.Sweep(
                Design.Factorial(Axis.Of(Spot, "1:200:1"), Axis.Of("fields.oilfield.capacity", "1:100:1 kb/d"))
            )
        );

        Assert.Contains("20,001 cells, more than the 10,000 allowed", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("course", "no course 'strikes'. It has: base.")]
    [InlineData("actor", "no actor 'rebel'. Did you mean 'rebels'?")]
    [InlineData("quantity", "no quantity of rebels 'gross_revenue'. Did you mean 'gross_revenue_usd'?")]
    [InlineData("paths", "1 to 2^32 paths")]
    [InlineData("values", "more than the 16,777,216 values that a cell can hold")]
    [InlineData("twice", "named twice")]
    [InlineData("none", "at least one statistic")]
    public void Wrong_words_and_numbers_are_told(string what, string words)
    {
        SweepOptions options = what switch
        {
            "course" => new() { Courses = ["strikes"] },
            "actor" => new() { Actors = ["rebel"] },
            "quantity" => new() { Quantities = ["gross_revenue"] },
            "paths" => new() { Paths = 0 },
            "values" => new() { Paths = 20_000_000 },
            "twice" => new() { Actors = ["rebels", "rebels"] },
            _ => new() { Statistics = [] },
        };

        var wrong = Assert.ThrowsAny<ArgumentException>(() =>
            Scenario.Sweep(Design.Factorial(Axis.Of(Spot, "40|80")), options)
        );

        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }
}
