using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Which of several thresholds the title of a chart tells: one rule for all kinds, so that they tell the same number.</summary>
internal static class ToldThreshold
{
    /// <summary>The threshold whose probability is nearest to one half: tails say less of a distribution, and are known less well.</summary>
    /// <param name="above">Probabilities of more than each threshold, thresholds rising; at least one.</param>
    public static int Index(IReadOnlyList<Estimate> above)
    {
        ArgumentOutOfRangeException.ThrowIfZero(above.Count);
        var below = Enumerable.Range(0, above.Count).TakeWhile(i => above[i].Value >= 0.5).Count();
        var nearest =
            below == 0 ? 0
            : below == above.Count || above[below - 1].Value - 0.5 <= 0.5 - above[below].Value ? below - 1
            : below;
        // Of thresholds that the same futures pass the largest says most.
        var value = above[nearest].Value;
        return value > 0.0 ? Enumerable.Range(0, above.Count).Last(i => above[i].Value == value) : nearest;
    }
}
