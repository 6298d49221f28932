using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Interventions of the course: when they act and what they set. The plan knows no others.</summary>
internal sealed partial class PlanCompiler
{
    /// <summary>The course that is compiled, and the scenario with its interventions alone, in order of date, then name.</summary>
    private static (string Course, Scenario Scenario) Select(Scenario scenario, string? course)
    {
        var name = course ?? (scenario.Courses.IsEmpty ? "base" : scenario.Courses[0].Name);
        var chosen = scenario.Courses.FirstOrDefault(c => c.Name == name);
        if (chosen is null && (name != "base" || !scenario.Courses.IsEmpty))
        {
            var known = scenario.Courses.IsEmpty ? "base" : string.Join(", ", scenario.Courses.Select(c => c.Name));
            throw new ArgumentException(
                $"The scenario has no course '{name}'; its courses are: {known}.",
                nameof(course)
            );
        }

        foreach (var named in chosen?.Interventions ?? [])
        {
            if (!scenario.Interventions.Any(i => i.Name == named))
            {
                throw new ArgumentException(
                    $"Course '{name}' names the intervention '{named}', which the scenario does not define.",
                    nameof(course)
                );
            }
        }

        return (
            name,
            scenario with
            {
                Interventions =
                [
                    .. scenario
                        .Interventions.Where(i => chosen is null || chosen.Interventions.Contains(i.Name))
                        .OrderBy(i => i.From)
                        .ThenBy(i => i.Name, StringComparer.Ordinal),
                ],
            }
        );
    }

    private static IEnumerable<Effect> EffectsOf(Intervention intervention) =>
        intervention.Effects.OrderBy(e => e.Identity, StringComparer.Ordinal);

    private void CompileInterventions() => plan.Interventions = [.. scenario.Interventions.Select(CompileIntervention)];

    private InterventionPlan CompileIntervention(Intervention intervention)
    {
        var start = plan.Grid.Start.DayNumber;
        return new InterventionPlan(
            intervention.Name,
            RegisterStream(intervention.Stream),
            intervention.From.DayNumber - start,
            intervention.To.DayNumber + 1 - start,
            intervention.HasEnd,
            [.. intervention.When.Select(CompileCondition)],
            intervention.Repeat,
            intervention.Delay is null ? null : new EventLawPlan(intervention.Delay, parameters),
            parameters.AddOptional(intervention.Succeeds)
        )
        {
            States = [.. EffectsOf(intervention).Select(CompileState).OfType<StateEffectPlan>()],
        };
    }

    private StateEffectPlan? CompileState(Effect effect)
    {
        switch (effect)
        {
            case HolderEffect holder:
                var area = Index(areaChain, holder.Area, "area");
                var actor = Index(actorIndex, holder.Actor, "actor");
                plan.Chains[area].Imposed.Add((-1, actor));
                return new StateEffectPlan(area, actor);
            case PhaseEffect phase:
                var theatre = Index(theatreIndex, phase.Theatre, "theatre");
                return new StateEffectPlan(theatre, PhaseOf(theatre, phase.Phase));
            default:
                return null;
        }
    }

    /// <summary>Passage rules of interventions; their tolls follow those of the scenario.</summary>
    private void CompileOverrides()
    {
        var tolls = plan.Passage.Tolls.ToList();
        var overrides = new List<OverridePlan>();
        for (var i = 0; i < scenario.Interventions.Length; i++)
        {
            foreach (var effect in EffectsOf(scenario.Interventions[i]).OfType<PassageEffect>())
            {
                var decision =
                    effect.Policy == PassagePolicy.Pass ? PassageTable.Passes
                    : effect.Policy == PassagePolicy.Block ? PassageTable.Blocked
                    : tolls.Count;
                if (decision >= 0)
                {
                    tolls.Add(
                        new TollPlan(
                            parameters.AddOptional(effect.TollPerBarrel),
                            parameters.AddOptional(effect.TollShare),
                            -1,
                            false
                        )
                    );
                }

                var of = effect.Of is "any" or "" ? -1 : Index(actorIndex, effect.Of, "actor");
                overrides.Add(new OverridePlan(i, Index(actorIndex, effect.Through, "actor"), of, decision));
            }
        }

        plan.Passage.Tolls = [.. tolls];
        plan.Overrides = [.. overrides];
    }

    /// <summary>True when an intervention may let a holder take a toll from one of some sellers.</summary>
    private bool MayOverrideToll(int holder, IEnumerable<int> sellers) =>
        plan.Overrides.Any(o =>
            o.Through == holder && o.Decision >= 0 && sellers.Any(s => s != holder && (o.Of < 0 || o.Of == s))
        );
}
