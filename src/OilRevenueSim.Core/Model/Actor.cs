using System.Collections.Immutable;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Model;

/// <summary>Kind of an actor, for reports.</summary>
public enum ActorKind
{
    /// <summary>Government.</summary>
    Government,

    /// <summary>Armed group.</summary>
    ArmedGroup,

    /// <summary>Company.</summary>
    Company,

    /// <summary>Outside power.</summary>
    Outside,
}

/// <summary>A government, armed group, company or outside power.</summary>
public sealed record Actor
{
    /// <summary>Name of the holder of what nobody holds; index 0 in every plan.</summary>
    public const string Nobody = "nobody";

    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Name for readers.</summary>
    public string Label { get; init; } = "";

    /// <summary>Kind, or null where not said.</summary>
    public ActorKind? Kind { get; init; }

    /// <summary>True when it sells what it holds on its own account; false when the legal owner sells.</summary>
    public bool SellsOnOwnAccount { get; init; }

    /// <summary>Actors with which it shares passage; symmetric, not transitive; completed by the reader.</summary>
    public ImmutableArray<string> Aligned { get; init; } = [];

    /// <summary>Output, as a share, that an asset it operates reaches once its workforce has settled.</summary>
    public Quantity Skill { get; init; } = Quantity.Default;

    /// <summary>Share of the workforce that stays when it takes over.</summary>
    public Quantity Retention { get; init; } = Quantity.Default;

    /// <summary>Upkeep of what it operates, a share; null for 1.</summary>
    public Quantity? Upkeep { get; init; }

    /// <summary>Speed of repair of what it operates; null for 1.</summary>
    public Quantity? Capability { get; init; }

    /// <summary>Treasury and fighters, or null.</summary>
    public Finances? Finance { get; init; }

    /// <summary>Time constant with which the workforce moves to <see cref="Skill"/>, years.</summary>
    public Quantity RetrainTime { get; init; } = Quantity.Default;
}
