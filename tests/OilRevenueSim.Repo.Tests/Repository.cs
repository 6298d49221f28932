using System.Diagnostics;

namespace OilRevenueSim.Repo.Tests;

/// <summary>The files of this repository, as git tracks them.</summary>
internal static class Repository
{
    private static readonly string[] Ignored =
    [
        ".git",
        "bin",
        "obj",
        "artifacts",
        "results",
        "TestResults",
        "BenchmarkDotNet.Artifacts",
    ];

    /// <summary>Folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files, relative to <see cref="Root"/>, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>Absolute path of a file of the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Text of a file of the repository.</summary>
    public static string Text(string relative) => File.ReadAllText(PathOf(relative));

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

    private static List<string> ListFiles()
    {
        var files = ListTracked() ?? ListUnignored(Root);
        files.RemoveAll(file => !File.Exists(PathOf(file)));
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Null where git is not installed or this is no clone: a downloaded archive must pass its tests too.</summary>
    private static List<string>? ListTracked()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "-z"])
            {
                WorkingDirectory = Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static List<string> ListUnignored(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'));
        var below = Directory
            .EnumerateDirectories(folder)
            .Where(d => !Ignored.Contains(Path.GetFileName(d), StringComparer.Ordinal))
            .SelectMany(ListUnignored);
        return [.. files, .. below];
    }
}
