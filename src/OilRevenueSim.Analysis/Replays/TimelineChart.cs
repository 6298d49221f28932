using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>Time line of one path: who holds each area, what is shut and hit, and one actor's money by month.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Actors">Actors that hold something, in the order of their colours.</param>
/// <param name="Rows">Areas, then places that were shut, then attacks.</param>
/// <param name="Earner">Whose money is shown.</param>
/// <param name="Unit">Unit of the money, e.g. a million USD per month; values are already in it.</param>
/// <param name="Money">Gross revenue on this path, [month].</param>
public sealed record TimelineChart(
    ChartText Text,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<ChartActor> Actors,
    ImmutableArray<TimelineRow> Rows,
    ChartActor Earner,
    ChartUnit Unit,
    ImmutableArray<double> Money
)
{
    /// <summary>Makes the chart.</summary>
    /// <param name="story">Story.</param>
    /// <param name="actor">Actor whose gross revenue is recorded.</param>
    /// <param name="which">Which path it is, in the language of the chart, e.g. <c>the highest of 10,000</c>.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    public static TimelineChart Of(PathStory story, string actor, string which, Language? language = null) =>
        new TimelineMaker(story, actor, which, language ?? Language.English).Make();
}

/// <summary>A row of a time line.</summary>
/// <param name="Label">Area, place, or what the marks are.</param>
/// <param name="Spans">Coloured spans, in order.</param>
/// <param name="Marks">Moments, in months from the start.</param>
public sealed record TimelineRow(string Label, ImmutableArray<TimelineSpan> Spans, ImmutableArray<double> Marks);

/// <summary>A span of a row.</summary>
/// <param name="From">Start, months from the start of the first month.</param>
/// <param name="To">End.</param>
/// <param name="Actor">Index of the holder; −1 for a closure.</param>
public readonly record struct TimelineSpan(double From, double To, int Actor);

internal sealed class TimelineMaker(PathStory story, string actor, string which, Language words)
{
    private const int MostEvents = 20;

    private readonly List<string> actors =
    [
        .. ChartActor
            .Order(story.Plan.Scenario)
            .Intersect(story.StartHolders.Concat(story.Events.OfType<HolderChanged>().Select(e => e.To))),
    ];

    private double End => story.Plan.Grid.Months.Length;

    public TimelineChart Make()
    {
        var months = story.Plan.Periods.Where(p => p.Kind == PeriodKind.Month).ToList();
        var key = new SeriesKey(actor, null, null, ReportQuantity.Gross);
        double[] usd = [.. months.Select(m => story.Value(key, m) ?? 0.0)];
        var scale = words.Scale(usd.Max() > 0.0 ? usd.Max() : 1e6);
        var unit = ChartUnit.UsdPerMonth(scale.Usd);
        var label = ChartActor.NameOf(story.Plan.Scenario, actor, words);
        var total = usd.Sum();
        return new TimelineChart(
            new ChartText(
                total == 0.0
                    ? words.Say($"One possible future: nothing for {label}")
                    : words.Say($"One possible future: {words.Money(total)} for {label}"),
                words.Say(
                    $"Path {Plain(story.Path)} ({which}): who holds each area, what is shut or hit, and gross oil revenue, {words.Unit(unit)}. One path is an example, not a forecast."
                ),
                Foot(),
                Alt(label, total)
            )
            {
                Language = words,
            },
            [.. months.Select(m => m.First)],
            [.. actors.Select(a => ChartActor.Of(story.Plan.Scenario, a, words))],
            [.. Areas(), .. Closures(), .. Attacks()],
            ChartActor.Of(story.Plan.Scenario, actor, words),
            unit,
            [.. usd.Select(v => v / scale.Usd)]
        );
    }

    private ChartFoot Foot()
    {
        var scenario = story.Plan.Scenario;
        var run = new RunManifest
        {
            Scenario = scenario.Name,
            Course = story.Plan.Course,
            ContentHash = scenario.ContentHash,
            Files = scenario.Files,
            Seed = story.Seed,
            Paths = story.Paths,
            Replicates = story.Options.Replicates,
            Sampling = story.Options.Sampling,
            EngineVersion = Ensemble.EngineVersion,
            ExactQuantiles = true,
            Warnings = scenario.Warnings,
        };
        var manifest = ResultManifest.From(scenario, run);
        var path = Plain(story.Path);
        return ChartFoot.Of(
            scenario,
            new ChartOrigin("timeline", manifest, [RemakeCommand.OfPath(manifest, story.Path, actor)]),
            words.Say($"course {story.Plan.Course}"),
            precision: null,
            words,
            words.Say($"path {path}")
        );
    }

    private IEnumerable<TimelineRow> Areas()
    {
        for (var a = 0; a < story.Areas.Length; a++)
        {
            var area = story.Areas[a];
            var (holder, from) = (story.StartHolders[a], 0.0);
            var spans = ImmutableArray.CreateBuilder<TimelineSpan>();
            foreach (var change in story.Events.OfType<HolderChanged>().Where(e => e.Area == area))
            {
                // A hazard that fires in a step acts from the next step on.
                var at = Position(change.IsSet ? change.Step : change.Step + 1);
                if (at > from)
                {
                    spans.Add(new TimelineSpan(from, at, actors.IndexOf(holder)));
                }

                (holder, from) = (change.To, at);
            }

            spans.Add(new TimelineSpan(from, End, actors.IndexOf(holder)));
            yield return new TimelineRow(Readable.Name(area), spans.ToImmutable(), []);
        }
    }

    private IEnumerable<TimelineRow> Closures()
    {
        var places = story
            .Events.OfType<PlaceClosed>()
            .Select(e => e.Place)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var spans = ImmutableArray.CreateBuilder<TimelineSpan>();
            double? from = null;
            foreach (var one in story.Events)
            {
                if (one is PlaceClosed shut && shut.Place == place)
                {
                    from = Position(shut.Step);
                }
                else if (one is PlaceReopened open && open.Place == place && from is { } start)
                {
                    spans.Add(new TimelineSpan(start, Position(open.Step), -1));
                    from = null;
                }
            }

            if (from is { } still)
            {
                spans.Add(new TimelineSpan(still, End, -1));
            }

            yield return new TimelineRow(words.Say($"shut: {Readable.Name(place)}"), spans.ToImmutable(), []);
        }
    }

    private IEnumerable<TimelineRow> Attacks()
    {
        var attacks = story.Events.OfType<AttackCarriedOut>().ToList();
        if (attacks.Count > 0)
        {
            var middle = attacks.Select(a => 0.5 * (Position(a.Step) + Position(a.Step + 1)));
            yield return new TimelineRow(words.Word("attacks and strikes"), [], [.. middle]);
        }
    }

    /// <summary>Start of a step in months from the start of the first month.</summary>
    private double Position(int step)
    {
        var grid = story.Plan.Grid;
        if (step >= grid.StepCount)
        {
            return End;
        }

        var month = grid.MonthOfStep[step];
        var day = grid.FirstDays[step];
        return month + ((day.Day - 1.0) / DateTime.DaysInMonth(day.Year, day.Month));
    }

    private string Alt(string label, double total)
    {
        var changes = story.Events.OfType<HolderChanged>().Count();
        var what = words.Say(
            $"Time line of path {Plain(story.Path)}: {changes} changes of holder; {words.Money(total)} for {label} in all."
        );
        var events = new EventWords(story, words);
        return string.Join(' ', [what, events.Opening(), .. events.ByMonth(MostEvents)]);
    }

    // A number that is a name has no separators.
    private static string Plain(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
