using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The one-look table: what each course denies, how surely, and what others pay for it.</summary>
internal static class CourseTables
{
    /// <summary>The table of one focus actor and of the state, or of the state alone.</summary>
    internal static TableChart Of(PairedResult result, Comparison comparison, ComparedNumber? focus)
    {
        var columns = new List<TableColumn>();
        var cells = comparison.Courses.Select(_ => new List<TableCell>()).ToArray();
        // Sales are told by the change of the revenue and of the levies.
        ComparedNumber[] apart =
        [
            .. comparison.Apart.Where(a => a.Key.Actor == focus?.Key.Actor && a.Key.Quantity != ReportQuantity.Sales),
        ];
        if (focus is not null)
        {
            AddLevel(columns, cells, focus);
            AddChange(columns, cells, focus, focus.Subject, "change of the mean");
            AddBetter(columns, cells, focus);
            AddRegret(columns, cells, focus);
            foreach (var one in apart)
            {
                AddChange(columns, cells, one, one.Subject, $"change of {Short(one)}");
            }
        }

        foreach (var number in comparison.State)
        {
            AddChange(columns, cells, number, "Who pays: " + number.Subject, $"change of {Short(number)}");
        }

        return new TableChart(
            new ChartText(
                Title(comparison, focus),
                $"Means over the whole period and paired differences from “{comparison.Courses[0].Label}”, future by future under "
                    + "the same random numbers. Colour only where the 95 % interval leaves out zero.",
                CourseCharts.Foot(result, "courses", focus),
                Alt(comparison, [.. focus is null ? [] : (ComparedNumber[])[focus], .. apart, .. comparison.State])
            ),
            [.. columns],
            [.. comparison.Courses.Select((course, k) => new TableRow(course.Label, [.. cells[k]]))],
            "courses"
        );
    }

    private static string Title(Comparison comparison, ComparedNumber? number)
    {
        if (number is null)
        {
            return $"{comparison.Courses.Length} courses compared";
        }

        var best = number.Best;
        var difference = number.Courses[best].Difference;
        return difference is { IsShown: true } or { StandardErrorUsd: 0.0, MeanUsd.Value: not 0.0 }
            ? comparison.Courses.Length == 2
                ? $"{number.Subject}: “{comparison.Courses[best].Label}” {ComparisonWords.Finding(difference)}"
                : $"“{comparison.Courses[best].Label}” {(number.LessIsBetter ? "denies" : "helps")} {number.Subject} most: "
                    + $"it {ComparisonWords.Finding(difference)}"
            : $"No course is shown to do better than “{comparison.Courses[0].Label}” for {number.Subject}";
    }

    private static string Short(ComparedNumber number) =>
        number.Key.Quantity == ReportQuantity.Forgone ? "revenue forgone"
        : number.Key.Quantity == ReportQuantity.Diverted ? "diverted value"
        : number.What;

    private static void AddLevel(List<TableColumn> columns, List<TableCell>[] cells, ComparedNumber number)
    {
        columns.Add(
            new TableColumn(number.Subject, "mean gross revenue", number.Courses.Max(c => Math.Abs(c.MeanUsd.Value)))
        );
        for (var k = 0; k < cells.Length; k++)
        {
            var mean = number.Courses[k].MeanUsd.Value;
            cells[k].Add(new TableCell(Readable.Money(mean), mean, TableTone.Neutral));
        }
    }

    private static void AddChange(
        List<TableColumn> columns,
        List<TableCell>[] cells,
        ComparedNumber number,
        string group,
        string title
    )
    {
        var largest = number.Courses.Max(c => Math.Abs(c.Difference?.MeanUsd.Value ?? 0.0));
        columns.Add(new TableColumn(group, title, largest));
        for (var k = 0; k < cells.Length; k++)
        {
            cells[k]
                .Add(
                    number.Courses[k].Difference is { } difference
                        ? new TableCell(
                            ComparisonWords.ChangeWithInterval(difference.MeanUsd),
                            difference.MeanUsd.Value,
                            Tone(difference, number.LessIsBetter)
                        )
                        : TableCell.Empty
                );
        }
    }

    private static TableTone Tone(CourseDifference difference, bool lessIsBetter)
    {
        if (!difference.IsShown)
        {
            return TableTone.Neutral;
        }

        return difference.MeanUsd.Value < 0.0 == lessIsBetter ? TableTone.Better : TableTone.Worse;
    }

    private static void AddBetter(List<TableColumn> columns, List<TableCell>[] cells, ComparedNumber number)
    {
        columns.Add(new TableColumn(number.Subject, "better in", 1.0));
        for (var k = 0; k < cells.Length; k++)
        {
            var difference = number.Courses[k].Difference;
            cells[k]
                .Add(
                    difference is null
                        ? TableCell.Empty
                        : new TableCell(Share(difference.ShareBetter), difference.ShareBetter.Value, TableTone.Neutral)
                );
        }
    }

    private static string Share(Estimate share) => $"{Readable.Probability(share)} of futures";

    private static void AddRegret(List<TableColumn> columns, List<TableCell>[] cells, ComparedNumber number)
    {
        columns.Add(new TableColumn(number.Subject, "mean regret", number.Courses.Max(c => c.RegretUsd.Value)));
        for (var k = 0; k < cells.Length; k++)
        {
            var regret = number.Courses[k].RegretUsd.Value;
            cells[k].Add(new TableCell(Readable.Money(regret), regret, TableTone.Neutral));
        }
    }

    private static string Alt(Comparison comparison, ComparedNumber[] numbers)
    {
        var sentences = numbers.SelectMany(number =>
            comparison.Courses.Select(
                (course, k) =>
                {
                    var own = number.Courses[k];
                    var change = own.Difference is { } difference
                        ? $", {ComparisonWords.ChangeWithInterval(difference.MeanUsd)} against the first course"
                        : "";
                    return $"{number.Subject}, {number.What}, {course.Label}: mean {Readable.Money(own.MeanUsd.Value)}{change}.";
                }
            )
        );
        return "Table of courses. " + string.Join(" ", sentences);
    }
}
