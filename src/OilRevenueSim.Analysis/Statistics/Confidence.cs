using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>The one confidence level of every interval, and the quantiles that belong to it.</summary>
/// <remarks>
/// Made of additions, multiplications and published numbers only, so that a summary has the same bits on every system.
/// </remarks>
public static class Confidence
{
    /// <summary>Share of repetitions in which an interval covers what it estimates.</summary>
    public const double Level = 0.95;

    /// <summary>Share left out on each side.</summary>
    public const double Tail = (1.0 - Level) / 2.0;

    /// <summary>Two-sided 95 % quantile of the standard normal law.</summary>
    public const double NormalQuantile = 1.959963984540054;

    // Student's t, two-sided 95 %, 1 to 30 degrees of freedom (closed form of the distribution function, Abramowitz &
    // Stegun 26.7.3 and 26.7.4, bisected to 1e-9).
    private static readonly ImmutableArray<double> StudentTable =
    [
        12.706204736,
        4.30265273,
        3.182446305,
        2.776445105,
        2.570581836,
        2.446911851,
        2.364624252,
        2.306004135,
        2.262157163,
        2.228138852,
        2.20098516,
        2.17881283,
        2.160368656,
        2.144786688,
        2.131449546,
        2.119905299,
        2.109815578,
        2.10092204,
        2.093024054,
        2.085963447,
        2.079613845,
        2.073873068,
        2.06865761,
        2.063898562,
        2.059538553,
        2.055529439,
        2.051830516,
        2.048407142,
        2.045229642,
        2.042272456,
    ];

    /// <summary>Two-sided 95 % quantile of Student's t.</summary>
    /// <remarks>
    /// Tabulated to 30 degrees of freedom; above by the expansion of Abramowitz &amp; Stegun 26.7.5 to the fourth power of
    /// 1/ν, whose error there is below 3e-8.
    /// </remarks>
    /// <param name="degreesOfFreedom">Degrees of freedom ν, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one degree of freedom.</exception>
    public static double StudentQuantile(long degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (degreesOfFreedom <= StudentTable.Length)
        {
            return StudentTable[(int)degreesOfFreedom - 1];
        }

        const double z = NormalQuantile;
        const double z2 = z * z;
        const double g1 = z * (z2 + 1.0) / 4.0;
        const double g2 = z * ((((5.0 * z2) + 16.0) * z2) + 3.0) / 96.0;
        const double g3 = z * ((((((3.0 * z2) + 19.0) * z2) + 17.0) * z2) - 15.0) / 384.0;
        const double g4 = z * ((((((((79.0 * z2) + 776.0) * z2) + 1482.0) * z2) - 1920.0) * z2) - 945.0) / 92160.0;
        var r = 1.0 / degreesOfFreedom;
        return z + (r * (g1 + (r * (g2 + (r * (g3 + (r * g4)))))));
    }
}
