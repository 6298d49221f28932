using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>State of a block of paths as lanes, [entity][lane]; allocated once a worker, reused for every block.</summary>
internal sealed partial class PathBlock
{
    /// <summary>Allocates a block.</summary>
    /// <param name="plan">Plan that is run.</param>
    /// <param name="lanes">Paths in a block, a multiple of 256.</param>
    public PathBlock(SimulationPlan plan, int lanes)
    {
        Plan = plan;
        Lanes = lanes;
        Parameters = Allocate(plan.Parameters.LaneCount);
        Prices = Allocate(plan.Prices.Benchmarks.Length);
        LogPrices = Allocate(plan.Prices.Benchmarks.Length);
        StartLogPrices = Allocate(plan.Prices.Benchmarks.Length);
        States = Allocate(plan.Chains.Length);
        Clocks = Allocate(plan.ClockCount);
        Events = new uint[plan.ClockCount * lanes];
        StateRates = Allocate(plan.ClockCount);
        Rates = Allocate(plan.ClockCount);
        Sellers = Allocate(plan.Groups.Length);
        FormerSellers = Allocate(plan.Groups.Length);
        Skills = Allocate(plan.Groups.Length);
        RetrainRates = Allocate(plan.Groups.Length);
        Workforce = Allocate(plan.Fields.Length);
        Intact = Allocate(plan.Fields.Length);
        Undisturbed = Allocate(plan.Fields.Length);
        OwnWorkforce = Allocate(plan.Fields.Length);
        Sustainable = Allocate(plan.Fields.Length);
        Left = Allocate(plan.Fields.Length);
        NodeRoom = Allocate(plan.Nodes.Length);
        DemandRoom = Allocate(plan.Markets.Length);
        MarketPrices = Allocate(plan.Markets.Length);
        LocalReference = Allocate(plan.Markets.Length);
        Admitted = Allocate(plan.Carriages.Length);
        Tolls = Allocate(plan.TollLaneCount);
        StepSales = Allocate(plan.SalesAccounts.Length);
        StepCosts = Allocate(plan.SalesAccounts.Length);
        Accounts = Allocate(plan.AccountRows.Count);
        YearSums = Allocate(plan.SeriesPlans.Length);
        TotalSums = Allocate(plan.SeriesPlans.Length);
        Flows = Allocate(plan.Routes.Length == 0 ? 0 : plan.Routes.Max(r => r.Cells.Length));
        Scratch = Allocate(4);
        FiredLanes = new int[lanes];
        FiredCounts = new int[plan.Components.Length];
        FiredByComponent = new int[plan.Components.Length * lanes];
        AllocateHazards(plan);
        AllocateInterventions(plan);
        AllocateDamage();
        AllocateRamp();
        AllocateClosures();
        AllocateMoney();
    }

    public SimulationPlan Plan { get; }

    public int Lanes { get; }

    /// <summary>[parameter lane][lane].</summary>
    public double[] Parameters { get; }

    /// <summary>[benchmark][lane] price at the step's start, USD/bbl.</summary>
    public double[] Prices { get; }

    /// <summary>[benchmark][lane] log price at the step's start.</summary>
    public double[] LogPrices { get; }

    /// <summary>[benchmark][lane] log price at step 0.</summary>
    public double[] StartLogPrices { get; }

    /// <summary>[chain][lane] phase of a theatre or holder of an area, as a whole number.</summary>
    public double[] States { get; }

    /// <summary>[clock][lane] what a clock has left.</summary>
    public double[] Clocks { get; }

    /// <summary>[clock][lane] events so far.</summary>
    public uint[] Events { get; }

    /// <summary>[clock][lane] what holders and phases make of a hazard that is folded in every step, per year.</summary>
    public double[] StateRates { get; }

    /// <summary>[clock][lane] hazard of this step, per year.</summary>
    public double[] Rates { get; }

    /// <summary>[group][lane] seller, who is also the operator.</summary>
    public double[] Sellers { get; }

    /// <summary>[group][lane] seller of the step before.</summary>
    public double[] FormerSellers { get; }

    /// <summary>[group][lane] skill of the operator.</summary>
    public double[] Skills { get; }

    /// <summary>[group][lane] 1 / retrain time of the operator, per year.</summary>
    public double[] RetrainRates { get; }

    /// <summary>[field][lane] workforce.</summary>
    public double[] Workforce { get; }

    /// <summary>[field][lane] capacity · condition, b/d.</summary>
    public double[] Intact { get; }

    /// <summary>[field][lane] workforce that the legal owner would have, had nothing disturbed him.</summary>
    public double[] OwnWorkforce { get; }

    /// <summary>[field][lane] output without disturbance q°, b/d.</summary>
    public double[] Undisturbed { get; }

    /// <summary>[field][lane] sustainable output q*, b/d.</summary>
    public double[] Sustainable { get; }

    /// <summary>[field][lane] output not yet routed, b/d.</summary>
    public double[] Left { get; }

    /// <summary>[node][lane] capacity that earlier routes left, b/d.</summary>
    public double[] NodeRoom { get; }

    /// <summary>[market][lane] demand that earlier routes left, b/d.</summary>
    public double[] DemandRoom { get; }

    /// <summary>[market][lane] price, USD/bbl.</summary>
    public double[] MarketPrices { get; }

    /// <summary>[market][lane] log reference price of a local market.</summary>
    public double[] LocalReference { get; }

    /// <summary>[carriage][lane] 1 where the seller may pass and sell, else 0.</summary>
    public double[] Admitted { get; }

    /// <summary>[toll lane][lane] see <see cref="CarriagePlan.TollLane"/>.</summary>
    public double[] Tolls { get; }

    /// <summary>[sales account][lane] sales of this step, USD.</summary>
    public double[] StepSales { get; }

    /// <summary>[sales account][lane] lifting, transport and tolls of this step, USD.</summary>
    public double[] StepCosts { get; }

    /// <summary>[account][lane] of the month so far.</summary>
    public double[] Accounts { get; }

    /// <summary>[series][lane] of the year so far.</summary>
    public double[] YearSums { get; }

    /// <summary>[series][lane] of the run so far.</summary>
    public double[] TotalSums { get; }

    /// <summary>[cell of a route][lane] flow, b/d.</summary>
    public double[] Flows { get; }

    /// <summary>[4][lane] scratch of kernels.</summary>
    public double[] Scratch { get; }

    /// <summary>Lanes in which a chain fired, scratch.</summary>
    public int[] FiredLanes { get; }

    /// <summary>[component] lanes in which one of its chains changed in this step.</summary>
    public int[] FiredCounts { get; }

    /// <summary>[component][n] those lanes.</summary>
    public int[] FiredByComponent { get; }

    /// <summary>First path of the block.</summary>
    public uint FirstPath { get; set; }

    /// <summary>Lanes of a parameter slot.</summary>
    public ReadOnlySpan<double> Parameter(int slot) => Parameters.AsSpan(Plan.Parameters.LaneOf(slot) * Lanes, Lanes);

    /// <summary>Value of a parameter slot in one lane.</summary>
    public double Parameter(int slot, int lane) => Parameters[(Plan.Parameters.LaneOf(slot) * Lanes) + lane];

    /// <summary>Lanes of one entity in an array of this block.</summary>
    public Span<double> Of(double[] array, int entity) => array.AsSpan(entity * Lanes, Lanes);

    /// <summary>The lanes of an account of the month; one that no series reads shares a row with all others of its kind.</summary>
    public Span<double> Account(int account) => Of(Accounts, Plan.AccountRows[account]);

    /// <summary>The lanes of an account of the month; empty where no series reads it.</summary>
    public Span<double> AccountIfRead(int account) => Plan.AccountRows.Reads(account) ? Account(account) : [];

    private double[] Allocate(int entities) => LaneStore.Allocate(Math.Max(1, entities) * Lanes);
}
