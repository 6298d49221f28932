namespace OilRevenueSim.Core.Simulation;

/// <summary>Condition of assets and the share of a step for which places are open.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[asset][lane] condition at the step's start, 0 to 1; assets are fields, then nodes, then tanks.</summary>
    public double[] Conditions { get; private set; } = [];

    /// <summary>[asset][lane] share φ of this step for which a field or node is not closed; 1 where nothing closes it.</summary>
    public double[] Open { get; private set; } = [];

    /// <summary>Lanes of φ of a node.</summary>
    public Span<double> OpenOfNode(int node) => Of(Open, Plan.Fields.Length + node);

    /// <summary>Lanes of the condition of a tank farm.</summary>
    public Span<double> ConditionOfTank(int tank) => Of(Conditions, Plan.Tanks[tank].Asset);

    private void AllocateDamage()
    {
        Conditions = Allocate(Plan.Assets.Length);
        Open = Allocate(Plan.Assets.Length);
        Array.Fill(Open, 1.0);
    }
}
