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

    /// <summary>Restart and decline, [field].</summary>
    internal RampPlan[] Ramps { get; set; } = [];

    /// <summary>True when any field declines.</summary>
    internal bool HasDecline { get; set; }

    /// <summary>[asset] true when a blockade, a hit or an intervention can close it.</summary>
    internal bool[] CanClose { get; set; } = [];

    /// <summary>[node] true when it has a capacity, or can be closed or damaged.</summary>
    internal bool[] IsLimited { get; set; } = [];

    /// <summary>[node] what can come to it; empty where it has a capacity.</summary>
    internal SourcePlan[][] NodeSources { get; set; } = [];

    /// <summary>[market] true when it has a demand, or an intervention may close it.</summary>
    internal bool[] IsDemandLimited { get; set; } = [];

    /// <summary>[market] what can come to it; empty where it has a demand.</summary>
    internal SourcePlan[][] MarketSources { get; set; } = [];

    /// <summary>Blockades in ordinal order of identity.</summary>
    internal BlockadePlan[] Blockades { get; set; } = [];

    /// <summary>True when the condition of anything can change.</summary>
    internal bool HasDamage { get; set; }
}
