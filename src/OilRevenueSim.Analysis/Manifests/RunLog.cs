using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace OilRevenueSim.Analysis.Manifests;

/// <summary>When and how fast a result was made: the content of <c>run-log.json</c>, which enters no other file.</summary>
/// <param name="Started">When the run started, with the local offset.</param>
/// <param name="TotalSeconds">Seconds from start to writing.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Phases">Parts of the run in order.</param>
public sealed record RunLog(
    DateTimeOffset Started,
    double TotalSeconds,
    int Threads,
    MachineDescription Machine,
    ImmutableArray<RunPhase> Phases
);

/// <summary>A part of a run and how long it took.</summary>
/// <param name="Name">Name, e.g. <c>simulate</c>.</param>
/// <param name="Seconds">Seconds.</param>
public sealed record RunPhase(string Name, double Seconds);

/// <summary>The machine as far as it explains timings; no name that identifies it.</summary>
/// <param name="System">Operating system.</param>
/// <param name="Architecture">Processor architecture.</param>
/// <param name="Processors">Logical processors.</param>
/// <param name="Runtime">.NET runtime.</param>
public sealed record MachineDescription(string System, string Architecture, int Processors, string Runtime)
{
    /// <summary>This machine.</summary>
    public static MachineDescription Current() =>
        new(
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            RuntimeInformation.FrameworkDescription
        );
}

/// <summary>Times the parts of a run, for its log.</summary>
public sealed class RunStopwatch
{
    private readonly TimeProvider clock;
    private readonly DateTimeOffset started;
    private readonly long startedAt;
    private readonly List<RunPhase> phases = [];
    private long lapAt;

    /// <summary>Starts timing.</summary>
    /// <param name="clock">Clock, <see cref="TimeProvider.System"/> outside tests.</param>
    public RunStopwatch(TimeProvider clock)
    {
        this.clock = clock;
        started = clock.GetLocalNow();
        startedAt = clock.GetTimestamp();
        lapAt = startedAt;
    }

    /// <summary>Ends a part: the time since the last one ended is booked to it.</summary>
    /// <param name="phase">Name, e.g. <c>simulate</c>.</param>
    public void Lap(string phase)
    {
        var now = clock.GetTimestamp();
        phases.Add(new RunPhase(phase, clock.GetElapsedTime(lapAt, now).TotalSeconds));
        lapAt = now;
    }

    /// <summary>The log so far.</summary>
    /// <param name="threads">Worker threads of the run.</param>
    public RunLog ToLog(int threads) =>
        new(started, clock.GetElapsedTime(startedAt).TotalSeconds, threads, MachineDescription.Current(), [.. phases]);
}
