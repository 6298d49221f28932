using System.Numerics;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>How to run a plan. Threads and blocks do not change the result.</summary>
public sealed record RunOptions
{
    /// <summary>Most paths that can share a world.</summary>
    public const int MostReplicates = 65_536;

    /// <summary>Seed, the 64-bit Philox key. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Worker threads; 0 means one per processor. Does not change the result.</summary>
    public int Threads { get; init; }

    /// <summary>Paths per block, a multiple of 256 up to 4,096. Does not change the result.</summary>
    public int BlockPaths { get; init; } = 256;

    /// <summary>Paths R that share one world, 1 to 65,536: path p has the epistemic draws of world p / R. Default 1.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>How the worlds' epistemic draws are sampled. Default random.</summary>
    public Sampling Sampling { get; init; }

    /// <summary>Numbers of paths that a run with these options can have are the multiples of this.</summary>
    public long PathsMultiple => Replicates * (Sampling == Sampling.Random ? 1L : WorldUniforms.Randomisations);

    /// <summary>
    /// Paths that <see cref="PathSlice"/> does not cut: a granule of 256; with replicates or even sampling the smallest whole number of both
    /// worlds and units of 1,024.
    /// </summary>
    public long SlicePaths =>
        PartScheme.Of(this) is null
            ? MomentKernel.Granule
            : PartScheme.UnitPaths
                / (long)BigInteger.GreatestCommonDivisor(PartScheme.UnitPaths, Replicates)
                * Replicates;

    /// <summary>Where the epistemic draws of a plan come from.</summary>
    internal WorldUniforms Worlds(SimulationPlan plan, long paths) =>
        new(Sampling, Seed, (uint)Replicates, paths / Replicates, plan.Draws.Dimensions);

    /// <summary>Checks a number of paths.</summary>
    /// <param name="paths">Number of paths.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number does not divide into worlds and randomisations.</exception>
    public void CheckPaths(long paths)
    {
        if (paths % PathsMultiple != 0)
        {
            var below = paths / PathsMultiple * PathsMultiple;
            throw new ArgumentOutOfRangeException(
                nameof(paths),
                paths,
                $"With {Replicates} replicates and sampling {Sampling} the number of paths is a multiple of {PathsMultiple}; "
                    + $"the nearest are {(below > 0 ? $"{below} and " : "")}{below + PathsMultiple}."
            );
        }
    }

    /// <summary>Checks all but the number of paths.</summary>
    internal void Check()
    {
        if (
            BlockPaths < MomentKernel.Granule
            || BlockPaths % MomentKernel.Granule != 0
            || BlockPaths > Ensemble.MostBlockPaths
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(BlockPaths),
                BlockPaths,
                "BlockPaths must be a positive multiple of 256, at most 4,096."
            );
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(Replicates, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Replicates, MostReplicates);
    }
}

/// <summary>How far a run has come.</summary>
/// <param name="PathsDone">Paths completed.</param>
/// <param name="PathsTotal">Paths asked for.</param>
public readonly record struct RunProgress(long PathsDone, long PathsTotal);

/// <summary>A run that failed; carries what replays the path.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SimulationException(string message, ulong seed, long path, int step, string entity)
        : base($"{message} (seed {seed}, path {path}, step {step}, {entity})")
    {
        Seed = seed;
        Path = path;
        Step = step;
        Entity = entity;
    }

    /// <summary>Creates an empty exception.</summary>
    public SimulationException()
        : this("The run failed.", 0, 0, 0, "") { }

    /// <summary>Creates an exception with a message.</summary>
    public SimulationException(string message)
        : this(message, 0, 0, 0, "") { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public SimulationException(string message, Exception innerException)
        : base(message, innerException)
    {
        Entity = "";
    }

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; }

    /// <summary>Path index.</summary>
    public long Path { get; }

    /// <summary>Step index.</summary>
    public int Step { get; }

    /// <summary>Entity in which it failed.</summary>
    public string Entity { get; }
}
