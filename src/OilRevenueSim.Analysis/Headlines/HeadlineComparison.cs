using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>An earlier headline and a new one, line by line.</summary>
/// <param name="Previous">Earlier headline.</param>
/// <param name="Current">New headline.</param>
/// <param name="Rows">Lines: those of the new headline in its order, then those that only the earlier one has.</param>
public sealed record HeadlineComparison(Headline Previous, Headline Current, ImmutableArray<ComparisonRow> Rows)
{
    /// <summary>True when a number differs.</summary>
    public bool HasChanges => Rows.Any(r => r.IsChanged);

    /// <summary>The earlier run in words: <c>10,000 paths, seed 1, with benchmarks.brent.spot = 50 USD/bbl</c>.</summary>
    /// <remarks>
    /// Says with what it was run, or that nothing was set where the new run sets something, and whether the file was another:
    /// by the meaning of the scenario where both runs set the same, else by the bytes of its files.
    /// </remarks>
    public string PreviousRun
    {
        get
        {
            var (before, now) = (Previous.Overrides, Current.Overrides);
            var set =
                !before.IsEmpty ? ", with " + string.Join(", ", before.Select(Readable.Setting))
                : now.IsEmpty ? ""
                : ", with nothing set";
            var isOtherFile = before.SequenceEqual(now, StringComparer.Ordinal)
                ? Previous.ContentHash != Current.ContentHash
                : !Previous.Files.SequenceEqual(Current.Files);
            return $"{Previous.Size}, seed {Previous.Seed}{set}{(isOtherFile ? ", from another version of the file" : "")}";
        }
    }

    /// <summary>Puts two headlines side by side.</summary>
    public static HeadlineComparison From(Headline previous, Headline current)
    {
        var before = HeadlineRow.Of(previous);
        var after = HeadlineRow.Of(current);
        var rows = after
            .Select(row => new ComparisonRow(
                row.Subject,
                row.Label,
                before.FirstOrDefault(b => b.Key == row.Key)?.Text,
                row.Text
            ))
            .Concat(
                before
                    .Where(row => after.All(a => a.Key != row.Key))
                    .Select(row => new ComparisonRow(row.Subject, row.Label, row.Text, null))
            );
        return new HeadlineComparison(previous, current, [.. rows]);
    }
}

/// <summary>A line of two headlines.</summary>
/// <param name="Subject">Whose number it is.</param>
/// <param name="Label">What it says.</param>
/// <param name="Previous">Earlier number as read aloud, or null where the earlier headline has no such line.</param>
/// <param name="Current">New number as read aloud, or null where the new headline has no such line.</param>
public sealed record ComparisonRow(string Subject, string Label, string? Previous, string? Current)
{
    /// <summary>True when the two texts differ.</summary>
    public bool IsChanged => Previous != Current;
}
