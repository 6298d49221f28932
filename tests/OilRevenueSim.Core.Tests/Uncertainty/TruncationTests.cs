using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Uncertainty;

/// <summary>Truncation, intervals, conversions and summaries.</summary>
public sealed class TruncationTests
{
    [Fact]
    public void A_law_inside_its_range_is_not_touched()
    {
        var law = new LogNormalLaw(1, 0.5);
        var truncated = new TruncatedLaw(law, HardRange.NonNegative);
        Assert.Equal(0.0, truncated.CutMass);
        foreach (var u in new[] { 1e-10, 0.3, 0.99 })
        {
            Assert.Equal(LawQuantile.Quantile(law, u), truncated.Quantile(u));
        }
    }

    [Fact]
    public void A_cut_law_rescales_the_uniform_and_reports_the_mass_it_lost()
    {
        var law = new NormalLaw(2, 1);
        var truncated = new TruncatedLaw(law, HardRange.NonNegative);
        var lost = MathNet.Numerics.Distributions.Normal.CDF(2, 1, 0);
        Assert.Equal(lost, truncated.CutMass, 1e-15);
        foreach (var u in new[] { 1e-12, 0.01, 0.5, 0.999 })
        {
            var expected = MathNet.Numerics.Distributions.Normal.InvCDF(2, 1, lost + (u * (1 - lost)));
            Assert.Equal(Math.Max(0, expected), truncated.Quantile(u), 1e-9);
            Assert.Equal(u, truncated.Cdf(truncated.Quantile(u)), 1e-12);
            Assert.True(truncated.Quantile(u) >= 0);
        }
    }

    [Fact]
    public void A_law_cut_on_both_sides_never_leaves_its_range()
    {
        var truncated = new TruncatedLaw(new NormalLaw(0.5, 2), HardRange.Share);
        Assert.InRange(truncated.Quantile(1e-16), 0.0, 1e-15);
        Assert.InRange(truncated.Quantile(1 - 1e-16), 1 - 1e-15, 1.0);
        Assert.Equal(0.5, truncated.Quantile(0.5), 1e-14);
    }

    [Fact]
    public void A_discrete_law_loses_its_values_outside_and_keeps_the_order_of_the_others()
    {
        var truncated = new TruncatedLaw(new DiscreteLaw([0.9, -1.0, 0.2], [0.3, 0.4, 0.3]), HardRange.Share);
        Assert.Equal(0.4, truncated.CutMass, 1e-15);
        Assert.Equal(0.9, truncated.Quantile(0.49));
        Assert.Equal(0.2, truncated.Quantile(0.51));
    }

    [Fact]
    public void A_certain_value_outside_its_range_is_cut_whole()
    {
        Assert.Equal(1.0, new TruncatedLaw(new CertainLaw(-1), HardRange.NonNegative).CutMass);
        Assert.Equal(0.0, new TruncatedLaw(new CertainLaw(1), HardRange.Share).CutMass);
    }

    [Fact]
    public void Intervals_hold_the_central_90_percent()
    {
        AssertInterval(Intervals.Normal(-2, 7), -2, 7);
        AssertInterval(Intervals.LogNormal(25_000, 45_000), 25_000, 45_000);
        AssertInterval(Intervals.LogitNormal(0.05, 0.4), 0.05, 0.4);
        var lasts = Intervals.LogNormalFromMedian(0.25, 2.0);
        Assert.Equal(0.25, LawQuantile.Quantile(lasts, 0.5), 1e-15);
        Assert.Equal(2.0, LawQuantile.Quantile(lasts, 0.95), 1e-14);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(1.0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1.0)]
    public void Impossible_intervals_are_refused(double low, double high)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.LogNormal(low, high));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.LogitNormal(low, high));
    }

    [Fact]
    public void A_mean_waiting_time_becomes_a_rate_and_the_order_of_quantiles_turns_round()
    {
        var law = Intervals.LogNormal(0.5, 1.5);
        var every = Quantity(law, Conversion.MeanTimeToRate);
        var summary = LawSummary.Of(every);
        Assert.Equal(1 / 1.5, summary.P05, 1e-14);
        Assert.Equal(2.0, summary.P95, 1e-14);
        Assert.Equal(
            1 / new QuantityLaw(every with { Conversion = Conversion.None }).Value(0.3),
            new QuantityLaw(every).Value(0.3)
        );
        var inverse = new MathNet.Numerics.Distributions.LogNormal(-law.LogMean, law.LogStandardDeviation);
        Assert.Equal(inverse.Mean, summary.Mean!.Value, 1e-13);
    }

    [Fact]
    public void A_chance_within_a_window_becomes_a_rate()
    {
        var chance = Quantity(new CertainLaw(0.3), Conversion.ChanceToRate) with { WindowYears = 0.5 };
        Assert.Equal(-Math.Log(0.7) / 0.5, new QuantityLaw(chance).Value(0.9), 1e-15);
        Assert.Equal(
            new LawSummary(0.71334988787746476, 0.71334988787746476, 0.71334988787746476, 0.71334988787746476),
            LawSummary.Of(chance)
        );
    }

    [Fact]
    public void An_effective_loss_becomes_a_log_rate()
    {
        var decline = Quantity(new DiscreteLaw([0.06, 0.1], [0.5, 0.5]), Conversion.EffectiveToLogRate);
        Assert.Equal(-Math.Log(0.94), new QuantityLaw(decline).Value(0.2), 1e-16);
        Assert.Equal((-Math.Log(0.94) - Math.Log(0.9)) / 2, LawSummary.Of(decline).Mean!.Value, 1e-16);
    }

    [Fact]
    public void A_cut_law_has_no_mean_in_closed_form() =>
        Assert.Null(
            LawSummary.Of(Quantity(new NormalLaw(1, 1), Conversion.None) with { Range = HardRange.NonNegative }).Mean
        );

    private static Quantity Quantity(Law law, Conversion conversion) =>
        new()
        {
            Address = "a",
            Law = law,
            Conversion = conversion,
        };

    private static void AssertInterval(Law law, double low, double high)
    {
        Assert.Equal(1.0, LawQuantile.Quantile(law, 0.05) / low, 1e-13);
        Assert.Equal(1.0, LawQuantile.Quantile(law, 0.95) / high, 1e-13);
    }
}
