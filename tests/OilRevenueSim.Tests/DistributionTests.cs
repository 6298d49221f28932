using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Tests;

public sealed class DistributionTests
{
    private static readonly SweepOptions Few = new() { Paths = 64, Actors = ["company"] };

    [Fact]
    public void A_run_has_a_histogram_dots_and_small_multiples_of_its_actors_and_areas()
    {
        var run = SmallWorld.Load().Run(paths: 64);

        Assert.StartsWith("Histogram: oil revenue of", run.Histogram("company").AltText);
        Assert.StartsWith("Dot plot: oil revenue of", run.Dots("company", 50).AltText);
        Assert.StartsWith("Small multiples by actor", run.Actors().AltText);
        Assert.StartsWith("Small multiples by area", run.Areas().AltText);
        Assert.StartsWith("Histogramme\u00A0:", run.Histogram("company", Language.French).AltText);
    }

    [Fact]
    public void Any_series_with_a_sample_has_a_histogram_and_one_without_says_what_to_record()
    {
        var run = SmallWorld.Load().Run(paths: 64);
        Assert.StartsWith("Histogram: oil revenue", run.Series("gross_revenue_usd", "company").Histogram().AltText);

        var mean = run.Recorded.First(s =>
            run.Series(s.Quantity.Name, s.Actor, s.Place, s.Channel).Statistics.Sample is null
        );
        var series = run.Series(mean.Quantity.Name, mean.Actor, mean.Place, mean.Channel);
        var failure = Assert.Throws<InvalidOperationException>(() => series.Histogram());
        Assert.Contains($"record: [{mean.Quantity.Name}]", failure.Message);
    }

    [Fact]
    public void A_quantity_that_does_not_exist_names_the_nearest()
    {
        var run = SmallWorld.Load().Run(paths: 64);

        var failure = Assert.Throws<ArgumentException>(() => run.Actors("gross_revenu_usd"));
        Assert.Contains("Did you mean 'gross_revenue_usd'?", failure.Message);
    }

    [Fact]
    public void A_comparison_has_a_small_fan_a_course()
    {
        var comparison = SmallWorld.Load().Compare(paths: 64);

        Assert.StartsWith("Small multiples by course", comparison.Fans("company").AltText);
        Assert.Throws<ArgumentException>(() => comparison.Fans("nobody-here"));
    }

    [Fact]
    public void A_sweep_of_one_value_at_a_time_has_a_tornado_and_others_say_which_design_has()
    {
        var scenario = SmallWorld.Load();
        var axis = Axis.Parse("benchmarks.brent.spot=40|60 USD/bbl");
        var tornado = scenario
            .Sweep(Design.OneAtATime(axis, Axis.Parse("fields.well.capacity=5|10 kb/d")), Few)
            .Tornado();
        Assert.StartsWith("Tornado chart of", tornado.AltText);
        Assert.Contains("Brent, spot price:", tornado.AltText);

        var factorial = scenario.Sweep(Design.Factorial(axis), Few);
        Assert.Contains("one-at-a-time", Assert.Throws<InvalidOperationException>(() => factorial.Tornado()).Message);
    }
}
