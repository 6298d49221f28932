using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Runs one block of paths through all steps, in the order of model.md §1.</summary>
internal abstract class BlockSimulator
{
    private protected BlockSimulator(SimulationPlan plan, ulong seed, int lanes)
    {
        Plan = plan;
        Seed = seed;
        Block = new PathBlock(plan, lanes);
    }

    public SimulationPlan Plan { get; }

    public ulong Seed { get; }

    public PathBlock Block { get; }

    /// <summary>Paths of the run; lanes beyond it only fill the last granule, and cannot fail.</summary>
    public long PathLimit { get; set; } = long.MaxValue;

    /// <summary>Called at the end of part (3) of each step, for tests of conservation; null in a run.</summary>
    public Action<int>? AfterStep { get; set; }

    /// <summary>The simulator of the widest accelerated width.</summary>
    public static BlockSimulator Create(SimulationPlan plan, ulong seed, int lanes) =>
        LaneWidth.Count switch
        {
            8 => new BlockSimulator<Lanes8>(plan, seed, lanes),
            4 => new BlockSimulator<Lanes4>(plan, seed, lanes),
            2 => new BlockSimulator<Lanes2>(plan, seed, lanes),
            _ => new BlockSimulator<Lanes1>(plan, seed, lanes),
        };

    /// <summary>Simulates the paths from <paramref name="firstPath"/> on and hands every period to the recorder.</summary>
    /// <exception cref="SimulationException">A path failed.</exception>
    public abstract void Run(uint firstPath, IPeriodRecorder recorder);
}

/// <summary>Receives the value of a series in a period for every lane of the block.</summary>
internal interface IPeriodRecorder
{
    /// <summary>Records one series in one period.</summary>
    void Record(int series, int period, ReadOnlySpan<double> values);
}

/// <summary>The simulator for one vector width; the width never changes a bit.</summary>
internal sealed partial class BlockSimulator<V> : BlockSimulator
    where V : unmanaged, ILanes<V>
{
    private readonly ChainLanes[] chains;

    public BlockSimulator(SimulationPlan plan, ulong seed, int lanes)
        : base(plan, seed, lanes)
    {
        chains = [.. plan.Chains.Select(c => new ChainLanes(c))];
        InitialisePrices();
        for (var i = 0; i < plan.Parameters.Certain.Count; i++)
        {
            Block.Of(Block.Parameters, plan.Parameters.Uncertain.Count + i).Fill(plan.Parameters.Certain[i]);
        }
    }

    public override void Run(uint firstPath, IPeriodRecorder recorder)
    {
        Prepare(firstPath);
        var grid = Plan.Grid;
        Array.Clear(Block.YearSums);
        Array.Clear(Block.TotalSums);
        Array.Clear(Block.Accounts);
        for (var step = 0; step < grid.StepCount; step++)
        {
            Trade(grid.Days[step]);
            RecordStates(grid.Days[step]);
            AfterStep?.Invoke(step);
            var isLast = step == grid.StepCount - 1;
            if (isLast || grid.MonthOfStep[step + 1] != grid.MonthOfStep[step])
            {
                RecordMonth(grid.MonthOfStep[step], isLast, recorder);
            }

            if (!isLast)
            {
                Advance(step);
            }
        }
    }

    private void Prepare(uint firstPath)
    {
        Block.FirstPath = firstPath;
        Plan.Draws.Fill(Seed, firstPath, 1, Block.Lanes, Block.Parameters);
        PreparePrices();
        PrepareChains();
        PrepareProduction();
        PreparePassage();
        PrepareMarkets();
    }

    private void PrepareChains()
    {
        Array.Clear(Block.Events);
        Array.Clear(Block.FiredCounts);
        for (var c = 0; c < Plan.Chains.Length; c++)
        {
            Block.Of(Block.States, c).Fill(Plan.Chains[c].Start);
            foreach (var change in Plan.Chains[c].Changes)
            {
                var clocks = Block.Of(Block.Clocks, change.Clock);
                Philox4x32.FillUniform(Seed, Block.FirstPath, 0, change.Stream, clocks);
                LaneMath.Log(clocks, clocks);
                for (var i = 0; i < clocks.Length; i += V.Count)
                {
                    (-V.Load(clocks, i)).Store(clocks, i);
                }
            }
        }

        for (var c = 0; c < Plan.Chains.Length; c++)
        {
            foreach (var change in Plan.Chains[c].Changes)
            {
                PrepareRate(c, change);
            }
        }
    }

    private void PrepareRate(int chain, ChangePlan change)
    {
        if (change.HasStateDrivers)
        {
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                UpdateRate(chain, change, lane);
            }

            return;
        }

        var rates = change.PriceElasticity < 0 ? Block.Rates : Block.StateRates;
        Block.Parameter(change.BaseRate).CopyTo(Block.Of(rates, change.Clock));
    }

    /// <summary>Recomputes the hazard of one change in one lane from the states of the chains.</summary>
    private void UpdateRate(int chain, ChangePlan change, int lane)
    {
        var plan = Plan.Chains[chain];
        var phaseRatio = 1.0;
        if (change.PhaseRatios.Length > 0)
        {
            var slot = change.PhaseRatios[(int)Block.States[(plan.Theatre * Block.Lanes) + lane]];
            phaseRatio = slot < 0 ? 1.0 : Block.Parameter(slot, lane);
        }

        var neighbours = 0;
        var neighbourRatio = 1.0;
        if (change.PerNeighbour >= 0)
        {
            neighbourRatio = Block.Parameter(change.PerNeighbour, lane);
            foreach (var other in plan.Neighbours)
            {
                neighbours += Block.States[(other * Block.Lanes) + lane] == change.To ? 1 : 0;
            }
        }

        var rate = HazardKernel.StateRate(
            Block.Parameter(change.BaseRate, lane),
            phaseRatio,
            neighbourRatio,
            neighbours
        );
        var rates = change.PriceElasticity < 0 ? Block.Rates : Block.StateRates;
        rates[(change.Clock * Block.Lanes) + lane] = rate;
    }

    /// <summary>Part (4): everything reads the state at the step's start, then the state moves to the next step.</summary>
    private void Advance(int step)
    {
        var dtYears = Plan.Grid.DtYears(step);
        ApplyPriceDrivers();
        AdvancePrices(step);
        RelaxOwnWorkforce(dtYears);
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

        var changed = false;
        for (var c = 0; c < chains.Length; c++)
        {
            changed |= AdvanceChain(c, step, dtYears);
        }

        if (changed)
        {
            UpdateDependents();
        }
    }

    /// <summary>q° follows the workforce that the owner himself would have: only where it starts off his skill does it move.</summary>
    private void RelaxOwnWorkforce(double dtYears)
    {
        for (var field = 0; field < Plan.Fields.Length; field++)
        {
            var plan = Plan.Fields[field];
            if (plan.Workforce >= 0)
            {
                var craft = Plan.Crafts[plan.Owner];
                var rate = Block.Of(Block.Scratch, 0);
                for (var lane = 0; lane < Block.Lanes; lane++)
                {
                    rate[lane] = 1.0 / Block.Parameter(craft.RetrainTime, lane);
                }

                WorkforceKernel.Relax<V>(
                    Block.Of(Block.OwnWorkforce, field),
                    Block.Parameter(craft.Skill),
                    rate,
                    dtYears
                );
                WorkforceKernel.Multiply<V>(
                    Block.Of(Block.Intact, field),
                    Block.Of(Block.OwnWorkforce, field),
                    Block.Of(Block.Undisturbed, field)
                );
            }
        }
    }

    private void ApplyPriceDrivers()
    {
        foreach (var chain in Plan.Chains)
        {
            foreach (var change in chain.Changes)
            {
                if (change.PriceElasticity >= 0)
                {
                    HazardKernel.ApplyPrice<V>(
                        Block.Of(Block.StateRates, change.Clock),
                        Block.Parameter(change.PriceElasticity),
                        Block.Of(Block.LogPrices, change.Follows),
                        Block.Of(Block.StartLogPrices, change.Follows),
                        Block.Of(Block.Rates, change.Clock)
                    );
                }
            }
        }
    }

    private bool AdvanceChain(int c, int step, double dtYears)
    {
        var chain = chains[c];
        Block.FiredCounts[c] = 0;
        if (chain.Clock.Length == 0)
        {
            return false;
        }

        var state = Block.Of(Block.States, c);
        var fired = Block.FiredByChain.AsSpan(c * Block.Lanes, Block.Lanes);
        var count = ClockKernel.Spend<V>(state, chain.From, chain.Clock, Block.Clocks, Block.Rates, dtYears, fired);
        if (count == 0)
        {
            return false;
        }

        var lanes = new ClockLanes
        {
            Lanes = Block.Lanes,
            From = chain.From,
            To = chain.To,
            Clock = chain.Clock,
            Stream = chain.Stream,
            Clocks = Block.Clocks,
            Events = Block.Events,
            RatesPerYear = Block.Rates,
        };
        for (var i = 0; i < count; i++)
        {
            var lane = fired[i];
            var path = Block.FirstPath + (uint)lane;
            if (ClockKernel.Resolve(lanes, lane, ref state[lane], dtYears, Seed, path) < 0 && path < PathLimit)
            {
                throw new SimulationException(
                    $"More than {ClockKernel.MostEventsPerStep} changes within one step: a hazard is too high for this step",
                    Seed,
                    path,
                    step,
                    Plan.Chains[c].Name
                );
            }
        }

        Block.FiredCounts[c] = count;
        return true;
    }

    /// <summary>After all chains have moved: what depends on a state is recomputed in the lanes where the state changed.</summary>
    private void UpdateDependents()
    {
        for (var c = 0; c < chains.Length; c++)
        {
            var plan = Plan.Chains[c];
            if (Block.FiredCounts[c] == 0 || !plan.HasDependents)
            {
                continue;
            }

            foreach (var lane in Block.FiredByChain.AsSpan(c * Block.Lanes, Block.FiredCounts[c]))
            {
                foreach (var dependent in plan.DependentChanges)
                {
                    UpdateRate(dependent.Chain, dependent.Change, lane);
                }

                foreach (var group in plan.DependentGroups)
                {
                    UpdateSeller(group, lane);
                }

                foreach (var carriage in plan.DependentCarriages)
                {
                    UpdatePassage(carriage, lane);
                }
            }
        }
    }

    /// <summary>Changes of a chain as the clock kernel reads them.</summary>
    private sealed class ChainLanes(ChainPlan plan)
    {
        public double[] From { get; } = [.. plan.Changes.Select(c => (double)c.From)];

        public double[] To { get; } = [.. plan.Changes.Select(c => (double)c.To)];

        public int[] Clock { get; } = [.. plan.Changes.Select(c => c.Clock)];

        public ulong[] Stream { get; } = [.. plan.Changes.Select(c => c.Stream)];
    }
}
