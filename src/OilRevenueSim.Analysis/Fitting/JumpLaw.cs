namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Law of the change of a log price over some time when normal jumps come at a rate: a Poisson mixture of normal laws.</summary>
/// <remarks>
/// k jumps, of probability e^(−λt)(λt)^k/k!, add a mean k·m·g₁ and a variance k·((s² + m²)g₂ − m²g₁²) to those without jumps. On a walk
/// g₁ = g₂ = 1. Where prices revert, a jump counts e^(−κ·time left), and gᵢ = (1 − e^(−iκt))/(iκt) are its moments over an even time of arrival;
/// that k such jumps are normal is exact in mean and variance, and in law as κt → 0. Terms end where less than 1e-12 of the probability is left.
/// Where more than 30 jumps are expected, as in forecasts of a year ahead, their sum is taken as normal with its mean and variance.
/// Source: Merton, Journal of Financial Economics 3 (1976), 125–144.
/// </remarks>
internal readonly struct JumpLaw
{
    private const double Neglected = 1e-12;
    private const int MostTerms = 80;
    private const double MostExpected = 30.0;
    private readonly double[] weights;
    private readonly double[] means;
    private readonly double[] deviations;
    private readonly double[] heights;
    private readonly double[] halfPrecisions;

    /// <summary>The law.</summary>
    /// <param name="mean">Mean without jumps.</param>
    /// <param name="variance">Variance without jumps.</param>
    /// <param name="jumps">Rate per year, mean and standard deviation of a jump.</param>
    /// <param name="speedPerYear">κ, 0 for a walk.</param>
    /// <param name="years">t.</param>
    public JumpLaw(
        double mean,
        double variance,
        (double RatePerYear, double Mean, double Deviation) jumps,
        double speedPerYear,
        double years
    )
    {
        var first = MeanDecay(speedPerYear * years);
        var second = MeanDecay(2.0 * speedPerYear * years);
        var jumpMean = jumps.Mean * first;
        var jumpVariance =
            (((jumps.Deviation * jumps.Deviation) + (jumps.Mean * jumps.Mean)) * second) - (jumpMean * jumpMean);
        var expected = jumps.RatePerYear * years;
        var list = new List<(double Weight, double Mean, double Deviation)>();
        var (weight, left) = (Math.Exp(-expected), 1.0);
        if (expected > MostExpected)
        {
            var sum = variance + (expected * (jumpVariance + (jumpMean * jumpMean)));
            list.Add((1.0, mean + (expected * jumpMean), Math.Sqrt(sum)));
        }

        var most = expected > MostExpected ? 0 : MostTerms;
        for (var k = 0; k < most && (left > Neglected || k <= expected); k++)
        {
            list.Add((weight, mean + (k * jumpMean), Math.Sqrt(variance + (k * jumpVariance))));
            left -= weight;
            weight *= expected / (k + 1);
        }

        weights = [.. list.Select(t => t.Weight)];
        means = [.. list.Select(t => t.Mean)];
        deviations = [.. list.Select(t => t.Deviation)];
        heights = [.. list.Select(t => t.Weight / t.Deviation)];
        halfPrecisions = [.. list.Select(t => 0.5 / (t.Deviation * t.Deviation))];
    }

    /// <summary>ln of the density.</summary>
    public double LogDensity(double change)
    {
        const double Smallest = 1e-300;
        var sum = 0.0;
        for (var k = 0; k < heights.Length; k++)
        {
            var d = change - means[k];
            sum += heights[k] * Math.Exp(-d * d * halfPrecisions[k]);
        }

        return Math.Log(Math.Max(sum, Smallest)) - (0.5 * Math.Log(2.0 * Math.PI));
    }

    /// <summary>The law, moved.</summary>
    public NormalMixture Moved(double by) => new([.. weights], [.. means.Select(m => m + by)], [.. deviations]);

    private static double MeanDecay(double x) => x < 1e-8 ? 1.0 - (0.5 * x) : (1.0 - Math.Exp(-x)) / x;
}
