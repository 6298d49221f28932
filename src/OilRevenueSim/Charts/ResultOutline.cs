using System.Collections.Immutable;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>What a result is of.</summary>
public enum ResultForm
{
    /// <summary>One course, <c>oilsim run</c>.</summary>
    Run,

    /// <summary>Courses on the same futures, <c>oilsim compare</c>.</summary>
    Comparison,

    /// <summary>Cells of a design, <c>oilsim sweep</c>.</summary>
    Sweep,
}

/// <summary>What a result holds, known before anything is simulated: which charts it can have hangs on this. Immutable.</summary>
public sealed record ResultOutline
{
    /// <summary>What it is of.</summary>
    public required ResultForm Form { get; init; }

    /// <summary>Scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Courses that were run, the one that others are compared with first.</summary>
    public required ImmutableArray<string> Courses { get; init; }

    /// <summary>Series that every course records.</summary>
    public required ImmutableArray<SeriesKey> Series { get; init; }

    /// <summary>Labels of the months and years reported, then <c>total</c>; empty for a sweep.</summary>
    public ImmutableArray<string> Periods { get; init; } = [];

    /// <summary>Futures of every course or cell.</summary>
    public required long Paths { get; init; }

    /// <summary>Futures that share a world.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>True where the value of every future was kept.</summary>
    public bool KeepsDraws { get; init; } = true;

    /// <summary>Axes of a sweep; empty otherwise.</summary>
    public ImmutableArray<SweepAxis> Axes { get; init; } = [];

    /// <summary>Design of a sweep, or null.</summary>
    public Design? Design { get; init; }

    /// <summary>How a sweep ran, or null.</summary>
    public SweepOptions? Sweep { get; init; }

    /// <summary>Outline of a run.</summary>
    public static ResultOutline Of(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ResultOutline
        {
            Form = ResultForm.Run,
            Scenario = run.Scenario,
            Courses = [run.Course],
            Series = run.Recorded,
            Periods = [.. run.Ensemble.Periods.Select(p => p.Label)],
            Paths = run.Paths,
            Replicates = run.Manifest.Replicates,
            KeepsDraws = run.Manifest.ExactQuantiles,
        };
    }

    /// <summary>Outline of a comparison.</summary>
    public static ResultOutline Of(ComparisonResult comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Of(comparison.Runs[0]) with { Form = ResultForm.Comparison, Courses = comparison.Names };
    }

    /// <summary>Outline of a sweep.</summary>
    public static ResultOutline Of(SweepResult sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new ResultOutline
        {
            Form = ResultForm.Sweep,
            Scenario = sweep.Scenario,
            Courses = sweep.Courses,
            Series = [],
            Paths = sweep.Options.Paths,
            Axes = sweep.Axes,
            Design = sweep.Design,
            Sweep = sweep.Options,
        };
    }
}
