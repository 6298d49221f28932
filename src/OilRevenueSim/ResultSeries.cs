using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Levels;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <summary>One series of a result in one period: estimates with their 95 % Monte Carlo intervals. Immutable.</summary>
public sealed class ResultSeries
{
    private readonly EnsembleResult result;
    private readonly int series;
    private readonly int period;

    internal ResultSeries(EnsembleResult result, int series, int period)
    {
        this.result = result;
        this.series = series;
        this.period = period;
    }

    /// <summary>Quantity, actor, place and channel.</summary>
    public SeriesKey Key => result.Series[series];

    /// <summary>Unit of every number here, e.g. <c>USD</c>.</summary>
    public string Unit => Key.Quantity.Unit;

    /// <summary>Period that the numbers are about.</summary>
    public Period Period => result.Periods[period];

    /// <summary>Moments, counts and the ordered sample, as the engine gives them.</summary>
    public SeriesStatistics Statistics => result.At(series, period);

    /// <summary>Mean over all paths, with its interval mean ± t·se.</summary>
    public Estimate Mean => SeriesEstimates.Mean(Statistics);

    /// <summary>Standard error of the mean.</summary>
    public double StandardError => Statistics.StandardError;

    /// <summary>Standard deviation between paths, divisor n − 1.</summary>
    public double StandardDeviation => Math.Sqrt(Statistics.Variance);

    /// <summary>Mean over the paths strictly above zero, or null where there is none.</summary>
    public Estimate? MeanIfAny => MeanEstimate.IfAny(Statistics)?.NotNegative();

    /// <summary>Probability of strictly more than zero, with Wilson's interval.</summary>
    public Estimate ProbabilityOfAny => Probability(above: 0.0);

    /// <summary>Median, with its order-statistic interval.</summary>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public Estimate Median => Quantile(0.5);

    /// <summary>Smallest value of any path.</summary>
    public double Min => Statistics.Min;

    /// <summary>Largest value of any path.</summary>
    public double Max => Statistics.Max;

    /// <summary>The series by month, in order.</summary>
    public ImmutableArray<ResultSeries> Months => Of(PeriodKind.Month);

    /// <summary>The series by calendar year, in order.</summary>
    public ImmutableArray<ResultSeries> Years => Of(PeriodKind.Year);

    /// <summary>Values by path, in the order of paths: path i of one run meets the same draws as path i of any other with its seed.</summary>
    /// <exception cref="InvalidOperationException">Only the mean is recorded, or the run had too many paths to keep them.</exception>
    public ImmutableArray<double> Draws => ImmutableCollectionsMarshal.AsImmutableArray(result.Draws(series, period));

    /// <summary>Mean of the first N paths with its interval, N on a logarithmic scale.</summary>
    /// <exception cref="InvalidOperationException">The run kept no values by path, or had replicates or a sampling design.</exception>
    /// <exception cref="ArgumentException">There are fewer than 16 paths.</exception>
    public RunningMean RunningMean => RunningMean.Of(IndependentDraws("A running mean").AsSpan());

    /// <summary>Whether the error of the mean can be trusted: batches, shape of the tail, paths that the mean hangs on.</summary>
    /// <exception cref="InvalidOperationException">The run kept no values by path, or had replicates or a sampling design.</exception>
    /// <exception cref="ArgumentException">There are fewer than 256 paths.</exception>
    public BatchDiagnostics Batches => BatchDiagnostics.Of(IndependentDraws("A diagnosis by batches").AsSpan());

    /// <summary>What more knowledge could remove and what it could not, over the whole horizon; of a run with replicates.</summary>
    /// <exception cref="InvalidOperationException">The run had no replicates or one world, or the period is not the whole horizon.</exception>
    public LevelEstimate Levels =>
        result.Levels is { Worlds: > 1 } levels && Period.Kind == PeriodKind.Total
            ? LevelEstimate.Of(levels.At(series))
            : throw new InvalidOperationException(
                "Levels are told apart over the whole horizon of a run with replicates in two worlds or more: scenario.Run(paths: 16384, replicates: 64)."
            );

    /// <summary>The running mean as a figure.</summary>
    /// <inheritdoc cref="RunningMean"/>
    /// <param name="language">Language of the figure; English unless told.</param>
    public Figure Convergence(Language? language = null) =>
        Figure.From(ConvergenceCharts.Of(result, series, period, language));

    /// <summary>How the series over the whole horizon is spread over futures, as a figure.</summary>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public Figure Histogram(Language? language = null)
    {
        WithSample();
        return Figure.From(HistogramCharts.OfSeries(result, Key, language));
    }

    /// <summary>The series month by month as a fan of bands: money, fighters, output, condition or a share.</summary>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">Only the mean is recorded; the message says what to name in <c>record:</c>.</exception>
    public Figure Fan(Language? language = null) =>
        Figure.From(SeriesFanCharts.Of(result, result.Series[series], language));

    /// <summary>The same series in another period.</summary>
    /// <param name="label">Month, year or <c>total</c>, e.g. <c>2016-08</c> or <c>2016</c>.</param>
    /// <exception cref="ArgumentException">The horizon has no such period.</exception>
    public ResultSeries In(string label)
    {
        for (var i = 0; i < result.Periods.Length; i++)
        {
            if (result.Periods[i].Label == label)
            {
                return new ResultSeries(result, series, i);
            }
        }

        var months = result.Periods.Where(p => p.Kind == PeriodKind.Month).Select(p => p.Label).ToList();
        throw new ArgumentException(
            $"{result.Scenario.Name} has no period '{label}'. It has the months {months[0]} to {months[^1]}, the years "
                + $"{string.Join(", ", result.Periods.Where(p => p.Kind == PeriodKind.Year).Select(p => p.Label))} and total.",
            nameof(label)
        );
    }

    /// <summary>Quantile of type 7, with the order-statistic interval that holds whatever the law; no interval where paths are too few.</summary>
    /// <param name="probability">Probability inside (0, 1), e.g. 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside (0, 1).</exception>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public Estimate Quantile(double probability) => SeriesEstimates.Quantile(WithSample(), probability);

    /// <summary>
    /// Standard error of a quantile: half the width of its interval over 1.96, or over Student's t where the run had replicates or a
    /// sampling design (Woodruff 1952); null where there is no interval.
    /// </summary>
    /// <inheritdoc cref="Quantile"/>
    public double? QuantileStandardError(double probability) =>
        SeriesEstimates.QuantileStandardError(WithSample(), probability);

    /// <summary>
    /// Probability of strictly more than an amount, with Wilson's interval; where no path passes it, from 0 to the exact one-sided 95 %
    /// bound, about 3/n.
    /// </summary>
    /// <remarks>
    /// Of a run with replicates or a sampling design the interval comes from its worlds or randomisations, for any amount while values are
    /// kept by path; once they are counted instead, for zero only. The bound is then 3 over the number of worlds.
    /// </remarks>
    /// <param name="above">Amount, in <see cref="Unit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not a finite number.</exception>
    /// <exception cref="InvalidOperationException">Only the mean of the series is recorded.</exception>
    public Estimate Probability(double above) => SeriesEstimates.ProbabilityAbove(WithSample(), above);

    /// <summary>Series and period, e.g. <c>gross_revenue_usd of islamic-state, total</c>.</summary>
    public override string ToString() => $"{SeriesChoice.Say(Key)}, {Period.Label}";

    private ImmutableArray<double> IndependentDraws(string what)
    {
        IndependentPaths.Require(Statistics, what);
        return Draws;
    }

    private ImmutableArray<ResultSeries> Of(PeriodKind kind) =>
        [
            .. Enumerable
                .Range(0, result.Periods.Length)
                .Where(i => result.Periods[i].Kind == kind)
                .Select(i => new ResultSeries(result, series, i)),
        ];

    private SeriesStatistics WithSample() =>
        Statistics.Sample is not null
            ? Statistics
            : throw new InvalidOperationException(
                $"Only the mean of {SeriesChoice.Say(Key)} is recorded. To record its quantiles and probabilities, write "
                    + $"record: [{Key.Quantity.Name}] in the scenario, or scenario with {{ Record = [\"{Key.Quantity.Name}\"] }} in code."
            );
}
