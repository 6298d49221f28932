namespace OilRevenueSim.Cli.Tests;

/// <summary>The working copy the tests were built from.</summary>
internal static class Checkout
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OilRevenueSim.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No OilRevenueSim.sln above {AppContext.BaseDirectory}.");
    }
}

/// <summary>Texts that are kept in files and compared whole.</summary>
internal static class Golden
{
    private const string Update = "UPDATE_SNAPSHOTS";

    /// <summary>Compares a text with a file of the repository; <c>UPDATE_SNAPSHOTS=1</c> writes the file instead.</summary>
    public static void Equal(string file, string actual)
    {
        var path = Checkout.PathOf(file);
        var text = string.Join('\n', actual.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"{file} is missing; run with {Update}=1 to write it, then read it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
