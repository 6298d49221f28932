using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Histogram of a number over the whole horizon.</summary>
/// <remarks>
/// Amounts are plain, or logarithms where half of the futures that bring anything would lie in the first tenth of a plain axis. Bins reach
/// over 99.8 % of those futures at least; the rest is named. Bars have equal width on the axis drawn, so areas are as the probabilities.
/// </remarks>
public static class HistogramCharts
{
    private static readonly (double Probability, string Name)[] Quantiles =
    [
        (0.05, "5 % quantile"),
        (0.5, "median"),
        (0.95, "95 % quantile"),
    ];

    /// <summary>Histogram of an actor's gross revenue.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">It is not recorded.</exception>
    public static HistogramChart Of(EnsembleResult result, string actor, Language? language = null) =>
        OfSeries(result, ChartSeries.Gross(actor), language);

    /// <summary>Histogram of any series that is recorded with its sample.</summary>
    /// <param name="result">Result.</param>
    /// <param name="key">Series.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">It is not recorded, or its mean only: the message says what to record.</exception>
    public static HistogramChart OfSeries(EnsembleResult result, SeriesKey key, Language? language = null)
    {
        var words = language ?? Language.English;
        var distribution = new TotalDistribution(result, key);
        var scale = distribution.Scale(words);
        var marks = Marks(distribution, words, scale);
        var edges = distribution.Spread == 0 ? [] : Edges(distribution, marks, scale);
        ImmutableArray<HistogramBin> bins =
        [
            .. edges
                .Zip(edges.Skip(1))
                .Select(e => new HistogramBin(
                    e.First / scale.Size,
                    e.Second / scale.Size,
                    distribution.ShareWithin(e.First, e.Second)
                )),
        ];
        var outside = bins.IsEmpty ? "" : Outside(distribution, edges, words);
        var subject = QuantityWords.Subject(words, result.Scenario, key);
        return new HistogramChart(
            new ChartText(
                DistributionWords.Title(words, subject, key.Quantity, distribution),
                Subtitle(words, result, key, distribution, edges, marks),
                ChartFoot.Of(
                    result,
                    words,
                    "histogram",
                    key.Actor,
                    ChartPrecision.OfSeries(result, key, words),
                    hasQuantiles: true
                ),
                AltText(words, subject, result, key, distribution, bins, marks, scale, outside)
            )
            {
                Language = words,
            },
            subject,
            scale.Name,
            distribution.IsLogarithmic,
            bins,
            distribution.Zero / (double)distribution.Count,
            words.Probability(distribution.ProbabilityOfZero),
            marks,
            outside
        );
    }

    private static ImmutableArray<HistogramMark> Marks(
        TotalDistribution distribution,
        Language words,
        AmountScale scale
    )
    {
        var total = distribution.Statistics;
        HistogramMark Mark(string name, double amount, bool isMean) =>
            new(
                words.Word(name),
                amount / scale.Size,
                isMean && distribution.Unit == "USD"
                    ? words.MoneyKnown(amount, MeanEstimate.Of(total).HalfWidth)
                    : AmountScale.Say(words, distribution.Unit, amount),
                isMean
            );
        return
        [
            .. Quantiles.Select(q => Mark(q.Name, distribution.Quantile(q.Probability), isMean: false)),
            Mark("mean", total.Mean, isMean: true),
        ];
    }

    // From zero where amounts are plain and reach down to less than half of the largest; always wide enough for the marks.
    private static ImmutableArray<double> Edges(
        TotalDistribution distribution,
        ImmutableArray<HistogramMark> marks,
        AmountScale scale
    )
    {
        var shown = marks.Select(m => m.Amount * scale.Size).Where(a => a != 0.0).ToList();
        var low = Math.Min(distribution.Low, shown.Min());
        var high = Math.Max(distribution.High, shown.Max());
        var isFromZero = !distribution.IsLogarithmic && distribution.Negative == 0 && low < 0.5 * high;
        return HistogramBins.Edges(distribution, isFromZero ? 0.0 : low, high);
    }

    private static string Outside(TotalDistribution distribution, ImmutableArray<double> edges, Language words)
    {
        var below = distribution.ShareWithin(double.NegativeInfinity, edges[0]);
        var beyond = distribution.ShareWithin(edges[^1], double.PositiveInfinity);
        string Say(double amount) => AmountScale.Say(words, distribution.Unit, amount);
        string[] parts =
        [
            below > 0.0
                ? words.Say(
                    $"{words.Probability(below)} of futures lie below, down to {Say(distribution.NonZero(0.0))}"
                )
                : "",
            beyond > 0.0
                ? words.Say(
                    $"{words.Probability(beyond)} of futures lie beyond, up to {Say(distribution.Statistics.Max)}"
                )
                : "",
        ];
        return string.Join(words.Word("; "), parts.Where(p => p.Length > 0));
    }

    private static string Subtitle(
        Language words,
        EnsembleResult result,
        SeriesKey key,
        TotalDistribution distribution,
        ImmutableArray<double> edges,
        ImmutableArray<HistogramMark> marks
    )
    {
        var what =
            DistributionWords.Subtitle(words, result, key.Quantity)
            + QuantityWords.BelowZero(words, key.Quantity, -distribution.Negative);
        if (edges.IsEmpty)
        {
            return what;
        }

        var bars = distribution.IsLogarithmic
            ? words.Say(
                $"Every bar ends at {AmountScale.Digits(words, edges[1] / edges[0])} times its start; its height is the share of all futures in it."
            )
            : words.Say(
                $"Every bar spans {AmountScale.Say(words, distribution.Unit, edges[1] - edges[0])}; its height is the share of all futures in it."
            );
        var zeros = marks.Where(m => m.Amount == 0.0).Select(m => m.Name).ToList();
        var atZero = zeros.Count == 0 ? "" : " " + words.Say($"At zero: {words.List(zeros)}.");
        return $"{what} {bars}{atZero}";
    }

    private static string AltText(
        Language words,
        string subject,
        EnsembleResult result,
        SeriesKey key,
        TotalDistribution distribution,
        ImmutableArray<HistogramBin> bins,
        ImmutableArray<HistogramMark> marks,
        AmountScale scale,
        string outside
    )
    {
        var what = DistributionWords.Alt(words, words.Word("Histogram"), subject, result, key.Quantity, distribution);
        if (bins.IsEmpty)
        {
            return what;
        }

        var each = string.Join(words.Word("; "), marks.Select(m => words.Say($"{m.Name}: {m.Label}")));
        var told = $" {Language.Sentence(each)}.";
        var tallest = bins.MaxBy(b => b.Probability);
        var range = AmountScale.Range(words, distribution.Unit, tallest.Low * scale.Size, tallest.High * scale.Size);
        var peak = words.Say($"The tallest bar, {range}, holds {words.Probability(tallest.Probability)} of futures.");
        return $"{what}{told} {peak}{(outside.Length == 0 ? "" : $" {outside}.")}";
    }
}
