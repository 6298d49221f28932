using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class JumpLawFacts
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(5.0)]
    [InlineData(29.0)]
    [InlineData(31.0)]
    [InlineData(5000.0)]
    public void Weights_mean_and_variance_are_those_of_a_compound_poisson_law(double rate)
    {
        var law = new JumpLaw(0.01, 0.04, (rate, -0.02, 0.05), 0.0, 1.0).Moved(0.0);
        var mean = law.Mean;
        var square = law
            .Weights.Select((w, i) => w * ((law.Means[i] * law.Means[i]) + (law.Deviations[i] * law.Deviations[i])))
            .Sum();

        Assert.Equal(1.0, law.Weights.Sum(), 1e-9);
        Assert.Equal(0.01 - (0.02 * rate), mean, 1e-9 * (1.0 + rate));
        // Variance of a compound Poisson sum: rate × (0.05² + 0.02²).
        Assert.Equal(0.04 + (rate * 0.0029), square - (mean * mean), 1e-6 * (1.0 + rate));
    }
}
