using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Benchmarks and market prices.</summary>
internal static class PriceBuilder
{
    /// <summary>The benchmark of a section, or null where its model was not understood.</summary>
    public static Benchmark? Benchmark(SectionValues s)
    {
        var benchmark = OfModel(s);
        return benchmark is null
            ? null
            : benchmark with
            {
                Floor = s.OptionalQuantity("floor"),
                Cap = s.OptionalQuantity("cap"),
            };
    }

    /// <summary>The rule that makes a market's price.</summary>
    public static MarketPrice MarketPrice(SectionValues s, ReadingContext context) =>
        s.Has("local")
            ? new LocalPrice
            {
                Level = s.Quantity("local"),
                LevelWander = WanderOf(s, "local", context),
                Follows = s.Text("follows"),
                Elasticity = s.Quantity("elasticity"),
                Reference = s.OptionalQuantity("reference"),
                Floor = s.Quantity("floor"),
            }
            : new LinkedPrice
            {
                Benchmark = s.Text("linked") ?? "",
                Discount = s.Quantity("discount"),
                DiscountWander = WanderOf(s, "discount", context),
                Differential = s.Quantity("differential"),
                DifferentialWander = WanderOf(s, "differential", context),
                Floor = s.Quantity("floor"),
            };

    private static Wander? WanderOf(SectionValues s, string key, ReadingContext context) =>
        context.Wanders.TryGetValue(s.AddressOf(key), out var wander)
            ? new Wander(wander.Quantity("sd"), wander.Quantity("half-life"))
            : null;

    private static Benchmark? OfModel(SectionValues s) =>
        s.Text("model") switch
        {
            "constant" => new ConstantBenchmark { Name = s.Identity, Spot = s.Quantity("spot") },
            "curve" => new CurveBenchmark
            {
                Name = s.Identity,
                Points =
                [
                    .. s.Map("points")
                        .Where(p => p.Date is not null)
                        .Select(p => new CurvePoint(p.Date!.Value, p.Quantity))
                        .OrderBy(p => p.Date),
                ],
            },
            "gbm" => new GbmBenchmark
            {
                Name = s.Identity,
                Spot = s.Quantity("spot"),
                Drift = s.Quantity("drift"),
                Volatility = s.Quantity("volatility"),
                Jumps = Jumps(s.Section("jumps")),
            },
            "schwartz" => new SchwartzBenchmark
            {
                Name = s.Identity,
                Spot = s.Quantity("spot"),
                LongRun = s.Quantity("long-run"),
                HalfLife = s.Quantity("half-life"),
                Volatility = s.Quantity("volatility"),
                Jumps = Jumps(s.Section("jumps")),
            },
            "schwartz-smith" => new SchwartzSmithBenchmark
            {
                Name = s.Identity,
                Spot = s.Quantity("spot"),
                ShortDeviation = s.Quantity("short-deviation"),
                HalfLife = s.Quantity("half-life"),
                ShortVolatility = s.Quantity("short-volatility"),
                LongVolatility = s.Quantity("long-volatility"),
                Drift = s.Quantity("drift"),
                FactorCorrelation = s.Quantity("factor-correlation"),
            },
            "regimes" when s.Section("regimes") is { } regimes => Regimes(s, regimes),
            "bootstrap" when s.Get<HistoryFile>("file") is { } file => new BootstrapBenchmark
            {
                Name = s.Identity,
                Spot = s.Quantity("spot"),
                History = file.History,
                File = file.Name,
                FileSha256 = file.Sha256,
                BlockLength = s.Quantity("block-length"),
            },
            _ => null,
        };

    private static PriceJumps? Jumps(SectionValues? s) =>
        s is null
            ? null
            : new PriceJumps
            {
                Rate = ScenarioBuilder.Hazard(s),
                Mean = s.Quantity("mean"),
                StandardDeviation = s.Quantity("sd"),
            };

    private static RegimesBenchmark Regimes(SectionValues s, SectionValues regimes) =>
        new()
        {
            Name = s.Identity,
            Spot = s.Quantity("spot"),
            Start = regimes.Text("start") ?? "",
            Sets = ScenarioBuilder.Sorted(
                regimes
                    .Sections("sets")
                    .Select(set => new PriceRegime
                    {
                        Name = set.Identity,
                        Volatility = set.Quantity("volatility"),
                        Drift = set.OptionalQuantity("drift"),
                        LongRun = set.OptionalQuantity("long-run"),
                        HalfLife = set.OptionalQuantity("half-life"),
                    }),
                set => set.Name
            ),
            Changes = ScenarioBuilder.Sorted(
                regimes
                    .Sections("changes")
                    .Select(c => new RegimeChange
                    {
                        Identity = c.Identity,
                        Stream = c.Text("stream") ?? $"price/{s.Identity}/regime/{c.Identity}",
                        From = c.Text("from") ?? "",
                        To = c.Text("to") ?? "",
                        Rate = ScenarioBuilder.Hazard(c),
                    }),
                c => c.Identity
            ),
        };
}
