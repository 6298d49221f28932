using System.Runtime.CompilerServices;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>Compares a text with a file beside the tests; UPDATE_SNAPSHOTS=1 rewrites the file.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string here = "") =>
        MatchesFile(Path.Combine(Path.GetDirectoryName(here)!, "Snapshots", name), text);

    /// <summary>Compares with a page of the documentation that the program makes.</summary>
    public static void MatchesPage(string name, string text, [CallerFilePath] string here = "") =>
        MatchesFile(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", name), text);

    private static void MatchesFile(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(
            File.Exists(path),
            $"The snapshot {path} is missing; run the tests with UPDATE_SNAPSHOTS=1 and look at it."
        );
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
    }
}
