using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.Writing;

namespace OilRevenueSim.Scenarios.Reading;

// Lines of what may be absent: a scenario without any of it keeps the hash it had before the format knew it.
internal static partial class CanonicalText
{
    private static IEnumerable<string> PriceLines(Scenario s) =>
        [
            .. s.Benchmarks.SelectMany(ModelLines),
            .. s
                .Benchmarks.Where(b => b.Floor is not null || b.Cap is not null)
                .Select(b => $"bounds {b.Name} floor={b.Floor?.Address} cap={b.Cap?.Address}"),
            .. s.PriceCorrelations.Select(c => $"price-correlation {c.First} {c.Second} {c.Value.Address}"),
            .. s.Markets.SelectMany(WanderLines),
        ];

    private static IEnumerable<string> ModelLines(Benchmark benchmark) =>
        benchmark switch
        {
            GbmBenchmark { Jumps: { } jumps } => [JumpLine(benchmark, jumps)],
            SchwartzBenchmark { Jumps: { } jumps } => [JumpLine(benchmark, jumps)],
            RegimesBenchmark b =>
            [
                $"regimes {b.Name} start={b.Start}",
                .. b.Sets.Select(set => $"regime {b.Name} {set.Name} reverts={set.LongRun is not null}"),
                .. b.Changes.Select(c =>
                    $"regime-change {b.Name} {c.Identity} {c.From} {c.To} {c.Stream} {c.Rate.Address}"
                ),
            ],
            BootstrapBenchmark b => [$"history {b.Name} {HistoryHash(b.History)} {b.BlockLength.Address}"],
            _ => [],
        };

    /// <summary>SHA-256 of days and prices: how their file spells them does not matter.</summary>
    private static string HistoryHash(PriceHistory history) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HistoryText.Of(history))));

    private static string JumpLine(Benchmark benchmark, PriceJumps jumps) =>
        $"jumps {benchmark.Name} {jumps.Rate.Address}";

    private static IEnumerable<string> WanderLines(Market market)
    {
        (string Part, Wander? Wander)[] parts = market.Price switch
        {
            LinkedPrice linked => [("discount", linked.DiscountWander), ("differential", linked.DifferentialWander)],
            LocalPrice local => [("level", local.LevelWander)],
            _ => [],
        };
        return parts
            .Where(p => p.Wander is not null)
            .Select(p =>
                $"wander {market.Name} {p.Part} {p.Wander!.StandardDeviation.Address} {p.Wander.HalfLife.Address}"
            );
    }
}
