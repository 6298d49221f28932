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
    public void The_unit_is_the_largest_in_which_all_amounts_read_well(string expected, params double[] amountsUsd) =>
        Assert.Equal(expected, ColumnUnit.Of(Language.English, amountsUsd).Name);

    [Fact]
    public void A_cell_has_no_unit_unless_it_reads_badly_in_that_of_its_column()
    {
        var billions = ColumnUnit.Of(Language.English, [17e9, 5.0]);
        var change = billions.Change(new Estimate(-1.551e9, -1.683e9, -1.42e9), TableTone.Better);
        Assert.Equal(("−1.6 (−1.7 to −1.4)", "−1.6"), (change.Text, change.Brief));
        Assert.Equal("5 USD", billions.Cell(5.0).Text);
        Assert.Equal("0", billions.Cell(0.0).Text);
        Assert.Equal("12.3 ± 0.3", billions.Cell(12.3e9, 0.3e9).Text);
        Assert.Equal("12.3", billions.Cell(12.3e9, 0.3e9).Brief);
        Assert.Equal("+2 (1 to 3) million USD", billions.Change(new Estimate(2e6, 1e6, 3e6), TableTone.Worse).Text);
        Assert.Null(billions.Change(Estimate.Bare(2e9), TableTone.Worse).Brief);
    }
}
