using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What N paths of one course say: statistics of every recorded series in every period. Immutable.</summary>
public sealed class EnsembleResult
{
    private readonly SeriesStatistics[] statistics; // [series * periods + period]

    internal EnsembleResult(
        Scenario scenario,
        RunManifest manifest,
        TimeGrid grid,
        ImmutableArray<SeriesKey> series,
        ImmutableArray<Period> periods,
        SeriesStatistics[] statistics
    )
    {
        Scenario = scenario;
        Manifest = manifest;
        Grid = grid;
        Series = series;
        Periods = periods;
        this.statistics = statistics;
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

    /// <summary>What we do not know and what cannot be known, told apart; null for a run without replicates.</summary>
    public TwoLevels? Levels { get; init; }

    /// <summary>Statistics of a series in a period, both by index.</summary>
    public SeriesStatistics At(int series, int period) => statistics[(series * Periods.Length) + period];

    /// <summary>Statistics of a series in a period, or null where the series is not recorded.</summary>
    public SeriesStatistics? Find(SeriesKey series, Period period)
    {
        var s = Series.IndexOf(series);
        var p = Periods.IndexOf(period);
        return s < 0 || p < 0 ? null : At(s, p);
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

    /// <summary>Paths that share a world's epistemic draws.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>How the epistemic draws were sampled.</summary>
    public Sampling Sampling { get; init; }

    /// <summary>Version of the engine, without commit.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>True when quantiles come from all values, false when from a sketch.</summary>
    public required bool ExactQuantiles { get; init; }

    /// <summary>Warnings of reader and compiler.</summary>
    public required ImmutableArray<string> Warnings { get; init; }
}
