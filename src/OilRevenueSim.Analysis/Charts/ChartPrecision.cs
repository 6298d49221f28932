using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>How well the number of a chart is known from so many paths, for its foot.</summary>
internal static class ChartPrecision
{
    /// <summary>Mean gross revenue over the whole period ± half of its 95 % interval; of an actor that never has any, the bound on the chance.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor, or null for the first in focus, who is then named.</param>
    /// <param name="words">Language.</param>
    /// <returns>Null for a single path, or where no gross revenue is recorded.</returns>
    public static string? OfMean(EnsembleResult result, string? actor, Language words)
    {
        var series = new ChartSeries(result);
        var subject =
            actor
            ?? ResultManifest.From(result).Focus.Select(a => a.Name).FirstOrDefault(a => Total(series, a) is not null);
        if (subject is null || Total(series, subject) is not { Count: > 1 } total)
        {
            return null;
        }

        var label = series.Label(subject);
        if (total.PositiveCount == 0)
        {
            return words.Say($"Any oil revenue of {label} in {words.OfFutures(ProbabilityEstimate.AboveZero(total))}");
        }

        if (MeanEstimate.Of(total).HalfWidth is not { } half)
        {
            return null;
        }

        var mean = words.MoneyWithError(total.Mean, half);
        return actor is null
            ? words.Say($"{label}: mean {mean} (95 % Monte Carlo interval)")
            : words.Say($"Mean {mean} (95 % Monte Carlo interval)");
    }

    /// <summary>In place of an error that is not known.</summary>
    public const string None = "";

    /// <summary>Mean of a series over the whole period ± half of its 95 % interval, in its own unit; or that it is the same in every future.</summary>
    /// <param name="result">Result.</param>
    /// <param name="key">Series.</param>
    /// <param name="words">Language.</param>
    /// <returns><see cref="None"/> for a single path.</returns>
    public static string OfSeries(EnsembleResult result, SeriesKey key, Language words)
    {
        var series = new ChartSeries(result, words);
        if (series.IsSame(key))
        {
            return words.Word("The same in every future");
        }

        if (series.Total(key) is not { } total || MeanEstimate.Of(total).HalfWidth is not { } half)
        {
            return None;
        }

        var said = new SeriesWords(words, result.Scenario, key);
        var mean = said.WithError(total.Mean, half);
        return said.IsFlow
            ? words.Say($"Mean of the whole period's total {mean} (95 % Monte Carlo interval)")
            : words.Say($"Mean over the whole period {mean} (95 % Monte Carlo interval)");
    }

    /// <summary>How many standard errors of a mean are half of its 95 % interval; 0 for a single independent part.</summary>
    /// <param name="result">Result.</param>
    public static double ErrorsInHalf(EnsembleResult result)
    {
        var parts = result.At(0, 0).Parts?.Count ?? result.Manifest.Paths;
        return parts < 2 ? 0.0 : Confidence.StudentQuantile(parts - 1);
    }

    /// <summary>A share of futures with its interval.</summary>
    /// <param name="share">Share.</param>
    /// <param name="words">Language.</param>
    public static string OfShare(Estimate share, Language words) =>
        share.Value is <= 0.0 or >= 1.0
            ? words.Say($"{Language.Sentence(words.OfFutures(share))} (95 % Monte Carlo bound)")
            : words.Say($"{words.ProbabilityWithInterval(share)} of futures (95 % Monte Carlo interval)");

    /// <summary>Half of the widest 95 % interval of the probabilities of holding an area.</summary>
    /// <param name="result">Result.</param>
    /// <param name="words">Language.</param>
    /// <returns>Null for a single path.</returns>
    public static string? OfHolding(EnsembleResult result, Language words)
    {
        if (result.Manifest.Paths < 2)
        {
            return null;
        }

        var largest = Enumerable
            .Range(0, result.Series.Length)
            .Where(s => result.Series[s].Quantity == ReportQuantity.ProbabilityHolds)
            .SelectMany(s =>
                Enumerable
                    .Range(0, result.Periods.Length)
                    .Select(p => MeanEstimate.Of(result.At(s, p)).HalfWidth ?? 0.0)
            )
            .DefaultIfEmpty(0.0)
            .Max();
        return largest == 0.0
            ? words.Word("The same in every future")
            : words.Say($"Probabilities ± {words.Probability(largest)} at most (95 % Monte Carlo interval)");
    }

    private static SeriesStatistics? Total(ChartSeries series, string actor) => series.Total(ChartSeries.Gross(actor));
}
