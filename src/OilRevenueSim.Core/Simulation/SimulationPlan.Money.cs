namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>[node] true when condition, openness or factor may differ from their start; else the block keeps no lanes of them.</summary>
    internal bool[] NodeVaries { get; set; } = [];

    /// <summary>[field] likewise.</summary>
    internal bool[] FieldVaries { get; set; } = [];

    /// <summary>[route] true when an intervention may scale its capacity.</summary>
    internal bool[] RouteVaries { get; set; } = [];

    /// <summary>[market] true when an intervention may scale its demand.</summary>
    internal bool[] DemandVaries { get; set; } = [];

    /// <summary>[scope · actors + actor] true when an intervention may scale that finance quantity.</summary>
    internal bool[] FinanceVaries { get; set; } = [];

    /// <summary>True when fields come back slowly: <c>Block.Available</c> then has lanes of its own.</summary>
    internal bool HasRamp { get; set; }

    /// <summary>True when a blockade can ever stand.</summary>
    internal bool HasBlockades { get; set; }

    /// <summary>True when a place can be closed by attack or intervention.</summary>
    internal bool HasClosures { get; set; }

    /// <summary>True when a hit can cost its owner money.</summary>
    internal bool HasDamageCosts { get; set; }

    /// <summary>Slot of the number 1.</summary>
    internal int One { get; set; }

    /// <summary>Slot of the number 0.</summary>
    internal int Zero { get; set; }

    /// <summary>Taps, ordinal order of identity.</summary>
    internal TapPlan[] Taps { get; set; } = [];

    /// <summary>Seizures.</summary>
    internal SeizurePlan[] Seizures { get; set; } = [];

    /// <summary>Tanks, ordinal order of terminal.</summary>
    internal TankPlan[] Tanks { get; set; } = [];

    internal int LoadingCount { get; set; }

    /// <summary>Reach lanes over all routes; see <see cref="FlowPlan.FirstReach"/>.</summary>
    internal int ReachLaneCount { get; set; }

    /// <summary>Uplift lanes over all routes.</summary>
    internal int UpliftLaneCount { get; set; }

    /// <summary>Transfers of the scenario in ordinal order of identity, then those of effects.</summary>
    internal TransferPlan[] Transfers { get; set; } = [];

    /// <summary>Actors with finance, ascending.</summary>
    internal FinancePlan[] Finances { get; set; } = [];

    /// <summary>[actor] index into <see cref="Finances"/>, −1 without.</summary>
    internal int[] FinanceOf { get; set; } = [];

    /// <summary>Actors whose gross and net of each step are kept, ascending: those with finance or a condition on revenue.</summary>
    internal int[] WatchedActors { get; set; } = [];

    /// <summary>[watched actor] accounts that add up to its gross, then to its net; see <see cref="SeriesTerm"/>.</summary>
    internal (SeriesTerm[] Gross, SeriesTerm[] Net)[] WatchedTerms { get; set; } = [];

    /// <summary>Fields, nodes and tanks whose condition is recorded.</summary>
    internal (ConditionOf Kind, int Index, int Account)[] ConditionAccounts { get; set; } = [];
}

/// <summary>What a recorded condition belongs to.</summary>
internal enum ConditionOf
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>A node.</summary>
    Node,

    /// <summary>Tanks.</summary>
    Tank,
}
