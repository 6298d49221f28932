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

/// <summary>Fields, nodes, markets, routes, passage, taps and transfers.</summary>
internal sealed partial class WarWorlds
{
    private Field MakeField(string name) =>
        World.Field(
            name,
            dice.Pick(areas),
            dice.Pick("company", "state", "group"),
            dice.Real(5e4, 3e5),
            dice.Real(0, 15),
            dice.Real(-5, 5),
            dice.Real(0.3, 1)
        ) with
        {
            Workforce = Maybe(0.2, 1, 0.3),
            RepairTime = Maybe(0.1, 2),
            RepairCost = Maybe(1e6, 1e8),
            Decline = Maybe(0, 0.3),
            Neglect = Maybe(0, 0.5),
            ShutInLoss = Maybe(0, 0.3),
            Restart = Maybe(0.05, 0.3, 0.3),
            ShutSince = dice.Chance(0.3) ? Day(400, 0) : null,
        };

    private Node MakeNode(string name)
    {
        var kind = dice.Pick(NodeKind.Pipeline, NodeKind.Terminal, NodeKind.Refinery, NodeKind.Terminal);
        return World.Node(name, dice.Pick(areas), dice.Chance(0.6) ? dice.Real(5e4, 4e5) : null, kind) with
        {
            Owner = dice.Pick("company", "state", "nobody"),
            Condition = Real(0.4, 1),
            RepairTime = Maybe(0.1, 2),
            RepairCost = Maybe(1e6, 1e8),
            Yield = kind == NodeKind.Refinery ? Maybe(0.5, 1.05, 0.8) : null,
            Uplift = kind == NodeKind.Refinery ? Maybe(-0.1, 0.5) : null,
            Fee = kind == NodeKind.Refinery ? Maybe(0, 4) : null,
            Storage =
                kind == NodeKind.Terminal && dice.Chance(0.7)
                    ? new Storage
                    {
                        Size = Number($"{name}.size", 4e6),
                        Stock = Real(0, 2e6),
                        Condition = Real(0.6, 1),
                        RepairTime = Maybe(0.1, 1),
                        RepairCost = Maybe(1e6, 1e8),
                    }
                    : null,
        };
    }

    private Market MakeMarket(string name)
    {
        MarketPrice price = dice.Chance(0.5)
            ? new LinkedPrice
            {
                Benchmark = dice.Pick(Benchmarks),
                Discount = Real(0, 0.4),
                Differential = Real(-3, 3),
                Floor = Real(0, 10),
            }
            : new LocalPrice
            {
                Level = Real(10, 60),
                Follows = dice.Chance(0.7) ? dice.Pick(Benchmarks) : null,
                Elasticity = Real(-0.5, 1),
                Reference = Maybe(20, 60),
                Floor = Real(0, 10),
            };
        return new Market
        {
            Name = name,
            Price = price,
            Sellers = dice.Chance(0.4) ? [.. Actors.Where(a => a == "company" || dice.Chance(0.6))] : [],
            Proceeds = [.. dice.Some(["guards", "state"], 0.5).Select(a => new ProceedsShare(a, Real(0, 0.5)))],
            Demand = Maybe(5e4, 3e5),
        };
    }

    private Route MakeRoute(int index)
    {
        var made = World.Route(
            [.. fields.Where(f => dice.Chance(0.7)).DefaultIfEmpty(fields[0])],
            dice.Some(nodes, 0.5),
            dice.Pick(markets),
            dice.Real(0, 10),
            dice.Chance(0.4) ? dice.Real(5e4, 3e5) : null
        );
        return made with
        {
            Seizure = Maybe(0, 0.4, 0.3),
            SeizedBy = dice.Pick("guards", "nobody"),
            Priority = index / 2,
        };
    }

    private List<PassageRule> Passages()
    {
        var rules = new List<PassageRule>();
        foreach (var through in Actors)
        {
            foreach (var of in Actors.Where(a => a != through && dice.Chance(0.5)))
            {
                rules.Add(Rule(through, [of], [], null));
            }

            if (dice.Chance(0.5))
            {
                rules.Add(Rule(through, [], [dice.Pick(nodes)], null));
            }

            if (dice.Chance(0.4))
            {
                rules.Add(Rule(through, [], [], dice.Pick("peace", "war", "north-war")));
            }
        }

        return rules;
    }

    private PassageRule Rule(string through, string[] of, string[] at, string? phase) =>
        dice.Below(6) switch
        {
            0 => Passage(through, of, PassagePolicy.Block, at: at, phase: phase),
            1 => Passage(through, of, PassagePolicy.Toll, toll: dice.Real(0, 5), at: at, phase: phase),
            2 => Passage(through, of, PassagePolicy.Toll, share: dice.Real(0, 0.3), at: at, phase: phase),
            3 => Passage(through, of, PassagePolicy.Toll, inKind: dice.Real(0, 0.3), at: at, phase: phase),
            _ => Passage(through, of, PassagePolicy.Pass, at: at, phase: phase),
        };

    private Tap MakeTap(int index) =>
        Tap(
            dice.Pick("group", "militia"),
            dice.Pick(nodes),
            dice.Real(0, 0.3),
            dice.Real(0, 0.6),
            dice.Real(0, 5),
            [.. While(0.4)]
        );

    private Transfer MakeTransfer(int index) =>
        Transfer(
            dice.Pick([.. Actors, "outside"]),
            dice.Pick("group", "guards", "state"),
            dice.Real(0, 2e7),
            [.. While(0.4)]
        ) with
        {
            FromDate = dice.Chance(0.4) ? Day(20, 60) : null,
            ToDate = dice.Chance(0.4) ? Day(0, 200).AddDays(60) : null,
        };
}
