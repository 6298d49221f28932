using System.Runtime.InteropServices;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Little-endian numbers of a slice, and how a wrong one is told.</summary>
internal static class SliceFormat
{
    /// <summary>Holds a number against the one that belongs there.</summary>
    /// <exception cref="FormatException">It is another.</exception>
    public static void Expect(long expected, long found, string what)
    {
        if (found != expected)
        {
            throw new FormatException($"The slice has {found} {what}; the run has {expected}.");
        }
    }

    /// <summary>Writes numbers one after another.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    /// <summary>Reads as many numbers as there is room for.</summary>
    public static void Read(BinaryReader reader, Span<double> into)
    {
        if (BitConverter.IsLittleEndian)
        {
            reader.ReadExactly(MemoryMarshal.AsBytes(into));
            return;
        }

        for (var i = 0; i < into.Length; i++)
        {
            into[i] = reader.ReadDouble();
        }
    }

    /// <summary>Writes counts of which most are zero: how many are not (int32), then of each its place (int32) and value (int64).</summary>
    public static void WriteSparse(BinaryWriter writer, long[] counts)
    {
        writer.Write(counts.Count(count => count != 0));
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] != 0)
            {
                writer.Write(i);
                writer.Write(counts[i]);
            }
        }
    }

    /// <summary>Adds what <see cref="WriteSparse"/> wrote.</summary>
    /// <exception cref="FormatException">There are more counts than places.</exception>
    public static void AddSparse(BinaryReader reader, long[] into)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var place = reader.ReadInt32();
            Expect(place, Math.Clamp(place, 0, into.Length - 1), "as the place of a count");
            into[place] += reader.ReadInt64();
        }
    }
}
