using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim;

/// <summary>Compares courses of a scenario, or a scenario with a variant of it, on common random numbers.</summary>
/// <remarks>
/// Path i of one meets the same draws as path i of the other, so what differs between them is what was changed; the difference is
/// known with far fewer paths than its two sides (model.md §4).
/// </remarks>
public static class Comparisons
{
    /// <summary>Compares courses of a scenario; the first is the one that others are compared with.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="courses">Names of at least two courses; null, the default, is all of the file.</param>
    /// <param name="paths">Futures to simulate, 1 to 2^32. Default 10,000.</param>
    /// <param name="seed">Seed. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="replicates">Futures that share one world, as of <see cref="Runs.Run"/>. Default 1.</param>
    /// <param name="sampling">How the worlds are sampled. Default random.</param>
    /// <param name="progress">Told how far the run has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">There are fewer than two courses, one is named twice, or the scenario has no such course.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Paths, threads or replicates are out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; there is no result.</exception>
    public static ComparisonResult Compare(
        this Scenario scenario,
        IReadOnlyList<string>? courses = null,
        long paths = Runs.DefaultPaths,
        ulong seed = 1,
        int threads = 0,
        int replicates = 1,
        Sampling sampling = Sampling.Random,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var plans = PlansOf(scenario, courses);
        return Run(
            plans,
            [.. plans.Select(plan => plan.Course)],
            paths,
            Runs.OptionsOf(seed, threads, replicates, sampling),
            progress,
            cancellation
        );
    }

    /// <summary>Compares a scenario with a variant of it, e.g. one with a dearer price; differences are the variant less the scenario.</summary>
    /// <remarks>
    /// With another sampling than random both meet the same worlds only where the same quantities are uncertain in both: coordinates of a
    /// design go by the order of their addresses. Where they differ, the difference is right but known less well, and its error says so.
    /// </remarks>
    /// <param name="scenario">Scenario.</param>
    /// <param name="variant">Variant; must have the same horizon.</param>
    /// <param name="course">Course of both; default the first of each.</param>
    /// <param name="paths">Futures to simulate, 1 to 2^32. Default 10,000.</param>
    /// <param name="seed">Seed. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="replicates">Futures that share one world, as of <see cref="Runs.Run"/>. Default 1.</param>
    /// <param name="sampling">How the worlds are sampled. Default random.</param>
    /// <param name="progress">Told how far the run has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">A scenario has no such course, or their periods differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Paths, threads or replicates are out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; there is no result.</exception>
    public static ComparisonResult Compare(
        this Scenario scenario,
        Scenario variant,
        string? course = null,
        long paths = Runs.DefaultPaths,
        ulong seed = 1,
        int threads = 0,
        int replicates = 1,
        Sampling sampling = Sampling.Random,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    ) =>
        Run(
            [Runs.Compile(scenario, course), Runs.Compile(variant, course)],
            ["scenario", "variant"],
            paths,
            Runs.OptionsOf(seed, threads, replicates, sampling),
            progress,
            cancellation
        );

    /// <summary>Compiles the courses of a comparison.</summary>
    /// <exception cref="ArgumentException">There are fewer than two courses, one is named twice, or the scenario has no such course.</exception>
    internal static ImmutableArray<SimulationPlan> PlansOf(Scenario scenario, IReadOnlyList<string>? courses)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var chosen = courses ?? Runs.CoursesOf(scenario);
        if (chosen.Count < 2)
        {
            throw new ArgumentException(
                $"A comparison needs at least two courses; found {chosen.Count}. {scenario.Name} has: "
                    + $"{string.Join(", ", Runs.CoursesOf(scenario))}.",
                nameof(courses)
            );
        }

        return chosen.Distinct(StringComparer.Ordinal).Count() == chosen.Count
            ? [.. chosen.Select(c => Runs.Compile(scenario, c))]
            : throw new ArgumentException($"A course is named twice: {string.Join(", ", chosen)}.", nameof(courses));
    }

    private static ComparisonResult Run(
        ImmutableArray<SimulationPlan> plans,
        ImmutableArray<string> names,
        long paths,
        RunOptions options,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation
    )
    {
        using var ensemble = new PairedEnsemble(plans, options);
        ensemble.ExtendTo(Runs.CheckedPaths(paths), progress, cancellation);
        return new ComparisonResult(ensemble.Look(), names);
    }
}
