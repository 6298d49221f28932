using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Fan of an actor's monthly gross revenue: bands of 90 % and 50 %, median and mean.</summary>
public static class FanCharts
{
    private const string BandNote = "In each month the named share of futures lies within its band.";

    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor whose gross revenue is recorded.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public static FanChart Of(EnsembleResult result, string actor)
    {
        var series = new ChartSeries(result);
        var total = series.GrossTotal(actor);
        var months = series.ByMonth(ChartSeries.Gross(actor))!.Value;
        var quantiles = Probabilities
            .Select(p => months.Select(m => QuantileEstimate.Type7(m.Sample!, p)).ToArray())
            .ToArray();
        var means = months.Select(m => m.Mean).ToArray();
        var isAllZero = total is { Min: 0.0, Max: 0.0 };
        var scale = isAllZero
            ? new MoneyScale(1e6, "million USD")
            : Readable.Scale(Math.Max(quantiles[^1].Max(), means.Max()));
        var unit = scale.Name + " per month";
        ImmutableArray<double> Scaled(double[] usd) => [.. usd.Select(v => v / scale.Usd)];
        var label = series.Label(actor);
        return new FanChart(
            new ChartText(
                $"{label}: {RevenueWords.Finding(total)}",
                $"Gross oil revenue (sales and levies) by month, {unit}, {series.Span}. "
                    + (!isAllZero && IsRare(quantiles) ? RareNote(actor, total) : BandNote),
                ChartFoot.Of(result, kind: "fan", actor: actor),
                AltText(actor, label, series, quantiles, means, total)
            ),
            label,
            unit,
            series.Months,
            [
                new FanBand(0.9, "90 % of futures", Scaled(quantiles[0]), Scaled(quantiles[4])),
                new FanBand(0.5, "50 % of futures", Scaled(quantiles[1]), Scaled(quantiles[3])),
            ],
            Scaled(quantiles[2]),
            Scaled(means),
            isAllZero
        );
    }

    // Every band lies on the zero line: a fan then shows its mean alone.
    private static bool IsRare(double[][] quantiles) =>
        quantiles[^1].All(v => v == 0.0) && quantiles[0].All(v => v == 0.0);

    private static string RareNote(string actor, SeriesStatistics total) =>
        "In any one month at least 95 % of futures bring nothing, so the bands lie at zero. "
        + $"The mean, {Readable.Money(total.Mean)} over the whole period, comes from the few that bring something: "
        + $"how much is in exceedance-{actor}.";

    private static string AltText(
        string actor,
        string label,
        ChartSeries series,
        double[][] quantiles,
        double[] means,
        SeriesStatistics total
    )
    {
        if (total is { Min: 0.0, Max: 0.0 })
        {
            return $"Fan chart of the monthly gross oil revenue of {label}, {series.Span}. "
                + $"It is zero in every month of all {Readable.Count(total.Count)} simulated futures.";
        }

        var peak = Array.IndexOf(means, means.Max());
        var last = means.Length - 1;
        return $"Fan chart of the monthly gross oil revenue of {label}, {series.Span}. "
            + $"The mean starts at {Readable.Money(means[0])}, is highest in {Readable.Month(series.Months[peak])} with "
            + $"{Readable.Money(means[peak])}, and ends at {Readable.Money(means[last])}. "
            + $"{(IsRare(quantiles) ? RareNote(actor, total) : LastMonth(quantiles, last))} Over the whole period: {RevenueWords.Finding(total)}.";
    }

    private static string LastMonth(double[][] quantiles, int last) =>
        quantiles[4][last] == quantiles[0][last]
            ? $"In the last month at least 90 % of futures lie at {Readable.Money(quantiles[2][last])}."
            : $"In the last month the median is {Readable.Money(quantiles[2][last])} and 90 % of futures lie within "
                + $"{Readable.MoneyRange(quantiles[0][last], quantiles[4][last])}.";
}
