using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Runs one block of paths through all steps, in the order of model.md §1.</summary>
internal abstract class BlockSimulator
{
    private protected BlockSimulator(SimulationPlan plan, ulong seed, int lanes)
    {
        Plan = plan;
        Seed = seed;
        Worlds = new WorldUniforms(seed, 1);
        Block = new PathBlock(plan, lanes);
    }

    public SimulationPlan Plan { get; }

    public ulong Seed { get; }

    public PathBlock Block { get; }

    /// <summary>Where the epistemic draws come from; random, a world a path, unless set.</summary>
    public WorldUniforms Worlds { get; set; }

    /// <summary>Paths of the run; lanes beyond it only fill the last granule, and cannot fail.</summary>
    public long PathLimit { get; set; } = long.MaxValue;

    /// <summary>Called before anything happens in a step, and after the last, for a replay; null in a run.</summary>
    public Action<int>? BeforeStep { get; set; }

    /// <summary>Called before part (3) of each step, for tests of conservation; null in a run.</summary>
    public Action<int>? BeforeTrade { get; set; }

    /// <summary>Called at the end of part (3) of each step, for a replay and tests of conservation; null in a run.</summary>
    public Action<int>? AfterStep { get; set; }

    /// <summary>Called after each hit with its attack, its target and its lane, for a replay; null in a run.</summary>
    public Action<AttackPlan, int, int>? AfterHit { get; set; }

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
    private readonly ComponentLanes[] components;
    private readonly double[] stepStartYears;

    public BlockSimulator(SimulationPlan plan, ulong seed, int lanes)
        : base(plan, seed, lanes)
    {
        var states = plan.Chains.Select(c => c.Phases.Length).Append(plan.Actors.Length).Max();
        components = [.. plan.Components.Select(c => new ComponentLanes(c, states))];
        eventDraws = new EventDraws(lanes);
        clockDraws = new EventDraws(lanes);
        drawnClocks = new int[lanes];
        InitialisePrices();
        InitialiseDamage();
        InitialiseDependents();
        stepStartYears = new double[plan.Grid.StepCount + 1];
        for (var t = 0; t < plan.Grid.StepCount; t++)
        {
            stepStartYears[t + 1] =
                (plan.Grid.FirstDays[t].DayNumber + plan.Grid.Days[t] - plan.Grid.Start.DayNumber)
                / Time.TimeGrid.DaysPerYear;
        }

        for (var i = 0; i < plan.Parameters.Certain.Count; i++)
        {
            Block.Of(Block.Parameters, plan.Parameters.Uncertain.Count + i).Fill(plan.Parameters.Certain[i]);
        }
    }

    public override void Run(uint firstPath, IPeriodRecorder recorder)
    {
        Prepare(firstPath);
        var grid = Plan.Grid;
        Array.Clear(Plan.Shortest == PeriodKind.Total ? Block.TotalSums : Block.YearSums);
        Array.Clear(Block.Accounts);
        for (var step = 0; step < grid.StepCount; step++)
        {
            BeforeStep?.Invoke(step);
            ApplyDatedEffects(step);
            RetainWorkforce();
            ResolveRates(step);
            ResolveClosures(step);
            BeforeTrade?.Invoke(step);
            Trade(step);
            KeepGross(step);
            RecordStates(grid.Days[step]);
            AfterStep?.Invoke(step);
            var isLast = step == grid.StepCount - 1;
            if (isLast)
            {
                AdvanceDamage(step, grid.DtYears(step)); // hits of the last step cost their owners money; nothing reads the rest
            }
            else
            {
                Advance(step);
            }

            if (isLast || grid.MonthOfStep[step + 1] != grid.MonthOfStep[step])
            {
                RecordMonth(grid.MonthOfStep[step], isLast, recorder);
            }
        }

        BeforeStep?.Invoke(grid.StepCount);
    }

    private void Prepare(uint firstPath)
    {
        Block.FirstPath = firstPath;
        Plan.Draws.Fill(Worlds, firstPath, Block.Lanes, Block.Parameters);
        PreparePrices();
        PrepareHazards();
        PrepareChains();
        PrepareInterventions();
        PrepareScalings();
        PrepareRates();
        PrepareProduction();
        PrepareDamage();
        PrepareRamps();
        PrepareClosures();
        PrepareFlows();
        PreparePassage();
        PrepareTanks();
        PrepareFinances();
        PrepareMarkets();
    }
}
