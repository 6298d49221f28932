using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Fan of an actor's monthly gross revenue: bands of 90 % and 50 %, median and mean.</summary>
public static class FanCharts
{
    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor whose gross revenue is recorded.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public static FanChart Of(EnsembleResult result, string actor, Language? language = null)
    {
        var words = language ?? Language.English;
        var series = new ChartSeries(result, words);
        var total = series.GrossTotal(actor);
        var months = series.ByMonth(ChartSeries.Gross(actor))!.Value;
        var quantiles = Probabilities
            .Select(p => months.Select(m => QuantileEstimate.Type7(m.Sample!, p)).ToArray())
            .ToArray();
        var means = months.Select(m => m.Mean).ToArray();
        var isAllZero = total is { Min: 0.0, Max: 0.0 };
        var scale = words.Scale(isAllZero ? 1e6 : Math.Max(quantiles[^1].Max(), means.Max()));
        var unit = ChartUnit.UsdPerMonth(scale.Usd);
        var note =
            isAllZero ? null
            : IsRare(quantiles) ? RareNote(total, words)
            : words.Word("In each month the named share of futures lies within its band.");
        ImmutableArray<double> Scaled(double[] usd) => [.. usd.Select(v => v / scale.Usd)];
        var label = series.Label(actor);
        return new FanChart(
            new ChartText(
                words.Say($"{label}: {RevenueWords.Finding(total, words)}"),
                words.Say($"Gross oil revenue (sales and levies) by month, {words.Unit(unit)}, {series.Span}.")
                    + (note is null ? "" : " " + note),
                ChartFoot.Of(result, words, "fan", actor, hasQuantiles: true),
                AltText(label, series, quantiles, means, total)
            )
            {
                Language = words,
            },
            label,
            unit,
            series.Months,
            [
                new FanBand(0.9, words.OfFutures(0.9), Scaled(quantiles[0]), Scaled(quantiles[4])),
                new FanBand(0.5, words.OfFutures(0.5), Scaled(quantiles[1]), Scaled(quantiles[3])),
            ],
            Scaled(quantiles[2]),
            Scaled(means),
            isAllZero
        );
    }

    // Every band lies on the zero line: a fan then shows its mean alone.
    private static bool IsRare(double[][] quantiles) =>
        quantiles[^1].All(v => v == 0.0) && quantiles[0].All(v => v == 0.0);

    private static string RareNote(SeriesStatistics total, Language words) =>
        words.Word("In any one month at least 95 % of futures bring nothing, so the bands lie at zero.")
        + " "
        + words.Say(
            $"The mean, {words.MoneyKnown(total.Mean, MeanEstimate.Of(total).HalfWidth)} over the whole period, comes from the few that bring something; how much they bring is in the exceedance chart."
        );

    private static string AltText(
        string label,
        ChartSeries series,
        double[][] quantiles,
        double[] means,
        SeriesStatistics total
    )
    {
        var words = series.Words;
        var what = words.Say($"Fan chart of the monthly gross oil revenue of {label}, {series.Span}.");
        if (total is { Min: 0.0, Max: 0.0 })
        {
            return $"{what} {words.Say($"It is zero in every month of all {total.Count} simulated futures.")}";
        }

        var course = FanWords.Course(words, series.Months, means, words.Money);
        var note = IsRare(quantiles) ? RareNote(total, words) : LastMonth(quantiles, words);
        return $"{what} {course} {note} {words.Say($"Over the whole period: {RevenueWords.Finding(total, words)}.")}";
    }

    private static string LastMonth(double[][] quantiles, Language words)
    {
        var (low, high) = (quantiles[0][^1], quantiles[4][^1]);
        var range = low == high ? null : words.MoneyRange(low, high);
        return FanWords.LastMonth(words, words.Money(quantiles[2][^1]), range);
    }
}
