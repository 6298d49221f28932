using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What blockades, attacks and interventions of a scenario can touch at all.</summary>
internal sealed partial class PlanCompiler
{
    private void CompileScalings()
    {
        plan.One = parameters.Add(Quantity.Certain("one", 1.0));
        plan.Zero = parameters.Add(Quantity.Certain("zero", 0.0));
        Effect[] effects = [.. scenario.Interventions.SelectMany(i => i.Effects)];
        bool IsScaled(string name) => effects.OfType<CapacityEffect>().Any(e => e.Object == name);

        plan.NodeVaries = [.. plan.Nodes.Select(n => IsScaled(n.Name))];
        plan.RouteVaries = [.. scenario.Routes.Select(r => IsScaled(r.Identity))];
        plan.DemandVaries = [.. plan.Markets.Select(m => IsScaled(m.Name))];
        plan.FinanceVaries = new bool[Enum.GetValues<FinanceScope>().Length * plan.Actors.Length];
        foreach (var effect in effects.OfType<FinanceEffect>())
        {
            plan.FinanceVaries[((int)effect.Scope * plan.Actors.Length) + Index(actorIndex, effect.Actor, "actor")] =
                true;
        }

        plan.HasBlockades = scenario.Blockades.Length > 0 || effects.OfType<ImposeBlockadeEffect>().Any();
        plan.HasClosures =
            effects.OfType<CapacityEffect>().Any()
            || effects.OfType<StrikeEffect>().Any(s => s.Shuts is not null)
            || scenario.Attacks.Any(a => a.Shuts is not null);
        plan.HasDamageCosts =
            (scenario.Attacks.Length > 0 || effects.OfType<StrikeEffect>().Any())
            && (
                scenario.Fields.Any(f => f.RepairCost is not null)
                || scenario.Nodes.Any(n => n.RepairCost is not null || n.Storage?.RepairCost is not null)
            );
    }
}
