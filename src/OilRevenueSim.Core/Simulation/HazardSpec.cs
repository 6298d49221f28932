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

/// <summary>A hazard outside the chains, as a part of the model registers it with the compiler.</summary>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Identity">Identity of the blockade or attack, or <c>INTERVENTION/strikes-on/ACTOR</c>.</param>
/// <param name="Stream">Full name of its random stream.</param>
/// <param name="BaseRate">Base hazard, per year.</param>
/// <param name="Actor">Author: index of the actor whose holdings <c>per-neighbour</c> counts and whose strength drives it.</param>
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
);
