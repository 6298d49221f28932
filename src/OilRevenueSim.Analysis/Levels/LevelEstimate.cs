using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Levels;

/// <summary>What we do not know and what cannot be known, of one series over the whole horizon (model.md §3).</summary>
/// <param name="BetweenShare">
/// Share of the variance that knowing the world would remove, 0 to 1; null where nothing varies. Its interval leaves out one of
/// 16 groups of worlds after the other (jackknife, Student's t with 15 degrees of freedom); none below 32 worlds.
/// </param>
/// <param name="BetweenSd">Standard deviation between worlds, without the noise of the paths in each.</param>
/// <param name="WithinSd">Standard deviation within a world: the root of the mean variance.</param>
/// <param name="WorldMeans">
/// 5 %, 50 % and 95 % quantiles of the world means, shrunk towards their mean so that their variance is that between worlds without the
/// noise of the paths in each (Louis 1984): the epistemic band of the mean.
/// </param>
/// <param name="Within">
/// 5 %, 50 % and 95 % quantiles of the paths of a world, each the median over worlds: the aleatory band in a middling world.
/// </param>
public sealed record LevelEstimate(
    Estimate? BetweenShare,
    double BetweenSd,
    double WithinSd,
    ImmutableArray<double> WorldMeans,
    ImmutableArray<double> Within
)
{
    /// <summary>Fewest worlds for an interval of the share: two in each group.</summary>
    public const int FewestWorlds = 2 * SeriesLevels.GroupCount;

    /// <summary>Quantiles that bands are made of.</summary>
    public static ImmutableArray<(string Name, double Probability)> Quantiles { get; } =
    [("p05", 0.05), ("p50", 0.50), ("p95", 0.95)];

    /// <summary>Estimates from the levels of a series.</summary>
    public static LevelEstimate Of(SeriesLevels levels)
    {
        var variances = levels.Variances;
        return new LevelEstimate(
            ShareOf(levels),
            Math.Sqrt(Math.Max(0.0, variances.Between)),
            Math.Sqrt(variances.Within),
            [
                .. Quantiles.Select(q =>
                    levels.Mean
                    + (variances.Shrinkage * (QuantileEstimate.Type7(levels.WorldMeans, q.Probability) - levels.Mean))
                ),
            ],
            [
                QuantileEstimate.Type7(levels.WithinP05, 0.5),
                QuantileEstimate.Type7(levels.WithinP50, 0.5),
                QuantileEstimate.Type7(levels.WithinP95, 0.5),
            ]
        );
    }

    private static Estimate? ShareOf(SeriesLevels levels)
    {
        if (levels.Variances.BetweenShare is not { } share)
        {
            return null;
        }

        if (levels.Worlds < FewestWorlds)
        {
            return Estimate.Bare(share);
        }

        const int Groups = SeriesLevels.GroupCount;
        var without = new double[Groups];
        for (var g = 0; g < Groups; g++)
        {
            without[g] = levels.VariancesWithout(g).BetweenShare ?? 0.0;
        }

        var mean = without.Sum() / Groups;
        var squares = without.Sum(x => (x - mean) * (x - mean));
        var halfWidth = Confidence.StudentQuantile(Groups - 1) * Math.Sqrt((Groups - 1.0) / Groups * squares);
        return new Estimate(share, Math.Max(0.0, share - halfWidth), Math.Min(1.0, share + halfWidth));
    }
}
