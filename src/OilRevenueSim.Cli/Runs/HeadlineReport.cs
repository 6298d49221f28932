using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The end of a run as an analyst reads it: the question, the answer in a sentence, the numbers behind it.</summary>
internal static class HeadlineReport
{
    /// <summary>Prints a headline, beside that of the earlier run where there is one and it differs.</summary>
    public static void Print(Terminal terminal, string? question, Headline now, Headline? before)
    {
        var output = terminal.Out;
        var course = now.Course == "base" ? "" : $" ({now.Course})";
        output.WriteLine(terminal.Strong(now.Title + course));
        if (question is not null)
        {
            output.WriteLine(question);
        }

        foreach (var set in now.Overrides)
        {
            output.WriteLine($"with {Readable.Setting(set)}");
        }

        var comparison = HeadlineComparison.From(before ?? now, now);
        var withBefore = before is not null && comparison.HasChanges;
        foreach (var group in comparison.Rows.GroupBy(row => row.Subject, StringComparer.Ordinal))
        {
            output.WriteLine();
            var actor = now.Actors.FirstOrDefault(a => a.Label == group.Key);
            output.WriteLine(terminal.Strong(actor is null ? group.Key : $"{group.Key}: {Verdict(actor, now.Paths)}"));
            foreach (var line in Lines([.. group], withBefore))
            {
                output.WriteLine(line);
            }
        }

        output.WriteLine();
        output.WriteLine($"{Wording.Count(now.Paths, "path")}, seed {now.Seed}.{Compared(before, comparison)}");
    }

    private static string Verdict(ActorHeadline actor, long paths)
    {
        var any = actor.ProbabilityAny;
        if (paths == 1)
        {
            return $"{(any.Value <= 0.0 ? "nothing" : Readable.Money(actor.Mean.Value))} in the one future simulated";
        }

        if (any.Value <= 0.0)
        {
            return $"nothing in any of {Readable.Count(paths)} futures";
        }

        if (actor.P50.Value > 0.0)
        {
            return $"about {Readable.Money(actor.P50.Value)}; nine futures in ten bring "
                + Readable.MoneyRange(actor.P05.Value, actor.P95.Value);
        }

        var nothing = new Estimate(1.0 - any.Value, 1.0 - any.High, 1.0 - any.Low);
        return $"most likely nothing; zero in {Readable.ProbabilityWithInterval(nothing)} of futures";
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

    private static IEnumerable<string> Lines(IReadOnlyList<ComparisonRow> rows, bool withBefore)
    {
        const string absent = "–";
        var label = rows.Max(r => r.Label.Length);
        var current = rows.Max(r => (r.Current ?? absent).Length);
        if (withBefore)
        {
            yield return $"  {"".PadRight(label)}  {"now".PadRight(current)}  before";
        }

        foreach (var row in rows)
        {
            var now = (row.Current ?? absent).PadRight(current);
            var line = $"  {row.Label.PadRight(label)}  {now}";
            yield return withBefore ? $"{line}  {row.Previous ?? absent}" : line.TrimEnd();
        }
    }
}
