namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Differences of a quantile between two runs that share random numbers.</summary>
internal static class PairedQuantile
{
    /// <summary>Quantile of x less that of y, with its 95 % interval; no interval where one of the two quantiles has none.</summary>
    /// <remarks>
    /// A quantile is known as well as the share of paths beyond it (Bahadur 1966): q̂ − q ≈ (1[x &gt; q] − P)/f(q) on average over paths. So the
    /// variance of the difference is s² + t² − 2ρst, with s and t the standard errors of the two quantiles from their order statistics
    /// (<see cref="SeriesEstimates.QuantileStandardError"/>), and ρ the correlation over paths of lying above one and above the other.
    /// </remarks>
    /// <param name="values">[path] x.</param>
    /// <param name="compared">[path] y.</param>
    /// <param name="probability">Probability, inside (0, 1).</param>
    /// <exception cref="ArgumentException">They differ in length, or there is no path.</exception>
    public static Estimate Difference(ReadOnlySpan<double> values, ReadOnlySpan<double> compared, double probability)
    {
        if (values.Length != compared.Length || values.IsEmpty)
        {
            throw new ArgumentException(
                $"{values.Length} and {compared.Length} paths cannot be paired.",
                nameof(compared)
            );
        }

        var ranks = new QuantileEstimate(values.Length, probability);
        var one = ranks.Of(new OrderedValues(values.ToArray()), 0);
        var other = ranks.Of(new OrderedValues(compared.ToArray()), 0);
        var difference = one.Value - other.Value;
        if (one.HalfWidth is not { } s || other.HalfWidth is not { } t)
        {
            return Estimate.Bare(difference);
        }

        var correlation = Correlation(values, one.Value, compared, other.Value);
        var half = Math.Sqrt(Math.Max(0.0, (s * s) + (t * t) - (2.0 * correlation * s * t)));
        return new Estimate(difference, difference - half, difference + half);
    }

    // Of 1[x > a] and 1[y > b]; 0 where one of them does not vary.
    private static double Correlation(ReadOnlySpan<double> x, double a, ReadOnlySpan<double> y, double b)
    {
        var (above, beyond, both) = (0L, 0L, 0L);
        for (var i = 0; i < x.Length; i++)
        {
            var (isAbove, isBeyond) = (x[i] > a, y[i] > b);
            above += isAbove ? 1 : 0;
            beyond += isBeyond ? 1 : 0;
            both += isAbove && isBeyond ? 1 : 0;
        }

        double n = x.Length;
        var (p, q) = (above / n, beyond / n);
        var spread = Math.Sqrt(p * (1.0 - p) * q * (1.0 - q));
        return spread > 0.0 ? Math.Min(1.0, ((both / n) - (p * q)) / spread) : 0.0;
    }
}
