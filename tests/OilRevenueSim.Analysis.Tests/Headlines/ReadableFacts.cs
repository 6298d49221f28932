using CsCheck;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Analysis.Tests.Headlines;

public sealed class ReadableFacts
{
    [Theory]
    [InlineData(0.0, "0 USD")]
    [InlineData(0.2, "under 1 USD")]
    [InlineData(523.4, "523 USD")]
    [InlineData(4500.0, "4.5 thousand USD")]
    [InlineData(12e6, "12 million USD")]
    [InlineData(12.4e6, "12 million USD")]
    [InlineData(1.26e9, "1.3 billion USD")]
    [InlineData(1e9, "1 billion USD")]
    [InlineData(9.96e6, "10 million USD")]
    [InlineData(999.4e6, "999 million USD")]
    [InlineData(999.7e6, "1 billion USD")]
    [InlineData(-3.2e6, "−3.2 million USD")]
    [InlineData(4.1e15, "4,100 trillion USD")]
    public void Money_reads_as_spoken(double usd, string expected) => Assert.Equal(expected, Readable.Money(usd));

    [Theory]
    [InlineData(12.5e6, "12.5 million USD")]
    [InlineData(100e6, "100 million USD")]
    [InlineData(2e9, "2 billion USD")]
    [InlineData(999_700_000.0, "999.7 million USD")]
    [InlineData(1_234_567.0, "1.234567 million USD")]
    public void A_threshold_keeps_the_digits_it_was_written_with(double usd, string expected) =>
        Assert.Equal(expected, Readable.ExactMoney(usd));

    [Theory]
    [InlineData(0.0, 45e6, "0 to 45 million USD")]
    [InlineData(0.4e9, 1.3e9, "0.4 to 1.3 billion USD")]
    [InlineData(450e3, 1.3e9, "450 thousand USD to 1.3 billion USD")]
    [InlineData(0.0, 0.0, "0 USD")]
    [InlineData(-2e6, 3e6, "−2 to 3 million USD")]
    [InlineData(13.38e9, 13.44e9, "13.38 to 13.44 billion USD")]
    [InlineData(13.3e9, 13.4e9, "13.3 to 13.4 billion USD")]
    public void A_range_shares_its_unit_where_it_can(double low, double high, string expected) =>
        Assert.Equal(expected, Readable.MoneyRange(low, high));

    [Theory]
    [InlineData(12.34e6, 0.28e6, "12.3 ± 0.3 million USD")]
    [InlineData(12.34e6, 0.0, "12 million USD")]
    [InlineData(123.4e6, 14e6, "123 ± 14 million USD")]
    [InlineData(0.4e6, 3e6, "0 ± 3 million USD")]
    [InlineData(1.5e9, 0.02e9, "1.50 ± 0.02 billion USD")]
    public void A_mean_has_the_decimals_its_error_leaves(double mean, double se, string expected) =>
        Assert.Equal(expected, Readable.MoneyWithError(mean, se));

    [Theory]
    [InlineData(0.0, "0 %")]
    [InlineData(1.0, "100 %")]
    [InlineData(0.0312, "3.1 %")]
    [InlineData(0.03, "3 %")]
    [InlineData(0.0012, "0.12 %")]
    [InlineData(0.00034, "0.034 %")]
    [InlineData(0.8712, "87 %")]
    [InlineData(0.932, "93.2 %")]
    [InlineData(0.9951, "99.51 %")]
    [InlineData(0.99971, "99.971 %")]
    [InlineData(0.0996, "10 %")]
    public void A_probability_keeps_two_digits_that_matter(double probability, string expected) =>
        Assert.Equal(expected, Readable.Probability(probability));

    [Theory]
    [InlineData(8192, "below 0.04 %")] // 0.0366 %
    [InlineData(10_000, "below 0.03 %")] // 0.02995 %
    [InlineData(4096, "below 0.08 %")]
    [InlineData(10, "below 30 %")] // 25.9 %
    [InlineData(1, "below 95 %")] // 95 %, never 100
    public void Never_seen_gives_a_bound_rounded_outward(long paths, string expected) =>
        Assert.Equal(expected, Readable.Probability(ProbabilityEstimate.Of(0, paths)));

    [Fact]
    public void Always_seen_gives_a_bound_from_below() =>
        Assert.Equal("above 99.96 %", Readable.Probability(ProbabilityEstimate.Of(8192, 8192)));

    [Fact]
    public void A_probability_is_said_with_its_interval() =>
        Assert.Equal("3.1 % (2.8 to 3.5 %)", Readable.ProbabilityWithInterval(ProbabilityEstimate.Of(312, 10_000)));

    [Theory]
    [InlineData(1234, "12.3 % (11.7 to 13 %)")]
    [InlineData(1, "0.01 % (0.0018 to 0.057 %)")]
    [InlineData(9900, "99 % (98.8 to 99.18 %)")]
    public void The_interval_of_a_probability_decides_its_decimals(long hits, string expected) =>
        Assert.Equal(expected, Readable.ProbabilityWithInterval(ProbabilityEstimate.Of(hits, 10_000)));

    [Theory]
    [InlineData(3.84e6, 3.41e6, 4.27e6, "3.8 (3.4 to 4.3) million USD")]
    [InlineData(13.42e9, 13.38e9, 13.47e9, "13.42 (13.38 to 13.47) billion USD")]
    [InlineData(48e6, -1e6, 97e6, "48 (−1 to 97) million USD")]
    [InlineData(5e6, 5e6, 5e6, "5 million USD")]
    public void The_interval_of_an_amount_decides_its_decimals(
        double value,
        double low,
        double high,
        string expected
    ) => Assert.Equal(expected, Readable.MoneyWithInterval(new Estimate(value, low, high)));

    [Fact]
    public void An_amount_without_an_interval_stands_alone() =>
        Assert.Equal("5 million USD", Readable.MoneyWithInterval(Estimate.Bare(5e6)));

    [Fact]
    public void No_number_is_ever_in_powers_of_ten() =>
        Gen.Double[-20.0, 20.0]
            .SampleFixed(
                x =>
                {
                    var amount = Math.Pow(10.0, x);
                    var texts = new[]
                    {
                        Readable.Money(amount),
                        Readable.Money(-amount),
                        Readable.MoneyRange(amount / 3.0, amount),
                        Readable.MoneyWithError(amount, amount / 50.0),
                        Readable.ExactMoney(amount),
                        Readable.Probability(Math.Min(1.0, amount)),
                    };
                    return texts.All(t =>
                        t.AsSpan().IndexOfAny("E∞") < 0 && !t.Contains("NaN", StringComparison.Ordinal)
                    );
                },
                seed: "0000AnalysisR1",
                iter: 2000
            );

    [Fact]
    public void Only_certainty_reads_as_nought_or_a_hundred_percent() =>
        Gen.Double[1e-9, 1.0 - 1e-9]
            .SampleFixed(p => Readable.Probability(p) is not ("0 %" or "100 %"), seed: "0000AnalysisR2", iter: 2000);

    [Fact]
    public void Names_lose_their_hyphens() => Assert.Equal("House of Oil", Readable.Name("house-of-oil"));

    [Fact]
    public void Counts_and_months() =>
        Assert.Equal(("10,000", "February 2016"), (Readable.Count(10_000), Readable.Month(new DateOnly(2016, 2, 1))));
}
