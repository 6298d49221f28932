using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Control;

/// <summary>The unit of control: exactly one actor, or <c>nobody</c>, holds it at a time.</summary>
public sealed record Area
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Actor that holds it at step 0, or <c>nobody</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>Neighbouring areas; symmetric, ordinal order, completed by the reader.</summary>
    public ImmutableArray<string> Neighbours { get; init; } = [];

    /// <summary>Theatre whose phases apply.</summary>
    public string Theatre { get; init; } = "main";

    /// <summary>Who it belongs to by law, or <c>nobody</c>; for maps and reports only.</summary>
    public string Owner { get; init; } = "nobody";

    /// <summary>Latitude and longitude in degrees, for maps only.</summary>
    public GeoPoint? At { get; init; }

    /// <summary>Ways in which it may change hands, in ordinal order of identity.</summary>
    public ImmutableArray<ControlChange> Changes { get; init; } = [];
}

/// <summary>
/// One competing hazard of an area: λ = base · HR[phase] · HR_n^(neighbours held by To) · (S/S_ref)^ε_p while From holds it.
/// </summary>
public sealed record ControlChange
{
    /// <summary>Local identity, <c>FROM&gt;TO</c> or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Name of the random stream, <c>control/AREA/FROM&gt;TO</c> unless <c>stream:</c> keeps another.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Holder that loses the area.</summary>
    public required string From { get; init; }

    /// <summary>Holder that takes the area.</summary>
    public required string To { get; init; }

    /// <summary>Base hazard per year with all ratios 1.</summary>
    public required Quantity BaseRate { get; init; }

    /// <summary>Areas still held by <see cref="From"/> that move at the same instant, ordinal order.</summary>
    public ImmutableArray<string> TakesWith { get; init; } = [];

    /// <summary>Ratio on every change out of the area for <see cref="StabilisedFor"/> after it fires, or null.</summary>
    public Quantity? StabilisedRatio { get; init; }

    /// <summary>Time for which it stabilises, years, or null.</summary>
    public Quantity? StabilisedFor { get; init; }

    /// <summary>Drivers beyond phase, neighbour and price: strength, dependencies, conditions.</summary>
    public HazardDrivers Drivers { get; init; } = HazardDrivers.None;

    /// <summary>Hazard ratios by phase of the area's theatre; 1 where absent.</summary>
    public ImmutableArray<PhaseRatio> PhaseRatios { get; init; } = [];

    /// <summary>Hazard ratio per neighbouring area held by <see cref="To"/> at the step's start, or null for 1.</summary>
    public Quantity? PerNeighbour { get; init; }

    /// <summary>Elasticity ε_p to the price of <see cref="Follows"/> relative to its spot at step 0, or null for 0.</summary>
    public Quantity? PriceElasticity { get; init; }

    /// <summary>Benchmark that the price driver follows; null where there is none.</summary>
    public string? Follows { get; init; }
}

/// <summary>Hazard ratio while a phase rules.</summary>
/// <param name="Phase">Phase of the theatre.</param>
/// <param name="Ratio">Hazard ratio, zero or more.</param>
public sealed record PhaseRatio(string Phase, Quantity Ratio);
