namespace OilRevenueSim.Core.Simulation;

/// <summary>What all paths of a run so far say about the series of one layout: moments in a fixed tree, samples as values or as counts.</summary>
internal sealed class RecordStore(RecordLayout layout, int chunkLevel)
{
    private readonly MomentStack stack = new(layout.CellCount);
    private readonly List<double[]> exactGranules = [];
    private readonly SortedDictionary<long, MomentNode[]> pending = [];
    private readonly Stack<MomentNode[]> spare = [];
    private QuantileSketch[]? convertedSketches;
    private long nextMerge;

    public RecordLayout Layout => layout;

    /// <summary>True while every value is kept.</summary>
    public bool IsExact => convertedSketches is null;

    /// <summary>Values by granule, or null where values are counted into sketches or no sample is kept.</summary>
    public List<double[]>? ExactGranules => IsExact && layout.SampleCount > 0 ? exactGranules : null;

    /// <summary>Makes room for more paths, turning values into counts where they would be too many.</summary>
    /// <param name="paths">Paths in all.</param>
    /// <param name="pathsBefore">Paths so far.</param>
    /// <param name="firstChunk">Chunk that comes next.</param>
    public void Prepare(long paths, long pathsBefore, long firstChunk)
    {
        nextMerge = firstChunk;
        if (convertedSketches is not null || layout.SampleCount == 0)
        {
            return;
        }

        var granules = (paths + MomentKernel.Granule - 1) / MomentKernel.Granule;
        if (paths * layout.SampleCount <= Ensemble.MostExactValues)
        {
            while (exactGranules.Count < granules)
            {
                exactGranules.Add(new double[layout.SampleCount * MomentKernel.Granule]);
            }

            return;
        }

        convertedSketches = new QuantileSketch[layout.SampleCount];
        for (var s = 0; s < layout.SampleCount; s++)
        {
            convertedSketches[s] = new QuantileSketch();
            for (var path = 0L; path < pathsBefore; path++)
            {
                convertedSketches[s].Add(ExactValue(s, path));
            }
        }

        exactGranules.Clear();
    }

    /// <summary>Takes a chunk from its recorder; chunks join the tree in their order, whoever finishes first. Not thread-safe.</summary>
    public void Merge(ChunkRecorder recorder, long chunk)
    {
        var nodes = spare.TryPop(out var free) ? free : new MomentNode[layout.CellCount];
        recorder.Finish(nodes);
        pending.Add(chunk, nodes);
        while (pending.Remove(nextMerge, out var next))
        {
            stack.Push(ref next, chunkLevel);
            spare.Push(next);
            nextMerge++;
        }
    }

    /// <summary>Statistics over the paths so far, [series · periods + period].</summary>
    /// <param name="recorders">This layout's recorder of every worker.</param>
    /// <param name="paths">Paths so far.</param>
    public SeriesStatistics[] Look(IReadOnlyCollection<ChunkRecorder> recorders, long paths)
    {
        var nodes = new MomentNode[layout.CellCount];
        stack.Peek(nodes);
        var above = new long[layout.ThresholdCellCount * layout.Thresholds.Length];
        foreach (var recorder in recorders)
        {
            for (var i = 0; i < above.Length; i++)
            {
                above[i] += recorder.Above[i];
            }
        }

        var draws = Draws(paths);
        return EnsembleStatistics.Build(
            layout,
            nodes,
            above,
            (sample, min, max) => SampleFor(recorders, draws, paths, sample, min, max)
        );
    }

    /// <summary>The values so far by path, or null where they are counted into sketches or no sample is kept.</summary>
    public PathDraws? Draws(long paths) =>
        ExactGranules is { } kept
            ? new PathDraws(
                layout,
                [.. kept.Take((int)((paths + MomentKernel.Granule - 1) / MomentKernel.Granule))],
                paths
            )
            : null;

    /// <summary>Lets go of the values.</summary>
    public void Clear()
    {
        exactGranules.Clear();
        convertedSketches = null;
    }

    private double ExactValue(int sample, long path) =>
        exactGranules[(int)(path / MomentKernel.Granule)][
            (sample * MomentKernel.Granule) + (int)(path % MomentKernel.Granule)
        ];

    private IOrderStatistics SampleFor(
        IReadOnlyCollection<ChunkRecorder> recorders,
        PathDraws? draws,
        long paths,
        int sample,
        double min,
        double max
    )
    {
        if (min == max)
        {
            return new ConstantSample(min, paths);
        }

        if (draws is not null)
        {
            var values = draws.Of(sample);
            Array.Sort(values);
            return new ExactSample(values);
        }

        var merged = new QuantileSketch();
        merged.Merge(convertedSketches![sample]);
        foreach (var recorder in recorders)
        {
            if (recorder.Sketches[sample] is { } sketch)
            {
                merged.Merge(sketch);
            }
        }

        return new SketchedSample(merged, min, max);
    }
}
