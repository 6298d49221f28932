using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The end of a run as an analyst reads it: the question, the answer in a sentence, the numbers behind it.</summary>
internal static class HeadlineReport
{
    /// <summary>Prints a headline, beside that of the earlier run where there is one and it differs, and the money apart.</summary>
    public static void Print(Terminal terminal, string? question, Headline now, Headline? before, MoneyTable money)
    {
        var output = terminal.Out;
        var course = now.Course == "base" ? "" : $" ({now.Course})";
        terminal.Write(now.Title + course, isStrong: true);
        if (question is not null)
        {
            terminal.Write(question);
        }

        foreach (var set in now.Overrides)
        {
            terminal.Write($"with {Readable.Setting(set)}");
        }

        var comparison = HeadlineComparison.From(before ?? now, now);
        var withBefore = before is not null && comparison.HasChanges;
        foreach (var group in comparison.Rows.GroupBy(row => row.Subject, StringComparer.Ordinal))
        {
            output.WriteLine();
            var actor = now.Actors.FirstOrDefault(a => a.Label == group.Key);
            terminal.Write(
                actor is null ? group.Key : $"{group.Key}: {HeadlineText.Verdict(actor, now.Paths)}",
                isStrong: true
            );
            foreach (var line in TextTable.Lines([.. Rows(group, withBefore)], terminal.Columns))
            {
                output.WriteLine(line);
            }
        }

        MoneyReport.Print(terminal, money);
        output.WriteLine();
        terminal.Write($"{now.Size}, seed {now.Seed}.{Compared(before, comparison)}");
        if (now.Paths > 1)
        {
            terminal.Write(HeadlineText.Intervals);
        }
    }

    private static string Compared(Headline? before, HeadlineComparison comparison)
    {
        if (before is null)
        {
            return "";
        }

        var run = comparison.PreviousRun;
        return comparison.HasChanges ? $" The run before: {run}." : $" The same numbers as in the run before ({run}).";
    }

    private static IEnumerable<string[]> Rows(IEnumerable<ComparisonRow> rows, bool withBefore)
    {
        const string Absent = "–";
        if (withBefore)
        {
            yield return ["", "now", "before"];
        }

        foreach (var row in rows)
        {
            var now = row.Current ?? Absent;
            yield return withBefore ? [row.Label, now, row.Previous ?? Absent] : [row.Label, now];
        }
    }
}
