using System.Text.Json;
using System.Text.Json.Nodes;
using OilRevenueSim.Core.Model;
using Xunit;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>The engine against the implementation of model.md in tests/reference/model, path by path.</summary>
public sealed class ReferenceModelTests
{
    private const int Paths = 2;
    private const ulong Seed = 1;
    private const double Tolerance = 1e-9;

    /// <summary>Seeds whose worlds together use every verb and part; see the README of the reference.</summary>
    private static readonly uint[] Seeds =
    [
        28,
        34,
        48,
        56,
        78,
        85,
        98,
        101,
        118,
        136,
        179,
        193,
        197,
        217,
        277,
        284,
        295,
    ];

    private static readonly string Folder = Path.Combine(Root(), "tests", "reference", "model");

    /// <summary>Seeds of worlds of prices: two of days, two of weeks, two of months.</summary>
    private static readonly uint[] PriceSeeds = [1, 2, 3, 4, 5, 6];

    public static TheoryData<string, uint> Worlds()
    {
        var worlds = new TheoryData<string, uint>();
        foreach (var seed in Seeds)
        {
            worlds.Add("war", seed);
        }

        foreach (var seed in PriceSeeds)
        {
            worlds.Add("price", seed);
        }

        return worlds;
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void The_world_that_the_reference_computed_is_the_world_that_is_run(string kind, uint seed)
    {
        var file = FileOf("worlds", kind, seed);
        var text = TextOf(WorldOf(kind, seed));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Every_state_of_every_step_is_that_of_the_reference(string kind, uint seed)
    {
        var run = new EngineRun(WorldOf(kind, seed), Seed, Paths);
        for (var path = 0; path < Paths; path++)
        {
            var expected = Results(kind, seed, path)["steps"]!.AsObject();
            foreach (var (name, step, value) in run.States(path))
            {
                var found = At(expected[name]!, step);
                if (found is null || found.GetValueKind() == JsonValueKind.String)
                {
                    Assert.Equal((string?)found ?? "", (string?)run.Word(name, value));
                }
                else
                {
                    Close((double)found, value, 1.0, $"world {kind} {seed}, path {path}, step {step}, {name}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Every_sum_of_every_month_is_that_of_the_reference(string kind, uint seed)
    {
        var run = new EngineRun(WorldOf(kind, seed), Seed, Paths);
        for (var path = 0; path < Paths; path++)
        {
            var expected = Results(kind, seed, path)["months"]!.AsObject();
            var compared = new HashSet<string>(StringComparer.Ordinal);
            var largest = run.Months(path).Where(m => IsMoney(m.Name)).Max(m => Math.Abs(m.Value));
            foreach (var (name, month, value) in run.Months(path))
            {
                var found = expected[name] is { } series ? (double)At(series, month)! : 0.0;
                compared.Add(name);
                Close(
                    found,
                    value,
                    IsMoney(name) ? largest : 1.0,
                    $"world {kind} {seed}, path {path}, month {month}, {name}"
                );
            }

            // Conditions and holders are among the states; all else that the reference finds is recorded.
            Assert.Equal([], expected.Select(e => e.Key).Where(n => !compared.Contains(n) && !IsState(n)));
        }
    }

    private static bool IsMoney(string series) => series.EndsWith("_usd", StringComparison.Ordinal);

    private static bool IsState(string series) =>
        series.EndsWith("|condition", StringComparison.Ordinal)
        || series.EndsWith("|probability_holds", StringComparison.Ordinal);

    private static JsonNode? At(JsonNode series, int index)
    {
        var values = series.AsArray();
        return values[values.Count == 1 ? 0 : index];
    }

    private static Scenario WorldOf(string kind, uint seed) =>
        kind == "war" ? WarWorlds.Of(seed) : PriceWorlds.Of(seed);

    private static JsonObject Results(string kind, uint seed, int path) =>
        JsonNode.Parse(File.ReadAllText(FileOf("results", kind, seed)))!["paths"]![path]!.AsObject();

    private static void Close(double expected, double calculated, double scale, string where)
    {
        var tolerance = Tolerance * Math.Max(scale, Math.Abs(expected));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed {Seed}, {where}"
        );
    }

    private static string TextOf(Scenario scenario) =>
        new JsonObject
        {
            ["paths"] = Paths,
            ["scenario"] = WorldText.Of(scenario),
            ["seed"] = Seed,
        }.ToJsonString() + "\n";

    private static string FileOf(string folder, string kind, uint seed) =>
        Path.Combine(Folder, folder, $"{kind}-{seed:D3}.json");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OilRevenueSim.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no checkout here.");
        }

        return folder;
    }
}
