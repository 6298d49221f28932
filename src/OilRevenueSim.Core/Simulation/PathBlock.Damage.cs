namespace OilRevenueSim.Core.Simulation;

/// <summary>Condition of assets and the share of a step for which places are open.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[asset][lane] condition at the step's start, 0 to 1; assets are fields, then nodes, then tanks.</summary>
    public double[] Conditions { get; private set; } = [];

    /// <summary>[asset][lane] share φ of this step for which a field or node is not closed; 1 where nothing closes it.</summary>
    public double[] Open { get; private set; } = [];

    /// <summary>[asset][lane] 1 where the holder lets the operator come to repair, else 0.</summary>
    public double[] Access { get; private set; } = [];

    /// <summary>[asset][lane] share of this step without a blockade of the asset by its holder.</summary>
    public double[] HolderOpen { get; private set; } = [];

    /// <summary>[group][lane] repair capability of the operator.</summary>
    public double[] Capability { get; private set; } = [];

    /// <summary>[group][lane] upkeep of the operator.</summary>
    public double[] Upkeep { get; private set; } = [];

    /// <summary>[attack][lane] 1 where there is something to hit, else 0.</summary>
    public double[] AttackApplies { get; private set; } = [];

    /// <summary>[attack][lane] Σ e^(−age/fades) of its hits.</summary>
    public double[] Excitement { get; private set; } = [];

    /// <summary>[asset][lane] time until which a hit shuts it, years since the start.</summary>
    public double[] ShutUntil { get; private set; } = [];

    /// <summary>Lanes of φ of a node.</summary>
    public Span<double> OpenOfNode(int node) => Of(Open, Plan.Fields.Length + node);

    /// <summary>Lanes of the condition of a tank farm.</summary>
    public Span<double> ConditionOfTank(int tank) => Of(Conditions, Plan.Tanks[tank].Asset);

    private void AllocateDamage()
    {
        Conditions = Allocate(Plan.Assets.Length);
        Open = Allocate(Plan.Assets.Length);
        Array.Fill(Open, 1.0);
        HolderOpen = Allocate(Plan.Assets.Length);
        Array.Fill(HolderOpen, 1.0);
        Access = Allocate(Plan.Assets.Length);
        Capability = Allocate(Plan.Groups.Length);
        Upkeep = Allocate(Plan.Groups.Length);
        AttackApplies = Allocate(Plan.Attacks.Length);
        Excitement = Allocate(Plan.Attacks.Length);
        ShutUntil = Allocate(Plan.Assets.Length);
    }
}
