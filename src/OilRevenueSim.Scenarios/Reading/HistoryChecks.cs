using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks histories that are drawn: their spacing is the step's, and benchmarks share their blocks.</summary>
internal static class HistoryChecks
{
    /// <summary>Longest pause of trading, days.</summary>
    private const int LongestPause = 10;

    public static void Run(Scenario scenario, ReadingContext context)
    {
        var drawn = scenario.Benchmarks.OfType<BootstrapBenchmark>().ToList();
        foreach (var benchmark in drawn)
        {
            Spacing(benchmark, scenario, context);
            BlockLength(benchmark, scenario, context);
        }

        foreach (var other in drawn.Skip(1).Where(b => !SharesBlocks(drawn[0], b)))
        {
            context.Add(
                DiagnosticTable.HistoriesDiffer,
                context.Places[$"benchmarks.{other.Name}.file"],
                $"'{other.Name}' and '{drawn[0].Name}' cannot share their blocks: {Difference(drawn[0], other)}",
                "cut both files to the same days, and give both one block-length: (a certain one, or one parameter)"
            );
        }
    }

    private static void Spacing(BootstrapBenchmark benchmark, Scenario scenario, ReadingContext context)
    {
        var (message, hint) = SpacingFault(benchmark.History, scenario);
        if (message is not null)
        {
            context.Add(
                DiagnosticTable.HistorySpacing,
                context.Places[$"benchmarks.{benchmark.Name}.file"],
                message,
                hint
            );
        }
    }

    private static (string? Message, string? Hint) SpacingFault(PriceHistory history, Scenario scenario)
    {
        var prices = $"the prices of '{history.Name}' are {Word(history.Spacing)}";
        var step = scenario.Step.ToString().ToLowerInvariant();
        if (scenario.Step == StepLength.Week)
        {
            return (
                $"{prices}, and the step is a week, cut at the ends of months: no history has that spacing",
                "write step: month with monthly prices, or step: day with daily ones"
            );
        }

        if (!BootstrapBenchmark.HasSpacingOf(history.Spacing, scenario.Step))
        {
            return (
                $"{prices}, but the step is a {step}",
                $"write step: {(history.Spacing == PriceSpacing.Day ? "day" : "month")}, or use a file of {(scenario.Step == StepLength.Day ? "daily" : "monthly")} prices"
            );
        }

        if (scenario.Step == StepLength.Month && scenario.Start.Day != 1)
        {
            return (
                $"{prices}, and the first step, from {scenario.Start:yyyy-MM-dd}, is less than a month",
                $"write start: {scenario.Start:yyyy-MM}"
            );
        }

        for (var i = 1; i < history.Dates.Length; i++)
        {
            var (before, after) = (history.Dates[i - 1], history.Dates[i]);
            var months = (12 * (after.Year - before.Year)) + after.Month - before.Month;
            if (history.Spacing == PriceSpacing.Month ? months != 1 : after.DayNumber - before.DayNumber > LongestPause)
            {
                return (
                    $"'{history.Name}' has no price between {before:yyyy-MM-dd} and {after:yyyy-MM-dd}, and a change over that gap is none of a {step}",
                    "use a file without gaps, or cut it at the gap"
                );
            }
        }

        return (null, null);
    }

    private static void BlockLength(BootstrapBenchmark benchmark, Scenario scenario, ReadingContext context)
    {
        var length = benchmark.BlockLength;
        var shortest = BootstrapBenchmark.SpacingYears(scenario.Step);
        if (
            scenario.Step != StepLength.Week
            && LawRange90.Of(length).Low < shortest * (1.0 - 1e-9)
            && context.Places.TryGetValue(length.Address, out var place)
        )
        {
            context.Add(
                DiagnosticTable.BlockTooShort,
                place,
                $"a mean block of '{length.Text}' is shorter than one step",
                $"write at least 1 {scenario.Step.ToString().ToLowerInvariant()}, which draws every change alone; 6 to 12 months keep the memory of prices"
            );
        }
    }

    private static bool SharesBlocks(BootstrapBenchmark a, BootstrapBenchmark b) =>
        a.History.Dates.SequenceEqual(b.History.Dates) && HasSameLength(a, b);

    private static bool HasSameLength(BootstrapBenchmark a, BootstrapBenchmark b) =>
        a.BlockLength.Law == b.BlockLength.Law
        && (a.BlockLength.Law is CertainLaw || a.BlockLength.DrawAddress == b.BlockLength.DrawAddress);

    private static string Difference(BootstrapBenchmark a, BootstrapBenchmark b) =>
        HasSameLength(a, b)
            ? $"their histories are of different days ({Days(a.History)}; {Days(b.History)})"
            : "their block lengths are not the same number";

    private static string Days(PriceHistory history) =>
        $"{history.Dates.Length} prices from {history.Dates[0]:yyyy-MM-dd} to {history.Dates[^1]:yyyy-MM-dd}";

    private static string Word(PriceSpacing spacing) =>
        spacing switch
        {
            PriceSpacing.Day => "daily",
            PriceSpacing.Week => "weekly",
            _ => "monthly",
        };
}
