using System.Collections.Immutable;
using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The mean of the first N futures with its 95 % interval, N on a logarithmic scale.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of the values, e.g. a million USD; values are already in it.</param>
/// <param name="Points">Points in order of N; the last is of all futures.</param>
public sealed record ConvergenceChart(ChartText Text, ChartUnit Unit, ImmutableArray<RunningMeanPoint> Points);

/// <summary>Running mean of a series.</summary>
public static class ConvergenceCharts
{
    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result that kept the values of its paths.</param>
    /// <param name="series">Index of the series.</param>
    /// <param name="period">Index of the period.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="InvalidOperationException">
    /// The run kept no values of the series by path, or had replicates or a sampling design.
    /// </exception>
    /// <exception cref="ArgumentException">There are fewer than 16 paths.</exception>
    public static ConvergenceChart Of(EnsembleResult result, int series, int period, Language? language = null)
    {
        var words = language ?? Language.English;
        IndependentPaths.Require(result.At(series, period), "A running mean");
        var draws = result.Draws(series, period);
        var points = RunningMean.Of(draws).Points;
        var key = result.Series[series];
        var isAllZero = result.At(series, period) is { Min: 0.0, Max: 0.0 };
        var isMoney = key.Quantity.Unit == "USD";
        var last = points[^1];
        var unit = isMoney
            ? ChartUnit.Usd(
                words
                    .Scale(
                        isAllZero ? 1e6
                        : last.Mean == 0.0 ? last.High
                        : last.Mean
                    )
                    .Usd
            )
            : new ChartUnit(1.0, key.Quantity.Unit);
        var (subject, said, paths) = (Subject(result, key, words), words.Unit(unit), result.Manifest.Paths);
        var what = QuantityWords.Noun(words, key.Quantity);
        string Number(double value) => words.Number(value, "#,0.##");
        string Interval(RunningMeanPoint point) =>
            isMoney
                ? words.MoneyWithInterval(new Estimate(point.Mean, point.Low, point.High))
                : words.Say($"{Number(point.Mean)} ({Number(point.Low)} to {Number(point.High)})") + $" {said}";
        var error = MeanEstimate.Of(result.At(series, period)).HalfWidth ?? 0.0;
        var mean = isMoney ? words.MoneyWithError(last.Mean, error) : $"{Number(last.Mean)} ± {Number(error)} {said}";
        var (first, all) = (Interval(points[0]), Interval(last));
        return new ConvergenceChart(
            new ChartText(
                isAllZero
                    ? QuantityWords.Zero(words, subject, key.Quantity, words.Say($"all {paths} simulated futures"))
                    : words.Say($"{subject}: mean {what} is {all} after {paths} futures"),
                isAllZero
                    ? words.Say($"Mean of {what} ({Span(result, period, words)}) over the first futures, {said}.")
                    : words.Say(
                        $"Mean of {what} ({Span(result, period, words)}) over the first futures, {said}, and its 95 % interval, which narrows with the square root of their number."
                    ),
                ChartFoot.Of(
                    result,
                    words,
                    "convergence",
                    precision: isAllZero
                        ? words.Word("The same in every future")
                        : words.Say($"Mean {mean} (95 % Monte Carlo interval)")
                ),
                words.Say($"Running mean of {what}, {subject}, over the first futures.")
                    + " "
                    + words.Say(
                        $"After {points[0].Paths} futures it is {first}; after all {words.Count(paths)} it is {all}; 95 % intervals in brackets."
                    )
            )
            {
                Language = words,
            },
            unit,
            [
                .. points.Select(p => new RunningMeanPoint(
                    p.Paths,
                    p.Mean / unit.Factor,
                    p.Low / unit.Factor,
                    p.High / unit.Factor
                )),
            ]
        );
    }

    private static string Span(EnsembleResult result, int period, Language words) =>
        result.Periods[period].Kind == PeriodKind.Total ? words.Word("whole period") : result.Periods[period].Label;

    private static string Subject(EnsembleResult result, SeriesKey key, Language words)
    {
        string[] parts =
        [
            .. key.Actor is { } actor ? [ChartActor.NameOf(result.Scenario, actor, words)] : Array.Empty<string>(),
            .. new[] { key.Place, key.Channel }.OfType<string>().Select(Readable.Name),
        ];
        return parts.Length == 0 ? QuantityWords.Noun(words, key.Quantity) : string.Join(words.Word(", "), parts);
    }
}
