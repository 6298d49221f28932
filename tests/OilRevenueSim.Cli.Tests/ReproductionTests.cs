using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace OilRevenueSim.Cli.Tests;

/// <summary>What docs/reproducibility.md promises, seen from outside: one scenario, seed and number of paths have one result.</summary>
/// <remarks>
/// The scenario is the one that uses every key of the catalogue, so every price model and every part of the war. Sizes leave a
/// remainder at every width and fill a granule only in part.
/// </remarks>
public sealed class ReproductionTests
{
    private const string Course = "all-of-it";
    private const string Everything = "tests/OilRevenueSim.Scenarios.Tests/Examples/everything.yaml";
    private static readonly string[] Same = ["manifest.json", "summary.csv", "summary.json"];
    private static readonly string[] Sizes = ["--paths", "263", "--seed", "7"];

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0", "2")]
    [InlineData("DOTNET_EnableAVX2", "0", "1")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0", "2")]
    [InlineData("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F", "1")]
    [InlineData("LC_ALL", "de_DE.UTF-8", "3")]
    public async Task A_process_with_fewer_instructions_other_threads_or_another_language_writes_the_same_bytes(
        string variable,
        string value,
        string threads
    )
    {
        using var session = new OilsimSession();
        var expected = RunHere(session, Checkout.PathOf(Everything), session.PathOf("here"));

        await RunThere(
            variable,
            value,
            [.. Command(Checkout.PathOf(Everything), session.PathOf("there")), "--threads", threads]
        );

        var found = Path.Combine(session.PathOf("there"), "everything", Course);
        Assert.All(Same, file => Assert.Equal(Sha256(expected, file), Sha256(found, file)));
    }

    [Fact]
    public async Task Shards_of_processes_with_other_instructions_and_threads_join_to_the_same_bytes()
    {
        using var session = new OilsimSession();
        string[] sizes = ["--paths", "1100"];
        var expected = RunHere(session, Checkout.PathOf(Everything), session.PathOf("here"), sizes: sizes);
        (string Variable, string Value, string Threads)[] processes =
        [
            ("DOTNET_EnableHWIntrinsic", "0", "1"),
            ("DOTNET_EnableAVX2", "0", "2"),
            ("DOTNET_EnableAVX512", "0", "1"),
            ("LC_ALL", "C", "2"),
        ];
        for (var k = 0; k < processes.Length; k++)
        {
            var (variable, value, threads) = processes[k];
            string[] shard = ["--shard", $"{k + 1}/{processes.Length}", "--threads", threads];
            string[] command = Command(Checkout.PathOf(Everything), session.PathOf("parts"), sizes: sizes);
            await RunThere(variable, value, [.. command.Where(word => word != "--no-charts"), .. shard]);
        }

        var merged = session.Type("merge", session.PathOf("parts"), "--no-charts", "--out", session.PathOf("there"));

        Assert.Equal((ExitCode.Done, ""), (merged.ExitCode, merged.Error));
        var found = Path.Combine(session.PathOf("there"), "everything", Course);
        Assert.All(Same, file => Assert.Equal(Sha256(expected, file), Sha256(found, file)));
    }

    [Fact]
    public void A_file_whose_sections_and_items_stand_in_another_order_has_the_same_content_hash_and_summary()
    {
        using var session = new OilsimSession();
        var original = Checkout.PathOf(Everything);
        var folder = Directory.CreateDirectory(session.PathOf("reordered")).FullName;
        foreach (var file in new[] { "everything-world.yaml", "everything-prices.csv", "everything-draws.csv" })
        {
            File.Copy(Path.Combine(Path.GetDirectoryName(original)!, file), Path.Combine(folder, file));
        }

        var reordered = Path.Combine(folder, "everything.yaml");
        File.WriteAllText(reordered, Reorder(File.ReadAllText(original)));
        Assert.NotEqual(File.ReadAllText(original), File.ReadAllText(reordered));

        var expected = RunHere(session, original, session.PathOf("here"));
        var found = RunHere(session, reordered, session.PathOf("there"));

        Assert.Equal(ContentHash(expected), ContentHash(found));
        Assert.Equal(Sha256(expected, "summary.csv"), Sha256(found, "summary.csv"));
    }

    [Fact]
    public void Bits_are_those_of_the_last_version()
    {
        using var session = new OilsimSession();
        List<string> lines = ["# scenario, SHA-256 of its content, SHA-256 of summary.csv (263 paths, seed 7)"];
        foreach (var (path, course) in Scenarios())
        {
            var result = RunHere(session, Checkout.PathOf(path), session.PathOf("golden"), course);
            lines.Add($"{Path.GetFileName(path)} {ContentHash(result)} {Sha256(result, "summary.csv")}");
        }

        // Where only hashes of summaries differ, the engine's bits have changed: CONTRIBUTING.md says what to do.
        Golden.Equal("tests/OilRevenueSim.Cli.Tests/Golden/bits.txt", string.Join('\n', lines) + "\n");
    }

    private static IEnumerable<(string Path, string? Course)> Scenarios() =>
        [
            (Everything, Course),
            ("tests/OilRevenueSim.Cli.Tests/Examples/minimal.yaml", null),
            ("tests/OilRevenueSim.Scenarios.Tests/Examples/libya-small.yaml", null),
        ];

    /// <summary>Runs a command in a process of its own with an environment variable set.</summary>
    private static async Task RunThere(string variable, string value, string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "oilsim.dll"), .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == ExitCode.Done, $"{variable}={value}: exit {process.ExitCode}: {await error}");
    }

    private static string[] Command(string scenario, string results, string? course = Course, string[]? sizes = null) =>
        [
            "run",
            scenario,
            .. course is null ? Array.Empty<string>() : ["--courses", course],
            .. sizes ?? Sizes,
            "--no-charts",
            "--quiet",
            "--out",
            results,
        ];

    /// <summary>Runs inside this process and returns the folder of the result.</summary>
    private static string RunHere(
        OilsimSession session,
        string scenario,
        string results,
        string? course = Course,
        string[]? sizes = null
    )
    {
        var run = session.Type(Command(scenario, results, course, sizes));
        Assert.True(run.ExitCode == ExitCode.Done, $"exit {run.ExitCode}: {run.Error}");
        return Path.Combine(results, Path.GetFileNameWithoutExtension(scenario), course ?? "base");
    }

    private static string Sha256(string folder, string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));

    private static string ContentHash(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        return manifest.RootElement.GetProperty("contentHash").GetString()!;
    }

    /// <summary>Sections from last to first, and their items too but for those of <c>routes:</c>, whose order is their priority.</summary>
    private static string Reorder(string text) =>
        string.Concat(
            Parts(text, "")
                .AsEnumerable()
                .Reverse()
                .Select(section =>
                    section.StartsWith("routes:", StringComparison.Ordinal) ? section : ReorderItems(section)
                )
        );

    private static string ReorderItems(string section)
    {
        var parts = Parts(section, "  ");
        return string.Concat(parts.Take(1).Concat(parts.Skip(1).Reverse()));
    }

    /// <summary>What stands before the first line that begins at an indent, then each such line with those below it.</summary>
    private static List<string> Parts(string text, string indent)
    {
        List<string> parts = [""];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                line.StartsWith(indent, StringComparison.Ordinal)
                && line.Length > indent.Length
                && line[indent.Length] != ' '
            )
            {
                parts.Add("");
            }

            parts[^1] += line + "\n";
        }

        return parts;
    }
}
