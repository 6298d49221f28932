using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The mean of the first N futures with its 95 % interval, N on a logarithmic scale.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD</c>; values are already in it.</param>
/// <param name="Points">Points in order of N; the last is of all futures.</param>
public sealed record ConvergenceChart(ChartText Text, string Unit, ImmutableArray<RunningMeanPoint> Points);

/// <summary>Running mean of a series.</summary>
public static class ConvergenceCharts
{
    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result that kept the values of its paths.</param>
    /// <param name="series">Index of the series.</param>
    /// <param name="period">Index of the period.</param>
    /// <exception cref="InvalidOperationException">
    /// The run kept no values of the series by path, or had replicates or a sampling design.
    /// </exception>
    /// <exception cref="ArgumentException">There are fewer than 16 paths.</exception>
    public static ConvergenceChart Of(EnsembleResult result, int series, int period)
    {
        IndependentPaths.Require(result.At(series, period), "A running mean");
        var draws = result.Draws(series, period);
        var points = RunningMean.Of(draws).Points;
        var key = result.Series[series];
        var isMoney = key.Quantity.Unit == "USD";
        var last = points[^1];
        var scale = isMoney
            ? Readable.Scale(last.Mean == 0.0 ? last.High : last.Mean)
            : new MoneyScale(1.0, key.Quantity.Unit);
        string Say(double value) => (value / scale.Usd).ToString("#,0.###", CultureInfo.InvariantCulture);
        var subject = Subject(result, key);
        var paths = Readable.Count(result.Manifest.Paths);
        var half = last.High - last.Mean;
        return new ConvergenceChart(
            new ChartText(
                $"{subject}: {Say(last.Mean)} ± {Say(half)} {scale.Name} after {paths} futures",
                $"Mean of {key.Quantity.Name} ({result.Periods[period].Label}) over the first futures, {scale.Name}, and its 95 % "
                    + "interval, which narrows with the square root of their number.",
                ChartFoot.Of(
                    result,
                    kind: "convergence",
                    precision: Language.English.Say(
                        $"Mean {Say(last.Mean)} ± {Say(result.At(series, period).StandardError)} {scale.Name} (± Monte Carlo error)"
                    )
                ),
                $"Running mean of {key.Quantity.Name}, {subject}, over the first futures. After {Readable.Count(points[0].Paths)} it is "
                    + $"{Say(points[0].Mean)} {scale.Name}; after {paths} it is {Say(last.Mean)}, 95 % interval {Say(last.Low)} to {Say(last.High)}."
            ),
            scale.Name,
            [
                .. points.Select(p => new RunningMeanPoint(
                    p.Paths,
                    p.Mean / scale.Usd,
                    p.Low / scale.Usd,
                    p.High / scale.Usd
                )),
            ]
        );
    }

    private static string Subject(EnsembleResult result, SeriesKey key)
    {
        string[] parts =
        [
            .. key.Actor is { } actor ? [new ChartSeries(result).Label(actor)] : Array.Empty<string>(),
            .. new[] { key.Place, key.Channel }.OfType<string>().Select(Readable.Name),
        ];
        return parts.Length == 0 ? key.Quantity.Name : string.Join(", ", parts);
    }
}
