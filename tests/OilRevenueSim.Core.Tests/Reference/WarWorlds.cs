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

/// <summary>Random worlds that use every part of the war: two theatres, finance, attacks, blockades, interventions of every verb.</summary>
internal sealed partial class WarWorlds
{
    private static readonly string[] Actors = ["company", "group", "guards", "militia", "state"];
    private static readonly string[] Phases = ["peace", "war"];
    private static readonly string[] Benchmarks = ["brent", "curve", "dubai", "fixed"];

    private readonly Dice dice;
    private readonly string[] areas;
    private readonly string[] fields;
    private readonly string[] nodes;
    private readonly string[] markets;
    private readonly DateOnly start = new(2020, 1, 10);
    private int number;

    private WarWorlds(uint seed)
    {
        dice = new Dice(seed);
        areas = Names("area", 2 + dice.Below(4));
        fields = Names("field", 1 + dice.Below(4));
        nodes = Names("node", 1 + dice.Below(4));
        markets = Names("market", 1 + dice.Below(3));
    }

    /// <summary>The world of a seed.</summary>
    public static Scenario Of(uint seed) => new WarWorlds(seed).Build();

    private static string[] Names(string word, int count) => [.. Enumerable.Range(0, count).Select(i => $"{word}-{i}")];

    private Quantity Real(double low, double high) => Number($"q-{number++}", dice.Real(low, high));

    private Quantity? Maybe(double low, double high, double probability = 0.5) =>
        dice.Chance(probability) ? Real(low, high) : null;

    private DateOnly Day(int before, int after) => start.AddDays(dice.Below(before + after) - before);

    private Scenario Build()
    {
        var step = dice.Pick(StepLength.Day, StepLength.Week, StepLength.Month);
        var days =
            step == StepLength.Day ? 12
            : step == StepLength.Week ? 100
            : 300;
        var scenario = Scenario(step, "2020-01-10", start.AddDays(days).ToString("yyyy-MM-dd")) with
        {
            Benchmarks = [Gbm(), Curve(), World.Schwartz("dubai", 50, 60, 0.7, 0.3), Constant("fixed", 30)],
            Theatres = [Theatre("main"), Theatre("north")],
            Focus = ["group"],
        };
        scenario = scenario with { Actors = [.. Actors.Select(MakeActor)] };
        scenario = scenario with { Areas = [.. areas.Select(MakeArea)] };
        scenario = scenario with
        {
            Fields = [.. fields.Select(MakeField)],
            Nodes = [.. nodes.Select(MakeNode)],
            Markets = [.. markets.Select(MakeMarket)],
        };
        scenario = scenario with
        {
            Routes = [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(MakeRoute).DistinctBy(r => r.Identity)],
            Passage = [.. Passages()],
        };
        scenario = scenario with
        {
            Taps =
            [
                .. Enumerable
                    .Range(0, dice.Below(3))
                    .Select(MakeTap)
                    .DistinctBy(t => t.Identity)
                    .OrderBy(t => t.Identity, StringComparer.Ordinal),
            ],
            Transfers =
            [
                .. Enumerable
                    .Range(0, dice.Below(4))
                    .Select(MakeTransfer)
                    .DistinctBy(t => t.Identity)
                    .OrderBy(t => t.Identity, StringComparer.Ordinal),
            ],
            Blockades =
            [
                .. Enumerable
                    .Range(0, dice.Below(4))
                    .Select(_ => MakeBlockade(scenario))
                    .DistinctBy(b => b.Identity)
                    .OrderBy(b => b.Identity, StringComparer.Ordinal),
            ],
        };
        scenario = scenario with
        {
            Attacks =
            [
                .. Enumerable
                    .Range(0, dice.Below(4))
                    .Select(_ => MakeAttack(scenario))
                    .DistinctBy(a => a.Identity)
                    .OrderBy(a => a.Identity, StringComparer.Ordinal),
            ],
        };
        return scenario with
        {
            Interventions = [.. Enumerable.Range(0, dice.Below(6)).Select(i => MakeIntervention(i, scenario))],
        };
    }

    private GbmBenchmark Gbm() =>
        new()
        {
            Name = "brent",
            Spot = Real(30, 80),
            Drift = Real(-0.1, 0.1),
            Volatility = Real(0.1, 0.6),
        };

    private CurveBenchmark Curve() =>
        new()
        {
            Name = "curve",
            Points =
            [
                new(new(2019, 12, 1), Real(20, 60)),
                new(new(2020, 2, 1), Real(20, 60)),
                new(new(2020, 8, 1), Real(20, 60)),
            ],
        };

    private Theatre Theatre(string name) =>
        new()
        {
            Name = name,
            StartPhase = name == "main" ? "war" : "north-war",
            Phases = name == "main" ? ["peace", "war"] : ["north-peace", "north-war"],
            Changes =
            [
                PhaseChange(name, name == "main" ? "peace" : "north-peace", name == "main" ? "war" : "north-war"),
                PhaseChange(name, name == "main" ? "war" : "north-war", name == "main" ? "peace" : "north-peace"),
            ],
        };

    private PhaseChange PhaseChange(string theatre, string from, string to) =>
        new()
        {
            Identity = $"{from}>{to}",
            Stream = $"phase/{theatre}/{from}>{to}",
            From = from,
            To = to,
            Rate = Real(0.5, 6),
            Depends = Depends(),
        };

    private Actor MakeActor(string name) =>
        Actor(
            name,
            ownAccount: name is "group" or "militia",
            aligned: name switch
            {
                "company" => ["guards", "state"],
                "guards" => ["company"],
                "state" => ["company"],
                _ => [],
            },
            skill: dice.Real(0.2, 1),
            retention: dice.Real(0.3, 1),
            retrainYears: dice.Real(0.1, 1)
        ) with
        {
            Upkeep = Maybe(0, 1),
            Capability = Maybe(0, 2),
            Finance = name is "group" or "guards" || dice.Chance(0.2) ? Finance() : null,
        };

    private Finances Finance() =>
        new()
        {
            Fighters = Real(500, 3000),
            Wage = Real(2000, 6000),
            Treasury = Real(0, 4e6),
            AreaIncome = [.. dice.Some(areas, 0.5).Select(a => new AreaIncome(a, Real(0, 5e6)))],
            OtherIncome = Real(0, 8e6),
            Spending = Real(0, 4e6),
            Reserve = Real(0, 1e6),
            Attrition = Real(0, 1),
            Recruitment = Maybe(0, 1),
            RecruitElasticity = Real(0, 2),
            StrengthElasticity = Real(0, 2),
            Inflow = Real(0, 500),
        };

    private ImmutableArray<HazardDependency> Depends()
    {
        var result = new List<HazardDependency>();
        if (dice.Chance(0.3))
        {
            result.Add(new HoldsDependency(dice.Pick(areas), dice.Pick(Actors), Real(0, 3)));
        }

        if (dice.Chance(0.3))
        {
            result.Add(new StrengthDependency(dice.Pick("group", "guards"), Real(-1, 1)));
        }

        if (dice.Chance(0.3))
        {
            result.Add(new PayDependency(dice.Pick("group", "guards"), Real(-1, 1)));
        }

        return [.. result];
    }

    private ImmutableArray<StateCondition> While(double probability = 0.2)
    {
        if (!dice.Chance(probability))
        {
            return [];
        }

        return dice.Chance(0.5)
            ? [new HoldsCondition(dice.Pick(areas), dice.Pick([.. Actors, "nobody"]))]
            :
            [
                dice.Chance(0.5)
                    ? new PhaseCondition("main", dice.Pick(Phases))
                    : new PhaseCondition("north", "north-war"),
            ];
    }

    private HazardDrivers Drivers(string theatre, bool full = true)
    {
        var follows = dice.Chance(0.3) ? dice.Pick(Benchmarks) : null;
        return new HazardDrivers
        {
            PhaseRatios =
                full && theatre.Length > 0 && dice.Chance(0.4)
                    ? [new PhaseRatio(theatre == "main" ? "war" : "north-war", Real(0, 2))]
                    : [],
            PerNeighbour = full ? Maybe(0.3, 2) : null,
            PriceElasticity = full && follows is not null ? Real(-1, 2) : null,
            Follows = full ? follows : null,
            StrengthElasticity = Maybe(-1, 1),
            Depends = Depends(),
            While = While(),
        };
    }

    private static string TheatreOf(string area) => area.EndsWith('1') ? "north" : "main";

    /// <summary>Theatre of the first place; none where the places lie in both.</summary>
    private static string TheatreAt(Scenario scenario, string[] places)
    {
        var found = places
            .Select(p => p.Split('.')[0])
            .Select(p =>
                scenario.Fields.FirstOrDefault(f => f.Name == p)?.Area ?? scenario.Nodes.First(n => n.Name == p).Area
            )
            .Select(TheatreOf)
            .Distinct()
            .ToArray();
        return found.Length == 1 ? found[0] : "";
    }

    private Area MakeArea(string name)
    {
        var holder = dice.Pick([.. Actors, "nobody"]);
        var cycle = new[] { holder, dice.Pick(Actors), dice.Pick(Actors) }.Distinct().ToArray();
        var changes =
            cycle.Length < 2
                ? []
                : cycle.Select((from, i) => MakeChange(name, from, cycle[(i + 1) % cycle.Length])).ToList();
        if (cycle.Length == 3)
        {
            changes.Add(MakeChange(name, cycle[0], cycle[2]));
        }

        return World.Area(name, holder, [.. changes.OrderBy(c => c.Identity, StringComparer.Ordinal)]) with
        {
            Theatre = TheatreOf(name),
            Neighbours = [.. areas.Where(a => a != name)],
        };
    }

    private ControlChange MakeChange(string area, string from, string to)
    {
        var others = areas.Where(a => a != area).ToArray();
        var follows = dice.Chance(0.3) ? dice.Pick(Benchmarks) : null;
        var stabilised = dice.Chance(0.4);
        return Change(area, from, to, dice.Real(0.5, 8)) with
        {
            PhaseRatios = dice.Chance(0.3)
                ? [new PhaseRatio(TheatreOf(area) == "main" ? "peace" : "north-peace", Real(0, 2))]
                : [],
            PerNeighbour = Maybe(0.3, 2),
            PriceElasticity = follows is null ? null : Real(-1, 2),
            Follows = follows,
            TakesWith = dice.Chance(0.3) ? [.. dice.Some(others, 0.5)] : [],
            StabilisedRatio = stabilised ? Real(0, 1.5) : null,
            StabilisedFor = stabilised ? Real(0.01, 0.4) : null,
            Drivers = Drivers(TheatreOf(area), full: false),
        };
    }
}
