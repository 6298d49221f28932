using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class ColumnUnitFacts
{
    [Theory]
    [InlineData("million USD", 17e9, 0.5e6)]
    [InlineData("billion USD", 17e9, 0.2e9)]
    [InlineData("thousand USD", 607e3, 41e3, 0.0)]
    [InlineData("USD", 40.0, 3.0)]
    [InlineData("", 0.0)]
    // No unit serves both: that of the largest, and the other keeps its own.
    [InlineData("billion USD", 17e9, 5.0)]
    // One in thousands among many in millions is told in millions.
    [InlineData("million USD", 1.17e9, 72e6, 2.6e6, 40e3)]
    public void The_unit_is_the_largest_in_which_most_amounts_read_well(string expected, params double[] amountsUsd) =>
        Assert.Equal(expected, ColumnUnit.Of(Language.English, amountsUsd).Name);

    [Fact]
    public void A_cell_has_no_unit_unless_it_reads_badly_in_that_of_its_column()
    {
        var billions = ColumnUnit.Of(Language.English, [17e9, 5.0]);
        var change = billions.Change(new Estimate(-1.551e9, -1.683e9, -1.42e9), TableTone.Better);
        Assert.Equal(("−1.6 (−1.7 to −1.4)", "−1.6"), (change.Text, change.Brief));
        Assert.Equal("5 USD", billions.Cell(5.0).Text);
        Assert.Equal("0", billions.Cell(0.0).Text);
        Assert.Equal("12.3 ± 0.3", billions.WithError(12.3e9, 0.3e9).Text);
        Assert.Equal("12.3", billions.WithError(12.3e9, 0.3e9).Brief);
        Assert.Equal(
            "+20 (10 to 30) thousand USD",
            billions.Change(new Estimate(20e3, 10e3, 30e3), TableTone.Worse).Text
        );
        Assert.Null(billions.Change(Estimate.Bare(2e9), TableTone.Worse).Brief);
    }

    [Fact]
    public void What_is_smaller_than_its_column_is_told_in_the_unit_of_the_column_as_far_as_it_is_known()
    {
        var millions = ColumnUnit.Of(Language.English, [1.17e9, 72e6, 2.6e6]);
        Assert.Equal("0.040 ± 0.003", millions.WithError(40e3, 3e3).Text);
        // Beside numbers known to 2 million: to that digit, or to its own where that would say nothing.
        Assert.Equal("73", millions.Cell(72.8e6, 2e6, 2e6).Text);
        Assert.Equal(
            ["0.4", "0.5"],
            [millions.Cell(0.448e6, 2e6, 0.1e6).Text, millions.Cell(0.543e6, 2e6, 0.1e6).Text]
        );
        Assert.Equal(
            "0.0 (−0.1 to 0.2)",
            millions.Change(new Estimate(0.04e6, -0.09e6, 0.16e6), TableTone.Neutral).Text
        );
        Assert.Equal("1,170", millions.Cell(1.1698e9, 1e6).Text);
        Assert.Equal("1,170 million USD", millions.Said(1.1698e9, 1e6));
    }

    [Fact]
    public void Shares_of_a_column_have_the_digits_of_the_least_known_and_no_more_at_the_ends()
    {
        string Beside(double share, double? low = null, double? high = null, double half = 0.01) =>
            Language.English.ProbabilityBeside(new Estimate(share, low, high), half);

        Assert.Equal(["11 %", "above 99 %", "above 99 %"], [Beside(0.113), Beside(0.998), Beside(0.9977)]);
        Assert.Equal(["below 1 %", "below 1 %"], [Beside(0.00075), Beside(0, 0, 0.00075)]);
        Assert.Equal("below 9 %", Beside(0, 0, 0.09));
        Assert.Equal("above 91 %", Beside(1, 0.91, 1));
        Assert.Equal(["0 %", "100 %"], [Beside(0), Beside(1)]);
        Assert.Equal(["11.3 %", "below 0.1 %"], [Beside(0.1131, half: 0.002), Beside(0.0003, half: 0.002)]);
    }
}
