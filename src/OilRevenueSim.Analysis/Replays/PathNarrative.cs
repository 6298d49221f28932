using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>One path told month by month in plain sentences.</summary>
/// <param name="Path">Index of the path.</param>
/// <param name="Opening">Who holds what at the start.</param>
/// <param name="Chapters">Months in order; quiet months that follow one another are told together.</param>
/// <param name="Closing">Totals over the whole horizon, or why the path ends early.</param>
public sealed record PathNarrative(
    long Path,
    string Opening,
    ImmutableArray<PathChapter> Chapters,
    ImmutableArray<string> Closing
)
{
    /// <summary>Tells a story.</summary>
    public static PathNarrative Of(PathStory story)
    {
        var words = new EventWords(story, Language.English);
        var money = new MoneyWords(story);
        var months = story.Plan.Periods.Where(p => p.Kind == PeriodKind.Month).ToList();
        var byMonth = story.Events.ToLookup(e => story.Plan.Grid.MonthOfStep[e.Step]);
        var chapters = ImmutableArray.CreateBuilder<PathChapter>();
        var told = story.Failure is null ? months.Count : MonthsBegun(story);
        for (var m = 0; m < told; )
        {
            var end = m + 1;
            var isQuiet = !byMonth[m].Any();
            while (isQuiet && end < told && !byMonth[end].Any())
            {
                end++;
            }

            var span = months.GetRange(m, end - m);
            chapters.Add(
                new PathChapter(
                    TitleOf(span),
                    [
                        .. isQuiet ? ["Nothing changed hands and nothing was attacked or shut."] : words.Of(byMonth[m]),
                        .. money.Of(span),
                    ]
                )
            );
            m = end;
        }

        return new PathNarrative(
            story.Path,
            words.Opening(),
            chapters.ToImmutable(),
            story.Failure is null
                ? [.. money.Of([story.Plan.Periods[^1]]), .. money.BesideOil(story.Plan.Periods[^1])]
                : [$"The run failed here: {story.Failure}"]
        );
    }

    // A path that failed has no numbers; what it went through is told up to its last event.
    private static int MonthsBegun(PathStory story) =>
        story.Events.IsEmpty ? 0 : story.Plan.Grid.MonthOfStep[story.Events[^1].Step] + 1;

    private static string TitleOf(List<Period> months)
    {
        var (first, last) = (months[0].First, months[^1].First);
        if (months.Count == 1)
        {
            return Readable.Month(first);
        }

        return first.Year == last.Year
            ? $"{first.ToString("MMMM", CultureInfo.InvariantCulture)} to {Readable.Month(last)}"
            : $"{Readable.Month(first)} to {Readable.Month(last)}";
    }
}

/// <summary>A month, or a run of quiet months.</summary>
/// <param name="Title">Month or months, e.g. <c>March to June 2016</c>.</param>
/// <param name="Sentences">What happened, then what was sold and paid.</param>
public sealed record PathChapter(string Title, ImmutableArray<string> Sentences);
