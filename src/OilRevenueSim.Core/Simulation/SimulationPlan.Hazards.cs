namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>Hazards outside the chains, in the order of registration.</summary>
    internal HazardPlan[] Hazards { get; set; } = [];
}
