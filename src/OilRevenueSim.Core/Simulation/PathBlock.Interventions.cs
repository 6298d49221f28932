namespace OilRevenueSim.Core.Simulation;

/// <summary>Interventions: when they act in each path, and what they make of numbers.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[intervention][lane] first day of its effect, days since the start; +∞ where it does not act.</summary>
    public double[] EffectStart { get; private set; } = [];

    /// <summary>[intervention][lane] share of this step in which it acts.</summary>
    public double[] EffectShare { get; private set; } = [];

    /// <summary>[intervention][lane] 1 where it can still fire, else 0.</summary>
    public double[] Armed { get; private set; } = [];

    /// <summary>[intervention][lane] firings so far.</summary>
    public uint[] Firings { get; private set; } = [];

    /// <summary>[intervention that acts once][step][lane] true where it acts at the start of a step.</summary>
    public bool[] Due { get; private set; } = [];

    /// <summary>[override][lane] 1 where it holds.</summary>
    public double[] OverrideHolds { get; private set; } = [];

    /// <summary>[node][lane] factor of its capacity; lanes only where an effect scales one.</summary>
    public double[] NodeFactor { get; private set; } = [];

    /// <summary>[route][lane] factor of its capacity; lanes only where an effect scales one.</summary>
    public double[] RouteFactor { get; private set; } = [];

    /// <summary>[market][lane] factor of its demand; lanes only where an effect scales one.</summary>
    public double[] DemandFactor { get; private set; } = [];

    /// <summary>[scope · actors + actor][lane] factor of a finance quantity; lanes only where an effect scales one.</summary>
    public double[] FinanceFactor { get; private set; } = [];

    /// <summary>[added seizure][lane] share that interventions add.</summary>
    public double[] AddedSeizure { get; private set; } = [];

    /// <summary>[benchmark][lane] price used where an effect acts on one, USD/bbl.</summary>
    public double[] PricesUsed { get; private set; } = [];

    /// <summary>[benchmark][lane] ln of the price used.</summary>
    public double[] LogPricesUsed { get; private set; } = [];

    /// <summary>[3][lane] scratch of effects.</summary>
    public double[] EffectScratch { get; private set; } = [];

    private void AllocateInterventions(SimulationPlan plan)
    {
        var count = plan.Interventions.Length;
        EffectStart = Allocate(count);
        EffectShare = Allocate(count);
        Armed = Allocate(count);
        Firings = new uint[Math.Max(1, count) * Lanes];
        Due = new bool[plan.Interventions.Any(i => i.ActsOnce) ? count * plan.Grid.StepCount * Lanes : 0];
        OverrideHolds = Allocate(plan.Overrides.Length);
        NodeFactor = Allocate(plan.Scales(ScalingTarget.Node) ? plan.Nodes.Length : 0);
        RouteFactor = Allocate(plan.Scales(ScalingTarget.Route) ? plan.Routes.Length : 0);
        DemandFactor = Allocate(plan.Scales(ScalingTarget.Demand) ? plan.Markets.Length : 0);
        var scopes = Enum.GetValues<Interventions.FinanceScope>().Length;
        FinanceFactor = Allocate(plan.Scales(ScalingTarget.Finance) ? scopes * plan.Actors.Length : 0);
        AddedSeizure = Allocate(plan.AddedSeizures.Length);
        var usesPrices = plan.BenchmarkEffects.Any(e => e.Length > 0);
        PricesUsed = Allocate(usesPrices ? plan.BenchmarkEffects.Length : 0);
        LogPricesUsed = Allocate(usesPrices ? plan.BenchmarkEffects.Length : 0);
        EffectScratch = Allocate(3);
    }

    /// <summary>Lanes of a factor that interventions move.</summary>
    public Span<double> FactorOf(ScalingTarget target, int index) =>
        Of(
            target switch
            {
                ScalingTarget.Node => NodeFactor,
                ScalingTarget.Route => RouteFactor,
                ScalingTarget.Demand => DemandFactor,
                _ => FinanceFactor,
            },
            index
        );
}
