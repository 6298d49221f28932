using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Reporting;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>oilsim run</c> was asked for, with its ranges checked.</summary>
internal sealed record RunRequest
{
    /// <summary>Scenario file.</summary>
    public required string ScenarioPath { get; init; }

    /// <summary>Values that replace those of the file.</summary>
    public QuantityOverride[] Overrides { get; init; } = [];

    /// <summary>Courses as given, <c>all</c>, or null where none were given.</summary>
    public string? Courses { get; init; }

    /// <summary>Values of paths to keep, in words, empty for the totals; null to keep none.</summary>
    public string? KeepPaths { get; init; }

    /// <summary>Paths to simulate; not used with <see cref="Until"/>.</summary>
    public long Paths { get; init; } = 10_000;

    /// <summary>Slice of the paths to simulate, or null for all.</summary>
    public ShardChoice? Shard { get; init; }

    /// <summary>Precision to reach, in words, or null.</summary>
    public string? Until { get; init; }

    /// <summary>Most paths with <see cref="Until"/>.</summary>
    public long MostPaths { get; init; }

    /// <summary>Seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Paths that share a world.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>How worlds are sampled.</summary>
    public Sampling Sampling { get; init; }

    /// <summary>Options of the engine.</summary>
    public RunOptions Options =>
        new()
        {
            Seed = Seed,
            Threads = Threads,
            Replicates = Replicates,
            Sampling = Sampling,
        };

    /// <summary>Worker threads; 0 means one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Folder of all results.</summary>
    public string Out { get; init; } = "results";

    /// <summary>Print the summary as JSON and nothing else.</summary>
    public bool AsJson { get; init; }

    /// <summary>Print no progress and no headline.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How the charts are written.</summary>
    public FigureStyle Style { get; init; } = FigureStyle.Usual;

    /// <summary>Words, marking and look of the charts.</summary>
    public FigureOptions Look { get; init; } = new();

    /// <summary>Draw the charts.</summary>
    public bool WithCharts { get; init; } = true;
}
