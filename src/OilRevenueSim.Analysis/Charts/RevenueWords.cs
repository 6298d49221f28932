using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What a distribution of revenue says, in one clause.</summary>
internal static class RevenueWords
{
    /// <summary>
    /// Zero in how many futures where that is at least one in ten, else the range of 90 % of futures; over the whole horizon.
    /// </summary>
    internal static string Finding(SeriesStatistics total, Language words)
    {
        if (total.PositiveCount == 0)
        {
            return words.Say($"oil revenue is zero in all {total.Count} simulated futures");
        }

        var zero = ProbabilityEstimate.Of(
            total.Count - total.PositiveCount,
            total.Count,
            total.Parts?.PositiveShareError,
            total.Parts
        );
        if (zero.Value >= 0.1)
        {
            return words.Say($"oil revenue is zero in {words.OfFutures(zero)}");
        }

        var low = QuantileEstimate.Type7(total.Sample!, 0.05);
        var high = QuantileEstimate.Type7(total.Sample!, 0.95);
        return low == high
            ? words.Say($"oil revenue totals {words.Money(low)}")
            : words.Say($"oil revenue totals {words.MoneyRange(low, high)} in 90 % of futures");
    }
}
