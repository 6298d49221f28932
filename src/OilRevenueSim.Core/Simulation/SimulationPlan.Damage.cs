namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>Fields, then nodes, then tanks; a field's asset has its index, a node's follows after all fields.</summary>
    internal AssetPlan[] Assets { get; set; } = [];

    /// <summary>Tanks, in ordinal order of their terminal.</summary>
    internal TankPlan[] Tanks { get; set; } = [];

    /// <summary>Attacks in ordinal order of identity, then strikes.</summary>
    internal AttackPlan[] Attacks { get; set; } = [];

    /// <summary>[actor] slots of upkeep and repair capability, −1 for 1.</summary>
    internal (int Upkeep, int Capability)[] Repairers { get; set; } = [];

    /// <summary>True when the condition of anything can change.</summary>
    internal bool HasDamage { get; set; }
}
