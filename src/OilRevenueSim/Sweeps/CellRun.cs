using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>Runs one cell and keeps the whole-horizon values of some series, path by path.</summary>
internal sealed class CellRun : IPathSink
{
    private readonly double[][] values; // [column][path]

    private CellRun(SimulationPlan plan, IEnumerable<SeriesKey> series, long paths)
    {
        Columns = [.. series.Where(s => plan.Series.Contains(s)).Select(s => new PathColumn(s, plan.Periods[^1]))];
        values = [.. Columns.Select(_ => new double[paths])];
    }

    /// <inheritdoc />
    public ImmutableArray<PathColumn> Columns { get; }

    /// <inheritdoc />
    public void Write(PathValues values)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            values.Column(c).CopyTo(this.values[c].AsSpan((int)values.FirstPath));
        }
    }

    /// <summary>Runs.</summary>
    /// <param name="plan">Plan of the cell.</param>
    /// <param name="options">Seed and threads.</param>
    /// <param name="paths">Paths.</param>
    /// <param name="series">Series to keep; one that the plan does not record is zero.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>[series] samples.</returns>
    public static CellSample[] Of(
        SimulationPlan plan,
        RunOptions options,
        long paths,
        ImmutableArray<SeriesKey> series,
        CancellationToken cancellation
    )
    {
        var sink = new CellRun(plan, series, paths);
        var asked = sink.Columns.IsEmpty ? plan : plan.Recording(sink.Columns.Select(c => c.Series), PeriodKind.Total);
        using var ensemble = new Ensemble(asked, options, sink.Columns.IsEmpty ? null : sink);
        ensemble.ExtendTo(paths, null, cancellation);
        var result = ensemble.Look();
        return
        [
            .. series.Select(key =>
            {
                var column = sink.Columns.ToList().FindIndex(c => c.Series == key);
                return column < 0
                    ? CellSample.Zero(paths)
                    : new CellSample(result.At(asked.Series.IndexOf(key), 0), sink.values[column]);
            }),
        ];
    }
}
