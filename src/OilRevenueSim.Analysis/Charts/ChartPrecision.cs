using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>How well the number of a chart is known from so many paths, for its foot.</summary>
internal static class ChartPrecision
{
    /// <summary>Mean gross revenue over the whole period ± its standard error; of an actor that never has any, the bound on the chance.</summary>
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
            return words.Say(
                $"Any oil revenue of {label} in {words.ProbabilityWithInterval(ProbabilityEstimate.AboveZero(total))} of futures"
            );
        }

        var mean = words.MoneyWithError(total.Mean, total.StandardError);
        return actor is null
            ? words.Say($"{label}: mean {mean} (Monte Carlo error)")
            : words.Say($"Mean {mean} (Monte Carlo error)");
    }

    /// <summary>In place of an error that is not known.</summary>
    public const string None = "";

    /// <summary>Mean of a series over the whole period ± its standard error, in its own unit.</summary>
    /// <param name="result">Result.</param>
    /// <param name="key">Series.</param>
    /// <param name="words">Language.</param>
    /// <returns><see cref="None"/> for a single path.</returns>
    public static string OfSeries(EnsembleResult result, SeriesKey key, Language words)
    {
        if (new ChartSeries(result, words).Total(key) is not { Count: > 1 } total)
        {
            return None;
        }

        var mean = new SeriesWords(words, result.Scenario, key).WithError(total.Mean, total.StandardError);
        return words.Say($"Mean {mean} (Monte Carlo error)");
    }

    /// <summary>A share of futures with its interval.</summary>
    /// <param name="share">Share.</param>
    /// <param name="words">Language.</param>
    public static string OfShare(Estimate share, Language words) =>
        words.Say($"{words.ProbabilityWithInterval(share)} of futures (95 % Monte Carlo interval)");

    /// <summary>Largest standard error of the probabilities of holding an area.</summary>
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
            .SelectMany(s => Enumerable.Range(0, result.Periods.Length).Select(p => result.At(s, p).StandardError))
            .DefaultIfEmpty(0.0)
            .Max();
        return words.Say($"Probabilities ± {words.Probability(largest)} at most (Monte Carlo error)");
    }

    private static SeriesStatistics? Total(ChartSeries series, string actor) => series.Total(ChartSeries.Gross(actor));
}
