using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What a distribution of revenue says, in one clause.</summary>
internal static class RevenueWords
{
    /// <summary>
    /// Zero in how many futures where that is at least one in ten, else the range of 90 % of futures; over the whole horizon.
    /// </summary>
    internal static string Finding(SeriesStatistics total)
    {
        if (total.PositiveCount == 0)
        {
            return $"oil revenue is zero in all {Readable.Count(total.Count)} simulated futures";
        }

        var zero = ProbabilityEstimate.Of(
            total.Count - total.PositiveCount,
            total.Count,
            total.Parts?.PositiveShareError,
            total.Parts
        );
        if (zero.Value >= 0.1)
        {
            return $"oil revenue is zero in {OfFutures(Readable.Probability(zero))}";
        }

        var low = QuantileEstimate.Type7(total.Sample!, 0.05);
        var high = QuantileEstimate.Type7(total.Sample!, 0.95);
        return low == high
            ? $"oil revenue totals {Readable.Money(low)}"
            : $"oil revenue totals {Readable.MoneyRange(low, high)} in 90 % of futures";
    }

    /// <summary>A share of futures within a sentence: a bound reads as <c>fewer than 0.04 %</c> or <c>more than 99.96 %</c>.</summary>
    /// <param name="probability">Probability as printed.</param>
    internal static string OfFutures(string probability) =>
        probability
            .Replace("below ", "fewer than ", StringComparison.Ordinal)
            .Replace("above ", "more than ", StringComparison.Ordinal) + " of futures";
}
