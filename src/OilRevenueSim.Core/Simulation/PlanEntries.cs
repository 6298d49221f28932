namespace OilRevenueSim.Core.Simulation;

/// <summary>One competing change of a chain (an area's holder or a theatre's phase), by index.</summary>
/// <param name="Clock">Index of its clock, and of its hazard.</param>
/// <param name="Identity">Full identity, <c>AREA/FROM&gt;TO</c>.</param>
/// <param name="From">State that ends.</param>
/// <param name="To">State that begins.</param>
/// <param name="Stream">Hash of its random stream.</param>
internal sealed record ChangePlan(int Clock, string Identity, int From, int To, ulong Stream)
{
    /// <summary>Chains of the areas that move with it where <see cref="From"/> still holds them.</summary>
    public int[] Taken { get; init; } = [];

    /// <summary>Index into <see cref="SimulationPlan.Stabilisers"/>, or −1.</summary>
    public int Stabiliser { get; init; } = -1;
}

/// <summary>A continuous-time chain: an area's holder or a theatre's phase. Theatres come first.</summary>
/// <param name="Name">Name of the area or theatre, for messages.</param>
/// <param name="Start">State at step 0.</param>
/// <param name="Theatre">Chain of the phase that acts on it, or −1.</param>
/// <param name="Neighbours">Chains of the neighbouring areas.</param>
/// <param name="Phases">Phases of a theatre; empty for an area.</param>
internal sealed record ChainPlan(string Name, int Start, int Theatre, int[] Neighbours, string[] Phases)
{
    /// <summary>Competing changes in ordinal order of identity.</summary>
    public ChangePlan[] Changes { get; set; } = [];

    /// <summary>Moves (from, to) that other chains and interventions impose on it; from −1 for any state.</summary>
    public List<(int From, int To)> Imposed { get; } = [];

    /// <summary>Hazards, over all parts of the model, whose rate depends on this chain's state.</summary>
    public HazardPlan[] DependentHazards { get; set; } = [];

    /// <summary>Seller groups whose seller depends on this chain's state.</summary>
    public int[] DependentGroups { get; set; } = [];

    /// <summary>Carriages whose passage depends on this chain's state.</summary>
    public int[] DependentCarriages { get; set; } = [];

    /// <summary>Tanks whose stock changes its owner or gate with this chain's state.</summary>
    public int[] DependentTanks { get; set; } = [];

    /// <summary>Attacks whose targets lie in this area.</summary>
    public int[] DependentAttacks { get; set; } = [];

    /// <summary>Blockades whose places lie in this area or, where presence is enough, next to it.</summary>
    public int[] DependentBlockades { get; set; } = [];

    /// <summary>Assets whose repair depends on this chain's state.</summary>
    public int[] DependentAssets { get; set; } = [];
}

/// <summary>Chains whose clocks are resolved together, with all their changes in ordinal order of full identity.</summary>
/// <param name="Name">Name of its first chain, for messages.</param>
/// <param name="Chains">Its chains, ascending.</param>
/// <param name="Changes">Changes and the chains they belong to.</param>
internal sealed record ComponentPlan(string Name, int[] Chains, (int Chain, ChangePlan Change)[] Changes);

/// <summary>Fields that always share a seller: same area, same legal owner.</summary>
/// <param name="Area">Chain of the area.</param>
/// <param name="Owner">Legal owner.</param>
/// <param name="Sellers">Actors that can ever be the seller, ascending.</param>
/// <param name="UsesWorkforce">True when a workforce other than 1 can occur.</param>
internal sealed record SellerGroupPlan(int Area, int Owner, int[] Sellers, bool UsesWorkforce);

/// <summary>A field, by index and slots; <paramref name="LegalRoute"/> is the first route on which its owner may sell, or −1.</summary>
internal sealed record FieldPlan(
    string Name,
    int Group,
    int Owner,
    int Capacity,
    int Condition,
    int Workforce,
    int Premium,
    int LiftingCost,
    int LegalRoute
)
{
    /// <summary>Cell of the field on its legal route, once routes are compiled.</summary>
    public int LegalCell { get; set; } = -1;
}

/// <summary>A node, by index and slots; <paramref name="Capacity"/> −1 for unlimited.</summary>
internal sealed record NodePlan(string Name, int Area, int Capacity, int Condition)
{
    /// <summary>Legal owner.</summary>
    public int Owner { get; init; }

    /// <summary>Slot of a refinery's yield, or −1 for 1.</summary>
    public int Yield { get; init; } = -1;

    /// <summary>Slot of a refinery's uplift, or −1 for 0.</summary>
    public int Uplift { get; init; } = -1;

    /// <summary>Slot of its holder's fee, or −1 for 0.</summary>
    public int Fee { get; init; } = -1;

    /// <summary>Taps at the node, once they are compiled.</summary>
    public int[] Taps { get; set; } = [];

    /// <summary>Tank at the node, or −1.</summary>
    public int Tank { get; set; } = -1;
}

/// <summary>A market, by index and slots.</summary>
/// <param name="Name">Name of the market.</param>
/// <param name="Benchmark">Benchmark followed, or −1.</param>
/// <param name="IsLinked">Linked rule, else local rule.</param>
/// <param name="Level">Discount of a linked price, level of a local one.</param>
/// <param name="Slope">Differential of a linked price, elasticity of a local one.</param>
/// <param name="Reference">Reference price of a local rule, or −1 for the spot at step 0.</param>
/// <param name="Floor">Floor, USD per barrel.</param>
/// <param name="MaySell">[actor] who may sell here.</param>
/// <param name="Demand">Demand, or −1 for unlimited.</param>
/// <param name="Proceeds">Who gets which share of the proceeds.</param>
internal sealed record MarketPlan(
    string Name,
    int Benchmark,
    bool IsLinked,
    int Level,
    int Slope,
    int Reference,
    int Floor,
    bool[] MaySell,
    int Demand,
    ProceedsPlan[] Proceeds
)
{
    /// <summary>What of it wanders in place of <see cref="Level"/>, or −1.</summary>
    public int LevelWander { get; init; } = -1;

    /// <summary>What of it wanders in place of <see cref="Slope"/>, or −1.</summary>
    public int SlopeWander { get; init; } = -1;
}

/// <summary>A share of a market's proceeds.</summary>
internal sealed record ProceedsPlan(int Actor, int Share);

/// <summary>One field on one route.</summary>
/// <param name="Field">Field.</param>
/// <param name="Carriage">Carriage that decides on passage and tolls.</param>
/// <param name="Sales">[seller of the group] index of the sales account of (market, seller), −1 where it may not sell.</param>
/// <param name="FieldSales">[seller of the group] index of the sales account of (field, seller), −1 likewise.</param>
internal sealed record CellPlan(int Field, int Carriage, int[] Sales, int[] FieldSales);

/// <summary>A route, by index and slots; <paramref name="Capacity"/> −1 for unlimited.</summary>
internal sealed record RoutePlan(string Name, CellPlan[] Cells, int[] Nodes, int Market, int Transport, int Capacity)
{
    /// <summary>Taps, refineries and seizures on the way; null where every barrel that enters is delivered.</summary>
    public FlowPlan? Flow { get; init; }

    /// <summary>Its index.</summary>
    public required int Index { get; init; }

    /// <summary>Tanks at its last node, or null.</summary>
    public LoadingPlan? Loading { get; init; }
}

/// <summary>One seller group on one route: who lets it pass and for what.</summary>
/// <param name="Route">Route.</param>
/// <param name="Group">Seller group.</param>
/// <param name="Collectors">Actors that can ever take a toll here, ascending; empty where none can.</param>
/// <param name="TollLane">First toll lane: three lanes (per barrel, share with kind, kind) in all, then two per collector.</param>
/// <param name="StoreLane">As many toll lanes again for barrels that go into tanks at the end, due at the nodes before them, or −1.</param>
internal sealed record CarriagePlan(int Route, int Group, int[] Collectors, int TollLane, int StoreLane);

/// <summary>Sales of one actor in one market.</summary>
internal sealed record SalesAccountPlan(int Market, int Seller);

/// <summary>Sales of one actor from one field.</summary>
internal sealed record FieldSalesAccountPlan(int Field, int Seller);
