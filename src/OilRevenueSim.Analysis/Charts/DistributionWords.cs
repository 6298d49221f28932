using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What charts of a distribution say: its finding, what it is of, and its mass at zero.</summary>
internal static class DistributionWords
{
    /// <summary>Zero in how many futures where that is at least one in ten, else the range of 90 % of futures.</summary>
    public static string Title(Language words, string subject, ReportQuantity quantity, TotalDistribution distribution)
    {
        if (distribution.Spread == 0)
        {
            return QuantityWords.Zero(
                words,
                subject,
                quantity,
                words.Say($"all {distribution.Count} simulated futures")
            );
        }

        var zero = distribution.ProbabilityOfZero;
        if (zero.Value >= 0.1)
        {
            return QuantityWords.Zero(words, subject, quantity, words.OfFutures(zero));
        }

        var (low, high) = (distribution.Quantile(0.05), distribution.Quantile(0.95));
        var amount =
            low == high
                ? AmountScale.Say(words, distribution.Unit, low)
                : AmountScale.Range(words, distribution.Unit, low, high);
        var phrase = QuantityWords.Phrase(words, quantity, amount, high);
        return low == high ? words.Say($"{subject}: {phrase}") : words.Say($"{subject}: {phrase} in 90 % of futures");
    }

    /// <summary>What is counted, over which months.</summary>
    public static string Subtitle(Language words, EnsembleResult result, ReportQuantity quantity) =>
        words.Say($"{QuantityWords.Head(words, quantity)} over the whole period, {Span(words, result)}.");

    /// <summary>The first sentences of the alt text: kind, subject, period, and the mass at zero.</summary>
    public static string Alt(
        Language words,
        string kind,
        string subject,
        EnsembleResult result,
        ReportQuantity quantity,
        TotalDistribution distribution
    )
    {
        var noun = QuantityWords.Noun(words, quantity);
        var what = words.Say(
            $"{kind}: {noun} of {subject}, {Span(words, result)}, in {distribution.Count} simulated futures."
        );
        return distribution.Zero == 0 ? what
            : distribution.Spread == 0 ? what + " " + words.Word("It is zero in every one.")
            : what
                + " "
                + words.Say($"It is exactly zero in {words.Probability(distribution.ProbabilityOfZero)} of them.");
    }

    /// <summary>First and last month in words.</summary>
    public static string Span(Language words, EnsembleResult result) => new ChartSeries(result, words).Span;
}
