using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Themes;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>A theme that must fail with a code, and part of what the message or its hint must say.</summary>
internal sealed record ThemeExample(string Code, string Text, string Says)
{
    public ThemeFault[] Faults { get; init; } = [];

    public ThemeReading Read(Action<WrittenTheme>? seen = null) =>
        ThemeReader.Read(
            "theme.yaml",
            new MemoryFiles("theme.yaml", Text, new Dictionary<string, string> { ["logo.png"] = "a picture" }),
            theme =>
            {
                seen?.Invoke(theme);
                return Faults;
            }
        );
}

/// <summary>Texts of themes, and a failing example for every code of them.</summary>
internal static class ThemeExamples
{
    public const string Good = """
        name: Institute
        base: screen
        colours:
          paper: "#FFFFFF"
          ink: 1b2530
          categories: ["#245e92", "#d4a82d", "#b15450"]
        logo:
          file: logo.png
          place: foot
        """;

    public static IReadOnlyList<ThemeExample> All { get; } =
    [
        Changed("ORS1005", Good, "# nothing", "docs/themes.md"),
        Changed("ORS1018", Good, "- a\n- b", "a theme is a mapping of keys such as base:"),
        Changed("ORS2001", "ink: 1b2530", "inc: 1b2530", "did you mean 'ink'?"),
        Changed("ORS2001", "name: Institute", "colors: { ink: 1b2530 }", "did you mean 'colours'?"),
        Changed("ORS2019", "name: Institute", "ink: 1b2530", "belongs inside colours:"),
        Changed("ORS2002", "file: logo.png\n", "\n", "needs file:"),
        Changed("ORS2004", "logo:\n  file: logo.png\n  place: foot", "logo: logo.png", "a mapping of keys"),
        Changed("ORS2004", "[\"#245e92\", \"#d4a82d\", \"#b15450\"]", "\"#245e92\"", "a list of colours"),
        Changed("ORS2004", ", \"#b15450\"]", "]", "3 to 12 colours, not 2"),
        Changed("ORS2009", "base: screen", "base: screens", "did you mean 'screen'?"),
        Changed("ORS9001", "ink: 1b2530", "ink: dark blue", "six hexadecimal digits"),
        Changed("ORS9001", "ink: 1b2530", "ink: \"#1bf\"", "did you mean \"#11bbff\"?"),
        Changed("ORS9001", "ink: 1b2530", "ink: #1b2530", "a comment in YAML"),
        Changed("ORS9001", "\"#d4a82d\"", "gold", "'gold' is no colour"),
        Inspected(ThemeFaultKind.Unreadable, "ORS9002", "colours.ink"),
        Inspected(ThemeFaultKind.Weak, "ORS9003", "colours.categories[1]"),
        Changed("ORS9004", "file: logo.png", "file: no-such-logo.png", "there is no such file"),
        Changed("ORS9004", "file: logo.png", "file: ../logo.png", "outside the folder"),
        Inspected(ThemeFaultKind.NotAFont, "ORS9005", "fonts.regular"),
        Inspected(ThemeFaultKind.LacksLetters, "ORS9006", "fonts.regular"),
        Inspected(ThemeFaultKind.NotALogo, "ORS9007", "logo.file"),
    ];

    private static ThemeExample Changed(string code, string find, string replace, string says) =>
        Good.Contains(find, StringComparison.Ordinal)
            ? new(code, Good.Replace(find, replace, StringComparison.Ordinal), says)
            : throw new InvalidOperationException($"'{find}' is not in the example.");

    private static ThemeExample Inspected(ThemeFaultKind kind, string code, string address) =>
        new(code, Good, "as drawn") { Faults = [new ThemeFault(kind, address, "it is wrong", "as drawn")] };
}
