using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Takes the values of chosen series path by path while a run goes on, so that no run has to hold them all.</summary>
public interface IPathSink
{
    /// <summary>What it takes, each once; the order of <see cref="PathValues.Column"/>.</summary>
    ImmutableArray<PathColumn> Columns { get; }

    /// <summary>Takes the next paths.</summary>
    /// <remarks>
    /// Called in the order of paths, whatever the threads and blocks, by one thread at a time, not always the same. What it
    /// throws ends the run.
    /// </remarks>
    /// <param name="values">Values; they are overwritten after the call.</param>
    void Write(PathValues values);
}

/// <summary>One number of every path: a series in a period.</summary>
/// <param name="Series">Series that the plan records; one of which only the mean is reported will do.</param>
/// <param name="Period">Period of the plan.</param>
public sealed record PathColumn(SeriesKey Series, Period Period);

/// <summary>Values of some consecutive paths.</summary>
public sealed class PathValues
{
    private readonly double[][] columns; // [column][path − first path]

    internal PathValues(int columnCount, int mostPaths)
    {
        columns = new double[columnCount][];
        for (var c = 0; c < columnCount; c++)
        {
            columns[c] = new double[mostPaths];
        }
    }

    /// <summary>Index of the first path.</summary>
    public long FirstPath { get; internal set; }

    /// <summary>Number of paths.</summary>
    public int Count { get; internal set; }

    /// <summary>[path] values of a column, in the unit of its series.</summary>
    /// <param name="column">Index into <see cref="IPathSink.Columns"/>.</param>
    public ReadOnlySpan<double> Column(int column) => columns[column].AsSpan(0, Count);

    internal Span<double> Room(int column, int start, int count) => columns[column].AsSpan(start, count);
}
