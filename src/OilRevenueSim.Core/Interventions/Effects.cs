using System.Collections.Immutable;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Interventions;

/// <summary>One effect of an intervention; the closed set of the catalogue.</summary>
public abstract record Effect
{
    private protected Effect() { }

    /// <summary>Identity, <c>verb/object</c>.</summary>
    public string Identity { get; init; } = "";
}

/// <summary>Which hazards a <see cref="HazardEffect"/> scales.</summary>
public enum HazardScope
{
    /// <summary>Control changes that take an area from the actor.</summary>
    ChangesFrom,

    /// <summary>Control changes by which the actor takes an area.</summary>
    ChangesTo,

    /// <summary>One change by its full identity <c>AREA/FROM&gt;TO</c> or <c>THEATRE/FROM&gt;TO</c>.</summary>
    Change,

    /// <summary>Attacks by the actor.</summary>
    AttacksBy,

    /// <summary>Blockades by the actor.</summary>
    BlockadesBy,
}

/// <summary>Scales hazards by a ratio.</summary>
public sealed record HazardEffect(HazardScope Scope, string Object, Quantity Ratio) : Effect;

/// <summary>Strikes on what an actor holds.</summary>
public sealed record StrikeEffect : Effect
{
    /// <summary>Actor struck.</summary>
    public required string On { get; init; }

    /// <summary>Stream, <c>strike/INTERVENTION</c>; with <see cref="Each"/> followed by <c>@TARGET</c>.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Hazard per year.</summary>
    public required Quantity Rate { get; init; }

    /// <summary>Share of the remaining condition lost per hit.</summary>
    public EventLaw Damage { get; init; } = EventLaw.Default;

    /// <summary>Time for which a hit shuts its target, years, or null.</summary>
    public EventLaw? Shuts { get; init; }

    /// <summary>Assets that may be struck; empty for all that the actor holds.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>True when every target has its own clock.</summary>
    public bool Each { get; init; }
}

/// <summary>Sets the phase of a theatre.</summary>
public sealed record PhaseEffect(string Theatre, string Phase, bool Hold) : Effect;

/// <summary>Sets the holder of an area.</summary>
public sealed record HolderEffect(string Area, string Actor) : Effect;

/// <summary>Ends what blocks a place, or one blockade; with an end, none may start until then.</summary>
public sealed record LiftBlockadeEffect(string Object) : Effect;

/// <summary>Closes a place.</summary>
public sealed record ImposeBlockadeEffect(string Place, string By) : Effect;

/// <summary>Scales capacity or demand of a node, market or route; <c>open</c> replaces <c>close</c> while it runs.</summary>
public sealed record CapacityEffect(string Object, bool Open, Quantity Factor) : Effect;

/// <summary>Overrides passage.</summary>
public sealed record PassageEffect(
    string Through,
    string Of,
    PassagePolicy Policy,
    Quantity? TollPerBarrel,
    Quantity? TollShare
) : Effect;

/// <summary>Adds seizure on a route or on all routes to a market.</summary>
public sealed record SeizeEffect(string Object, Quantity Share, string By) : Effect;

/// <summary>x ← x + f·(min(cap, max(floor, factor·x + shift)) − x) on a benchmark's or market's price.</summary>
public sealed record PriceEffect(string Object, Quantity? Factor, Quantity? Shift, Quantity? Cap, Quantity? Floor)
    : Effect;

/// <summary>Shifts a market's discount.</summary>
public sealed record DiscountEffect(string Market, Quantity Shift) : Effect;

/// <summary>Which finance quantity a <see cref="FinanceEffect"/> scales.</summary>
public enum FinanceScope
{
    /// <summary>The wage.</summary>
    Pay,

    /// <summary>Recruitment ρ.</summary>
    Recruitment,

    /// <summary>Inflow of fighters.</summary>
    Inflow,

    /// <summary>Attrition α.</summary>
    Attrition,

    /// <summary>Income other than from oil.</summary>
    OtherIncome,

    /// <summary>Income from areas held.</summary>
    AreaIncome,
}

/// <summary>Scales a finance quantity of an actor.</summary>
public sealed record FinanceEffect(FinanceScope Scope, string Actor, Quantity Factor) : Effect;

/// <summary>Pays an amount while it runs.</summary>
public sealed record TransferEffect(string From, string To, Quantity AmountPerYear) : Effect;
