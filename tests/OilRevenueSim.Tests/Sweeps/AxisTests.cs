using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Tests.Sweeps;

/// <summary>What an axis may say, and what it means in a scenario.</summary>
public sealed class AxisTests
{
    private static readonly Scenario Scenario = ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    [Theory]
    [InlineData("20:100:40 USD/bbl", "20 USD/bbl|60 USD/bbl|100 USD/bbl")]
    [InlineData("0.1:0.3:0.1 USD/bbl", "0.1 USD/bbl|0.2 USD/bbl|0.3 USD/bbl")]
    [InlineData("20:50:20 USD/bbl", "20 USD/bbl|40 USD/bbl")]
    [InlineData("60:60:5 USD/bbl", "60 USD/bbl")]
    [InlineData("20:60:20", "20 USD/bbl|40 USD/bbl|60 USD/bbl")]
    [InlineData("20|40|80 USD/bbl", "20 USD/bbl|40 USD/bbl|80 USD/bbl")]
    [InlineData("30 USD/bbl|20 to 80 USD/bbl", "30 USD/bbl|20 to 80 USD/bbl")]
    public void Levels_are_texts_of_the_file(string levels, string expected)
    {
        var axis = ResolvedAxis.Of(Axis.Of("benchmarks.brent.spot", levels), Scenario);

        Assert.Equal(expected.Split('|'), axis.Levels.Select(l => l.Text));
    }

    [Theory]
    [InlineData("10%:30%:10% within 12 months")]
    [InlineData("10:30:10% within 12 months")]
    [InlineData("10:30:10 % within 12 months")]
    [InlineData("10:30:10")]
    [InlineData("10|20|30")]
    public void A_chance_keeps_the_time_within_which_it_holds(string levels)
    {
        var axis = ResolvedAxis.Of(Axis.Of("areas.coast.changes.army>rebels.chance", levels), Scenario);

        Assert.Equal(
            ["10% within 12 months", "20% within 12 months", "30% within 12 months"],
            axis.Levels.Select(l => l.Text)
        );
        Assert.Equal([10.0, 20.0, 30.0], axis.Levels.Select(l => l.Number!.Value));
        Assert.Equal(!levels.Contains("within", StringComparison.Ordinal), axis.Description.IsUnitOfFile);
    }

    [Fact]
    public void The_own_law_gives_its_quantiles_in_the_unit_of_the_file()
    {
        // 35 to 45 kb/d is lognormal with these 5 % and 95 % quantiles; the median is √(35·45).
        var axis = ResolvedAxis.Of(Axis.OwnLaw("fields.oilfield.capacity"), Scenario);

        Assert.Equal(["35 kb/d", "39.6863 kb/d", "45 kb/d"], axis.Levels.Select(l => l.Text));
        Assert.Equal("35 to 45 kb/d", axis.File.Text);
        Assert.Null(axis.File.Number);
    }

    [Fact]
    public void The_value_of_the_file_is_known_with_its_number()
    {
        var axis = ResolvedAxis.Of(Axis.Of("benchmarks.brent.spot", "20:60:20"), Scenario);

        Assert.Equal(("60 USD/bbl", 60.0), (axis.File.Text, axis.File.Number!.Value));
        Assert.Equal("2020-12-31", ResolvedAxis.Of(Axis.Of("end", "2020-06|2020-12"), Scenario).File.Text);
    }

    [Theory]
    [InlineData("benchmarks.brent.spot=100:20:10 USD/bbl", "the smaller number first: 20:100")]
    [InlineData("benchmarks.brent.spot=20:100:0 USD/bbl", "a step above zero")]
    [InlineData("benchmarks.brent.spot=20:100:-5 USD/bbl", "a step above zero")]
    [InlineData("benchmarks.brent.spot=0:1e9:1e-3 USD/bbl", "more than 100,000 levels")]
    [InlineData("benchmarks.brent.spot=20:20 USD/bbl", "two different ends")]
    [InlineData("benchmarks.brent.spot=20:1e20 USD/bbl", "a number below 1e15")]
    [InlineData("benchmarks.brent.spot=", "has no levels")]
    [InlineData("benchmarks.brent.spot=20||40 USD/bbl", "has an empty level")]
    [InlineData("benchmarks.brent.spot=20|20 USD/bbl", "has a level twice")]
    [InlineData("end=2016-12:2018-12:1", "2016-12|2017-12")]
    [InlineData("=20:100:10", "names no value")]
    [InlineData("the price=20:100:10", "names no value")]
    public void What_cannot_be_read_says_what_would_have_worked(string text, string words)
    {
        var wrong = Assert.Throws<FormatException>(() => Axis.Parse(text));

        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_is_not_there_cannot_be_varied()
    {
        var wrong = Assert.Throws<ScenarioException>(() =>
            ResolvedAxis.Of(Axis.OwnLaw("benchmarks.brent.spot"), Scenario)
        );

        Assert.Contains("certain in the scenario (60 USD/bbl)", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_without_a_unit_are_refused_where_the_file_shows_no_single_one()
    {
        var mixed = Scenario.With("fields.oilfield.capacity", "800 b/d to 2 kb/d");

        var wrong = Assert.Throws<ScenarioException>(() =>
            ResolvedAxis.Of(Axis.Of("fields.oilfield.capacity", "10:30:10"), mixed)
        );

        Assert.Contains("write the unit behind them", wrong.Message, StringComparison.Ordinal);
    }
}
