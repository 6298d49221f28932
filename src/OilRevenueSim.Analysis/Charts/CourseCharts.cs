using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
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

    private static readonly (string Label, double Probability)[] Linked =
    [
        ("5 %", 0.05),
        ("25 %", 0.25),
        ("median", 0.5),
        ("75 %", 0.75),
        ("95 %", 0.95),
    ];

    private static readonly double[] Fanned = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Makes the charts.</summary>
    public static CourseCharts From(PairedResult result)
    {
        var comparison = Comparison.From(result);
        return new CourseCharts(
            comparison.Focus.IsEmpty
                ? [new NamedChart<TableChart>(TableName, CourseTables.Of(result, comparison, null))]
                :
                [
                    .. comparison.Focus.Select(
                        (number, i) =>
                            new NamedChart<TableChart>(
                                i == 0 ? TableName : $"{TableName}-{number.Key.Actor}",
                                CourseTables.Of(result, comparison, number)
                            )
                    ),
                ],
            [
                .. comparison.Focus.Select(number => new NamedChart<LinkedQuantilesChart>(
                    $"quantiles-{number.Key.Actor}",
                    LinkedQuantilesOf(result, comparison, number)
                )),
            ],
            [
                .. comparison.Focus.SelectMany(number =>
                    Enumerable
                        .Range(1, result.Courses.Length - 1)
                        .Select(k => new NamedChart<DifferenceFanChart>(
                            $"difference-{number.Key.Actor}-{comparison.Courses[k].Name}",
                            DifferenceFanOf(result, comparison, number, k)
                        ))
                ),
            ]
        );
    }

    /// <summary>Foot of a chart of a comparison: how well its largest difference from the first course is known.</summary>
    /// <param name="result">Comparison.</param>
    /// <param name="kind">Kind of chart.</param>
    /// <param name="number">Number that is compared, or null.</param>
    /// <param name="course">Index of the one course that the chart is about, or null for all.</param>
    internal static ChartFoot Foot(PairedResult result, string kind, ComparedNumber? number, int? course = null)
    {
        var words = Language.English;
        string[] arguments =
        [
            .. number?.Key.Actor is { } actor ? (string[])["--actor", actor] : [],
            .. course is { } k ? (string[])["--course", result.Courses[k].Manifest.Course] : [],
        ];
        var differences = number?.Courses.Where((_, k) => course is null || k == course) ?? [];
        var largest = differences
            .Select(c => c.Difference)
            .OfType<CourseDifference>()
            .MaxBy(d => Math.Abs(d.MeanUsd.Value));
        var difference = largest is null
            ? null
            : words.Say(
                $"Mean difference {words.MoneyWithError(largest.MeanUsd.Value, largest.StandardErrorUsd)} (± Monte Carlo error)"
            );
        return ChartFoot.Of(result, kind, arguments, difference, words);
    }

    private static LinkedQuantilesChart LinkedQuantilesOf(
        PairedResult result,
        Comparison comparison,
        ComparedNumber number
    )
    {
        var series = result.Series.IndexOf(number.Key);
        var total = result.Periods.Length - 1;
        var levels = Enumerable
            .Range(0, result.Courses.Length)
            .Select(k => result.Level(k, series, total))
            .Select(s => (double[])[.. Linked.Select(q => QuantileEstimate.Type7(s.Sample!, q.Probability)), s.Mean])
            .ToArray();
        string[] labels = [.. Linked.Select(q => q.Label), "mean"];
        var largest = levels.Max(l => l.Max());
        var isAllZero = levels.All(l => l.All(v => v == 0.0));
        var scale = isAllZero ? new MoneyScale(1e6, "million USD") : Readable.Scale(largest);
        var panels = Enumerable
            .Range(1, levels.Length - 1)
            .Select(k => new LinkedQuantilesPanel(
                comparison.Courses[k].Label,
                [
                    .. labels.Select(
                        (label, i) => new QuantileLink(label, levels[0][i] / scale.Usd, levels[k][i] / scale.Usd)
                    ),
                ]
            ));
        var first = comparison.Courses[0].Label;
        return new LinkedQuantilesChart(
            new ChartText(
                Title(comparison, number),
                $"Total {number.What}, {scale.Name}. Each arrow leads from a quantile under “{first}” to the same quantile under "
                    + "the course named above it; it links two distributions, not two fates of one future.",
                Foot(result, "quantiles", number),
                Alt(comparison, number, labels, levels)
            ),
            number.Subject,
            scale.Name,
            first,
            number.LessIsBetter,
            [.. panels],
            isAllZero
        );
    }

    private static string Title(Comparison comparison, ComparedNumber number)
    {
        var shown = number
            .Courses.Select((course, k) => (course, k))
            .Where(x => x.course.Difference is { IsShown: true })
            .ToList();
        if (shown.Count == 0)
        {
            return $"{number.Subject}: no course is shown to change mean oil revenue";
        }

        var (most, index) = shown.MaxBy(x => Math.Abs(x.course.Difference!.MeanUsd.Value));
        return $"{number.Subject}: “{comparison.Courses[index].Label}” {ComparisonWords.Finding(most.Difference!)}";
    }

    private static string Alt(Comparison comparison, ComparedNumber number, string[] labels, double[][] levels)
    {
        var courses = Enumerable
            .Range(0, levels.Length)
            .Select(k =>
                $"{comparison.Courses[k].Label}: "
                + string.Join(", ", labels.Select((label, i) => $"{label} {Readable.Money(levels[k][i])}"))
                + "."
            );
        return $"Quantiles of the total {number.What} of {number.Subject} by course. {string.Join(" ", courses)}";
    }

    private static DifferenceFanChart DifferenceFanOf(
        PairedResult result,
        Comparison comparison,
        ComparedNumber number,
        int course
    )
    {
        var series = result.Series.IndexOf(number.Key);
        var months = result
            .Periods.Select((period, i) => (period, i))
            .Where(x => x.period.Kind == PeriodKind.Month)
            .ToArray();
        var cells = months.Select(m => result.Difference(course, series, m.i).Statistics).ToArray();
        var quantiles = Fanned.Select(p => cells.Select(c => QuantileEstimate.Type7(c.Sample!, p)).ToArray()).ToArray();
        var means = cells.Select(MeanEstimate.Of).ToArray();
        var isAllZero = cells.All(c => c is { Min: 0.0, Max: 0.0 });
        var isRare = !isAllZero && quantiles[0].Concat(quantiles[^1]).All(v => v == 0.0);
        var largest = quantiles
            .SelectMany(q => q)
            .Concat(means.SelectMany(m => (double[])[m.Low ?? m.Value, m.High ?? m.Value]))
            .Max(Math.Abs);
        var scale = isAllZero || largest == 0.0 ? new MoneyScale(1e6, "million USD") : Readable.Scale(largest);
        var unit = scale.Name + " per month";
        ImmutableArray<double> Scaled(IEnumerable<double> usd) => [.. usd.Select(v => v / scale.Usd)];
        var difference = number.Courses[course].Difference!;
        var (name, first) = (comparison.Courses[course].Label, comparison.Courses[0].Label);
        return new DifferenceFanChart(
            new ChartText(
                $"{number.Subject}: “{name}” {ComparisonWords.Finding(difference)}",
                $"Difference in monthly {number.What} from “{first}”, {unit}, future by future under the same random numbers. "
                    + (
                        isRare
                            ? "In any one month at least 90 % of futures are the same with it and without it, so the bands lie at "
                                + "zero; the mean comes from the others."
                            : "In each month the named share of futures lies within its band."
                    ),
                Foot(result, "difference", number, course),
                DifferenceAlt(number, name, first, difference)
            ),
            number.Subject,
            unit,
            [.. months.Select(m => m.period.First)],
            [
                new FanBand(0.9, "90 % of futures", Scaled(quantiles[0]), Scaled(quantiles[4])),
                new FanBand(0.5, "50 % of futures", Scaled(quantiles[1]), Scaled(quantiles[3])),
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
        CourseDifference difference
    ) =>
        $"Fan chart of the monthly difference in {number.What} of {number.Subject} between {name} and {first}. Over the whole "
        + $"period the mean difference is {ComparisonWords.ChangeWithInterval(difference.MeanUsd)}; {name} is lower in "
        + $"{Readable.Probability(number.LessIsBetter ? difference.ShareBetter : difference.ShareWorse)} of futures, equal in "
        + $"{Readable.Probability(difference.ShareEqual)}.";
}
