using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Terminals;

/// <summary>How long a run still needs, from the speed it had so far.</summary>
/// <remarks>Says nothing in the first second: the first blocks are slow while code is compiled.</remarks>
internal sealed class RemainingTime(TimeProvider time)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly long started = time.GetTimestamp();
    private long countedFrom;
    private TimeSpan countedAfter = TimeSpan.MaxValue;

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(started);

    /// <summary>Time still needed, or null where it cannot be told yet or nothing is left.</summary>
    public TimeSpan? Left(RunProgress progress)
    {
        var elapsed = Elapsed;
        if (elapsed < Silence || progress.PathsDone >= progress.PathsTotal)
        {
            return null;
        }

        if (countedAfter > elapsed)
        {
            (countedFrom, countedAfter) = (progress.PathsDone, elapsed);
        }

        var done = progress.PathsDone - countedFrom;
        return done <= 0
            ? null
            : (elapsed - countedAfter) * ((double)(progress.PathsTotal - progress.PathsDone) / done);
    }

    /// <summary>A time as people say it: <c>8 s</c>, <c>3 min</c>, <c>2 h 10 min</c>.</summary>
    public static string Say(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 90 } => $"{Math.Max(1, Math.Ceiling(time.TotalSeconds)):F0} s",
            { TotalMinutes: < 90 } => $"{time.TotalMinutes:F0} min",
            _ => $"{(int)time.TotalHours} h {time.Minutes} min",
        };
}
