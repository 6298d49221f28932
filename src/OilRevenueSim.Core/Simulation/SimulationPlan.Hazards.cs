namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>Every hazard, [clock].</summary>
    internal HazardPlan[] Hazards { get; set; } = [];

    /// <summary>Hazards whose rate is folded anew in every step.</summary>
    internal HazardPlan[] FoldedHazards { get; set; } = [];

    /// <summary>Actors with finance whose strength drives a hazard, ascending.</summary>
    internal int[] StrengthActors { get; set; } = [];

    /// <summary>Actors with finance whose pay ratio drives a hazard, ascending.</summary>
    internal int[] PayActors { get; set; } = [];

    /// <summary>True when a hazard reads a strength.</summary>
    internal bool NeedsLogStrength { get; set; }

    /// <summary>True when a hazard reads a pay ratio.</summary>
    internal bool NeedsLogPay { get; set; }

    /// <summary>Actors whose revenue of the previous step is read by a condition, ascending.</summary>
    internal int[] RevenueActors { get; set; } = [];

    /// <summary>[actor] accounts whose sum is its gross revenue; empty where no condition reads it.</summary>
    internal int[][] GrossAccounts { get; set; } = [];

    /// <summary>Chains that are resolved together: every theatre alone, areas joined by takes-with in one.</summary>
    internal ComponentPlan[] Components { get; set; } = [];

    /// <summary>Changes that stabilise their area.</summary>
    internal StabiliserPlan[] Stabilisers { get; set; } = [];

    /// <summary>Hazards that can be stabilised.</summary>
    internal int OpenRowCount { get; set; }
}
