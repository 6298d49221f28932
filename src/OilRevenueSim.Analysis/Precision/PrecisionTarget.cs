using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Precision;

/// <summary>How exactly a number must be known before a run with <c>--until</c> may stop.</summary>
/// <remarks>
/// Text form: ACTOR QUANTITY STATISTIC TOLERANCE, e.g. <c>islamic-state gross_revenue_usd mean 1%</c> (relative) or
/// <c>islamic-state gross_revenue_usd p95 5 MUSD</c> (absolute). The tolerance is half the width of the 95 % Monte Carlo interval;
/// the number is that of the whole horizon.
/// </remarks>
/// <param name="Actor">Actor.</param>
/// <param name="Quantity">Quantity.</param>
/// <param name="Statistic"><c>mean</c>, <c>mean_if_any</c>, <c>p_any</c> or a quantile of <see cref="SummaryStatistic"/>.</param>
/// <param name="Tolerance">Tolerance: a share when relative, else in the unit of the quantity.</param>
/// <param name="IsRelative">True when the tolerance is a share of the number itself.</param>
public sealed record PrecisionTarget(
    string Actor,
    ReportQuantity Quantity,
    string Statistic,
    double Tolerance,
    bool IsRelative
)
{
    /// <summary>Reads the text form.</summary>
    /// <param name="text">Text, e.g. <c>islamic-state gross_revenue_usd mean 1%</c>.</param>
    /// <param name="actors">Actors of the scenario, or null where they are not known yet.</param>
    public static PrecisionTargetReading Parse(string text, IReadOnlyCollection<string>? actors = null) =>
        PrecisionTargetText.Read(text, actors);

    /// <summary>How well a result knows the number.</summary>
    public PrecisionLook Evaluate(EnsembleResult result)
    {
        var total = result.Periods.First(p => p.Kind == PeriodKind.Total);
        var statistics = result.Find(new SeriesKey(Actor, null, null, Quantity), total);
        return statistics is null ? NeverNonZero(result.Manifest.Paths) : Evaluate(statistics);
    }

    /// <inheritdoc cref="Evaluate(EnsembleResult)"/>
    /// <param name="statistics">Statistics of the series over the whole horizon.</param>
    public PrecisionLook Evaluate(SeriesStatistics statistics)
    {
        var estimate = EstimateFrom(statistics);
        if (estimate is not { } known)
        {
            return new PrecisionLook(statistics.Count, null, null, null, false, "no path is above zero yet");
        }

        if (IsQuantile && known is { Value: 0.0, Low: 0.0, High: 0.0 })
        {
            return new PrecisionLook(statistics.Count, 0.0, 0.0, AllowedAround(0.0), true, $"{Statistic} lies at zero");
        }

        if (known.HalfWidth is not { } halfWidth)
        {
            return new PrecisionLook(statistics.Count, known.Value, null, null, false, "too few paths for an interval");
        }

        var allowed = AllowedAround(known.Value);
        var remark = (halfWidth, known.Value) switch
        {
            (0.0, 0.0) => "zero in every path so far",
            (0.0, _) => "every path gives the same number",
            _ => null,
        };
        return new PrecisionLook(statistics.Count, known.Value, halfWidth, allowed, halfWidth <= allowed, remark);
    }

    private bool IsQuantile => SummaryStatistic.Quantiles.Any(q => q.Name == Statistic);

    private double AllowedAround(double value) => IsRelative ? Tolerance * Math.Abs(value) : Tolerance;

    private PrecisionLook NeverNonZero(long paths) =>
        new(paths, 0.0, 0.0, AllowedAround(0.0), true, $"{Quantity.Name} of {Actor} is zero whatever happens");

    private Estimate? EstimateFrom(SeriesStatistics statistics)
    {
        switch (Statistic)
        {
            case SummaryStatistic.Mean:
                return MeanEstimate.Of(statistics);
            case SummaryStatistic.MeanIfAny:
                return MeanEstimate.IfAny(statistics);
            case SummaryStatistic.ProbabilityAny:
                return ProbabilityEstimate.AboveZero(statistics);
            default:
                if (statistics.Sample is null)
                {
                    throw new InvalidOperationException($"Only the mean of {Quantity.Name} of {Actor} is recorded.");
                }

                var probability = SummaryStatistic.Quantiles.First(q => q.Name == Statistic).Probability;
                return new QuantileEstimate(statistics.Count, probability).Of(statistics, 0);
        }
    }
}

/// <summary>How well a number is known after so many paths.</summary>
/// <param name="Paths">Paths looked at.</param>
/// <param name="Value">The number, or null where it does not exist yet.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval, or null where there is none.</param>
/// <param name="Allowed">Half-width asked for, in the same unit.</param>
/// <param name="IsReached">True when known well enough.</param>
/// <param name="Remark">What must be said beside it, e.g. that a quantile lies at zero; or null.</param>
public sealed record PrecisionLook(
    long Paths,
    double? Value,
    double? HalfWidth,
    double? Allowed,
    bool IsReached,
    string? Remark
);
