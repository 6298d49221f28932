using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Benchmarks in sentences.</summary>
internal static class PriceProse
{
    /// <summary>Each benchmark, and how they move together.</summary>
    public static IEnumerable<string> Of(Scenario scenario)
    {
        foreach (var benchmark in scenario.Benchmarks)
        {
            yield return Capital(Text(benchmark) + Bounds(benchmark));
            foreach (var line in Lines(benchmark))
            {
                yield return $"    {line}";
            }
        }

        foreach (var pair in scenario.PriceCorrelations)
        {
            yield return $"The random movements of {Motion(pair.First)} and {Motion(pair.Second)} correlate by {QuantityText.Of(pair.Value)}.";
        }
    }

    /// <summary>How a part of a market's price wanders, on its scale; nothing where it stays.</summary>
    public static string Wandering(Wander? wander, string scale) =>
        wander is null
            ? ""
            : $" (wandering, with a standard deviation of {QuantityText.Of(wander.StandardDeviation)}{scale} and a half-life of {QuantityText.Of(wander.HalfLife)})";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Text(Benchmark benchmark) =>
        benchmark switch
        {
            ConstantBenchmark b => $"{b.Name} stays at {QuantityText.Of(b.Spot)}.",
            CurveBenchmark b =>
                $"{b.Name} follows {b.Points.Length} given points, from {QuantityText.Of(b.Points[0].Price)} on {b.Points[0].Date:yyyy-MM-dd}"
                    + $" to {QuantityText.Of(b.Points[^1].Price)} on {b.Points[^1].Date:yyyy-MM-dd}.",
            GbmBenchmark b =>
                $"{b.Name} starts at {QuantityText.Of(b.Spot)} and wanders with a volatility of {QuantityText.Of(b.Volatility)} a year{Drift(b.Drift)}.",
            SchwartzBenchmark b =>
                $"{b.Name} starts at {QuantityText.Of(b.Spot)} and returns to a long-run median of {QuantityText.Of(b.LongRun)}:"
                    + $" half of a deviation is gone after {QuantityText.Of(b.HalfLife)}. Its volatility is {QuantityText.Of(b.Volatility)} a year.",
            SchwartzSmithBenchmark b => TwoFactors(b),
            RegimesBenchmark b =>
                $"{b.Name} starts at {QuantityText.Of(b.Spot)} and switches between {b.Sets.Length} sets of parameters; {b.Start} holds at the start.",
            BootstrapBenchmark b =>
                $"{b.Name} starts at {QuantityText.Of(b.Spot)} and repeats stretches of {b.File}, {b.History.Dates.Length} prices from"
                    + $" {b.History.Dates[0]:yyyy-MM-dd} to {b.History.Dates[^1]:yyyy-MM-dd}, each {QuantityText.Of(b.BlockLength)} long on average"
                    + (
                        b.History.Meaning == PriceMeaning.PeriodAverage
                            ? "; they are averages, which move less from one to the next than prices of a day."
                            : "."
                    ),
            _ => $"{benchmark.Name}.",
        };

    private static string TwoFactors(SchwartzSmithBenchmark b)
    {
        var deviation = b.ShortDeviation.Law is CertainLaw { Value: 0.0 }
            ? ""
            : $"The first day's price lies off that level by {QuantityText.Of(b.ShortDeviation)} in logarithms. ";
        var tied = b.FactorCorrelation.Law is CertainLaw { Value: 0.0 }
            ? ""
            : $" The two correlate by {QuantityText.Of(b.FactorCorrelation)}.";
        return $"{b.Name} starts at {QuantityText.Of(b.Spot)}; its deviations fade by half in {QuantityText.Of(b.HalfLife)} towards a level that wanders itself. "
            + deviation
            + $"The volatility of the deviations is {QuantityText.Of(b.ShortVolatility)} a year, that of the level {QuantityText.Of(b.LongVolatility)}{Drift(b.Drift)}."
            + tied;
    }

    private static string Drift(Quantity drift) =>
        drift.Law is CertainLaw { Value: 0.0 } ? ", without drift" : $" and a drift of {QuantityText.Of(drift)}";

    private static string Bounds(Benchmark benchmark) =>
        (benchmark.Floor, benchmark.Cap) switch
        {
            ({ } floor, { } cap) => $" Policy holds it between {QuantityText.Of(floor)} and {QuantityText.Of(cap)}.",
            ({ } floor, null) => $" Policy holds it at {QuantityText.Of(floor)} or above.",
            (null, { } cap) => $" Policy holds it at {QuantityText.Of(cap)} or below.",
            _ => "",
        };

    private static IEnumerable<string> Lines(Benchmark benchmark) =>
        benchmark switch
        {
            GbmBenchmark { Jumps: { } jumps } =>
            [
                $"{Jumps(jumps)}; the drift makes up for them, so that the mean price is the same.",
            ],
            SchwartzBenchmark { Jumps: { } jumps } => [$"{Jumps(jumps)}; a jump fades like any other deviation."],
            RegimesBenchmark regimes =>
            [
                .. regimes.Sets.Select(Set),
                .. regimes.Changes.Select(c => $"While {c.From} holds, {c.To} follows {QuantityText.Hazard(c.Rate)}."),
            ],
            _ => [],
        };

    private static string Jumps(PriceJumps jumps) =>
        $"It jumps {QuantityText.Hazard(jumps.Rate)}, by {QuantityText.Of(jumps.Mean)} with a standard deviation of {QuantityText.Of(jumps.StandardDeviation)} in logarithms";

    private static string Set(PriceRegime set) =>
        set is { LongRun: { } longRun, HalfLife: { } halfLife }
            ? $"{set.Name}: it returns to {QuantityText.Of(longRun)}, half of a deviation in {QuantityText.Of(halfLife)}; volatility {QuantityText.Of(set.Volatility)} a year."
            : $"{set.Name}: it wanders with a volatility of {QuantityText.Of(set.Volatility)} a year{(set.Drift is null ? ", without drift" : Drift(set.Drift))}.";

    private static string Motion(string name) =>
        name.EndsWith(".short", StringComparison.Ordinal) ? $"{name[..^6]}'s deviations"
        : name.EndsWith(".long", StringComparison.Ordinal) ? $"{name[..^5]}'s level"
        : name;
}
