using System.Collections.Immutable;
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
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public static ExceedanceChart Of(EnsembleResult result, string actor, Language? language = null)
    {
        var words = language ?? Language.English;
        var series = new ChartSeries(result, words);
        var total = series.GrossTotal(actor);
        var label = series.Label(actor);
        Estimate[] above = [.. result.Scenario.Thresholds.Select((t, i) => Above(total, i, t.Value))];
        ImmutableArray<ExceedanceThreshold> thresholds =
        [
            .. result.Scenario.Thresholds.Select((t, i) => Threshold(t.Value, above[i], words)),
        ];
        var any = ProbabilityEstimate.AboveZero(total);
        return new ExceedanceChart(
            new ChartText(
                total.PositiveCount == 0
                    ? words.Say($"{label}: {RevenueWords.Finding(total, words)}")
                    : Title(label, any, thresholds, above, words),
                words.Say($"Gross oil revenue (sales and levies) over the whole period, {series.Span}.")
                    + (
                        total.PositiveCount == 0
                            ? ""
                            : " "
                                + words.Word(
                                    "The height of the curve is the probability of more than the amount below it."
                                )
                    ),
                ChartFoot.Of(
                    result,
                    words,
                    "exceedance",
                    actor,
                    total.PositiveCount == 0
                        ? null
                        : ChartPrecision.OfShare(thresholds.IsEmpty ? any : above[ToldThreshold.Index(above)], words),
                    hasQuantiles: true
                ),
                AltText(label, series, any, total, thresholds)
            )
            {
                Language = words,
            },
            label,
            ChartUnit.Usd(1.0),
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

    private static ExceedanceThreshold Threshold(double usd, Estimate p, Language words)
    {
        return new ExceedanceThreshold(
            usd,
            words.ExactMoney(usd),
            p.Value,
            p.Low ?? p.Value,
            p.High ?? p.Value,
            words.Probability(p)
        );
    }

    private static string Title(
        string label,
        Estimate any,
        ImmutableArray<ExceedanceThreshold> thresholds,
        Estimate[] above,
        Language words
    )
    {
        if (thresholds.IsEmpty)
        {
            return words.Say($"{label}: any oil revenue at all in {words.OfFutures(any)}");
        }

        var told = ToldThreshold.Index(above);
        return words.Say(
            $"{label}: more than {thresholds[told].Label} of oil revenue in {words.OfFutures(above[told])}"
        );
    }

    private static string AltText(
        string label,
        ChartSeries series,
        Estimate any,
        SeriesStatistics total,
        ImmutableArray<ExceedanceThreshold> thresholds
    )
    {
        var words = series.Words;
        var what = words.Say(
            $"Curve of the probability that the gross oil revenue of {label}, {series.Span}, exceeds an amount, on a logarithmic axis."
        );
        var share = words.Say($"There is some in {words.OfFutures(any)}; {total.Count} futures were simulated.");
        string[] largest =
            total.PositiveCount == 0 ? [] : [words.Say($"The largest amount seen is {words.Money(total.Max)}.")];
        var passed = thresholds.Select(t => words.Say($"More than {t.Label}: {t.ProbabilityLabel}."));
        return string.Join(' ', [what, share, .. passed, .. largest]);
    }
}
