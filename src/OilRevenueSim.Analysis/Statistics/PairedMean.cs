namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Mean of the differences of two numbers path by path, mean ± t·se, for runs that share random numbers.</summary>
public static class PairedMean
{
    /// <summary>Mean of x_i − y_i with its 95 % interval; no interval for a single path.</summary>
    /// <param name="values">[path] x.</param>
    /// <param name="compared">[path] y.</param>
    /// <exception cref="ArgumentException">They differ in length, or there is no path.</exception>
    public static Estimate Difference(ReadOnlySpan<double> values, ReadOnlySpan<double> compared)
    {
        CheckLengths(values, compared);
        var differences = new double[values.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = values[i] - compared[i];
        }

        return Mean(differences);
    }

    /// <summary>Difference of the probabilities of strictly more than a threshold: mean of 1[x_i &gt; t] − 1[y_i &gt; t].</summary>
    /// <param name="values">[path] x.</param>
    /// <param name="compared">[path] y.</param>
    /// <param name="threshold">Threshold t.</param>
    /// <exception cref="ArgumentException">They differ in length, or there is no path.</exception>
    public static Estimate Difference(ReadOnlySpan<double> values, ReadOnlySpan<double> compared, double threshold)
    {
        CheckLengths(values, compared);
        var differences = new double[values.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = (values[i] > threshold ? 1.0 : 0.0) - (compared[i] > threshold ? 1.0 : 0.0);
        }

        return Mean(differences);
    }

    private static void CheckLengths(ReadOnlySpan<double> values, ReadOnlySpan<double> compared)
    {
        if (values.Length != compared.Length || values.IsEmpty)
        {
            throw new ArgumentException(
                $"{values.Length} and {compared.Length} paths cannot be paired.",
                nameof(compared)
            );
        }
    }

    private static Estimate Mean(double[] differences)
    {
        var mean = differences.Sum() / differences.Length;
        if (differences.Length < 2)
        {
            return Estimate.Bare(mean);
        }

        var squares = differences.Sum(d => (d - mean) * (d - mean));
        var error = Math.Sqrt(squares / (differences.Length - 1) / differences.Length);
        var half = Confidence.StudentQuantile(differences.Length - 1) * error;
        return new Estimate(mean, mean - half, mean + half);
    }
}
