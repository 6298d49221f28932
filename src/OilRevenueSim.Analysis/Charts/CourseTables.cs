using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The one-look table: what each course denies, how surely, and what others pay for it.</summary>
internal static class CourseTables
{
    /// <summary>The table of one focus actor and of the state, or of the state alone.</summary>
    internal static TableChart Of(PairedResult result, Comparison comparison, ComparedNumber? focus, Language words)
    {
        var table = new Columns(words, [.. comparison.Courses.Select(_ => new List<TableCell>())]);
        // Sales are told by the change of the revenue and of the levies.
        ComparedNumber[] apart =
        [
            .. comparison.Apart.Where(a => a.Key.Actor == focus?.Key.Actor && a.Key.Quantity != ReportQuantity.Sales),
        ];
        if (focus is not null)
        {
            AddLevel(table, focus);
            AddChange(table, focus, focus.Subject, words.Word("change of the mean"));
            AddBetter(table, focus);
            AddRegret(table, focus);
            foreach (var one in apart)
            {
                AddChange(table, one, one.Subject, words.Say($"change of {words.Word(Short(one))}"), spare: 3);
            }
        }

        foreach (var number in comparison.State)
        {
            AddChange(
                table,
                number,
                words.Say($"Who pays: {number.Subject}"),
                words.Say($"change of {words.Word(Short(number))}"),
                spare: focus is null ? 0 : 2
            );
        }

        return new TableChart(
            new ChartText(
                Title(comparison, focus, words),
                words.Say(
                    $"Means over the whole period and differences from “{comparison.Courses[0].Label}”, future by future under the same random numbers. Colour only where the 95 % interval leaves out zero."
                ),
                CourseCharts.Foot(result, words, "courses", focus, hasQuantiles: false),
                Alt(
                    comparison,
                    [.. focus is null ? [] : (ComparedNumber[])[focus], .. apart, .. comparison.State],
                    words
                )
            )
            {
                Language = words,
            },
            [.. table.Heads],
            [.. comparison.Courses.Select((course, k) => new TableRow(course.Label, [.. table.Cells[k]]))],
            words.Word("courses")
        )
        {
            Told = [0, .. focus is { Best: > 0 and var best } ? (int[])[best] : []],
        };
    }

    private static string Title(Comparison comparison, ComparedNumber? number, Language words)
    {
        if (number is null)
        {
            return words.Say($"{comparison.Courses.Length} courses compared");
        }

        if (CourseCharts.IsSame(number))
        {
            return CourseCharts.Same(number, words);
        }

        var best = number.Best;
        var difference = number.Courses[best].Difference;
        if (difference is not ({ IsShown: true } or { StandardErrorUsd: 0.0, MeanUsd.Value: not 0.0 }))
        {
            return words.Say(
                $"No course is shown to do better than “{comparison.Courses[0].Label}” for {number.Subject}"
            );
        }

        var (label, finding) = (comparison.Courses[best].Label, ComparisonWords.Finding(difference, words));
        return comparison.Courses.Length == 2 ? words.Say($"{number.Subject}: “{label}” {finding}")
            : !IsBestShown(number)
                ? number.LessIsBetter
                        ? words.Say($"No course is shown to deny {number.Subject} more than “{label}”: it {finding}")
                    : words.Say($"No course is shown to help {number.Subject} more than “{label}”: it {finding}")
            : number.LessIsBetter ? words.Say($"“{label}” denies {number.Subject} most: it {finding}")
            : words.Say($"“{label}” helps {number.Subject} most: it {finding}");
    }

    // Two courses that are each paired with the first differ by the difference of their differences, whose standard error is at most the
    // sum of theirs: what is shown so is shown, however the two hang together.
    private static bool IsBestShown(ComparedNumber number)
    {
        var best = number.Courses[number.Best].Difference!.MeanUsd;
        return number
            .Courses.Where((_, k) => k != number.Best)
            .Select(c => c.Difference?.MeanUsd)
            .OfType<Estimate>()
            .All(other => Math.Abs(best.Value - other.Value) > (best.HalfWidth ?? 0.0) + (other.HalfWidth ?? 0.0));
    }

    private static string Short(ComparedNumber number) =>
        number.Key.Quantity == ReportQuantity.Forgone ? "revenue forgone"
        : number.Key.Quantity == ReportQuantity.Diverted ? "diverted value"
        : number.What;

    private static void AddLevel(Columns table, ComparedNumber number)
    {
        double[] means = [.. number.Courses.Select(c => c.MeanUsd.Value)];
        AddMoney(
            table,
            number.Subject,
            table.Words.Word("mean gross revenue"),
            means,
            (unit, k) => unit.Cell(means[k])
        );
    }

    private static void AddChange(Columns table, ComparedNumber number, string group, string title, int spare = 0) =>
        AddMoney(
            table,
            group,
            title,
            [.. number.Courses.Select(c => c.Difference?.MeanUsd.Value ?? 0.0)],
            (unit, k) =>
                number.Courses[k].Difference is { } difference
                    ? unit.Change(difference.MeanUsd, Tone(difference, number.LessIsBetter))
                    : TableCell.Empty,
            spare
        );

    // A column of amounts, whose unit stands in its head.
    private static void AddMoney(
        Columns table,
        string group,
        string title,
        double[] amountsUsd,
        Func<ColumnUnit, int, TableCell> cell,
        int spare = 0
    )
    {
        var unit = ColumnUnit.Of(table.Words, amountsUsd);
        table.Heads.Add(new TableColumn(group, title, amountsUsd.Max(Math.Abs)) { Unit = unit.Name, Spare = spare });
        for (var k = 0; k < table.Cells.Length; k++)
        {
            table.Cells[k].Add(cell(unit, k));
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

    private static void AddBetter(Columns table, ComparedNumber number)
    {
        table.Heads.Add(
            new TableColumn(number.Subject, table.Words.Word("better in"), 1.0)
            {
                Unit = table.Words.Word("of futures"),
                Spare = 1,
            }
        );
        for (var k = 0; k < table.Cells.Length; k++)
        {
            table
                .Cells[k]
                .Add(
                    number.Courses[k].Difference is { ShareBetter: var share }
                        ? new TableCell(table.Words.Probability(share), share.Value, TableTone.Neutral)
                        : TableCell.Empty
                );
        }
    }

    private static void AddRegret(Columns table, ComparedNumber number)
    {
        double[] regrets = [.. number.Courses.Select(c => c.RegretUsd.Value)];
        AddMoney(table, number.Subject, table.Words.Word("mean regret"), regrets, (unit, k) => unit.Cell(regrets[k]));
    }

    private static string Alt(Comparison comparison, ComparedNumber[] numbers, Language words)
    {
        var sentences = numbers.SelectMany(number =>
            comparison.Courses.Select(
                (course, k) =>
                {
                    var own = number.Courses[k];
                    var (what, mean) = (words.Word(number.What), words.Money(own.MeanUsd.Value));
                    return own.Difference switch
                    {
                        null => words.Say($"{number.Subject}, {what}, “{course.Label}”: mean {mean}."),
                        { MeanUsd.Value: 0.0 } => words.Say(
                            $"{number.Subject}, {what}, “{course.Label}”: mean {mean}, no change."
                        ),
                        { } change => words.Say(
                            $"{number.Subject}, {what}, “{course.Label}”: mean {mean}, a change of {ComparisonWords.ChangeWithInterval(change.MeanUsd, words)}."
                        ),
                    };
                }
            )
        );
        return words.Word("Table of courses.") + " " + string.Join(' ', sentences);
    }

    // Columns as they are added, with the cells of every course.
    private sealed record Columns(Language Words, List<TableCell>[] Cells)
    {
        public List<TableColumn> Heads { get; } = [];
    }
}
