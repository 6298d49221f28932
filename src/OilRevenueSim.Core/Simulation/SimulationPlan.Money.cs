namespace OilRevenueSim.Core.Simulation;

public sealed partial class SimulationPlan
{
    /// <summary>[node] true when an intervention may scale its capacity.</summary>
    internal bool[] NodeVaries { get; set; } = [];

    /// <summary>[route] true when an intervention may scale its capacity.</summary>
    internal bool[] RouteVaries { get; set; } = [];

    /// <summary>[market] true when an intervention may scale its demand.</summary>
    internal bool[] DemandVaries { get; set; } = [];

    /// <summary>[scope · actors + actor] true when an intervention may scale that finance quantity.</summary>
    internal bool[] FinanceVaries { get; set; } = [];

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

    internal int LoadingCount { get; set; }

    /// <summary>Arrival lanes over all routes; see <see cref="FlowPlan.FirstArrival"/>.</summary>
    internal int ArrivalLaneCount { get; set; }

    /// <summary>Uplift lanes over all routes.</summary>
    internal int UpliftLaneCount { get; set; }

    /// <summary>Transfers of the scenario in ordinal order of identity, then those of effects.</summary>
    internal TransferPlan[] Transfers { get; set; } = [];

    /// <summary>Actors with finance, ascending.</summary>
    internal FinancePlan[] Finances { get; set; } = [];

    /// <summary>[actor] index into <see cref="Finances"/>, −1 without.</summary>
    internal int[] FinanceOf { get; set; } = [];

    /// <summary>[finance] accounts that add up to the actor's net revenue.</summary>
    internal SeriesTerm[][] NetTerms { get; set; } = [];

    /// <summary>Accounts of what routes carry, or null where no quantity of them is recorded.</summary>
    internal RouteBook? RouteBook { get; set; }

    /// <summary>Assets whose condition is recorded.</summary>
    internal (int Asset, int Account)[] ConditionAccounts { get; set; } = [];
}
