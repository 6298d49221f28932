using BenchmarkDotNet.Attributes;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>The shipped scenario: loading and compiling it, and blocks of 256 paths through all its steps.</summary>
[MemoryDiagnoser]
public class SirteBenchmarks
{
    private readonly string path = Path.Combine(AppContext.BaseDirectory, "scenarios", "sirte-2016.yaml");
    private BlockSimulator simulator = null!;
    private SimulationPlan plan = null!;
    private uint firstPath;

    [GlobalSetup]
    public void Setup()
    {
        plan = SimulationPlan.Compile(Load());
        simulator = BlockSimulator.Create(plan, 1, 256);
    }

    /// <summary>Text to checked scenario to plan.</summary>
    [Benchmark]
    public SimulationPlan LoadAndCompile() => SimulationPlan.Compile(Load());

    /// <summary>256 paths through every step, without statistics; divide by 256 × steps for a path-step.</summary>
    [Benchmark]
    public void Block()
    {
        simulator.Run(firstPath, new Forget());
        firstPath += 256;
    }

    /// <summary>4,096 paths on one thread with all statistics: the difference to 16 blocks is the recording.</summary>
    [Benchmark]
    public EnsembleResult Run4096() => Ensemble.Run(plan, new RunOptions { Threads = 1 }, 4096);

    private Scenario Load() =>
        ScenarioReader.Read(path).Scenario
        ?? throw new InvalidOperationException($"{path} does not read without errors.");
}
