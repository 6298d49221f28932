using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.Simulation;

/// <summary>One number a world: every value up to 65,536 worlds, counts in a sketch beyond.</summary>
internal sealed class WorldSample
{
    private const int MostExact = 1 << 16;

    private readonly List<double> values = [];
    private QuantileSketch? sketch;
    private double min = double.PositiveInfinity;
    private double max = double.NegativeInfinity;

    public void Add(double value)
    {
        min = value < min ? value : min;
        max = value > max ? value : max;
        if (values.Count == MostExact)
        {
            Count();
        }

        if (sketch is null)
        {
            values.Add(value);
        }
        else
        {
            sketch.Add(value);
        }
    }

    /// <summary>Writes smallest and largest, whether values are counted (byte), then their number and the values, or the counts.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(min);
        writer.Write(max);
        writer.Write(sketch is not null);
        if (sketch is not null)
        {
            sketch.Write(writer);
            return;
        }

        writer.Write(values.Count);
        SliceFormat.Write(writer, CollectionsMarshal.AsSpan(values));
    }

    /// <summary>Adds what <see cref="Write"/> wrote.</summary>
    public void MergeFrom(BinaryReader reader)
    {
        var (low, high) = (reader.ReadDouble(), reader.ReadDouble());
        min = low < min ? low : min;
        max = high > max ? high : max;
        if (reader.ReadBoolean())
        {
            Count();
            sketch!.MergeFrom(reader);
            return;
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            Add(reader.ReadDouble());
        }
    }

    // From here on values are counted.
    private void Count()
    {
        sketch ??= new QuantileSketch();
        values.ForEach(sketch.Add);
        values.Clear();
    }

    public IOrderStatistics Look() =>
        sketch is null ? new ExactSample([.. values.Order()]) : new SketchedSample(Copy(sketch), min, max);

    private static QuantileSketch Copy(QuantileSketch sketch)
    {
        var copy = new QuantileSketch();
        copy.Merge(sketch);
        return copy;
    }
}
