using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>
/// Standard errors of a run whose paths are not independent one by one: from the spread between its independent parts, which are the
/// worlds of a run with replicates, or the randomisations of a sampling design.
/// </summary>
/// <remarks>
/// With part means y_1 … y_M of parts of one size the standard error of their mean is √(Σ(y − ȳ)²/(M(M − 1))), with M − 1 degrees of
/// freedom; of the ratio of two such means, y/x, it is that of y − (ȳ/x̄)x over x̄ (Cochran 1977, §6.3). Immutable.
/// </remarks>
public sealed class IndependentParts
{
    private readonly PartNode node;
    private readonly KeptShares? values;

    internal IndependentParts(in PartNode node, long worlds, ImmutableArray<double> aboveErrors, KeptShares? values)
    {
        this.node = node;
        this.values = values;
        Worlds = worlds;
        AboveErrors = aboveErrors;
    }

    /// <summary>Number of parts M.</summary>
    public long Count => node.Parts;

    /// <summary>Worlds of the run.</summary>
    public long Worlds { get; }

    /// <summary>Standard error of the mean, in the unit of the series; 0 for one part.</summary>
    public double MeanError => ErrorOf(node.M2);

    /// <summary>Standard error of the mean over the paths above zero, or null where no path is, or all that are lie in one part.</summary>
    public double? PositiveMeanError
    {
        get
        {
            // All in one of M parts: its share is M times the mean share s, and the squares sum up to M(M − 1)s².
            var alone = (node.Parts * (node.Parts - 1.0)) * (node.Positive * node.Positive);
            if (node.Positive <= 0.0 || (node.Parts > 1 && node.PositiveM2 >= (1.0 - 1e-9) * alone))
            {
                return null;
            }

            var ratio = node.PositiveMean / node.Positive;
            var m2 = node.PositiveMeanM2 - (2.0 * ratio * node.CrossM2) + (ratio * ratio * node.PositiveM2);
            return ErrorOf(Math.Max(0.0, m2)) / node.Positive;
        }
    }

    /// <summary>Standard error of the share of paths above zero.</summary>
    public double PositiveShareError => ErrorOf(node.PositiveM2);

    /// <summary>Standard error of the share of paths below zero.</summary>
    public double NegativeShareError => ErrorOf(node.NegativeM2);

    /// <summary>Standard error of the share of paths at zero.</summary>
    public double ZeroShareError => ErrorOf(node.SignM2);

    /// <summary>Standard error of the share of paths above each threshold of the scenario, [threshold].</summary>
    public ImmutableArray<double> AboveErrors { get; }

    /// <summary>Standard error of the share of paths at most at a value, or null where values are not kept path by path.</summary>
    /// <param name="value">Value, in the unit of the series.</param>
    public double? BelowError(double value) => values?.BelowError(value);

    internal static double ErrorOf(double m2, long parts) => parts < 2 ? 0.0 : Math.Sqrt(m2 / (parts - 1) / parts);

    private double ErrorOf(double m2) => ErrorOf(m2, node.Parts);
}

/// <summary>The kept values of one series in one period, in the order of paths.</summary>
internal sealed class KeptShares(PathDraws draws, int sample, long paths, PartScheme scheme)
{
    /// <summary>Standard error of the share of paths at most at a value.</summary>
    public double BelowError(double value)
    {
        var kept = draws.Of(sample);
        var counts = new int[scheme.CountOf(paths)];
        for (var world = 0; world * (long)scheme.Replicates < paths; world++)
        {
            var count = 0;
            foreach (var one in kept.AsSpan(world * scheme.Replicates, scheme.Replicates))
            {
                count += one <= value ? 1 : 0;
            }

            counts[scheme.Groups > 0 ? world % scheme.Groups : world] += count;
        }

        var parts = new PartNode();
        foreach (var count in counts)
        {
            parts.Add(new PartSum { Positive = count }, paths / (double)counts.Length);
        }

        return IndependentParts.ErrorOf(parts.PositiveM2, parts.Parts);
    }
}
