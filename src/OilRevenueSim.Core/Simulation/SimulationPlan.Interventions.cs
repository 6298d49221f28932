namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>Interventions of the course, in order of date, then name.</summary>
    internal InterventionPlan[] Interventions { get; set; } = [];

    /// <summary>Factors of capacity, demand and finance.</summary>
    internal ScalingPlan[] Scalings { get; set; } = [];

    /// <summary>Seizures that interventions add.</summary>
    internal AddedSeizurePlan[] AddedSeizures { get; set; } = [];

    /// <summary>Transfers that interventions pay.</summary>
    internal TransferEffectPlan[] TransferEffects { get; set; } = [];

    /// <summary>Places that interventions close.</summary>
    internal ImposedPlan[] ImposedBlockades { get; set; } = [];

    /// <summary>[benchmark] effects on its price as used, in order of date, then name.</summary>
    internal PriceEffectPlan[][] BenchmarkEffects { get; set; } = [];

    /// <summary>[market] effects on its price, in order of date, then name.</summary>
    internal PriceEffectPlan[][] MarketEffects { get; set; } = [];

    /// <summary>[market] shifts of its discount.</summary>
    internal ShareEffectPlan[][] DiscountShifts { get; set; } = [];

    /// <summary>Passage rules of interventions, in order of date, then name.</summary>
    internal OverridePlan[] Overrides { get; set; } = [];

    /// <summary>True when an effect scales something of this kind.</summary>
    internal bool Scales(ScalingTarget target) => Scalings.Any(s => s.Target == target);
}
