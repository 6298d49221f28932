using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Convergence;

/// <summary>How many paths a precision needs, said from a pilot before the run.</summary>
/// <remarks>
/// The half-width h of an interval falls with 1/√N, so a pilot of n paths asks for N = n·(h/allowed)². The pilot knows h itself only
/// roughly: with v the variance of ln(h/allowed) by the delta method, the interval is N·exp(±2·1.96·√v). For a mean v is
/// (κ − 1)/4n, plus c²/n − γc/n where the tolerance is relative (κ kurtosis, γ skewness, c coefficient of variation); for a mean over
/// paths above zero the same over these k paths, plus (1 − k/n)/4k; for the chance p of any, 1/(4np(1 − p)) for a relative tolerance;
/// for a quantile 1/(u − l) with the ranks of its interval, plus (s.e./q)² where relative.
/// </remarks>
/// <param name="Target">What must be known how well.</param>
/// <param name="Pilot">How well the pilot knows it.</param>
/// <param name="Paths">Paths N, rounded up; null where the pilot cannot tell.</param>
/// <param name="Low">Lower end of its 95 % interval, or null.</param>
/// <param name="High">Upper end of its 95 % interval, or null.</param>
/// <param name="Reason">Why the pilot cannot tell, or what must be said beside it; or null.</param>
public sealed record PathsNeeded(
    PrecisionTarget Target,
    PrecisionLook Pilot,
    long? Paths,
    long? Low,
    long? High,
    string? Reason
)
{
    /// <summary>Paths of a pilot unless told.</summary>
    public const long DefaultPilot = PrecisionRun.FirstLook;

    /// <summary>Forecast from a pilot.</summary>
    /// <param name="target">What must be known how well.</param>
    /// <param name="pilot">Result of the pilot.</param>
    /// <exception cref="InvalidOperationException">
    /// Only the mean is recorded, and the target asks for more; or the pilot has replicates or a sampling design.
    /// </exception>
    public static PathsNeeded From(PrecisionTarget target, EnsembleResult pilot)
    {
        var look = target.Evaluate(pilot);
        var statistics = pilot.Find(
            new SeriesKey(target.Actor, null, null, target.Quantity),
            pilot.Periods.First(p => p.Kind == PeriodKind.Total)
        );
        return statistics is null
            ? new PathsNeeded(target, look, 1, 1, 1, look.Remark)
            : From(target, look, statistics);
    }

    /// <inheritdoc cref="From(PrecisionTarget, EnsembleResult)"/>
    /// <param name="target">What must be known how well.</param>
    /// <param name="statistics">Statistics of the pilot over the whole horizon.</param>
    public static PathsNeeded From(PrecisionTarget target, SeriesStatistics statistics) =>
        From(target, target.Evaluate(statistics), statistics);

    private static PathsNeeded From(PrecisionTarget target, PrecisionLook look, SeriesStatistics statistics)
    {
        IndependentPaths.Require(statistics, "A forecast of paths");
        if (look is not { HalfWidth: { } half, Allowed: { } allowed })
        {
            return new PathsNeeded(target, look, null, null, null, look.Remark);
        }

        if (half == 0.0)
        {
            // Zero on every path, or the same on every path: that a pilot never saw anything else is all it can say.
            return new PathsNeeded(target, look, null, null, null, look.Remark ?? "the pilot leaves nothing open");
        }

        if (!(allowed > 0.0))
        {
            return new PathsNeeded(
                target,
                look,
                null,
                null,
                null,
                "the number is zero, and no share of zero is enough"
            );
        }

        var paths = statistics.Count * Math.Pow(half / allowed, 2.0);
        var spread = Math.Exp(2.0 * Confidence.NormalQuantile * Math.Sqrt(VarianceOfLog(target, look, statistics)));
        return new PathsNeeded(target, look, Up(paths), Up(paths / spread), Up(paths * spread), null);
    }

    private static double VarianceOfLog(PrecisionTarget target, PrecisionLook look, SeriesStatistics statistics)
    {
        double n = statistics.Count;
        switch (target.Statistic)
        {
            case SummaryStatistic.Mean:
                return OfMean(SampleShape.Of(SeriesEstimates.SampleOf(statistics)), target.IsRelative);
            case SummaryStatistic.MeanIfAny:
                double k = statistics.PositiveCount;
                var above = SampleShape.Of(
                    SeriesEstimates.SampleOf(statistics),
                    statistics.Count - statistics.PositiveCount + 1
                );
                return OfMean(above, target.IsRelative) + ((1.0 - (k / n)) / (4.0 * k));
            case SummaryStatistic.ProbabilityAny:
                var p = statistics.PositiveCount / n;
                return p is > 0.0 and < 1.0 ? 1.0 / (4.0 * n * p * (1.0 - p)) : 0.0;
            default:
                var probability = SummaryStatistic.Quantiles.First(q => q.Name == target.Statistic).Probability;
                var ranks = QuantileRanks.Of(statistics.Count, probability)!.Value;
                var relative = look.HalfWidth!.Value / Confidence.NormalQuantile / look.Value!.Value;
                return (1.0 / (ranks.High - ranks.Low)) + (target.IsRelative ? relative * relative : 0.0);
        }
    }

    private static double OfMean(SampleShape shape, bool isRelative)
    {
        var c = shape.Mean == 0.0 ? 0.0 : shape.StandardDeviation / Math.Abs(shape.Mean);
        var skewness = shape.Mean < 0.0 ? -shape.Skewness : shape.Skewness;
        var absolute = Math.Max(0.0, shape.Kurtosis - 1.0) / 4.0;
        return Math.Max(0.0, absolute + (isRelative ? (c * c) - (skewness * c) : 0.0)) / shape.Count;
    }

    // Past 2^62 it is "more than anybody can run" in any case.
    private static long Up(double paths) => paths < 4e18 ? Math.Max(1, (long)Math.Ceiling(paths)) : long.MaxValue;
}
