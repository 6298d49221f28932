using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Summary;

/// <summary>All numbers of a result as tidy rows, always in the same order: series, then period, then statistic.</summary>
public static class SummaryTable
{
    /// <summary>Rows of a result.</summary>
    /// <remarks>
    /// Series of which only the mean is recorded give <c>mean</c> and <c>se</c>; <c>mean_if_any</c> is left out where no path is
    /// above zero; <c>p_over</c> comes where the run counted passes of the scenario's thresholds. The interval of a mean begins
    /// at zero at the lowest where no path is below zero.
    /// </remarks>
    public static ImmutableArray<SummaryRow> From(EnsembleResult result)
    {
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var quantiles = new QuantileEstimate(
            result.Manifest.Paths,
            [.. SummaryStatistic.Quantiles.Select(q => q.Probability)]
        );
        for (var s = 0; s < result.Series.Length; s++)
        {
            for (var p = 0; p < result.Periods.Length; p++)
            {
                AddPeriod(rows, result, s, p, quantiles);
            }
        }

        return rows.ToImmutable();
    }

    private static void AddPeriod(
        ImmutableArray<SummaryRow>.Builder rows,
        EnsembleResult result,
        int series,
        int period,
        QuantileEstimate quantiles
    )
    {
        var key = result.Series[series];
        var statistics = result.At(series, period);
        void Add(string statistic, Estimate estimate, double? threshold = null) =>
            rows.Add(
                new SummaryRow(
                    result.Manifest.Course,
                    key.Actor,
                    key.Place,
                    key.Channel,
                    key.Quantity.Name,
                    key.Quantity.Unit,
                    result.Periods[period].Label,
                    statistic,
                    threshold,
                    estimate.Value,
                    estimate.Low,
                    estimate.High
                )
            );

        Add(SummaryStatistic.Mean, SeriesEstimates.Mean(statistics));
        Add(SummaryStatistic.StandardError, Estimate.Bare(statistics.StandardError));
        if (statistics.Sample is not { } sample)
        {
            return;
        }

        Add(SummaryStatistic.StandardDeviation, Estimate.Bare(Math.Sqrt(statistics.Variance)));
        for (var q = 0; q < SummaryStatistic.Quantiles.Length; q++)
        {
            Add(SummaryStatistic.Quantiles[q].Name, quantiles.Of(sample, q));
        }

        Add(SummaryStatistic.ProbabilityAny, ProbabilityEstimate.Of(statistics.PositiveCount, statistics.Count));
        if (MeanEstimate.IfAny(statistics) is { } meanIfAny)
        {
            Add(SummaryStatistic.MeanIfAny, meanIfAny.NotNegative());
        }

        for (var t = 0; t < statistics.AboveThreshold.Length; t++)
        {
            Add(
                SummaryStatistic.ProbabilityOver,
                ProbabilityEstimate.Of(statistics.AboveThreshold[t], statistics.Count),
                result.Scenario.Thresholds[t].Value
            );
        }
    }
}
