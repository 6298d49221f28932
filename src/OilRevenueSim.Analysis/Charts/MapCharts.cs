using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Who most likely holds what, on the map.</summary>
public static class MapCharts
{
    /// <summary>How many periods fit beside each other.</summary>
    public const int MostPeriods = 4;

    private const int MostNamed = 3;
    private const int MostMissing = 6;

    /// <summary>What would give a scenario a map that has none; ends a sentence that begins with the scenario's name.</summary>
    public const string WhenNone =
        "no area, field or node has a place: add at: [latitude, longitude] to them, in degrees, e.g. at: [30.63, 18.37]";

    /// <summary>True where something of a scenario has a place and someone can hold it.</summary>
    /// <param name="scenario">Scenario.</param>
    public static bool HasPlaces(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return !new MapPlaces(scenario).Areas.IsEmpty;
    }

    /// <summary>Makes the chart, or null where no area has a place or no holding is recorded.</summary>
    /// <param name="result">Result of a run.</param>
    /// <param name="periods">
    /// One map each, at most four: <c>start</c>, <c>middle</c> or <c>end</c> for that month of the horizon, a month such as <c>2016-11</c>,
    /// or <c>whole</c> for the whole horizon; none for <c>end</c>.
    /// </param>
    /// <param name="language">Language; null for English.</param>
    /// <exception cref="ArgumentException">A period is none of these or lies outside the horizon.</exception>
    public static MapChart? Of(EnsembleResult result, IReadOnlyList<string>? periods = null, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var words = language ?? Language.English;
        var places = new MapPlaces(result.Scenario);
        var held = new MapHoldings(result, places.AreaNames);
        if (places.Areas.IsEmpty || held.Actors.IsEmpty)
        {
            return null;
        }

        var chosen = Periods(result, periods is null or [] ? ["end"] : periods);
        ImmutableArray<MapPeriod> maps =
        [
            .. chosen.Select(p => new MapPeriod(
                Name(result, p, words),
                held.At(p),
                [.. places.PlaceNames.Select(place => Output(result, place, p))]
            )),
        ];
        var shown = maps.SelectMany(m => m.Holdings).SelectMany(h => (int[])[h.Likeliest, h.Second]).ToHashSet();
        ImmutableArray<string> holders = [.. held.Actors.Where((_, i) => shown.Contains(i))];
        maps = [.. maps.Select(m => m with { Holdings = [.. m.Holdings.Select(h => Renumbered(h, held, holders))] })];
        var actors = holders.Select(a => ChartActor.Of(result.Scenario, a)).ToImmutableArray();
        var regions = places.Regions(result.Scenario);
        return new MapChart(
            Text(result, places, maps, holders, actors, regions, words),
            regions,
            actors,
            places.Areas,
            places.Places,
            places.Lines,
            maps
        );
    }

    private static MapHolding Renumbered(MapHolding h, MapHoldings held, ImmutableArray<string> holders) =>
        h with
        {
            Likeliest = holders.IndexOf(held.Actors[h.Likeliest]),
            Second = h.Second < 0 ? -1 : holders.IndexOf(held.Actors[h.Second]),
        };

    private static double Output(EnsembleResult result, string place, int period)
    {
        var series = result.Series.IndexOf(new SeriesKey(null, place, null, ReportQuantity.Output));
        return series < 0 ? 0 : result.At(series, period).Mean;
    }

    // Indices of the result's periods.
    private static ImmutableArray<int> Periods(EnsembleResult result, IReadOnlyList<string> words)
    {
        if (words.Count > MostPeriods)
        {
            throw new ArgumentException($"{words.Count} periods: a map shows at most {MostPeriods} side by side.");
        }

        var months = result.Periods.Select((p, i) => (p, i)).Where(x => x.p.Kind == PeriodKind.Month).ToList();
        int Of(string word) =>
            word switch
            {
                "start" => months[0].i,
                "middle" => months[(months.Count - 1) / 2].i,
                "end" => months[^1].i,
                "whole" => result.Periods.IndexOf(result.Periods.First(p => p.Kind == PeriodKind.Total)),
                _ when months.Exists(m => m.p.Label == word) => months.Find(m => m.p.Label == word).i,
                _ => throw new ArgumentException(
                    $"'{word}' is no period of {result.Scenario.Name}: start, middle, end, whole, or a month from "
                        + $"{months[0].p.Label} to {months[^1].p.Label} is expected."
                ),
            };

        return [.. words.Select(Of)];
    }

    private static string Name(EnsembleResult result, int period, Language words)
    {
        var p = result.Periods[period];
        return p.Kind == PeriodKind.Month ? words.Month(p.First) : words.Period(p.First, p.Last);
    }

    private static ChartText Text(
        EnsembleResult result,
        MapPlaces places,
        ImmutableArray<MapPeriod> maps,
        ImmutableArray<string> holders,
        ImmutableArray<ChartActor> actors,
        ImmutableArray<MapRegion> regions,
        Language words
    )
    {
        var foot = ChartFoot.Of(result, words, "map", precision: ChartPrecision.OfHolding(result, words));
        var sources = ChartSources.Of(result.Scenario, words).Length;
        var latitude = string.Join(words.Word(", "), regions.Select(r => Parallel(r.Extent, words)));
        var borders = words.Say(
            $"Coastlines and borders: Natural Earth (public domain), as held on the ground; they imply no judgement. Equirectangular projection, true to scale at {latitude}."
        );
        return new ChartText(
            Title(result, places, maps, holders, words),
            Subtitle(places, maps, words),
            foot with
            {
                Lines = foot.Lines.Insert(foot.Lines.Length - sources, borders),
            },
            AltText(places, maps, actors, words)
        )
        {
            Language = words,
        };
    }

    private static string Parallel(MapExtent extent, Language words)
    {
        var degrees = Math.Round(Math.Abs(extent.ParallelDegrees)).ToString("0", CultureInfo.InvariantCulture);
        return extent.ParallelDegrees < 0 ? words.Say($"{degrees}° S") : words.Say($"{degrees}° N");
    }

    private static string Title(
        EnsembleResult result,
        MapPlaces places,
        ImmutableArray<MapPeriod> maps,
        ImmutableArray<string> holders,
        Language words
    )
    {
        var map = maps[^1];
        var leader = Enumerable.Range(0, holders.Length).MaxBy(a => map.Holdings.Count(h => h.Likeliest == a));
        // The actor in focus under every course and in every month, where it can hold an area at all; else whoever holds most.
        var focus = result.Scenario.Focus.FirstOrDefault(a =>
            result.Series.Any(k => k.Quantity == ReportQuantity.ProbabilityHolds && k.Actor == a)
        );
        var told = focus is null ? leader : holders.IndexOf(focus);
        var name = ChartActor.NameOf(result.Scenario, focus ?? holders[leader], words);
        var all = Enumerable
            .Range(0, places.Areas.Length)
            .Select(i => (Label: places.Areas[i].Label, Held: map.Holdings[i]));
        var sure = all.Where(a => a.Held.Likeliest == told && !a.Held.IsEven).ToList();
        var even = all.Where(a => a.Held.IsEven && (a.Held.Likeliest == told || a.Held.Second == told)).ToList();
        return Language.Sentence(
            (sure.Count, even.Count) switch
            {
                (0, 0) => words.Say($"{map.Label}: no area most likely with {name}"),
                (0, 1) => words.Say(
                    $"{map.Label}: {even[0].Label} about as likely with {name} as with {Other(even[0].Held)} ({Chances(even)})"
                ),
                (0, _) => words.Say(
                    $"{map.Label}: {Areas(even)} about as likely with {name} as with another ({Chances(even)})"
                ),
                (_, 0) => words.Say($"{map.Label}: {Areas(sure)} most likely with {name} ({Chances(sure)})"),
                _ => words.Say(
                    $"{map.Label}: {Areas(sure)} most likely with {name} ({Chances(sure)}), {Areas(even)} about as likely with another"
                ),
            }
        );

        string Other(MapHolding held) =>
            ChartActor.NameOf(result.Scenario, holders[held.Likeliest == told ? held.Second : held.Likeliest], words);

        string Areas(List<(string Label, MapHolding Held)> of) =>
            of.Count <= MostNamed
                ? words.List(of.ConvertAll(a => a.Label))
                : words.Say($"{of.Count} of {map.Holdings.Length} areas");

        string Chances(List<(string Label, MapHolding Held)> of)
        {
            var rising = of.Select(a =>
                    (P: a.Held.Likeliest == told ? a.Held.Probability : a.Held.SecondProbability, a.Held.Error)
                )
                .OrderBy(p => p.P)
                .Select(p => words.Probability(p.P, p.Error))
                .ToList();
            return rising[0] == rising[^1] ? rising[0] : words.Say($"{rising[0]} to {rising[^1]}");
        }
    }

    private static string Subtitle(MapPlaces places, ImmutableArray<MapPeriod> maps, Language words)
    {
        var text = words.Say(
            $"Letter and colour: likeliest holder of each area. Ring and per cent: how likely, as a share of futures and of the days in {words.List([.. maps.Select(m => m.Label)])}."
        );
        var even = maps.SelectMany(m =>
                m.Holdings.Zip(places.Areas)
                    .Where(a => a.First.IsEven)
                    .Select(a => maps.Length == 1 ? a.Second.Label : $"{a.Second.Label} ({m.Label})")
            )
            .ToList();
        if (even.Count > 0)
        {
            var list =
                even.Count <= MostMissing
                    ? string.Join(words.Word("; "), even)
                    : words.Say(
                        $"{string.Join(words.Word("; "), even.Take(MostMissing))} and {even.Count - MostMissing} more"
                    );
            text += " " + words.Say($"Not shown to be likelier than the second: the holder of {list}.");
        }

        if (places.Missing.IsEmpty)
        {
            return text;
        }

        var named = string.Join(words.Word(", "), places.Missing.Take(MostMissing).Select(Readable.Name));
        return places.Missing.Length <= MostMissing
            ? text + " " + words.Say($"Without a place (at:) and not drawn: {named}.")
            : text
                + " "
                + words.Say(
                    $"Without a place (at:) and not drawn: {named} and {places.Missing.Length - MostMissing} more."
                );
    }

    private static string AltText(
        MapPlaces places,
        ImmutableArray<MapPeriod> maps,
        ImmutableArray<ChartActor> actors,
        Language words
    )
    {
        string Told(MapPeriod map, int area)
        {
            var h = map.Holdings[area];
            var first = $"{actors[h.Likeliest].Label} {words.Probability(h.Probability, h.Error)}";
            var second =
                h.Second < 0 ? "" : $"{actors[h.Second].Label} {words.Probability(h.SecondProbability, h.Error)}";
            string[] holders = second.Length == 0 ? [first] : [first, second];
            return h.IsEven
                ? words.Say($"{places.Areas[area].Label}: {first} and {second}, not told apart")
                : words.Say($"{places.Areas[area].Label}: {string.Join(words.Word(", "), holders)}");
        }

        string[] points = [.. places.Places.Where(p => p.Kind != MapPlaceKind.Way).Select(p => p.Label)];
        var told = string.Join(
            " ",
            maps.Select(map =>
                words.Say($"Map of the likeliest holders in {map.Label}.")
                + " "
                + string.Join(words.Word("; "), Enumerable.Range(0, places.Areas.Length).Select(a => Told(map, a)))
                + "."
            )
        );
        return points.Length == 0
            ? told
            : $"{told} {words.Say($"Places on it: {string.Join(words.Word(", "), points)}.")}";
    }
}
