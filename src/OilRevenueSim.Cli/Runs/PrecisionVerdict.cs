using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Precision;

namespace OilRevenueSim.Cli.Runs;

/// <summary>How a run with <c>--until</c> ended, in a sentence.</summary>
internal static class PrecisionVerdict
{
    /// <summary>The sentence.</summary>
    public static string Say(PrecisionTarget target, PrecisionOutcome outcome)
    {
        var look = outcome.Looks[^1];
        var subject = $"{target.Quantity.Name} {target.Statistic} of {target.Actor}";
        var verdict = outcome.IsReached ? "reached" : "NOT reached";
        var paths = Readable.Count(look.Paths);
        if (look.Remark is { } remark)
        {
            return $"Precision {verdict} after {paths} paths: {remark} ({subject}).";
        }

        var isMoney = target.Statistic != "p_any";
        var value = isMoney ? Readable.Money(look.Value ?? 0.0) : Readable.Probability(look.Value ?? 0.0);
        var half = isMoney ? Readable.Money(look.HalfWidth ?? 0.0) : Share(look.HalfWidth ?? 0.0);
        var relative = look.Value is > 0.0 ? $" ({Share((look.HalfWidth ?? 0.0) / look.Value.Value)} of it)" : "";
        var wanted = target.IsRelative ? Share(target.Tolerance) : Readable.Money(target.Tolerance);
        var hint = outcome.IsReached ? "" : "; raise --max-paths for more";
        return $"Precision {verdict} after {paths} paths: {subject} is {value} ± {half}{relative}, wanted ± {wanted}{hint}.";
    }

    private static string Share(double share) => (100.0 * share).ToString("G3", CultureInfo.InvariantCulture) + " %";
}
