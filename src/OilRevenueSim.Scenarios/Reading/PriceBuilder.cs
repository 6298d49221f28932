using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Benchmarks and market prices.</summary>
internal static class PriceBuilder
{
    /// <summary>The benchmark of a section, or null where its model was not understood.</summary>
    public static Benchmark? Benchmark(SectionValues s) =>
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
            },
            "schwartz" => new SchwartzBenchmark
            {
                Name = s.Identity,
                Spot = s.Quantity("spot"),
                LongRun = s.Quantity("long-run"),
                HalfLife = s.Quantity("half-life"),
                Volatility = s.Quantity("volatility"),
            },
            _ => null,
        };

    /// <summary>The rule that makes a market's price.</summary>
    public static MarketPrice MarketPrice(SectionValues s) =>
        s.Has("local")
            ? new LocalPrice
            {
                Level = s.Quantity("local"),
                Follows = s.Text("follows"),
                Elasticity = s.Quantity("elasticity"),
                Reference = s.OptionalQuantity("reference"),
                Floor = s.Quantity("floor"),
            }
            : new LinkedPrice
            {
                Benchmark = s.Text("linked") ?? "",
                Discount = s.Quantity("discount"),
                Differential = s.Quantity("differential"),
                Floor = s.Quantity("floor"),
            };
}
