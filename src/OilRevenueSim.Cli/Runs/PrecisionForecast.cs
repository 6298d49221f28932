using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Turns the progress of a run with <c>--until</c> into paths done of the paths it will probably need.</summary>
/// <remarks>
/// The half-width of an interval falls with the square root of the number of paths. Looks are at 4,096·2^k paths and two
/// in a row must reach the target, so the forecast is the first such number that should, doubled.
/// </remarks>
internal sealed class PrecisionForecast(IProgress<RunProgress> progress, long mostPaths) : IProgress<PrecisionProgress>
{
    /// <inheritdoc />
    public void Report(PrecisionProgress value)
    {
        var total = Paths(value.Looks.LastOrDefault(), mostPaths);
        progress.Report(new RunProgress(value.Run.PathsDone, Math.Max(total, value.Run.PathsTotal)));
    }

    /// <summary>Paths that will probably be needed after a look; the maximum before the first.</summary>
    public static long Paths(PrecisionLook? look, long mostPaths)
    {
        var last = PrecisionRun.FirstLook;
        while (last <= mostPaths / 2)
        {
            last *= 2;
        }

        if (look is not { HalfWidth: { } halfWidth, Allowed: { } allowed } || (allowed <= 0.0 && !look.IsReached))
        {
            return last;
        }

        var missing = look.IsReached ? 1.0 : Math.Pow(halfWidth / allowed, 2.0);
        var paths = look.Paths;
        while (paths < look.Paths * missing && paths < last)
        {
            paths *= 2;
        }

        return Math.Min(paths * 2, last);
    }
}
