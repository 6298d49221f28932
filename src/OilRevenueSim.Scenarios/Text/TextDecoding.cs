using System.Text;

namespace OilRevenueSim.Scenarios.Text;

/// <summary>Turns bytes into text: UTF-8 or a reason why not.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static SourceText? Decode(
        byte[] bytes,
        string displayName,
        DiagnosticList diagnostics,
        FileForm? form = null
    )
    {
        form ??= FileForm.Scenario;
        var none = new SourceText(displayName, "");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            diagnostics.Add(
                DiagnosticTable.NotUtf8,
                none.SpanAt(0, 1),
                $"the file is saved as UTF-16; {form.Noun} is UTF-8",
                "save it again with the encoding UTF-8"
            );
            return null;
        }

        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var content = bytes.AsSpan(start);
        var odd = content.IndexOfAnyInRange((byte)0x0E, (byte)0x1F);
        if (content.Contains((byte)0) || odd >= 0 || content.Contains((byte)0x7F))
        {
            diagnostics.Add(
                DiagnosticTable.NotText,
                none.SpanAt(0, 1),
                "this is not a text file",
                $"{form.Noun} is a YAML text; {form.Start}"
            );
            return null;
        }

        try
        {
            return new SourceText(displayName, Strict.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            var valid = Encoding.UTF8.GetString(content);
            var source = new SourceText(displayName, valid);
            var index = Math.Max(0, valid.IndexOf('\uFFFD', StringComparison.Ordinal));
            diagnostics.Add(
                DiagnosticTable.NotUtf8,
                source.SpanAt(index, 1),
                "a character here is not UTF-8",
                "save the file again with the encoding UTF-8"
            );
            return null;
        }
    }
}
