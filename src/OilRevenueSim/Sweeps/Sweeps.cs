using OilRevenueSim.Core.Model;

namespace OilRevenueSim;

/// <summary>Sweeps scenarios: one run a cell of a design, all on the same random numbers.</summary>
public static class Sweeps
{
    /// <summary>Runs the cells of a design, and the scenario as it stands, with which they are compared path by path.</summary>
    /// <remarks>
    /// Cells share seed and random numbers. A cell that makes no sense or fails is recorded with its reason and the others go on. With
    /// <see cref="SweepOptions.Cache"/> finished cells are kept: the same sweep again, or a larger one, computes only what is new.
    /// </remarks>
    /// <param name="scenario">Scenario.</param>
    /// <param name="design">What is varied, and where the points lie.</param>
    /// <param name="options">Paths, seed, courses, what is reported, cache.</param>
    /// <param name="progress">Told after every cell, on a worker's thread.</param>
    /// <param name="cancellation">Stops the sweep; finished cells stay in the cache.</param>
    /// <exception cref="ScenarioException">A value cannot be varied: no such address, another unit, no law of its own.</exception>
    /// <exception cref="FormatException">A statistic cannot be read, or a range has no step where the design needs levels.</exception>
    /// <exception cref="ArgumentException">A course, an actor, a quantity or a number is wrong; says what would have worked.</exception>
    /// <exception cref="IOException">The cache cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SweepResult Sweep(
        this Scenario scenario,
        Design design,
        SweepOptions? options = null,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(design);
        var plan = SweepPlan.Of(scenario.Checked(), design, options ?? new SweepOptions());
        var (cells, notices) = new SweepRun(plan, progress, cancellation).Execute();
        return new SweepResult(plan, design, cells, notices);
    }
}
