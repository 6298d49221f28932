using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Condition, repair, attacks and strikes (model.md §7).</summary>
internal sealed partial class BlockSimulator<V>
{
    // [attack][target] the area it lies in, and the first lane of its capacity or −1 for an unlimited node
    private (int Area, int Capacity)[][] attackTargets = [];

    private void InitialiseDamage()
    {
        attackTargets =
        [
            .. Plan.Attacks.Select(attack =>
                attack
                    .Targets.Zip(
                        attack.Weights,
                        (target, weight) =>
                            (
                                Plan.Assets[target].Area * Block.Lanes,
                                weight < 0 ? -1 : Plan.Parameters.LaneOf(weight) * Block.Lanes
                            )
                    )
                    .ToArray()
            ),
        ];
        InitialiseAttacks();
    }

    private void PrepareDamage()
    {
        for (var a = 0; a < Plan.Assets.Length; a++)
        {
            Block.Parameter(Plan.Assets[a].Condition).CopyTo(Block.Of(Block.Conditions, a));
        }

        hitCount = 0;
        Array.Clear(Block.Excitement);
        Array.Clear(Block.ShutUntil);
        for (var asset = 0; asset < Plan.Assets.Length && Plan.HasDamage; asset++)
        {
            if (accessGates[asset] is { } gate)
            {
                OpenGate(gate, Block.Of(Block.Access, asset));
                continue;
            }

            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                UpdateAccess(asset, lane);
            }
        }

        for (var attack = 0; attack < Plan.Attacks.Length; attack++)
        {
            UpdateTargets(attack);
        }
    }

    /// <summary>Capability and upkeep of who operates what belongs to a group.</summary>
    private void SetRepairer(int group, int lane)
    {
        var at = (group * Block.Lanes) + lane;
        var operatedBy = (int)Block.Sellers[at];
        var (upkeep, capability) = Plan.Repairers[operatedBy];
        Block.Upkeep[at] =
            operatedBy == 0 ? 0.0
            : upkeep < 0 ? 1.0
            : Block.Parameter(upkeep, lane);
        Block.Capability[at] =
            operatedBy == 0 ? 0.0
            : capability < 0 ? 1.0
            : Block.Parameter(capability, lane);
    }

    /// <summary>Access is 0 where the holder's policy towards the operator is block.</summary>
    private void UpdateAccess(int asset, int lane)
    {
        var plan = Plan.Assets[asset];
        var holder = (int)Block.States[(plan.Area * Block.Lanes) + lane];
        var operatedBy = (int)Block.Sellers[(plan.Group * Block.Lanes) + lane];
        var theatre = Plan.Chains[plan.Area].Theatre;
        var phase = theatre < 0 ? 0 : (int)Block.States[(theatre * Block.Lanes) + lane];
        var place = plan.Node >= 0 ? plan.Node : Plan.Nodes.Length + plan.Index;
        var isBlocked =
            holder != operatedBy && DecidePassage(place, phase, holder, operatedBy, lane) == PassageTable.Blocked;
        Block.Access[(asset * Block.Lanes) + lane] = isBlocked ? 0.0 : 1.0;
    }

    private void UpdateAttack(int attack, int lane)
    {
        var any = false;
        foreach (var (area, _) in attackTargets[attack])
        {
            any |= IsEligible(Plan.Attacks[attack], area, lane);
        }

        Block.AttackApplies[(attack * Block.Lanes) + lane] = any ? 1.0 : 0.0;
    }

    /// <summary>As <see cref="UpdateAttack"/> in every lane.</summary>
    private void UpdateTargets(int attack)
    {
        var plan = Plan.Attacks[attack];
        var applies = Block.Of(Block.AttackApplies, attack);
        applies.Fill(plan.Eligibility == AttackEligibility.Any ? 1.0 : 0.0);
        foreach (var (area, _) in plan.Eligibility == AttackEligibility.Any ? [] : attackTargets[attack])
        {
            DamageKernel.Find<V>(
                Block.States.AsSpan(area, Block.Lanes),
                plan.Spec.Actor,
                plan.Eligibility == AttackEligibility.HeldByTarget,
                applies
            );
        }
    }

    private bool IsEligible(AttackPlan attack, int area, int lane)
    {
        var isHeld = (int)Block.States[area + lane] == attack.Spec.Actor;
        return attack.Eligibility == AttackEligibility.Any
            || isHeld == (attack.Eligibility == AttackEligibility.HeldByTarget);
    }

    /// <summary>Repair, then the attacks that fire; both read the holders of the step's start.</summary>
    private void AdvanceDamage(int step, double dtYears)
    {
        if (!Plan.HasDamage)
        {
            return;
        }

        for (var a = 0; a < Plan.Assets.Length; a++)
        {
            if (Plan.Assets[a].RepairTime >= 0)
            {
                var access = Block.Of(Block.Scratch, 0);
                WorkforceKernel.Multiply<V>(Block.Of(Block.Access, a), Block.Of(Block.HolderOpen, a), access);
                DamageKernel.Repair<V>(
                    Block.Of(Block.Conditions, a),
                    Block.Of(Block.Capability, Plan.Assets[a].Group),
                    access,
                    Block.Parameter(Plan.Assets[a].RepairTime),
                    dtYears
                );
            }
        }

        for (var attack = 0; attack < Plan.Attacks.Length; attack++)
        {
            Attack(attack, step, dtYears);
        }
    }

    /// <summary>Deals the hits gathered, their damage drawn together: events of one lane stay in their order.</summary>
    private void DealHits(AttackPlan attack, int step)
    {
        var shares = hitDamage.AsSpan(0, hitCount);
        if (attack.Damage.Fixed is { } law)
        {
            law.Quantile(shares, shares);
        }
        else
        {
            for (var i = 0; i < hitCount; i++)
            {
                shares[i] = attack.Damage.Value(Block, hits[i].Lane, shares[i]);
            }
        }

        for (var i = 0; i < hitCount; i++)
        {
            var (lane, target, number) = hits[i];
            Hit(attack, target, lane, step, number, shares[i]);
        }

        hitCount = 0;
    }

    private void Hit(AttackPlan attack, int target, int lane, int step, uint number, double share)
    {
        var asset = Plan.Assets[target];
        var at = (target * Block.Lanes) + lane;
        var before = Block.Conditions[at];
        Block.Conditions[at] = before * (1.0 - share);
        AfterHit?.Invoke(attack, target, lane);
        if (asset.RepairCost >= 0)
        {
            BookDamage(target, lane, Block.Parameter(asset.RepairCost, lane) * (before - Block.Conditions[at]));
        }

        if (asset.Kind == AssetKind.Tank)
        {
            BurnStock(asset.Index, lane, share);
        }

        if (attack.Shuts is not null)
        {
            Philox4x32.Draw(Seed, Block.FirstPath + (uint)lane, number, attack.ShutsStream, out var u, out _);
            var until = YearsAt(step + 1) + attack.Shuts.Value(Block, lane, u);
            Block.ShutUntil[at] = until > Block.ShutUntil[at] ? until : Block.ShutUntil[at];
            Block.ClosureIsDirty[lane] = true;
        }
    }

    /// <summary>Years from the start to the start of a step.</summary>
    private double YearsAt(int step) => stepStartYears[step];
}
