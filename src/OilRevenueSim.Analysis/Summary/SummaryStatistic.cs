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

    /// <summary>Quantiles reported, with their probabilities.</summary>
    public static ImmutableArray<(string Name, double Probability)> Quantiles { get; } =
    [("p05", 0.05), ("p25", 0.25), ("p50", 0.50), ("p75", 0.75), ("p95", 0.95)];
}
