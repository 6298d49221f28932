using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What N paths of one course say: statistics of every recorded series in every period. Immutable.</summary>
public sealed class EnsembleResult
{
    private readonly SeriesStatistics[] statistics; // [series * periods + period]
    private readonly PathDraws? draws;

    internal EnsembleResult(
        Scenario scenario,
        RunManifest manifest,
        TimeGrid grid,
        ImmutableArray<SeriesKey> series,
        ImmutableArray<Period> periods,
        SeriesStatistics[] statistics,
        PathDraws? draws = null
    )
    {
        Scenario = scenario;
        Manifest = manifest;
        Grid = grid;
        Series = series;
        Periods = periods;
        this.statistics = statistics;
        this.draws = draws;
    }

    /// <summary>Scenario that was run.</summary>
    public Scenario Scenario { get; }

    /// <summary>What determines the result.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Time grid of the run.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Recorded series, in the order of the summary.</summary>
    public ImmutableArray<SeriesKey> Series { get; }

    /// <summary>Reporting periods: months in order, years in order, then the total.</summary>
    public ImmutableArray<Period> Periods { get; }

    /// <summary>Statistics of a series in a period, both by index.</summary>
    public SeriesStatistics At(int series, int period) => statistics[(series * Periods.Length) + period];

    /// <summary>Statistics of a series in a period, or null where the series is not recorded.</summary>
    public SeriesStatistics? Find(SeriesKey series, Period period)
    {
        var s = Series.IndexOf(series);
        var p = Periods.IndexOf(period);
        return s < 0 || p < 0 ? null : At(s, p);
    }

    /// <summary>True where <see cref="Draws(int, int)"/> can give values: the run kept them all, and the series keeps its sample.</summary>
    /// <param name="series">Index into <see cref="Series"/>.</param>
    public bool HasDraws(int series) => draws is not null && draws.Has(series);

    /// <summary>Values of a series in a period by path, [path]: the sample behind the statistics, in the order of paths.</summary>
    /// <param name="series">Index into <see cref="Series"/>.</param>
    /// <param name="period">Index into <see cref="Periods"/>.</param>
    /// <returns>A new array, in the unit of the series.</returns>
    /// <exception cref="InvalidOperationException">
    /// The run had more than 2^24 values and counted them instead, or of this series only the mean is recorded.
    /// </exception>
    public double[] Draws(int series, int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(series);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(series, Series.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, Periods.Length);
        var name = Series[series].Quantity.Name;
        if (At(series, period).Sample is null)
        {
            throw new InvalidOperationException(
                $"Only the mean of {name} is recorded, so it has no values by path; name {name} in the scenario's record:."
            );
        }

        return draws?.Of(series, period)
            ?? throw new InvalidOperationException(
                $"A run of {Manifest.Paths} paths kept no values of {name}: more than {Ensemble.MostExactValues} in all are "
                    + "counted instead. Run fewer paths, or let a path sink take the values while it runs."
            );
    }
}

/// <summary>What determines a result: the same manifest means the same bits.</summary>
public sealed record RunManifest
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Course of action, <c>base</c> where none is named.</summary>
    public required string Course { get; init; }

    /// <summary>SHA-256 of the canonical resolved scenario.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Files read, with their hashes.</summary>
    public required ImmutableArray<ScenarioFile> Files { get; init; }

    /// <summary>Seed of the Philox key.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of paths.</summary>
    public required long Paths { get; init; }

    /// <summary>Version of the engine, without commit.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>True when quantiles come from all values, false when from a sketch.</summary>
    public required bool ExactQuantiles { get; init; }

    /// <summary>Warnings of reader and compiler.</summary>
    public required ImmutableArray<string> Warnings { get; init; }
}
