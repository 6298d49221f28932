using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Core.Simulation;

/// <summary>When interventions act: triggers, delays, success; and part (0), what they set once (model.md §9).</summary>
internal sealed partial class BlockSimulator<V>
{
    private WindowState[] windows = [];
    private int[] dueCounts = []; // [intervention][step] lanes in which it acts once

    private bool ActsIn(int intervention) => windows[intervention].Acts;

    private int FirstDayOf(int step) => Plan.Grid.FirstDays[step].DayNumber - Plan.Grid.Start.DayNumber;

    /// <summary>Success, then the firings of what is dated; chains have their first states.</summary>
    private void PrepareInterventions()
    {
        if (Plan.Interventions.Length == 0)
        {
            return;
        }

        if (windows.Length == 0)
        {
            windows = new WindowState[Plan.Interventions.Length];
            dueCounts = new int[Plan.Interventions.Length * Plan.Grid.StepCount];
        }

        Array.Clear(dueCounts);
        Array.Clear(Block.Due);
        Array.Clear(Block.Firings);
        Array.Clear(Block.EffectShare);
        Array.Fill(Block.EffectStart, double.PositiveInfinity);
        Array.Fill(Block.ImposedStart, double.PositiveInfinity);
        Array.Fill(Block.ImposedNotBefore, double.NegativeInfinity);
        for (var i = 0; i < Plan.Interventions.Length; i++)
        {
            windows[i] = new WindowState { First = double.PositiveInfinity, Last = double.NegativeInfinity };
            Arm(i);
            if (Plan.Interventions[i].When.Length == 0)
            {
                for (var lane = 0; lane < Block.Lanes; lane++)
                {
                    if (Block.Armed[(i * Block.Lanes) + lane] > 0.0)
                    {
                        Fire(i, lane, Plan.Interventions[i].FromDay);
                    }
                }
            }
        }
    }

    /// <summary>1 where the intervention succeeds: u0 of block 0 lies below its probability.</summary>
    private void Arm(int i)
    {
        var plan = Plan.Interventions[i];
        var armed = Block.Of(Block.Armed, i);
        if (plan.Succeeds < 0)
        {
            armed.Fill(1.0);
            return;
        }

        Philox4x32.FillUniform(Seed, Block.FirstPath, 0, plan.Stream, armed);
        var probability = Block.Parameter(plan.Succeeds);
        for (var lane = 0; lane < armed.Length; lane += V.Count)
        {
            var succeeds = V.LessThan(V.Load(armed, lane), V.Load(probability, lane));
            V.And(succeeds, V.Create(1.0)).Store(armed, lane);
        }
    }

    /// <summary>Lets one lane act from a day on, later by the delay; where that passes its end nothing acts.</summary>
    private void Fire(int i, int lane, double day)
    {
        var plan = Plan.Interventions[i];
        var at = (i * Block.Lanes) + lane;
        var start = day;
        if (plan.Delay is not null)
        {
            var path = Block.FirstPath + (uint)lane;
            Philox4x32.Draw(Seed, path, Block.Firings[at], plan.Stream, out _, out var u);
            start += plan.Delay.Value(Block, lane, u) * TimeGrid.DaysPerYear;
        }

        Block.Firings[at]++;
        if (start >= plan.EndDay)
        {
            return;
        }

        ref var window = ref windows[i];
        window.HasFired = true;
        foreach (var k in plan.Imposes)
        {
            BeginImposed(k, lane, start);
        }

        if (start < Block.EffectStart[at])
        {
            Block.EffectStart[at] = start;
            window.First = Math.Min(window.First, start);
            window.Last = Math.Max(window.Last, start);
        }

        if (plan.ActsOnce)
        {
            var step = FirstStepFrom(start);
            if (step < Plan.Grid.StepCount && !Block.Due[DueAt(i, step, lane)])
            {
                Block.Due[DueAt(i, step, lane)] = true;
                dueCounts[(i * Plan.Grid.StepCount) + step]++;
            }
        }
    }

    private int DueAt(int i, int step, int lane) => (((i * Plan.Grid.StepCount) + step) * Block.Lanes) + lane;

    /// <summary>First step that starts on or after a day.</summary>
    private int FirstStepFrom(double day)
    {
        var (low, high) = (0, Plan.Grid.StepCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = FirstDayOf(middle) >= day ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Triggers are read before (0), inside from to to, on the state that part (4) left.</summary>
    private void ReadTriggers(int step)
    {
        var day = FirstDayOf(step);
        for (var i = 0; i < Plan.Interventions.Length; i++)
        {
            var plan = Plan.Interventions[i];
            if (plan.When.Length == 0 || day < plan.FromDay || day >= plan.EndDay)
            {
                continue;
            }

            var met = Block.Of(Block.EffectScratch, 0);
            met.Fill(1.0);
            foreach (var condition in plan.When)
            {
                Keep(met, condition);
            }

            FireWhere(i, met, day);
        }
    }

    /// <summary>Fires where the condition is met; with repeat, only where it was not met when last read.</summary>
    private void FireWhere(int i, ReadOnlySpan<double> met, double day)
    {
        var plan = Plan.Interventions[i];
        var armed = Block.Of(Block.Armed, i);
        for (var lane = 0; lane < armed.Length; lane += V.Count)
        {
            var meets = V.GreaterThan(V.Load(met, lane), V.Zero);
            var ready = V.Load(armed, lane);
            var fires = V.And(meets, V.GreaterThan(ready, V.Zero));
            // 0: never, 1: armed, −1: fired, and waiting for its condition to end.
            var rearmed = plan.Repeat ? V.Select(V.Equal(ready, V.Zero), ready, V.Create(1.0)) : ready;
            var spent = V.Select(V.Equal(ready, V.Zero), ready, V.Create(-1.0));
            var next = plan.Repeat ? V.Select(meets, spent, rearmed) : V.Select(fires, spent, ready);
            next.Store(armed, lane);
            for (var bits = V.MaskBits(fires); bits != 0; bits &= bits - 1)
            {
                Fire(i, lane + System.Numerics.BitOperations.TrailingZeroCount(bits), day);
            }
        }
    }

    /// <summary>Part (0): holders and phases are set, in order of date, then name, so that the last wins.</summary>
    private void SetStates(int step)
    {
        for (var i = 0; i < Plan.Interventions.Length; i++)
        {
            var plan = Plan.Interventions[i];
            if (dueCounts[(i * Plan.Grid.StepCount) + step] == 0 || plan.States.Length == 0)
            {
                continue;
            }

            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                if (Block.Due[DueAt(i, step, lane)])
                {
                    foreach (var effect in plan.States)
                    {
                        Block.States[(effect.Chain * Block.Lanes) + lane] = effect.State;
                    }
                }
            }
        }
    }

    private void UpdateWhereSet(int step)
    {
        for (var i = 0; i < Plan.Interventions.Length; i++)
        {
            var plan = Plan.Interventions[i];
            if (dueCounts[(i * Plan.Grid.StepCount) + step] == 0 || plan.States.Length == 0)
            {
                continue;
            }

            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                if (Block.Due[DueAt(i, step, lane)])
                {
                    foreach (var effect in plan.States)
                    {
                        UpdateDependents(effect.Chain, lane);
                    }
                }
            }
        }
    }

    private void LiftWhereDue(int step)
    {
        for (var i = 0; i < Plan.Interventions.Length; i++)
        {
            var plan = Plan.Interventions[i];
            if (dueCounts[(i * Plan.Grid.StepCount) + step] == 0 || plan.Lifts.Length == 0)
            {
                continue;
            }

            var until = plan.HasEnd ? plan.EndDay / TimeGrid.DaysPerYear : YearsAt(step);
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                if (Block.Due[DueAt(i, step, lane)])
                {
                    foreach (var lift in plan.Lifts)
                    {
                        LiftBlockades(lift.Blockades, lane, YearsAt(step), until);
                        LiftImposed(lift.Asset, i, lane, step);
                    }
                }
            }
        }
    }

    /// <summary>Part (0) of a step. In step 0 states are set before anything else reads them, without retention.</summary>
    private void ApplyDatedEffects(int step)
    {
        if (Plan.Interventions.Length == 0)
        {
            return;
        }

        if (step > 0)
        {
            ReadTriggers(step);
            SetStates(step);
            UpdateWhereSet(step);
            ResolveOverrides(step, isFirst: false);
        }

        LiftWhereDue(step);
        ResolveShares(step);
        ResolveScalings(step);
    }

    /// <summary>Share of this step in which each intervention acts; only where it can differ from the step before.</summary>
    private void ResolveShares(int step)
    {
        var day = FirstDayOf(step);
        var days = Plan.Grid.Days[step];
        for (var i = 0; i < Plan.Interventions.Length; i++)
        {
            ref var window = ref windows[i];
            var end = Plan.Interventions[i].EndDay;
            var acts = window.First < day + days && end > day;
            var isFull = window.Last <= day && end >= day + days;
            window.Moved = acts != window.Acts || (acts && (window.HasFired || !isFull || !window.WasFull));
            window.HasFired = false;
            window.Acts = acts;
            window.WasFull = isFull;
            if (window.Moved)
            {
                var shares = Block.Of(Block.EffectShare, i);
                if (acts)
                {
                    EffectKernel.Cover<V>(Block.Of(Block.EffectStart, i), end, day, days, shares);
                }
                else
                {
                    shares.Clear();
                }
            }
        }
    }

    /// <summary>What is known of an intervention over all lanes of the block.</summary>
    private struct WindowState
    {
        /// <summary>Earliest start, days.</summary>
        public double First { get; set; }

        /// <summary>Latest start, days.</summary>
        public double Last { get; set; }

        /// <summary>It fired somewhere since its shares were computed.</summary>
        public bool HasFired { get; set; }

        /// <summary>It acts in some lane of this step.</summary>
        public bool Acts { get; set; }

        /// <summary>Where it acts, it covered all of the step.</summary>
        public bool WasFull { get; set; }

        /// <summary>Its shares may differ from those of the step before.</summary>
        public bool Moved { get; set; }
    }
}
