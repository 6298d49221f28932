using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>Laws from what an author writes: a central 90 % interval, or a median and a 95 % quantile (model.md §3).</summary>
public static class Intervals
{
    /// <summary>z with Φ(z) = 0.95: half the width of a central 90 % interval of the standard normal.</summary>
    public const double Z95 = 1.6448536269514722;

    /// <summary>Normal with 5 % quantile <paramref name="low"/> and 95 % quantile <paramref name="high"/>.</summary>
    /// <param name="low">5 % quantile.</param>
    /// <param name="high">95 % quantile, &gt; <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not ascending numbers.</exception>
    public static NormalLaw Normal(double low, double high)
    {
        CheckAscending(low, high);
        return new NormalLaw(0.5 * (low + high), (high - low) / (2.0 * Z95));
    }

    /// <summary>Lognormal with 5 % quantile <paramref name="low"/> and 95 % quantile <paramref name="high"/>.</summary>
    /// <param name="low">5 % quantile, &gt; 0.</param>
    /// <param name="high">95 % quantile, &gt; <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not ascending positive numbers.</exception>
    public static LogNormalLaw LogNormal(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        CheckAscending(low, high);
        var law = Normal(LaneMath.Log(low), LaneMath.Log(high));
        return new LogNormalLaw(law.Mean, law.StandardDeviation);
    }

    /// <summary>Logit-normal with 5 % quantile <paramref name="low"/> and 95 % quantile <paramref name="high"/>.</summary>
    /// <param name="low">5 % quantile, &gt; 0.</param>
    /// <param name="high">95 % quantile, &gt; <paramref name="low"/> and &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not ascending or not strictly inside 0 and 1.</exception>
    public static LogitNormalLaw LogitNormal(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(high, 1.0);
        CheckAscending(low, high);
        var law = Normal(Logit(low), Logit(high));
        return new LogitNormalLaw(law.Mean, law.StandardDeviation);
    }

    /// <summary>Lognormal with a median and a 95 % quantile.</summary>
    /// <param name="median">Median, &gt; 0.</param>
    /// <param name="p95">95 % quantile, &gt; <paramref name="median"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The two are not ascending positive numbers.</exception>
    public static LogNormalLaw LogNormalFromMedian(double median, double p95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(median);
        CheckAscending(median, p95);
        var logMedian = LaneMath.Log(median);
        return new LogNormalLaw(logMedian, (LaneMath.Log(p95) - logMedian) / Z95);
    }

    private static double Logit(double x) => LaneMath.Log(x) - LaneMath.Log1p(-x);

    private static void CheckAscending(double low, double high)
    {
        if (!(low < high) || !double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high),
                high,
                $"An interval needs two ascending finite numbers; its lower end is {low}."
            );
        }
    }
}
