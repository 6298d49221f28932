using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Holders and phases: continuous-time chains, resolved event by event in the lanes where a clock fires.</summary>
internal sealed partial class BlockSimulator<V>
{
    private readonly EventDraws clockDraws;
    private readonly int[] drawnClocks; // [draw] place of its clock
    private double[] lastStabilised = []; // [stabiliser] latest end over the lanes, years since the start

    private void PrepareChains()
    {
        Array.Clear(Block.Events);
        Array.Clear(Block.FiredCounts);
        for (var c = 0; c < Plan.Chains.Length; c++)
        {
            Block.Of(Block.States, c).Fill(Plan.Chains[c].Start);
        }

        Array.Fill(Block.StabilisedUntil, double.NegativeInfinity);
        Array.Fill(Block.StabilisedRatio, 1.0);
        if (lastStabilised.Length != Plan.Stabilisers.Length)
        {
            lastStabilised = new double[Plan.Stabilisers.Length];
        }

        Array.Fill(lastStabilised, double.NegativeInfinity);
    }

    /// <summary>Part (4): everything reads the state at the step's start, then the state moves to the next step.</summary>
    private void Advance(int step)
    {
        var dtYears = Plan.Grid.DtYears(step);
        AdvancePrices(step);
        for (var field = 0; field < Plan.Fields.Length; field++)
        {
            var group = Plan.Fields[field].Group;
            if (Plan.Groups[group].UsesWorkforce)
            {
                WorkforceKernel.Relax<V>(
                    Block.Of(Block.Workforce, field),
                    Block.Of(Block.Skills, group),
                    Block.Of(Block.RetrainRates, group),
                    dtYears
                );
            }
        }

        AdvanceDamage(step, dtYears);
        AdvanceRamps(dtYears);
        var changed = false;
        for (var c = 0; c < components.Length; c++)
        {
            changed |= AdvanceComponent(c, step, dtYears);
        }

        if (changed)
        {
            UpdateDependents();
        }

        AdvanceFinances(dtYears);
    }

    private bool AdvanceComponent(int c, int step, double dtYears)
    {
        var component = components[c];
        Block.FiredCounts[c] = 0;
        if (component.Clock.Length == 0)
        {
            return false;
        }

        var fired = Block.FiredByComponent.AsSpan(c * Block.Lanes, Block.Lanes);
        var lanes = new ClockLanes
        {
            Lanes = Block.Lanes,
            States = Block.States,
            Chain = component.Chain,
            Chains = component.Plan.Chains,
            Leaving = component.Leaving,
            From = component.From,
            Clock = component.Clock,
            Stream = component.Stream,
            Clocks = Block.Clocks,
            Events = Block.Events,
            RatesPerYear = Block.Rates,
        };
        var count = ClockKernel.Spend<V>(lanes, dtYears, fired);
        for (var i = 0; i < count; i++)
        {
            Resolve(lanes, component, fired[i], step, dtYears);
        }

        DrawClocks();

        Block.FiredCounts[c] = count;
        return count > 0;
    }

    /// <summary>Lets one lane live through a step event by event.</summary>
    private void Resolve(in ClockLanes lanes, ComponentLanes component, int lane, int step, double dtYears)
    {
        var path = Block.FirstPath + (uint)lane;
        var now = 0.0;
        for (var events = 0; events <= ClockKernel.MostEventsPerStep; events++)
        {
            var first = ClockKernel.Next(lanes, lane, dtYears - now, Seed, path, out var wait);
            if (first < 0)
            {
                return;
            }

            now += wait;
            var (chain, change) = component.Plan.Changes[first];
            Move(chain, change, lane, step, now);
            if (clockDraws.Count == clockDraws.Most)
            {
                DrawClocks();
            }

            drawnClocks[clockDraws.Count] = (change.Clock * Block.Lanes) + lane;
            clockDraws.Add(path, Block.Events[(change.Clock * Block.Lanes) + lane], change.Stream);
        }

        if (path < PathLimit)
        {
            throw new SimulationException(
                $"More than {ClockKernel.MostEventsPerStep} changes within one step: a hazard is too high for this step",
                Seed,
                path,
                step,
                component.Plan.Name
            );
        }
    }

    /// <summary>Gives new waiting times to the clocks that fired and have none yet.</summary>
    private void DrawClocks()
    {
        clockDraws.DrawWaits(Seed);
        // Backwards: where a clock fired twice in a step, its last draw counts.
        for (var i = clockDraws.Count - 1; i >= 0; i--)
        {
            if (double.IsNaN(Block.Clocks[drawnClocks[i]]))
            {
                Block.Clocks[drawnClocks[i]] = clockDraws.First[i];
            }
        }

        clockDraws.Clear();
    }

    private void Move(int chain, ChangePlan change, int lane, int step, double sinceStepYears)
    {
        var lanes = Block.Lanes;
        Block.States[(chain * lanes) + lane] = change.To;
        foreach (var taken in change.Taken)
        {
            if (StateOf(taken, lane) == change.From)
            {
                Block.States[(taken * lanes) + lane] = change.To;
            }
        }

        if (change.Stabiliser >= 0)
        {
            Stabilise(change.Stabiliser, lane, YearsAt(step) + sinceStepYears);
        }
    }

    /// <summary>A change that stabilises has fired: the rest of the step counts in full.</summary>
    private void Stabilise(int stabiliser, int lane, double nowYears)
    {
        var plan = Plan.Stabilisers[stabiliser];
        var at = (stabiliser * Block.Lanes) + lane;
        var until = nowYears + Block.Parameter(plan.Time, lane);
        Block.StabilisedUntil[at] = until;
        Block.StabilisedRatio[at] = Block.Parameter(plan.Ratio, lane);
        lastStabilised[stabiliser] = Math.Max(lastStabilised[stabiliser], until);
        foreach (var change in Plan.Chains[plan.Chain].Changes)
        {
            var hazard = Plan.Hazards[change.Clock];
            var rate = Block.OpenRates[(hazard.OpenRow * Block.Lanes) + lane];
            foreach (var other in hazard.Stabilisers)
            {
                rate *= Block.StabilisedRatio[(other * Block.Lanes) + lane];
            }

            Block.Rates[(hazard.Clock * Block.Lanes) + lane] = rate;
        }
    }

    /// <summary>What earlier firings leave for this step.</summary>
    private void ResolveStabilisers(int step)
    {
        for (var s = 0; s < Plan.Stabilisers.Length; s++)
        {
            if (double.IsNegativeInfinity(lastStabilised[s]))
            {
                continue;
            }

            var start = YearsAt(step);
            HazardKernel.Stabilise<V>(
                Block.Of(Block.StabilisedUntil, s),
                Block.Parameter(Plan.Stabilisers[s].Ratio),
                start,
                Plan.Grid.DtYears(step),
                Block.Of(Block.StabilisedRatio, s)
            );
            if (lastStabilised[s] <= start)
            {
                lastStabilised[s] = double.NegativeInfinity; // all factors are 1 until it fires again
            }
        }
    }

    /// <summary>Changes of a component as the clock kernel reads them.</summary>
    private sealed class ComponentLanes(ComponentPlan plan, int stateCount)
    {
        public ComponentPlan Plan { get; } = plan;

        /// <summary>[chain of the component][state] changes that leave it.</summary>
        public int[][][] Leaving { get; } =
        [
            .. plan.Chains.Select(chain =>
                Enumerable
                    .Range(0, stateCount)
                    .Select(state =>
                        Enumerable
                            .Range(0, plan.Changes.Length)
                            .Where(i => plan.Changes[i].Chain == chain && plan.Changes[i].Change.From == state)
                            .ToArray()
                    )
                    .ToArray()
            ),
        ];

        public int[] Chain { get; } = [.. plan.Changes.Select(c => c.Chain)];

        public double[] From { get; } = [.. plan.Changes.Select(c => (double)c.Change.From)];

        public int[] Clock { get; } = [.. plan.Changes.Select(c => c.Change.Clock)];

        public ulong[] Stream { get; } = [.. plan.Changes.Select(c => c.Change.Stream)];
    }
}
