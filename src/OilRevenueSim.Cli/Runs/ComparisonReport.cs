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
        output.WriteLine(terminal.Strong($"{comparison.Title}: {comparison.Courses.Length} courses"));
        if (comparison.Question is not null)
        {
            output.WriteLine(comparison.Question);
        }

        foreach (var set in scenario.Overrides)
        {
            output.WriteLine($"with {Readable.Setting(set)}");
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
        output.WriteLine(
            $"Differences are from “{comparison.Courses[0].Label}”, path by path on the same {Readable.Count(comparison.Paths)} paths, seed {comparison.Seed}."
        );
        output.WriteLine(
            "“Mean truly better” is the normal approximation of the paired mean. Regret is the mean distance from the best course of each path."
        );

        void Section(ComparedNumber number, string title)
        {
            output.WriteLine();
            output.WriteLine(terminal.Strong($"{title} ({(number.LessIsBetter ? "less" : "more")} is better)"));
            foreach (var line in TextTable.Lines([Head, .. Rows(comparison, number)]))
            {
                output.WriteLine(line);
            }

            foreach (var line in Pairing(comparison, number))
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

    private static IEnumerable<string> Pairing(Comparison comparison, ComparedNumber number) =>
        number
            .Courses.Select((course, k) => (course.Difference, k))
            .Where(x => x.Difference is { VarianceReduction: { } r } && double.IsFinite(r))
            .Select(x =>
                $"  pairing of “{comparison.Courses[x.k].Label}” is worth {ComparisonWords.PairingWorth(x.Difference!.VarianceReduction)}"
            );
}
