using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Production;

/// <summary>Kind of a node.</summary>
public enum NodeKind
{
    /// <summary>Pipeline section.</summary>
    Pipeline,

    /// <summary>Export terminal.</summary>
    Terminal,

    /// <summary>Refinery.</summary>
    Refinery,

    /// <summary>Border crossing.</summary>
    Crossing,

    /// <summary>Checkpoint.</summary>
    Checkpoint,

    /// <summary>Fleet of trucks.</summary>
    Fleet,
}

/// <summary>A place that oil passes on its way: its capacity · condition limits what all routes send through it.</summary>
public sealed record Node
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of node.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>Area it lies in; the area's holder decides on passage.</summary>
    public required string Area { get; init; }

    /// <summary>Legal owner, or <c>nobody</c>.</summary>
    public string Owner { get; init; } = "nobody";

    /// <summary>Capacity, barrels per day; null for unlimited.</summary>
    public Quantity? Capacity { get; init; }

    /// <summary>Share of capacity intact, 0 to 1.</summary>
    public required Quantity Condition { get; init; }

    /// <summary>Place, for maps only.</summary>
    public GeoPoint? At { get; init; }
}
