namespace OilRevenueSim.Core.Simulation;

/// <summary>What depends on holders and phases, brought up to date after a step's changes: lane by lane, or a block at a time.</summary>
/// <remarks>
/// Where a change is rare only the lanes in which it fired are touched; where every block sees many, lanes side by side cost less than
/// those few one by one: an area that one lane in ten takes moves 18 hazards, 5 gates and 4 repairs. Both ways give the same bits.
/// </remarks>
internal sealed partial class BlockSimulator<V>
{
    /// <summary>Lanes of a whole block that are updated in the time of one that is updated alone; estimated for 512 bits, and no bit hangs on it.</summary>
    private const int LanesPerUpdate = 20;

    private GatePlan?[] carriageGates = []; // [carriage] null where lanes are asked one by one
    private GatePlan?[] accessGates = []; // [asset] likewise
    private bool[] hazardIsDue = []; // [clock]
    private bool[] groupIsDue = [];
    private bool[] carriageIsDue = [];
    private bool[] accessIsDue = []; // [asset]
    private bool[] attackIsDue = [];

    private void InitialiseDependents()
    {
        carriageGates = [.. Plan.Carriages.Select(carriage => GatePlan.OfCarriage(Plan, carriage))];
        accessGates = [.. Plan.Assets.Select(asset => GatePlan.OfAccess(Plan, asset))];
        hazardIsDue = new bool[Plan.ClockCount];
        groupIsDue = new bool[Plan.Groups.Length];
        carriageIsDue = new bool[Plan.Carriages.Length];
        accessIsDue = new bool[Plan.Assets.Length];
        attackIsDue = new bool[Plan.Attacks.Length];
    }

    /// <summary>After all chains have moved.</summary>
    private void UpdateDependents()
    {
        var fired = 0;
        var moved = 0;
        foreach (var count in Block.FiredCounts)
        {
            fired += count;
            moved += count > 0 ? 1 : 0;
        }

        if (fired == 0)
        {
            return;
        }

        var asBlock = fired * LanesPerUpdate >= moved * Block.Lanes;
        if (asBlock)
        {
            UpdateBlock();
        }

        for (var c = 0; c < components.Length; c++)
        {
            foreach (var lane in Block.FiredByComponent.AsSpan(c * Block.Lanes, Block.FiredCounts[c]))
            {
                foreach (var chain in components[c].Plan.Chains)
                {
                    if (asBlock)
                    {
                        UpdateRest(chain, lane);
                    }
                    else
                    {
                        UpdateDependents(chain, lane);
                    }
                }
            }
        }
    }

    /// <summary>Everything that depends on a chain, in one lane.</summary>
    private void UpdateDependents(int chain, int lane)
    {
        var plan = Plan.Chains[chain];
        foreach (var hazard in plan.DependentHazards)
        {
            UpdateRate(hazard, lane);
        }

        foreach (var group in plan.DependentGroups)
        {
            UpdateSeller(group, lane);
        }

        foreach (var carriage in plan.DependentCarriages)
        {
            UpdatePassage(carriage, lane);
        }

        foreach (var asset in plan.DependentAssets)
        {
            UpdateAccess(asset, lane);
        }

        foreach (var attack in plan.DependentAttacks)
        {
            UpdateAttack(attack, lane);
        }

        UpdateStocksAndBlockades(plan, lane);
    }

    /// <summary>What <see cref="UpdateBlock"/> leaves out.</summary>
    private void UpdateRest(int chain, int lane)
    {
        var plan = Plan.Chains[chain];
        foreach (var carriage in plan.DependentCarriages)
        {
            if (carriageGates[carriage] is null)
            {
                UpdatePassage(carriage, lane);
            }
        }

        foreach (var asset in plan.DependentAssets)
        {
            if (accessGates[asset] is null)
            {
                UpdateAccess(asset, lane);
            }
        }

        UpdateStocksAndBlockades(plan, lane);
    }

    private void UpdateStocksAndBlockades(ChainPlan plan, int lane)
    {
        foreach (var tank in plan.DependentTanks)
        {
            UpdateTank(tank, lane);
        }

        foreach (var blockade in plan.DependentBlockades)
        {
            UpdateBlockade(blockade, lane);
        }

        Block.ClosureIsDirty[lane] |= Plan.ImposedBlockades.Length > 0; // repair heeds those of the holder
    }

    /// <summary>Everything that is brought up to date in all lanes at once, where a chain that it depends on moved in any.</summary>
    private void UpdateBlock()
    {
        for (var c = 0; c < components.Length; c++)
        {
            foreach (var chain in Block.FiredCounts[c] > 0 ? components[c].Plan.Chains : [])
            {
                MarkDue(Plan.Chains[chain]);
            }
        }

        foreach (var hazard in Plan.Hazards)
        {
            if (TakeDue(hazardIsDue, hazard.Clock))
            {
                UpdateRates(hazard);
            }
        }

        for (var group = 0; group < groupIsDue.Length; group++)
        {
            if (TakeDue(groupIsDue, group))
            {
                UpdateSellers(group);
            }
        }

        for (var carriage = 0; carriage < carriageIsDue.Length; carriage++)
        {
            if (TakeDue(carriageIsDue, carriage) && carriageGates[carriage] is { IsAlwaysOpen: false } gate)
            {
                OpenGate(gate, Block.Of(Block.Admitted, carriage));
            }
        }

        for (var asset = 0; asset < accessIsDue.Length; asset++)
        {
            if (TakeDue(accessIsDue, asset) && accessGates[asset] is { IsAlwaysOpen: false } gate)
            {
                OpenGate(gate, Block.Of(Block.Access, asset));
            }
        }

        for (var attack = 0; attack < attackIsDue.Length; attack++)
        {
            if (TakeDue(attackIsDue, attack))
            {
                UpdateTargets(attack);
            }
        }
    }

    private void MarkDue(ChainPlan chain)
    {
        foreach (var hazard in chain.DependentHazards)
        {
            hazardIsDue[hazard.Clock] = true;
        }

        Mark(groupIsDue, chain.DependentGroups);
        Mark(carriageIsDue, chain.DependentCarriages);
        Mark(accessIsDue, chain.DependentAssets);
        Mark(attackIsDue, chain.DependentAttacks);

        static void Mark(bool[] isDue, int[] items)
        {
            foreach (var item in items)
            {
                isDue[item] = true;
            }
        }
    }

    private static bool TakeDue(bool[] isDue, int item)
    {
        var due = isDue[item];
        isDue[item] = false;
        return due;
    }

    private void OpenGate(GatePlan gate, Span<double> open) =>
        gate.Open<V>(Block.Of(Block.Sellers, gate.Group), Block.States, open);
}
