using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class SeriesFanChartFacts
{
    private const string Group = "islamic-state";

    // 0, 1 … 100 times a unit: the p-th quantile of type 7 is exactly p hundred units.
    private static double[] Ramp(double unit, double from = 0) =>
        [.. Enumerable.Range(0, 101).Select(i => (i + from) * unit)];

    private static FanChart Of(ReportQuantity quantity, string? actor, string? place, params double[][] months)
    {
        var key = new SeriesKey(actor, place, null, quantity);
        return SeriesFanCharts.Of(new SyntheticResult(101).Record(key, months).Build(), key);
    }

    [Fact]
    public void What_is_the_same_in_every_future_has_one_band_and_no_error()
    {
        double[] always = [.. Enumerable.Repeat(5e6, 101)];
        var chart = Of(ReportQuantity.Treasury, Group, null, always, always, always);
        Assert.Equal(
            "Islamic State in Libya: 5 million USD in the treasury in every future in January 2017",
            chart.Text.Title
        );
        Assert.Equal("every future", Assert.Single(chart.Bands).Label);
        Assert.EndsWith("The same in every future.", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.StartsWith("The same in every future ·", chart.Text.Foot.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("±", string.Concat(chart.Text.Foot.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("forgone_revenue_usd", "Below zero: the owner sells more than undisturbed fields would bring")]
    [InlineData("net_revenue_usd", "Below zero: more paid than received.")]
    public void A_number_below_zero_is_explained_where_one_is_drawn(string name, string said)
    {
        var quantity = name == ReportQuantity.Net.Name ? ReportQuantity.Net : ReportQuantity.Forgone;

        string Subtitle(double from) => Of(quantity, "noc", null, Ramp(1e6), Ramp(1e6, from), Ramp(1e6)).Text.Subtitle;

        Assert.Contains(said, Subtitle(-20), StringComparison.Ordinal);
        Assert.DoesNotContain("Below zero", Subtitle(0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_of_all_months_is_said_to_be_one() =>
        Assert.StartsWith(
            "Mean over the whole period ",
            Of(ReportQuantity.Treasury, Group, null, Ramp(1e6), Ramp(2e6), Ramp(3e6)).Text.Foot.Lines[1],
            StringComparison.Ordinal
        );

    [Fact]
    public void A_stock_of_money_has_no_per_month_in_its_unit_and_its_bands_are_the_quantiles()
    {
        var chart = Of(ReportQuantity.Treasury, Group, null, Ramp(1e6), Ramp(2e6), Ramp(3e6));
        Assert.Equal("million USD", chart.Unit.ToString());
        Assert.Equal([5.0, 10.0, 15.0], chart.Bands[0].Low);
        Assert.Equal([95.0, 190.0, 285.0], chart.Bands[0].High);
        Assert.Equal([25.0, 50.0, 75.0], chart.Bands[1].Low);
        Assert.Equal([50.0, 100.0, 150.0], chart.Median);
        Assert.Equal([50.0, 100.0, 150.0], chart.Mean.Select(m => Math.Round(m, 9)));
        Assert.Equal(
            "Islamic State in Libya: 15 to 285 million USD in the treasury in 90 % of futures in January 2017",
            chart.Text.Title
        );
        Assert.Contains("on the first day of each month", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Contains("and ends at its highest, 150 million USD.", chart.Text.AltText, StringComparison.Ordinal);
        Assert.Null(chart.Top);
    }

    [Fact]
    public void A_flow_of_money_is_per_month_and_may_be_below_zero()
    {
        var chart = Of(ReportQuantity.Net, Group, null, Ramp(1e6, -50), Ramp(1e6, -50), Ramp(1e6, -50));
        Assert.Equal("million USD per month", chart.Unit.ToString());
        Assert.Equal(-45.0, chart.Bands[0].Low[0]);
        Assert.Equal(45.0, chart.Bands[0].High[0]);
        Assert.False(chart.IsAllZero);
    }

    [Fact]
    public void A_share_is_in_per_cent_of_an_axis_that_reaches_100()
    {
        var chart = Of(ReportQuantity.Condition, null, "es-sider", Ramp(0.005), Ramp(0.005), Ramp(0.005));
        Assert.Equal(("per cent", 100.0), (chart.Unit.ToString(), chart.Top));
        Assert.Equal(47.5, chart.Bands[0].High[0], 1e-9);
        Assert.Equal("Es Sider: 3 to 48 % intact in 90 % of futures in January 2017", chart.Text.Title);
    }

    [Fact]
    public void Tanks_of_a_place_are_said_to_be_its_tanks()
    {
        var chart = Of(ReportQuantity.Condition, null, "es-sider.tanks", Ramp(0.005), Ramp(0.005), Ramp(0.005));
        Assert.StartsWith("Es Sider, tanks: ", chart.Text.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Barrels_prices_and_people_have_units_that_are_said_aloud()
    {
        double[][] months = [Ramp(1), Ramp(1), Ramp(1)];
        Assert.Equal("thousand barrels per day", Of(ReportQuantity.Output, null, "mabruk", months).Unit.ToString());
        Assert.Equal("fighters", Of(ReportQuantity.Fighters, Group, null, months).Unit.ToString());
        Assert.Equal("barrels per month", Of(ReportQuantity.BarrelsSold, Group, null, months).Unit.ToString());
        double[][] many = [Ramp(1e5), Ramp(1e5), Ramp(1e5)];
        var chart = Of(ReportQuantity.BarrelsSold, Group, null, many);
        Assert.Equal("million barrels per month", chart.Unit.ToString());
        Assert.Equal(9.5, chart.Bands[0].High[0], 1e-9);
    }

    [Fact]
    public void What_is_zero_in_all_futures_says_so()
    {
        var zero = new double[101];
        var chart = Of(ReportQuantity.Arrears, Group, null, zero, zero, zero);
        Assert.DoesNotContain("band", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.True(chart.IsAllZero);
        Assert.Equal(
            "Islamic State in Libya, pay and spending not met: zero in every month of all futures",
            chart.Text.Title
        );
    }

    [Fact]
    public void Where_only_the_mean_is_recorded_it_says_what_to_record()
    {
        var key = new SeriesKey(null, "mabruk", null, ReportQuantity.Output);
        var result = new SyntheticResult(10).RecordMean(key, 1, 2, 3).Build();
        var failure = Assert.Throws<ArgumentException>(() => SeriesFanCharts.Of(result, key));
        Assert.Contains("record: [output_kbd]", failure.Message, StringComparison.Ordinal);
        var none = Assert.Throws<ArgumentException>(() => SeriesFanCharts.Of(result, key with { Place = "waha" }));
        Assert.Contains("output_kbd of waha is not recorded in libya-small", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_has_its_history_in_front_as_far_back_as_twice_the_horizon_or_two_years()
    {
        var key = new SeriesKey(null, null, "export", ReportQuantity.Price);
        double[][] months = [Ramp(1), Ramp(1), Ramp(1)];
        var result = new SyntheticResult(101).Record(key, months).Build();
        var history = new Core.Prices.PriceHistory
        {
            Name = "brent.csv",
            Dates = [new(2013, 1, 1), new(2014, 11, 1), new(2016, 10, 1), new(2016, 12, 1)],
            PricesUsd = [90, 80, 50, 55],
            Spacing = Core.Prices.PriceSpacing.Month,
            Meaning = default,
        };
        var chart = RunPriceCharts.Of(result, key, "Brent", "prices", history);
        Assert.Equal([80.0, 50.0], chart.PricesUsd);
        Assert.Equal(new DateOnly(2016, 11, 1), chart.Ahead[0]);
        Assert.Equal([95.0, 95.0, 95.0], chart.Bands[0].High);
        Assert.Equal("Brent: 5 to 95 USD a barrel in 90 % of futures in January 2017", chart.Text.Title);
        Assert.Contains("the last is 50 USD a barrel", chart.Text.AltText, StringComparison.Ordinal);
        Assert.Empty(RunPriceCharts.Of(result, key, "Brent").Dates);
    }

    [Theory]
    [InlineData(StepLength.Month, 1, "on the first day of each month")]
    [InlineData(StepLength.Week, 15, "average of the first days of the weeks of each month")]
    [InlineData(StepLength.Day, 15, "average of each month")]
    public void What_is_known_at_the_start_of_a_step_is_said_to_be_of_that_day(StepLength step, int day, string when)
    {
        var scenario = SyntheticResult.Libya() with { Step = step };
        var price = new SeriesKey(null, null, "export", ReportQuantity.Price);
        var output = new SeriesKey(null, "mabruk", null, ReportQuantity.Output);
        double[][] months = [Ramp(1), Ramp(1), Ramp(1)];
        var result = new SyntheticResult(101, scenario).Record(price, months).Record(output, months).Build();
        var chart = RunPriceCharts.Of(result, price, "Export");
        Assert.StartsWith($"Price in USD per barrel, {when}, ", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2016, 11, day), chart.Ahead[0]);
        Assert.Contains($", {when}, ", SeriesFanCharts.Of(result, price).Text.Subtitle, StringComparison.Ordinal);
        // What fields yield is a rate of the whole step.
        Assert.Contains(
            ", average of each month, ",
            SeriesFanCharts.Of(result, output).Text.Subtitle,
            StringComparison.Ordinal
        );
    }
}
