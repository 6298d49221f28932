using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Quantiles of a sample with their order-statistic intervals.</summary>
/// <remarks>One instance serves all series of a result: the ranks depend on the number of paths only.</remarks>
public sealed class QuantileEstimate
{
    private readonly long count;
    private readonly ImmutableArray<double> probabilities;
    private readonly ImmutableArray<QuantileRanks?> ranks;

    /// <summary>Prepares the ranks.</summary>
    /// <param name="count">Number of paths n ≥ 1.</param>
    /// <param name="probabilities">Probabilities inside (0, 1).</param>
    public QuantileEstimate(long count, params ReadOnlySpan<double> probabilities)
    {
        this.count = count;
        this.probabilities = [.. probabilities];
        ranks = [.. this.probabilities.Select(p => QuantileRanks.Of(count, p))];
    }

    /// <summary>Quantile of the i-th probability with its interval; no interval where a rank does not exist.</summary>
    /// <remarks>Ends read from a sketch are widened by its relative error.</remarks>
    /// <param name="sample">Ordered sample of as many paths as the ranks were prepared for.</param>
    /// <param name="index">Index into the probabilities given.</param>
    /// <exception cref="ArgumentException">The sample has another number of paths.</exception>
    public Estimate Of(IOrderStatistics sample, int index)
    {
        if (sample.Count != count)
        {
            throw new ArgumentException($"The sample has {sample.Count} paths; ranks are for {count}.", nameof(sample));
        }

        var value = Type7(sample, probabilities[index]);
        if (ranks[index] is not { } rank)
        {
            return Estimate.Bare(value);
        }

        var low = sample.Value(rank.Low);
        var high = sample.Value(rank.High);
        var error = sample.RelativeError;
        return new Estimate(value, low - (error * Math.Abs(low)), high + (error * Math.Abs(high)));
    }

    /// <summary>Quantile of the i-th probability of a series with its interval.</summary>
    /// <remarks>
    /// Where paths are not independent the interval is Woodruff's (1952): the quantiles at p ± t·se, se the standard error of the share of
    /// paths at most at (or below, where that is larger) the quantile, from independent parts, or √(p(1 − p)/n) where all parts have the same share. There is none where p ± t·se leaves (0, 1) or values are not kept.
    /// </remarks>
    /// <param name="statistics">Statistics with a sample of as many paths as the ranks were prepared for.</param>
    /// <param name="index">Index into the probabilities given.</param>
    /// <exception cref="ArgumentException">The sample has another number of paths, or none is kept.</exception>
    public Estimate Of(SeriesStatistics statistics, int index)
    {
        var sample = statistics.Sample ?? throw new ArgumentException("Only the mean is recorded.", nameof(statistics));
        if (statistics.Parts is not { } parts)
        {
            return Of(sample, index);
        }

        var p = probabilities[index];
        var value = Type7(sample, p);
        if (sample.Value(1) == sample.Value(sample.Count))
        {
            return new Estimate(value, value, value);
        }

        // Where many paths share the value, its share jumps there: the larger error of the two sides.
        if (
            parts.Count < 2
            || parts.BelowError(value) is not { } upTo
            || parts.BelowError(Math.BitDecrement(value)) is not { } before
        )
        {
            return Estimate.Bare(value);
        }

        var error = Math.Max(upTo, before) is > 0.0 and var spread ? spread : Math.Sqrt(p * (1.0 - p) / count);
        var margin = Confidence.StudentQuantile(parts.Count - 1) * error;
        return margin < Math.Min(p, 1.0 - p)
            ? new Estimate(value, Type7(sample, p - margin), Type7(sample, p + margin))
            : Estimate.Bare(value);
    }

    /// <summary>
    /// Quantile of type 7 (Hyndman &amp; Fan 1996): with h = (n − 1)p + 1 and j = ⌊h⌋, X(j) + (h − j)(X(j+1) − X(j)).
    /// </summary>
    /// <param name="sample">Ordered sample.</param>
    /// <param name="probability">Probability 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Probability outside 0 to 1.</exception>
    public static double Type7(IOrderStatistics sample, double probability)
    {
        if (!(probability is >= 0.0 and <= 1.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability),
                probability,
                "The probability must lie in [0, 1]."
            );
        }

        var h = ((sample.Count - 1) * probability) + 1.0;
        var rank = Math.Min((long)Math.Floor(h), sample.Count);
        var fraction = h - rank;
        var low = sample.Value(rank);
        return fraction <= 0.0 || rank == sample.Count ? low : low + (fraction * (sample.Value(rank + 1) - low));
    }
}
