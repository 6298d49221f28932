using System.Diagnostics;
using System.Text;

namespace OilRevenueSim.Repo.Tests;

/// <summary>What a run of a script gave.</summary>
/// <param name="ExitCode">Exit code of the shell.</param>
/// <param name="Output">Standard output and standard error as they came.</param>
internal sealed record ScriptResult(int ExitCode, string Output);

/// <summary>A folder as a reader of the documentation has it, with the word <c>oilsim</c> on the path.</summary>
/// <remarks>
/// Scenarios are copied, so that commands may change them; projects are named by their place in the repository, so
/// that nothing is built twice. Whatever the commands write goes away with the folder.
/// </remarks>
internal sealed class ReaderWorkspace : IDisposable
{
    private static readonly string[] InheritedByBuildTools =
    [
        "MSBuildSDKs",
        "MSBuildExtensions",
        "MSBuildLoad",
        "MSBUILD_",
        "TESTINGPLATFORM_",
        "VSTEST_",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oilsim-docs-");

    public ReaderWorkspace()
    {
        foreach (var file in Repository.Files.Where(f => f.StartsWith("scenarios/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }

        File.Copy(Repository.PathOf("global.json"), Path.Combine(folder.FullName, "global.json"));
        var bin = folder.CreateSubdirectory("bin").FullName;
        var word = Path.Combine(bin, "oilsim");
        File.WriteAllText(word, $"#!/bin/sh\nexec dotnet '{AppContext.BaseDirectory}oilsim.dll' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(word, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        SearchPath = bin + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Folder => folder.FullName;

    private string SearchPath { get; }

    /// <summary>Runs a script the way a careful reader would: stop at the first command that fails.</summary>
    public ScriptResult Run(string script, TimeSpan limit)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = SearchPath;
        start.Environment["NO_COLOR"] = "1";
        foreach (var name in start.Environment.Keys.ToArray())
        {
            if (InheritedByBuildTools.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                start.Environment.Remove(name);
            }
        }

        var output = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.Append(line.Data).Append('\n');
            }
        }

        using var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        shell.OutputDataReceived += Keep;
        shell.ErrorDataReceived += Keep;
        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
        if (!shell.WaitForExit(limit))
        {
            shell.Kill(entireProcessTree: true);
            return new ScriptResult(124, $"{output}\nstopped after {limit.TotalSeconds:F0} s");
        }

        // Not WaitForExit(): a build server that the script started keeps the pipes open for minutes.
        lock (output)
        {
            return new ScriptResult(shell.ExitCode, output.ToString());
        }
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);
}
