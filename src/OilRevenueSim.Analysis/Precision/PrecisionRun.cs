using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Precision;

/// <summary>Adds paths until a number is known well enough (model.md §4).</summary>
/// <remarks>
/// Looks only at N = 4,096·2^k complete paths, stops when two looks in a row reach the target, and never passes a maximum. All
/// courses share one N: a look is reached when it is in every course. Equals a run with that many paths bit for bit.
/// </remarks>
public static class PrecisionRun
{
    /// <summary>Paths of the first look.</summary>
    public const long FirstLook = 4096;

    /// <summary>Most paths by default, 4,096·2^10.</summary>
    public const long DefaultMaximum = FirstLook << 10;

    /// <summary>Runs one course.</summary>
    /// <param name="ensemble">Ensemble; must not hold more paths than the first look.</param>
    /// <param name="target">What must be known how well.</param>
    /// <param name="maximumPaths">Most paths, at least 4,096; the last look is the largest 4,096·2^k within.</param>
    /// <param name="progress">Told of paths and looks.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The maximum lies below the first look.</exception>
    public static PrecisionOutcome Run(
        Ensemble ensemble,
        PrecisionTarget target,
        long maximumPaths = DefaultMaximum,
        IProgress<PrecisionProgress>? progress = null,
        CancellationToken cancellation = default
    ) => Run([ensemble], target, maximumPaths, progress, cancellation);

    /// <summary>Runs several courses to one number of paths.</summary>
    /// <inheritdoc cref="Run(Ensemble, PrecisionTarget, long, IProgress{PrecisionProgress}?, CancellationToken)"/>
    public static PrecisionOutcome Run(
        ImmutableArray<Ensemble> courses,
        PrecisionTarget target,
        long maximumPaths = DefaultMaximum,
        IProgress<PrecisionProgress>? progress = null,
        CancellationToken cancellation = default
    ) =>
        Run(
            courses.Length,
            (course, paths, told, stop) =>
            {
                courses[course].ExtendTo(paths, told, stop);
                return courses[course].Look();
            },
            target,
            maximumPaths,
            progress,
            cancellation
        );

    /// <summary>Runs several courses in lockstep on the same paths to one number of paths.</summary>
    /// <inheritdoc cref="Run(Ensemble, PrecisionTarget, long, IProgress{PrecisionProgress}?, CancellationToken)"/>
    public static PairedPrecisionOutcome Run(
        PairedEnsemble courses,
        PrecisionTarget target,
        long maximumPaths = DefaultMaximum,
        IProgress<PrecisionProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        PairedResult? look = null;
        var outcome = Run(
            courses.Plans.Length,
            (course, paths, told, stop) =>
            {
                if (course == 0)
                {
                    courses.ExtendTo(paths, told, stop);
                    look = courses.Look();
                }

                return look!.Courses[course];
            },
            target,
            maximumPaths,
            progress,
            cancellation
        );
        return new PairedPrecisionOutcome(look!, outcome);
    }

    internal delegate EnsembleResult Extend(
        int course,
        long paths,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation
    );

    internal static PrecisionOutcome Run(
        int courses,
        Extend extend,
        PrecisionTarget target,
        long maximumPaths,
        IProgress<PrecisionProgress>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(courses, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPaths, FirstLook);
        var looks = ImmutableArray.CreateBuilder<PrecisionLook>();
        var inARow = 0;
        for (var paths = FirstLook; ; paths *= 2)
        {
            var results = ImmutableArray.CreateBuilder<EnsembleResult>(courses);
            for (var course = 0; course < courses; course++)
            {
                cancellation.ThrowIfCancellationRequested();
                var told = progress is null ? null : new CourseProgress(progress, course, looks.ToImmutable());
                results.Add(extend(course, paths, told, cancellation));
            }

            var look = Worst(results.Select(target.Evaluate));
            looks.Add(look);
            inARow = look.IsReached ? inARow + 1 : 0;
            progress?.Report(new PrecisionProgress(courses - 1, new RunProgress(paths, paths), looks.ToImmutable()));
            if (inARow == 2 || paths > maximumPaths / 2)
            {
                return new PrecisionOutcome(results.MoveToImmutable(), inARow == 2, looks.ToImmutable());
            }
        }
    }

    // Of several courses the one that is known least well for what is asked.
    private static PrecisionLook Worst(IEnumerable<PrecisionLook> looks) =>
        looks.MaxBy(l =>
            l.IsReached ? l.HalfWidth / l.Allowed ?? 0.0 : 2.0 + (l.HalfWidth / l.Allowed ?? double.MaxValue)
        )!;

    private sealed class CourseProgress(
        IProgress<PrecisionProgress> progress,
        int course,
        ImmutableArray<PrecisionLook> looks
    ) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => progress.Report(new PrecisionProgress(course, value, looks));
    }
}

/// <summary>How far a run with <c>--until</c> has come.</summary>
/// <param name="Course">Index of the course that is running.</param>
/// <param name="Run">Paths done, and paths of the next look.</param>
/// <param name="Looks">Looks so far.</param>
public readonly record struct PrecisionProgress(int Course, RunProgress Run, ImmutableArray<PrecisionLook> Looks);

/// <summary>How a run with <c>--until</c> ended.</summary>
/// <param name="Results">Results over all its paths, one a course.</param>
/// <param name="IsReached">True when two looks in a row reached the target, false when the maximum came first.</param>
/// <param name="Looks">Looks in order; of several courses the one known least well.</param>
public sealed record PrecisionOutcome(
    ImmutableArray<EnsembleResult> Results,
    bool IsReached,
    ImmutableArray<PrecisionLook> Looks
)
{
    /// <summary>Result of a run of one course.</summary>
    public EnsembleResult Result => Results[0];
}

/// <summary>How a run of several courses in lockstep with <c>--until</c> ended.</summary>
/// <param name="Result">Results and differences over all paths.</param>
/// <param name="Precision">Looks and verdict.</param>
public sealed record PairedPrecisionOutcome(PairedResult Result, PrecisionOutcome Precision);
