using System.Buffers.Binary;
using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Output;

/// <summary>A sheet as PNG, with title and description in its text chunks.</summary>
internal static class PngPicture
{
    // Flat colour packs best unfiltered and without transparency; the filter None is that, NoFilters lets the encoder choose.
    // Level 9 takes seven times as long for nearly the same size.
    private const int CompressionLevel = 6;

    // Signature, then IHDR: length, name, 13 bytes, checksum. Text follows.
    private const int HeaderEnd = 8 + 4 + 4 + 13 + 4;

    public static byte[] Draw(Sheet sheet, double scale, int widthPx, int heightPx, ChartText text)
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
            .. TextChunk("Title", text.Title),
            .. TextChunk("Description", text.AltText),
            .. TextChunk("Software", "OilRevenueSim"),
            .. png[HeaderEnd..],
        ];
    }

    // International text, uncompressed: keyword, five zeros (flags, language, translated keyword), UTF-8 (PNG 11.3.3.4).
    private static byte[] TextChunk(string keyword, string text)
    {
        byte[] body =
        [
            .. "iTXt"u8,
            .. Encoding.Latin1.GetBytes(keyword),
            0,
            0,
            0,
            0,
            0,
            .. Encoding.UTF8.GetBytes(text),
        ];
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
