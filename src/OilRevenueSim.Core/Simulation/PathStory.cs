using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>One path of a plan, told from the same kernels as a run: what happened in it, and every number that a run records.</summary>
public sealed class PathStory
{
    private readonly double[] values; // [series * periods + period]

    internal PathStory(
        SimulationPlan plan,
        RunOptions options,
        long path,
        long paths,
        ImmutableArray<string> startHolders,
        ImmutableArray<PathEvent> events,
        double[] values,
        string? failure
    )
    {
        Plan = plan;
        Options = options;
        Path = path;
        Paths = paths;
        StartHolders = startHolders;
        Events = events;
        this.values = values;
        Failure = failure;
    }

    /// <summary>Plan that was replayed.</summary>
    public SimulationPlan Plan { get; }

    /// <summary>Options of the run that the path is of.</summary>
    public RunOptions Options { get; }

    /// <summary>Seed.</summary>
    public ulong Seed => Options.Seed;

    /// <summary>Index of the path.</summary>
    public long Path { get; }

    /// <summary>Paths of that run; at least one more than the index where it does not matter how many.</summary>
    public long Paths { get; }

    /// <summary>Areas in ordinal order.</summary>
    public ImmutableArray<string> Areas => [.. Plan.Chains.Skip(Plan.TheatreCount).Select(chain => chain.Name)];

    /// <summary>Holder of each area at the start, in the order of <see cref="Areas"/>.</summary>
    public ImmutableArray<string> StartHolders { get; }

    /// <summary>What happened, in order of step.</summary>
    public ImmutableArray<PathEvent> Events { get; }

    /// <summary>Why the path could not be simulated to its end, or null.</summary>
    public string? Failure { get; }

    /// <summary>Value of a recorded series in a period on this path, with the bits of a run; null where it is not recorded.</summary>
    public double? Value(SeriesKey series, Period period)
    {
        var s = Plan.Series.IndexOf(series);
        var p = Plan.Periods.IndexOf(period);
        return s < 0 || p < 0 ? null : values[(s * Plan.Periods.Length) + p];
    }

    /// <summary>Replays a path.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="path">Index of the path, 0 to 2^32 − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range.</exception>
    public static PathStory Tell(SimulationPlan plan, ulong seed, long path) =>
        Tell(plan, new RunOptions { Seed = seed }, path, path + 1);

    /// <summary>Replays a path of a run with any replicates and sampling.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="options">Options of the run.</param>
    /// <param name="path">Index of the path, 0 to 2^32 − 1.</param>
    /// <param name="paths">Paths of the run: a Latin hypercube is made for their number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range, or the paths do not divide into worlds.</exception>
    public static PathStory Tell(SimulationPlan plan, RunOptions options, long path, long paths)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (options.Sampling == Sampling.LatinHypercube)
        {
            options.CheckPaths(paths);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(path, paths);
        }

        if (path is < 0 or > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(path), path, "The path lies from 0 to 2^32 − 1.");
        }

        // The path is lane 0 of a granule; its draws depend on its index only, and the other lanes cannot fail.
        var simulator = BlockSimulator.Create(plan, options.Seed, MomentKernel.Granule);
        simulator.Worlds = options.Worlds(plan, paths);
        simulator.PathLimit = path + 1;
        var observer = new PathObserver(simulator);
        var recorder = new LaneRecorder(plan.Series.Length, plan.Periods.Length);
        string? failure = null;
        try
        {
            simulator.Run((uint)path, recorder);
        }
        catch (SimulationException e)
        {
            failure = e.Message;
        }

        return new PathStory(
            plan,
            options,
            path,
            paths,
            observer.StartHolders,
            observer.Events,
            recorder.Values,
            failure
        );
    }

    private sealed class LaneRecorder(int series, int periods) : IPeriodRecorder
    {
        public double[] Values { get; } = new double[series * periods];

        public void Record(int recorded, int period, ReadOnlySpan<double> values) =>
            Values[(recorded * periods) + period] = values[0];
    }
}

/// <summary>Something that happened on a path.</summary>
/// <param name="Step">Step in which it happened.</param>
public abstract record PathEvent(int Step);

/// <summary>An area changed hands.</summary>
/// <param name="Step">Step in which it happened.</param>
/// <param name="Area">Area.</param>
/// <param name="From">Actor that lost it.</param>
/// <param name="To">Actor that took it.</param>
/// <param name="IsSet">True when a dated effect set it at the step's start, false when a hazard fired during the step.</param>
public sealed record HolderChanged(int Step, string Area, string From, string To, bool IsSet) : PathEvent(Step);

/// <summary>An area changed hands and back within one step.</summary>
/// <param name="Step">Step in which it happened.</param>
/// <param name="Area">Area.</param>
/// <param name="Holder">Actor that held it before and after.</param>
/// <param name="Changes">Number of changes.</param>
public sealed record HolderReturned(int Step, string Area, string Holder, int Changes) : PathEvent(Step);

/// <summary>The phase of a theatre changed.</summary>
/// <param name="Step">Step in which it happened.</param>
/// <param name="Theatre">Theatre.</param>
/// <param name="From">Phase that ended.</param>
/// <param name="To">Phase that began.</param>
/// <param name="IsSet">True when a dated effect set it.</param>
public sealed record PhaseChanged(int Step, string Theatre, string From, string To, bool IsSet) : PathEvent(Step);

/// <summary>An attack or a strike was carried out.</summary>
/// <param name="Step">Step in which it happened.</param>
/// <param name="Identity">Identity of the attack or strike.</param>
/// <param name="By">Actor that attacked; for a strike, the actor that was struck.</param>
/// <param name="IsStrike">True for a strike of an intervention.</param>
/// <param name="Targets">What it hit in this step, hit by hit: fields, nodes, or <c>NODE.tanks</c>.</param>
public sealed record AttackCarriedOut(
    int Step,
    string Identity,
    string By,
    bool IsStrike,
    ImmutableArray<string> Targets
) : PathEvent(Step);

/// <summary>An asset was damaged.</summary>
/// <param name="Step">Step in which it happened.</param>
/// <param name="Asset">Field, node, or <c>NODE.tanks</c>.</param>
/// <param name="Before">Condition at the step's start.</param>
/// <param name="After">Condition at its end, repair included.</param>
public sealed record AssetDamaged(int Step, string Asset, double Before, double After) : PathEvent(Step);

/// <summary>A place was closed, for part of a step or more.</summary>
/// <param name="Step">First step with a closure.</param>
/// <param name="Place">Field or node.</param>
/// <param name="OpenShare">Share of that step for which it was open.</param>
/// <param name="By">Actors whose blockades close it; empty where a hit or an intervention does.</param>
public sealed record PlaceClosed(int Step, string Place, double OpenShare, ImmutableArray<string> By) : PathEvent(Step);

/// <summary>A place was open for a whole step again.</summary>
/// <param name="Step">First step without a closure.</param>
/// <param name="Place">Field or node.</param>
public sealed record PlaceReopened(int Step, string Place) : PathEvent(Step);

/// <summary>An intervention began to act.</summary>
/// <param name="Step">First step in which it acts.</param>
/// <param name="Intervention">Name.</param>
public sealed record InterventionBegan(int Step, string Intervention) : PathEvent(Step);

/// <summary>An intervention ceased to act.</summary>
/// <param name="Step">First step in which it no longer acts.</param>
/// <param name="Intervention">Name.</param>
public sealed record InterventionEnded(int Step, string Intervention) : PathEvent(Step);
