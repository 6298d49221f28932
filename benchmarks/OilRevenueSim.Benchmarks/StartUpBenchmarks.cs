using System.Diagnostics;
using BenchmarkDotNet.Attributes;

namespace OilRevenueSim.Benchmarks;

/// <summary>The command as a whole process, from its start to its end: what a person waits for who asks for help or presses Tab.</summary>
/// <remarks>
/// The command is that of the same build of this checkout; the environment variable OILSIM names another, such as the <c>oilsim</c> of an archive.
/// Its memory is that of another process, so the columns of memory say nothing here.
/// </remarks>
[MemoryDiagnoser]
public class StartUpBenchmarks
{
    private const string Solution = "OilRevenueSim.sln";

    private string[] command = [];
    private string scenario = "";

    [GlobalSetup]
    public void Setup()
    {
        scenario = Path.Combine(AppContext.BaseDirectory, "scenarios", "sirte-2016.yaml");
        command = Environment.GetEnvironmentVariable("OILSIM") is { Length: > 0 } given ? [given] : ["dotnet", Built()];
    }

    [Benchmark]
    public int Help() => Run("--help");

    /// <summary>What a shell asks when Tab is pressed behind <c>oilsim run sc</c>.</summary>
    [Benchmark]
    public int Completion() => Run("[suggest:6]", "run sc");

    [Benchmark]
    public int CompletionScript() => Run("completions", "bash");

    [Benchmark]
    public int Validate() => Run("validate", scenario);

    private int Run(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], [.. command.Skip(1), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var length = process.StandardOutput.ReadToEnd().Length;
        process.WaitForExit();
        return process.ExitCode == 0
            ? length
            : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {error.Result}");
    }

    /// <summary>The newest build of the command in this checkout.</summary>
    private static string Built()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        var outputs = Path.Combine(folder?.FullName ?? ".", "src", "OilRevenueSim.Cli", "bin");
        return
            Directory.Exists(outputs)
            && Directory
                .EnumerateFiles(outputs, "oilsim.dll", SearchOption.AllDirectories)
                .Where(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")))
                .MaxBy(File.GetLastWriteTimeUtc)
                is { } found
            ? found
            : throw new InvalidOperationException(
                $"{outputs} holds no build of the command: build {Solution}, or name one in OILSIM"
            );
    }
}
