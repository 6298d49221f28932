using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Markets;

/// <summary>Fields → nodes in order → market. The order of routes is their priority.</summary>
public sealed record Route
{
    /// <summary>Identity, <c>field+field&gt;via&gt;…&gt;market</c> with fields sorted, or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Fields that feed it, ordinal order.</summary>
    public required ImmutableArray<string> Fields { get; init; }

    /// <summary>Nodes passed, in order.</summary>
    public ImmutableArray<string> Via { get; init; } = [];

    /// <summary>Market at its end.</summary>
    public required string To { get; init; }

    /// <summary>Cost of transport, USD per barrel, paid by the seller.</summary>
    public Quantity Transport { get; init; } = Quantity.Default;

    /// <summary>Capacity of the route itself, barrels per day; null for unlimited.</summary>
    public Quantity? Capacity { get; init; }

    /// <summary>Share of the barrels seized on the way, or null for 0.</summary>
    public Quantity? Seizure { get; init; }

    /// <summary>Who seizes, or <c>nobody</c>.</summary>
    public string SeizedBy { get; init; } = "nobody";

    /// <summary>Lower goes first; equal priorities keep file order.</summary>
    public int Priority { get; init; }
}
