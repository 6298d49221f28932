using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Probability that an actor's gross revenue over the whole horizon exceeds an amount.</summary>
public static class ExceedanceCharts
{
    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor whose gross revenue is recorded.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public static ExceedanceChart Of(EnsembleResult result, string actor)
    {
        var series = new ChartSeries(result);
        var total = series.GrossTotal(actor);
        var label = series.Label(actor);
        Estimate[] above = [.. result.Scenario.Thresholds.Select((t, i) => Above(total, i, t.Value))];
        ImmutableArray<ExceedanceThreshold> thresholds =
        [
            .. result.Scenario.Thresholds.Select((t, i) => Threshold(t.Value, above[i])),
        ];
        var any = ProbabilityEstimate.AboveZero(total);
        return new ExceedanceChart(
            new ChartText(
                Title(label, any, thresholds),
                $"Gross oil revenue (sales and levies) over the whole period, {series.Span}. "
                    + "The height of the curve is the probability of more than the amount below it.",
                ChartFoot.Of(
                    result,
                    kind: "exceedance",
                    actor: actor,
                    precision: ChartPrecision.OfShare(
                        thresholds.IsEmpty || any.Value <= 0.0 ? any : above[Told(thresholds)],
                        Language.English
                    )
                ),
                AltText(label, series.Span, any, total, thresholds)
            ),
            label,
            "USD",
            ExceedanceCurve.Of(total.Sample!, total.PositiveCount),
            thresholds,
            (total.Count - total.PositiveCount) / (double)total.Count
        );
    }

    private static Estimate Above(SeriesStatistics total, int index, double threshold) =>
        index < total.AboveThreshold.Length
            ? ProbabilityEstimate.Above(total, index)
            : ProbabilityEstimate.Of(
                total.Sample!.CountAbove(threshold),
                total.Count,
                total.Parts?.BelowError(threshold),
                total.Parts
            );

    private static ExceedanceThreshold Threshold(double usd, Estimate p)
    {
        return new ExceedanceThreshold(
            usd,
            Readable.ExactMoney(usd),
            p.Value,
            p.Low ?? p.Value,
            p.High ?? p.Value,
            Readable.Probability(p)
        );
    }

    // The largest threshold passed in at least one future in a hundred, else the smallest one.
    private static int Told(ImmutableArray<ExceedanceThreshold> thresholds) =>
        Math.Max(0, thresholds.Select(t => t.Probability >= 0.01).ToList().LastIndexOf(true));

    private static string Title(string label, Estimate any, ImmutableArray<ExceedanceThreshold> thresholds)
    {
        if (thresholds.IsEmpty || any.Value <= 0.0)
        {
            return $"{label}: any oil revenue at all in {RevenueWords.OfFutures(Readable.Probability(any))}";
        }

        var told = thresholds[Told(thresholds)];
        return $"{label}: more than {told.Label} of oil revenue in {RevenueWords.OfFutures(told.ProbabilityLabel)}";
    }

    private static string AltText(
        string label,
        string span,
        Estimate any,
        SeriesStatistics total,
        ImmutableArray<ExceedanceThreshold> thresholds
    )
    {
        var start =
            $"Curve of the probability that the gross oil revenue of {label} over {span} exceeds an amount, on a logarithmic "
            + $"axis. There is any such revenue in {RevenueWords.OfFutures(Readable.Probability(any))}, of which {Readable.Count(total.Count)} were simulated.";
        var largest = total.PositiveCount == 0 ? "" : $" The largest amount seen is {Readable.Money(total.Max)}.";
        return start + string.Concat(thresholds.Select(t => $" More than {t.Label}: {t.ProbabilityLabel}.")) + largest;
    }
}
