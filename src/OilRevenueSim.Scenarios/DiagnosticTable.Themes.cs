namespace OilRevenueSim.Scenarios;

// Theme files.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule NotAColour = Error("ORS9001", "A text is no colour", "ink: dark blue");

    internal static readonly DiagnosticRule ThemeUnreadable = Error(
        "ORS9002",
        "Text in a colour cannot be read on the paper",
        "ink: \"#bbbbbb\""
    );

    internal static readonly DiagnosticRule ThemeWeak = Warning(
        "ORS9003",
        "A colour has little contrast with the paper, or two colours look alike to some readers",
        "quiet: \"#8a8a8a\""
    );

    internal static readonly DiagnosticRule ThemeFileUnreadable = Error(
        "ORS9004",
        "A font or a logo cannot be read",
        "logo: { file: no-such-logo.png }"
    );

    internal static readonly DiagnosticRule NotAFont = Error(
        "ORS9005",
        "A file is no font",
        "fonts: { regular: logo.png }"
    );

    internal static readonly DiagnosticRule FontLacksLetters = Error(
        "ORS9006",
        "A font lacks letters that figures write",
        "fonts: { regular: capitals-only.ttf }"
    );

    internal static readonly DiagnosticRule NotALogo = Error(
        "ORS9007",
        "A logo is no PNG picture, or too large",
        "logo: { file: logo.docx }"
    );
}
