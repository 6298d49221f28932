namespace OilRevenueSim.Core.Simulation;

/// <summary>Shares and factors of a step, and the state of tanks, taps and treasuries.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[asset][lane] share of this step for which no blockade closes it, at least φ; 1 where nothing can.</summary>
    public double[] Unblocked { get; private set; } = [];

    /// <summary>[field][lane] all ones where a route that pays was narrower than its market.</summary>
    public double[] Bound { get; private set; } = [];

    /// <summary>[field][lane] 1 where any route admits the seller.</summary>
    public double[] AnyAdmitted { get; private set; } = [];

    /// <summary>[tap][lane] share that it takes in this step.</summary>
    public double[] TapShares { get; private set; } = [];

    /// <summary>[tap][lane] share that it took in the step before.</summary>
    public double[] FormerTapShares { get; private set; } = [];

    /// <summary>[seizure][lane] share seized in this step.</summary>
    public double[] SeizureShares { get; private set; } = [];

    /// <summary>[arrival lane][lane] see <see cref="FlowPlan.FirstArrival"/>.</summary>
    public double[] Arrivals { get; private set; } = [];

    /// <summary>[uplift lane][lane] see <see cref="FlowPlan.FirstUplift"/>.</summary>
    public double[] Uplift { get; private set; } = [];

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

    /// <summary>[finance][lane] treasury, USD.</summary>
    public double[] Treasury { get; private set; } = [];

    /// <summary>[finance][lane] what a payer's treasury has left for transfers in this step, USD.</summary>
    public double[] TransferLimits { get; private set; } = [];

    /// <summary>[finance][lane] fighters.</summary>
    public double[] Fighters { get; private set; } = [];

    /// <summary>[finance][lane] pay ratio of this step.</summary>
    public double[] StepPay { get; private set; } = [];

    /// <summary>[finance][lane] net revenue of this step, USD; before its trade, that of the month so far.</summary>
    public double[] StepNet { get; private set; } = [];

    /// <summary>[8][lane] scratch of money kernels.</summary>
    public double[] MoneyScratch { get; private set; } = [];

    private void AllocateMoney()
    {
        Unblocked = Allocate(Plan.Assets.Length);
        Bound = Allocate(Plan.Fields.Length);
        AnyAdmitted = Allocate(Plan.Fields.Length);
        TapShares = Allocate(Plan.Taps.Length);
        FormerTapShares = Allocate(Plan.Taps.Length);
        SeizureShares = Allocate(Plan.Seizures.Length);
        Arrivals = Allocate(Plan.ArrivalLaneCount);
        Uplift = Allocate(Plan.UpliftLaneCount);
        Stock = Allocate(Plan.Tanks.Length);
        TankOwners = Allocate(Plan.Tanks.Length);
        TankTolls = Allocate(3 * Plan.Tanks.Length);
        TankServed = Allocate(Plan.Tanks.Length);
        LoadingAdmitted = Allocate(Plan.LoadingCount);
        Treasury = Allocate(Plan.Finances.Length);
        TransferLimits = Allocate(Plan.Finances.Length);
        Fighters = Allocate(Plan.Finances.Length);
        StepPay = Allocate(Plan.Finances.Length);
        StepNet = Allocate(Plan.Finances.Length);
        MoneyScratch = Allocate(8);
    }
}
