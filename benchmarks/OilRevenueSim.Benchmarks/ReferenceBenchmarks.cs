using BenchmarkDotNet.Attributes;
using OilRevenueSim.Benchmarks.Worlds;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>256 paths through all steps without statistics: the reference workload and two generated worlds.</summary>
/// <remarks>The reference workload has 1,464 entity-steps a path: read nanoseconds of one as time / (256 · 1,464).</remarks>
[MemoryDiagnoser]
public class ReferenceBenchmarks
{
    private const string Reference = "reference-workload";
    private const string SixtyByMonth = "60-assets-120-months";
    private const string FiveHundredByWeek = "500-assets-520-weeks";

    private BlockSimulator simulator = null!;

    /// <summary>World.</summary>
    [Params(Reference, SixtyByMonth, FiveHundredByWeek)]
    public string World { get; set; } = Reference;

    [GlobalSetup]
    public void Setup() =>
        simulator = BlockSimulator.Create(
            World switch
            {
                SixtyByMonth => Generated(60, "month"),
                FiveHundredByWeek => Generated(500, "week"),
                _ => ReferenceWorkload.Plan(),
            },
            1,
            256
        );

    [Benchmark]
    public void Block() => simulator.Run(0, new Forget());

    private static SimulationPlan Generated(int assets, string step) =>
        SimulationPlan.Compile(
            ScenarioReader.ReadText(GeneratedWorld.Yaml(assets, step, 10), $"generated-{assets}.yaml").Scenario
                ?? throw new InvalidOperationException("The generated world does not read without errors.")
        );
}
