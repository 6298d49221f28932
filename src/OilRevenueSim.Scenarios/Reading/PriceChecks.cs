using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks what the parts of benchmarks and market prices mean together.</summary>
internal static class PriceChecks
{
    public static void Run(Scenario scenario, SectionValues top, ReadingContext context)
    {
        foreach (var benchmark in scenario.Benchmarks)
        {
            Bounds(benchmark, context);
            if (benchmark is RegimesBenchmark regimes)
            {
                Regimes(regimes, context);
            }
        }

        HistoryChecks.Run(scenario, context);
        PriceCorrelationChecks.Run(scenario, context);
        foreach (var market in scenario.Markets)
        {
            IdleWander(market, context);
        }
    }

    /// <summary>Rates of jumps and of changes of regime.</summary>
    public static IEnumerable<Quantity> Rates(Scenario scenario) =>
        scenario.Benchmarks.SelectMany(b =>
            b switch
            {
                GbmBenchmark { Jumps: { } jumps } => [jumps.Rate],
                SchwartzBenchmark { Jumps: { } jumps } => [jumps.Rate],
                RegimesBenchmark regimes => regimes.Changes.Select(c => c.Rate),
                _ => (IEnumerable<Quantity>)[],
            }
        );

    /// <summary>Streams that an author may name, with the address of what draws from them.</summary>
    public static IEnumerable<(string Stream, string Address)> Streams(Scenario scenario) =>
        scenario
            .Benchmarks.OfType<RegimesBenchmark>()
            .SelectMany(b => b.Changes.Select(c => (c.Stream, $"benchmarks.{b.Name}.regimes.changes.{c.Identity}")));

    private static void Bounds(Benchmark benchmark, ReadingContext context)
    {
        if (benchmark is not { Floor: { } floor, Cap: { } cap })
        {
            return;
        }

        if (LawRange90.Of(floor).Median > LawRange90.Of(cap).Median)
        {
            context.Add(
                DiagnosticTable.FloorAboveCap,
                context.PlaceOf(floor.Address, context.Places[$"benchmarks.{benchmark.Name}"]),
                $"the floor of '{benchmark.Name}', {floor.Text}, lies above its cap, {cap.Text}",
                "write the lower price under floor:"
            );
        }
    }

    private static void Regimes(RegimesBenchmark benchmark, ReadingContext context)
    {
        var address = $"benchmarks.{benchmark.Name}.regimes";
        var names = benchmark.Sets.Select(s => s.Name).ToList();
        if (names.Count == 0)
        {
            if (context.Places.TryGetValue($"{address}.sets", out var place))
            {
                context.Add(
                    DiagnosticTable.ValueMissing,
                    place,
                    "sets: is empty",
                    "write for example sets: { calm: { volatility: 25% }, wild: { volatility: 60% } }"
                );
            }

            return;
        }

        Known(benchmark.Start, names, $"{address}.start", context);
        foreach (var change in benchmark.Changes)
        {
            var at = $"{address}.changes.{change.Identity}";
            Known(change.From, names, $"{at}.from", context);
            Known(change.To, names, $"{at}.to", context);
            if (change.From == change.To && change.From.Length > 0)
            {
                context.Add(
                    DiagnosticTable.ChangeToItself,
                    context.Places[$"{at}.to"],
                    $"the price passes from '{change.From}' to itself",
                    "from: and to: must differ"
                );
            }
        }
    }

    private static void Known(string name, List<string> names, string address, ReadingContext context)
    {
        if (name.Length == 0 || names.Contains(name))
        {
            return;
        }

        context.Add(
            DiagnosticTable.UnknownRegime,
            context.Places[address],
            $"there is no regime '{name}' under sets:",
            NearestName.Hint(name, names, "the sets are")
        );
    }

    private static void IdleWander(Market market, ReadingContext context)
    {
        if (
            market.Price is LinkedPrice
            {
                DiscountWander: not null,
                Discount: { Law: CertainLaw { Value: 0.0 or 1.0 } } discount
            }
        )
        {
            context.Add(
                DiagnosticTable.WanderIdle,
                context.Places[$"{discount.Address}.wander"],
                $"a discount of {discount.Text} cannot wander: its log odds are infinite",
                "write a discount between 0% and 100%, or let the differential wander"
            );
        }
    }
}
