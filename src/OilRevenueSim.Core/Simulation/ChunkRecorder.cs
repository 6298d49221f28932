using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Reduces the granules of one chunk of paths: moments in a fixed tree, samples as values or as counts.</summary>
/// <remarks>
/// A chunk is an aligned power of two of granules, so that the tree over chunks continues the tree inside them and the
/// result does not depend on the size of a chunk (model.md §4). One recorder belongs to one worker.
/// </remarks>
internal sealed class ChunkRecorder : IPeriodRecorder
{
    private readonly RecordLayout layout;
    private readonly TreeStack<MomentNode> stack;
    private readonly double[] scratch = LaneStore.Allocate(MomentKernel.Granule);
    private readonly MomentNode[][] current; // [granule of the block][cell]
    private readonly double[]?[] exactValues; // [granule of the block], null to count into sketches
    private readonly int[] active;
    private readonly double[] indicators = LaneStore.Allocate(MomentKernel.Granule);
    private ulong seed;
    private long firstPath;

    public ChunkRecorder(RecordLayout layout, int granulesPerBlock)
    {
        this.layout = layout;
        stack = new TreeStack<MomentNode>(layout.CellCount, MomentNode.Join);
        current = new MomentNode[granulesPerBlock][];
        for (var g = 0; g < granulesPerBlock; g++)
        {
            current[g] = new MomentNode[layout.CellCount];
        }

        exactValues = new double[]?[granulesPerBlock];
        active = new int[granulesPerBlock];
        Above = new long[layout.ThresholdCellCount * layout.Thresholds.Length];
        Sketches = new QuantileSketch?[layout.SampleCount];
    }

    /// <summary>[threshold cell · thresholds + threshold] paths strictly above.</summary>
    public long[] Above { get; }

    /// <summary>[sample] counts of this worker; null until a value is counted.</summary>
    public QuantileSketch?[] Sketches { get; }

    /// <summary>Sums of the independent parts of the chunk; null where every path is independent.</summary>
    public PartChunk? Parts { get; set; }

    /// <summary>Starts a block.</summary>
    /// <param name="seed">Seed, for messages.</param>
    /// <param name="firstPath">First path of the block.</param>
    public void Begin(ulong seed, long firstPath)
    {
        this.seed = seed;
        this.firstPath = firstPath;
    }

    /// <summary>Says what counts in one granule of the block.</summary>
    /// <param name="granule">Granule of the block.</param>
    /// <param name="paths">Paths that count, 0 to 256.</param>
    /// <param name="values">Receives values, [sample][256]; null to count into sketches.</param>
    public void Expect(int granule, int paths, double[]? values)
    {
        active[granule] = paths;
        exactValues[granule] = values;
    }

    /// <inheritdoc />
    public void Record(int series, int period, ReadOnlySpan<double> values)
    {
        for (var g = 0; g < active.Length; g++)
        {
            if (active[g] > 0)
            {
                RecordGranule(g, series, period, values.Slice(g * MomentKernel.Granule, MomentKernel.Granule));
            }
        }
    }

    /// <summary>Ends a block: pushes the moments of its granules into the tree, in order.</summary>
    public void End()
    {
        for (var g = 0; g < active.Length && active[g] > 0; g++)
        {
            stack.Push(ref current[g], 0);
        }
    }

    /// <summary>The moments of the chunk; the recorder is then ready for the next.</summary>
    public void Finish(MomentNode[] into) => stack.Fold(into);

    private void RecordGranule(int g, int series, int period, ReadOnlySpan<double> values)
    {
        var node =
            LaneWidth.Has8 ? MomentKernel.Reduce<Lanes8>(values, active[g], scratch)
            : LaneWidth.Has4 ? MomentKernel.Reduce<Lanes4>(values, active[g], scratch)
            : LaneWidth.Has2 ? MomentKernel.Reduce<Lanes2>(values, active[g], scratch)
            : MomentKernel.Reduce<Lanes1>(values, active[g], scratch);
        if (!double.IsFinite(node.Mean))
        {
            ThrowNotFinite(g, series, period, values);
        }

        var counted = values[..active[g]];
        var path = firstPath + (g * MomentKernel.Granule);
        current[g][(series * layout.PeriodCount) + period] = node;
        Parts?.Add((series * layout.PeriodCount) + period, path, counted);
        if (period == layout.PeriodCount - 1)
        {
            Parts?.KeepTotals(series, path, counted);
        }

        if (layout.SampleOfSeries[series] < 0)
        {
            return;
        }

        var sample = (layout.SampleOfSeries[series] * layout.PeriodCount) + period;
        if (exactValues[g] is { } exact)
        {
            counted.CopyTo(exact.AsSpan(sample * MomentKernel.Granule));
        }
        else
        {
            Count(sample, counted);
        }

        if (layout.ThresholdCellOfSeries[series] >= 0 && period == layout.PeriodCount - 1)
        {
            CountThresholds(layout.ThresholdCellOfSeries[series], path, counted);
        }
    }

    private void ThrowNotFinite(int g, int series, int period, ReadOnlySpan<double> values)
    {
        var lane = 0;
        while (lane < values.Length - 1 && double.IsFinite(values[lane]))
        {
            lane++;
        }

        var key = layout.Series[series];
        throw new SimulationException(
            $"{key.Quantity.Name} of {key.Actor ?? key.Place ?? key.Channel} in {layout.Periods[period].Label} is not a finite number",
            seed,
            firstPath + (g * MomentKernel.Granule) + lane,
            layout.LastStep,
            key.Quantity.Name
        );
    }

    private void Count(int sample, ReadOnlySpan<double> values) =>
        (Sketches[sample] ??= new QuantileSketch()).Add(values);

    private void CountThresholds(int cell, long path, ReadOnlySpan<double> values)
    {
        for (var t = 0; t < layout.Thresholds.Length; t++)
        {
            var count = 0;
            for (var i = 0; i < values.Length; i++)
            {
                var isAbove = values[i] > layout.Thresholds[t];
                count += isAbove ? 1 : 0;
                indicators[i] = isAbove ? 1.0 : 0.0;
            }

            var place = (cell * layout.Thresholds.Length) + t;
            Above[place] += count;
            Parts?.Add(layout.CellCount + place, path, indicators.AsSpan(0, values.Length));
        }
    }
}
