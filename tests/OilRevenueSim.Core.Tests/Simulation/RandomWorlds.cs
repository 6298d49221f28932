using CsCheck;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Random scenarios for property tests: everything the slice computes, wired at random.</summary>
internal static class RandomWorlds
{
    private static readonly string[] Actors = ["company", "group", "guards", "militia", "state"];
    private static readonly string[] Phases = ["peace", "war"];

    public static readonly Gen<Scenario> Any =
        from areas in Area.Array[1, 4]
        from fields in Field.Array[1, 5]
        from nodes in Node.Array[0, 4]
        from markets in Market.Array[1, 3]
        from routes in Route.Array[1, 6]
        from rules in Rule.Array[0, 5]
        from step in Gen.Enum<StepLength>()
        from months in Gen.Int[1, 4]
        select Build(
            areas,
            fields,
            nodes,
            markets,
            routes,
            rules,
            step == StepLength.Day ? StepLength.Week : step,
            months
        );

    private static Gen<(int Holder, double Rate, double Ratio, int To)> Area =>
        Gen.Select(Gen.Int[0, 4], Gen.Double[0, 20], Gen.Double[0, 3], Gen.Int[0, 4]);

    private static Gen<(int Area, int Owner, double Capacity, double Lifting, double Premium)> Field =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Double[0, 3e5], Gen.Double[0, 30], Gen.Double[-5, 5]);

    private static Gen<(int Area, double Capacity, bool Limited)> Node =>
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 4e5], Gen.Bool);

    private static Gen<(double Level, double Demand, bool Limited, int Seller, double Share)> Market =>
        Gen.Select(Gen.Double[0, 80], Gen.Double[0, 3e5], Gen.Bool, Gen.Int[-3, 4], Gen.Double[0, 1]);

    private static Gen<(int[] Fields, int[] Nodes, int Market, double Transport, double Capacity)> Route =>
        Gen.Select(
            Gen.Int[0, 4].Array[1, 3],
            Gen.Int[0, 3].Array[0, 3],
            Gen.Int[0, 2],
            Gen.Double[0, 15],
            Gen.Double[-2e5, 2e5]
        );

    private static Gen<(int Through, int Of, int Kind, double Amount, int Phase)> Rule =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[-1, 4], Gen.Int[0, 4], Gen.Double[0, 0.3], Gen.Int[-1, 1]);

    private static Scenario Build(
        (int Holder, double Rate, double Ratio, int To)[] areas,
        (int Area, int Owner, double Capacity, double Lifting, double Premium)[] fields,
        (int Area, double Capacity, bool Limited)[] nodes,
        (double Level, double Demand, bool Limited, int Seller, double Share)[] markets,
        (int[] Fields, int[] Nodes, int Market, double Transport, double Capacity)[] routes,
        (int Through, int Of, int Kind, double Amount, int Phase)[] rules,
        StepLength step,
        int months
    ) =>
        Scenario(step, "2020-02-01", new YearMonth(2020, 1 + months).LastDay.ToString("yyyy-MM-dd")) with
        {
            Actors =
            [
                Actor("company", aligned: ["guards"]),
                Actor("group", ownAccount: true, skill: 0.3, retention: 0.5),
                Actor("guards", aligned: ["company"]),
                Actor("militia", ownAccount: true, skill: 0.8),
                Actor("state"),
            ],
            Theatres = [Theatre("war", PhaseChange("war", "peace", 3), PhaseChange("peace", "war", 2))],
            Areas = [.. areas.Select((a, i) => MakeArea(a, i, areas.Length))],
            Fields =
            [
                .. fields.Select(
                    (f, i) =>
                        World.Field(
                            $"field-{i}",
                            $"area-{f.Area % areas.Length}",
                            Actors[f.Owner],
                            f.Capacity,
                            f.Lifting,
                            f.Premium
                        )
                ),
            ],
            Nodes =
            [
                .. nodes.Select(
                    (n, i) => World.Node($"node-{i}", $"area-{n.Area % areas.Length}", n.Limited ? n.Capacity : null)
                ),
            ],
            Markets =
            [
                .. markets.Select(
                    (m, i) =>
                        Local(
                            $"market-{i}",
                            m.Level,
                            m.Limited ? m.Demand : null,
                            m.Seller < 0 ? null : [Actors[m.Seller]],
                            ("state", m.Share)
                        )
                ),
            ],
            Routes =
            [
                .. routes
                    .Select(r =>
                        World.Route(
                            [.. r.Fields.Select(f => $"field-{f % fields.Length}").Distinct()],
                            nodes.Length == 0 ? [] : [.. r.Nodes.Select(n => $"node-{n % nodes.Length}").Distinct()],
                            $"market-{r.Market % markets.Length}",
                            r.Transport,
                            r.Capacity < 0 ? null : r.Capacity
                        )
                    )
                    .DistinctBy(r => r.Identity),
            ],
            Passage = [.. rules.Select(MakeRule).DistinctBy(r => (r.Through, string.Join('+', r.Of), r.Phase))],
            Focus = ["group"],
        };

    private static Area MakeArea((int Holder, double Rate, double Ratio, int To) a, int i, int count)
    {
        var holder = Actors[a.Holder];
        var to = Actors[a.To == a.Holder ? (a.To + 1) % 5 : a.To];
        return World.Area(
            $"area-{i}",
            holder,
            Change($"area-{i}", holder, to, a.Rate) with
            {
                PerNeighbour = Number($"n-{i}", a.Ratio),
            },
            Change($"area-{i}", to, holder, 5) with
            {
                PhaseRatios = [new PhaseRatio("war", Number($"r-{i}", a.Ratio))],
            }
        ) with
        {
            Neighbours = [.. Enumerable.Range(0, count).Where(j => j != i).Select(j => $"area-{j}")],
        };
    }

    private static PassageRule MakeRule((int Through, int Of, int Kind, double Amount, int Phase) r)
    {
        string[] of = r.Of < 0 ? [] : [Actors[r.Of]];
        var phase = r.Phase < 0 ? null : Phases[r.Phase];
        return r.Kind switch
        {
            0 => Passage(Actors[r.Through], of, PassagePolicy.Pass, phase: phase),
            1 => Passage(Actors[r.Through], of, PassagePolicy.Block, phase: phase),
            2 => Passage(Actors[r.Through], of, PassagePolicy.Toll, toll: r.Amount * 10, phase: phase),
            3 => Passage(Actors[r.Through], of, PassagePolicy.Toll, share: r.Amount, phase: phase),
            _ => Passage(Actors[r.Through], of, PassagePolicy.Toll, inKind: r.Amount, phase: phase),
        };
    }

    /// <summary>A lognormal quantity, so that worlds differ by path.</summary>
    public static Quantity Spread(Quantity quantity, double median) =>
        quantity with
        {
            Law = new LogNormalLaw(Math.Log(median), 0.4),
            Range = HardRange.NonNegative,
        };
}
