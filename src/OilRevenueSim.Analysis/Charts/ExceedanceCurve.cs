using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The curve x → P(X &gt; x) over the positive values of a sample, as points to join by straight lines.</summary>
/// <remarks>
/// Few values give every step of the staircase. Many give 200 points evenly spaced in probability and 200 evenly spaced in its
/// logarithm, so that the body and the far tail are both smooth. Where many paths share one value the curve drops there.
/// </remarks>
internal static class ExceedanceCurve
{
    private const int Spacing = 200;
    private const int EveryStepUpTo = 2 * Spacing;

    /// <summary>Points, ascending in amount and falling in probability; empty where no path is above zero.</summary>
    internal static ImmutableArray<ExceedancePoint> Of(IOrderStatistics sample, long positiveCount)
    {
        var points = ImmutableArray.CreateBuilder<ExceedancePoint>();
        var n = sample.Count;
        var previous = double.NaN;
        foreach (var rank in Ranks(n, positiveCount))
        {
            var amount = sample.Value(rank);
            if (amount == previous)
            {
                continue;
            }

            var atLeast = n - LowestRankOf(sample, amount, rank) + 1;
            var above = sample.CountAbove(amount);
            // A step that one can see: always in a staircase, else where more than one path in a thousand shares the value.
            if (points.Count == 0 || positiveCount <= EveryStepUpTo || (atLeast - above) * 1000 > n)
            {
                points.Add(new ExceedancePoint(amount, atLeast / (double)n));
            }

            points.Add(new ExceedancePoint(amount, above / (double)n));
            previous = amount;
        }

        return points.ToImmutable();
    }

    private static IEnumerable<long> Ranks(long n, long positive)
    {
        if (positive <= EveryStepUpTo)
        {
            return Enumerable.Range(0, (int)positive).Select(i => n - positive + 1 + i);
        }

        var fromTop = new SortedSet<long>(); // paths above the value, 0 to positive − 1
        for (var i = 0; i <= Spacing; i++)
        {
            var share = i / (double)Spacing;
            fromTop.Add((long)Math.Round(share * (positive - 1)));
            fromTop.Add((long)Math.Round(Math.Pow(positive, share)) - 1);
        }

        return fromTop.Reverse().Select(above => n - above);
    }

    // The first rank that has this value: between 1 and a rank that has it.
    private static long LowestRankOf(IOrderStatistics sample, double amount, long rank)
    {
        long below = 0;
        var has = rank;
        while (has - below > 1)
        {
            var middle = below + ((has - below) / 2);
            if (sample.Value(middle) < amount)
            {
                below = middle;
            }
            else
            {
                has = middle;
            }
        }

        return has;
    }
}
