using System.Numerics;
using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What a slice of the paths leaves in a store, as bytes.</summary>
/// <remarks>
/// Little-endian. Numbers of cells, samples and threshold counts (int32 each), whether values are kept (byte), complete subtrees of the tree of
/// moments (int32, then each its first granule as int64, its level as int32 and eight numbers a cell), threshold counts (int64), then the values
/// by granule (double) or the counts of every sketch (<see cref="QuantileSketch.Write"/>).
/// </remarks>
internal sealed partial class RecordStore
{
    /// <summary>Complete subtrees of the tree of moments: their first granule, their level, their moments.</summary>
    public IReadOnlyCollection<(long Start, int Level, MomentNode[] Cells)> Subtrees => [.. stack.Subtrees];

    /// <summary>The moments of all paths as one subtree, large enough for all granules.</summary>
    /// <param name="granules">Granules of the run.</param>
    public (long Start, int Level, MomentNode[] Cells) Whole(long granules)
    {
        var cells = new MomentNode[layout.CellCount];
        stack.Peek(cells);
        return (0, BitOperations.Log2((ulong)((2 * granules) - 1)), cells);
    }

    /// <summary>Writes what the slice says.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="recorders">The recorder of every worker.</param>
    /// <param name="subtrees"><see cref="Subtrees"/>, or the <see cref="Whole"/>.</param>
    public void Write(
        BinaryWriter writer,
        IReadOnlyCollection<ChunkRecorder> recorders,
        IReadOnlyCollection<(long Start, int Level, MomentNode[] Cells)> subtrees
    )
    {
        var counts = layout.ThresholdCellCount * layout.Thresholds.Length;
        writer.Write(layout.CellCount);
        writer.Write(layout.SampleCount);
        writer.Write(counts);
        writer.Write(IsExact);
        writer.Write(subtrees.Count);
        foreach (var (start, level, cells) in subtrees)
        {
            writer.Write(start);
            writer.Write(level);
            Array.ForEach(cells, cell => cell.Write(writer));
        }

        for (var i = 0; i < counts; i++)
        {
            writer.Write(recorders.Sum(recorder => recorder.Above[i]));
        }

        if (IsExact)
        {
            exactGranules.ForEach(values => WriteValues(writer, values));
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
        Expect(layout.CellCount, reader.ReadInt32(), "cells");
        Expect(layout.SampleCount, reader.ReadInt32(), "samples");
        Expect(recorder.Above.Length, reader.ReadInt32(), "counts above thresholds");
        Expect(IsExact ? 1 : 0, reader.ReadBoolean() ? 1 : 0, "kept samples");
        var position = slice.FirstGranule;
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            Expect(position, reader.ReadInt64(), "granules before a subtree");
            var level = reader.ReadInt32();
            var cells = spare.TryPop(out var free) ? free : new MomentNode[layout.CellCount];
            for (var c = 0; c < cells.Length; c++)
            {
                cells[c] = MomentNode.Read(reader);
            }

            stack.Push(ref cells, level);
            spare.Push(cells);
            position += 1L << level;
        }

        // The tree of a whole run is as large as its granules need.
        Expect(slice.EndGranule, Math.Min(position, slice.EndGranule), "granules");
        for (var i = 0; i < recorder.Above.Length; i++)
        {
            recorder.Above[i] += reader.ReadInt64();
        }

        for (var g = slice.FirstGranule; IsExact && layout.SampleCount > 0 && g < slice.EndGranule; g++)
        {
            ReadValues(reader, exactGranules[(int)g]);
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

    private static void Expect(long expected, long found, string what)
    {
        if (found != expected)
        {
            throw new FormatException($"The slice has {found} {what}; the run has {expected}.");
        }
    }

    private static void WriteValues(BinaryWriter writer, double[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
            return;
        }

        Array.ForEach(values, writer.Write);
    }

    private static void ReadValues(BinaryReader reader, double[] into)
    {
        if (BitConverter.IsLittleEndian)
        {
            reader.ReadExactly(MemoryMarshal.AsBytes(into.AsSpan()));
            return;
        }

        for (var i = 0; i < into.Length; i++)
        {
            into[i] = reader.ReadDouble();
        }
    }
}
