namespace OilRevenueSim.Core.Simulation;

/// <summary>What a slice of the paths leaves in a store, as bytes.</summary>
/// <remarks>
/// Little-endian. Numbers of cells, samples and threshold counts (int32 each), whether values are kept (byte), complete subtrees of the tree of
/// moments (<see cref="TreeStack{T}.Write"/>, eight numbers a cell), threshold counts (int64); where paths share worlds or are sampled evenly, the
/// trees of independent parts; with replicates the levels; then the values by granule (double) or the counts of every sketch
/// (<see cref="QuantileSketch.Write"/>).
/// </remarks>
internal sealed partial class RecordStore
{
    /// <summary>Writes what the slice says, or all paths.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="recorders">The recorder of every worker.</param>
    /// <param name="wholePaths">Paths of the run, whose trees are then written as one subtree; null for a slice.</param>
    public void Write(BinaryWriter writer, IReadOnlyCollection<ChunkRecorder> recorders, long? wholePaths)
    {
        var counts = layout.ThresholdCellCount * layout.Thresholds.Length;
        writer.Write(layout.CellCount);
        writer.Write(layout.SampleCount);
        writer.Write(counts);
        writer.Write(IsExact);
        stack.Write(writer, wholePaths is { } paths ? PathSlice.GranulesOf(paths) : null, (to, node) => node.Write(to));
        for (var i = 0; i < counts; i++)
        {
            writer.Write(recorders.Sum(recorder => recorder.Above[i]));
        }

        parts?.Write(writer, wholePaths);
        levels?.Write(writer, wholePaths is not null);
        if (IsExact)
        {
            exactGranules.ForEach(values => SliceFormat.Write(writer, values));
            return;
        }

        for (var s = 0; s < layout.SampleCount; s++)
        {
            SketchOf(recorders, s).Write(writer);
        }
    }

    /// <summary>Adds the slice that follows those so far.</summary>
    /// <param name="reader">Bytes of the slice.</param>
    /// <param name="slice">Which slice.</param>
    /// <param name="recorder">Receives counts.</param>
    /// <exception cref="FormatException">The bytes are not of this store.</exception>
    public void Read(BinaryReader reader, PathSlice slice, ChunkRecorder recorder)
    {
        SliceFormat.Expect(layout.CellCount, reader.ReadInt32(), "cells");
        SliceFormat.Expect(layout.SampleCount, reader.ReadInt32(), "samples");
        SliceFormat.Expect(recorder.Above.Length, reader.ReadInt32(), "counts above thresholds");
        SliceFormat.Expect(IsExact ? 1 : 0, reader.ReadBoolean() ? 1 : 0, "kept samples");
        stack.Read(reader, slice.FirstGranule, slice.EndGranule, MomentNode.Read);
        for (var i = 0; i < recorder.Above.Length; i++)
        {
            recorder.Above[i] += reader.ReadInt64();
        }

        parts?.Read(reader, slice);
        levels?.Read(reader, slice);
        for (var g = slice.FirstGranule; IsExact && layout.SampleCount > 0 && g < slice.EndGranule; g++)
        {
            SliceFormat.Read(reader, exactGranules[(int)g]);
        }

        for (var s = 0; !IsExact && s < layout.SampleCount; s++)
        {
            (recorder.Sketches[s] ??= new QuantileSketch()).MergeFrom(reader);
        }
    }

    private QuantileSketch SketchOf(IReadOnlyCollection<ChunkRecorder> recorders, int sample)
    {
        var merged = new QuantileSketch();
        merged.Merge(convertedSketches![sample]);
        foreach (var recorder in recorders)
        {
            if (recorder.Sketches[sample] is { } sketch)
            {
                merged.Merge(sketch);
            }
        }

        return merged;
    }
}
