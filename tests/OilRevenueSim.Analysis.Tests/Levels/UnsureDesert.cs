using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Analysis.Tests.Levels;

/// <summary>A desert that a group takes or not, its field's capacity unknown.</summary>
internal static class UnsureDesert
{
    public static EnsembleResult Run(int replicates, Sampling sampling, long paths)
    {
        var world = ContestedDesert.With(0.8);
        var field = world.Fields[0] with
        {
            Capacity = Uncertain("fields.field.capacity", new UniformLaw(1_000, 9_000), HardRange.NonNegative),
        };
        return Ensemble.Run(
            SimulationPlan.Compile(world with { Fields = [field] }),
            new RunOptions { Replicates = replicates, Sampling = sampling },
            paths
        );
    }
}
