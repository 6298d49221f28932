using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Control;

/// <summary>A country or region with its own political phases: a continuous-time chain with given hazards.</summary>
public sealed record Theatre
{
    /// <summary>Name; <c>main</c> where a scenario has one theatre.</summary>
    public required string Name { get; init; }

    /// <summary>Phase at step 0; null where the scenario has no phases.</summary>
    public string? StartPhase { get; init; }

    /// <summary>All phases named, in ordinal order.</summary>
    public ImmutableArray<string> Phases { get; init; } = [];

    /// <summary>Phase changes, in ordinal order of identity.</summary>
    public ImmutableArray<PhaseChange> Changes { get; init; } = [];
}

/// <summary>One competing hazard between two phases.</summary>
public sealed record PhaseChange
{
    /// <summary>Local identity, <c>FROM&gt;TO</c> or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Name of the random stream, <c>phase/THEATRE/FROM&gt;TO</c> by default.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Phase that ends.</summary>
    public required string From { get; init; }

    /// <summary>Phase that begins.</summary>
    public required string To { get; init; }

    /// <summary>Dependencies on other places and actors.</summary>
    public ImmutableArray<HazardDependency> Depends { get; init; } = [];

    /// <summary>Hazard per year.</summary>
    public required Quantity Rate { get; init; }
}
