using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Sellers, operators, workforce and passage: what changes only when a holder or a phase does.</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareProduction()
    {
        for (var group = 0; group < Plan.Groups.Length; group++)
        {
            UpdateSellers(group);
            foreach (var seller in Plan.Groups[group].Sellers)
            {
                ChooseCraft(group, seller);
            }
        }

        Block.Sellers.CopyTo(Block.FormerSellers, 0);

        for (var field = 0; field < Plan.Fields.Length; field++)
        {
            var plan = Plan.Fields[field];
            var intact = Block.Of(Block.Intact, field);
            WorkforceKernel.Multiply<V>(Block.Parameter(plan.Capacity), Block.Parameter(plan.Condition), intact);
            var workforce = Block.Of(Block.Workforce, field);
            if (plan.Workforce >= 0)
            {
                Block.Parameter(plan.Workforce).CopyTo(workforce);
            }
            else
            {
                Block.Of(Block.Skills, plan.Group).CopyTo(workforce);
            }

            WorkforceKernel.Multiply<V>(intact, workforce, Block.Of(Block.Sustainable, field));
            if (plan.Workforce < 0)
            {
                Block.Parameter(Plan.Crafts[plan.Owner].Skill).CopyTo(Block.Of(Block.OwnWorkforce, field));
            }
            else
            {
                workforce.CopyTo(Block.Of(Block.OwnWorkforce, field));
            }

            WorkforceKernel.Multiply<V>(
                intact,
                Block.Of(Block.OwnWorkforce, field),
                Block.Of(Block.Undisturbed, field)
            );
        }
    }

    private int SellerOf(int group, int lane)
    {
        var plan = Plan.Groups[group];
        var holder = (int)Block.States[(plan.Area * Block.Lanes) + lane];
        return Plan.SellsOnOwnAccount[holder] ? holder : plan.Owner;
    }

    private void SetSeller(int group, int lane, int seller)
    {
        var at = (group * Block.Lanes) + lane;
        var craft = Plan.Crafts[seller];
        Block.Sellers[at] = seller;
        Block.Skills[at] = seller == 0 ? 0.0 : Block.Parameter(craft.Skill, lane);
        Block.RetrainRates[at] = seller == 0 ? 0.0 : 1.0 / Block.Parameter(craft.RetrainTime, lane);
    }

    /// <summary>A new holder may mean a new seller and operator.</summary>
    private void UpdateSeller(int group, int lane)
    {
        var seller = SellerOf(group, lane);
        if (seller == (int)Block.Sellers[(group * Block.Lanes) + lane])
        {
            return;
        }

        SetSeller(group, lane, seller);
        if (Plan.HasDamage || Plan.HasDecline)
        {
            SetRepairer(group, lane);
        }
    }

    /// <summary>As <see cref="UpdateSeller"/> in every lane, with the same bits.</summary>
    private void UpdateSellers(int group)
    {
        var plan = Plan.Groups[group];
        var holders = Block.Of(Block.States, plan.Area);
        var sellers = Block.Of(Block.Sellers, group);
        sellers.Fill(plan.Owner);
        for (var actor = 1; actor < Plan.Actors.Length; actor++)
        {
            if (Plan.SellsOnOwnAccount[actor])
            {
                SellerKernel.Choose<V>(holders, actor, Block.Parameter(Plan.One), actor, sellers);
            }
        }

        foreach (var seller in plan.Sellers)
        {
            var (upkeep, capability) = Plan.Repairers[seller];
            var usual = seller == 0 ? 0.0 : 1.0;
            if (plan.UsesWorkforce)
            {
                ChooseCraft(group, seller);
            }

            if (Plan.HasDecline)
            {
                Choose(group, seller, seller == 0 ? -1 : upkeep, usual, Block.Of(Block.Upkeep, group));
            }

            if (Plan.HasDamage)
            {
                Choose(group, seller, seller == 0 ? -1 : capability, usual, Block.Of(Block.Capability, group));
            }
        }
    }

    /// <summary>Skill and pace of training in the lanes where a group's operator is the one given.</summary>
    private void ChooseCraft(int group, int seller)
    {
        var craft = Plan.Crafts[seller];
        Choose(group, seller, seller == 0 ? -1 : craft.Skill, 0.0, Block.Of(Block.Skills, group));
        if (seller > 0)
        {
            SellerKernel.ChooseInverse<V>(
                Block.Of(Block.Sellers, group),
                seller,
                Block.Parameter(craft.RetrainTime),
                Block.Of(Block.RetrainRates, group)
            );
        }
        else
        {
            Choose(group, seller, -1, 0.0, Block.Of(Block.RetrainRates, group));
        }
    }

    private void Choose(int group, int seller, int slot, double otherwise, Span<double> into) =>
        SellerKernel.Choose<V>(
            Block.Of(Block.Sellers, group),
            seller,
            Block.Parameter(slot < 0 ? Plan.One : slot),
            slot < 0 ? otherwise : 1.0,
            into
        );

    /// <summary>Part (1): where the operator is another than in the step before, the workforce that stays is his retention.</summary>
    private void RetainWorkforce()
    {
        for (var group = 0; group < Plan.Groups.Length; group++)
        {
            var now = Block.Of(Block.Sellers, group);
            var before = Block.Of(Block.FormerSellers, group);
            if (!Plan.Groups[group].UsesWorkforce || now.SequenceEqual(before))
            {
                continue;
            }

            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                if (now[lane] != before[lane])
                {
                    Retain(group, (int)now[lane], lane);
                }
            }

            now.CopyTo(before);
        }
    }

    private void Retain(int group, int seller, int lane)
    {
        var retention = seller == 0 ? 0.0 : Block.Parameter(Plan.Crafts[seller].Retention, lane);
        for (var field = 0; field < Plan.Fields.Length; field++)
        {
            if (Plan.Fields[field].Group == group)
            {
                Block.Workforce[(field * Block.Lanes) + lane] *= retention;
            }
        }
    }

    private void PreparePassage()
    {
        for (var carriage = 0; carriage < Plan.Carriages.Length; carriage++)
        {
            if (Plan.Carriages[carriage].Collectors.Length > 0 || Plan.Interventions.Length > 0)
            {
                for (var lane = 0; lane < Block.Lanes; lane++)
                {
                    UpdatePassage(carriage, lane);
                }

                continue;
            }

            // Without tolls and interventions all lanes start alike: the start of every chain is certain.
            UpdatePassage(carriage, 0);
            var admitted = Block.Of(Block.Admitted, carriage);
            admitted.Fill(admitted[0]);
        }
    }

    /// <summary>Asks every gate of a route whether the seller may pass and for what (model.md §8).</summary>
    private void UpdatePassage(int carriage, int lane)
    {
        var plan = Plan.Carriages[carriage];
        var route = Plan.Routes[plan.Route];
        var lanes = Block.Lanes;
        var seller = (int)Block.Sellers[(plan.Group * lanes) + lane];
        var admitted = seller > 0 && Plan.Markets[route.Market].MaySell[seller];
        ClearTolls(plan, lane);
        var charged = 0u; // holders whose toll for the whole route is booked
        for (var n = 0; n < route.Nodes.Length && admitted; n++)
        {
            var node = route.Nodes[n];
            var area = Plan.Nodes[node].Area;
            var holder = (int)Block.States[(area * lanes) + lane];
            var theatre = Plan.Chains[area].Theatre;
            var phase = theatre < 0 ? 0 : (int)Block.States[(theatre * lanes) + lane];
            var decision = DecidePassage(node, phase, holder, seller, lane);
            if (decision == PassageTable.Blocked)
            {
                admitted = false;
            }
            else if (decision >= 0)
            {
                var toll = Plan.Passage.Tolls[decision];
                var bit = 1u << holder;
                if (toll.AtEachNode || (charged & bit) == 0)
                {
                    AddToll(plan, toll, holder, lane, n);
                    charged |= toll.AtEachNode ? 0u : bit;
                }
            }

            if (admitted && Plan.Nodes[node].Fee >= 0 && holder != 0 && holder != seller)
            {
                AddDue(plan, holder, lane, n, Block.Parameter(Plan.Nodes[node].Fee, lane), 0.0, 0.0);
            }
        }

        Block.Admitted[(carriage * lanes) + lane] = admitted ? 1.0 : 0.0;
        if (!admitted)
        {
            ClearTolls(plan, lane);
        }
    }

    private void ClearTolls(CarriagePlan plan, int lane)
    {
        if (plan.Collectors.Length > 0)
        {
            var count = (3 + (2 * plan.Collectors.Length)) * (plan.StoreLane < 0 ? 1 : 2);
            for (var t = 0; t < count; t++)
            {
                Block.Tolls[((plan.TollLane + t) * Block.Lanes) + lane] = 0.0;
            }
        }
    }

    private void AddToll(CarriagePlan plan, TollPlan toll, int holder, int lane, int position)
    {
        var perBarrel = toll.PerBarrel < 0 ? 0.0 : Block.Parameter(toll.PerBarrel, lane);
        var inKind = toll.InKind < 0 ? 0.0 : Block.Parameter(toll.InKind, lane);
        var share = (toll.Share < 0 ? 0.0 : Block.Parameter(toll.Share, lane)) + inKind;
        AddDue(plan, holder, lane, position, perBarrel, share, inKind);
    }

    /// <summary>Adds what a holder takes at a node; per barrel it is due on the share of an entering barrel that reaches the node.</summary>
    private void AddDue(
        CarriagePlan plan,
        int holder,
        int lane,
        int position,
        double perBarrel,
        double share,
        double inKind
    )
    {
        var route = Plan.Routes[plan.Route];
        if (route.Flow is { } flow)
        {
            perBarrel *= Block.Arrivals[((flow.FirstArrival + position) * Block.Lanes) + lane];
        }

        AddTo(plan, plan.TollLane, holder, lane, (perBarrel, share, inKind));
        if (plan.StoreLane >= 0 && position < route.Nodes.Length - 1)
        {
            AddTo(plan, plan.StoreLane, holder, lane, (perBarrel, share, inKind));
        }
    }

    private void AddTo(
        CarriagePlan plan,
        int first,
        int holder,
        int lane,
        (double PerBarrel, double Share, double InKind) due
    )
    {
        var lanes = Block.Lanes;
        var collector = first + 3 + (2 * Array.IndexOf(plan.Collectors, holder));
        Block.Tolls[(first * lanes) + lane] += due.PerBarrel;
        Block.Tolls[((first + 1) * lanes) + lane] += due.Share;
        Block.Tolls[((first + 2) * lanes) + lane] += due.InKind;
        Block.Tolls[(collector * lanes) + lane] += due.PerBarrel;
        Block.Tolls[((collector + 1) * lanes) + lane] += due.Share;
    }
}
