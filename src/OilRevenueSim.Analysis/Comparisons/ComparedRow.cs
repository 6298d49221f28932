using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Comparisons;

/// <summary>One number of a comparison: a line of <c>comparison.csv</c>.</summary>
/// <param name="Course">Course of action.</param>
/// <param name="Actor">Actor, or null for the owners named in <c>state:</c> together.</param>
/// <param name="Quantity">Quantity, e.g. <c>gross_revenue_usd</c>.</param>
/// <param name="Unit">Unit of the number, or null for probabilities and ratios.</param>
/// <param name="Statistic">
/// <c>mean</c>, <c>difference</c> (from the first course, with its interval), <c>difference_se</c>, <c>p_better p_equal p_worse</c>
/// (shares of paths), <c>p_mean_better</c> (normal approximation), <c>correlation</c>, <c>variance_reduction</c>, <c>regret</c> (path by
/// path), <c>regret_of_means</c>, <c>p_best_or_tied</c>.
/// </param>
/// <param name="Value">Value.</param>
/// <param name="Low">Lower end of its 95 % Monte Carlo interval, or null where there is none.</param>
/// <param name="High">Upper end of its 95 % Monte Carlo interval, or null where there is none.</param>
public sealed record ComparedRow(
    string Course,
    string? Actor,
    string Quantity,
    string? Unit,
    string Statistic,
    double Value,
    double? Low,
    double? High
)
{
    /// <summary>Rows of a comparison, in the order of the file.</summary>
    public static ImmutableArray<ComparedRow> Of(Comparison comparison) =>
        [
            .. from number in comparison
                .Focus.Concat(comparison.Apart)
                .Concat(comparison.State)
                .Concat(comparison.Others)
            from k in Enumerable.Range(0, comparison.Courses.Length)
            from line in Lines(number.Courses[k], number.Key.Quantity.Unit)
            select new ComparedRow(
                comparison.Courses[k].Name,
                number.Key.Actor,
                number.Key.Quantity.Name,
                line.Unit,
                line.Statistic,
                line.Value.Value,
                line.Value.Low,
                line.Value.High
            ),
        ];

    private static IEnumerable<(string Statistic, string? Unit, Estimate Value)> Lines(CourseNumber number, string unit)
    {
        yield return ("mean", unit, number.MeanUsd);
        if (number.Difference is { } difference)
        {
            yield return ("difference", unit, difference.MeanUsd);
            yield return ("difference_se", unit, Estimate.Bare(difference.StandardErrorUsd));
            yield return ("p_better", null, difference.ShareBetter);
            yield return ("p_equal", null, difference.ShareEqual);
            yield return ("p_worse", null, difference.ShareWorse);
            if (difference.ProbabilityMeanBetter is { } probability)
            {
                yield return ("p_mean_better", null, Estimate.Bare(probability));
            }

            if (difference.Correlation is { } correlation)
            {
                yield return ("correlation", null, Estimate.Bare(correlation));
            }

            if (difference.VarianceReduction is { } reduction && double.IsFinite(reduction))
            {
                yield return ("variance_reduction", null, Estimate.Bare(reduction));
            }
        }

        yield return ("regret", unit, number.RegretUsd);
        yield return ("regret_of_means", unit, Estimate.Bare(number.RegretOfMeansUsd));
        yield return ("p_best_or_tied", null, number.ShareBest);
    }
}
