namespace OilRevenueSim.Core.Simulation;

/// <summary>The paths of a run in order of one number, to find the one that shows a tail.</summary>
public sealed class PathRanking
{
    /// <summary>Most paths that can be ranked: 2^26, 512 MiB of numbers.</summary>
    public const long MostPaths = 1L << 26;

    private readonly double[] values; // [path]
    private readonly int[] ascending; // [rank] path; ties by path

    private PathRanking(double[] values)
    {
        this.values = values;
        ascending = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(ascending, (a, b) => values[a].CompareTo(values[b]) is var c && c != 0 ? c : a.CompareTo(b));
    }

    /// <summary>Number of paths.</summary>
    public int Count => values.Length;

    /// <summary>Value on a path.</summary>
    public double ValueOf(long path) => values[path];

    /// <summary>Path at a quantile: the smallest value that at least a share of paths does not exceed; the first path that has it.</summary>
    /// <param name="probability">Share 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside 0 to 1.</exception>
    public long AtQuantile(double probability)
    {
        if (!(probability is >= 0.0 and <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The share lies from 0 to 1.");
        }

        var rank = Math.Clamp((int)Math.Ceiling(probability * Count), 1, Count);
        var value = values[ascending[rank - 1]];
        while (rank > 1 && values[ascending[rank - 2]] == value)
        {
            rank--;
        }

        return ascending[rank - 1];
    }

    /// <summary>Runs the paths of a plan and ranks them by a series over the whole horizon.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="options">Seed, threads, block size.</param>
    /// <param name="series">Series that the plan records.</param>
    /// <param name="paths">Number of paths, 1 to 2^26.</param>
    /// <param name="cancellation">Stops the run between two blocks.</param>
    /// <exception cref="ArgumentException">The plan does not record the series.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of paths is out of range.</exception>
    public static PathRanking By(
        SimulationPlan plan,
        RunOptions options,
        SeriesKey series,
        long paths,
        CancellationToken cancellation = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paths, MostPaths);
        if (!plan.Series.Contains(series))
        {
            throw new ArgumentException(
                $"{series.Quantity.Name} of {series.Actor ?? series.Place ?? series.Channel} is not recorded.",
                nameof(series)
            );
        }

        options.CheckPaths(paths);
        var asked = plan.Recording([series], PeriodKind.Total);
        var worlds = options.Worlds(plan, paths);
        var totals = new double[paths];
        var blocks = (paths + options.BlockPaths - 1) / options.BlockPaths;
        Parallel.For(
            0L,
            blocks,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads == 0 ? Environment.ProcessorCount : options.Threads,
                CancellationToken = cancellation,
            },
            () =>
            {
                var simulator = BlockSimulator.Create(asked, options.Seed, options.BlockPaths);
                simulator.Worlds = worlds;
                return simulator;
            },
            (block, _, simulator) =>
            {
                var first = block * options.BlockPaths;
                simulator.PathLimit = paths;
                simulator.Run((uint)first, new TotalRecorder(totals, first));
                return simulator;
            },
            _ => { }
        );
        return new PathRanking(totals);
    }

    private sealed class TotalRecorder(double[] into, long firstPath) : IPeriodRecorder
    {
        public void Record(int recorded, int at, ReadOnlySpan<double> values)
        {
            var count = (int)Math.Min(values.Length, into.Length - firstPath);
            values[..count].CopyTo(into.AsSpan((int)firstPath));
        }
    }
}
