using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Production;

/// <summary>A hazard that damages fields, nodes or tanks (model.md §7).</summary>
public sealed record Attack
{
    /// <summary>Identity, <c>by@target+target</c> (sorted) or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Stream, <c>attack/IDENTITY</c> by default; with <see cref="Each"/> followed by <c>@TARGET</c>.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Actor that attacks.</summary>
    public required string By { get; init; }

    /// <summary>Fields, nodes and <c>NODE.tanks</c>, ordinal order.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>Hazard per year: of the list as a whole, or of every target with <see cref="Each"/>.</summary>
    public required Quantity Rate { get; init; }

    /// <summary>Share of the remaining condition lost per hit.</summary>
    public EventLaw Damage { get; init; } = EventLaw.Default;

    /// <summary>Time for which a hit shuts its target without damage, years, or null.</summary>
    public EventLaw? Shuts { get; init; }

    /// <summary>True when every target has its own clock.</summary>
    public bool Each { get; init; }

    /// <summary>True when the actor attacks what it holds itself.</summary>
    public bool Own { get; init; }

    /// <summary>Self-excitation, or null.</summary>
    public AttackClustering? Clustering { get; init; }

    /// <summary>Drivers of its hazard.</summary>
    public HazardDrivers Drivers { get; init; } = HazardDrivers.None;
}

/// <summary>Each hit adds adds/fades·e^(−age/fades) to the hazard.</summary>
/// <param name="Adds">Expected further hits per hit, less than 1.</param>
/// <param name="Fades">Time constant, years.</param>
public sealed record AttackClustering(Quantity Adds, Quantity Fades);

/// <summary>Tanks at a terminal (model.md §7).</summary>
public sealed record Storage
{
    /// <summary>Size, barrels.</summary>
    public required Quantity Size { get; init; }

    /// <summary>Stock at step 0, barrels.</summary>
    public Quantity Stock { get; init; } = Quantity.Default;

    /// <summary>Share of the tanks intact.</summary>
    public Quantity Condition { get; init; } = Quantity.Default;

    /// <summary>Repair time, years, or null for never.</summary>
    public Quantity? RepairTime { get; init; }

    /// <summary>Cost of full repair, USD, or null for 0.</summary>
    public Quantity? RepairCost { get; init; }
}
