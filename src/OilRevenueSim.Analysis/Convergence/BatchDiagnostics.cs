using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Convergence;

/// <summary>Whether the error of a mean can be trusted: batches of paths that should be independent and alike.</summary>
/// <remarks>
/// Paths are cut in their order into B batches of m; of independent paths the means of batches have variance σ²/m, so
/// R = m·Var(batch means)/s² is χ²(B − 1)/(B − 1), about 1, and neighbouring batch means are uncorrelated, |r| &lt; 1.96/√B. B = 32
/// follows Schmeiser, "Batch size effects in the analysis of simulation output", Operations Research 30 (1982), which finds that more
/// than 30 batches gain little. R is also asked at m, 2m, 4m …: an error that falls with 1/√N keeps it near 1.
/// </remarks>
/// <param name="Shape">Shape of the values.</param>
/// <param name="ErrorOfBatches">Standard error of the mean from the means of 32 batches.</param>
/// <param name="Scaling">R by size of the batch, largest number of batches first.</param>
/// <param name="Correlation">Correlation r of neighbouring batch means, 32 batches; 0 where nothing varies.</param>
/// <param name="CorrelationBand">Bound of |r| for independent batches, 1.96/√32.</param>
/// <param name="HalfOfSum">Fewest paths that together make half of the sum of all amounts, by their size.</param>
public sealed record BatchDiagnostics(
    SampleShape Shape,
    double ErrorOfBatches,
    ImmutableArray<BatchScaling> Scaling,
    double Correlation,
    double CorrelationBand,
    long HalfOfSum
)
{
    /// <summary>Number of batches.</summary>
    public const int Batches = 32;

    /// <summary>Fewest paths: eight in a batch.</summary>
    public const int FewestPaths = 8 * Batches;

    // A standard error that is itself known to a fifth only at ± 2 standard deviations.
    private const double LoosestError = 0.1;
    private const long FewestPathsOfHalf = 100;

    /// <summary>Diagnostics of values by path.</summary>
    /// <param name="draws">Values in the order of paths, at least 256; the last that fill no batch are left out of the batches.</param>
    /// <exception cref="ArgumentException">There are too few values.</exception>
    public static BatchDiagnostics Of(ReadOnlySpan<double> draws)
    {
        if (draws.Length < FewestPaths)
        {
            throw new ArgumentException(
                $"Batches need at least {FewestPaths} paths; there are {draws.Length}.",
                nameof(draws)
            );
        }

        double[] values = [.. draws];
        var shape = SampleShape.Of(values);
        var means = MeansOf(values, Batches);
        var scaling = ImmutableArray.CreateBuilder<BatchScaling>();
        for (var batches = 8 * Batches; batches >= Batches / 2; batches /= 2)
        {
            if (values.Length / batches >= 8)
            {
                scaling.Add(BatchScaling.Of(MeansOf(values, batches), values.Length / batches, shape));
            }
        }

        var used = (double)(values.Length / Batches * Batches);
        return new BatchDiagnostics(
            shape,
            Math.Sqrt(VarianceOf(means) * (values.Length / Batches) / used),
            scaling.ToImmutable(),
            NeighbourCorrelation(means),
            Confidence.NormalQuantile / Math.Sqrt(Batches),
            FewestOfHalf(values)
        );
    }

    /// <summary>What a reader must know before trusting the mean and its error; none where all is well.</summary>
    public ImmutableArray<string> Warnings
    {
        get
        {
            var warnings = ImmutableArray.CreateBuilder<string>();
            if (Shape.ErrorOfError > LoosestError)
            {
                warnings.Add(
                    $"The tail is heavy (kurtosis {Shape.Kurtosis:0}): the standard error is itself uncertain by ± {100.0 * Shape.ErrorOfError:0} %."
                );
            }

            if (Shape.StandardDeviation > 0.0 && HalfOfSum < FewestPathsOfHalf)
            {
                warnings.Add($"The mean hangs on few paths: {HalfOfSum} of {Shape.Count} make half of it.");
            }

            // Beyond 4.9 standard deviations, a false alarm in a million.
            if (Math.Abs(Correlation) > 4.9 / Math.Sqrt(Batches))
            {
                warnings.Add($"Neighbouring batches are correlated ({Correlation:0.00}): paths are not independent.");
            }

            return warnings.ToImmutable();
        }
    }

    internal static double VarianceOf(double[] values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    private static double[] MeansOf(double[] values, int batches)
    {
        var size = values.Length / batches;
        return [.. Enumerable.Range(0, batches).Select(b => values.AsSpan(b * size, size).ToArray().Average())];
    }

    private static double NeighbourCorrelation(double[] means)
    {
        var mean = means.Average();
        var all = means.Sum(m => (m - mean) * (m - mean));
        var next = Enumerable.Range(1, means.Length - 1).Sum(b => (means[b] - mean) * (means[b - 1] - mean));
        return all > 0.0 ? next / all : 0.0;
    }

    private static long FewestOfHalf(double[] values)
    {
        var sizes = values.Select(Math.Abs).OrderDescending().ToArray();
        var (half, sum, count) = (sizes.Sum() / 2.0, 0.0, 0L);
        while (count < sizes.Length && sum < half)
        {
            sum += sizes[count++];
        }

        return count;
    }
}

/// <summary>Means of batches of one size.</summary>
/// <param name="BatchPaths">Paths in a batch, m.</param>
/// <param name="Batches">Batches, B.</param>
/// <param name="Ratio">m·Var(batch means)/s²: near 1 for independent paths; 1 where nothing varies.</param>
/// <param name="Low">Lower end of the 95 % band of the ratio, χ²(B − 1)/(B − 1) by Wilson and Hilferty.</param>
/// <param name="High">Upper end of that band.</param>
public readonly record struct BatchScaling(long BatchPaths, int Batches, double Ratio, double Low, double High)
{
    internal static BatchScaling Of(double[] means, long size, SampleShape shape)
    {
        var variance = shape.StandardDeviation * shape.StandardDeviation;
        var ratio = variance > 0.0 ? size * BatchDiagnostics.VarianceOf(means) / variance : 1.0;
        return new BatchScaling(
            size,
            means.Length,
            ratio,
            Band(means.Length - 1, -Confidence.NormalQuantile),
            Band(means.Length - 1, Confidence.NormalQuantile)
        );
    }

    // χ²(ν)/ν ≈ (1 − 2/9ν + z√(2/9ν))³ (Wilson and Hilferty 1931).
    private static double Band(int freedom, double z)
    {
        var a = 2.0 / (9.0 * freedom);
        return Math.Pow(1.0 - a + (z * Math.Sqrt(a)), 3.0);
    }
}
