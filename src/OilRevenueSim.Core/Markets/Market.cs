using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Markets;

/// <summary>Turns barrels into money.</summary>
public sealed record Market
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Rule that makes its price.</summary>
    public required MarketPrice Price { get; init; }

    /// <summary>Actors that may sell here; empty means any.</summary>
    public ImmutableArray<string> Sellers { get; init; } = [];

    /// <summary>Who gets which share of max(0, sales − lifting − transport − tolls); the rest stays with the seller.</summary>
    public ImmutableArray<ProceedsShare> Proceeds { get; init; } = [];

    /// <summary>Most it takes, barrels per day; null for unlimited.</summary>
    public Quantity? Demand { get; init; }

    /// <summary>Place, for maps only.</summary>
    public GeoPoint? At { get; init; }
}

/// <summary>A share of a market's proceeds.</summary>
/// <param name="Actor">Who gets it.</param>
/// <param name="Share">Share, 0 to 1.</param>
public sealed record ProceedsShare(string Actor, Quantity Share);

/// <summary>Rule that makes a market's price.</summary>
public abstract record MarketPrice
{
    private protected MarketPrice() { }

    /// <summary>Lowest price, USD per barrel.</summary>
    public Quantity Floor { get; init; } = Quantity.Default;
}

/// <summary>P = max(floor, S · (1 − discount) + differential).</summary>
public sealed record LinkedPrice : MarketPrice
{
    /// <summary>Benchmark S.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Discount, share of the benchmark; the median where it wanders.</summary>
    public Quantity Discount { get; init; } = Quantity.Default;

    /// <summary>Differential, USD per barrel; the median where it wanders.</summary>
    public Quantity Differential { get; init; } = Quantity.Default;

    /// <summary>How the log odds of the discount wander; null where it stays.</summary>
    public Wander? DiscountWander { get; init; }

    /// <summary>How the differential wanders, in USD per barrel; null where it stays.</summary>
    public Wander? DifferentialWander { get; init; }
}

/// <summary>A part of a price that wanders about its middle: an Ornstein-Uhlenbeck process with a stationary start (model.md §5).</summary>
/// <param name="StandardDeviation">Standard deviation on the part's scale, above zero.</param>
/// <param name="HalfLife">Time in which half of a deviation is gone, years.</param>
public sealed record Wander(Quantity StandardDeviation, Quantity HalfLife);

/// <summary>The scale on which a part of a price wanders.</summary>
internal enum WanderScale
{
    /// <summary>Logarithm: a level.</summary>
    Log,

    /// <summary>Log odds: a share.</summary>
    Logit,

    /// <summary>The amount itself.</summary>
    Additive,
}

/// <summary>P = max(floor, level · (S/S_ref)^elasticity): a captive market that hardly follows the world price.</summary>
public sealed record LocalPrice : MarketPrice
{
    /// <summary>Level, USD per barrel; the median where it wanders.</summary>
    public required Quantity Level { get; init; }

    /// <summary>How the logarithm of the level wanders; null where it stays.</summary>
    public Wander? LevelWander { get; init; }

    /// <summary>Benchmark S, or null for a level that follows nothing.</summary>
    public string? Follows { get; init; }

    /// <summary>Elasticity to the benchmark.</summary>
    public Quantity Elasticity { get; init; } = Quantity.Default;

    /// <summary>S_ref, USD per barrel; null for the benchmark's spot at step 0.</summary>
    public Quantity? Reference { get; init; }
}
