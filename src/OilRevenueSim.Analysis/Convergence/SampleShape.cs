using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Convergence;

/// <summary>Shape of a sample: what decides how far its mean and its standard error can be trusted.</summary>
/// <param name="Count">Paths n.</param>
/// <param name="Mean">Mean, in the unit of the sample.</param>
/// <param name="StandardDeviation">Standard deviation s, divisor n − 1.</param>
/// <param name="Skewness">m₃ / m₂^(3/2); 0 where nothing varies.</param>
/// <param name="Kurtosis">m₄ / m₂², 3 for a normal law; 0 where nothing varies.</param>
public sealed record SampleShape(long Count, double Mean, double StandardDeviation, double Skewness, double Kurtosis)
{
    /// <summary>Shape of values.</summary>
    /// <param name="values">At least one value.</param>
    public static SampleShape Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var mean = all.Average();
        var (m2, m3, m4) = (0.0, 0.0, 0.0);
        foreach (var value in all)
        {
            var d = value - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }

        double n = all.Length;
        (m2, m3, m4) = (m2 / n, m3 / n, m4 / n);
        return new SampleShape(
            all.Length,
            mean,
            n > 1 ? Math.Sqrt(m2 * n / (n - 1.0)) : 0.0,
            m2 > 0.0 ? m3 / (m2 * Math.Sqrt(m2)) : 0.0,
            m2 > 0.0 ? m4 / (m2 * m2) : 0.0
        );
    }

    /// <summary>Shape of an ordered sample; ranks below <paramref name="first"/> are left out.</summary>
    /// <param name="sample">Ordered sample.</param>
    /// <param name="first">First rank taken, from 1.</param>
    public static SampleShape Of(IOrderStatistics sample, long first = 1) => Of(Values(sample, first));

    /// <summary>Standard error of the mean, s/√n.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>
    /// Relative standard deviation of the standard error itself, ½√((κ − (n − 3)/(n − 1))/n): how far a heavy tail leaves the error open.
    /// </summary>
    /// <remarks>From Var s² = σ⁴(κ − (n − 3)/(n − 1))/n (Mood, Graybill and Boes, §VI.2) and the delta method.</remarks>
    public double ErrorOfError =>
        Count > 1 ? 0.5 * Math.Sqrt(Math.Max(0.0, Kurtosis - ((Count - 3.0) / (Count - 1.0))) / Count) : 0.0;

    private static IEnumerable<double> Values(IOrderStatistics sample, long first)
    {
        for (var rank = first; rank <= sample.Count; rank++)
        {
            yield return sample.Value(rank);
        }
    }
}
