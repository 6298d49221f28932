using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Condition, repair, attacks and strikes (model.md §7).</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareDamage()
    {
        for (var a = 0; a < Plan.Assets.Length; a++)
        {
            Block.Parameter(Plan.Assets[a].Condition).CopyTo(Block.Of(Block.Conditions, a));
        }

        for (var lane = 0; lane < Block.Lanes && (Plan.HasDamage || Plan.HasDecline); lane++)
        {
            for (var group = 0; group < Plan.Groups.Length; group++)
            {
                SetRepairer(group, lane);
            }
        }

        Array.Clear(Block.Excitement);
        Array.Clear(Block.ShutUntil);
        for (var lane = 0; lane < Block.Lanes && Plan.HasDamage; lane++)
        {
            for (var asset = 0; asset < Plan.Assets.Length; asset++)
            {
                UpdateAccess(asset, lane);
            }

            for (var attack = 0; attack < Plan.Attacks.Length; attack++)
            {
                UpdateAttack(attack, lane);
            }
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
        foreach (var target in Plan.Attacks[attack].Targets)
        {
            any |= IsEligible(Plan.Attacks[attack], target, lane);
        }

        Block.AttackApplies[(attack * Block.Lanes) + lane] = any ? 1.0 : 0.0;
    }

    private bool IsEligible(AttackPlan attack, int target, int lane)
    {
        var holder = (int)Block.States[(Plan.Assets[target].Area * Block.Lanes) + lane];
        return attack.Eligibility switch
        {
            AttackEligibility.Any => true,
            AttackEligibility.HeldByTarget => holder == attack.Spec.Actor,
            _ => holder != attack.Spec.Actor,
        };
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

    private void Attack(int index, int step, double dtYears)
    {
        var attack = Plan.Attacks[index];
        Span<double> extra = [];
        if (attack.Clustering is { } clustering)
        {
            extra = Block.Of(Block.Scratch, 0);
            DamageKernel.Excite<V>(
                Block.Of(Block.Excitement, index),
                Block.Parameter(clustering.Adds),
                Block.Parameter(clustering.Fades),
                dtYears,
                extra
            );
        }

        var applies = Block.Of(Block.AttackApplies, index);
        var rates = Block.Of(Block.Rates, attack.Clock);
        var count = DamageKernel.Spend<V>(
            Block.Of(Block.Clocks, attack.Clock),
            rates,
            extra,
            applies,
            dtYears,
            Block.FiredLanes
        );
        for (var i = 0; i < count; i++)
        {
            var lane = Block.FiredLanes[i];
            var left = ((rates[lane] * dtYears) + (extra.Length > 0 ? extra[lane] : 0.0)) * applies[lane];
            FireAttack(index, lane, step, left);
        }
    }

    /// <summary>Spends what is left of a step in one lane, hit by hit.</summary>
    private void FireAttack(int index, int lane, int step, double left)
    {
        var attack = Plan.Attacks[index];
        var at = (attack.Clock * Block.Lanes) + lane;
        var path = Block.FirstPath + (uint)lane;
        var hits = 0;
        while (Block.Clocks[at] <= left)
        {
            if (++hits > Control.ClockKernel.MostEventsPerStep && path < PathLimit)
            {
                throw new SimulationException(
                    $"More than {Control.ClockKernel.MostEventsPerStep} attacks within one step: a hazard is too high for this step",
                    Seed,
                    path,
                    step,
                    attack.Spec.Identity
                );
            }

            left -= Block.Clocks[at];
            var number = Block.Events[at];
            Philox4x32.Draw(Seed, path, number, attack.Stream, out _, out var damageMark);
            Philox4x32.Draw(Seed, path, number, attack.TargetStream, out var targetMark, out _);
            Hit(attack, ChooseTarget(attack, lane, targetMark), lane, step, number, damageMark);
            Philox4x32.Draw(Seed, path, ++Block.Events[at], attack.Stream, out var u0, out _);
            Block.Clocks[at] = -LaneMath.Log(u0);
        }

        Block.Clocks[at] -= left;
        if (attack.Clustering is not null)
        {
            Block.Excitement[(index * Block.Lanes) + lane] += hits;
        }
    }

    /// <summary>By capacity among those eligible, in sorted order; an unlimited node weighs as the largest finite one, all alike if none is finite.</summary>
    private int ChooseTarget(AttackPlan attack, int lane, double u)
    {
        var largest = 0.0;
        for (var t = 0; t < attack.Targets.Length; t++)
        {
            if (attack.Weights[t] >= 0 && IsEligible(attack, attack.Targets[t], lane))
            {
                var weight = Block.Parameter(attack.Weights[t], lane);
                largest = weight > largest ? weight : largest;
            }
        }

        var total = 0.0;
        for (var t = 0; t < attack.Targets.Length; t++)
        {
            total += Weight(t);
        }

        var sum = 0.0;
        var chosen = -1;
        for (var t = 0; t < attack.Targets.Length && (chosen < 0 || sum < u * total); t++)
        {
            var weight = Weight(t);
            sum += weight;
            chosen = weight > 0.0 ? attack.Targets[t] : chosen;
        }

        return chosen;

        double Weight(int t) =>
            !IsEligible(attack, attack.Targets[t], lane) ? 0.0
            : largest == 0.0 ? 1.0
            : attack.Weights[t] < 0 ? largest
            : Block.Parameter(attack.Weights[t], lane);
    }

    private void Hit(AttackPlan attack, int target, int lane, int step, uint number, double damageMark)
    {
        var asset = Plan.Assets[target];
        var at = (target * Block.Lanes) + lane;
        var share = attack.Damage.Value(Block, lane, damageMark);
        var before = Block.Conditions[at];
        Block.Conditions[at] = before * (1.0 - share);
        if (asset.RepairCost >= 0)
        {
            BookDamage(asset.Owner, lane, Block.Parameter(asset.RepairCost, lane) * (before - Block.Conditions[at]));
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
