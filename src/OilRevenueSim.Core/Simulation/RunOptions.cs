namespace OilRevenueSim.Core.Simulation;

/// <summary>How to run a plan. Only <see cref="Seed"/> and the number of paths change the result.</summary>
public sealed record RunOptions
{
    /// <summary>Seed, the 64-bit Philox key. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Worker threads; 0 means one per processor. Does not change the result.</summary>
    public int Threads { get; init; }

    /// <summary>Paths per block, a multiple of 256 up to 4,096. Does not change the result.</summary>
    public int BlockPaths { get; init; } = 256;
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
