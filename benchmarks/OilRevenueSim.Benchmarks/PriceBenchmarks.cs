using BenchmarkDotNet.Attributes;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Benchmarks;

/// <summary>A step of 256 paths of each price model with its random numbers; read nanoseconds a path and step as time / 256.</summary>
[MemoryDiagnoser]
public class PriceBenchmarks
{
    private static readonly GbmBenchmark GbmPrice = new()
    {
        Name = "dubai",
        Spot = PriceBlocks.Certain(60),
        Drift = PriceBlocks.Certain(0.02),
        Volatility = PriceBlocks.Certain(0.32),
    };

    private static readonly PriceJumps SomeJumps = new()
    {
        Rate = PriceBlocks.Certain(1),
        Mean = PriceBlocks.Certain(-0.1),
        StandardDeviation = PriceBlocks.Certain(0.2),
    };

    private readonly PriceBlocks gbm = new([GbmPrice]);
    private readonly PriceBlocks gbmWithJumps = new([GbmPrice with { Jumps = SomeJumps }]);
    private readonly PriceBlocks schwartz = new([PriceBlocks.Schwartz]);
    private readonly PriceBlocks schwartzWithJumps = new([PriceBlocks.Schwartz with { Jumps = SomeJumps }]);
    private readonly PriceBlocks schwartzSmith = new([TwoFactors()]);
    private readonly PriceBlocks regimes = new([CalmAndWild()]);
    private readonly PriceBlocks bootstrap = new([FromHistory()]);
    private readonly PriceBlocks correlated = new(
        [GbmPrice, PriceBlocks.Schwartz],
        new PriceCorrelation("brent", "dubai", PriceBlocks.Certain(0.9))
    );

    [Benchmark]
    public void Gbm() => gbm.Advance();

    [Benchmark]
    public void GbmWithJumps() => gbmWithJumps.Advance();

    [Benchmark(Baseline = true)]
    public void Schwartz() => schwartz.Advance();

    [Benchmark]
    public void SchwartzWithJumps() => schwartzWithJumps.Advance();

    [Benchmark]
    public void SchwartzSmith() => schwartzSmith.Advance();

    [Benchmark]
    public void Regimes() => regimes.Advance();

    [Benchmark]
    public void Bootstrap() => bootstrap.Advance();

    /// <summary>Two benchmarks.</summary>
    [Benchmark]
    public void GbmCorrelatedWithSchwartz() => correlated.Advance();

    private static SchwartzSmithBenchmark TwoFactors() =>
        new()
        {
            Name = "urals",
            Spot = PriceBlocks.Certain(60),
            ShortDeviation = PriceBlocks.Certain(0),
            HalfLife = PriceBlocks.Certain(0.47),
            ShortVolatility = PriceBlocks.Certain(0.286),
            LongVolatility = PriceBlocks.Certain(0.145),
            Drift = PriceBlocks.Certain(0),
            FactorCorrelation = PriceBlocks.Certain(0.3),
        };

    private static RegimesBenchmark CalmAndWild()
    {
        static PriceRegime Set(string name, double volatility) =>
            new() { Name = name, Volatility = PriceBlocks.Certain(volatility) };
        static RegimeChange Change(string from, string to, double rate) =>
            new()
            {
                Identity = $"{from}>{to}",
                Stream = $"price/heavy/regime/{from}>{to}",
                From = from,
                To = to,
                Rate = PriceBlocks.Certain(rate),
            };
        return new RegimesBenchmark
        {
            Name = "heavy",
            Spot = PriceBlocks.Certain(60),
            Start = "calm",
            Sets = [Set("calm", 0.25), Set("wild", 0.6)],
            Changes = [Change("calm", "wild", 0.5), Change("wild", "calm", 2)],
        };
    }

    private static BootstrapBenchmark FromHistory() =>
        new()
        {
            Name = "light",
            Spot = PriceBlocks.Certain(60),
            BlockLength = PriceBlocks.Certain(0.75),
            History = new PriceHistory
            {
                Name = "made in code",
                Dates = [.. Enumerable.Range(0, 240).Select(i => new DateOnly(1996, 1, 1).AddMonths(i))],
                PricesUsd = [.. Enumerable.Range(0, 240).Select(i => 50.0 + (i * 37 % 31))],
                Spacing = PriceSpacing.Month,
                Meaning = PriceMeaning.Point,
            },
        };
}
