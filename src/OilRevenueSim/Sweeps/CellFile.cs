using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>The bytes of a finished cell: its key as text, then the moments and values of each series, then a SHA-256 of all that.</summary>
/// <remarks>Little-endian. What does not read back exactly is damaged.</remarks>
internal static class CellFile
{
    private const string Form = "oilsim sweep cell 1\n";
    private const int Moments = 8;

    /// <summary>The bytes of a cell.</summary>
    public static byte[] Write(CellKey key, CellSample[] samples)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.GetBytes($"{Form}{key.Text}\n\n"));
        foreach (var sample in samples)
        {
            var s = sample.Statistics;
            Put(stream, [s.Count, s.Mean, s.M2, s.PositiveCount, s.PositiveMean, s.PositiveM2, s.Min, s.Max]);
            Put(stream, sample.Values);
        }

        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>Reads a cell back.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or another cell's.</exception>
    public static CellSample[] Read(CellKey key, byte[] bytes)
    {
        var head = Encoding.UTF8.GetBytes($"{Form}{key.Text}\n\n");
        var series = (Moments + key.Paths) * sizeof(double);
        var size = head.Length + (series * key.Series.Length) + SHA256.HashSizeInBytes;
        if (bytes.Length != size)
        {
            throw new FormatException($"it has {bytes.Length:N0} bytes where {size:N0} belong");
        }

        var content = bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
        {
            throw new FormatException("its content does not agree with its checksum");
        }

        if (!content.StartsWith(head))
        {
            throw new FormatException("it holds another cell");
        }

        var samples = new CellSample[key.Series.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            var at = content.Slice(head.Length + (int)(i * series), (int)series);
            var m = Take(at[..(Moments * sizeof(double))]);
            samples[i] = new CellSample(
                new SeriesStatistics
                {
                    Count = (long)m[0],
                    Mean = m[1],
                    M2 = m[2],
                    PositiveCount = (long)m[3],
                    PositiveMean = m[4],
                    PositiveM2 = m[5],
                    Min = m[6],
                    Max = m[7],
                },
                Take(at[(Moments * sizeof(double))..])
            );
        }

        return samples;
    }

    private static void Put(MemoryStream stream, double[] numbers)
    {
        Span<byte> eight = stackalloc byte[sizeof(double)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(eight, number);
            stream.Write(eight);
        }
    }

    private static double[] Take(ReadOnlySpan<byte> bytes)
    {
        var numbers = new double[bytes.Length / sizeof(double)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
        }

        return numbers;
    }
}
