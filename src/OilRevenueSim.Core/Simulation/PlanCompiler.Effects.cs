using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Links effects to what they act on, once everything is registered.</summary>
internal sealed partial class PlanCompiler
{
    private void LinkEffects()
    {
        plan.BenchmarkEffects = [.. benchmarkIndex.Select(_ => Array.Empty<PriceEffectPlan>())];
        plan.MarketEffects = [.. plan.Markets.Select(_ => Array.Empty<PriceEffectPlan>())];
        plan.DiscountShifts = [.. plan.Markets.Select(_ => Array.Empty<ShareEffectPlan>())];
        for (var i = 0; i < scenario.Interventions.Length; i++)
        {
            foreach (var effect in EffectsOf(scenario.Interventions[i]))
            {
                Link(i, effect);
            }
        }

        LinkStrikes();
        foreach (var rule in plan.Overrides)
        {
            rule.Carriages =
            [
                .. Enumerable
                    .Range(0, plan.Carriages.Length)
                    .Where(c =>
                        plan.Routes[plan.Carriages[c].Route]
                            .Nodes.Any(n => ReachableHolders(plan.Nodes[n].Area).Contains(rule.Through))
                    ),
            ];
        }
    }

    private void Link(int i, Effect effect)
    {
        switch (effect)
        {
            case HazardEffect e:
                LinkHazards(i, e);
                break;
            case PhaseEffect { Hold: true } e:
                foreach (var change in plan.Chains[Index(theatreIndex, e.Theatre, "theatre")].Changes)
                {
                    AddEffect(hazards[change.Clock], new HazardEffectPlan(i, HazardUse.Hold, -1));
                }

                break;
            case LiftBlockadeEffect e:
                var place = assetIndex.TryGetValue(e.Object, out var asset) ? asset : -1;
                bool[] lifted =
                [
                    .. plan.Blockades.Select(b => b.Identity == e.Object || (place >= 0 && b.Places.Contains(place))),
                ];
                plan.Interventions[i].Lifts = [.. plan.Interventions[i].Lifts, new LiftPlan(lifted, place)];
                break;
            case ImposeBlockadeEffect e:
                plan.Interventions[i].Imposes = [.. plan.Interventions[i].Imposes, plan.ImposedBlockades.Length];
                plan.ImposedBlockades =
                [
                    .. plan.ImposedBlockades,
                    new ImposedPlan(Index(assetIndex, e.Place, "place"), i, Index(actorIndex, e.By, "actor")),
                ];
                break;
            case CapacityEffect e:
                LinkCapacity(i, e);
                break;
            case SeizeEffect e:
                LinkSeizure(i, e);
                break;
            case PriceEffect e:
                LinkPrice(i, e);
                break;
            case DiscountEffect e:
                var shifted = Index(marketIndex, e.Market, "market");
                plan.DiscountShifts[shifted] =
                [
                    .. plan.DiscountShifts[shifted],
                    new ShareEffectPlan(i, parameters.Add(e.Shift)),
                ];
                break;
            case FinanceEffect e:
                var quantity = ((int)e.Scope * plan.Actors.Length) + Index(actorIndex, e.Actor, "actor");
                AddScaling(ScalingTarget.Finance, quantity, new ShareEffectPlan(i, parameters.Add(e.Factor)));
                break;
            case TransferEffect e:
                var from = e.From == Transfer.Outside ? -1 : Index(actorIndex, e.From, "actor");
                plan.TransferEffects =
                [
                    .. plan.TransferEffects,
                    new TransferEffectPlan(
                        $"{scenario.Interventions[i].Name}/{e.Identity}",
                        i,
                        from,
                        Index(actorIndex, e.To, "actor"),
                        parameters.Add(e.AmountPerYear)
                    ),
                ];
                break;
            default:
                break; // holders, phases, passage and strikes are compiled where their parts are
        }
    }

    private static void AddEffect(HazardPlan hazard, HazardEffectPlan effect) =>
        hazard.Effects = [.. hazard.Effects, effect];

    private void LinkHazards(int i, HazardEffect effect)
    {
        var ratio = parameters.Add(effect.Ratio);
        var actor = effect.Scope == HazardScope.Change ? -1 : Index(actorIndex, effect.Object, "actor");
        bool Acts(HazardPlan h) =>
            effect.Scope switch
            {
                HazardScope.ChangesFrom => h.Spec.Kind == HazardKind.Change
                    && h.Spec.Area >= 0
                    && h.Spec.Opponent == actor,
                HazardScope.ChangesTo => h.Spec.Kind == HazardKind.Change && h.Spec.Area >= 0 && h.Spec.Actor == actor,
                HazardScope.Change => h.Spec.Kind == HazardKind.Change && IsNamed(h.Spec.Identity, effect.Object),
                HazardScope.AttacksBy => h.Spec.Kind == HazardKind.Attack && h.Spec.Actor == actor,
                _ => h.Spec.Kind == HazardKind.Blockade && h.Spec.Actor == actor,
            };
        var scaled = hazards.Where(Acts).ToArray();
        if (scaled.Length == 0 && effect.Scope == HazardScope.Change)
        {
            throw new ArgumentException($"No change is named '{effect.Object}'.", nameof(effect));
        }

        foreach (var hazard in scaled)
        {
            AddEffect(hazard, new HazardEffectPlan(i, HazardUse.Ratio, ratio));
        }
    }

    /// <summary>A change is named by its full identity, or by the author's own name for it.</summary>
    private static bool IsNamed(string identity, string name) =>
        identity == name
        || (!name.Contains('>', StringComparison.Ordinal) && identity.EndsWith("/" + name, StringComparison.Ordinal));

    /// <summary>Strikes are registered with the attacks; they are 0 where their intervention does not act.</summary>
    private void LinkStrikes()
    {
        foreach (var hazard in hazards.Where(h => h.Spec.Kind == HazardKind.Strike))
        {
            var i = Array.FindIndex(
                plan.Interventions,
                x => hazard.Spec.Identity.StartsWith(x.Name + "/", StringComparison.Ordinal)
            );
            AddEffect(hazard, new HazardEffectPlan(i, HazardUse.Presence, -1));
        }
    }

    private void LinkCapacity(int i, CapacityEffect effect)
    {
        var added = new ShareEffectPlan(i, parameters.Add(effect.Factor), effect.Open);
        var route = Array.FindIndex(plan.Routes, r => r.Name == effect.Object);
        if (nodeIndex.TryGetValue(effect.Object, out var node))
        {
            AddScaling(ScalingTarget.Node, node, added);
        }
        else if (marketIndex.TryGetValue(effect.Object, out var market))
        {
            AddScaling(ScalingTarget.Demand, market, added);
        }
        else if (route >= 0)
        {
            AddScaling(ScalingTarget.Route, route, added);
        }
        else
        {
            throw new ArgumentException($"'{effect.Object}' is no node, market or route.", nameof(effect));
        }
    }

    private void AddScaling(ScalingTarget target, int index, ShareEffectPlan effect)
    {
        var known = plan.Scalings.FirstOrDefault(s => s.Target == target && s.Index == index);
        ShareEffectPlan[] effects = [.. known?.Effects ?? [], effect];
        plan.Scalings =
        [
            .. plan.Scalings.Where(s => s.Target != target || s.Index != index),
            new ScalingPlan(target, index, [.. effects.OrderBy(e => e.Replaces)]),
        ];
    }

    private void LinkSeizure(int i, SeizeEffect effect)
    {
        var by = Index(actorIndex, effect.By, "actor");
        var share = parameters.Add(effect.Share);
        var isMarket = marketIndex.TryGetValue(effect.Object, out var market);
        for (var r = 0; r < plan.Routes.Length; r++)
        {
            if (isMarket ? plan.Routes[r].Market == market : plan.Routes[r].Name == effect.Object)
            {
                var known = plan.AddedSeizures.FirstOrDefault(s => s.Route == r && s.Actor == by);
                plan.AddedSeizures =
                [
                    .. plan.AddedSeizures.Where(s => s.Route != r || s.Actor != by),
                    new AddedSeizurePlan(r, by, [.. known?.Effects ?? [], new ShareEffectPlan(i, share)]),
                ];
            }
        }
    }

    private void LinkPrice(int i, PriceEffect effect)
    {
        var added = new PriceEffectPlan(
            i,
            parameters.AddOptional(effect.Factor),
            parameters.AddOptional(effect.Shift),
            parameters.AddOptional(effect.Cap),
            parameters.AddOptional(effect.Floor)
        );
        if (benchmarkIndex.TryGetValue(effect.Object, out var benchmark))
        {
            plan.BenchmarkEffects[benchmark] = [.. plan.BenchmarkEffects[benchmark], added];
        }
        else
        {
            var market = Index(marketIndex, effect.Object, "benchmark or market");
            plan.MarketEffects[market] = [.. plan.MarketEffects[market], added];
        }
    }
}
