using System.Buffers.Binary;
using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Output;

/// <summary>A sheet as PNG, with title, description and the packet of its proof in text chunks.</summary>
internal static class PngPicture
{
    // Flat colour packs best unfiltered and without transparency; the filter None is that, NoFilters lets the encoder choose.
    // Level 9 takes seven times as long for nearly the same size.
    private const int CompressionLevel = 6;

    // Signature, then IHDR: length, name, 13 bytes, checksum. Text follows.
    private const int HeaderEnd = 8 + 4 + 4 + 13 + 4;

    /// <summary>Name of the program, as files name it.</summary>
    public const string Program = "OilRevenueSim";

    private const double MetresPerInch = 0.0254;

    public static byte[] Draw(Sheet sheet, double scale, int widthPx, int heightPx, double dpi, ChartText text)
    {
        var info = new SKImageInfo(widthPx, heightPx, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface =
            SKSurface.Create(info)
            ?? throw new InvalidOperationException($"No memory for a picture of {widthPx} by {heightPx} pixels.");
        surface.Canvas.Clear(sheet.Theme.Paper);
        surface.Canvas.Scale((float)scale);
        sheet.DrawInk(surface.Canvas);
        sheet.DrawText(surface.Canvas);
        using var pixels = surface.PeekPixels();
        using var data =
            pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, CompressionLevel))
            ?? throw new InvalidOperationException("The picture cannot be encoded.");
        var png = data.AsSpan();
        return
        [
            .. png[..HeaderEnd],
            .. SizeChunk(dpi),
            .. TextChunk("Title", text.Title),
            .. TextChunk("Description", text.AltText),
            .. TextChunk("Software", Program),
            .. TextChunk(Xmp.PngKeyword, Xmp.Packet(text)),
            .. png[HeaderEnd..],
        ];
    }

    // Pixels per metre in both directions (PNG 11.3.4.3).
    private static byte[] SizeChunk(double dpi)
    {
        var body = new byte[4 + 4 + 4 + 1];
        "pHYs"u8.CopyTo(body);
        var perMetre = (uint)Math.Round(dpi / MetresPerInch);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(4), perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(8), perMetre);
        body[12] = 1;
        return Chunk(body);
    }

    // International text, uncompressed: keyword, five zeros (flags, language, translated keyword), UTF-8 (PNG 11.3.3.4).
    private static byte[] TextChunk(string keyword, string text)
    {
        return Chunk([
            .. "iTXt"u8,
            .. Encoding.Latin1.GetBytes(keyword),
            0,
            0,
            0,
            0,
            0,
            .. Encoding.UTF8.GetBytes(text),
        ]);
    }

    // Length, name and content, checksum.
    private static byte[] Chunk(byte[] body)
    {
        var chunk = new byte[4 + body.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length - 4);
        body.CopyTo(chunk.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Checksum(body));
        return chunk;
    }

    // CRC-32 of ISO 3309, as PNG annex D.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
