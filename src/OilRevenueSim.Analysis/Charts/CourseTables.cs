using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The one-look table: what each course denies, how surely, and what others pay for it.</summary>
internal static class CourseTables
{
    // Courses that the alt text tells: a screen reader reads it whole.
    private const int MostSaid = 5;

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
            // What stands beside each other under one name is told in one unit.
            table.Unit = ColumnUnit.Of(
                words,
                [
                    .. focus.Courses.SelectMany(c => (double[])[c.MeanUsd.Value, c.RegretUsd.Value]),
                    .. apart.Prepend(focus).SelectMany(Changes),
                ]
            );
            AddLevel(table, focus);
            AddChange(table, focus, focus.Subject, words.Word("change of the mean"));
            AddBetter(table, focus);
            AddRegret(table, focus);
            foreach (var one in apart)
            {
                AddChange(table, one, one.Subject, words.Say($"change of {words.Word(Short(one))}"), spare: 4);
            }
        }

        table.Unit = ColumnUnit.Of(words, comparison.State.SelectMany(Changes));
        foreach (var number in comparison.State)
        {
            AddChange(
                table,
                number,
                words.Say($"Who pays: {number.Subject}"),
                words.Say($"change of {words.Word(Short(number))}"),
                spare: focus is null ? 0 : 1
            );
        }

        var (title, told) = Title(comparison, focus, words);
        return new TableChart(
            new ChartText(
                title,
                words.Say(
                    $"Means over the whole period and differences from “{comparison.Courses[0].Label}”, future by future under the same random numbers. Colour only where the 95 % interval leaves out zero."
                ),
                CourseCharts.Foot(result, words, "courses", focus, hasQuantiles: false),
                Alt(
                    comparison,
                    [.. focus is null ? [] : (ComparedNumber[])[focus], .. apart, .. comparison.State],
                    told,
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
            Told = [0, .. told > 0 ? (int[])[told] : []],
        };
    }

    // What is found, and the course that it is found of; 0 where it is none or all.
    private static (string Title, int Course) Title(Comparison comparison, ComparedNumber? number, Language words)
    {
        if (number is null)
        {
            return (words.Say($"{comparison.Courses.Length} courses compared"), 0);
        }

        if (CourseCharts.IsSame(number))
        {
            return (CourseCharts.Same(number, words), 0);
        }

        var best = number.Best;
        if (number.Courses[best].Difference is not { IsKnown: true } difference)
        {
            return Worse(comparison, number, words);
        }

        var (label, finding) = (comparison.Courses[best].Label, ComparisonWords.Finding(difference, words));
        var title =
            comparison.Courses.Length == 2 ? words.Say($"{number.Subject}: “{label}” {finding}")
            : !IsBestShown(number)
                ? number.LessIsBetter
                        ? words.Say($"No course is shown to deny {number.Subject} more than “{label}”: it {finding}")
                    : words.Say($"No course is shown to help {number.Subject} more than “{label}”: it {finding}")
            : number.LessIsBetter ? words.Say($"“{label}” denies {number.Subject} most: it {finding}")
            : words.Say($"“{label}” helps {number.Subject} most: it {finding}");
        return (title, best);
    }

    // No course is better than the first: what the others do is the finding, where it is known.
    private static (string Title, int Course) Worse(Comparison comparison, ComparedNumber number, Language words)
    {
        var (subject, first) = (number.Subject, comparison.Courses[0].Label);
        int[] known =
        [
            .. Enumerable
                .Range(1, comparison.Courses.Length - 1)
                .Where(k => number.Courses[k].Difference is { IsKnown: true })
                .OrderByDescending(k => Math.Abs(number.Courses[k].Difference!.MeanUsd.Value)),
        ];
        if (known.Length == 0)
        {
            return (words.Say($"No course is shown to do better than “{first}” for {subject}"), 0);
        }

        double Size(int course) => Math.Abs(number.Courses[course].Difference!.MeanUsd.Value);
        var (worst, finding) = (
            comparison.Courses[known[0]].Label,
            ComparisonWords.Finding(number.Courses[known[0]].Difference!, words)
        );
        var range = words.MoneyRange(Size(known[^1]), Size(known[0]));
        return comparison.Courses.Length == 2 ? (words.Say($"{subject}: “{worst}” {finding}"), known[0])
            : known.Length < comparison.Courses.Length - 1
                ? (
                    words.Say($"No course is shown to do better than “{first}” for {subject}; “{worst}” {finding}"),
                    known[0]
                )
            : number.LessIsBetter
                ? (words.Say($"Every other course brings {subject} more oil revenue: {range} on average"), 0)
            : (words.Say($"Every other course costs {subject} oil revenue: {range} on average"), 0);
    }

    // Two courses that are each paired with the first differ by the difference of their differences.
    private static bool IsBestShown(ComparedNumber number)
    {
        Estimate Gain(CourseNumber course)
        {
            var mean = course.Difference?.MeanUsd ?? Estimate.Bare(0.0);
            return number.LessIsBetter ? new Estimate(-mean.Value, -mean.High, -mean.Low) : mean;
        }

        var best = Gain(number.Courses[number.Best]);
        return number
            .Courses.Where((c, k) => k != number.Best && c.Difference is not null)
            .All(c => best.IsAbove(Gain(c)));
    }

    private static string Short(ComparedNumber number) =>
        number.Key.Quantity == ReportQuantity.Forgone ? "revenue forgone"
        : number.Key.Quantity == ReportQuantity.Diverted ? "diverted value"
        : number.What;

    private static IEnumerable<double> Changes(ComparedNumber number) =>
        number.Courses.Select(c => c.Difference?.MeanUsd.Value ?? 0.0);

    private static void AddLevel(Columns table, ComparedNumber number)
    {
        var error = ErrorUsd(number);
        AddMoney(
            table,
            number.Subject,
            table.Words.Word("mean gross revenue"),
            [.. number.Courses.Select(c => c.MeanUsd.Value)],
            (usd, _) => table.Unit.Cell(usd, error)
        );
    }

    // A level and the largest change end in the same digit, so that a row adds up.
    private static double ErrorUsd(ComparedNumber number) =>
        number
            .Courses.Select(c => c.Difference?.MeanUsd)
            .OfType<Estimate>()
            .Where(d => d.Value != 0.0)
            .OrderByDescending(d => Math.Abs(d.Value))
            .Select(d =>
                d.HalfWidth is { } half and > 0.0
                    ? half
                    : Math.Pow(10.0, Math.Floor(Math.Log10(Math.Abs(d.Value))) - 2.0)
            )
            .FirstOrDefault();

    private static void AddChange(Columns table, ComparedNumber number, string group, string title, int spare = 0) =>
        AddMoney(
            table,
            group,
            title,
            [.. Changes(number)],
            (_, k) =>
                number.Courses[k].Difference is { } difference
                    ? table.Unit.Change(difference.MeanUsd, Tone(difference, number.LessIsBetter))
                    : TableCell.Empty,
            spare
        );

    // A column of amounts, whose unit stands in its head.
    private static void AddMoney(
        Columns table,
        string group,
        string title,
        double[] amountsUsd,
        Func<double, int, TableCell> cell,
        int spare = 0
    )
    {
        table.Heads.Add(
            new TableColumn(group, title, amountsUsd.Max(Math.Abs))
            {
                Unit = Array.TrueForAll(amountsUsd, usd => usd == 0.0) ? "" : table.Unit.Name,
                Spare = spare,
            }
        );
        for (var k = 0; k < table.Cells.Length; k++)
        {
            table.Cells[k].Add(cell(amountsUsd[k], k));
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
                Spare = 2,
            }
        );
        // All to the same digit, that of the least known.
        var error = number.Courses.Max(c => c.Difference?.ShareBetter.HalfWidth ?? 0.0);
        for (var k = 0; k < table.Cells.Length; k++)
        {
            table
                .Cells[k]
                .Add(
                    number.Courses[k].Difference is { ShareBetter: var share }
                        ? new TableCell(table.Words.ProbabilityBeside(share, error), share.Value, TableTone.Neutral)
                        : TableCell.Empty
                );
        }
    }

    private static void AddRegret(Columns table, ComparedNumber number)
    {
        var error = number.Courses.Max(c => c.RegretUsd.HalfWidth ?? 0.0);
        AddMoney(
            table,
            number.Subject,
            table.Words.Word("mean regret"),
            [.. number.Courses.Select(c => c.RegretUsd.Value)],
            (usd, k) => table.Unit.Cell(usd, error, number.Courses[k].RegretUsd.HalfWidth ?? 0.0),
            spare: 3
        );
    }

    // The number of the title under the courses that change it most; of the others, what the course of the title changes.
    private static string Alt(Comparison comparison, ComparedNumber[] numbers, int told, Language words)
    {
        var all = Enumerable.Range(0, comparison.Courses.Length);
        int[] shown =
        [
            .. all.OrderByDescending(k => k == 0 || k == told)
                .ThenByDescending(k => Math.Abs(numbers[0].Courses[k].Difference?.MeanUsd.Value ?? 0.0))
                .Take(MostSaid)
                .Order(),
        ];
        string[] sentences =
        [
            .. shown.Select(k => Sentence(comparison, numbers[0], k, ErrorUsd(numbers[0]), words)),
            .. numbers
                .Skip(1)
                .Select(number => Sentence(comparison, number, told > 0 ? told : Largest(number), 0.0, words)),
        ];
        var rest =
            comparison.Courses.Length > 2 && sentences.Length < numbers.Length * comparison.Courses.Length
                ? " " + words.Word("The rest is in the table file.")
                : "";
        return words.Word("Table of courses.") + " " + string.Join(' ', sentences) + rest;
    }

    private static int Largest(ComparedNumber number) =>
        Enumerable
            .Range(0, number.Courses.Length)
            .MaxBy(k => Math.Abs(number.Courses[k].Difference?.MeanUsd.Value ?? 0.0));

    private static string Sentence(
        Comparison comparison,
        ComparedNumber number,
        int course,
        double errorUsd,
        Language words
    )
    {
        var own = number.Courses[course];
        var unit = ColumnUnit.Of(words, number.Courses.Select(c => c.MeanUsd.Value));
        var (what, label) = (words.Word(number.What), comparison.Courses[course].Label);
        var mean = unit.Said(own.MeanUsd.Value, errorUsd);
        return own.Difference switch
        {
            null => words.Say($"{number.Subject}, {what}, “{label}”: mean {mean}."),
            { MeanUsd.Value: 0.0 } => words.Say($"{number.Subject}, {what}, “{label}”: mean {mean}, no change."),
            { } change => words.Say(
                $"{number.Subject}, {what}, “{label}”: mean {mean}, a change of {ComparisonWords.ChangeWithInterval(change.MeanUsd, words)}."
            ),
        };
    }

    // Columns as they are added, with the cells of every course.
    private sealed record Columns(Language Words, List<TableCell>[] Cells)
    {
        public ColumnUnit Unit { get; set; } = ColumnUnit.Of(Words, []);

        public List<TableColumn> Heads { get; } = [];
    }
}
