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
        var amounts = ActorThresholds.Of(result, actor, total);
        ImmutableArray<ExceedanceThreshold> thresholds =
        [
            .. amounts.Usd.Zip(amounts.Above, (usd, above) => Threshold(usd, above, words)),
        ];
        var any = ProbabilityEstimate.AboveZero(total);
        var told = amounts.Told(any);
        return new ExceedanceChart(
            new ChartText(
                total.PositiveCount == 0
                    ? words.Say($"{label}: {RevenueWords.Finding(total, words)}")
                    : Title(label, told, words),
                words.Say($"Gross oil revenue (sales and levies) over the whole period, {series.Span}.")
                    + (
                        total.PositiveCount == 0
                            ? ""
                            : " "
                                + words.Word(
                                    "The height of the curve is the probability of more than the amount below it."
                                )
                                + amounts.Note(words)
                    ),
                ChartFoot.Of(
                    result,
                    words,
                    "exceedance",
                    actor,
                    total.PositiveCount == 0 ? null : ChartPrecision.OfShare(told.Above, words),
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

    private static string Title(string label, (double Usd, Estimate Above) told, Language words) =>
        told.Usd == 0.0
            ? words.Say($"{label}: any oil revenue at all in {words.OfFutures(told.Above)}")
            : words.Say(
                $"{label}: more than {words.ExactMoney(told.Usd)} of oil revenue in {words.OfFutures(told.Above)}"
            );

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
