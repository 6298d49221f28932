using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Condition, repair, attacks and strikes (model.md §7).</summary>
internal sealed partial class BlockSimulator<V>
{
    // [attack][target] the area it lies in, and the first lane of its capacity or −1 for an unlimited node
    private (int Area, int Capacity)[][] attackTargets = [];

    // [target of one attack] scratch of the hits in one lane
    private double[] targetWeights = [];

    // [hit] hits of one attack in one step that are not yet dealt: lane, target, number of the event, mark of the damage
    private (int Lane, int Target, uint Number)[] hits = [];
    private double[] hitDamage = [];
    private int hitCount;

    // [lane that fires] what its clock may still spend in the step; mark of the target
    private double[] fireLeft = [];
    private double[] targetMarks = [];
    private readonly EventDraws eventDraws;

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
        targetWeights = new double[Plan.Attacks.Length == 0 ? 0 : Plan.Attacks.Max(a => a.Targets.Length)];
        hits = new (int, int, uint)[Plan.Attacks.Length == 0 ? 0 : Block.Lanes];
        hitDamage = new double[hits.Length];
        fireLeft = new double[hits.Length];
        targetMarks = new double[hits.Length];
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
            fireLeft[i] = ((rates[lane] * dtYears) + (extra.Length > 0 ? extra[lane] : 0.0)) * applies[lane];
        }

        FireAttack(index, step, count);
        DealHits(attack, step);
    }

    /// <summary>Spends what is left of a step in the lanes that fired: the first hit of each, then the second where there is one, and so on.</summary>
    private void FireAttack(int index, int step, int count)
    {
        var attack = Plan.Attacks[index];
        var clocks = Block.Of(Block.Clocks, attack.Clock);
        var events = Block.Events.AsSpan(attack.Clock * Block.Lanes, Block.Lanes);
        for (var round = 1; count > 0; round++)
        {
            if (hitCount + count > hits.Length)
            {
                DealHits(attack, step);
            }

            if (attack.Targets.Length > 1)
            {
                DrawEvents(attack.TargetStream, events, count, next: 0);
                eventDraws.Draw(Seed);
                eventDraws.First.CopyTo(targetMarks);
            }

            // The block of an event holds the wait before it and its mark.
            DrawEvents(attack.Stream, events, count, next: 0);
            eventDraws.Draw(Seed);
            eventDraws.Second.CopyTo(hitDamage.AsSpan(hitCount));
            DrawEvents(attack.Stream, events, count, next: 1);
            eventDraws.DrawWaits(Seed);
            var again = 0;
            for (var i = 0; i < count; i++)
            {
                var lane = Block.FiredLanes[i];
                CheckHits(round, lane, step, attack);
                hits[hitCount++] = (lane, TargetOf(index, lane, i), events[lane]++);
                var left = fireLeft[i] - clocks[lane];
                clocks[lane] = eventDraws.First[i];
                if (clocks[lane] <= left)
                {
                    Block.FiredLanes[again] = lane;
                    fireLeft[again++] = left;
                    continue;
                }

                clocks[lane] -= left;
                if (attack.Clustering is not null)
                {
                    Block.Excitement[(index * Block.Lanes) + lane] += round;
                }
            }

            count = again;
        }
    }

    private void DrawEvents(ulong stream, ReadOnlySpan<uint> events, int count, uint next)
    {
        eventDraws.Clear();
        foreach (var lane in Block.FiredLanes.AsSpan(0, count))
        {
            eventDraws.Add(Block.FirstPath + (uint)lane, events[lane] + next, stream);
        }
    }

    private int TargetOf(int index, int lane, int mark)
    {
        var attack = Plan.Attacks[index];
        return attack.Targets.Length == 1
            ? attack.Targets[0]
            : ChooseTarget(attack, WeighTargets(index, lane), targetMarks[mark]);
    }

    private void CheckHits(int round, int lane, int step, AttackPlan attack)
    {
        var path = Block.FirstPath + (uint)lane;
        if (round > Control.ClockKernel.MostEventsPerStep && path < PathLimit)
        {
            throw new SimulationException(
                $"More than {Control.ClockKernel.MostEventsPerStep} attacks within one step: a hazard is too high for this step",
                Seed,
                path,
                step,
                attack.Spec.Identity
            );
        }
    }

    /// <summary>
    /// Weights of the targets in one lane, by capacity among those eligible; an unlimited node weighs as the largest finite one, all
    /// alike if none is finite. Holders do not change between the hits of a step, so once a lane and step is enough.
    /// </summary>
    /// <returns>Their sum.</returns>
    private double WeighTargets(int index, int lane)
    {
        const double IsUnlimited = -1.0;
        const double IsOut = -2.0;
        var attack = Plan.Attacks[index];
        var targets = attackTargets[index];
        var weights = targetWeights.AsSpan(0, targets.Length);
        var largest = 0.0;
        for (var t = 0; t < targets.Length; t++)
        {
            var (area, capacity) = targets[t];
            weights[t] =
                !IsEligible(attack, area, lane) ? IsOut
                : capacity < 0 ? IsUnlimited
                : Block.Parameters[capacity + lane];
            largest = weights[t] > largest ? weights[t] : largest;
        }

        var total = 0.0;
        foreach (ref var weight in weights)
        {
            weight =
                weight == IsOut ? 0.0
                : largest == 0.0 ? 1.0
                : weight == IsUnlimited ? largest
                : weight;
            total += weight;
        }

        return total;
    }

    /// <summary>The target at which the weights, added in sorted order, reach u times their sum.</summary>
    private int ChooseTarget(AttackPlan attack, double total, double u)
    {
        var weights = targetWeights.AsSpan(0, attack.Targets.Length);
        var sum = 0.0;
        var chosen = -1;
        for (var t = 0; t < weights.Length && (chosen < 0 || sum < u * total); t++)
        {
            sum += weights[t];
            chosen = weights[t] > 0.0 ? attack.Targets[t] : chosen;
        }

        return chosen;
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
