using System.IO.Compression;

namespace OilRevenueSim.Reporting.Output;

/// <summary>Bytes of a text compressed as PNG and PDF compress: a zlib stream (RFC 1950).</summary>
internal static class PackedText
{
    /// <summary>Most bytes that are unpacked: a damaged file may claim any number.</summary>
    public const int MostBytes = 1 << 28;

    /// <summary>Compresses.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(text);
        }

        return packed.ToArray();
    }

    /// <summary>Gives back what was compressed.</summary>
    /// <exception cref="InvalidDataException">It is no zlib stream, is cut off, or is too large.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var source = new MemoryStream(packed);
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = zlib.Read(buffer)) > 0; )
        {
            text.Write(buffer, 0, read);
            if (text.Length > MostBytes)
            {
                throw new InvalidDataException("The text is too large.");
            }
        }

        return text.ToArray();
    }
}
