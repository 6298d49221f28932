using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Σ wᵢ N(mᵢ, sᵢ²), the one-step and the many-step laws of every price model here.</summary>
internal sealed record NormalMixture(
    ImmutableArray<double> Weights,
    ImmutableArray<double> Means,
    ImmutableArray<double> Deviations
)
{
    /// <summary>Beyond this a residual says no more than that the model excluded the observation.</summary>
    public const double LargestResidual = 37.0;

    /// <summary>One normal law.</summary>
    public static NormalMixture Of(double mean, double deviation) => new([1.0], [mean], [deviation]);

    /// <summary>Mean.</summary>
    public double Mean => Weights.Zip(Means, (w, m) => w * m).Sum();

    /// <summary>P(X ≤ x).</summary>
    public double Cdf(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * Below((x - Means[i]) / Deviations[i]);
        }

        return sum;
    }

    /// <summary>Φ⁻¹(F(x)) from the smaller tail (Rosenblatt 1952), standard normal where the law holds; at most 37 in size.</summary>
    public double Residual(double x)
    {
        if (Weights.Length == 1)
        {
            return Math.Clamp((x - Means[0]) / Deviations[0], -LargestResidual, LargestResidual);
        }

        var (low, high) = (0.0, 0.0);
        for (var i = 0; i < Weights.Length; i++)
        {
            var z = (x - Means[i]) / Deviations[i];
            low += Weights[i] * Below(z);
            high += Weights[i] * Below(-z);
        }

        return low <= high ? FromTail(low) : -FromTail(high);
    }

    /// <summary>
    /// Continuous ranked probability score ∫ (F(y) − 1{y ≥ x})² dy in closed form: Σ wᵢ A(x − mᵢ, sᵢ²) − ½ΣΣ wᵢwⱼ A(mᵢ − mⱼ, sᵢ² + sⱼ²),
    /// A(μ, σ²) = μ(2Φ(μ/σ) − 1) + 2σφ(μ/σ) (Grimit, Gneiting, Berrocal &amp; Johnson 2006).
    /// </summary>
    public double Crps(double x)
    {
        var (near, spread) = (0.0, 0.0);
        for (var i = 0; i < Weights.Length; i++)
        {
            near += Weights[i] * MeanSize(x - Means[i], Deviations[i]);
            for (var j = 0; j < Weights.Length; j++)
            {
                var deviation = Math.Sqrt((Deviations[i] * Deviations[i]) + (Deviations[j] * Deviations[j]));
                spread += Weights[i] * Weights[j] * MeanSize(Means[i] - Means[j], deviation);
            }
        }

        return near - (0.5 * spread);
    }

    /// <summary>Φ(z), exact to rounding in both tails.</summary>
    public static double Below(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    private static double FromTail(double probability) =>
        probability < 1e-300 ? -LargestResidual : Math.Max(-LargestResidual, Normal.InvCDF(0.0, 1.0, probability));

    /// <summary>E|X| of N(μ, σ²).</summary>
    private static double MeanSize(double mean, double deviation)
    {
        if (deviation <= 0.0)
        {
            return Math.Abs(mean);
        }

        var z = mean / deviation;
        var density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI);
        return (mean * ((2.0 * Below(z)) - 1.0)) + (2.0 * deviation * density);
    }
}
