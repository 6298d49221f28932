using CsCheck;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Random worlds with refineries, taps, seizures, tanks, transfers, finance, attacks and blockades on top.</summary>
internal static class RichWorlds
{
    private static readonly string[] Thieves = ["militia", "guards", "group"];

    public static readonly Gen<Scenario> Any =
        from world in RandomWorlds.Any
        from nodes in NodeExtra.Array[4]
        from taps in Gen.Select(Gen.Int[0, 3], Gen.Double[0, 0.7], Gen.Double[0, 0.9], Gen.Int[0, 2], Gen.Bool).Array[
            0,
            3
        ]
        from seized in Gen.Double[-0.5, 0.6].Array[6]
        from flags in Gen.Int[0, 15]
        select Enrich(world, nodes, taps, seized, flags);

    private static Gen<(double Yield, double Uplift, double Fee, double Size, int Kind)> NodeExtra =>
        Gen.Select(Gen.Double[0.3, 1.1], Gen.Double[-0.2, 0.6], Gen.Double[0, 4], Gen.Double[0, 4e6], Gen.Int[0, 5]);

    private static Scenario Enrich(
        Scenario world,
        (double Yield, double Uplift, double Fee, double Size, int Kind)[] extra,
        (int At, double Share, double Discount, int By, bool While)[] taps,
        double[] seized,
        int flags
    )
    {
        var enriched = world with
        {
            Nodes = [.. world.Nodes.Select((n, i) => Change(n, extra[i % extra.Length]))],
            Routes =
            [
                .. world.Routes.Select(
                    (r, i) =>
                        seized[i % seized.Length] < 0
                            ? r
                            : r with
                            {
                                Seizure = Number($"seizure-{i}", seized[i % seized.Length]),
                                SeizedBy = i % 2 == 0 ? "guards" : "nobody",
                            }
                ),
            ],
            Taps =
                world.Nodes.Length == 0
                    ? []
                    :
                    [
                        .. taps.Select(t =>
                                Tap(
                                    Thieves[t.By],
                                    world.Nodes[t.At % world.Nodes.Length].Name,
                                    t.Share,
                                    t.Discount,
                                    2,
                                    t.While ? [new PhaseCondition("main", "war")] : []
                                )
                            )
                            .DistinctBy(t => t.Identity),
                    ],
            Transfers =
            [
                Transfer("group", "militia", 5e7),
                Transfer("outside", "group", 1e7),
                Transfer("state", "guards", 3e7),
            ],
            Actors =
            [
                .. world.Actors.Select(a =>
                    a.Name is "group" or "guards"
                        ? a with
                        {
                            Finance = Funds(a.Name, 2000, 4000, treasury: 5e6, spendingPerYear: 1e6, attrition: 0.3),
                        }
                        : a
                ),
            ],
        };
        return (flags & 1) == 0 ? enriched : Fight(enriched);
    }

    private static Core.Production.Node Change(
        Core.Production.Node node,
        (double Yield, double Uplift, double Fee, double Size, int Kind) extra
    ) =>
        extra.Kind switch
        {
            0 => node with
            {
                Yield = Number($"{node.Name}.yield", extra.Yield),
                Uplift = Number($"{node.Name}.uplift", extra.Uplift),
                Fee = Number($"{node.Name}.fee", extra.Fee),
            },
            1 => node with { Fee = Number($"{node.Name}.fee", extra.Fee) },
            2 or 3 => node with { Owner = "company", Storage = Tanks(node.Name, extra.Size, extra.Size / 3, 0.9) },
            _ => node,
        };

    private static Scenario Fight(Scenario world)
    {
        string[] targets =
        [
            .. world.Nodes.Select(n => n.Storage is null ? n.Name : $"{n.Name}.tanks"),
            .. world.Fields.Select(f => f.Name),
        ];
        return world with
        {
            Attacks = [WarWorld.Attack("militia", targets, 20, WarWorld.Always("d", 0.3), own: true)],
            Blockades =
                world.Nodes.Length == 0
                    ? []
                    : [WarWorld.Blockade("guards", [world.Nodes[0].Name], 10, WarWorld.Always("l", 0.04))],
        };
    }
}
