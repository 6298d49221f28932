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
    public static Estimate Quantile(SeriesStatistics statistics, double probability) =>
        new QuantileEstimate(statistics.Count, probability).Of(SampleOf(statistics), 0);

    /// <summary>
    /// Probability of strictly more than a threshold, with Wilson's interval; the exact one-sided bound where no path or every path is
    /// above it (<see cref="ProbabilityEstimate"/>).
    /// </summary>
    /// <remarks>Where the sample is a sketch, the interval is widened by the paths that may lie on either side of the threshold.</remarks>
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
            return ProbabilityEstimate.Of(statistics.PositiveCount, statistics.Count);
        }

        var sample = SampleOf(statistics);
        var estimate = ProbabilityEstimate.Of(sample.CountAbove(threshold), statistics.Count);
        var slack = sample.RelativeError * Math.Abs(threshold);
        return slack == 0.0
            ? estimate
            : estimate with
            {
                Low = ProbabilityEstimate.Of(sample.CountAbove(threshold + slack), statistics.Count).Low,
                High = ProbabilityEstimate.Of(sample.CountAbove(threshold - slack), statistics.Count).High,
            };
    }

    /// <summary>The ordered sample of a series.</summary>
    /// <param name="statistics">Statistics of the series.</param>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public static IOrderStatistics SampleOf(SeriesStatistics statistics) =>
        statistics.Sample ?? throw new InvalidOperationException("Only the mean of the series is recorded.");
}
