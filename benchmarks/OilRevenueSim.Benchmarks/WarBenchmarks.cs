using BenchmarkDotNet.Attributes;
using OilRevenueSim.Benchmarks.Worlds;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>What war costs: 256 paths of a scenario through all its steps, and of the same scenario with war switched off.</summary>
/// <remarks>Read the column Ratio. <c>-- war</c> measures the same in interleaved pairs, which a busy machine disturbs less.</remarks>
[MemoryDiagnoser]
public class WarBenchmarks
{
    private const int Pairs = 101;

    private BlockSimulator war = null!;
    private BlockSimulator peace = null!;
    private uint firstPath;

    /// <summary>Scenarios measured.</summary>
    public static IEnumerable<string> Scenarios =>
        ["isil-syria-iraq-2014", "libya-ports-2013", "generated-60-by-120-months"];

    /// <summary>Scenario.</summary>
    [ParamsSource(nameof(Scenarios))]
    public string Scenario { get; set; } = "";

    [GlobalSetup]
    public void Setup() => (war, peace) = Simulators(Scenario);

    [Benchmark(Baseline = true)]
    public void Peaceful() => Run(peace);

    [Benchmark]
    public void AtWar() => Run(war);

    /// <summary>Prints ratios of interleaved pairs for each scenario.</summary>
    internal static void PrintPairs(IEnumerable<string> scenarios)
    {
        foreach (var name in scenarios)
        {
            var (war, peace) = Simulators(name);
            uint first = 0;
            var ratio = PairedRatio.Measure(
                Pairs,
                () => war.Run(first += 256, new Forget()),
                () => peace.Run(first += 256, new Forget())
            );
            Console.WriteLine($"{name}: at war / war switched off {ratio}");
        }
    }

    private static (BlockSimulator War, BlockSimulator Peace) Simulators(string name)
    {
        var scenario = Load(name);
        // The course with most interventions: all of them where the file names no course.
        var course = scenario.Courses.MaxBy(c => c.Interventions.Length)?.Name;
        return (
            BlockSimulator.Create(SimulationPlan.Compile(scenario, course), 1, 256),
            BlockSimulator.Create(SimulationPlan.Compile(Peace.Of(scenario)), 1, 256)
        );
    }

    private static Scenario Load(string name)
    {
        var reading = name.StartsWith("generated", StringComparison.Ordinal)
            ? ScenarioReader.ReadText(GeneratedWorld.Yaml(60, "month", 10), $"{name}.yaml")
            : ScenarioReader.Read(Path.Combine(AppContext.BaseDirectory, "scenarios", $"{name}.yaml"));
        return reading.Scenario
            ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics.Select(d => d.Render())));
    }

    private void Run(BlockSimulator simulator)
    {
        simulator.Run(firstPath, new Forget());
        firstPath += 256;
    }
}
