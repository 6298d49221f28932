using OilRevenueSim.Core.Control;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Hazards: each has a clock, and the block keeps its rate.</summary>
internal sealed partial class PlanCompiler
{
    private readonly List<HazardPlan> hazards = [];

    /// <summary>Registers a hazard and returns its clock; <c>Block.Rates[clock]</c> holds its hazard in every step.</summary>
    /// <remarks>All are registered before <see cref="CompileHazards"/>.</remarks>
    private int AddHazard(HazardSpec spec)
    {
        var clock = plan.ClockCount++;
        var drivers = spec.Drivers;
        var follows = drivers.PriceElasticity is null ? -1 : Index(benchmarkIndex, drivers.Follows ?? "", "benchmark");
        var theatre = spec.Area < 0 ? -1 : plan.Chains[spec.Area].Theatre;
        hazards.Add(
            new HazardPlan(clock, spec, RegisterStream(spec.Stream), parameters.Add(spec.BaseRate))
            {
                Theatre = theatre,
                PhaseRatios = PhaseRatiosOf(drivers, theatre),
                PerNeighbour = parameters.AddOptional(drivers.PerNeighbour),
                Neighbours = drivers.PerNeighbour is null || spec.Area < 0 ? [] : plan.Chains[spec.Area].Neighbours,
                PriceElasticity = parameters.AddOptional(drivers.PriceElasticity),
                Follows = follows,
                StrengthElasticity = HasStrength(spec) ? parameters.AddOptional(drivers.StrengthElasticity) : -1,
                Depends = [.. drivers.Depends.Select(CompileDependency)],
                While = [.. drivers.While.Select(CompileCondition)],
            }
        );
        return clock;
    }

    private int[] PhaseRatiosOf(HazardDrivers drivers, int theatre)
    {
        if (drivers.PhaseRatios.Length == 0)
        {
            return [];
        }

        var phases = theatre < 0 ? [] : plan.Chains[theatre].Phases;
        var unknown = drivers.PhaseRatios.FirstOrDefault(r => !phases.Contains(r.Phase));
        if (unknown is not null)
        {
            throw new ArgumentException(
                $"'{unknown.Phase}' is no phase of the theatre; it has [{string.Join(", ", phases)}].",
                nameof(drivers)
            );
        }

        return
        [
            .. phases.Select(p => parameters.AddOptional(drivers.PhaseRatios.FirstOrDefault(r => r.Phase == p)?.Ratio)),
        ];
    }

    /// <summary>False where both sides have no finance, and so always the strength of step 0.</summary>
    private bool HasStrength(HazardSpec spec) =>
        spec.Drivers.StrengthElasticity is not null
        && (
            HasFinance(spec.Actor)
            || (
                spec.Opponent < 0
                    ? spec.Area >= 0 && scenario.Actors.Any(a => a.Finance is not null)
                    : HasFinance(spec.Opponent)
            )
        );

    private bool HasFinance(int actor) =>
        actor > 0 && scenario.Actors.Single(a => a.Name == plan.Actors[actor]).Finance is not null;

    private DependencyPlan CompileDependency(HazardDependency dependency) =>
        dependency switch
        {
            HoldsDependency d => new(
                DependencyKind.Holds,
                Index(areaChain, d.Area, "area"),
                Index(actorIndex, d.By, "actor"),
                parameters.Add(d.Ratio)
            ),
            StrengthDependency d => new(
                DependencyKind.Strength,
                Index(actorIndex, d.Actor, "actor"),
                -1,
                parameters.Add(d.Elasticity)
            ),
            PayDependency d => new(
                DependencyKind.Pay,
                Index(actorIndex, d.Actor, "actor"),
                -1,
                parameters.Add(d.Elasticity)
            ),
            _ => throw new ArgumentException($"The dependency {dependency} is not known.", nameof(dependency)),
        };

    /// <summary>Compiles a condition on the state at a step's start.</summary>
    private ConditionPlan CompileCondition(StateCondition condition)
    {
        switch (condition)
        {
            case HoldsCondition c:
                return new(ConditionKind.State, Index(areaChain, c.Area, "area"), Index(actorIndex, c.By, "actor"), -1);
            case PhaseCondition c:
                var theatre = Index(theatreIndex, c.Theatre, "theatre");
                return new(ConditionKind.State, theatre, PhaseOf(theatre, c.Phase), -1);
            case PriceCondition c:
                return new(
                    c.Above ? ConditionKind.PriceAbove : ConditionKind.PriceBelow,
                    Index(benchmarkIndex, c.Benchmark, "benchmark"),
                    -1,
                    parameters.Add(c.Price)
                );
            case RevenueCondition c:
                var actor = Index(actorIndex, c.Actor, "actor");
                plan.RevenueActors = [.. plan.RevenueActors.Append(actor).Distinct().Order()];
                return new(ConditionKind.RevenueAbove, actor, -1, parameters.Add(c.Above));
            default:
                throw new ArgumentException($"The condition {condition} is not known.", nameof(condition));
        }
    }

    private int PhaseOf(int theatre, string phase)
    {
        var index = Array.IndexOf(plan.Chains[theatre].Phases, phase);
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"'{phase}' is no phase of theatre '{plan.Chains[theatre].Name}'.",
                nameof(phase)
            );
    }

    /// <summary>Once every hazard is registered: which are folded in every step, and what they read.</summary>
    private void CompileHazards()
    {
        plan.Hazards = [.. hazards];
        var folded = new List<HazardPlan>();
        foreach (var hazard in hazards)
        {
            if (hazard.Stabilisers.Length > 0)
            {
                hazard.OpenRow = plan.OpenRowCount++;
            }

            hazard.IsFolded = hazard.MustFold();
            if (hazard.IsFolded)
            {
                folded.Add(hazard);
            }
        }

        plan.FoldedHazards = [.. folded];
        int[] Actors(DependencyKind kind) =>
            [.. folded.SelectMany(h => h.Depends).Where(d => d.Kind == kind).Select(d => d.Index)];
        var opposed = folded.Where(h => h.StrengthElasticity >= 0).ToArray();
        var everyone = opposed.Any(h => h.Spec.Opponent < 0) ? Enumerable.Range(1, plan.Actors.Length - 1) : [];
        plan.StrengthActors =
        [
            .. opposed
                .SelectMany(h => new[] { h.Spec.Actor, h.Spec.Opponent })
                .Concat(everyone)
                .Concat(Actors(DependencyKind.Strength))
                .Where(HasFinance)
                .Distinct()
                .Order(),
        ];
        plan.PayActors = [.. Actors(DependencyKind.Pay).Where(HasFinance).Distinct().Order()];
        plan.NeedsLogStrength = opposed.Length > 0 || Actors(DependencyKind.Strength).Length > 0;
        plan.NeedsLogPay = Actors(DependencyKind.Pay).Length > 0;
        for (var chain = 0; chain < plan.Chains.Length; chain++)
        {
            plan.Chains[chain].DependentHazards = [.. hazards.Where(h => h.DependsOn(chain))];
        }
    }
}
