using System.Globalization;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>The tidy text form of a comparison, <c>comparison.csv</c>: one number a line, RFC 4180 with line feeds.</summary>
public static class ComparisonCsv
{
    /// <summary>First line of the file.</summary>
    public const string Header = "course,actor,quantity,unit,statistic,value,low,high";

    /// <summary>Writes a comparison.</summary>
    /// <remarks>
    /// Statistics: <c>mean</c>, <c>difference</c> (from the first course, with its interval), <c>difference_se</c>,
    /// <c>p_better p_equal p_worse</c> (shares of paths), <c>p_mean_better</c> (normal approximation), <c>correlation</c>,
    /// <c>variance_reduction</c>, <c>regret</c> (path by path), <c>regret_of_means</c>, <c>p_best_or_tied</c>.
    /// </remarks>
    public static void Write(Comparison comparison, TextWriter writer)
    {
        writer.Write(Header);
        writer.Write('\n');
        foreach (
            var number in comparison.Focus.Concat(comparison.Apart).Concat(comparison.State).Concat(comparison.Others)
        )
        {
            for (var k = 0; k < comparison.Courses.Length; k++)
            {
                foreach (var (statistic, unit, value) in Lines(number.Courses[k], number.Key.Quantity.Unit))
                {
                    writer.Write(
                        $"{comparison.Courses[k].Name},{number.Key.Actor},{number.Key.Quantity.Name},{unit},{statistic},"
                            + $"{Text(value.Value)},{Text(value.Low)},{Text(value.High)}\n"
                    );
                }
            }
        }
    }

    private static IEnumerable<(string Statistic, string Unit, Estimate Value)> Lines(CourseNumber number, string unit)
    {
        yield return ("mean", unit, number.MeanUsd);
        if (number.Difference is { } difference)
        {
            yield return ("difference", unit, difference.MeanUsd);
            yield return ("difference_se", unit, Estimate.Bare(difference.StandardErrorUsd));
            yield return ("p_better", "", difference.ShareBetter);
            yield return ("p_equal", "", difference.ShareEqual);
            yield return ("p_worse", "", difference.ShareWorse);
            if (difference.ProbabilityMeanBetter is { } probability)
            {
                yield return ("p_mean_better", "", Estimate.Bare(probability));
            }

            if (difference.Correlation is { } correlation)
            {
                yield return ("correlation", "", Estimate.Bare(correlation));
            }

            if (difference.VarianceReduction is { } reduction && double.IsFinite(reduction))
            {
                yield return ("variance_reduction", "", Estimate.Bare(reduction));
            }
        }

        yield return ("regret", unit, number.RegretUsd);
        yield return ("regret_of_means", unit, Estimate.Bare(number.RegretOfMeansUsd));
        yield return ("p_best_or_tied", "", number.ShareBest);
    }

    // Adding zero turns −0 into 0.
    private static string Text(double? number) =>
        number is { } value ? (value + 0.0).ToString("R", CultureInfo.InvariantCulture) : "";
}
