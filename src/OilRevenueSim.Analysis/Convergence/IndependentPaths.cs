using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Convergence;

/// <summary>What these diagnostics rest on: that every path is independent of every other.</summary>
public static class IndependentPaths
{
    /// <summary>Refuses a series whose paths share worlds or belong to a sampling design.</summary>
    /// <param name="statistics">Statistics of the series.</param>
    /// <param name="what">What is asked for, for the message.</param>
    /// <exception cref="InvalidOperationException">The run had replicates, or another sampling than random.</exception>
    public static void Require(SeriesStatistics statistics, string what)
    {
        if (statistics.Parts is { } parts)
        {
            throw new InvalidOperationException(
                $"{what} takes every path as independent, but these {statistics.Count} paths fall into {parts.Count} independent parts "
                    + "(replicates or a sampling design). Run with replicates: 1 and random sampling, or read the interval of the estimate, "
                    + "which knows of the parts."
            );
        }
    }
}
