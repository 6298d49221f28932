using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Assets that can be damaged and repaired: fields, then nodes, then tanks.</summary>
internal sealed partial class PlanCompiler
{
    private readonly Dictionary<string, int> assetIndex = new(StringComparer.Ordinal);

    private void CompileAssets()
    {
        var fields = scenario.Fields.OrderBy(f => f.Name, StringComparer.Ordinal).ToArray();
        var nodes = scenario.Nodes.OrderBy(n => n.Name, StringComparer.Ordinal).ToArray();
        var assets = new List<AssetPlan>();
        for (var f = 0; f < fields.Length; f++)
        {
            var group = plan.Fields[f].Group;
            assets.Add(
                Asset(
                    AssetKind.Field,
                    f,
                    fields[f].Name,
                    group,
                    -1,
                    fields[f].Condition,
                    fields[f].RepairTime,
                    fields[f].RepairCost
                )
            );
        }

        for (var n = 0; n < nodes.Length; n++)
        {
            var group = GroupOf(nodes[n].Area, nodes[n].Owner);
            assets.Add(
                Asset(
                    AssetKind.Node,
                    n,
                    nodes[n].Name,
                    group,
                    n,
                    nodes[n].Condition,
                    nodes[n].RepairTime,
                    nodes[n].RepairCost
                )
            );
        }

        var tanks = new List<TankPlan>();
        for (var n = 0; n < nodes.Length; n++)
        {
            if (nodes[n].Storage is { } storage)
            {
                var group = GroupOf(nodes[n].Area, nodes[n].Owner);
                var asset = Asset(
                    AssetKind.Tank,
                    tanks.Count,
                    $"{nodes[n].Name}.tanks",
                    group,
                    n,
                    storage.Condition,
                    storage.RepairTime,
                    storage.RepairCost
                );
                tanks.Add(new TankPlan(n, parameters.Add(storage.Size), parameters.Add(storage.Stock), assets.Count));
                assets.Add(asset);
            }
        }

        plan.Repairers =
        [
            (-1, -1),
            .. scenario
                .Actors.OrderBy(a => a.Name, StringComparer.Ordinal)
                .Select(a => (parameters.AddOptional(a.Upkeep), parameters.AddOptional(a.Capability))),
        ];
        plan.Assets = [.. assets];
        plan.Tanks = [.. tanks];
        plan.Groups = [.. groups];
        for (var a = 0; a < assets.Count; a++)
        {
            assetIndex.Add(assets[a].Name, a);
        }
    }

    private AssetPlan Asset(
        AssetKind kind,
        int index,
        string name,
        int group,
        int node,
        Uncertainty.Quantity condition,
        Uncertainty.Quantity? repairTime,
        Uncertainty.Quantity? repairCost
    ) =>
        new(
            kind,
            index,
            name,
            groups[group].Area,
            groups[group].Owner,
            group,
            node,
            parameters.Add(condition),
            parameters.AddOptional(repairTime),
            parameters.AddOptional(repairCost)
        );

    /// <summary>Group of an area and a legal owner: who operates what lies there and belongs to him.</summary>
    private int GroupOf(string areaName, string ownerName)
    {
        var area = Index(areaChain, areaName, "area");
        var owner = Index(actorIndex, ownerName, "actor");
        if (!groupIndex.TryGetValue((area, owner), out var group))
        {
            group = groups.Count;
            int[] sellers =
            [
                .. ReachableHolders(area).Select(h => plan.SellsOnOwnAccount[h] ? h : owner).Distinct().Order(),
            ];
            groupIndex.Add((area, owner), group);
            groups.Add(new SellerGroupPlan(area, owner, sellers, false));
        }

        return group;
    }
}

/// <summary>Kind of an asset.</summary>
internal enum AssetKind
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>A node.</summary>
    Node,

    /// <summary>The tanks of a terminal.</summary>
    Tank,
}

/// <summary>Something with a condition.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Index">Index among fields, nodes or tanks.</param>
/// <param name="Name">Name, <c>NODE.tanks</c> for tanks.</param>
/// <param name="Area">Chain of its area.</param>
/// <param name="Owner">Legal owner.</param>
/// <param name="Group">Group whose operator repairs it.</param>
/// <param name="Node">Node it is or stands at, −1 for a field.</param>
/// <param name="Condition">Slot of its condition at step 0.</param>
/// <param name="RepairTime">Slot of its repair time, years, or −1 for never.</param>
/// <param name="RepairCost">Slot of the cost of full repair, USD, or −1 for 0.</param>
internal sealed record AssetPlan(
    AssetKind Kind,
    int Index,
    string Name,
    int Area,
    int Owner,
    int Group,
    int Node,
    int Condition,
    int RepairTime,
    int RepairCost
);
