namespace OilRevenueSim.Scenarios.Text;

/// <summary>What a file should be, for messages about files that are not.</summary>
/// <param name="Noun">With its article, e.g. <c>a scenario</c>.</param>
/// <param name="Keys">Keys that it begins with.</param>
/// <param name="Start">How to get one.</param>
internal sealed record FileForm(string Noun, string Keys, string Start)
{
    public static FileForm Scenario { get; } =
        new("a scenario", "title: and start:", "`oilsim new FILE` writes a commented scenario to start from");

    public static FileForm Theme { get; } =
        new("a theme", "base: and colours:", "docs/themes.md has a theme to start from");
}
