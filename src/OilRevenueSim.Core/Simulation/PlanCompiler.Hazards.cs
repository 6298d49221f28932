namespace OilRevenueSim.Core.Simulation;

/// <summary>Hazards outside the chains: each has a clock, and the block keeps its rate.</summary>
internal sealed partial class PlanCompiler
{
    private readonly List<HazardPlan> hazards = [];

    /// <summary>Registers a hazard and returns its clock; <c>Block.Rates[clock]</c> holds its hazard in every step.</summary>
    private int AddHazard(HazardSpec spec)
    {
        var clock = plan.ClockCount++;
        hazards.Add(new HazardPlan(clock, spec, RegisterStream(spec.Stream), parameters.Add(spec.BaseRate)));
        return clock;
    }
}

/// <summary>A hazard outside the chains, compiled.</summary>
internal sealed record HazardPlan(int Clock, HazardSpec Spec, ulong Stream, int BaseRate);
