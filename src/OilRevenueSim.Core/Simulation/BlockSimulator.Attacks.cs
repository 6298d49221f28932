using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Attacks that fire: which targets they hit, and how hard (model.md §7).</summary>
internal sealed partial class BlockSimulator<V>
{
    private readonly EventDraws eventDraws;

    // [lane · most targets + target] weights of the attack that is being carried out, and their sum by lane
    private double[] targetWeights = [];
    private double[] weightSums = [];

    // [hit] hits of one attack in one step that are not yet dealt: lane, target, number of the event, mark of the damage
    private (int Lane, int Target, uint Number)[] hits = [];
    private double[] hitDamage = [];
    private int hitCount;

    // [lane that fires] what its clock may still spend in the step; marks of its next event: of the damage, of the target
    private double[] fireLeft = [];
    private double[] damageMarks = [];
    private double[] targetMarks = [];

    private void InitialiseAttacks()
    {
        var lanes = Plan.Attacks.Length == 0 ? 0 : Block.Lanes;
        targetWeights = LaneStore.Allocate(lanes * Plan.Attacks.Select(a => a.Targets.Length).DefaultIfEmpty().Max());
        weightSums = LaneStore.Allocate(lanes);
        hits = new (int, int, uint)[lanes];
        hitDamage = LaneStore.Allocate(lanes);
        fireLeft = LaneStore.Allocate(lanes);
        damageMarks = LaneStore.Allocate(lanes);
        targetMarks = LaneStore.Allocate(lanes);
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
        WeighTargets(index, count);
        // The block of an event holds the wait before it and its mark.
        DrawEvents(attack.Stream, events, count);
        eventDraws.Draw(Seed);
        eventDraws.Second.CopyTo(damageMarks);
        for (var round = 1; count > 0; round++)
        {
            if (hitCount + count > hits.Length)
            {
                DealHits(attack, step);
            }

            ListHits(attack, step, round, events, count);
            DrawEvents(attack.Stream, events, count);
            eventDraws.DrawWaits(Seed);
            var again = 0;
            for (var i = 0; i < count; i++)
            {
                var lane = Block.FiredLanes[i];
                var left = fireLeft[i] - clocks[lane];
                clocks[lane] = eventDraws.First[i];
                if (clocks[lane] <= left)
                {
                    Block.FiredLanes[again] = lane;
                    damageMarks[again] = eventDraws.Second[i];
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

    /// <summary>Lists one hit of each lane that fires, and counts its event.</summary>
    private void ListHits(AttackPlan attack, int step, int round, Span<uint> events, int count)
    {
        if (attack.Targets.Length > 1)
        {
            DrawEvents(attack.TargetStream, events, count);
            eventDraws.Draw(Seed);
            eventDraws.First.CopyTo(targetMarks);
        }

        for (var i = 0; i < count; i++)
        {
            var lane = Block.FiredLanes[i];
            CheckHits(round, lane, step, attack);
            hits[hitCount] = (lane, ChooseTarget(attack, lane, targetMarks[i]), events[lane]++);
            hitDamage[hitCount++] = damageMarks[i];
        }
    }

    private void DrawEvents(ulong stream, ReadOnlySpan<uint> events, int count)
    {
        eventDraws.Clear();
        foreach (var lane in Block.FiredLanes.AsSpan(0, count))
        {
            eventDraws.Add(Block.FirstPath + (uint)lane, events[lane], stream);
        }
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
    /// Weights of the targets in the lanes that fire, by capacity among those eligible; an unlimited node weighs as the largest finite
    /// one, all alike if none is finite. Holders do not change between the hits of a step, so once a lane and step is enough.
    /// </summary>
    private void WeighTargets(int index, int count)
    {
        if (Plan.Attacks[index].Targets.Length > 1)
        {
            foreach (var lane in Block.FiredLanes.AsSpan(0, count))
            {
                weightSums[lane] = WeighTargetsOf(index, lane);
            }
        }
    }

    private double WeighTargetsOf(int index, int lane)
    {
        const double IsUnlimited = -1.0;
        const double IsOut = -2.0;
        var attack = Plan.Attacks[index];
        var targets = attackTargets[index];
        var weights = WeightsOf(attack, lane);
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

    private Span<double> WeightsOf(AttackPlan attack, int lane) =>
        targetWeights.AsSpan(lane * (targetWeights.Length / Block.Lanes), attack.Targets.Length);

    /// <summary>The target at which the weights, added in sorted order, reach u times their sum; the only one where there is one.</summary>
    private int ChooseTarget(AttackPlan attack, int lane, double u)
    {
        if (attack.Targets.Length == 1)
        {
            return attack.Targets[0];
        }

        var weights = WeightsOf(attack, lane);
        var sum = 0.0;
        var chosen = -1;
        for (var t = 0; t < weights.Length && (chosen < 0 || sum < u * weightSums[lane]); t++)
        {
            sum += weights[t];
            chosen = weights[t] > 0.0 ? attack.Targets[t] : chosen;
        }

        return chosen;
    }
}
