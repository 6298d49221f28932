using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>A number under one course less the same number under the first, path by path, in one period. Immutable.</summary>
public sealed class DifferenceSeries
{
    private readonly PairedResult paired;
    private readonly ImmutableArray<string> names;
    private readonly int course;
    private readonly int series;
    private readonly int period;

    internal DifferenceSeries(PairedResult paired, ImmutableArray<string> names, int course, int series, int period)
    {
        this.paired = paired;
        this.names = names;
        this.course = course;
        this.series = series;
        this.period = period;
        Paired = paired.Difference(course, series, period);
    }

    /// <summary>Quantity, actor, place and channel.</summary>
    public SeriesKey Key => paired.Series[series];

    /// <summary>Unit of every number here, e.g. <c>USD</c>.</summary>
    public string Unit => Key.Quantity.Unit;

    /// <summary>Period that the numbers are about.</summary>
    public Period Period => paired.Periods[period];

    /// <summary>Moments, counts and variances, as the engine gives them.</summary>
    public PairedDifference Paired { get; }

    /// <summary>Mean difference, with its interval mean ± t·se.</summary>
    public Estimate Mean => MeanEstimate.Of(Paired.Statistics);

    /// <summary>Standard error of the mean difference.</summary>
    public double StandardError => Paired.Statistics.StandardError;

    /// <summary>Share of futures in which the course has less than the first.</summary>
    public Estimate Lower => ProbabilityEstimate.Of(Paired.LessCount, Paired.Statistics.Count);

    /// <summary>Share of futures in which both have the same.</summary>
    public Estimate Equal => ProbabilityEstimate.Of(Paired.EqualCount, Paired.Statistics.Count);

    /// <summary>Share of futures in which the course has more than the first.</summary>
    public Estimate Higher => ProbabilityEstimate.Of(Paired.GreaterCount, Paired.Statistics.Count);

    /// <summary>Correlation of the two numbers over paths, or null where one does not vary.</summary>
    public double? Correlation => Paired.Correlation;

    /// <summary>
    /// How many times more paths independent seeds would need for the same error, (Var A + Var B) / Var(A − B); infinite where the
    /// difference does not vary, null where neither number does.
    /// </summary>
    public double? VarianceReduction => Paired.VarianceReduction;

    /// <summary>The difference by month, in order.</summary>
    public ImmutableArray<DifferenceSeries> Months => Of(PeriodKind.Month);

    /// <summary>The difference by calendar year, in order.</summary>
    public ImmutableArray<DifferenceSeries> Years => Of(PeriodKind.Year);

    /// <summary>Quantile of the difference of type 7, with its order-statistic interval.</summary>
    /// <param name="probability">Probability inside (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside (0, 1).</exception>
    public Estimate Quantile(double probability) => SeriesEstimates.Quantile(Paired.Statistics, probability);

    /// <summary>Probability that the difference is strictly more than an amount, with Wilson's interval.</summary>
    /// <param name="above">Amount, in <see cref="Unit"/>.</param>
    public Estimate Probability(double above) => SeriesEstimates.ProbabilityAbove(Paired.Statistics, above);

    /// <summary>Series, course and period, e.g. <c>gross_revenue_usd of islamic-state, strikes less as-it-stands, total</c>.</summary>
    public override string ToString() => $"{SeriesChoice.Say(Key)}, {names[course]} less {names[0]}, {Period.Label}";

    private ImmutableArray<DifferenceSeries> Of(PeriodKind kind) =>
        [
            .. Enumerable
                .Range(0, paired.Periods.Length)
                .Where(i => paired.Periods[i].Kind == kind)
                .Select(i => new DifferenceSeries(paired, names, course, series, i)),
        ];
}
