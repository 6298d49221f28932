using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Output;

/// <summary>A sheet as a PDF of one page: vectors, text as text, the letters used embedded.</summary>
internal static partial class PdfPicture
{
    /// <summary>A layout pixel is a CSS pixel, 1/96 inch, as in an SVG.</summary>
    public const double PointsPerPixel = 0.75;

    // The page's size is rounded to its dots: four to the point leave every whole and half point as it is.
    private const float RasterDpi = 4 * 72;

    // Above 100 logos are kept without loss.
    private const int Lossless = 101;

    /// <summary>Draws.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="scale">Layout pixels to picture pixels.</param>
    /// <param name="text">Title, alt text, origin.</param>
    public static byte[] Draw(Sheet sheet, double scale, ChartText text)
    {
        using var stream = new MemoryStream();
        // No dates: the same figure has the same bytes on any day.
        var about = new SKDocumentPdfMetadata
        {
            Title = text.Title,
            Author = PngPicture.Program,
            Creator = PngPicture.Program,
            Producer = PngPicture.Program,
            Subject = text.AltText,
            RasterDpi = RasterDpi,
            EncodingQuality = Lossless,
        };
        var points = (float)(PointsPerPixel * scale);
        using (var document = SKDocument.CreatePdf(stream, about))
        {
            var canvas = document.BeginPage(points * (float)sheet.Canvas.Width, points * (float)sheet.Canvas.Height);
            canvas.Scale(points);
            sheet.DrawInk(canvas);
            sheet.DrawText(canvas);
            document.EndPage();
            document.Close();
        }

        return WithMetadata(stream.ToArray(), Xmp.Packet(text), text.Language.Code);
    }

    // An incremental update (ISO 32000-1, 7.5.6): a new catalogue that names the packet, and a table of these two objects.
    private static byte[] WithMetadata(byte[] pdf, string packet, string language)
    {
        var latin = Encoding.Latin1.GetString(pdf);
        var end = latin.LastIndexOf("trailer", StringComparison.Ordinal);
        var trailer = latin[end..];
        var root = Number(Root().Match(trailer));
        var free = Number(Size().Match(trailer));
        var table = Number(TableStart().Match(trailer));
        var info = Info().Match(trailer).Value;
        var start = latin.IndexOf($"\n{root} 0 obj\n<<", StringComparison.Ordinal);
        var stop = latin.IndexOf(">>\nendobj", start, StringComparison.Ordinal);
        if (start < 0 || stop < 0)
        {
            throw new InvalidOperationException("The PDF has no catalogue where one is expected.");
        }

        var catalogue = latin[(start + 1)..stop];
        var xml = Encoding.UTF8.GetBytes(packet);
        using var whole = new MemoryStream();
        whole.Write(pdf);
        var catalogueAt = whole.Length;
        Write(
            $"{catalogue}\n/Metadata {free} 0 R\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n"
        );
        var packetAt = whole.Length;
        Write($"{free} 0 obj\n<</Type /Metadata /Subtype /XML /Length {xml.Length}>> stream\n");
        whole.Write(xml);
        Write($"\nendstream\nendobj\n");
        var tableAt = whole.Length;
        Write($"xref\n{root} 1\n{catalogueAt:D10} 00000 n \n{free} 1\n{packetAt:D10} 00000 n \n");
        Write($"trailer\n<</Size {free + 1}\n/Root {root} 0 R\n{info}\n/Prev {table}>>\nstartxref\n{tableAt}\n%%EOF\n");
        return whole.ToArray();

        void Write(FormattableString line) =>
            whole.Write(Encoding.Latin1.GetBytes(line.ToString(CultureInfo.InvariantCulture)));
    }

    private static int Number(Match match) => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=/Root )[0-9]+(?= 0 R)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Root();

    [GeneratedRegex("(?<=/Size )[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Size();

    [GeneratedRegex("/Info [0-9]+ 0 R", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Info();

    [GeneratedRegex("(?<=startxref\\s+)[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TableStart();
}
