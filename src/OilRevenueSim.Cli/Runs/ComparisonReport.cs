using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Cli.Runs;

/// <summary>A comparison as an analyst reads it: what each course denies, how surely, and what others pay.</summary>
internal static class ComparisonReport
{
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

        output.WriteLine();
        terminal.Write(
            $"Differences are from “{comparison.Courses[0].Label}”, path by path on the same {Readable.Count(comparison.Paths)} paths, seed {comparison.Seed}."
        );
        terminal.Write(
            "“Mean truly better” is the normal approximation of the paired mean. Regret is the mean distance from the best course of each path."
        );

        void Section(ComparedNumber number, string title)
        {
            output.WriteLine();
            terminal.Write($"{title} ({(number.LessIsBetter ? "less" : "more")} is better)", isStrong: true);
            Table([Head, .. Rows(comparison, number)]);
            if (Pairing(comparison, number) is { } pairing)
            {
                terminal.Write(pairing, "  ");
            }

            var apart = comparison.Apart.Where(a => a.Key.Actor == number.Key.Actor).ToList();
            if (apart.Count > 0)
            {
                output.WriteLine("  apart, means and differences:");
                Table([
                    ["course", .. apart.Select(a => a.What)],
                    .. Apart(comparison, apart),
                ]);
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

    private static string[] Head =>
        ["course", "mean", "difference (95 % interval)", "better / equal / worse", "mean truly better", "mean regret"];

    private static IEnumerable<string[]> Rows(Comparison comparison, ComparedNumber number) =>
        number.Courses.Select(
            (course, k) =>
                (string[])
                    [
                        comparison.Courses[k].Label,
                        Readable.MoneyWithError(course.MeanUsd.Value, course.StandardErrorUsd),
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
            (course, k) =>
                (string[])
                    [
                        course.Label,
                        .. numbers.Select(number =>
                            number.Courses[k].Difference is { } difference
                                ? ComparisonWords.ChangeWithInterval(difference.MeanUsd)
                                : Readable.MoneyWithError(
                                    number.Courses[k].MeanUsd.Value,
                                    number.Courses[k].StandardErrorUsd
                                )
                        ),
                    ]
        );

    private static string? Pairing(Comparison comparison, ComparedNumber number)
    {
        var worth = number
            .Courses.Select((course, k) => (Reduction: course.Difference?.VarianceReduction, k))
            .Where(x => x.Reduction is { } r && double.IsFinite(r))
            .Select(x => $"{comparison.Courses[x.k].Label} {ComparisonWords.Times(x.Reduction!.Value)}")
            .ToList();
        return worth.Count == 0
            ? null
            : $"pairing is worth so many times as many independent paths: {string.Join(", ", worth)}";
    }
}
