using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>Differences between courses as one reads them aloud.</summary>
public static class ComparisonWords
{
    /// <summary>A change with its sign, e.g. <c>−12 million USD</c>, <c>+3.4 billion USD</c>, <c>0 USD</c>.</summary>
    public static string Change(double usd) => usd > 0.0 ? "+" + Readable.Money(usd) : Readable.Money(usd);

    /// <summary>A change with its 95 % interval, e.g. <c>−12 (−15 to −9) million USD</c>; without an interval where it does not vary.</summary>
    /// <param name="usd">Change, USD.</param>
    /// <param name="language">Language; English unless told.</param>
    public static string ChangeWithInterval(Estimate usd, Language? language = null)
    {
        var text = (language ?? Language.English).MoneyWithInterval(usd);
        return usd.Value > 0.0 ? "+" + text : text;
    }

    /// <summary>What a course does to a number in a clause, e.g. <c>lowers it by 12 million USD on average</c>.</summary>
    /// <param name="difference">Difference.</param>
    /// <param name="language">Language; English unless told.</param>
    public static string Finding(CourseDifference difference, Language? language = null)
    {
        var words = language ?? Language.English;
        return (difference.IsShown || difference.StandardErrorUsd == 0.0, difference.MeanUsd.Value) switch
        {
            (true, 0.0) when difference.ShareEqual.Value == 1.0 => words.Word("changes nothing in any future"),
            (_, 0.0) => words.Word("changes nothing on average"),
            (false, _) => words.Word("is not shown to change mean oil revenue"),
            (true, < 0.0) => words.Say($"lowers mean oil revenue by {Size(words, difference)}"),
            (true, _) => words.Say($"raises mean oil revenue by {Size(words, difference)}"),
        };
    }

    // As exact as in the foot and the cells beside it.
    private static string Size(Language words, CourseDifference difference) =>
        words.MoneyKnown(Math.Abs(difference.MeanUsd.Value), difference.MeanUsd.HalfWidth);

    /// <summary>A probability from a normal approximation, never told as certain.</summary>
    public static string ProbabilityOfMean(double? probability) =>
        probability switch
        {
            null => "equal on every path",
            < 0.001 => "below 0.1 %",
            > 0.999 => "above 99.9 %",
            { } p => Readable.Probability(p),
        };

    /// <summary>
    /// What pairing is worth for the focus actors, from the smallest to the largest of their differences, e.g. <c>Pairing is worth 3.3
    /// to 46 times as many independent paths</c>; null where no difference varies.
    /// </summary>
    public static string? Pairing(Comparison comparison)
    {
        var worth = comparison
            .Focus.SelectMany(number => number.Courses)
            .Select(course => course.Difference?.VarianceReduction)
            .OfType<double>()
            .Where(double.IsFinite)
            .ToList();
        if (worth.Count == 0)
        {
            return null;
        }

        var (least, most) = (Times(worth.Min()), Times(worth.Max()));
        return $"Pairing is worth {(least == most ? least : $"{least} to {most}")} times as many independent paths";
    }

    // How many times, e.g. 3.5 or 1,200.
    private static string Times(double ratio) =>
        ratio.ToString(ratio < 9.95 ? "0.0" : "#,0", System.Globalization.CultureInfo.InvariantCulture);
}
