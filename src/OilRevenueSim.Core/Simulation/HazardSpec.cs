using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What a hazard belongs to.</summary>
internal enum HazardKind
{
    /// <summary>A control or phase change.</summary>
    Change,

    /// <summary>The start of a blockade.</summary>
    Blockade,

    /// <summary>An attack.</summary>
    Attack,

    /// <summary>A strike of an intervention.</summary>
    Strike,
}

/// <summary>A hazard, as a part of the model registers it with the compiler.</summary>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Identity">Identity of the blockade or attack, <c>AREA/FROM&gt;TO</c>, or <c>INTERVENTION/strikes-on/ACTOR</c>.</param>
/// <param name="Stream">Full name of its random stream.</param>
/// <param name="BaseRate">Base hazard, per year.</param>
/// <param name="Actor">Author or taker: index of the actor whose holdings <c>per-neighbour</c> counts and whose strength drives it.</param>
/// <param name="Area">Chain of the first place's area: its theatre's phase and its neighbours drive it; −1 for none.</param>
/// <param name="Drivers">Drivers.</param>
internal sealed record HazardSpec(
    HazardKind Kind,
    string Identity,
    string Stream,
    Quantity BaseRate,
    int Actor,
    int Area,
    HazardDrivers Drivers
)
{
    /// <summary>Actor against whose strength it is measured; −1 for whoever holds <see cref="Area"/>.</summary>
    public int Opponent { get; init; } = -1;
}
