using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class PriceFanTests
{
    [Fact]
    public void Bands_and_median_are_named_at_their_right_end_each_with_a_sample_of_its_look()
    {
        var names = Names(Figure.From(SamplePriceCharts.Ahead()));

        Assert.Equal(SamplePriceCharts.Ahead().Bands.Length + 1, names.Length);
        Assert.Contains("median", names);
    }

    [Fact]
    public void A_price_that_is_known_is_one_line_with_one_name() =>
        Assert.Equal([SamplePriceCharts.Known().Bands[0].Label], Names(Figure.From(SamplePriceCharts.Known())));

    private static string[] Names(Figure figure) =>
        [.. figure.Lay(960, 540).Labels.Where(l => l.Role == Role.Direct).Select(l => l.Text)];
}
