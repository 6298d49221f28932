namespace OilRevenueSim.Core.Simulation;

/// <summary>What happens to barrels between the start of a route and its market; a route without it delivers all.</summary>
/// <param name="FirstArrival">
/// First arrival lane. For K nodes: share of a barrel that reaches node p at p, that passes the last at K, that is delivered
/// at K + 1, that a barrel of stock delivers at K + 2, and that is seized of what passes the last node at K + 3.
/// </param>
/// <param name="FirstUplift">First uplift lane: price ratio of refineries passed before node p at p, all of them at K.</param>
/// <param name="Seizures">Seizures at its end.</param>
/// <param name="Moves">True when a condition or an intervention may change it from step to step.</param>
internal sealed record FlowPlan(int FirstArrival, int FirstUplift, int[] Seizures, bool Moves)
{
    /// <summary>Lanes beyond the nodes: passed, delivered, of stock, seized.</summary>
    public const int ArrivalsBeyondNodes = 4;
}

/// <summary>A field or a tank farm whose oil can come to a place.</summary>
/// <param name="Field">Field, or −1.</param>
/// <param name="Tank">Tank, or −1.</param>
/// <param name="Ways">Routes on which it comes, and the arrival that says which share of a barrel does; see <see cref="FlowPlan.FirstArrival"/>.</param>
internal sealed record SourcePlan(int Field, int Tank, (int Route, int Arrival)[] Ways);

/// <summary>Theft of a share of what flows through a node, by index and slots.</summary>
/// <param name="Identity">Identity, the channel of its sales.</param>
/// <param name="Actor">Thief.</param>
/// <param name="Node">Node.</param>
/// <param name="Share">Share of the flow.</param>
/// <param name="Discount">Discount on the route's price.</param>
/// <param name="Transport">Transport, USD per barrel.</param>
/// <param name="While">Conditions outside which nothing is stolen.</param>
internal sealed record TapPlan(
    string Identity,
    int Actor,
    int Node,
    int Share,
    int Discount,
    int Transport,
    ConditionPlan[] While
)
{
    /// <summary>Carriages with tolls behind the tap, whose tolls per entering barrel change with it.</summary>
    public int[] Carriages { get; set; } = [];
}

/// <summary>Seizure at the end of a route.</summary>
/// <param name="Route">Route.</param>
/// <param name="Actor">Who seizes; 0 is nobody.</param>
/// <param name="Share">Slot of the share, or −1 where only an intervention seizes.</param>
internal sealed record SeizurePlan(int Route, int Actor, int Share)
{
    /// <summary>Index of what interventions add to it, or −1.</summary>
    public int Added { get; set; } = -1;
}

/// <summary>Tanks at a terminal, by index and slots.</summary>
/// <param name="Node">Terminal.</param>
/// <param name="Size">Size, barrels.</param>
/// <param name="Stock">Stock at step 0, barrels.</param>
/// <param name="Asset">Its asset, whose condition is that of the tanks.</param>
internal sealed record TankPlan(int Node, int Size, int Stock, int Asset)
{
    /// <summary>Chain of its area.</summary>
    public int Area { get; set; }

    /// <summary>Legal owner of the terminal.</summary>
    public int LegalOwner { get; set; }

    /// <summary>Actors that can ever own the stock, ascending, without nobody.</summary>
    public int[] Owners { get; set; } = [];

    /// <summary>Actors that can ever charge the stock at the terminal's gate, ascending.</summary>
    public int[] Collectors { get; set; } = [];

    /// <summary>Routes that end at the terminal, in order of priority.</summary>
    public int[] Routes { get; set; } = [];
}

/// <summary>A route that ends at a terminal with tanks, as the stock sees it.</summary>
/// <param name="Tank">Tank.</param>
/// <param name="Loading">Index of its lane of admission.</param>
/// <param name="Sales">[owner of the tank] index of the sales account of (market, owner), −1 where it may not sell.</param>
internal sealed record LoadingPlan(int Tank, int Loading, int[] Sales);

/// <summary>Money paid by an actor, or from outside, to another.</summary>
/// <param name="Identity">Identity, or <c>INTERVENTION/transfer/FROM&gt;TO</c> of an effect.</param>
/// <param name="From">Payer, −1 for outside.</param>
/// <param name="To">Receiver.</param>
/// <param name="Amount">Slot, USD per year.</param>
/// <param name="While">Conditions outside which nothing is paid.</param>
/// <param name="StepShares">[step] share of the step that its dates cover; empty where there are none.</param>
/// <param name="Intervention">Intervention that pays it while it acts, or −1.</param>
internal sealed record TransferPlan(
    string Identity,
    int From,
    int To,
    int Amount,
    ConditionPlan[] While,
    double[] StepShares,
    int Intervention
);

/// <summary>Treasury and fighters of an actor, by slots; rates per year.</summary>
/// <param name="Actor">Actor.</param>
/// <param name="AreaIncome">Chain of an area and slot of the income from holding it.</param>
internal sealed record FinancePlan(int Actor, (int Chain, int Slot)[] AreaIncome)
{
    public required int Fighters { get; init; }

    public required int Wage { get; init; }

    public required int Treasury { get; init; }

    public required int OtherIncome { get; init; }

    public required int Spending { get; init; }

    public required int Reserve { get; init; }

    public required int Attrition { get; init; }

    /// <summary>Slot of ρ; that of α where none is given.</summary>
    public required int Recruitment { get; init; }

    public required int RecruitElasticity { get; init; }

    public required int StrengthElasticity { get; init; }

    public required int Inflow { get; init; }
}
