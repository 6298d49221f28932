using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Control;

/// <summary>What scales the hazard of a change, blockade or attack (model.md §6); all ratios are 1 where absent.</summary>
public sealed record HazardDrivers
{
    /// <summary>No driver.</summary>
    public static HazardDrivers None { get; } = new();

    /// <summary>Hazard ratios by phase of the theatre.</summary>
    public ImmutableArray<PhaseRatio> PhaseRatios { get; init; } = [];

    /// <summary>Ratio per neighbouring area held by the taker (or by the author of a blockade or attack), or null.</summary>
    public Quantity? PerNeighbour { get; init; }

    /// <summary>Elasticity ε_p to the price of <see cref="Follows"/> relative to its spot at step 0, or null.</summary>
    public Quantity? PriceElasticity { get; init; }

    /// <summary>Benchmark of the price driver; null where there is none.</summary>
    public string? Follows { get; init; }

    /// <summary>Elasticity ε_s to the relative strength of taker and holder, or null.</summary>
    public Quantity? StrengthElasticity { get; init; }

    /// <summary>Dependencies on other places and actors, of this theatre or another.</summary>
    public ImmutableArray<HazardDependency> Depends { get; init; } = [];

    /// <summary>Conditions outside which the hazard is 0.</summary>
    public ImmutableArray<StateCondition> While { get; init; } = [];
}

/// <summary>A driver that is the state of another place or actor.</summary>
public abstract record HazardDependency
{
    private protected HazardDependency() { }
}

/// <summary>Ratio while an actor holds an area.</summary>
/// <param name="Area">Area.</param>
/// <param name="By">Actor; the reader fills in the default of the catalogue.</param>
/// <param name="Ratio">Hazard ratio.</param>
public sealed record HoldsDependency(string Area, string By, Quantity Ratio) : HazardDependency;

/// <summary>(strength relative to step 0)^elasticity of an actor, strength held in [0.01, 100].</summary>
public sealed record StrengthDependency(string Actor, Quantity Elasticity) : HazardDependency;

/// <summary>(pay ratio)^elasticity of an actor, the ratio held in [0.01, 1].</summary>
public sealed record PayDependency(string Actor, Quantity Elasticity) : HazardDependency;

/// <summary>A condition on the state at a step's start.</summary>
public abstract record StateCondition
{
    private protected StateCondition() { }
}

/// <summary>An actor holds an area.</summary>
public sealed record HoldsCondition(string Area, string By) : StateCondition;

/// <summary>A phase rules in a theatre.</summary>
public sealed record PhaseCondition(string Theatre, string Phase) : StateCondition;

/// <summary>A benchmark is above or below a price, USD per barrel.</summary>
public sealed record PriceCondition(string Benchmark, bool Above, Quantity Price) : StateCondition;

/// <summary>An actor's gross revenue of the previous step is above a rate, USD per year.</summary>
public sealed record RevenueCondition(string Actor, Quantity Above) : StateCondition;
