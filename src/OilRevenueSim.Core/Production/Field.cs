using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Production;

/// <summary>Produces crude. Sustainable output q* = capacity · condition · workforce (model.md §7).</summary>
public sealed record Field
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Area it lies in; the area's holder decides who operates and who sells.</summary>
    public required string Area { get; init; }

    /// <summary>Legal owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Capacity, barrels per day.</summary>
    public required Quantity Capacity { get; init; }

    /// <summary>Share of capacity intact, 0 to 1.</summary>
    public Quantity Condition { get; init; } = Quantity.Default;

    /// <summary>Workforce at step 0 as a share; null for the operator's skill.</summary>
    public Quantity? Workforce { get; init; }

    /// <summary>Quality premium on every price, USD per barrel; may be negative.</summary>
    public Quantity Premium { get; init; } = Quantity.Default;

    /// <summary>Cost of lifting a barrel, USD per barrel.</summary>
    public Quantity LiftingCost { get; init; } = Quantity.Default;

    /// <summary>Repair time constant, years, or null for never.</summary>
    public Quantity? RepairTime { get; init; }

    /// <summary>Cost of full repair, USD, or null for 0.</summary>
    public Quantity? RepairCost { get; init; }

    /// <summary>Natural decline, log rate per year, or null for 0.</summary>
    public Quantity? Decline { get; init; }

    /// <summary>Decline added by neglect, log rate per year at upkeep 0, or null for 0.</summary>
    public Quantity? Neglect { get; init; }

    /// <summary>Decline added while shut in, log rate per year, or null for 0.</summary>
    public Quantity? ShutInLoss { get; init; }

    /// <summary>Restart time as a share of the outage; null for uniform 0.105 to 0.132.</summary>
    public Quantity? Restart { get; init; }

    /// <summary>Day since which it has been shut at step 0, or null.</summary>
    public DateOnly? ShutSince { get; init; }

    /// <summary>Place, for maps only.</summary>
    public GeoPoint? At { get; init; }
}
