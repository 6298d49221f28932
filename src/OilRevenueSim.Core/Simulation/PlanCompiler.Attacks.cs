using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Attacks, and strikes of interventions, as one kind of plan.</summary>
internal sealed partial class PlanCompiler
{
    private readonly List<AttackPlan> attacks = [];

    private void CompileAttacks()
    {
        foreach (var attack in scenario.Attacks.OrderBy(a => a.Identity, StringComparer.Ordinal))
        {
            var by = Index(actorIndex, attack.By, "actor");
            int[] targets =
            [
                .. attack.Targets.Order(StringComparer.Ordinal).Select(t => Index(assetIndex, t, "target")),
            ];
            var law = (
                new EventLawPlan(attack.Damage, parameters),
                attack.Shuts is null ? null : new EventLawPlan(attack.Shuts, parameters)
            );
            var clustering = attack.Clustering is null
                ? null
                : new ClusteringPlan(parameters.Add(attack.Clustering.Adds), parameters.Add(attack.Clustering.Fades));
            foreach (var group in attack.Each ? targets.Select(t => new[] { t }) : [targets])
            {
                var stream = attack.Each ? $"{attack.Stream}@{plan.Assets[group[0]].Name}" : attack.Stream;
                var identity = attack.Each ? $"{attack.Identity}@{plan.Assets[group[0]].Name}" : attack.Identity;
                var spec = new HazardSpec(
                    HazardKind.Attack,
                    identity,
                    stream,
                    attack.Rate,
                    by,
                    plan.Assets[group[0]].Area,
                    attack.Drivers
                );
                AddAttack(
                    spec,
                    group,
                    law.Item1,
                    law.Item2,
                    clustering,
                    attack.Own ? AttackEligibility.Any : AttackEligibility.NotHeldByAuthor
                );
            }
        }

        foreach (var intervention in ActiveInterventions())
        {
            foreach (
                var strike in intervention
                    .Effects.OfType<StrikeEffect>()
                    .OrderBy(s => s.Identity, StringComparer.Ordinal)
            )
            {
                CompileStrike(intervention, strike);
            }
        }

        plan.Attacks = [.. attacks];
    }

    private void CompileStrike(Intervention intervention, StrikeEffect strike)
    {
        var on = Index(actorIndex, strike.On, "actor");
        int[] targets =
            strike.Targets.Length > 0
                ? [.. strike.Targets.Order(StringComparer.Ordinal).Select(t => Index(assetIndex, t, "target"))]
                :
                [
                    .. Enumerable
                        .Range(0, plan.Assets.Length)
                        .OrderBy(a => plan.Assets[a].Name, StringComparer.Ordinal),
                ];
        var damage = new EventLawPlan(strike.Damage, parameters);
        var shuts = strike.Shuts is null ? null : new EventLawPlan(strike.Shuts, parameters);
        foreach (var group in strike.Each ? targets.Select(t => new[] { t }) : [targets])
        {
            var name = strike.Each ? $"@{plan.Assets[group[0]].Name}" : "";
            var spec = new HazardSpec(
                HazardKind.Strike,
                $"{intervention.Name}/{strike.Identity}{name}",
                strike.Stream + name,
                strike.Rate,
                on,
                -1,
                HazardDrivers.None
            );
            AddAttack(spec, group, damage, shuts, null, AttackEligibility.HeldByTarget);
        }
    }

    private void AddAttack(
        HazardSpec spec,
        int[] targets,
        EventLawPlan damage,
        EventLawPlan? shuts,
        ClusteringPlan? clustering,
        AttackEligibility eligibility
    )
    {
        var mark2 = RegisterStream($"{spec.Stream}/mark-2");
        var mark3 = RegisterStream($"{spec.Stream}/mark-3");
        int[] weights = [.. targets.Select(CapacitySlot)];
        var clock = AddHazard(spec);
        attacks.Add(
            new AttackPlan(
                spec,
                clock,
                hazards[^1].Stream,
                mark2,
                mark3,
                targets,
                weights,
                damage,
                shuts,
                clustering,
                eligibility
            )
        );
    }

    /// <summary>A tank farm weighs as its terminal; −1 for an unlimited node.</summary>
    private int CapacitySlot(int asset)
    {
        var entry = plan.Assets[asset];
        return entry.Kind == AssetKind.Field ? plan.Fields[entry.Index].Capacity : plan.Nodes[entry.Node].Capacity;
    }

    /// <summary>Interventions of the course that is compiled, by name.</summary>
    private IEnumerable<Intervention> ActiveInterventions()
    {
        var course = scenario.Courses.FirstOrDefault(c => c.Name == plan.Course);
        return scenario
            .Interventions.Where(i => course is null ? scenario.Courses.IsEmpty : course.Interventions.Contains(i.Name))
            .OrderBy(i => i.Name, StringComparer.Ordinal);
    }
}

/// <summary>What an attack may hit.</summary>
internal enum AttackEligibility
{
    /// <summary>Anything on its list.</summary>
    Any,

    /// <summary>What its author does not hold.</summary>
    NotHeldByAuthor,

    /// <summary>What the actor struck holds.</summary>
    HeldByTarget,
}

/// <summary>Self-excitation by slots.</summary>
internal sealed record ClusteringPlan(int Adds, int Fades);

/// <summary>An attack or strike, compiled.</summary>
/// <param name="Spec">Its hazard.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Stream">Stream of waiting times and damage.</param>
/// <param name="TargetStream">Stream of mark 2.</param>
/// <param name="ShutsStream">Stream of mark 3.</param>
/// <param name="Targets">Assets, in ordinal order of name.</param>
/// <param name="Weights">Slot of each target's capacity, −1 for an unlimited node.</param>
/// <param name="Damage">Share of the remaining condition lost.</param>
/// <param name="Shuts">Time for which it shuts, years, or null.</param>
/// <param name="Clustering">Self-excitation, or null.</param>
/// <param name="Eligibility">What it may hit.</param>
internal sealed record AttackPlan(
    HazardSpec Spec,
    int Clock,
    ulong Stream,
    ulong TargetStream,
    ulong ShutsStream,
    int[] Targets,
    int[] Weights,
    EventLawPlan Damage,
    EventLawPlan? Shuts,
    ClusteringPlan? Clustering,
    AttackEligibility Eligibility
);
