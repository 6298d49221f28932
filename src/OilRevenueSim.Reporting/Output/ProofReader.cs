using System.Buffers.Binary;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace OilRevenueSim.Reporting.Output;

/// <summary>Finds the packet in a PNG, SVG or PDF, ours or as another program has rewritten it.</summary>
internal static class ProofReader
{
    // Its last line lies within so many bytes from the end.
    private const int PdfEnd = 1024;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the proof of a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="FigureProofException">It has none.</exception>
    public static FigureProof Read(byte[] bytes)
    {
        try
        {
            var document =
                bytes.AsSpan().StartsWith(PngSignature) ? OfPng(bytes)
                : bytes.AsSpan().StartsWith("%PDF-"u8) ? OfPdf(bytes)
                : OfSvg(bytes);
            return document is not null && Xmp.Read(document) is { } proof
                ? proof
                : throw new FigureProofException(FigureProofProblem.NoProof, "It holds no metadata of OilRevenueSim.");
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new FigureProofException(FigureProofProblem.Damaged, "What it says about itself cannot be read.", e);
        }
        catch (FormatException e) when (e is not FigureProofException)
        {
            throw new FigureProofException(FigureProofProblem.Damaged, e.Message, e);
        }
    }

    // Chunks: length, name, content, checksum (PNG 5.3).
    private static XDocument? OfPng(byte[] png)
    {
        XDocument? found = null;
        for (var at = PngSignature.Length; ; )
        {
            if (at + 12 > png.Length)
            {
                throw CutOff();
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
            {
                throw CutOff();
            }

            var name = png.AsSpan(at + 4, 4);
            var content = png.AsSpan(at + 8, (int)length);
            if (name.SequenceEqual("IEND"u8))
            {
                return found;
            }

            if (name.SequenceEqual("iTXt"u8) && XmpText(content) is { } packet)
            {
                found = Parse(packet);
            }

            at += (int)length + 12;
        }
    }

    // Keyword, 0, is compressed, method, language, 0, translated keyword, 0, text (PNG 11.3.3.4).
    private static byte[]? XmpText(ReadOnlySpan<byte> chunk)
    {
        var keyword = Encoding.Latin1.GetBytes(Xmp.PngKeyword + "\0");
        if (!chunk.StartsWith(keyword) || chunk.Length < keyword.Length + 4)
        {
            return null;
        }

        var isCompressed = chunk[keyword.Length] == 1;
        var rest = chunk[(keyword.Length + 2)..];
        rest = rest[(rest.IndexOf((byte)0) + 1)..];
        rest = rest[(rest.IndexOf((byte)0) + 1)..];
        return isCompressed ? PackedText.Unpack(rest.ToArray()) : rest.ToArray();
    }

    // Packets are made to be found by search; the last is the newest.
    private static XDocument? OfPdf(byte[] pdf)
    {
        if (pdf.AsSpan(Math.Max(0, pdf.Length - PdfEnd)).LastIndexOf("%%EOF"u8) < 0)
        {
            throw CutOff();
        }

        var start = pdf.AsSpan().LastIndexOf("<x:xmpmeta"u8);
        var length = start < 0 ? -1 : pdf.AsSpan(start).IndexOf("</x:xmpmeta>"u8);
        return length < 0 ? null : Parse(pdf[start..(start + length + "</x:xmpmeta>".Length)]);
    }

    private static XDocument? OfSvg(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw new FigureProofException(FigureProofProblem.Damaged, "It is empty.");
        }

        var head = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 4096)));
        if (
            !head.TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith('<')
            || !head.Contains("<svg", StringComparison.Ordinal)
        )
        {
            throw new FigureProofException(FigureProofProblem.NotAFigure, "It is no PNG, SVG or PDF.");
        }

        try
        {
            return Parse(bytes);
        }
        catch (XmlException e)
        {
            throw new FigureProofException(FigureProofProblem.Damaged, "It ends in the middle, or is damaged.", e);
        }
    }

    private static XDocument Parse(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        using var reader = XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersInDocument = PackedText.MostBytes,
            }
        );
        return XDocument.Load(reader);
    }

    private static FigureProofException CutOff() => new(FigureProofProblem.Damaged, "It ends in the middle.");
}
