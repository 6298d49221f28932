namespace OilRevenueSim.Core.Simulation;

/// <summary>Shares and factors of a step, and the state of tanks, taps and treasuries.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[node][lane] condition c, 0 to 1.</summary>
    public double[] NodeCondition { get; private set; } = [];

    /// <summary>[node][lane] share φ of the step for which it is open, blockades and shut-downs together.</summary>
    public double[] NodeOpen { get; private set; } = [];

    /// <summary>[node][lane] share of the step for which no blockade shuts it, at least <see cref="NodeOpen"/>.</summary>
    public double[] NodeUnblocked { get; private set; } = [];

    /// <summary>[node][lane] factor of its capacity.</summary>
    public double[] NodeFactor { get; private set; } = [];

    /// <summary>[node][lane] capacity · condition · open · factor of this step, b/d; <see cref="NodeCapacity"/> itself where nothing varies.</summary>
    public double[] NodeLimit { get; private set; } = [];

    /// <summary>[field][lane] condition c, 0 to 1.</summary>
    public double[] FieldCondition { get; private set; } = [];

    /// <summary>[field][lane] share φ of the step for which it is open, blockades and shut-downs together.</summary>
    public double[] FieldOpen { get; private set; } = [];

    /// <summary>[field][lane] share of the step for which no blockade shuts it, at least <see cref="FieldOpen"/>.</summary>
    public double[] FieldUnblocked { get; private set; } = [];

    /// <summary>[field][lane] output q that may be routed, b/d; <see cref="Sustainable"/> itself without a ramp.</summary>
    public double[] Available { get; private set; } = [];

    /// <summary>[field][lane] reach a of this step (model.md §7, Ramp); lanes only with a ramp.</summary>
    public double[] FieldReach { get; private set; } = [];

    /// <summary>[field][lane] all ones where a route that pays was narrower than its market.</summary>
    public double[] Bound { get; private set; } = [];

    /// <summary>[field][lane] 1 where any route admits the seller.</summary>
    public double[] AnyAdmitted { get; private set; } = [];

    /// <summary>[route][lane] factor of its capacity.</summary>
    public double[] RouteFactor { get; private set; } = [];

    /// <summary>[market][lane] factor of its demand.</summary>
    public double[] DemandFactor { get; private set; } = [];

    /// <summary>[tap][lane] share that it takes in this step.</summary>
    public double[] TapShares { get; private set; } = [];

    /// <summary>[tap][lane] share that it took in the step before.</summary>
    public double[] FormerTapShares { get; private set; } = [];

    /// <summary>[seizure][lane] share that interventions add.</summary>
    public double[] SeizureExtra { get; private set; } = [];

    /// <summary>[seizure][lane] share seized in this step.</summary>
    public double[] SeizureShares { get; private set; } = [];

    /// <summary>[reach lane][lane] see <see cref="FlowPlan.FirstReach"/>.</summary>
    public double[] Reach { get; private set; } = [];

    /// <summary>[uplift lane][lane] see <see cref="FlowPlan.FirstUplift"/>.</summary>
    public double[] Uplift { get; private set; } = [];

    /// <summary>[tank][lane] condition of the tanks.</summary>
    public double[] TankCondition { get; private set; } = [];

    /// <summary>[tank][lane] stock, barrels.</summary>
    public double[] Stock { get; private set; } = [];

    /// <summary>[tank][lane] owner of the stock; 0 is nobody.</summary>
    public double[] TankOwners { get; private set; } = [];

    /// <summary>[tank · 3 + 0 per barrel, 1 share with kind, 2 kind][lane] what the terminal charges the stock.</summary>
    public double[] TankTolls { get; private set; } = [];

    /// <summary>[tank][lane] 1 where the stock has been offered to a route in this step.</summary>
    public double[] TankServed { get; private set; } = [];

    /// <summary>[loading][lane] 1 where the route admits the stock's owner.</summary>
    public double[] LoadingAdmitted { get; private set; } = [];

    /// <summary>[transfer][lane] share of the step for which an effect pays it; 0 until the effect acts.</summary>
    public double[] TransferFactor { get; private set; } = [];

    /// <summary>[scope · actors + actor][lane] factor of a finance quantity; see <see cref="Interventions.FinanceScope"/>.</summary>
    public double[] FinanceFactor { get; private set; } = [];

    /// <summary>[actor][lane] strength at the step's start relative to step 0, held in [0.01, 100]; 1 without finance.</summary>
    public double[] Strength { get; private set; } = [];

    /// <summary>[actor][lane] pay ratio of the step before; 1 before step 0 and without finance.</summary>
    public double[] PayRatio { get; private set; } = [];

    /// <summary>[finance][lane] treasury, USD.</summary>
    public double[] Treasury { get; private set; } = [];

    /// <summary>[finance][lane] what a payer's treasury has left for transfers in this step, USD.</summary>
    public double[] TransferLimits { get; private set; } = [];

    /// <summary>[finance][lane] fighters.</summary>
    public double[] Fighters { get; private set; } = [];

    /// <summary>[finance][lane] pay ratio of this step.</summary>
    public double[] StepPay { get; private set; } = [];

    /// <summary>[watched actor][lane] gross revenue of the last step traded, USD per year; 0 before step 0.</summary>
    public double[] GrossRate { get; private set; } = [];

    /// <summary>[watched actor][lane] net revenue of the last step traded, USD.</summary>
    public double[] StepNet { get; private set; } = [];

    /// <summary>[watched actor][lane] gross and net of the month before this step, USD: gross at 2i, net at 2i + 1.</summary>
    public double[] MonthBefore { get; private set; } = [];

    /// <summary>[8][lane] scratch of money kernels.</summary>
    public double[] MoneyScratch { get; private set; } = [];

    /// <summary>Everything open and unscaled, as before the first step.</summary>
    public void ResetScalings()
    {
        Array.Fill(NodeOpen, 1.0);
        Array.Fill(NodeUnblocked, 1.0);
        Array.Fill(NodeFactor, 1.0);
        Array.Fill(FieldOpen, 1.0);
        Array.Fill(FieldUnblocked, 1.0);
        Array.Fill(RouteFactor, 1.0);
        Array.Fill(DemandFactor, 1.0);
        Array.Fill(FinanceFactor, 1.0);
        Array.Clear(SeizureExtra);
        Array.Clear(TransferFactor);
    }

    private void AllocateMoney()
    {
        var nodes = Array.IndexOf(Plan.NodeVaries, true) < 0 ? 0 : Plan.Nodes.Length;
        var fields = Array.IndexOf(Plan.FieldVaries, true) < 0 ? 0 : Plan.Fields.Length;
        NodeCondition = Allocate(nodes);
        NodeOpen = Allocate(nodes);
        NodeUnblocked = Allocate(nodes);
        NodeFactor = Allocate(nodes);
        NodeLimit = nodes == 0 ? NodeCapacity : Allocate(nodes);
        FieldCondition = Allocate(fields);
        FieldOpen = Allocate(fields);
        FieldUnblocked = Allocate(fields);
        Available = Plan.HasRamp ? Allocate(Plan.Fields.Length) : Sustainable;
        FieldReach = Allocate(Plan.HasRamp ? Plan.Fields.Length : 0);
        Bound = Allocate(Plan.Fields.Length);
        AnyAdmitted = Allocate(Plan.Fields.Length);
        RouteFactor = Allocate(Array.IndexOf(Plan.RouteVaries, true) < 0 ? 0 : Plan.Routes.Length);
        DemandFactor = Allocate(Array.IndexOf(Plan.DemandVaries, true) < 0 ? 0 : Plan.Markets.Length);
        TapShares = Allocate(Plan.Taps.Length);
        FormerTapShares = Allocate(Plan.Taps.Length);
        SeizureExtra = Allocate(Plan.Seizures.Length);
        SeizureShares = Allocate(Plan.Seizures.Length);
        Reach = Allocate(Plan.ReachLaneCount);
        Uplift = Allocate(Plan.UpliftLaneCount);
        TankCondition = Allocate(Plan.Tanks.Length);
        Stock = Allocate(Plan.Tanks.Length);
        TankOwners = Allocate(Plan.Tanks.Length);
        TankTolls = Allocate(3 * Plan.Tanks.Length);
        TankServed = Allocate(Plan.Tanks.Length);
        LoadingAdmitted = Allocate(Plan.LoadingCount);
        TransferFactor = Allocate(Plan.Transfers.Length);
        FinanceFactor = Allocate(Array.IndexOf(Plan.FinanceVaries, true) < 0 ? 0 : Plan.FinanceVaries.Length);
        Strength = Allocate(Plan.Actors.Length);
        PayRatio = Allocate(Plan.Actors.Length);
        Treasury = Allocate(Plan.Finances.Length);
        TransferLimits = Allocate(Plan.Finances.Length);
        Fighters = Allocate(Plan.Finances.Length);
        StepPay = Allocate(Plan.Finances.Length);
        GrossRate = Allocate(Plan.WatchedActors.Length);
        StepNet = Allocate(Plan.WatchedActors.Length);
        MonthBefore = Allocate(2 * Plan.WatchedActors.Length);
        MoneyScratch = Allocate(8);
        Array.Fill(Strength, 1.0);
        Array.Fill(PayRatio, 1.0);
    }
}
