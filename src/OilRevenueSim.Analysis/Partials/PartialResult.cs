using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Partials;

/// <summary>What a partial result is part of: the head of its file.</summary>
public sealed record PartialHead
{
    /// <summary>Which slice, from 1.</summary>
    public required int Index { get; init; }

    /// <summary>How many slices the run has.</summary>
    public required int Count { get; init; }

    /// <summary>Text of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Texts of the files that the scenario names.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>True where the courses are compared path by path: they then have one slice together, else one each.</summary>
    public bool IsComparison { get; init; }

    /// <summary>Manifest of each course as far as it is known before the whole run is.</summary>
    public required ImmutableArray<ResultManifest> Courses { get; init; }
}

/// <summary>A file with one slice of a run. It is checked as a whole when it is opened.</summary>
/// <remarks>
/// Twelve bytes that name the form, the length of the head (int32), the head as JSON, then for each course, or once for a comparison, the length (int64) and the bytes of its
/// slice (<see cref="SliceEnsemble.Write"/>), and the SHA-256 of all that. Little-endian.
/// </remarks>
public sealed class PartialResult
{
    /// <summary>How names of such files end.</summary>
    public const string Extension = ".part";

    private const int MostHeadBytes = 1 << 28;

    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("oilsim-part1");

    private readonly (long Start, long Length)[] bodies;

    private PartialResult(string path, PartialHead head, (long Start, long Length)[] bodies)
    {
        (Path, Head) = (path, head);
        this.bodies = bodies;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it is part of.</summary>
    public PartialHead Head { get; }

    /// <summary>Name of the file of a slice, e.g. <c>sirte-2016.3-of-64.part</c>, or <c>sirte-2016.compared.3-of-64.part</c>.</summary>
    /// <param name="head">Head.</param>
    public static string NameOf(PartialHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var kind = head.IsComparison ? ".compared" : "";
        return $"{head.Courses[0].Scenario}{kind}.{head.Index}-of-{head.Count}{Extension}";
    }

    /// <summary>Writes a partial result; the stream must be able to seek.</summary>
    /// <param name="stream">An empty stream, readable too.</param>
    /// <param name="head">Head.</param>
    /// <param name="writeSlices">Writes the slice of each course, or that of the comparison.</param>
    public static void Write(Stream stream, PartialHead head, IReadOnlyList<Action<Stream>> writeSlices)
    {
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            var json = PartialHeadJson.Bytes(head);
            writer.Write(Mark);
            writer.Write(json.Length);
            writer.Write(json);
            foreach (var write in writeSlices)
            {
                writer.Write(0L);
                writer.Flush();
                var start = stream.Position;
                write(stream);
                var end = stream.Position;
                stream.Position = start - sizeof(long);
                writer.Write(end - start);
                writer.Flush();
                stream.Position = end;
            }
        }

        stream.Position = 0;
        var hash = SHA256.HashData(stream);
        stream.Write(hash);
    }

    /// <summary>Opens a partial result and checks every byte.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="FormatException">It is none, of another form, cut short or altered.</exception>
    public static PartialResult Open(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            return Read(path, stream);
        }
        catch (EndOfStreamException e)
        {
            throw Damaged(path, e);
        }
    }

    /// <summary>Gives the bytes of a slice to what reads them.</summary>
    /// <param name="course">Index of the course; 0 for a comparison.</param>
    /// <param name="read">Reads them.</param>
    /// <exception cref="FormatException">They are not of this run.</exception>
    public void ReadSlice(int course, Action<Stream> read)
    {
        using var stream = File.OpenRead(Path);
        var (start, length) = bodies[course];
        stream.Position = start;
        try
        {
            read(stream);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{Path}: {e.Message}", e);
        }

        if (stream.Position != start + length)
        {
            throw new FormatException(
                $"{Path}: the slice has {length} bytes, {stream.Position - start} were expected."
            );
        }
    }

    private static PartialResult Read(string path, FileStream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark))
        {
            throw new FormatException(
                $"{path} is no partial result of this form; oilsim run --shard and oilsim compare --shard write them."
            );
        }

        CheckHash(path, stream);
        stream.Position = Mark.Length;
        var headBytes = reader.ReadInt32();
        if (headBytes is < 0 or > MostHeadBytes)
        {
            throw Damaged(path);
        }

        var head = PartialHeadJson.Read(reader.ReadBytes(headBytes));
        var slices = new (long Start, long Length)[head.IsComparison ? 1 : head.Courses.Length];
        for (var k = 0; k < slices.Length; k++)
        {
            var length = reader.ReadInt64();
            slices[k] = (stream.Position, length);
            stream.Position += length;
        }

        return stream.Position == stream.Length - SHA256.HashSizeInBytes
            ? new PartialResult(path, head, slices)
            : throw Damaged(path);
    }

    private static void CheckHash(string path, FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        stream.Position = 0;
        for (var left = stream.Length - SHA256.HashSizeInBytes; left > 0; )
        {
            var count = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (count == 0)
            {
                throw Damaged(path);
            }

            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        var written = new byte[SHA256.HashSizeInBytes];
        if (
            stream.ReadAtLeast(written, written.Length, throwOnEndOfStream: false) < written.Length
            || !hash.GetHashAndReset().AsSpan().SequenceEqual(written)
        )
        {
            throw Damaged(path);
        }
    }

    private static FormatException Damaged(string path, Exception? inner = null) =>
        new($"{path} is cut short or was altered: its checksum does not match. Run its shard again.", inner);
}
