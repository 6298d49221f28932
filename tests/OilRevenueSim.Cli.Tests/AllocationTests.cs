using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Cli.Tests;

public sealed class AllocationTests
{
    public static TheoryData<string> Worlds() =>
        [
            "benchmarks/peers/reference-workload.yaml",
            .. Directory
                .EnumerateFiles(Checkout.PathOf("scenarios"), "*.yaml")
                .Select(file => $"scenarios/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_block_of_paths_allocates_nothing_once_the_first_have_run(string scenario)
    {
        var plan = SimulationPlan.Compile(ScenarioReader.Read(Checkout.PathOf(scenario)).Scenario!);
        var simulator = BlockSimulator.Create(plan, 1, 256);
        var ignore = new Ignore();
        for (var block = 0u; block < 4; block++)
        {
            simulator.Run(block * 256, ignore);
        }

        Assert.Equal(0, Allocations.Least(() => simulator.Run(4 * 256, ignore)));
    }

    private sealed class Ignore : IPeriodRecorder
    {
        public void Record(int series, int period, ReadOnlySpan<double> values) { }
    }
}
