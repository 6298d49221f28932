using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Summary;

/// <summary>Names of the statistics in a summary; the vocabulary of scenario-format.md.</summary>
public static class SummaryStatistic
{
    /// <summary>Mean over paths.</summary>
    public const string Mean = "mean";

    /// <summary>Standard error of the mean.</summary>
    public const string StandardError = "se";

    /// <summary>Standard deviation over paths, divisor n − 1.</summary>
    public const string StandardDeviation = "sd";

    /// <summary>Probability above zero.</summary>
    public const string ProbabilityAny = "p_any";

    /// <summary>Mean over the paths above zero.</summary>
    public const string MeanIfAny = "mean_if_any";

    /// <summary>Probability of strictly passing the threshold.</summary>
    public const string ProbabilityOver = "p_over";

    /// <summary>Share of the variance that knowing the world would remove; runs with replicates.</summary>
    public const string BetweenShare = "between_share";

    /// <summary>Standard deviation between worlds.</summary>
    public const string BetweenSd = "between_sd";

    /// <summary>Standard deviation within a world.</summary>
    public const string WithinSd = "within_sd";

    /// <summary>Beginning of <c>world_mean_p05</c>, <c>_p50</c>, <c>_p95</c>: band of the mean over worlds.</summary>
    public const string WorldMean = "world_mean_";

    /// <summary>Beginning of <c>within_p05</c>, <c>_p50</c>, <c>_p95</c>: quantiles in a middling world.</summary>
    public const string Within = "within_";

    /// <summary>Probability of reaching the threshold; with <c>_p05</c>, <c>_p50</c>, <c>_p95</c> its quantiles over worlds.</summary>
    public const string Reach = "p_reach";

    /// <summary>Quantiles reported, with their probabilities.</summary>
    public static ImmutableArray<(string Name, double Probability)> Quantiles { get; } =
    [("p05", 0.05), ("p25", 0.25), ("p50", 0.50), ("p75", 0.75), ("p95", 0.95)];
}
