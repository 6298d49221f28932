using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Quantile dot plot of an actor's gross revenue over the whole horizon.</summary>
/// <remarks>
/// Dot i of n stands at the quantile (i − 1/2)/n, so that each is one future in n and chances are read by counting: Kay, Kola, Hullman
/// and Munson, "When (ish) is my bus?" (CHI 2016).
/// </remarks>
public static class DotsCharts
{
    /// <summary>Numbers of dots that can be counted and still tell a chance of one in twenty.</summary>
    public static ImmutableArray<int> Counts { get; } = [20, 50];

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor.</param>
    /// <param name="dots">20 or 50.</param>
    /// <param name="thresholdUsd">
    /// Amount above which dots are told apart, USD, zero or more; null is that of the title of the exceedance chart: the threshold
    /// of the scenario, or of the actor where that says nothing of it, whose chance is nearest to one half.
    /// </param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another number of dots, or a threshold that is negative or no number.</exception>
    public static DotsChart Of(
        EnsembleResult result,
        string actor,
        int dots = 20,
        double? thresholdUsd = null,
        Language? language = null
    )
    {
        if (!Counts.Contains(dots))
        {
            throw new ArgumentOutOfRangeException(nameof(dots), dots, "A dot plot has 20 or 50 dots.");
        }

        if (thresholdUsd is { } amount && !(double.IsFinite(amount) && amount >= 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(thresholdUsd), amount, "A threshold is zero or more.");
        }

        var words = language ?? Language.English;
        var key = ChartSeries.Gross(actor);
        var distribution = new TotalDistribution(result, key);
        double[] all = [.. Enumerable.Range(0, dots).Select(i => distribution.Quantile((i + 0.5) / dots))];
        var amounts = ActorThresholds.Of(result, actor, distribution.Statistics);
        var threshold =
            thresholdUsd ?? amounts.Told(SeriesEstimates.ProbabilityAbove(distribution.Statistics, 0.0)).Usd;
        var above = all.Count(d => d > threshold);
        var scale = distribution.Scale(words);
        var subject = QuantityWords.Subject(words, result.Scenario, key);
        var label =
            threshold > 0.0 ? words.Say($"more than {words.ExactMoney(threshold)}") : words.Word("anything at all");
        ImmutableArray<double> spread = [.. all.Where(d => d != 0.0)];
        return new DotsChart(
            new ChartText(
                distribution.Spread == 0
                    ? DistributionWords.Title(words, subject, ReportQuantity.Gross, distribution)
                    : words.Say($"{subject}: {Finding(words, above, dots, label)}"),
                Subtitle(words, result, distribution, dots, threshold, label)
                    + (thresholdUsd is null && threshold > 0.0 ? amounts.Note(words) : ""),
                ChartFoot.Of(
                    result,
                    words,
                    "dots",
                    actor,
                    distribution.Spread == 0
                        ? null
                        : ChartPrecision.OfShare(
                            SeriesEstimates.ProbabilityAbove(distribution.Statistics, threshold),
                            words
                        ),
                    hasQuantiles: true
                ),
                AltText(words, subject, result, distribution, all, Finding(words, above, dots, label))
            )
            {
                Language = words,
            },
            subject,
            scale.Name,
            distribution.IsLogarithmic,
            [.. spread.Select(d => d / scale.Size)],
            dots - spread.Length,
            threshold / scale.Size,
            label,
            above
        );
    }

    /// <summary>A chance as a count of dots, e.g. <c>3 in 20 futures bring more than 100 million USD</c>.</summary>
    private static string Finding(Language words, int above, int dots, string label) =>
        above == 0 ? words.Say($"fewer than 1 in {dots} futures bring {label}")
        : above == dots ? words.Say($"more than {dots - 1} in {dots} futures bring {label}")
        : above == 1 ? words.Say($"about 1 in {dots} futures brings {label}")
        : words.Say($"about {above} in {dots} futures bring {label}");

    private static string Subtitle(
        Language words,
        EnsembleResult result,
        TotalDistribution distribution,
        int dots,
        double threshold,
        string label
    )
    {
        var chance = words.ProbabilityWithInterval(
            SeriesEstimates.ProbabilityAbove(distribution.Statistics, threshold)
        );
        return string.Join(
            " ",
            DistributionWords.Subtitle(words, result, ReportQuantity.Gross),
            words.Say($"Every dot is one future in {dots}; count them."),
            words.Say($"By all {words.Count(distribution.Count)} futures the chance of {label} is {chance}.")
        );
    }

    private static string AltText(
        Language words,
        string subject,
        EnsembleResult result,
        TotalDistribution distribution,
        double[] dots,
        string finding
    )
    {
        var what = DistributionWords.Alt(
            words,
            words.Word("Dot plot"),
            subject,
            result,
            ReportQuantity.Gross,
            distribution
        );
        if (distribution.Spread == 0)
        {
            return what;
        }

        var groups = string.Join(words.Word(", "), Groups(words, dots));
        return $"{what} {Language.Sentence(finding)}. {words.Say($"Of {dots.Length} futures {groups}.")}";
    }

    // Dots of one order of magnitude or, where all lie close together, of one amount told together: a reader counts no list of twenty.
    private static IEnumerable<string> Groups(Language words, double[] dots)
    {
        var told = dots.Where(d => d != 0.0)
            .GroupBy(d => (Sign: Math.Sign(d), Order: Math.Floor(Math.Log10(Math.Abs(d)))))
            .Select(g => (Count: g.Count(), Low: g.Min(), High: g.Max()))
            .Select(g =>
                g.Count == 1 || words.Money(g.Low) == words.Money(g.High)
                    ? words.Say($"{g.Count} at {words.Money(g.Low)}")
                    : words.Say($"{g.Count} from {words.MoneyRange(g.Low, g.High)}")
            );
        var zeros = dots.Count(d => d == 0.0);
        return zeros == 0 ? told : told.Prepend(words.Say($"{zeros} end at zero"));
    }
}
