using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Tests.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>Interventions of every verb.</summary>
internal sealed partial class WarWorlds
{
    private Intervention MakeIntervention(int index, Scenario scenario)
    {
        var triggered = dice.Chance(0.3);
        var hasEnd = dice.Chance(0.5);
        var from = Day(10, 80);
        return new Intervention
        {
            Name = $"act-{index}",
            Label = $"act-{index}",
            Stream = $"intervention/act-{index}",
            From = triggered || dice.Chance(0.3) ? start : from,
            To = hasEnd ? from.AddDays(dice.Below(120)) : scenario.End,
            HasEnd = hasEnd,
            When = triggered ? [When()] : [],
            Repeat = triggered && dice.Chance(0.6),
            Delay = dice.Chance(0.4) ? Law(0.05, HardRange.NonNegative) : null,
            Succeeds = Maybe(0.3, 1, 0.3),
            Effects =
            [
                .. Enumerable
                    .Range(0, 1 + dice.Below(4))
                    .Select(_ => MakeEffect(index, scenario))
                    .DistinctBy(e => e.Identity),
            ],
        };
    }

    private StateCondition When() =>
        dice.Below(4) switch
        {
            0 => new HoldsCondition(dice.Pick(areas), dice.Pick(Actors)),
            1 => new PhaseCondition("main", dice.Pick(Phases)),
            2 => new PriceCondition(dice.Pick("brent", "curve", "dubai"), dice.Chance(0.5), Real(30, 70)),
            _ => new RevenueCondition(dice.Pick("group", "company", "guards"), Real(0, 1e8)),
        };

    private Effect MakeEffect(int index, Scenario scenario)
    {
        var identity = $"effect-{number++}";
        var place = dice.Pick([.. fields, .. nodes]);
        var route = dice.Pick([.. scenario.Routes]).Identity;
        var financed = dice.Pick([.. scenario.Actors.Where(a => a.Finance is not null)]).Name;
        var actor = dice.Pick("group", "guards", "militia");
        switch (dice.Below(13))
        {
            case 0:
                return Hazard(identity, actor, scenario);
            case 1:
                return new StrikeEffect
                {
                    Identity = identity,
                    On = dice.Pick(Actors),
                    Stream = $"strike/act-{index}/{identity}",
                    Rate = Real(1, 20),
                    Damage = Law(0.2, HardRange.Share),
                    Shuts = dice.Chance(0.4) ? Law(0.03, HardRange.NonNegative) : null,
                    Targets = dice.Chance(0.3)
                        ? []
                        : [.. dice.Some(Assets(scenario), 0.5).DefaultIfEmpty(fields[0]).Order(StringComparer.Ordinal)],
                    Each = dice.Chance(0.4),
                };
            case 2:
                return dice.Chance(0.5)
                    ? new PhaseEffect("main", dice.Pick(Phases), dice.Chance(0.4)) { Identity = identity }
                    : new PhaseEffect("north", dice.Pick("north-peace", "north-war"), dice.Chance(0.4))
                    {
                        Identity = identity,
                    };
            case 3:
                return new HolderEffect(dice.Pick(areas), dice.Pick([.. Actors, "nobody"])) { Identity = identity };
            case 4:
                return scenario.Blockades.Length == 0
                    ? new ImposeBlockadeEffect(place, actor) { Identity = identity }
                    : new LiftBlockadeEffect(
                        dice.Chance(0.5)
                            ? dice.Pick([.. scenario.Blockades]).Identity
                            : dice.Pick([.. scenario.Blockades]).At[0]
                    )
                    {
                        Identity = identity,
                    };
            case 5:
                return new ImposeBlockadeEffect(place, actor) { Identity = identity };
            case 6:
                return new CapacityEffect(dice.Pick([.. nodes, .. markets, route]), dice.Chance(0.3), Real(0, 1))
                {
                    Identity = identity,
                };
            case 7:
                return Override(identity);
            case 8:
                return new SeizeEffect(
                    dice.Pick([.. markets, route]),
                    Real(0, 0.3),
                    dice.Pick("state", "nobody", "guards")
                )
                {
                    Identity = identity,
                };
            case 9:
                return new PriceEffect(
                    dice.Pick([.. Benchmarks, .. markets]),
                    Maybe(0.5, 1.5),
                    Maybe(-10, 10),
                    Maybe(50, 90),
                    Maybe(0, 30)
                )
                {
                    Identity = identity,
                };
            case 10:
                return scenario.Markets[0].Price is LinkedPrice
                    ? new DiscountEffect(scenario.Markets[0].Name, Real(-0.2, 0.3)) { Identity = identity }
                    : new TransferEffect("outside", actor, Real(0, 2e7)) { Identity = identity };
            case 11:
                return new FinanceEffect(dice.Pick(Enum.GetValues<FinanceScope>()), financed, Real(0, 2))
                {
                    Identity = identity,
                };
            default:
                return new TransferEffect(dice.Pick([.. Actors, "outside"]), actor, Real(0, 2e7))
                {
                    Identity = identity,
                };
        }
    }

    private PassageEffect Override(string identity)
    {
        var policy = dice.Pick(PassagePolicy.Pass, PassagePolicy.Block, PassagePolicy.Toll);
        var perBarrel = policy == PassagePolicy.Toll && dice.Chance(0.5);
        return new PassageEffect(
            dice.Pick(Actors),
            dice.Pick(Actors),
            policy,
            perBarrel ? Real(0, 5) : null,
            policy == PassagePolicy.Toll && !perBarrel ? Real(0, 0.3) : null
        )
        {
            Identity = identity,
        };
    }

    private HazardEffect Hazard(string identity, string actor, Scenario scenario)
    {
        var changed = scenario.Areas.Where(a => a.Changes.Length > 0).ToArray();
        var scope = dice.Pick(Enum.GetValues<HazardScope>());
        var target = actor;
        if (scope == HazardScope.Change)
        {
            var area = changed.Length > 0 && dice.Chance(0.6) ? dice.Pick(changed) : null;
            target = area is null ? "main/war>peace" : $"{area.Name}/{area.Changes[0].Identity}";
        }

        return new HazardEffect(scope, target, Real(0, 3)) { Identity = identity };
    }
}
