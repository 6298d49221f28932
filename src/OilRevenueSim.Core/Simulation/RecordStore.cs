namespace OilRevenueSim.Core.Simulation;

/// <summary>What all paths of a run so far say about the series of one layout: moments in a fixed tree, samples as values or as counts.</summary>
/// <param name="layout">Series, periods, samples.</param>
/// <param name="chunkLevel">A chunk is 2^level granules.</param>
/// <param name="scheme">How paths fall into independent parts; null where each is independent.</param>
/// <param name="levels">Tells the levels of a run with replicates apart, or null.</param>
internal sealed partial class RecordStore(RecordLayout layout, int chunkLevel, PartScheme? scheme, LevelStore? levels)
{
    private readonly PartTotals? parts = scheme is null ? null : new PartTotals(scheme, layout.PartCellCount);
    private readonly Stack<PartChunk> spareParts = [];
    private readonly TreeStack<MomentNode> stack = new(layout.CellCount, MomentNode.Join);
    private readonly List<double[]> exactGranules = [];
    private readonly SortedDictionary<long, (MomentNode[] Nodes, PartChunk? Parts)> pending = [];
    private readonly Stack<MomentNode[]> spare = [];
    private QuantileSketch[]? convertedSketches;
    private long nextMerge;

    public RecordLayout Layout => layout;

    /// <summary>The levels of a run with replicates, or null.</summary>
    public LevelStore? Levels => levels;

    /// <summary>True while every value is kept.</summary>
    public bool IsExact => convertedSketches is null;

    /// <summary>Values by granule, or null where values are counted into sketches or no sample is kept.</summary>
    public List<double[]>? ExactGranules => IsExact && layout.SampleCount > 0 ? exactGranules : null;

    /// <summary>Bytes of the values that a run of so many paths keeps, and of the counts of each thread where they are counted.</summary>
    /// <param name="paths">Paths of the run.</param>
    /// <param name="ownPaths">Paths of this process.</param>
    public (long Kept, long CountedByThread) SampleBytes(long paths, long ownPaths) =>
        paths * layout.SampleCount <= Ensemble.MostExactValues
            ? (ownPaths * layout.SampleCount * sizeof(double), 0)
            : (0, (long)layout.SampleCount * QuantileSketch.UsualBytes);

    /// <summary>Makes room for more paths, turning values into counts where they would be too many.</summary>
    /// <param name="paths">Paths in all.</param>
    /// <param name="pathsBefore">Paths so far.</param>
    /// <param name="firstChunk">Chunk that comes next.</param>
    /// <param name="granules">Granules whose values may be kept.</param>
    public void Prepare(long paths, long pathsBefore, long firstChunk, long granules)
    {
        nextMerge = firstChunk;
        stack.StartAt(firstChunk << chunkLevel);
        parts?.StartAt(firstChunk * ChunkPaths);
        levels?.StartAt(firstChunk * ChunkPaths / scheme!.Replicates);
        if (convertedSketches is not null || layout.SampleCount == 0)
        {
            return;
        }

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
    /// <param name="recorder">Recorder; its parts are taken and others given in their place.</param>
    /// <param name="chunk">Index of the chunk.</param>
    /// <param name="paths">Paths of the run.</param>
    public void Merge(ChunkRecorder recorder, long chunk, long paths)
    {
        var nodes = spare.TryPop(out var free) ? free : new MomentNode[layout.CellCount];
        recorder.Finish(nodes);
        pending.Add(chunk, (nodes, recorder.Parts));
        while (pending.Remove(nextMerge, out var next))
        {
            stack.Push(ref next.Nodes, chunkLevel);
            spare.Push(next.Nodes);
            if (next.Parts is not null)
            {
                next.Parts.AddTo(nextMerge * ChunkPaths, paths, parts!, levels);
                next.Parts.Clear();
                spareParts.Push(next.Parts);
            }

            nextMerge++;
        }

        recorder.Parts = NewParts();
    }

    /// <summary>Room for the parts of one chunk, or null where every path is independent.</summary>
    public PartChunk? NewParts() =>
        scheme is null ? null
        : spareParts.TryPop(out var free) ? free
        : new PartChunk(
            scheme,
            layout.PartCellCount,
            (int)(ChunkPaths / PartScheme.UnitPaths),
            levels is null ? 0 : layout.Series.Length
        );

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
            (sample, min, max) => SampleFor(recorders, draws, paths, sample, min, max),
            (cell, thresholds, sample) => PartsOf(cell, thresholds, sample < 0 ? null : draws, sample, paths)
        );
    }

    private long ChunkPaths => (long)MomentKernel.Granule << chunkLevel;

    private IndependentParts? PartsOf(int cell, Range thresholds, PathDraws? draws, int sample, long paths)
    {
        if (scheme is null)
        {
            return null;
        }

        var (first, count) = thresholds.GetOffsetAndLength(layout.ThresholdCellCount * layout.Thresholds.Length);
        return new IndependentParts(
            parts!.Node(cell, paths),
            paths / scheme.Replicates,
            [
                .. Enumerable
                    .Range(layout.CellCount + first, count)
                    .Select(place => IndependentParts.ErrorOf(parts.Node(place, paths).M2, scheme.CountOf(paths))),
            ],
            draws is null ? null : new KeptShares(draws, sample, paths, scheme)
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

        return new SketchedSample(SketchOf(recorders, sample), min, max);
    }
}
