using OilRevenueSim.Core.Interventions;

namespace OilRevenueSim.Core.Simulation;

/// <summary>An intervention of the course, compiled; in order of date, then name.</summary>
/// <param name="Name">Name, for messages.</param>
/// <param name="Stream">Hash of its random stream.</param>
/// <param name="FromDay">First day on which it can act, days since the start of the run; may be negative.</param>
/// <param name="EndDay">Day after the last on which it can act.</param>
/// <param name="HasEnd">True when the author gave an end.</param>
/// <param name="When">Conditions that trigger it; empty for a dated one.</param>
/// <param name="Repeat">True when it fires again after its condition has been false.</param>
/// <param name="Delay">Law of the delay of each firing, years, or null.</param>
/// <param name="Succeeds">Slot of the probability that it succeeds, or −1 for certain.</param>
internal sealed record InterventionPlan(
    string Name,
    ulong Stream,
    int FromDay,
    int EndDay,
    bool HasEnd,
    ConditionPlan[] When,
    bool Repeat,
    EventLawPlan? Delay,
    int Succeeds
)
{
    /// <summary>States that it sets, in ordinal order of effect.</summary>
    public StateEffectPlan[] States { get; set; } = [];

    /// <summary>What it lifts, one an effect.</summary>
    public LiftPlan[] Lifts { get; set; } = [];

    /// <summary>Indices into <see cref="SimulationPlan.ImposedBlockades"/> of those that it imposes.</summary>
    public int[] Imposes { get; set; } = [];

    /// <summary>True when it acts once, at a step's start.</summary>
    public bool ActsOnce => States.Length + Lifts.Length > 0;
}

/// <summary>Ends the blockades of a place, or one blockade.</summary>
/// <param name="Blockades">True for each blockade lifted, [blockade].</param>
/// <param name="Asset">Place, or −1 for one blockade.</param>
internal sealed record LiftPlan(bool[] Blockades, int Asset);

/// <summary>Sets the state of a chain: the holder of an area or the phase of a theatre.</summary>
internal sealed record StateEffectPlan(int Chain, int State);

/// <summary>One effect on a number, for the share of a step in which its intervention acts.</summary>
/// <param name="Intervention">Index into <see cref="SimulationPlan.Interventions"/>.</param>
/// <param name="Slot">Slot of the factor, share or shift.</param>
/// <param name="Replaces">True for <c>open</c>, which takes the place of what <c>close</c> made.</param>
internal sealed record ShareEffectPlan(int Intervention, int Slot, bool Replaces = false);

/// <summary>What a <see cref="ScalingPlan"/> scales.</summary>
internal enum ScalingTarget
{
    /// <summary>Capacity of a node.</summary>
    Node,

    /// <summary>Capacity of a route.</summary>
    Route,

    /// <summary>Demand of a market.</summary>
    Demand,

    /// <summary>A finance quantity, scope · actors + actor.</summary>
    Finance,
}

/// <summary>A factor that interventions move, 1 where none acts.</summary>
/// <param name="Target">What it scales.</param>
/// <param name="Index">Which.</param>
/// <param name="Effects">Effects in order: what closes, then what opens, each by date, then name.</param>
internal sealed record ScalingPlan(ScalingTarget Target, int Index, ShareEffectPlan[] Effects);

/// <summary>Seizure that interventions add on a route for an actor.</summary>
/// <param name="Route">Route.</param>
/// <param name="Actor">Who seizes; 0 is nobody.</param>
/// <param name="Effects">Shares added, each for the share of the step in which it acts.</param>
internal sealed record AddedSeizurePlan(int Route, int Actor, ShareEffectPlan[] Effects);

/// <summary>Money that an intervention pays while it acts.</summary>
/// <param name="Identity"><c>INTERVENTION/EFFECT</c>.</param>
/// <param name="Intervention">Index into <see cref="SimulationPlan.Interventions"/>.</param>
/// <param name="From">Payer, −1 for outside.</param>
/// <param name="To">Receiver.</param>
/// <param name="Amount">Slot, USD per year.</param>
internal sealed record TransferEffectPlan(string Identity, int Intervention, int From, int To, int Amount);

/// <summary>A blockade that an intervention imposes while it acts.</summary>
/// <param name="Asset">Asset that it closes.</param>
/// <param name="Intervention">Index into <see cref="SimulationPlan.Interventions"/>.</param>
/// <param name="By">Author.</param>
internal sealed record ImposedPlan(int Asset, int Intervention, int By);

/// <summary>x ← x + f·(min(cap, max(floor, factor·x + shift)) − x), by slots, −1 where absent.</summary>
internal sealed record PriceEffectPlan(int Intervention, int Factor, int Shift, int Cap, int Floor);

/// <summary>A passage rule while an intervention acts.</summary>
/// <param name="Intervention">Index into <see cref="SimulationPlan.Interventions"/>.</param>
/// <param name="Through">Holder of the gate.</param>
/// <param name="Of">Seller, −1 for any.</param>
/// <param name="Decision">As <see cref="PassageTable.Decide"/>.</param>
internal sealed record OverridePlan(int Intervention, int Through, int Of, int Decision)
{
    /// <summary>Carriages whose route passes an area that <see cref="Through"/> can hold.</summary>
    public int[] Carriages { get; set; } = [];
}
