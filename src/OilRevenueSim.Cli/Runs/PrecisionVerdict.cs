using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Summary;

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

        var (value, half) = (look.Value ?? 0.0, look.HalfWidth ?? 0.0);
        var found =
            target.Statistic == SummaryStatistic.ProbabilityAny
                ? $"{Readable.Probability(value)} ± {Share(half)}"
                : Readable.MoneyWithError(value, half);
        var relative = value > 0.0 ? $" ({Share(half / value)} of it)" : "";
        var wanted = target.IsRelative ? Share(target.Tolerance) : Readable.Money(target.Tolerance);
        var hint = outcome.IsReached ? "" : "; raise --max-paths for more";
        return $"Precision {verdict} after {paths} paths: {subject} is {found}{relative}, wanted ± {wanted}{hint}.";
    }

    /// <summary>A share in percent, three digits.</summary>
    public static string Share(double share) => (100.0 * share).ToString("G3", CultureInfo.InvariantCulture) + " %";
}
