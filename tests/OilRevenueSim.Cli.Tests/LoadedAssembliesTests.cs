using System.Diagnostics;

namespace OilRevenueSim.Cli.Tests;

/// <summary>A run loads what it needs: files of columns cost nothing where nobody asks for them.</summary>
public sealed class LoadedAssembliesTests
{
    private static readonly string[] ColumnFiles = ["Parquet", "Apache.Arrow", "Snappier", "ZstdSharp"];

    [Fact]
    public void A_run_that_keeps_no_paths_loads_no_Parquet_and_no_Arrow() =>
        Assert.Empty(LoadedBy("run", "--no-charts").Intersect(ColumnFiles, StringComparer.Ordinal));

    [Fact]
    public void A_run_that_keeps_paths_loads_Parquet() =>
        Assert.Contains("Parquet", LoadedBy("run", "--no-charts", "--keep-paths"));

    private static string[] LoadedBy(string command, params string[] options)
    {
        using var session = new OilsimSession();
        var list = session.PathOf("assemblies.txt");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "oilsim.dll"),
                command,
                session.Scenario,
                "--out",
                session.Results,
                "--paths",
                "512",
                "--quiet",
                .. options,
            ]
        )
        {
            WorkingDirectory = session.Folder,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.ListVariable] = list;
        using var run = Process.Start(start)!;
        run.WaitForExit();

        Assert.Equal(0, run.ExitCode);
        var loaded = File.ReadAllLines(list);
        Assert.Contains("OilRevenueSim.Core", loaded);
        return loaded;
    }
}
