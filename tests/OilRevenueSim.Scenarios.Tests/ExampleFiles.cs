using System.Runtime.CompilerServices;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>The example scenario that the tests change.</summary>
internal static class ExampleFiles
{
    public static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Examples", name);

    public static string Small { get; } = File.ReadAllText(PathOf("libya-small.yaml"));

    /// <summary>An example that has every key the format computes.</summary>
    public static string Everything { get; } = File.ReadAllText(PathOf("everything.yaml"));

    public static ScenarioReading ReadEverything(string text, params QuantityOverride[] overrides) =>
        ScenarioReader.ReadText(
            text,
            "everything.yaml",
            overrides,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["everything-world.yaml"] = File.ReadAllText(PathOf("everything-world.yaml")),
                ["everything-draws.csv"] = File.ReadAllText(PathOf("everything-draws.csv")),
                ["everything-prices.csv"] = File.ReadAllText(PathOf("everything-prices.csv")),
            }
        );

    /// <summary>The example with one piece of text replaced; the piece must stand in it.</summary>
    public static string With(string find, string replace)
    {
        Assert.Contains(find, Small, StringComparison.Ordinal);
        var at = Small.IndexOf(find, StringComparison.Ordinal);
        return Small[..at] + replace + Small[(at + find.Length)..];
    }

    public static ScenarioReading Read(string text, params QuantityOverride[] overrides) =>
        ScenarioReader.ReadText(text, "test.yaml", overrides);
}
