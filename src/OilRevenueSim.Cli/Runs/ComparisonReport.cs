using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>A comparison as an analyst reads it: what each course denies, how surely, and what others pay.</summary>
internal static class ComparisonReport
{
    /// <summary>Most lines about others; a comparison of many actors is read in its file.</summary>
    private const int MostOthers = 6;

    /// <summary>Prints a comparison.</summary>
    public static void Print(Terminal terminal, Scenario scenario, Comparison comparison)
    {
        var output = terminal.Out;
        terminal.Write($"{comparison.Title}: {comparison.Courses.Length} courses", isStrong: true);
        if (comparison.Question is not null)
        {
            terminal.Write(comparison.Question);
        }

        foreach (var set in scenario.Overrides)
        {
            terminal.Write($"with {Readable.Setting(set)}");
        }

        foreach (var number in comparison.Focus)
        {
            Section(number, $"{number.Subject}, {number.What}");
        }

        foreach (var number in comparison.State)
        {
            Section(number, $"Who pays: {number.Subject}, {number.What}");
        }

        PrintOthers();
        output.WriteLine();
        terminal.Write(
            $"Differences are from “{comparison.Courses[0].Label}”, path by path on the same {comparison.Size}, seed {comparison.Seed}."
        );
        terminal.Write(
            "“Mean truly better” counts Monte Carlo error only and says nothing about the assumptions of the file. Regret is the mean "
                + "distance from the best course of each path."
        );
        if (comparison.Apart.Concat(comparison.Others).Any(n => n.Key.Quantity == ReportQuantity.Net))
        {
            terminal.Write("Net revenue is gross revenue and transfers less lifting, transport and tolls paid.");
        }

        if (ComparisonWords.Pairing(comparison) is { } pairing)
        {
            terminal.Write(pairing + ".");
        }

        void Section(ComparedNumber number, string title)
        {
            output.WriteLine();
            terminal.Write($"{title} ({(number.LessIsBetter ? "less" : "more")} is better)", isStrong: true);
            Table([Head, .. Rows(comparison, number)]);
            var apart = comparison.Apart.Where(a => a.Key.Actor == number.Key.Actor).ToList();
            if (apart.Count > 0)
            {
                output.WriteLine("  apart, means ± half of their 95 % interval and differences (95 % interval):");
                Table([
                    ["course", .. apart.Select(a => a.What)],
                    .. Apart(comparison, apart),
                ]);
            }
        }

        void PrintOthers()
        {
            if (comparison.Others.IsEmpty)
            {
                return;
            }

            output.WriteLine();
            terminal.Write(
                "Others, net revenue (mean ± half its 95 % interval, then differences; most changed first)",
                isStrong: true
            );
            Table([
                ["actor", .. comparison.Courses.Select(course => course.Label)],
                .. comparison.Others.Take(MostOthers).Select(OneOther),
            ]);
            if (comparison.Others.Length > MostOthers)
            {
                terminal.Write($"and {comparison.Others.Length - MostOthers} more in {ComparisonRun.TableName}", "  ");
            }
        }

        void Table(IReadOnlyList<string[]> rows)
        {
            foreach (var line in TextTable.Lines(rows, terminal.Columns))
            {
                output.WriteLine(line);
            }
        }
    }

    private static string[] OneOther(ComparedNumber number) =>
        [
            number.Key.Quantity == ReportQuantity.Net ? number.Subject : $"{number.Subject}, {number.What}",
            .. number.Courses.Select(LevelOrChange),
        ];

    private static string[] Head =>
        [
            "course",
            "mean ± half its interval",
            "difference (95 % interval)",
            "better / equal / worse",
            "mean truly better",
            "mean regret",
        ];

    private static IEnumerable<string[]> Rows(Comparison comparison, ComparedNumber number) =>
        number.Courses.Select(
            (course, k) =>
                (string[])
                    [
                        comparison.Courses[k].Label,
                        Mean(course),
                        course.Difference is { } d ? ComparisonWords.ChangeWithInterval(d.MeanUsd) : "–",
                        course.Difference is { } s
                            ? $"{Readable.Probability(s.ShareBetter.Value)} / {Readable.Probability(s.ShareEqual.Value)} / {Readable.Probability(s.ShareWorse.Value)}"
                            : "–",
                        course.Difference is { } p ? ComparisonWords.ProbabilityOfMean(p.ProbabilityMeanBetter) : "–",
                        Readable.Money(course.RegretUsd.Value),
                    ]
        );

    // The number itself in the first course, differences from it in the others.
    private static IEnumerable<string[]> Apart(Comparison comparison, List<ComparedNumber> numbers) =>
        comparison.Courses.Select(
            (course, k) => (string[])[course.Label, .. numbers.Select(number => LevelOrChange(number.Courses[k]))]
        );

    // Beside a level "0 USD" would read as one.
    private static string LevelOrChange(CourseNumber number) =>
        number.Difference is not { } difference ? Mean(number)
        : difference.ShareEqual.Value == 1.0 ? "no change"
        : ComparisonWords.ChangeWithInterval(difference.MeanUsd);

    private static string Mean(CourseNumber number) =>
        Readable.MoneyWithError(number.MeanUsd.Value, number.MeanUsd.HalfWidth ?? 0.0);
}
