using System.Reflection;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A growing set of simulated paths of one plan: extend it, look at it, extend it further.</summary>
/// <remarks>A look at N paths has the same bits however N was reached, and for any threads and block size (model.md §4).</remarks>
public sealed class Ensemble : IDisposable
{
    /// <summary>Most values kept exactly; above it quantiles come from sketches.</summary>
    public const long MostExactValues = 1L << 24;

    private readonly PairedEnsemble paired;

    /// <summary>Prepares a run; simulates nothing yet.</summary>
    /// <param name="plan">Plan to run.</param>
    /// <param name="options">Seed, threads, block size.</param>
    /// <param name="sink">What takes values path by path, or null.</param>
    /// <exception cref="ArgumentException">The sink takes what the plan does not record.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The block is not a positive multiple of 256 up to 4,096, or threads are negative.</exception>
    public Ensemble(SimulationPlan plan, RunOptions options, IPathSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        paired = new PairedEnsemble([plan], options, [sink]);
    }

    /// <summary>Largest block: looks at 4,096·2^k paths (model.md §4) must end with a block.</summary>
    public const int MostBlockPaths = 4096;

    /// <summary>Version of the engine, without commit.</summary>
    public static string EngineVersion { get; } =
        typeof(Ensemble).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "0.0.0";

    /// <summary>Plan that is run.</summary>
    public SimulationPlan Plan => paired.Plans[0];

    /// <summary>Options of the run.</summary>
    public RunOptions Options => paired.Options;

    /// <summary>Paths simulated so far.</summary>
    public long Paths => paired.Paths;

    /// <summary>True while every value is kept: paths times recorded series and periods are at most 2^24.</summary>
    public bool IsExact => paired.IsExact;

    /// <inheritdoc cref="PairedEnsemble.ExtendTo"/>
    public void ExtendTo(
        long paths,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    ) => paired.ExtendTo(paths, progress, cancellation);

    /// <summary>Statistics over the paths so far.</summary>
    /// <inheritdoc cref="PairedEnsemble.Look" path="/exception"/>
    public EnsembleResult Look() => paired.Look().Courses[0];

    /// <summary>Runs a plan for a number of paths and returns the result.</summary>
    /// <param name="plan">Plan to run.</param>
    /// <param name="options">Seed, threads, block size.</param>
    /// <param name="paths">Number of paths, 1 to 2^32.</param>
    public static EnsembleResult Run(SimulationPlan plan, RunOptions options, long paths)
    {
        using var ensemble = new Ensemble(plan, options);
        ensemble.ExtendTo(paths);
        return ensemble.Look();
    }

    /// <inheritdoc />
    public void Dispose() => paired.Dispose();
}
