using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Precision;

public sealed class PrecisionTargetFacts
{
    private static readonly string[] Actors = ["guards", "islamic-state", "noc"];

    private static PrecisionTarget Target(string text) => PrecisionTarget.Parse(text).Target!;

    [Theory]
    [InlineData("islamic-state gross_revenue_usd mean 1%", "mean", 0.01, true)]
    [InlineData("  islamic-state   gross_revenue_usd p95 5 MUSD ", "p95", 5e6, false)]
    [InlineData("islamic-state gross_revenue_usd p50 2.5bnUSD", "p50", 2.5e9, false)]
    [InlineData("islamic-state gross_revenue_usd mean_if_any 300 kUSD", "mean_if_any", 3e5, false)]
    [InlineData("islamic-state gross_revenue_usd p_any 5 %", "p_any", 0.05, true)]
    public void Reads_a_target(string text, string statistic, double tolerance, bool isRelative)
    {
        var reading = PrecisionTarget.Parse(text, Actors);
        Assert.Null(reading.Problem);
        Assert.Equal(
            new PrecisionTarget("islamic-state", ReportQuantity.Gross, statistic, tolerance, isRelative),
            reading.Target
        );
    }

    [Theory]
    [InlineData("", 1, "nothing", "an actor, a quantity, a statistic and a tolerance", null)]
    [InlineData("noc gross_revenue_usd mean", 27, "'noc gross_revenue_usd mean'", "also a tolerance", null)]
    [InlineData(
        "islamic-stat gross_revenue_usd mean 1%",
        1,
        "'islamic-stat'",
        "an actor of the scenario",
        "'islamic-state'"
    )]
    [InlineData("noc gross_revenue mean 1%", 5, "'gross_revenue'", "a quantity", "'gross_revenue_usd'")]
    [InlineData("noc sales_usd average 1%", 15, "'average'", "a statistic", null)]
    [InlineData("noc sales_usd p90 1%", 15, "'p90'", "a statistic", "'p50'")]
    [InlineData("noc sales_usd mean 5", 20, "the bare number '5'", "a tolerance", "'5%' or '5 MUSD'")]
    [InlineData("noc sales_usd mean 5 musd", 20, "'5 musd'", "a tolerance", "'5 MUSD'")]
    [InlineData("noc sales_usd mean -1%", 20, "'-1%'", "a tolerance above zero", null)]
    [InlineData("noc sales_usd mean 0%", 20, "'0%'", "a tolerance above zero", null)]
    [InlineData("noc sales_usd mean 1e5 USD", 20, "'1e5 USD'", "a tolerance", null)]
    [InlineData("noc sales_usd p_any 5 MUSD", 21, "'5 MUSD'", "a share of the probability", null)]
    public void A_wrong_target_says_what_was_found_and_expected(
        string text,
        int column,
        string found,
        string expected,
        string? hint
    )
    {
        var reading = PrecisionTarget.Parse(text, Actors);
        Assert.Null(reading.Target);
        var problem = reading.Problem!;
        Assert.Equal((column, found, hint), (problem.Column, problem.Found, problem.Hint));
        Assert.StartsWith(expected, problem.Expected, StringComparison.Ordinal);
        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_target_compares_half_the_interval_with_the_number()
    {
        var statistics = SyntheticResult.Of([.. Enumerable.Range(0, 10_000).Select(i => 100.0 + (i % 2))]); // 100.5 ± 0.0098
        var halfWidth = MeanEstimate.Of(statistics).HalfWidth!.Value;
        var look = Target("a sales_usd mean 0.0098%").Evaluate(statistics);
        Assert.Equal((10_000L, 100.5, halfWidth), (look.Paths, look.Value!.Value, look.HalfWidth!.Value));
        Assert.Equal(0.000098 * 100.5, look.Allowed!.Value, 1e-12);
        Assert.True(look.IsReached, $"half-width {halfWidth:R}, allowed {look.Allowed:R}");
        Assert.False(Target("a sales_usd mean 0.0097%").Evaluate(statistics).IsReached);
    }

    [Fact]
    public void An_absolute_target_of_a_quantile_uses_its_order_statistics()
    {
        var values = Enumerable.Range(1, 1000).Select(i => i * 1e6).ToList();
        var ranks = QuantileRanks.Of(1000, 0.95)!.Value;
        var halfWidth = (ranks.High - ranks.Low) / 2.0;
        var look = Target("a sales_usd p95 20 MUSD").Evaluate(SyntheticResult.Of(values));
        Assert.Equal(halfWidth * 1e6, look.HalfWidth!.Value, 1e-3);
        Assert.Equal(halfWidth <= 20.0, look.IsReached);
        Assert.False(Target("a sales_usd p95 1 MUSD").Evaluate(SyntheticResult.Of(values)).IsReached);
    }

    [Theory]
    [InlineData("a sales_usd p50 1%")]
    [InlineData("a sales_usd p50 1 USD")]
    public void A_quantile_that_lies_at_zero_is_reached_and_that_is_said(string text)
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => i < 950 ? 0.0 : 1e6)];
        var look = Target(text).Evaluate(SyntheticResult.Of(values));
        Assert.True(look.IsReached);
        Assert.Equal(0.0, look.Value);
        Assert.Equal("p50 lies at zero", look.Remark);
    }

    [Fact]
    public void A_quantile_on_the_edge_of_zero_is_not_taken_for_zero()
    {
        // 4.8 % above zero: the 95 % quantile is 0, but its interval reaches into the money.
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => i < 952 ? 0.0 : 1e6)];
        var look = Target("a sales_usd p95 1%").Evaluate(SyntheticResult.Of(values));
        Assert.Equal(0.0, look.Value);
        Assert.False(look.IsReached);
    }

    [Fact]
    public void Mean_if_any_waits_for_a_path_above_zero()
    {
        var look = Target("a sales_usd mean_if_any 1%").Evaluate(SyntheticResult.Of([0.0, 0.0]));
        Assert.False(look.IsReached);
        Assert.Equal("no path is above zero yet", look.Remark);
    }

    [Fact]
    public void A_mean_that_is_zero_in_every_path_says_so()
    {
        var look = Target("a sales_usd mean 1%").Evaluate(SyntheticResult.Of([0.0, 0.0, 0.0]));
        Assert.True(look.IsReached);
        Assert.Equal("zero in every path so far", look.Remark);
    }

    [Fact]
    public void A_quantity_that_can_never_be_above_zero_is_reached_at_once()
    {
        var result = new SyntheticResult(10)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), new double[10], new double[10], new double[10])
            .Build();
        var look = Target("guards levies_usd mean 1%").Evaluate(result);
        Assert.True(look.IsReached);
        Assert.Equal("levies_usd of guards is zero whatever happens", look.Remark);
    }

    [Fact]
    public void The_number_is_that_of_the_whole_horizon()
    {
        double[] month = [.. Enumerable.Repeat(1e6, 10)];
        var result = new SyntheticResult(10)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), month, month, month)
            .Build();
        Assert.Equal(3e6, Target("noc gross_revenue_usd mean 1%").Evaluate(result).Value);
    }
}
