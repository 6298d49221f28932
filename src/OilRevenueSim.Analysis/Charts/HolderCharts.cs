using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Who holds each area over time.</summary>
public static class HolderCharts
{
    private const int MostStill = 150;

    /// <summary>Makes the chart, or null where no holding is recorded.</summary>
    /// <remarks>
    /// Actors stand in the order of their colours, focus first and <c>nobody</c> last. Areas that only one actor can hold are left
    /// out and named.
    /// </remarks>
    /// <param name="result">Result.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    public static HolderChart? Of(EnsembleResult result, Language? language = null)
    {
        var words = language ?? Language.English;
        var series = new ChartSeries(result, words);
        var held = Held(result, series);
        if (held.Count == 0)
        {
            return null;
        }

        var moving = held.Where(area => area.Value.Count > 1).Select(a => a.Key).ToHashSet();
        var shown = moving.Count == 0 ? [.. held.Keys] : moving;
        var areas = result.Scenario.Areas.Select(a => a.Name).Where(shown.Contains).ToList();
        var actors = ChartActor
            .Order(result.Scenario)
            .Where(actor => areas.Exists(a => held[a].ContainsKey(actor)))
            .ToList();
        var fixedAreas = result
            .Scenario.Areas.Select(a => a.Name)
            .Where(a => held.ContainsKey(a) && !shown.Contains(a))
            .Select(a => (Area: Readable.Name(a), Holder: series.Label(held[a].Keys.Single())))
            .GroupBy(a => a.Holder, StringComparer.Ordinal)
            .SelectMany(byHolder => byHolder)
            .ToList();
        ImmutableArray<HolderPanel> panels =
        [
            .. areas.Select(area => new HolderPanel(
                Readable.Name(area),
                [.. actors.Select(actor => held[area].GetValueOrDefault(actor, [.. new double[series.MonthCount]]))]
            )),
        ];
        return new HolderChart(
            new ChartText(
                Title(result, series, held, areas),
                Subtitle(series, result.Scenario.Step, fixedAreas),
                ChartFoot.Of(result, words, "holders", precision: ChartPrecision.OfHolding(result, words)),
                AltText(result, series, held, areas)
            )
            {
                Language = words,
            },
            series.Months,
            [.. actors.Select(actor => ChartActor.Of(result.Scenario, actor, words))],
            panels
        );
    }

    // Probability by [area][actor][month]; what is left to 1 belongs to nobody.
    private static Dictionary<string, Dictionary<string, ImmutableArray<double>>> Held(
        EnsembleResult result,
        ChartSeries series
    )
    {
        var held = new Dictionary<string, Dictionary<string, ImmutableArray<double>>>();
        foreach (var key in result.Series.Where(k => k.Quantity == ReportQuantity.ProbabilityHolds))
        {
            if (key is { Actor: { } actor, Place: { } area })
            {
                held.TryAdd(area, []);
                held[area][actor] = [.. series.ByMonth(key)!.Value.Select(s => s.Mean)];
            }
        }

        foreach (var byActor in held.Values)
        {
            var rest = Enumerable
                .Range(0, series.MonthCount)
                .Select(m => 1.0 - byActor.Values.Sum(p => p[m]))
                .ToArray();
            if (!byActor.ContainsKey(Actor.Nobody) && rest.Any(r => r > 1e-9))
            {
                byActor[Actor.Nobody] = [.. rest.Select(r => Math.Max(0.0, r))];
            }
        }

        return held;
    }

    // The focus actor where it is strongest at any time; without one, the holder who loses or gains most anywhere.
    private static string Title(
        EnsembleResult result,
        ChartSeries series,
        Dictionary<string, Dictionary<string, ImmutableArray<double>>> held,
        List<string> areas
    )
    {
        var all = areas.SelectMany(area => held[area].Select(h => (area, actor: h.Key, probability: h.Value))).ToList();
        var ofFocus = all.Where(h => result.Scenario.Focus.Contains(h.actor)).ToList();
        var (told, actor, probability) =
            ofFocus.Count > 0
                ? ofFocus.MaxBy(h => h.probability.Max())
                : all.MaxBy(h => Math.Abs(h.probability[^1] - h.probability[0]));
        if (held[told].Count == 1)
        {
            return series.Words.Word("No area changes hands");
        }

        var words = series.Words;
        var key = new SeriesKey(actor, told, null, ReportQuantity.ProbabilityHolds);
        var error = series.ByMonth(key) is { } months ? months[^1].StandardError : 0.0;
        return words.Say(
            $"{Readable.Name(told)} held by {series.Label(actor)} in {words.OfFutures(probability[^1], error)} in {words.Month(series.Months[^1])}"
        );
    }

    // Areas with their holder, in brackets behind those it holds; as many as three lines of a subtitle take.
    private static string Still(List<(string Area, string Holder)> areas, Language words)
    {
        for (var named = areas.Count; ; named--)
        {
            var groups = areas.Take(named).GroupBy(a => a.Holder, StringComparer.Ordinal);
            var text =
                string.Join(words.Word("; "), groups.Select(g => $"{words.List([.. g.Select(a => a.Area)])} ({g.Key})"))
                + (named < areas.Count ? words.Say($" and {areas.Count - named} more") : "");
            if (named <= 1 || text.Length <= MostStill)
            {
                return text;
            }
        }
    }

    private static string Subtitle(ChartSeries series, StepLength step, List<(string Area, string Holder)> fixedAreas)
    {
        var words = series.Words;
        var when = words.Word(SeriesWords.WhenState(step));
        var what = words.Say($"Probability of holding each area, share of futures, {when}, {series.Span}.");
        return fixedAreas.Count == 0
            ? what
            : $"{what} {words.Say($"Never changing hands: {Still(fixedAreas, words)}.")}";
    }

    private static string AltText(
        EnsembleResult result,
        ChartSeries series,
        Dictionary<string, Dictionary<string, ImmutableArray<double>>> held,
        List<string> areas
    )
    {
        var words = series.Words;
        var last = series.MonthCount - 1;
        var holdings = new MapHoldings(result, areas);
        var months = Enumerable.Range(0, result.Periods.Length).Where(p => result.Periods[p].Kind == PeriodKind.Month);
        var (atStart, atEnd) = (holdings.At(months.First()), holdings.At(months.Last()));
        // Two names where the run does not show which of them is likelier.
        string Named(MapHolding h) =>
            h.IsEven ? words.Say($"{Name(h.Likeliest)} or {Name(h.Second)}, not told apart") : Name(h.Likeliest);
        string Name(int actor) => series.Label(holdings.Actors[actor]);
        string Likeliest(string area, int i)
        {
            var (first, then) = (Named(atStart[i]), Named(atEnd[i]));
            var (start, end) = (Chance(atStart[i]), Chance(atEnd[i]));
            var place = Readable.Name(area);
            return first != then ? words.Say($"{place}: {first} ({start}), then {then} ({end}).")
                : start == end ? words.Say($"{place}: {first} ({start}) at both.")
                : words.Say($"{place}: {first} ({start}, then {end}).");
        }

        string Chance(MapHolding h)
        {
            var (one, other) = (words.WholePercent(h.Probability), words.WholePercent(h.SecondProbability));
            return h.IsEven && one != other ? words.Say($"{one} and {other}") : one;
        }

        var what = words.Say($"Probability of holding each area by month, {series.Span}.");
        var parts = areas.Select(Likeliest);
        return $"{what} {words.Word("Likeliest holder at the start and at the end:")} {string.Join(' ', parts)}";
    }
}
