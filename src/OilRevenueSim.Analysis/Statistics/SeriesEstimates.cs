using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Estimates of one series in one period, each with its 95 % Monte Carlo interval.</summary>
public static class SeriesEstimates
{
    /// <summary>Mean over all paths, mean ± t·se; the interval begins at zero at the lowest where no path is below zero.</summary>
    /// <param name="statistics">Statistics of the series.</param>
    public static Estimate Mean(SeriesStatistics statistics)
    {
        var mean = MeanEstimate.Of(statistics);
        return statistics.Min >= 0.0 ? mean.NotNegative() : mean;
    }

    /// <summary>Quantile of type 7 with its order-statistic interval (<see cref="QuantileRanks"/>).</summary>
    /// <param name="statistics">Statistics of the series.</param>
    /// <param name="probability">Probability, inside (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside (0, 1).</exception>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public static Estimate Quantile(SeriesStatistics statistics, double probability)
    {
        SampleOf(statistics);
        return new QuantileEstimate(statistics.Count, probability).Of(statistics, 0);
    }

    /// <summary>
    /// Standard error of a quantile, (X(u) − X(l)) / (2·1.96) with the ranks of the order-statistic interval; null where a rank does
    /// not exist. Where paths are not independent, Student's t of the parts stands in place of 1.96, as in the interval.
    /// </summary>
    /// <remarks>
    /// Needs no density: the ranks lie at np ± 1.96·√(np(1 − p)), so the spacing itself measures 1/f at the quantile, and the value
    /// tends to √(p(1 − p)/n)/f. Woodruff, "Confidence intervals for medians and other position measures", Journal of the American
    /// Statistical Association 47 (1952).
    /// </remarks>
    /// <inheritdoc cref="Quantile"/>
    public static double? QuantileStandardError(SeriesStatistics statistics, double probability) =>
        Quantile(statistics, probability).HalfWidth
        / (
            statistics.Parts is { Count: > 1 } parts
                ? Confidence.StudentQuantile(parts.Count - 1)
                : Confidence.NormalQuantile
        );

    /// <summary>
    /// Probability of strictly more than a threshold, with Wilson's interval; the exact one-sided bound where no path or every path is
    /// above it (<see cref="ProbabilityEstimate"/>).
    /// </summary>
    /// <remarks>
    /// Where the sample is a sketch, the interval is widened by the paths that may lie on either side of the threshold. Where paths are not
    /// independent (replicates, sampling designs) the error is that between independent parts; an amount other than zero then has no
    /// interval once values are counted in a sketch.
    /// </remarks>
    /// <param name="statistics">Statistics of the series.</param>
    /// <param name="threshold">Threshold, in the unit of the series.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not a finite number.</exception>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public static Estimate ProbabilityAbove(SeriesStatistics statistics, double threshold)
    {
        if (!double.IsFinite(threshold))
        {
            throw new ArgumentOutOfRangeException(
                nameof(threshold),
                threshold,
                "The threshold must be a finite number."
            );
        }

        if (threshold == 0.0)
        {
            return ProbabilityEstimate.AboveZero(statistics);
        }

        var sample = SampleOf(statistics);
        var estimate = Above(threshold);
        var slack = sample.RelativeError * Math.Abs(threshold);
        return slack == 0.0
            ? estimate
            : estimate with
            {
                Low = Above(threshold + slack).Low,
                High = Above(threshold - slack).High,
            };

        Estimate Above(double amount) =>
            ProbabilityEstimate.Of(
                sample.CountAbove(amount),
                statistics.Count,
                statistics.Parts?.BelowError(amount),
                statistics.Parts
            );
    }

    /// <summary>The ordered sample of a series.</summary>
    /// <param name="statistics">Statistics of the series.</param>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public static IOrderStatistics SampleOf(SeriesStatistics statistics) =>
        statistics.Sample ?? throw new InvalidOperationException("Only the mean of the series is recorded.");
}
