using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim;

/// <summary>Runs scenarios: thousands of simulated futures, and what they say.</summary>
/// <remarks>The same scenario, course, seed and number of paths give the same bits on any number of threads.</remarks>
public static class Runs
{
    /// <summary>Paths unless told: an error of the mean of a hundredth of the spread between futures.</summary>
    public const long DefaultPaths = 10_000;

    /// <summary>Simulates one course of a scenario.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="course">Course of action; default the first of the file.</param>
    /// <param name="paths">Futures to simulate, 1 to 2^32. Default 10,000.</param>
    /// <param name="seed">Seed. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="replicates">
    /// Futures that share one world, 1 to 65,536: what is not known is drawn once for all of them, so that it is told from what cannot be
    /// known (<see cref="ResultSeries.Levels"/>). Default 1.
    /// </param>
    /// <param name="sampling">How the worlds are sampled. Default random.</param>
    /// <param name="progress">Told how far the run has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">The scenario has no such course; the message says which it has.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Paths, threads or replicates are out of range, or the paths do not divide into worlds; the message names the nearest that do.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; there is no result.</exception>
    /// <exception cref="SimulationException">A path failed.</exception>
    public static RunResult Run(
        this Scenario scenario,
        string? course = null,
        long paths = DefaultPaths,
        ulong seed = 1,
        int threads = 0,
        int replicates = 1,
        Sampling sampling = Sampling.Random,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using var ensemble = new Ensemble(Compile(scenario, course), OptionsOf(seed, threads, replicates, sampling));
        ensemble.ExtendTo(CheckedPaths(paths), progress, cancellation);
        return new RunResult(ensemble.Look(), null);
    }

    /// <summary>Adds futures until one number is known well enough: looks at 4,096·2^k paths, stops when two in a row reach it.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="precision">
    /// ACTOR QUANTITY STATISTIC TOLERANCE, e.g. <c>islamic-state gross_revenue_usd mean 1%</c> or
    /// <c>islamic-state gross_revenue_usd p95 5 MUSD</c>; the tolerance is half the width of the 95 % interval.
    /// </param>
    /// <param name="course">Course of action; default the first of the file.</param>
    /// <param name="mostPaths">Most futures, at least 4,096. Default 4,096·2^10.</param>
    /// <param name="seed">Seed. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="replicates">Futures that share one world, as of <see cref="Run"/>: a power of two. Default 1.</param>
    /// <param name="sampling">How the worlds are sampled, but not in Latin hypercubes, which cannot be extended. Default random.</param>
    /// <param name="progress">Told of paths and looks.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The result; <see cref="RunResult.Precision"/> says whether the number is known well enough.</returns>
    /// <exception cref="ArgumentException">The words are no precision, or the scenario has no such course.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The most paths, threads or replicates are out of range, or the sampling cannot be extended.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; there is no result.</exception>
    public static RunResult RunUntil(
        this Scenario scenario,
        string precision,
        string? course = null,
        long mostPaths = PrecisionRun.DefaultMaximum,
        ulong seed = 1,
        int threads = 0,
        int replicates = 1,
        Sampling sampling = Sampling.Random,
        IProgress<PrecisionProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var target = TargetOf(scenario, precision);
        var options = OptionsOf(seed, threads, replicates, sampling);
        CheckLooks(mostPaths, replicates, sampling, options.PathsMultiple);
        using var ensemble = new Ensemble(Compile(scenario, course), options);
        var outcome = PrecisionRun.Run(ensemble, target, mostPaths, progress, cancellation);
        return new RunResult(outcome.Result, outcome);
    }

    /// <summary>How many paths a precision needs, said from a pilot before the run.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="precision">Words as of <see cref="RunUntil"/>, e.g. <c>islamic-state gross_revenue_usd p95 1%</c>.</param>
    /// <param name="course">Course of action; default the first of the file.</param>
    /// <param name="pilotPaths">Paths of the pilot. Default 4,096; more make the forecast narrower.</param>
    /// <param name="seed">Seed of the pilot. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="cancellation">Stops the pilot.</param>
    /// <exception cref="ArgumentException">The words are no precision, or the scenario has no such course.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Paths or threads are out of range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PathsNeeded PathsFor(
        this Scenario scenario,
        string precision,
        string? course = null,
        long pilotPaths = PathsNeeded.DefaultPilot,
        ulong seed = 1,
        int threads = 0,
        CancellationToken cancellation = default
    )
    {
        var target = TargetOf(scenario, precision);
        var pilot = scenario.Run(course, pilotPaths, seed, threads, cancellation: cancellation);
        return PathsNeeded.From(target, pilot.Ensemble);
    }

    /// <summary>Names of the courses of a scenario, the default first; <c>base</c> where the file names none.</summary>
    /// <param name="scenario">Scenario.</param>
    internal static IReadOnlyList<string> CoursesOf(Scenario scenario) =>
        scenario.Courses.IsEmpty ? ["base"] : [.. scenario.Courses.Select(c => c.Name)];

    /// <summary>Checks a scenario, which code may have changed since it was read, and compiles a course of it.</summary>
    /// <exception cref="ScenarioException">The scenario does not make sense.</exception>
    /// <exception cref="ArgumentException">The scenario has no such course.</exception>
    internal static SimulationPlan Compile(Scenario scenario, string? course)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var known = CoursesOf(scenario);
        return course is null || known.Contains(course)
            ? SimulationPlan.Compile(scenario.Checked(), course ?? known[0])
            : throw new ArgumentException(Unknown.Word("course", course, known, scenario.Name), nameof(course));
    }

    /// <summary>Reads the words of a precision.</summary>
    /// <exception cref="ArgumentException">The words are none.</exception>
    internal static PrecisionTarget TargetOf(Scenario scenario, string precision)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(precision);
        var reading = PrecisionTarget.Parse(precision, [.. scenario.Actors.Select(a => a.Name)]);
        return reading.Target
            ?? throw new ArgumentException($"'{precision}': {reading.Problem!.Message}", nameof(precision));
    }

    /// <summary>A number of paths in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    internal static long CheckedPaths(long paths) =>
        paths is >= 1 and <= 1L << 32
            ? paths
            : throw new ArgumentOutOfRangeException(nameof(paths), paths, "A run has 1 to 2^32 paths.");

    /// <summary>Checks that worlds can be looked at after 4,096·2^k paths.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They cannot.</exception>
    private static void CheckLooks(long mostPaths, int replicates, Sampling sampling, long multiple)
    {
        const long first = PrecisionRun.FirstLook;
        if (mostPaths < first)
        {
            throw new ArgumentOutOfRangeException(
                nameof(mostPaths),
                mostPaths,
                "A run until a precision has at least 4,096 paths; Run takes any number."
            );
        }

        if (sampling == Sampling.LatinHypercube)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sampling),
                sampling,
                "Latin hypercubes cannot be extended; take Sampling.Sobol, or Run with a number of paths."
            );
        }

        if (first % multiple != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(replicates),
                replicates,
                $"Paths are looked at after 4,096·2^k; take replicates that are a power of two up to {first / (multiple / replicates):N0}."
            );
        }
    }

    /// <summary>Seed, threads, replicates and sampling, each in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    internal static RunOptions OptionsOf(
        ulong seed,
        int threads,
        int replicates = 1,
        Sampling sampling = Sampling.Random
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(replicates, RunOptions.MostReplicates);
        return new RunOptions
        {
            Seed = seed,
            Threads = threads,
            Replicates = replicates,
            Sampling = sampling,
        };
    }
}
