using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim;

/// <summary>Runs and comparisons in shards, each simulated by a process of its own, and their join with exactly the bits of the single run.</summary>
/// <remarks>Every shard is given the same scenario, courses, paths, seed, replicates and sampling; threads may differ.</remarks>
public static class Shards
{
    /// <summary>Simulates shard k of n of a run and writes it as a partial result for <see cref="Merge"/>.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="index">Which shard, from 1 to <paramref name="count"/>.</param>
    /// <param name="count">How many shards there are: at most one for every 256 paths; with replicates or even sampling see <see cref="RunOptions.SlicePaths"/>.</param>
    /// <param name="folder">Folder of the file; made where it is not there.</param>
    /// <param name="course">Course of action; default the first of the file.</param>
    /// <param name="paths">Futures of the whole run, 1 to 2^32. Default 10,000.</param>
    /// <param name="seed">Seed. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="replicates">Futures that share one world, as of <see cref="Runs.Run"/>. Default 1.</param>
    /// <param name="sampling">How the worlds are sampled. Default random.</param>
    /// <param name="progress">Told how far the shard has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the shard; nothing is left.</param>
    /// <returns>The file, e.g. <c>parts/sirte-2016.3-of-64.part</c>: complete or not at all.</returns>
    /// <exception cref="ArgumentException">The scenario has no such course; the message says which it has.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is out of range, the paths do not divide into worlds, or there are more shards than units of paths; the message says how many there can be.
    /// </exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static string RunShard(
        this Scenario scenario,
        int index,
        int count,
        string folder,
        string? course = null,
        long paths = Runs.DefaultPaths,
        ulong seed = 1,
        int threads = 0,
        int replicates = 1,
        Sampling sampling = Sampling.Random,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var options = Runs.OptionsOf(seed, threads, replicates, sampling);
        var slice = SliceOf(index, count, paths, options);
        ImmutableArray<SimulationPlan> plans = [Runs.Compile(scenario, course)];
        return ShardFile.Write(folder, plans, isComparison: false, options, slice, progress, cancellation);
    }

    /// <summary>Simulates shard k of n of a comparison and writes it as a partial result for <see cref="MergeComparison"/>.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="index">Which shard, from 1 to <paramref name="count"/>.</param>
    /// <param name="count">How many shards there are, as of <see cref="RunShard"/>.</param>
    /// <param name="folder">Folder of the file; made where it is not there.</param>
    /// <param name="courses">Names of at least two courses; null, the default, is all of the file.</param>
    /// <param name="paths">Futures of the whole comparison, 1 to 2^32. Default 10,000.</param>
    /// <param name="seed">Seed. Default 1.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="replicates">Futures that share one world, as of <see cref="Runs.Run"/>. Default 1.</param>
    /// <param name="sampling">How the worlds are sampled. Default random.</param>
    /// <param name="progress">Told how far the shard has come, on a worker's thread.</param>
    /// <param name="cancellation">Stops the shard; nothing is left.</param>
    /// <returns>The file, e.g. <c>parts/sirte-2016.compared.3-of-64.part</c>: complete or not at all.</returns>
    /// <exception cref="ArgumentException">There are fewer than two courses, one is named twice, or the scenario has no such course.</exception>
    /// <inheritdoc cref="RunShard" path="/exception"/>
    public static string CompareShard(
        this Scenario scenario,
        int index,
        int count,
        string folder,
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
        var options = Runs.OptionsOf(seed, threads, replicates, sampling);
        var slice = SliceOf(index, count, paths, options);
        var plans = Comparisons.PlansOf(scenario, courses);
        return ShardFile.Write(folder, plans, isComparison: true, options, slice, progress, cancellation);
    }

    /// <summary>Joins the shards of a run of one course, with exactly the bits of <see cref="Runs.Run"/>.</summary>
    /// <param name="places">Files, or folders of them, in any order.</param>
    /// <exception cref="FormatException">
    /// They are not each shard of one run of this version once, or a file is cut short; names the files and what differs, or the shards that are
    /// missing or there twice.
    /// </exception>
    public static RunResult Merge(params IEnumerable<string> places)
    {
        var set = ShardFile.Open(places);
        var plans = ShardFile.PlansOf(set);
        return set.Head.IsComparison || plans.Length > 1
            ? throw new FormatException(
                $"The shards are of {(set.Head.IsComparison ? "a comparison" : "several courses")}: "
                    + $"{string.Join(", ", plans.Select(plan => plan.Course))}; "
                    + (set.Head.IsComparison ? "use MergeComparison." : "oilsim merge joins them.")
            )
            : new RunResult(set.Join(0, plans[0]), null);
    }

    /// <summary>Joins the shards of a comparison, with exactly the bits of <see cref="Comparisons.Compare(Scenario, IReadOnlyList{string}?, long, ulong, int, int, Sampling, IProgress{RunProgress}?, CancellationToken)"/>.</summary>
    /// <inheritdoc cref="Merge"/>
    public static ComparisonResult MergeComparison(params IEnumerable<string> places)
    {
        var set = ShardFile.Open(places);
        return set.Head.IsComparison
            ? new ComparisonResult(
                set.JoinComparison(ShardFile.PlansOf(set)),
                [.. set.Head.Courses.Select(course => course.Course)]
            )
            : throw new FormatException("The shards are of a run, not of a comparison; use Merge.");
    }

    private static PathSlice SliceOf(int index, int count, long paths, RunOptions options)
    {
        Runs.CheckedPaths(paths);
        options.CheckPaths(paths);
        var most = PathSlice.UnitsOf(paths, options.SlicePaths);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count),
                count,
                $"{paths:N0} paths are {most:N0} units of {options.SlicePaths:N0}, and every shard needs one: use at most {most:N0} shards, "
                    + "or more paths."
            );
        }

        return index >= 1 && index <= count
            ? PathSlice.Of(index, count, paths, options.SlicePaths)
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"A shard is one of 1 to {count:N0}.");
    }
}
