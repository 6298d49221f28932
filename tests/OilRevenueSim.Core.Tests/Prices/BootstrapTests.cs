using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>The stationary block bootstrap of a history made by hand, at its own spacing only.</summary>
public sealed class BootstrapTests
{
    private const int Count = 40;

    /// <summary>Changes with a memory of their own: c_i = 0.002 + 0.05·sin(0.8·i) + 0.01·(i mod 3).</summary>
    private static readonly double[] Changes =
    [
        .. Enumerable.Range(0, Count).Select(i => 0.002 + (0.05 * Math.Sin(0.8 * i)) + (0.01 * (i % 3))),
    ];

    [Fact]
    public void Every_step_takes_a_change_of_the_history_and_goes_on_where_no_block_begins()
    {
        var run = new PriceRun(Benchmark(blockLength: 0.5), Years(2));
        var x = run.Run(Seed, 0, 64, 64, [.. Enumerable.Range(0, 24)]).LogPrice;
        for (var path = 0u; path < 64; path++)
        {
            var place = -1;
            for (var step = 0u; step < 23; step++)
            {
                var (where, whether) = Uniforms("price-blocks", path, step);
                place = place < 0 || whether < 1 / 6.0 ? (int)(where * Count) : (place + 1) % Count;
                Assert.Equal(Changes[place], x[step + 1][path] - x[step][path], 1e-12);
            }
        }
    }

    /// <summary>
    /// Politis and Romano (1994): drawn changes have mean c̄ and autocovariance (1 − p)^k·C(k), C that of the history closed to a ring.
    /// </summary>
    [Theory]
    [InlineData(1.0 / 12)]
    [InlineData(0.5)]
    [InlineData(2.0)]
    public void Mean_and_variance_of_a_year_are_those_of_the_stationary_bootstrap(double blockLength)
    {
        const int Steps = 12;
        var run = new PriceRun(Benchmark(blockLength), Years(2));
        var x = run.Run(Seed, 0, 65_536, 256, Steps).LogPrice[0];
        var mean = Changes.Average();
        var stay = 1 - (1 / (12 * blockLength));
        double Covariance(int lag) =>
            Math.Pow(stay, lag) * Changes.Select((c, i) => (c - mean) * (Changes[(i + lag) % Count] - mean)).Average();
        var variance = 0.0;
        for (var i = 0; i < Steps; i++)
        {
            for (var j = 0; j < Steps; j++)
            {
                variance += Covariance(Math.Abs(i - j));
            }
        }

        var expected = Math.Log(50) + (Steps * mean);
        AssertMean("E[x]", x, expected);
        AssertMean("Var[x]", Squares(x, expected), variance);
    }

    [Fact]
    public void Benchmarks_of_the_same_days_move_through_the_same_days_together()
    {
        var first = Benchmark(0.5);
        var second = Benchmark(0.5) with { Name = "other", History = History(2.0) };
        var run = new PriceRun([first, second], [], Years(2));
        var a = run.RunOf(0, Seed, 0, 256, 256, 0, 20).LogPrice;
        var b = run.RunOf(1, Seed, 0, 256, 256, 0, 20).LogPrice;
        for (var path = 0; path < 256; path++)
        {
            Assert.Equal(2 * (a[1][path] - a[0][path]), b[1][path] - b[0][path], 1e-12);
        }
    }

    [Fact]
    public void Prices_of_trading_days_stay_over_the_weekend()
    {
        var days = Benchmark(0.1) with { History = History(1.0) with { Spacing = PriceSpacing.Day } };
        var start = new DateOnly(2016, 1, 1); // a Friday
        var run = new PriceRun(days, new TimeGrid(start, new DateOnly(2016, 1, 31), StepLength.Day));
        var x = run.Run(Seed, 0, 16, 16, [.. Enumerable.Range(0, 31)]).LogPrice;
        for (var step = 0; step < 30; step++)
        {
            var next = start.AddDays(step + 1).DayOfWeek;
            var stays = next is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Assert.All(Enumerable.Range(0, 16), path => Assert.Equal(stays, x[step][path] == x[step + 1][path]));
        }
    }

    [Theory]
    [InlineData(PriceSpacing.Month, StepLength.Week)]
    [InlineData(PriceSpacing.Month, StepLength.Day)]
    [InlineData(PriceSpacing.Day, StepLength.Month)]
    [InlineData(PriceSpacing.Week, StepLength.Week)]
    public void A_history_is_drawn_at_its_own_spacing_only(PriceSpacing spacing, StepLength step) =>
        Assert.Throws<ArgumentException>(() =>
            new PriceRun(Benchmark(0.5) with { History = History(1.0) with { Spacing = spacing } }, Grid(step))
        );

    internal static BootstrapBenchmark Benchmark(double blockLength) =>
        new()
        {
            Name = "drawn",
            Spot = Certain(50),
            History = History(1.0),
            BlockLength = Certain(blockLength),
        };

    private static TimeGrid Years(int years) =>
        new(new DateOnly(2016, 1, 1), new DateOnly(2015 + years, 12, 31), StepLength.Month);

    private static PriceHistory History(double factor)
    {
        var log = Math.Log(80);
        var prices = new List<double> { 80 };
        foreach (var change in Changes)
        {
            log += factor * change;
            prices.Add(Math.Exp(log));
        }

        return new PriceHistory
        {
            Name = "made-by-hand.csv",
            Dates = [.. prices.Select((_, i) => new DateOnly(2010, 1, 1).AddMonths(i))],
            PricesUsd = [.. prices],
            Spacing = PriceSpacing.Month,
            Meaning = PriceMeaning.Point,
        };
    }
}
