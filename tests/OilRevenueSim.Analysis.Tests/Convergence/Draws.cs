namespace OilRevenueSim.Analysis.Tests.Convergence;

/// <summary>Samples of known laws: as even as can be, or drawn with a seed.</summary>
internal static class Draws
{
    /// <summary>Middles of n equal strata of the uniform law on (0, 1).</summary>
    public static double[] Even(int count) => [.. Enumerable.Range(0, count).Select(i => (i + 0.5) / count)];

    /// <summary>Independent uniform draws: SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static double[] Uniform(int count, ulong seed)
    {
        var draws = new double[count];
        // Not a multiple of the step: another seed must not be the same sequence a few draws later.
        var state = seed * 0xD1342543DE82EF95UL;
        for (var i = 0; i < count; i++)
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            draws[i] = (((z ^ (z >> 31)) >> 11) + 0.5) * (1.0 / (1UL << 53));
        }

        return draws;
    }

    /// <summary>Independent draws of the exponential law with mean 1.</summary>
    public static double[] Exponential(int count, ulong seed) => [.. Uniform(count, seed).Select(u => -Math.Log(u))];
}
