using BenchmarkDotNet.Attributes;
using OilRevenueSim.Benchmarks.Worlds;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>Whole scenarios, shipped and generated: loading and compiling, and a run of 512 paths on one thread with all statistics.</summary>
[MemoryDiagnoser]
public class ScenarioBenchmarks
{
    private const string SixtyByMonth = "60-assets-120-months";
    private const string FiveHundredByWeek = "500-assets-520-weeks";

    private string text = "";
    private SimulationPlan plan = null!;

    /// <summary>Scenario.</summary>
    [Params("sirte-2016", "isil-syria-iraq-2014", SixtyByMonth, FiveHundredByWeek)]
    public string World { get; set; } = SixtyByMonth;

    [GlobalSetup]
    public void Setup()
    {
        text = World switch
        {
            SixtyByMonth => GeneratedWorld.Yaml(60, "month", 10),
            FiveHundredByWeek => GeneratedWorld.Yaml(500, "week", 10),
            _ => "",
        };
        plan = LoadAndCompile();
    }

    /// <summary>Text to checked scenario to plan.</summary>
    [Benchmark]
    public SimulationPlan LoadAndCompile() => SimulationPlan.Compile(Load());

    /// <summary>Blocks, statistics, quantiles: what <c>oilsim run</c> does between reading and writing.</summary>
    [Benchmark]
    public EnsembleResult Run512() => Ensemble.Run(plan, new RunOptions { Threads = 1 }, 512);

    private Scenario Load()
    {
        var reading =
            text.Length > 0
                ? ScenarioReader.ReadText(text, $"{World}.yaml")
                : ScenarioReader.Read(Path.Combine(AppContext.BaseDirectory, "scenarios", $"{World}.yaml"));
        return reading.Scenario
            ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics.Select(d => d.Render())));
    }
}
