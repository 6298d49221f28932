using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Brings the values of finished chunks to the sinks in the order of chunks, with a bounded number of chunks in memory.</summary>
/// <remarks>
/// A worker takes room for a chunk before it takes the chunk. So the lowest chunk under way always has room, comes to its end and
/// gives its room back, however far another worker is ahead.
/// </remarks>
internal sealed class PathOutlet : IDisposable
{
    private readonly ImmutableArray<IPathSink?> sinks;
    private readonly int chunkPaths;
    private readonly int[]?[] columnOf; // [plan][series · periods + period], or null
    private readonly Lock gate = new();
    private readonly SemaphoreSlim room;
    private readonly CancellationTokenSource stopped = new();
    private readonly Dictionary<long, PathValues?[]> finished = [];
    private readonly Stack<PathValues?[]> free = [];
    private long next;
    private bool isWriting;

    /// <param name="plans">Plans that run.</param>
    /// <param name="sinks">A sink or null for each.</param>
    /// <param name="chunkPaths">Paths of a chunk.</param>
    /// <param name="mostChunks">Most chunks in memory.</param>
    /// <exception cref="ArgumentException">Sinks and plans do not match, or a sink asks for what its plan does not record.</exception>
    public PathOutlet(
        ImmutableArray<SimulationPlan> plans,
        ImmutableArray<IPathSink?> sinks,
        int chunkPaths,
        int mostChunks
    )
    {
        if (sinks.Length != plans.Length)
        {
            throw new ArgumentException($"There are {plans.Length} plans and {sinks.Length} sinks.", nameof(sinks));
        }

        this.sinks = sinks;
        this.chunkPaths = chunkPaths;
        room = new SemaphoreSlim(mostChunks);
        columnOf = [.. plans.Select((plan, k) => sinks[k] is { } sink ? CellsOf(plan, sink) : null)];
    }

    /// <summary>Puts a tap before a plan's recorder where the plan has a sink; else null.</summary>
    public PathTap? Tap(int plan, IPeriodRecorder recorder, int periods) =>
        columnOf[plan] is { } columns ? new PathTap(recorder, columns, periods) : null;

    /// <summary>Room for the values of a chunk, [plan]; null when the run has failed. Waits while too many chunks are under way.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public PathValues?[]? Take(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopped.Token);
        try
        {
            room.Wait(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }

        lock (gate)
        {
            return free.TryPop(out var values)
                ? values
                : [.. sinks.Select(sink => sink is null ? null : new PathValues(sink.Columns.Length, chunkPaths))];
        }
    }

    /// <summary>Gives back room that was not used.</summary>
    public void Return(PathValues?[] values)
    {
        lock (gate)
        {
            free.Push(values);
        }

        room.Release();
    }

    /// <summary>Takes the values of a finished chunk; writes it and those that waited for it, unless another worker writes.</summary>
    public void Finish(long chunk, PathValues?[] values)
    {
        lock (gate)
        {
            finished.Add(chunk, values);
            if (isWriting)
            {
                return;
            }

            isWriting = true;
        }

        while (NextFinished() is { } ready)
        {
            for (var k = 0; k < sinks.Length; k++)
            {
                sinks[k]?.Write(ready[k]!);
            }

            Return(ready);
        }
    }

    /// <summary>Lets waiting workers go: the run has failed.</summary>
    public void Stop() => stopped.Cancel();

    /// <inheritdoc />
    public void Dispose()
    {
        room.Dispose();
        stopped.Dispose();
    }

    private static int[] CellsOf(SimulationPlan plan, IPathSink sink)
    {
        var cells = new int[plan.Series.Length * plan.Periods.Length];
        Array.Fill(cells, -1);
        for (var c = 0; c < sink.Columns.Length; c++)
        {
            var (key, period) = sink.Columns[c];
            var s = plan.Series.IndexOf(key);
            var p = plan.Periods.IndexOf(period);
            if (s < 0 || p < 0 || cells[(s * plan.Periods.Length) + p] >= 0)
            {
                throw new ArgumentException(
                    $"{key.Quantity.Name} of {key.Actor ?? key.Place ?? key.Channel} in {period.Label} is "
                        + (s < 0 || p < 0 ? $"not recorded in course {plan.Course}." : "asked for twice."),
                    nameof(sink)
                );
            }

            cells[(s * plan.Periods.Length) + p] = c;
        }

        return cells;
    }

    private PathValues?[]? NextFinished()
    {
        lock (gate)
        {
            if (finished.Remove(next, out var ready))
            {
                next++;
                return ready;
            }

            isWriting = false;
            return null;
        }
    }
}

/// <summary>Copies what a plan records for a sink on its way to the recorder.</summary>
internal sealed class PathTap(IPeriodRecorder recorder, int[] columnOf, int periods) : IPeriodRecorder
{
    private PathValues? values;
    private int start;
    private int count;

    /// <summary>Starts a block.</summary>
    /// <param name="into">Values of the chunk.</param>
    /// <param name="chunkPath">First path of the chunk.</param>
    /// <param name="blockPath">First path of the block.</param>
    /// <param name="paths">Paths of the block that belong to the chunk.</param>
    public void Begin(PathValues into, long chunkPath, long blockPath, int paths)
    {
        values = into;
        start = (int)(blockPath - chunkPath);
        count = paths;
        into.FirstPath = chunkPath;
        into.Count = start + paths;
    }

    /// <inheritdoc />
    public void Record(int series, int period, ReadOnlySpan<double> recorded)
    {
        recorder.Record(series, period, recorded);
        var column = columnOf[(series * periods) + period];
        if (column >= 0)
        {
            recorded[..count].CopyTo(values!.Room(column, start, count));
        }
    }
}
