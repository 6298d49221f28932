using System.Globalization;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Benchmarks, markets, routes and passage.</summary>
internal static class TradeWriting
{
    /// <summary>A benchmark; a history is named by its file.</summary>
    public static SectionDraft Benchmark(SectionDraft draft, Benchmark benchmark, string historyFile)
    {
        _ = benchmark switch
        {
            ConstantBenchmark b => draft.Text("model", "constant").Quantity("spot", b.Spot),
            CurveBenchmark b => draft.Text("model", "curve").Map("points", b.Points.Select(p => (DayOf(p), p.Price))),
            GbmBenchmark b => Jumps(
                draft
                    .Text("model", "gbm")
                    .Quantity("spot", b.Spot)
                    .Quantity("drift", b.Drift)
                    .Quantity("volatility", b.Volatility),
                b.Jumps
            ),
            SchwartzBenchmark b => Jumps(
                draft
                    .Text("model", "schwartz")
                    .Quantity("spot", b.Spot)
                    .Quantity("long-run", b.LongRun)
                    .Quantity("half-life", b.HalfLife)
                    .Quantity("volatility", b.Volatility),
                b.Jumps
            ),
            SchwartzSmithBenchmark b => draft
                .Text("model", "schwartz-smith")
                .Quantity("spot", b.Spot)
                .Quantity("short-deviation", b.ShortDeviation)
                .Quantity("half-life", b.HalfLife)
                .Quantity("short-volatility", b.ShortVolatility)
                .Quantity("long-volatility", b.LongVolatility)
                .Quantity("drift", b.Drift)
                .Quantity("factor-correlation", b.FactorCorrelation),
            RegimesBenchmark b => draft
                .Text("model", "regimes")
                .Quantity("spot", b.Spot)
                .Put("regimes", Regimes(draft.Inner("regimes"), b).Node),
            BootstrapBenchmark b => draft
                .Text("model", "bootstrap")
                .Quantity("spot", b.Spot)
                .Text("file", historyFile)
                .Quantity("block-length", b.BlockLength),
            _ => throw new InvalidOperationException($"No text for {benchmark.GetType().Name}."),
        };
        return draft.Quantity("floor", benchmark.Floor).Quantity("cap", benchmark.Cap);
    }

    public static SectionDraft Market(SectionDraft draft, Market market)
    {
        var price = draft.Inner("price");
        _ = market.Price switch
        {
            LinkedPrice linked => price
                .Text("linked", linked.Benchmark)
                .Quantity("discount", linked.Discount, linked.DiscountWander)
                .Quantity("differential", linked.Differential, linked.DifferentialWander),
            LocalPrice local => price
                .Quantity("local", local.Level, local.LevelWander)
                .Text("follows", local.Follows)
                .Quantity("elasticity", local.Elasticity)
                .Quantity("reference", local.Reference),
            _ => throw new InvalidOperationException($"No text for {market.Price.GetType().Name}."),
        };
        return draft
            .Put("price", price.Quantity("floor", market.Price.Floor).Node)
            .Names("sellers", market.Sellers)
            .Map("proceeds", market.Proceeds.Select(p => (p.Actor, p.Share)))
            .Quantity("demand", market.Demand)
            .Point("at", market.At);
    }

    public static SectionDraft Route(SectionDraft draft, Route route) =>
        draft
            .Names("fields", route.Fields)
            .Names("via", route.Via)
            .Text("to", route.To)
            .Quantity("transport", route.Transport)
            .Quantity("capacity", route.Capacity)
            .Quantity("seizure", route.Seizure)
            .Text("seized-by", route.Seizure is null ? null : route.SeizedBy, Core.Model.Actor.Nobody)
            .Text("priority", route.Priority == 0 ? null : route.Priority.ToString(CultureInfo.InvariantCulture))
            .Identity(route.Identity);

    public static SectionDraft Passage(SectionDraft draft, PassageRule rule) =>
        draft
            .Text("through", rule.Through)
            .Put("of", rule.Of.IsEmpty ? new Yaml.ScalarNode(default, "any", 0) : SectionDraft.List(rule.Of))
            .Names("at", rule.At)
            .Text("phase", rule.Phase)
            .Text("policy", rule.Policy.ToString().ToLowerInvariant())
            .Quantity("toll", rule.TollPerBarrel)
            .Quantity("share", rule.TollShare)
            .Quantity("in-kind", rule.TollInKind)
            .Identity(rule.Identity);

    /// <summary>The day of a point as its address has it.</summary>
    private static string DayOf(CurvePoint point)
    {
        var last = point.Price.Address[(point.Price.Address.LastIndexOf('.') + 1)..];
        return last.StartsWith(point.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? last
            : point.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static SectionDraft Jumps(SectionDraft draft, PriceJumps? jumps) =>
        jumps is null
            ? draft
            : draft.Put(
                "jumps",
                draft
                    .Inner("jumps")
                    .Hazard(jumps.Rate)
                    .Quantity("mean", jumps.Mean)
                    .Quantity("sd", jumps.StandardDeviation)
                    .Node
            );

    private static SectionDraft Regimes(SectionDraft draft, RegimesBenchmark benchmark) =>
        draft
            .Text("start", benchmark.Start)
            .Named(
                "sets",
                benchmark.Sets.Select(s =>
                    (
                        s.Name,
                        draft
                            .Item("sets")
                            .Quantity("volatility", s.Volatility)
                            .Quantity("drift", s.Drift)
                            .Quantity("long-run", s.LongRun)
                            .Quantity("half-life", s.HalfLife)
                    )
                )
            )
            .Items("changes", benchmark.Changes.Select(c => RegimeChange(draft.Item("changes"), c, benchmark.Name)));

    private static SectionDraft RegimeChange(SectionDraft draft, RegimeChange change, string benchmark)
    {
        draft.Text("from", change.From).Text("to", change.To).Hazard(change.Rate).Identity(change.Identity);
        return draft.Text("stream", change.Stream, $"price/{benchmark}/regime/{draft.OwnIdentity}");
    }
}
