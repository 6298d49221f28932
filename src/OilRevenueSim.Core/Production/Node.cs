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
    public Quantity Condition { get; init; } = Quantity.Default;

    /// <summary>Repair time constant, years, or null for never.</summary>
    public Quantity? RepairTime { get; init; }

    /// <summary>Cost of full repair, USD, or null for 0.</summary>
    public Quantity? RepairCost { get; init; }

    /// <summary>Product per barrel of crude of a refinery; null for 1.</summary>
    public Quantity? Yield { get; init; }

    /// <summary>Uplift of the price by a refinery; null for 0.</summary>
    public Quantity? Uplift { get; init; }

    /// <summary>Fee of its holder, USD per barrel; null for 0.</summary>
    public Quantity? Fee { get; init; }

    /// <summary>Tanks, or null.</summary>
    public Storage? Storage { get; init; }

    /// <summary>Place, for maps only.</summary>
    public GeoPoint? At { get; init; }
}
