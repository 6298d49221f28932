using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Control;

/// <summary>What a blockade needs to run.</summary>
public enum BlockadeRequirement
{
    /// <summary>Its author holds the place's area.</summary>
    Holds,

    /// <summary>Its author holds the area or a neighbour of it.</summary>
    Presence,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Someone shuts places for leverage: starts at a hazard, lasts a drawn time, earns its author nothing (model.md §6).</summary>
public sealed record Blockade
{
    /// <summary>Identity, <c>by@place+place</c> (sorted) or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Stream, <c>blockade/IDENTITY</c> by default.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Actor that shuts.</summary>
    public required string By { get; init; }

    /// <summary>Nodes and fields shut, ordinal order.</summary>
    public required ImmutableArray<string> At { get; init; }

    /// <summary>Hazard of a start while none runs, per year; from the end of one to the start of the next.</summary>
    public required Quantity Rate { get; init; }

    /// <summary>Law of the duration of every blockade, years, by its parts.</summary>
    public required EventLaw Lasts { get; init; }

    /// <summary>Day since which one has been running at step 0, or null.</summary>
    public DateOnly? ActiveSince { get; init; }

    /// <summary>True when one runs at step 0 since an unknown day (equilibrium residual).</summary>
    public bool ActiveAtStart { get; init; }

    /// <summary>What it needs to run.</summary>
    public BlockadeRequirement Requires { get; init; }

    /// <summary>Drivers of its hazard.</summary>
    public HazardDrivers Drivers { get; init; } = HazardDrivers.None;
}
