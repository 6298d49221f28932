using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Markets;

/// <summary>What a holder does with another's oil at its gates.</summary>
public enum PassagePolicy
{
    /// <summary>Lets it through free.</summary>
    Pass,

    /// <summary>Lets it through for a toll.</summary>
    Toll,

    /// <summary>Stops it.</summary>
    Block,
}

/// <summary>Who lets whom through; precedence in model.md §8.</summary>
public sealed record PassageRule
{
    /// <summary>Identity, <c>THROUGH&gt;OF</c> or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Holder of the gate.</summary>
    public required string Through { get; init; }

    /// <summary>Sellers it applies to; empty means any.</summary>
    public ImmutableArray<string> Of { get; init; } = [];

    /// <summary>Nodes it applies to; empty means all that <see cref="Through"/> holds, with one toll per route.</summary>
    public ImmutableArray<string> At { get; init; } = [];

    /// <summary>Phase in which it applies, or null for all; a rule with a phase goes before one without.</summary>
    public string? Phase { get; init; }

    /// <summary>Pass, toll or block.</summary>
    public required PassagePolicy Policy { get; init; }

    /// <summary>Toll, USD per barrel; one of the three is given with <see cref="PassagePolicy.Toll"/>.</summary>
    public Quantity? TollPerBarrel { get; init; }

    /// <summary>Toll as a share of delivered value.</summary>
    public Quantity? TollShare { get; init; }

    /// <summary>Toll in kind: share of the barrels, sold by the holder at the route's market.</summary>
    public Quantity? TollInKind { get; init; }
}
