using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>
/// What a run with replicates says of its two levels: worlds, which are what we do not know, and the paths within each, which are what
/// cannot be known (model.md §3). Immutable.
/// </summary>
public sealed class TwoLevels
{
    private readonly ImmutableArray<SeriesLevels> series;

    internal TwoLevels(ImmutableArray<SeriesLevels> series) => this.series = series;

    /// <summary>Paths in a world, R.</summary>
    public int Replicates => series.IsEmpty ? 1 : series[0].Replicates;

    /// <summary>Number of worlds, W.</summary>
    public long Worlds => series.IsEmpty ? 0 : series[0].Worlds;

    /// <summary>Levels of a recorded series over the whole horizon.</summary>
    /// <param name="index">Index of the series in <see cref="EnsembleResult.Series"/>.</param>
    public SeriesLevels At(int index) => series[index];
}

/// <summary>Worlds and the paths within them, of one series over the whole horizon. Immutable.</summary>
/// <remarks>
/// One-way random effects with W worlds of R paths: the variance within is the mean of the worlds' sample variances, the variance
/// between is s²(world means) − within/R, both unbiased (Searle, Casella and McCulloch 1992, §3.5; Sun, Apley and Staum 2011).
/// </remarks>
public sealed class SeriesLevels
{
    private readonly LevelNode[] groups;

    internal SeriesLevels(int replicates, LevelNode[] groups)
    {
        Replicates = replicates;
        this.groups = groups;
    }

    /// <summary>Groups that worlds fall into by turns, to tell the error of what is said here by leaving one out.</summary>
    public const int GroupCount = 16;

    /// <summary>Paths in a world, R.</summary>
    public int Replicates { get; }

    /// <summary>Number of worlds, W.</summary>
    public long Worlds => Merged(-1).Worlds;

    /// <summary>Mean over all paths.</summary>
    public double Mean => Merged(-1).Mean;

    /// <summary>Variances of all worlds.</summary>
    public LevelVariances Variances => Merged(-1).Variances(Replicates);

    /// <summary>World means, ordered; with the noise of R paths in each.</summary>
    public required IOrderStatistics WorldMeans { get; init; }

    /// <summary>The 5 % quantile of each world's paths (type 7), ordered over worlds.</summary>
    public required IOrderStatistics WithinP05 { get; init; }

    /// <summary>The median of each world's paths, ordered over worlds.</summary>
    public required IOrderStatistics WithinP50 { get; init; }

    /// <summary>The 95 % quantile of each world's paths (type 7), ordered over worlds.</summary>
    public required IOrderStatistics WithinP95 { get; init; }

    /// <summary>Exceedance curves of the worlds at fixed amounts, ascending; empty unless the scenario's thresholds are of this series.</summary>
    public required ImmutableArray<ExceedanceLevel> Exceedance { get; init; }

    /// <summary>Variances of the worlds outside one group.</summary>
    /// <param name="group">Group left out, 0 to <see cref="GroupCount"/> − 1; group g has the worlds w with w mod 16 = g.</param>
    public LevelVariances VariancesWithout(int group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, GroupCount);
        return Merged(group).Variances(Replicates);
    }

    private LevelNode Merged(int without)
    {
        var all = new LevelNode();
        for (var g = 0; g < groups.Length; g++)
        {
            if (g != without)
            {
                all.Append(groups[g]);
            }
        }

        return all;
    }
}

/// <summary>Variances of the two levels, in the unit of the series squared.</summary>
/// <param name="WorldMeans">Sample variance of the world means, divisor W − 1: what varies between worlds and a share 1/R of what varies within.</param>
/// <param name="Between">Unbiased estimate of the variance that knowing the world would remove; noise can make it negative.</param>
/// <param name="Within">Mean variance within a world, divisor R − 1: what knowing the world would leave.</param>
public readonly record struct LevelVariances(double WorldMeans, double Between, double Within)
{
    /// <summary>Variance of a path: what is between, at least 0, and what is within.</summary>
    public double Total => Math.Max(0.0, Between) + Within;

    /// <summary>Share of the variance that knowing the world would remove, 0 to 1; null where nothing varies.</summary>
    public double? BetweenShare => Total > 0.0 ? Math.Max(0.0, Between) / Total : null;

    /// <summary>
    /// Factor √(between/world means), 0 to 1, by which distances of world means from their mean are shrunk so that their variance is
    /// that between worlds without the noise of R paths (Louis 1984).
    /// </summary>
    public double Shrinkage => Between > 0.0 && WorldMeans > 0.0 ? Math.Sqrt(Between / WorldMeans) : 0.0;
}

/// <summary>How likely at least an amount is, world by world.</summary>
/// <param name="Amount">Amount, in the unit of the series; 0 stands for any at all.</param>
/// <param name="Probability">Share of all paths.</param>
/// <param name="Low">5 % quantile over worlds of the share of a world's paths, without the noise of R paths.</param>
/// <param name="Median">Median over worlds, likewise.</param>
/// <param name="High">95 % quantile over worlds, likewise.</param>
public readonly record struct ExceedanceLevel(
    double Amount,
    double Probability,
    double Low,
    double Median,
    double High
);
