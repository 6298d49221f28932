using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Tests;

/// <summary>Questions that name nothing: which argument, what was found, what there is, and the nearest that would have worked.</summary>
public sealed class WrongQuestionTests
{
    private static readonly RunResult Run = SmallWorld.Load().Run(paths: 64);

    [Theory]
    [InlineData("gross_revenue", "company", null, null, "quantity", "Did you mean 'gross_revenue_usd'?")]
    [InlineData(
        "gross_revenue_usd",
        "compny",
        null,
        null,
        "actor",
        "Did you mean 'company'? It has: company, rebels, nobody."
    )]
    [InlineData("output_kbd", null, "wel", null, "place", "Did you mean 'well'?")]
    [InlineData("sales_usd", "company", null, "exprt", "channel", "Did you mean 'export'?")]
    [InlineData("gross_revenue_usd", null, null, null, "quantity", "Recorded are: gross_revenue_usd of company.")]
    [InlineData("levies_usd", "rebels", null, null, "actor", "zero whatever happens")]
    public void A_series_that_is_not_there_is_told(
        string quantity,
        string? actor,
        string? place,
        string? channel,
        string argument,
        string words
    )
    {
        var wrong = Assert.Throws<ArgumentException>(() => Run.Series(quantity, actor, place, channel));

        Assert.Equal(argument, wrong.ParamName);
        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0L, 1, Sampling.Random, "mostPaths", "at least 4,096 paths")]
    [InlineData(8_192L, 7, Sampling.Random, "replicates", "a power of two up to 4,096")]
    [InlineData(8_192L, 512, Sampling.Sobol, "replicates", "a power of two up to 256")]
    [InlineData(8_192L, 8, Sampling.LatinHypercube, "sampling", "Sampling.Sobol")]
    public void A_run_until_a_precision_that_cannot_be_looked_at_is_told(
        long mostPaths,
        int replicates,
        Sampling sampling,
        string argument,
        string words
    )
    {
        var wrong = Assert.Throws<ArgumentOutOfRangeException>(() =>
            SmallWorld
                .Load()
                .RunUntil(
                    "company gross_revenue_usd mean 1%",
                    mostPaths: mostPaths,
                    replicates: replicates,
                    sampling: sampling
                )
        );

        Assert.Equal(argument, wrong.ParamName);
        Assert.Contains(words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_outside_the_horizon_is_told()
    {
        var gross = Run.Series("gross_revenue_usd", actor: "company");

        var wrong = Assert.Throws<ArgumentException>(() => gross.In("2021-01"));

        Assert.Contains(
            "the months 2020-01 to 2020-03, the years 2020 and total",
            wrong.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_quantile_of_a_series_with_its_mean_alone_says_how_to_record_it()
    {
        var output = Run.Series("output_kbd", place: "well");

        var wrong = Assert.Throws<InvalidOperationException>(() => output.Quantile(0.5));

        Assert.Contains("record: [output_kbd]", wrong.Message, StringComparison.Ordinal);
        var recorded = (SmallWorld.Load("10 kb/d") with { Record = ["output_kbd"] }).Run(paths: 64);
        Assert.Equal(10.0, recorded.Series("output_kbd", place: "well").Median.Value, 1e-9);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_quantile_lies_inside_zero_and_one(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Run.Series("gross_revenue_usd", actor: "company").Quantile(probability)
        );

    [Fact]
    public void A_threshold_is_a_number() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Run.Series("gross_revenue_usd", actor: "company").Probability(above: double.NaN)
        );

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData((1L << 32) + 1)]
    public void A_run_has_at_least_one_path_and_at_most_2_to_the_32(long paths)
    {
        var wrong = Assert.Throws<ArgumentOutOfRangeException>(() => SmallWorld.Load().Run(paths: paths));

        Assert.Equal("paths", wrong.ParamName);
    }

    [Fact]
    public void A_course_that_is_not_there_is_told()
    {
        var wrong = Assert.Throws<ArgumentException>(() => SmallWorld.Load().Run(course: "sanction"));

        Assert.Contains(
            "small-world has no course 'sanction'. Did you mean 'sanctions'? It has: as-it-stands, sanctions.",
            wrong.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_precision_that_is_none_is_told()
    {
        var wrong = Assert.Throws<ArgumentException>(() => SmallWorld.Load().RunUntil("company gross_revenue_usd p95"));

        Assert.Contains("also a tolerance", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fan_of_somebody_without_revenue_is_told() =>
        Assert.Equal("actor", Assert.Throws<ArgumentException>(() => Run.Fan("rebels")).ParamName);
}
