using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Watches lane 0 of a block and lists what happens in it; reads the block, writes nothing.</summary>
/// <remarks>
/// What differs between the end of part (3) of one step and the beginning of the next came of hazards in part (4); what differs
/// between the beginning of a step and the end of its part (3) was set by dated effects.
/// </remarks>
internal sealed class PathObserver
{
    private readonly SimulationPlan plan;
    private readonly PathBlock block;
    private readonly List<PathEvent> events = [];
    private readonly double[] states;
    private readonly double[] conditions;
    private readonly bool[] isClosed;
    private readonly bool[] isActing;
    private readonly uint[] fired;
    private readonly List<(AttackPlan Attack, int Target)> hits = [];

    public PathObserver(BlockSimulator simulator)
    {
        plan = simulator.Plan;
        block = simulator.Block;
        states = new double[plan.Chains.Length];
        conditions = new double[plan.Assets.Length];
        isClosed = new bool[plan.Assets.Length];
        isActing = new bool[plan.Interventions.Length];
        fired = new uint[plan.ClockCount];
        simulator.BeforeStep = BeforeStep;
        simulator.AfterStep = AfterStep;
        simulator.AfterHit = AfterHit;
    }

    /// <summary>Holder of each area at the start.</summary>
    public ImmutableArray<string> StartHolders { get; private set; } = [];

    /// <summary>What happened so far.</summary>
    public ImmutableArray<PathEvent> Events => [.. events.OrderBy(e => e.Step)];

    private void BeforeStep(int step)
    {
        if (step == 0)
        {
            for (var c = 0; c < states.Length; c++)
            {
                states[c] = block.States[c * block.Lanes];
            }

            StartHolders =
            [
                .. Enumerable
                    .Range(plan.TheatreCount, plan.Chains.Length - plan.TheatreCount)
                    .Select(c => plan.Actors[(int)states[c]]),
            ];
            for (var a = 0; a < conditions.Length; a++)
            {
                conditions[a] = block.Conditions[a * block.Lanes];
            }

            for (var clock = 0; clock < fired.Length; clock++)
            {
                fired[clock] = block.Events[clock * block.Lanes];
            }

            return;
        }

        NoteStates(step - 1, isSet: false);
        NoteAttacks(step - 1);
        NoteDamage(step - 1);
    }

    private void AfterStep(int step)
    {
        NoteInterventions(step);
        NoteStates(step, isSet: true);
        NoteClosures(step);
    }

    private void AfterHit(AttackPlan attack, int target, int lane)
    {
        if (lane == 0)
        {
            hits.Add((attack, target));
        }
    }

    private void NoteStates(int step, bool isSet)
    {
        for (var c = 0; c < states.Length; c++)
        {
            var chain = plan.Chains[c];
            var (before, after) = ((int)states[c], (int)block.States[c * block.Lanes]);
            var changes = isSet ? 0 : chain.Changes.Sum(change => TakeFired(change.Clock));
            if (before != after)
            {
                events.Add(
                    c < plan.TheatreCount
                        ? new PhaseChanged(step, chain.Name, PhaseName(c, before), PhaseName(c, after), isSet)
                        : new HolderChanged(step, chain.Name, plan.Actors[before], plan.Actors[after], isSet)
                );
            }
            else if (changes > 1 && c >= plan.TheatreCount)
            {
                events.Add(new HolderReturned(step, chain.Name, plan.Actors[after], changes));
            }

            states[c] = after;
        }
    }

    private string PhaseName(int theatre, int phase) =>
        plan.Scenario.Theatres.Single(t => t.Name == plan.Chains[theatre].Name).Phases[phase];

    private void NoteAttacks(int step)
    {
        foreach (var attack in plan.Attacks)
        {
            var targets = hits.Where(h => h.Attack == attack).Select(h => plan.Assets[h.Target].Name).ToList();
            if (targets.Count > 0)
            {
                events.Add(
                    new AttackCarriedOut(
                        step,
                        attack.Spec.Identity,
                        attack.Spec.Actor < 0 ? "" : plan.Actors[attack.Spec.Actor],
                        attack.Spec.Kind == HazardKind.Strike,
                        [.. targets]
                    )
                );
            }
        }

        hits.Clear();
    }

    private void NoteDamage(int step)
    {
        for (var a = 0; a < conditions.Length; a++)
        {
            var after = block.Conditions[a * block.Lanes];
            if (after < conditions[a])
            {
                events.Add(new AssetDamaged(step, plan.Assets[a].Name, conditions[a], after));
            }

            conditions[a] = after;
        }
    }

    private void NoteInterventions(int step)
    {
        for (var i = 0; i < isActing.Length; i++)
        {
            var acts = block.EffectShare[i * block.Lanes] > 0.0;
            if (acts != isActing[i])
            {
                var name = plan.Interventions[i].Name;
                events.Add(acts ? new InterventionBegan(step, name) : new InterventionEnded(step, name));
            }

            isActing[i] = acts;
        }
    }

    private void NoteClosures(int step)
    {
        for (var a = 0; a < isClosed.Length; a++)
        {
            var share = block.Open[a * block.Lanes];
            if (share < 1.0 && !isClosed[a])
            {
                events.Add(new PlaceClosed(step, plan.Assets[a].Name, share, [.. ClosedBy(a, step)]));
            }
            else if (share >= 1.0 && isClosed[a])
            {
                events.Add(new PlaceReopened(step, plan.Assets[a].Name));
            }

            isClosed[a] = share < 1.0;
        }
    }

    private IEnumerable<string> ClosedBy(int asset, int step)
    {
        var start = (plan.Grid.FirstDays[step].DayNumber - plan.Grid.Start.DayNumber) / Time.TimeGrid.DaysPerYear;
        for (var b = 0; b < plan.Blockades.Length; b++)
        {
            var place = Array.IndexOf(plan.Blockades[b].Places, asset);
            var at = b * block.Lanes;
            if (place >= 0 && (block.BlockadeCloses[at] & (1u << place)) != 0 && block.BlockadeEnd[at] > start)
            {
                yield return plan.Actors[plan.Blockades[b].By];
            }
        }
    }

    private int TakeFired(int clock)
    {
        var now = block.Events[clock * block.Lanes];
        var times = (int)(now - fired[clock]);
        fired[clock] = now;
        return times;
    }
}
