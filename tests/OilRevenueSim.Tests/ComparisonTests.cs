namespace OilRevenueSim.Tests;

public sealed class ComparisonTests
{
    private const string Gross = "gross_revenue_usd";

    [Fact]
    public void Sanctions_that_leave_forty_percent_take_sixty_on_every_path()
    {
        var pair = SmallWorld.Load().Compare(["as-it-stands", "sanctions"], paths: 2_000);
        var lost = pair.Difference(Gross, actor: "company");
        var level = pair["as-it-stands"].Series(Gross, actor: "company");

        Assert.Equal(-0.6 * level.Mean.Value, lost.Mean.Value, 1.0);
        Assert.Equal(0.6 * level.StandardError, lost.StandardError, 1.0);
        Assert.Equal(1.0, lost.Lower.Value);
        Assert.Equal(0.0, lost.Higher.Value + lost.Equal.Value);
        Assert.Equal(1.0, lost.Correlation!.Value, 1e-9);
        // Var A = σ², Var B = 0.16 σ², Var(A − B) = 0.36 σ².
        Assert.Equal(1.16 / 0.36, lost.VarianceReduction!.Value, 1e-6);
        Assert.Equal(-0.6 * level.Median.Value, lost.Quantile(0.5).Value, 1.0);
        Assert.Equal(0.0, lost.Probability(above: 0.0).Value);
        Assert.Equal(3, lost.Months.Length);
        Assert.Equal("gross_revenue_usd of company, sanctions less as-it-stands, total", lost.ToString());
    }

    [Fact]
    public void Each_side_has_the_bits_of_a_run_alone()
    {
        var scenario = SmallWorld.Load();
        var pair = scenario.Compare(paths: 1_000, seed: 3);
        var alone = scenario.Run(course: "sanctions", paths: 1_000, seed: 3);

        Assert.Equal(["as-it-stands", "sanctions"], pair.Names);
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(alone.Series(Gross, actor: "company").Mean.Value),
            BitConverter.DoubleToInt64Bits(pair["sanctions"].Series(Gross, actor: "company").Mean.Value)
        );
    }

    [Fact]
    public void A_variant_is_compared_on_the_same_futures()
    {
        var scenario = SmallWorld.Load();
        var pair = scenario.Compare(scenario with { Name = "again" }, paths: 500);

        var same = pair.Difference(Gross, actor: "company");

        Assert.Equal(["scenario", "variant"], pair.Names);
        Assert.Equal(1.0, same.Equal.Value);
        Assert.Equal(double.PositiveInfinity, same.VarianceReduction);
        Assert.Null(SmallWorld.Load("10 kb/d").Compare(paths: 8).Difference(Gross, actor: "company").Correlation);
    }

    [Fact]
    public void Figures_of_a_comparison_tell_themselves_in_words()
    {
        var pair = SmallWorld.Load().Compare(paths: 512);

        Assert.NotEmpty(pair.Courses().AltText);
        Assert.NotEmpty(pair.Courses("company").AltText);
        Assert.NotEmpty(pair.Quantiles("company").AltText);
        Assert.NotEmpty(pair.DifferenceFan("company").AltText);
        Assert.Equal("company", pair.Table.Focus.Single().Key.Actor);
    }

    [Fact]
    public void Questions_that_name_nothing_are_told()
    {
        var scenario = SmallWorld.Load();
        var pair = scenario.Compare(paths: 64);

        Assert.Equal("courses", Assert.Throws<ArgumentException>(() => scenario.Compare(["sanctions"])).ParamName);
        Assert.Equal(
            "courses",
            Assert.Throws<ArgumentException>(() => scenario.Compare(["sanctions", "sanctions"])).ParamName
        );
        Assert.Equal("course", Assert.Throws<ArgumentException>(() => scenario.Compare(["sanctions", "x"])).ParamName);
        Assert.Equal(
            "actor",
            Assert.Throws<ArgumentException>(() => pair.Difference(Gross, actor: "compny")).ParamName
        );
        Assert.Equal(
            "course",
            Assert
                .Throws<ArgumentException>(() => pair.Difference(Gross, actor: "company", course: "as-it-stands"))
                .ParamName
        );
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => pair["sanctoins"]).ParamName);
        Assert.Equal("actor", Assert.Throws<ArgumentException>(() => pair.Quantiles("rebels")).ParamName);
        Assert.Equal("paths", Assert.Throws<ArgumentOutOfRangeException>(() => scenario.Compare(paths: 0)).ParamName);
        Assert.Throws<ArgumentException>(() => scenario.Compare(scenario with { End = new DateOnly(2020, 2, 29) }));
    }
}
