using System.Text;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>The text of a file of prices. Dates and numbers are the same in all encodings, so all that spreadsheets write are read.</summary>
internal static class PriceFileText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes the bytes, or says why they are no text.</summary>
    public static SourceText? Decode(
        byte[] bytes,
        string displayName,
        DiagnosticList diagnostics,
        List<string> treatments
    )
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return new SourceText(displayName, encoding.GetString(bytes.AsSpan(2)));
        }

        var content = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (content.Contains((byte)0) || content.ContainsAnyInRange((byte)0x0E, (byte)0x1F))
        {
            var isSpreadsheet = content.StartsWith("PK"u8) || content is [0xD0, 0xCF, 0x11, 0xE0, ..];
            diagnostics.Add(
                DiagnosticTable.NotText,
                new SourceText(displayName, "").SpanAt(0, 1),
                isSpreadsheet ? "this is a spreadsheet, not a text file" : "this is not a text file",
                isSpreadsheet
                    ? "open it and save the sheet with the prices as CSV"
                    : "expected a text of dates and prices, such as 2010-01-04,79.05"
            );
            return null;
        }

        try
        {
            return new SourceText(displayName, Strict.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            treatments.Add(
                "The file is not UTF-8; it is read as Latin-1, which makes no difference to dates and numbers."
            );
            return new SourceText(displayName, Encoding.Latin1.GetString(content));
        }
    }
}
