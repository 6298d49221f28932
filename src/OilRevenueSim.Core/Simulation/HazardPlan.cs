namespace OilRevenueSim.Core.Simulation;

/// <summary>A hazard, compiled: one for every change, blockade, attack and strike, in the order of their clocks.</summary>
/// <remarks>
/// Its factors are a left fold in this order: base, phase, neighbours, price, strength, interventions, dependencies,
/// conditions, stabilisation (model.md §6). What depends on holders and phases alone is recomputed only in lanes where
/// one changed; a hazard with anything else is folded in every step.
/// </remarks>
/// <param name="Clock">Index of its clock and of its place in <see cref="SimulationPlan.Hazards"/>.</param>
/// <param name="Spec">What registered it.</param>
/// <param name="Stream">Hash of its random stream.</param>
/// <param name="BaseRate">Slot of its base hazard, per year.</param>
internal sealed record HazardPlan(int Clock, HazardSpec Spec, ulong Stream, int BaseRate)
{
    /// <summary>Chain of the phase that acts on it, or −1.</summary>
    public int Theatre { get; init; } = -1;

    /// <summary>Slot of the hazard ratio of each phase, −1 for 1; empty where no phase acts.</summary>
    public int[] PhaseRatios { get; init; } = [];

    /// <summary>Slot of the ratio per neighbouring area held by the author or taker, or −1.</summary>
    public int PerNeighbour { get; init; } = -1;

    /// <summary>Chains of the neighbouring areas counted.</summary>
    public int[] Neighbours { get; init; } = [];

    /// <summary>Slot of the price elasticity, or −1.</summary>
    public int PriceElasticity { get; init; } = -1;

    /// <summary>Benchmark of the price driver, or −1.</summary>
    public int Follows { get; init; } = -1;

    /// <summary>Slot of the strength elasticity, or −1; also −1 where neither side can have another strength than 1.</summary>
    public int StrengthElasticity { get; init; } = -1;

    /// <summary>Dependencies in the order of the scenario.</summary>
    public DependencyPlan[] Depends { get; init; } = [];

    /// <summary>Conditions outside which the hazard is 0.</summary>
    public ConditionPlan[] While { get; init; } = [];

    /// <summary>Effects of interventions that scale it, in order of date, then name.</summary>
    public HazardEffectPlan[] Effects { get; set; } = [];

    /// <summary>Changes of its area that stabilise it, by index into <see cref="SimulationPlan.Stabilisers"/>.</summary>
    public int[] Stabilisers { get; set; } = [];

    /// <summary>Row that keeps the hazard without stabilisation, or −1.</summary>
    public int OpenRow { get; set; } = -1;

    /// <summary>True when a phase or a neighbour acts on it.</summary>
    public bool HasStateFactors => PhaseRatios.Length > 0 || PerNeighbour >= 0;

    /// <summary>True when it is folded in every step; set once every effect and stabiliser is known.</summary>
    public bool IsFolded { get; set; }

    /// <summary>True when more than holders and phases acts on it.</summary>
    public bool MustFold() =>
        PriceElasticity >= 0
        || StrengthElasticity >= 0
        || Effects.Length > 0
        || Stabilisers.Length > 0
        || Spec.Kind == HazardKind.Strike
        || Depends.Any(d => d.Kind != DependencyKind.Holds)
        || While.Any(c => c.Kind != ConditionKind.State);

    /// <summary>True when its rate must be recomputed in a lane where the chain changed.</summary>
    public bool DependsOn(int chain) =>
        (PhaseRatios.Length > 0 && Theatre == chain)
        || (PerNeighbour >= 0 && Neighbours.Contains(chain))
        || (!IsFolded && (Depends.Any(d => d.Index == chain) || While.Any(c => c.Index == chain)));
}

/// <summary>What a dependency reads.</summary>
internal enum DependencyKind
{
    /// <summary>Whether an actor holds an area.</summary>
    Holds,

    /// <summary>The strength of an actor relative to step 0.</summary>
    Strength,

    /// <summary>The pay ratio of an actor.</summary>
    Pay,
}

/// <summary>A dependency, by index.</summary>
/// <param name="Kind">What it reads.</param>
/// <param name="Index">Chain of the area, or the actor.</param>
/// <param name="State">Actor that holds the area; unused otherwise.</param>
/// <param name="Slot">Slot of the ratio or elasticity.</param>
internal sealed record DependencyPlan(DependencyKind Kind, int Index, int State, int Slot);

/// <summary>What a condition reads.</summary>
internal enum ConditionKind
{
    /// <summary>A chain is in a state: who holds an area, which phase rules.</summary>
    State,

    /// <summary>A price is above a level.</summary>
    PriceAbove,

    /// <summary>A price is below a level.</summary>
    PriceBelow,

    /// <summary>Gross revenue of the previous step is above a rate.</summary>
    RevenueAbove,
}

/// <summary>A condition, by index.</summary>
/// <param name="Kind">What it reads.</param>
/// <param name="Index">Chain, benchmark or actor.</param>
/// <param name="State">State of the chain; unused otherwise.</param>
/// <param name="Slot">Slot of the level, or −1.</param>
internal sealed record ConditionPlan(ConditionKind Kind, int Index, int State, int Slot);

/// <summary>How an intervention acts on a hazard.</summary>
internal enum HazardUse
{
    /// <summary>Multiplies it by 1 + f(ratio − 1).</summary>
    Ratio,

    /// <summary>Holds a phase: from the step start at which it was set, multiplies by 1 − f.</summary>
    Hold,

    /// <summary>A strike: multiplies by f, so that it is 0 where the intervention does not act.</summary>
    Presence,
}

/// <summary>An intervention that scales a hazard for the share f of a step in which it acts.</summary>
/// <param name="Intervention">Index of the intervention in the plan.</param>
/// <param name="Use">How it acts.</param>
/// <param name="Ratio">Slot of the hazard ratio, or −1.</param>
internal sealed record HazardEffectPlan(int Intervention, HazardUse Use, int Ratio);

/// <summary>A change that scales every hazard out of its area for a time after it fires.</summary>
/// <param name="Chain">Chain of the area.</param>
/// <param name="Ratio">Slot of the ratio.</param>
/// <param name="Time">Slot of the time, years.</param>
internal sealed record StabiliserPlan(int Chain, int Ratio, int Time);
