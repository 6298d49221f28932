namespace OilRevenueSim.Core.Simulation;

/// <summary>What drives hazards beside prices, holders and phases.</summary>
internal sealed partial class PathBlock
{
    /// <summary>[actor][lane] strength relative to step 0; 1 without finance.</summary>
    public double[] Strength { get; private set; } = [];

    /// <summary>[actor][lane] pay ratio, 0 to 1; 1 without finance.</summary>
    public double[] PayRatio { get; private set; } = [];

    /// <summary>[actor][lane] ln of the strength held in [0.01, 100], where a hazard reads it.</summary>
    public double[] LogStrength { get; private set; } = [];

    /// <summary>[actor][lane] ln of the pay ratio held in [0.01, 1], where a hazard reads it.</summary>
    public double[] LogPay { get; private set; } = [];

    /// <summary>[actor][lane] gross revenue of the previous step, USD per year, where a condition reads it.</summary>
    public double[] GrossRate { get; private set; } = [];

    /// <summary>[actor][lane] gross revenue of the month before the step, USD, where a condition reads it.</summary>
    public double[] GrossBefore { get; private set; } = [];

    /// <summary>[open row][lane] hazard without stabilisation, per year.</summary>
    public double[] OpenRates { get; private set; } = [];

    /// <summary>[stabiliser][lane] time until which it acts, years since the start; −∞ where it never fired.</summary>
    public double[] StabilisedUntil { get; private set; } = [];

    /// <summary>[stabiliser][lane] factor of this step.</summary>
    public double[] StabilisedRatio { get; private set; } = [];

    /// <summary>[1][lane] strength of whoever holds an area, scratch.</summary>
    public double[] OpponentStrength { get; private set; } = [];

    private void AllocateHazards(SimulationPlan plan)
    {
        var actors = plan.Actors.Length;
        Strength = Allocate(actors);
        PayRatio = Allocate(actors);
        LogStrength = Allocate(plan.NeedsLogStrength ? actors : 0);
        LogPay = Allocate(plan.NeedsLogPay ? actors : 0);
        GrossRate = Allocate(plan.RevenueActors.Length > 0 ? actors : 0);
        GrossBefore = Allocate(plan.RevenueActors.Length > 0 ? actors : 0);
        OpenRates = Allocate(plan.OpenRowCount);
        StabilisedUntil = Allocate(plan.Stabilisers.Length);
        StabilisedRatio = Allocate(plan.Stabilisers.Length);
        OpponentStrength = Allocate(1);
        Array.Fill(Strength, 1.0);
        Array.Fill(PayRatio, 1.0);
    }
}
