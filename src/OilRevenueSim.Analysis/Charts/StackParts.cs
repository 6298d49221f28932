using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The recorded series that a stack is made of, each told where it belongs.</summary>
internal static class StackParts
{
    // Proceeds that pass through an actor leave rounding errors behind.
    private const double Rounding = 1e-9;

    /// <summary>Parts by label, largest first; those that are zero throughout are left out.</summary>
    public static List<StackPart> Of(
        EnsembleResult result,
        ChartSeries series,
        StackBy by,
        string? actor,
        StackWords words
    )
    {
        var scenario = result.Scenario;
        StackPart? Read(
            SeriesKey key,
            (string Label, string Phrase) name,
            string? of = null,
            bool isFromTanks = false
        ) =>
            series.ByMonth(key) is { } months
                ? new StackPart(name.Label, name.Phrase, [.. months.Select(m => m.Mean)], series.Total(key)!.Mean)
                {
                    ErrorUsd = series.Total(key)!.StandardError,
                    Actor = of,
                    IsFromTanks = isFromTanks,
                }
                : null;

        StackPart? FromPlace(string place, SeriesKey key) =>
            scenario.Nodes.Any(n => n.Name == place)
                ? Read(key, words.Tanks(place), isFromTanks: true)
                : Read(key, words.Place(place));

        IEnumerable<SeriesKey> Sales(Func<SeriesKey, bool> which) =>
            result.Series.Where(k =>
                k.Quantity == ReportQuantity.Sales
                && (actor is null ? k.Actor is not null : k.Actor == actor)
                && which(k)
            );
        var byPlace = Sales(k => k is { Place: not null, Channel: null });
        var byMarket = Sales(k => k is { Place: null } && scenario.Markets.Any(m => m.Name == k.Channel));
        var byTap = scenario
            .Taps.Where(t => actor is null || t.By == actor)
            .Select(t => (t.At, Key: new SeriesKey(t.By, null, t.Identity, ReportQuantity.Sales)));
        StackPart?[] levies = actor is null
            ? []
            : [Read(new SeriesKey(actor, null, null, ReportQuantity.Levies), words.Levies)];

        IEnumerable<StackPart?> read = by switch
        {
            StackBy.Source =>
            [
                .. byPlace.Select(k => FromPlace(k.Place!, k)),
                .. byTap.Select(t => Read(t.Key, words.TheftAt(t.At))),
                .. levies,
            ],
            StackBy.Channel =>
            [
                .. byMarket.Select(k => Read(k, words.Market(k.Channel!))),
                .. byTap.Select(t => Read(t.Key, words.Theft)),
                .. levies,
            ],
            StackBy.Theatre =>
            [
                .. byPlace.Select(k => Read(k, words.Theatre(TheatreOf(scenario, k.Place!)))),
                .. byTap.Select(t => Read(t.Key, words.Theatre(TheatreOf(scenario, t.At)))),
                .. levies,
            ],
            _ =>
            [
                .. scenario.Actors.Select(a =>
                    Read(new SeriesKey(a.Name, null, null, ReportQuantity.Net), (a.Label, a.Label), a.Name)
                ),
            ],
        };
        var parts = read.OfType<StackPart>()
            .GroupBy(p => p.Label, StringComparer.Ordinal)
            .Select(g =>
                StackPart.Sum(g.Key, [.. g]) with
                {
                    Actor = g.First().Actor,
                    Phrase = g.First().Phrase,
                    IsFromTanks = g.First().IsFromTanks,
                }
            )
            .OrderByDescending(p => p.SizeUsd)
            .ToList();
        var nothing = Rounding * parts.Sum(p => p.SizeUsd);
        return [.. parts.Where(p => p.SizeUsd > nothing)];
    }

    /// <summary>Labels of all parts that there may be, in the order of the scenario.</summary>
    public static List<string> Order(Scenario scenario, StackBy by, StackWords words)
    {
        IEnumerable<(string Label, string Phrase)> all = by switch
        {
            StackBy.Source =>
            [
                .. scenario.Fields.Select(f => words.Place(f.Name)),
                .. scenario.Nodes.Select(n => words.Tanks(n.Name)),
                .. scenario.Taps.Select(t => words.TheftAt(t.At)),
            ],
            StackBy.Channel => [.. scenario.Markets.Select(m => words.Market(m.Name)), words.Theft],
            StackBy.Theatre => TheatresOf(scenario).Select(words.Theatre),
            _ => [],
        };
        return [.. all.Append(words.Levies).Select(p => p.Label)];
    }

    /// <summary>Theatres that hold a field or a node.</summary>
    public static IEnumerable<string> TheatresOf(Scenario scenario) =>
        scenario
            .Fields.Select(f => f.Name)
            .Concat(scenario.Nodes.Select(n => n.Name))
            .Select(p => TheatreOf(scenario, p))
            .Distinct();

    // A field, or a node with tanks or taps.
    private static string TheatreOf(Scenario scenario, string place)
    {
        var area =
            scenario.Fields.FirstOrDefault(f => f.Name == place)?.Area
            ?? scenario.Nodes.First(n => n.Name == place).Area;
        return scenario.Areas.First(a => a.Name == area).Theatre;
    }
}
