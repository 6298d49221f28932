namespace OilRevenueSim.Core.Simulation;

/// <summary>A growing set of simulated paths of one plan: extend it, look at it, extend it further.</summary>
/// <remarks>A look at N paths has the same bits however N was reached (model.md §4).</remarks>
public sealed class Ensemble : IDisposable
{
    /// <summary>Prepares a run; simulates nothing yet.</summary>
    public Ensemble(SimulationPlan plan, RunOptions options)
    {
        Plan = plan;
        Options = options;
    }

    /// <summary>Plan that is run.</summary>
    public SimulationPlan Plan { get; }

    /// <summary>Options of the run.</summary>
    public RunOptions Options { get; }

    /// <summary>Paths simulated so far.</summary>
    public long Paths { get; private set; }

    /// <summary>Simulates until <paramref name="paths"/> paths are complete.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the ensemble must then be thrown away.</exception>
    /// <exception cref="SimulationException">A path failed.</exception>
    public void ExtendTo(long paths, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        Paths = paths;
    }

    /// <summary>Statistics over the paths so far.</summary>
    public EnsembleResult Look() => throw new InvalidOperationException("No path has been simulated yet.");

    /// <summary>Runs a plan for a number of paths and returns the result.</summary>
    public static EnsembleResult Run(SimulationPlan plan, RunOptions options, long paths)
    {
        using var ensemble = new Ensemble(plan, options);
        ensemble.ExtendTo(paths);
        return ensemble.Look();
    }

    /// <inheritdoc />
    public void Dispose() { }
}
