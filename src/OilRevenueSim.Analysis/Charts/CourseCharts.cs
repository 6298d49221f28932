using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>All charts of a comparison, each with the name of its file.</summary>
/// <param name="Tables">
/// The one-look table of each focus actor: <c>courses</c> of the first, <c>courses-ACTOR</c> of the others; one where nobody is in focus.
/// </param>
/// <param name="LinkedQuantiles">One chart a focus actor: <c>quantiles-ACTOR</c>.</param>
/// <param name="DifferenceFans">One chart a focus actor and course: <c>difference-ACTOR-COURSE</c>.</param>
public sealed record CourseCharts(
    ImmutableArray<NamedChart<TableChart>> Tables,
    ImmutableArray<NamedChart<LinkedQuantilesChart>> LinkedQuantiles,
    ImmutableArray<NamedChart<DifferenceFanChart>> DifferenceFans
)
{
    private const string TableName = "courses";

    private static readonly double[] Shown = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Makes the charts.</summary>
    /// <param name="result">Result.</param>
    /// <param name="language">Language of the charts; English unless told.</param>
    public static CourseCharts From(PairedResult result, Language? language = null)
    {
        var words = language ?? Language.English;
        var comparison = Comparison.From(result);
        return new CourseCharts(
            comparison.Focus.IsEmpty
                ? [new NamedChart<TableChart>(TableName, CourseTables.Of(result, comparison, null, words))]
                :
                [
                    .. comparison.Focus.Select(
                        (number, i) =>
                            new NamedChart<TableChart>(
                                i == 0 ? TableName : $"{TableName}-{number.Key.Actor}",
                                CourseTables.Of(result, comparison, number, words)
                            )
                    ),
                ],
            [
                .. comparison.Focus.Select(number => new NamedChart<LinkedQuantilesChart>(
                    $"quantiles-{number.Key.Actor}",
                    LinkedQuantilesOf(result, comparison, number, words)
                )),
            ],
            [
                .. comparison.Focus.SelectMany(number =>
                    Enumerable
                        .Range(1, result.Courses.Length - 1)
                        .Select(k => new NamedChart<DifferenceFanChart>(
                            $"difference-{number.Key.Actor}-{comparison.Courses[k].Name}",
                            DifferenceFanOf(result, comparison, number, k, words)
                        ))
                ),
            ]
        );
    }

    /// <summary>Foot of a chart of a comparison: how well its largest difference from the first course is known.</summary>
    /// <param name="result">Comparison.</param>
    /// <param name="words">Language.</param>
    /// <param name="kind">Kind of chart.</param>
    /// <param name="number">Number that is compared, or null.</param>
    /// <param name="course">Index of the one course that the chart is about, or null for all.</param>
    /// <param name="hasQuantiles">True where the chart shows quantiles.</param>
    internal static ChartFoot Foot(
        PairedResult result,
        Language words,
        string kind,
        ComparedNumber? number,
        int? course = null,
        bool hasQuantiles = true
    )
    {
        string[] arguments =
        [
            .. number?.Key.Actor is { } actor ? (string[])["--actor", actor] : [],
            .. course is { } k ? (string[])["--course", result.Courses[k].Manifest.Course] : [],
        ];
        var (name, largest) = NamedCourse
            .Of(result)
            .Zip(number?.Courses.Select(c => c.Difference) ?? [])
            .Where((_, k) => course is null || k == course)
            .Where(of => of.Second is not null)
            .MaxBy(of => Math.Abs(of.Second!.MeanUsd.Value));
        var difference = largest switch
        {
            { MeanUsd: { HalfWidth: { } half and > 0.0 } mean } => words.Say(
                $"Mean difference of “{name.Label}” {words.MoneyWithError(mean.Value, half)} (95 % Monte Carlo interval)"
            ),
            { MeanUsd.Value: 0.0, ShareEqual.Value: 1.0 } => words.Word("No difference in any future"),
            _ => null,
        };
        return ChartFoot.Of(result, kind, arguments, difference, words, hasQuantiles);
    }

    private static LinkedQuantilesChart LinkedQuantilesOf(
        PairedResult result,
        Comparison comparison,
        ComparedNumber number,
        Language words
    )
    {
        var series = result.Series.IndexOf(number.Key);
        var total = result.Periods.Length - 1;
        var statistics = Enumerable
            .Range(0, result.Courses.Length)
            .Select(k => result.Level(k, series, total))
            .ToArray();
        var levels = statistics
            .Select(s => (double[])[.. Shown.Select(p => QuantileEstimate.Type7(s.Sample!, p)), s.Mean])
            .ToArray();
        string[] labels =
        [
            .. Shown.Select(p => p == 0.5 ? words.Word("median") : words.Probability(p)),
            words.Word("mean"),
        ];
        var largest = levels.Max(l => l.Max());
        var isAllZero = levels.All(l => l.All(v => v == 0.0));
        var scale = words.Scale(isAllZero ? 1e6 : largest);
        // As the mean by its interval, a quantile by the shares of futures about it.
        bool IsShown(int k, int i) =>
            i < Shown.Length
                ? QuantileMove.IsShown(statistics[0], statistics[k], result.Difference(k, series, total), Shown[i])
                : number.Courses[k].Difference is { IsKnown: true };
        ImmutableArray<LinkedQuantilesPanel> panels =
        [
            .. Enumerable
                .Range(1, levels.Length - 1)
                .Select(k => new LinkedQuantilesPanel(
                    comparison.Courses[k].Label,
                    [
                        .. labels.Select(
                            (label, i) =>
                                new QuantileLink(label, levels[0][i] / scale.Usd, levels[k][i] / scale.Usd)
                                {
                                    IsShown = levels[0][i] == levels[k][i] || IsShown(k, i),
                                }
                        ),
                    ]
                )),
        ];
        var first = comparison.Courses[0].Label;
        return new LinkedQuantilesChart(
            new ChartText(
                Title(comparison.Courses, number, words),
                words.Say($"Total {words.Word(number.What)}, {scale.Name}.")
                    + (
                        isAllZero
                            ? ""
                            : " "
                                + words.Say(
                                    $"Each arrow leads from a quantile under “{first}” to the same quantile under the course named above it; it links two distributions, not two fates of one future."
                                )
                    )
                    + (
                        panels.All(p => p.Links.All(l => l.IsShown))
                            ? ""
                            : " " + words.Word("Grey: within the 95 % Monte Carlo error, neither better nor worse.")
                    ),
                Foot(result, words, "quantiles", number),
                Alt(comparison, number, labels, levels, words)
            )
            {
                Language = words,
            },
            number.Subject,
            ChartUnit.Usd(scale.Usd),
            first,
            number.LessIsBetter,
            panels,
            isAllZero
        )
        {
            Told = Told(number) - 1,
        };
    }

    /// <summary>The course with the largest difference from the first that the run shows, or null where it shows none.</summary>
    internal static int? Told(ComparedNumber number) =>
        number
            .Courses.Select((course, k) => (course.Difference, Course: k))
            .Where(x => x.Difference is { IsShown: true })
            .OrderByDescending(x => Math.Abs(x.Difference!.MeanUsd.Value))
            .Select(x => (int?)x.Course)
            .FirstOrDefault();

    /// <summary>True where no course differs from the first in any future.</summary>
    internal static bool IsSame(ComparedNumber number) =>
        number.Courses.All(c => c.Difference is null or { MeanUsd.Value: 0.0, StandardErrorUsd: 0.0 });

    /// <summary>That the number is the same under every course, or zero under all.</summary>
    internal static string Same(ComparedNumber number, Language words) =>
        number.Courses.All(c => c is { MeanUsd.Value: 0.0, StandardErrorUsd: 0.0 })
            ? QuantityWords.Zero(words, number.Subject, number.Key.Quantity, words.Word("all futures of every course"))
            : words.Say(
                $"{number.Subject}: {QuantityWords.Noun(words, number.Key.Quantity)} is the same under every course"
            );

    /// <summary>What the course with the largest difference that is shown does to the mean.</summary>
    internal static string Title(ImmutableArray<NamedCourse> courses, ComparedNumber number, Language words) =>
        IsSame(number) ? Same(number, words)
        : Told(number) is not { } told ? words.Say($"{number.Subject}: no course is shown to change mean oil revenue")
        : words.Say(
            $"{number.Subject}: “{courses[told].Label}” {ComparisonWords.Finding(number.Courses[told].Difference!, words)}"
        );

    private static string Alt(
        Comparison comparison,
        ComparedNumber number,
        string[] labels,
        double[][] levels,
        Language words
    )
    {
        var courses = Enumerable
            .Range(0, levels.Length)
            .Select(k =>
                words.Say(
                    $"{comparison.Courses[k].Label}: {string.Join(words.Word("; "), labels.Select((label, i) => words.Say($"{label}: {words.Money(levels[k][i])}")))}."
                )
            );
        return words.Say($"Quantiles of the total {words.Word(number.What)} of {number.Subject} by course.")
            + " "
            + string.Join(' ', courses);
    }

    private static DifferenceFanChart DifferenceFanOf(
        PairedResult result,
        Comparison comparison,
        ComparedNumber number,
        int course,
        Language words
    )
    {
        var series = result.Series.IndexOf(number.Key);
        var months = result
            .Periods.Select((period, i) => (period, i))
            .Where(x => x.period.Kind == PeriodKind.Month)
            .ToArray();
        var cells = months.Select(m => result.Difference(course, series, m.i).Statistics).ToArray();
        var quantiles = Shown.Select(p => cells.Select(c => QuantileEstimate.Type7(c.Sample!, p)).ToArray()).ToArray();
        var means = cells.Select(MeanEstimate.Of).ToArray();
        var isAllZero = cells.All(c => c is { Min: 0.0, Max: 0.0 });
        var isRare = !isAllZero && quantiles[0].Concat(quantiles[^1]).All(v => v == 0.0);
        var largest = quantiles
            .SelectMany(q => q)
            .Concat(means.SelectMany(m => (double[])[m.Low ?? m.Value, m.High ?? m.Value]))
            .Max(Math.Abs);
        var scale = words.Scale(isAllZero || largest == 0.0 ? 1e6 : largest);
        var unit = ChartUnit.UsdPerMonth(scale.Usd);
        ImmutableArray<double> Scaled(IEnumerable<double> usd) => [.. usd.Select(v => v / scale.Usd)];
        var difference = number.Courses[course].Difference!;
        var (name, first) = (comparison.Courses[course].Label, comparison.Courses[0].Label);
        return new DifferenceFanChart(
            new ChartText(
                words.Say($"{number.Subject}: “{name}” {ComparisonWords.Finding(difference, words)}"),
                words.Say(
                    $"Difference in monthly {words.Word(number.What)} from “{first}”, {words.Unit(unit)}, future by future under the same random numbers."
                )
                    + (
                        isAllZero
                            ? ""
                            : " "
                                + words.Word(
                                    isRare
                                        ? "In any one month at least 90 % of futures are the same with it and without it, so the bands lie at zero; the mean comes from the others."
                                        : "In each month the named share of futures lies within its band."
                                )
                    )
                    + (
                        quantiles[0].Concat(means.Select(m => m.Low ?? m.Value)).Min() < 0.0
                            ? " " + words.Say($"Below zero: less than under “{first}”.")
                            : ""
                    ),
                Foot(result, words, "difference", number, course),
                DifferenceAlt(number, name, first, difference, words)
            )
            {
                Language = words,
            },
            number.Subject,
            unit,
            [.. months.Select(m => m.period.First)],
            [
                new FanBand(0.9, words.OfFutures(0.9), Scaled(quantiles[0]), Scaled(quantiles[4])),
                new FanBand(0.5, words.OfFutures(0.5), Scaled(quantiles[1]), Scaled(quantiles[3])),
            ],
            Scaled(quantiles[2]),
            Scaled(means.Select(m => m.Value)),
            Scaled(means.Select(m => m.Low ?? m.Value)),
            Scaled(means.Select(m => m.High ?? m.Value)),
            isAllZero
        );
    }

    private static string DifferenceAlt(
        ComparedNumber number,
        string name,
        string first,
        CourseDifference difference,
        Language words
    )
    {
        var lower = words.OfFutures(number.LessIsBetter ? difference.ShareBetter : difference.ShareWorse);
        var equal = words.OfFutures(difference.ShareEqual);
        return words.Say(
                $"Fan chart of the monthly difference in {words.Word(number.What)} of {number.Subject} between “{name}” and “{first}”."
            )
            + " "
            + words.Say(
                $"Over the whole period the mean difference is {ComparisonWords.ChangeWithInterval(difference.MeanUsd, words)}; “{name}” is lower in {lower} and equal in {equal}."
            );
    }
}
