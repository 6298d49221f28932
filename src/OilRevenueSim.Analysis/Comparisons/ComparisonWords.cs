using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>Differences between courses as one reads them aloud.</summary>
public static class ComparisonWords
{
    /// <summary>A change with its sign, e.g. <c>−12 million USD</c>, <c>+3.4 billion USD</c>, <c>0 USD</c>.</summary>
    public static string Change(double usd) => usd > 0.0 ? "+" + Readable.Money(usd) : Readable.Money(usd);

    /// <summary>A change with its 95 % interval, e.g. <c>−12 (−15 to −9) million USD</c>; without an interval where it does not vary.</summary>
    public static string ChangeWithInterval(Estimate usd)
    {
        var text = Readable.MoneyWithInterval(usd);
        return usd.Value > 0.0 ? "+" + text : text;
    }

    /// <summary>What a course does to a number in a clause, e.g. <c>lowers it by 12 million USD on average</c>.</summary>
    public static string Finding(CourseDifference difference) =>
        (difference.IsShown || difference.StandardErrorUsd == 0.0, difference.MeanUsd.Value) switch
        {
            (_, 0.0) => "changes nothing on average",
            (false, _) => "is not shown to change the mean",
            (true, < 0.0) => $"lowers the mean by {Readable.Money(-difference.MeanUsd.Value)}",
            (true, _) => $"raises the mean by {Readable.Money(difference.MeanUsd.Value)}",
        };

    /// <summary>A probability from a normal approximation, never told as certain.</summary>
    public static string ProbabilityOfMean(double? probability) =>
        probability switch
        {
            null => "equal on every path",
            < 0.001 => "below 0.1 %",
            > 0.999 => "above 99.9 %",
            { } p => Readable.Probability(p),
        };

    /// <summary>How many times, e.g. <c>3.5</c>, <c>1,200</c>.</summary>
    public static string Times(double ratio) =>
        ratio.ToString(ratio < 9.95 ? "0.0" : "#,0", System.Globalization.CultureInfo.InvariantCulture);
}
