namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>Fields, then nodes, then tanks; a field's asset has its index, a node's follows after all fields.</summary>
    internal AssetPlan[] Assets { get; set; } = [];

    /// <summary>Tanks, in ordinal order of their terminal.</summary>
    internal TankPlan[] Tanks { get; set; } = [];
}
